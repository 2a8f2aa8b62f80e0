//! The one evaluator: visits every path from a person to a product. Checks, lists, explanations and previews all fold over it.

use std::collections::HashSet;
use std::ops::ControlFlow;
use std::sync::Arc;

use domain::{LeftProductRights, Member, Team, Timestamp};

use crate::accessor::{Accessor, Membership};
use crate::decision::{Decision, DecisionReason, Path};
use crate::span::Span;
use crate::staff::Mandate;
use crate::state::{FUTURE, ITSELF, TYPE};
use crate::state::{
    GrantEntry, IndexedProduct, IndexedRight, IndexedType, OrganizationState, SubjectGrants,
};
use crate::view::View;

/// Somebody who may act, a product, and between them every path there is.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Evaluation<'a> {
    pub(crate) view: &'a View,
    pub(crate) accessor: Accessor<'a>,
    pub(crate) target: &'a IndexedProduct,
    pub(crate) indexed_type: &'a IndexedType,
    /// The owner of an externally managed type alone says who has what on it.
    pub(crate) managed: bool,
}

/// A path to the product, whichever rights it gives and whenever it counts.
#[derive(Debug, Clone, Copy)]
pub(crate) enum FoundPath<'a> {
    /// The role; gives every right.
    Role(&'a Arc<Member>),
    /// A grant, the team whose it is where it is not the member's own, and the place of the matched key in `IndexedProduct::keys()`.
    Grant {
        team: Option<&'a Arc<Team>>,
        held: GrantEntry<'a>,
        place: usize,
    },
    /// The mandate of a full partner, as far as it is left.
    Full(Mandate<'a>),
    /// A grant of the mandate of a limited partner, as far as it is left.
    Limited {
        mandate: Mandate<'a>,
        indexed_type: &'a IndexedType,
        held: GrantEntry<'a>,
        place: usize,
    },
}

impl FoundPath<'_> {
    pub(crate) fn gives(&self, right: &IndexedRight) -> bool {
        match self {
            Self::Role(_) => true,
            Self::Grant { held, .. } => held.gives(right),
            Self::Full(mandate) => match mandate.kinds() {
                LeftProductRights::All => true,
                LeftProductRights::Only(kinds) => kinds.meets(right.kinds),
            },
            Self::Limited {
                mandate,
                indexed_type,
                held,
                ..
            } => leaves(mandate, indexed_type, held, right),
        }
    }

    pub(crate) fn span(&self) -> Span {
        match self {
            Self::Role(_) | Self::Full(_) => Span::ALWAYS,
            Self::Grant { held, .. } | Self::Limited { held, .. } => held.span,
        }
    }

    /// The same as whoever asked gets it; `here` is where it was found.
    pub(crate) fn path(&self, here: &OrganizationState) -> Option<Path> {
        Some(match self {
            Self::Role(member) => Path::Role(member.role.clone()),
            Self::Grant {
                team: None, held, ..
            } => Path::Grant(here.id_of(held.held)?),
            Self::Grant {
                team: Some(team),
                held,
                ..
            } => Path::Team(Arc::clone(team), here.id_of(held.held)?),
            Self::Full(mandate) => Path::Partnership(Arc::clone(mandate.partnership), None),
            Self::Limited { mandate, held, .. } => {
                let grant = here.id_of(held.held)?;
                Path::Partnership(Arc::clone(mandate.partnership), Some(grant))
            }
        })
    }
}

/// Whether a right that the grant gives is left and leads to this one.
fn leaves(
    mandate: &Mandate<'_>,
    indexed_type: &IndexedType,
    held: &GrantEntry<'_>,
    right: &IndexedRight,
) -> bool {
    if mandate.kinds() == LeftProductRights::All {
        return held.gives(right);
    }
    let mut giving = indexed_type.rights.iter();
    giving.any(|other| {
        right.comes_with(other.number) && mandate.leaves(other.kind) && held.gives(other)
    })
}

type Flow = ControlFlow<()>;

impl View {
    /// Between somebody and a product of this type.
    pub(crate) fn evaluation<'a>(
        &'a self,
        accessor: Accessor<'a>,
        target: &'a IndexedProduct,
        indexed_type: &'a IndexedType,
    ) -> Evaluation<'a> {
        Evaluation {
            view: self,
            accessor,
            target,
            indexed_type,
            managed: indexed_type.is_managed(),
        }
    }
}

