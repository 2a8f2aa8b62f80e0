//! The one evaluator: visits every path from a person to a product. Checks, lists, explanations and previews all fold over it.

use std::ops::ControlFlow;
use std::sync::Arc;

use domain::{LeftKinds, Member, Team, Timestamp};

use crate::decision::{Decision, DecisionReason, Path};
use crate::span::Span;
use crate::staff::Mandate;
use crate::state::{Catalogued, Held, Holdings, Known, Target};
use crate::state::{FUTURE, ITSELF, TYPE};
use crate::view::{Own, Standing, View};

/// Somebody who may act, a product, and between them every path there is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ground<'a> {
    pub(crate) view: &'a View,
    pub(crate) standing: Standing<'a>,
    pub(crate) target: &'a Target,
    pub(crate) catalogued: &'a Catalogued,
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
    /// The mandate of a full partner, as far as it is left.
    Full(Mandate<'a>),
    /// A grant of the mandate of a limited partner, as far as it is left.
    Limited {
        mandate: Mandate<'a>,
        catalogued: &'a Catalogued,
        held: &'a Held,
        place: usize,
    },
}

impl Found<'_> {
    pub(crate) fn gives(&self, known: &Known) -> bool {
        match self {
            Self::Role(_) => true,
            Self::Held { held, .. } => held.gives(known),
            Self::Full(mandate) => match mandate.kinds() {
                LeftKinds::All => true,
                LeftKinds::Only(kinds) => kinds.meets(known.kinds),
            },
            Self::Limited {
                mandate,
                catalogued,
                held,
                ..
            } => leaves(mandate, catalogued, held, known),
        }
    }

    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Role(_) | Self::Full(_) => Span::ALWAYS,
            Self::Held { held, .. } | Self::Limited { held, .. } => held.span,
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
            Self::Full(mandate) => Path::Partnership(Arc::clone(mandate.partnership), None),
            Self::Limited { mandate, held, .. } => Path::Partnership(
                Arc::clone(mandate.partnership),
                Some(Arc::clone(&held.grant)),
            ),
        }
    }
}

/// Whether a right that the grant gives is left and leads to this one.
fn leaves(mandate: &Mandate<'_>, catalogued: &Catalogued, held: &Held, known: &Known) -> bool {
    if mandate.kinds() == LeftKinds::All {
        return held.gives(known);
    }
    let mut giving = catalogued.known.iter();
    giving.any(|other| {
        known.comes_with(other.number) && mandate.leaves(other.kind) && held.gives(other)
    })
}

type Step = ControlFlow<()>;

impl<'a> Ground<'a> {
    /// Visits every path to the product; a new sort of path is one more line here.
    #[inline]
    pub(crate) fn visit(&self, mut each: impl FnMut(Found<'a>) -> Step) -> Step {
        if let Some(own) = self.standing.own {
            self.by_role(own, &mut each)?;
            self.by_own_grants(own, &mut each)?;
            self.by_teams(own, &mut each)?;
        }
        self.by_partnerships(&mut each)
    }

    fn by_role(&self, own: Own<'a>, each: &mut impl FnMut(Found<'a>) -> Step) -> Step {
        if !self.managed && own.seat.technical.covers(self.target) {
            each(Found::Role(own.member))?;
        }
        Step::Continue(())
    }

    #[inline]
    fn by_own_grants(&self, own: Own<'a>, each: &mut impl FnMut(Found<'a>) -> Step) -> Step {
        // The upper roles have access by role alone; the owner of a managed type gives to any member.
        if own.member.role.is_upper() && !self.managed {
            return Step::Continue(());
        }
        for (place, key) in self.target.keys().iter().enumerate() {
            if self.managed && !matches!(place, TYPE | FUTURE | ITSELF) {
                continue;
            }
            for held in own.seat.own.through(*key) {
                if self.covers(held, place)
                    && (!self.managed || held.by_owner())
                    && self.counts(held)
                {
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
    fn by_teams(&self, own: Own<'a>, each: &mut impl FnMut(Found<'a>) -> Step) -> Step {
        if self.managed || own.member.role.is_upper() {
            return Step::Continue(());
        }
        for crew in self.view.crews_of(self.standing.user, own) {
            let team = crew.team.as_ref();
            self.by_holdings(&crew.own, |held, place| {
                each(Found::Held { team, held, place })
            })?;
        }
        Step::Continue(())
    }

    #[inline]
    fn by_partnerships(&self, each: &mut impl FnMut(Found<'a>) -> Step) -> Step {
        if self.managed {
            return Step::Continue(());
        }
        for mandate in self.view.mandates(self.standing.user) {
            if mandate.is_full() {
                each(Found::Full(mandate))?;
                continue;
            }
            let Some(holdings) = self.view.organization.mandate_of(&mandate.partnership.id) else {
                continue;
            };
            self.by_holdings(holdings, |held, place| {
                each(Found::Limited {
                    mandate,
                    catalogued: self.catalogued,
                    held,
                    place,
                })
            })?;
        }
        Step::Continue(())
    }

    /// Everything in these holdings that covers the product.
    #[inline]
    fn by_holdings(
        &self,
        holdings: &'a Holdings,
        mut each: impl FnMut(&'a Held, usize) -> Step,
    ) -> Step {
        for (place, key) in self.target.keys().iter().enumerate() {
            for held in holdings.through(*key) {
                if self.covers(held, place) {
                    each(held, place)?;
                }
            }
        }
        Step::Continue(())
    }

    /// Whether a grant that was lent is lent still.
    #[inline]
    fn counts(&self, held: &Held) -> bool {
        !held.is_lent() || self.view.lends(self.standing.user, held.grant.bound_to())
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
