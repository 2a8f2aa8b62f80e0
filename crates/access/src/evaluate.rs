//! The one evaluator: visits every path from a member to a product. Checks, lists, explanations and previews all fold over it.

use std::ops::ControlFlow;
use std::sync::Arc;

use domain::{Member, Team, Timestamp};

use crate::decision::{Decision, DecisionReason, Path};
use crate::span::Span;
use crate::state::{Catalogued, Held, Known, OrganizationState, Seat, Target};
use crate::state::{FUTURE, ITSELF, TYPE};

/// A member who may act, a product, and between them every path there is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ground<'a> {
    pub(crate) organization: &'a OrganizationState,
    pub(crate) seat: &'a Seat,
    pub(crate) member: &'a Arc<Member>,
    pub(crate) target: &'a Target,
    /// The owner of an externally managed type alone says who has what on it.
    pub(crate) managed: bool,
}

/// A path to the product, whichever rights it gives and whenever it counts.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Found<'a> {
    /// The role; gives every right.
    Role(&'a Arc<Member>),
    /// A grant, the team whose it is where it is not the member's own, and the place of the matched key in `Target::keys()`.
    Held {
        team: Option<&'a Arc<Team>>,
        held: &'a Held,
        place: usize,
    },
}

impl Found<'_> {
    pub(crate) fn gives(&self, known: &Known) -> bool {
        match self {
            Self::Role(_) => true,
            Self::Held { held, .. } => held.gives(known),
        }
    }

    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Role(_) => Span::ALWAYS,
            Self::Held { held, .. } => held.span,
        }
    }

    pub(crate) fn path(&self) -> Path {
        match self {
            Self::Role(member) => Path::Role(member.role.clone()),
            Self::Held {
                team: None, held, ..
            } => Path::Grant(Arc::clone(&held.grant)),
            Self::Held {
                team: Some(team),
                held,
                ..
            } => Path::Team(Arc::clone(team), Arc::clone(&held.grant)),
        }
    }
}

type Step = ControlFlow<()>;

impl<'a> Ground<'a> {
    /// Visits every path to the product; a new sort of path is one more line here.
    #[inline]
    pub(crate) fn visit(&self, mut each: impl FnMut(Found<'a>) -> Step) -> Step {
        self.by_role(&mut each)?;
        self.by_own_grants(&mut each)?;
        self.by_teams(&mut each)
    }

    fn by_role(&self, each: &mut impl FnMut(Found<'a>) -> Step) -> Step {
        if !self.managed && self.seat.technical.covers(self.target) {
            each(Found::Role(self.member))?;
        }
        Step::Continue(())
    }

    #[inline]
    fn by_own_grants(&self, each: &mut impl FnMut(Found<'a>) -> Step) -> Step {
        // The upper roles have access by role alone; the owner of a managed type gives to any member.
        if self.member.role.is_upper() && !self.managed {
            return Step::Continue(());
        }
        for (place, key) in self.target.keys().iter().enumerate() {
            if self.managed && !matches!(place, TYPE | FUTURE | ITSELF) {
                continue;
            }
            for held in self.seat.own.through(*key) {
                if self.covers(held, place) && (!self.managed || held.by_owner()) {
                    each(Found::Held {
                        team: None,
                        held,
                        place,
                    })?;
                }
            }
        }
        Step::Continue(())
    }

    #[inline]
    fn by_teams(&self, each: &mut impl FnMut(Found<'a>) -> Step) -> Step {
        if self.managed || self.member.role.is_upper() {
            return Step::Continue(());
        }
        for team in &self.seat.teams {
            let Some(crew) = self.organization.crew(team) else {
                continue;
            };
            for (place, key) in self.target.keys().iter().enumerate() {
                for held in crew.own.through(*key) {
                    if self.covers(held, place) {
                        each(Found::Held {
                            team: crew.team.as_ref(),
                            held,
                            place,
                        })?;
                    }
                }
            }
        }
        Step::Continue(())
    }

    /// Whether what is held through the key at `place` covers the product: future ones of a type by their age.
    #[inline]
    fn covers(&self, held: &Held, place: usize) -> bool {
        place != FUTURE || self.target.create_revision > held.grant.scope_revision
    }

    /// Whether some path gives the right at that time, which, and until when the answer holds.
    pub(crate) fn decide(&self, known: &Known, at: Timestamp) -> Decision {
        let mut first = None;
        let mut reach = at;
        let mut next = Span::NEVER;
        let _ = self.visit(|found| {
            let span = found.span();
            if span.covers(at) && found.gives(known) {
                first.get_or_insert(found);
                reach = reach.max(span.end);
            } else if span.comes_after(at) && found.gives(known) {
                next = next.min(span.start);
            }
            stop_if(reach == Span::NEVER)
        });
        let Some(first) = first else {
            return Decision::denied(DecisionReason::NoPath, Span::unless_never(next));
        };
        // Later spans matter only where one begins before the present ones end.
        if next <= reach && reach != Span::NEVER {
            reach = self.reach(known, reach);
        }
        Decision::allowed(first.path(), Span::unless_never(reach))
    }

    /// How far the spans that give the right go on without a gap.
    fn reach(&self, known: &Known, from: Timestamp) -> Timestamp {
        let mut reach = from;
        loop {
            let before = reach;
            let _ = self.visit(|found| {
                if found.span().extends(reach) && found.gives(known) {
                    reach = found.span().end;
                }
                stop_if(reach == Span::NEVER)
            });
            if reach == before || reach == Span::NEVER {
                return reach;
            }
        }
    }

    /// The rights that the member has on the product at that time, ordered by id.
    pub(crate) fn held<'c>(&self, catalogued: &'c Catalogued, at: Timestamp) -> Vec<&'c Known> {
        let mut paths = Vec::new();
        let _ = self.visit(|found| {
            if found.span().covers(at) {
                paths.push(found);
            }
            stop_if(false)
        });
        let given = |known: &&Known| paths.iter().any(|found| found.gives(known));
        catalogued.known.iter().filter(given).collect()
    }
}

fn stop_if(done: bool) -> Step {
    if done {
        Step::Break(())
    } else {
        Step::Continue(())
    }
}