impl<'a> Evaluation<'a> {
    /// Visits every path to the product; a new sort of path is one more line here.
    #[inline]
    pub(crate) fn visit(&self, mut each: impl FnMut(FoundPath<'a>) -> Flow) -> Flow {
        if let Some(membership) = self.accessor.membership {
            self.by_role(membership, &mut each)?;
            self.by_own_grants(membership, &mut each)?;
            self.by_teams(membership, &mut each)?;
        }
        self.by_partnerships(&mut each)
    }

    fn by_role(
        &self,
        membership: Membership<'a>,
        each: &mut impl FnMut(FoundPath<'a>) -> Flow,
    ) -> Flow {
        if !self.managed && membership.indexed.technical.covers(self.target) {
            each(FoundPath::Role(membership.member))?;
        }
        Flow::Continue(())
    }

    #[inline]
    fn by_own_grants(
        &self,
        membership: Membership<'a>,
        each: &mut impl FnMut(FoundPath<'a>) -> Flow,
    ) -> Flow {
        // The upper roles have access by role alone; the owner of a managed type gives to any member.
        if membership.indexed.is_upper && !self.managed {
            return Flow::Continue(());
        }
        for (place, key) in self.target.keys().iter().enumerate() {
            if self.managed && !matches!(place, TYPE | FUTURE | ITSELF) {
                continue;
            }
            let through = membership.indexed.grants.through(*key);
            for held in self.view.organization.entries(through) {
                if self.covers(&held, place)
                    && (!self.managed || held.by_owner)
                    && self.counts(&held)
                {
                    each(FoundPath::Grant {
                        team: None,
                        held,
                        place,
                    })?;
                }
            }
        }
        Flow::Continue(())
    }

    #[inline]
    fn by_teams(
        &self,
        membership: Membership<'a>,
        each: &mut impl FnMut(FoundPath<'a>) -> Flow,
    ) -> Flow {
        if self.managed || membership.indexed.is_upper {
            return Flow::Continue(());
        }
        for indexed in self.view.teams_of(self.accessor.user, membership) {
            let team = indexed.team.as_ref();
            self.by_holdings(&indexed.grants, |held, place| {
                each(FoundPath::Grant { team, held, place })
            })?;
        }
        Flow::Continue(())
    }

    #[inline]
    fn by_partnerships(&self, each: &mut impl FnMut(FoundPath<'a>) -> Flow) -> Flow {
        if self.managed {
            return Flow::Continue(());
        }
        for mandate in self.view.mandates(self.accessor.user) {
            if mandate.is_full() {
                each(FoundPath::Full(mandate))?;
                continue;
            }
            let Some(holdings) = self.view.organization.mandate_of(&mandate.partnership.id) else {
                continue;
            };
            self.by_holdings(holdings, |held, place| {
                each(FoundPath::Limited {
                    mandate,
                    indexed_type: self.indexed_type,
                    held,
                    place,
                })
            })?;
        }
        Flow::Continue(())
    }

    /// Every entry of these grants that covers the product.
    #[inline]
    fn by_holdings(
        &self,
        holdings: &'a SubjectGrants,
        mut each: impl FnMut(GrantEntry<'a>, usize) -> Flow,
    ) -> Flow {
        for (place, key) in self.target.keys().iter().enumerate() {
            for held in self.view.organization.entries(holdings.through(*key)) {
                if self.covers(&held, place) {
                    each(held, place)?;
                }
            }
        }
        Flow::Continue(())
    }

    /// Whether a grant counts: a bound one does while a partnership that it is bound to does.
    #[inline]
    fn counts(&self, held: &GrantEntry<'_>) -> bool {
        let bound_to = held.bound_to();
        bound_to.is_empty() || self.view.binding_counts(self.accessor.user, bound_to)
    }

    /// Whether what is held through the key at `place` covers the product: future ones of a type by their age.
    #[inline]
    fn covers(&self, held: &GrantEntry<'_>, place: usize) -> bool {
        place != FUTURE || self.target.create_revision > held.scope_revision
    }

    /// Whether some path gives the right at that time, which, and until when the answer holds.
    pub(crate) fn decide(&self, right: &IndexedRight, at: Timestamp) -> Decision {
        let mut first = None;
        let mut reach = at;
        let mut next = Span::NEVER;
        let mut is_over = false;
        let _ = self.visit(|found| {
            let span = found.span();
            if span.covers(at) && found.gives(right) {
                first.get_or_insert(found);
                reach = reach.max(span.end);
            } else if span.comes_after(at) && found.gives(right) {
                next = next.min(span.start);
            } else if !is_over && span.is_over(at) {
                is_over = found.gives(right);
            }
            stop_if(reach == Span::NEVER)
        });
        let path = first.and_then(|first| first.path(&self.view.organization));
        let Some(path) = path else {
            return Decision::denied(self.lacking(is_over), Span::unless_never(next));
        };
        // Later spans matter only where one begins before the present ones end.
        if next <= reach && reach != Span::NEVER {
            reach = self.reach(right, reach);
        }
        Decision::allowed(path, Span::unless_never(reach))
    }

    /// Why no path allows it; `is_over` where one did.
    fn lacking(&self, is_over: bool) -> DecisionReason {
        let upper = self.accessor.membership.filter(|it| it.indexed.is_upper);
        match upper.and_then(|it| it.member.role.areas()) {
            _ if is_over => DecisionReason::Ended,
            _ if self.managed => DecisionReason::Managed,
            None => DecisionReason::NoPath,
            Some(areas) if areas.technical.is_none() => DecisionReason::AreaMissing,
            Some(_) => DecisionReason::OutOfReach,
        }
    }

    /// How far the spans that give the right go on without a gap.
    fn reach(&self, right: &IndexedRight, from: Timestamp) -> Timestamp {
        let mut reach = from;
        loop {
            let before = reach;
            let _ = self.visit(|found| {
                if found.span().extends(reach) && found.gives(right) {
                    reach = found.span().end;
                }
                stop_if(reach == Span::NEVER)
            });
            if reach == before || reach == Span::NEVER {
                return reach;
            }
        }
    }

    /// Whether some path that counts at that time gives what is asked for.
    pub(crate) fn gives(&self, at: Timestamp, asked: impl Fn(&FoundPath<'a>) -> bool) -> bool {
        let visited = self.visit(|found| stop_if(found.span().covers(at) && asked(&found)));
        visited.is_break()
    }

    /// Whether some path that counts at that time gives any right of the type.
    pub(crate) fn gives_any(&self, at: Timestamp) -> bool {
        let rights = &self.indexed_type.rights;
        self.gives(at, |found| rights.iter().any(|right| found.gives(right)))
    }

    /// Every path that counts at that time and gives any of these rights, each once, and when the next that does begins or
    /// ends.
    pub(crate) fn paths_giving(
        &self,
        rights: &[&IndexedRight],
        at: Timestamp,
    ) -> (Vec<Path>, Option<Timestamp>) {
        let (mut paths, mut next) = (Vec::new(), Span::NEVER);
        // A grant is found once for each key of the product that its scope names.
        let mut grants = HashSet::new();
        let _ = self.visit(|found| {
            let span = found.span();
            if span.is_empty() || !rights.iter().any(|right| found.gives(right)) {
                return stop_if(false);
            }
            next = [span.start, span.end]
                .into_iter()
                .filter(|turn| at < *turn)
                .fold(next, Timestamp::min);
            let path = found.path(&self.view.organization);
            let mut is_new = |path: &Path| path.grant().is_none_or(|it| grants.insert(it.clone()));
            paths.extend(path.filter(|path| span.covers(at) && is_new(path)));
            stop_if(false)
        });
        (paths, Span::unless_never(next))
    }

    /// How many places `visit` looks at: each key of the product, in each place where somebody can hold something through it.
    pub(crate) fn steps(&self) -> usize {
        let teams = self
            .accessor
            .membership
            .map_or(0, |it| it.indexed.teams.len());
        let mandates = self.view.organization.active_partnerships().len();
        let keys = self.target.keys().len();
        keys.saturating_mul(1 + teams + mandates)
    }

    /// The rights that the member has on the product at that time, ordered by id.
    pub(crate) fn held<'c>(
        &self,
        indexed_type: &'c IndexedType,
        at: Timestamp,
    ) -> Vec<&'c IndexedRight> {
        let mut paths = Vec::new();
        let _ = self.visit(|found| {
            if found.span().covers(at) {
                paths.push(found);
            }
            stop_if(false)
        });
        let given = |right: &&IndexedRight| paths.iter().any(|found| found.gives(right));
        indexed_type.rights.iter().filter(given).collect()
    }
}

fn stop_if(done: bool) -> Flow {
    if done {
        Flow::Break(())
    } else {
        Flow::Continue(())
    }
}
