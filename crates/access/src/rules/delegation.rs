//! Rule 1: nobody gives what they do not hold, on every product that the delegation can cover, for at least as long.

use std::borrow::Cow;

use domain::{
    OrganizationRight, Period, Reason, Refusal, Rights, Scope, ScopeEntry, TeamId, Timestamp,
    UserId,
};

use super::contain::{
    Belongings, Holding, RightsPart, ScopePart, rights_contain, rights_parts, scope_parts,
};
use crate::span::Span;
use crate::view::View;
use crate::words;

/// What would be given.
#[derive(Debug, Clone, Copy)]
pub struct Delegation<'a> {
    pub rights: &'a Rights,
    /// On which products.
    pub scope: &'a Scope,
    pub period: Period,
    /// `FutureOfType` entries cover what is made after this revision; for a new grant, the revision being written.
    pub scope_revision: u64,
}

impl<'a> Delegation<'a> {
    /// What a grant gives.
    pub fn of(grant: &'a domain::Grant) -> Self {
        Self {
            rights: &grant.rights,
            scope: &grant.scope,
            period: grant.period,
            scope_revision: grant.scope_revision,
        }
    }

    /// Once given it is held.
    pub(super) fn held(&self) -> Holding<'a> {
        Holding {
            rights: Cow::Borrowed(self.rights),
            scope: Cow::Borrowed(self.scope),
            scope_revision: self.scope_revision,
            span: self.period.into(),
        }
    }
}

/// A part of a delegation that the giver lacks.
#[derive(Debug)]
struct Shortfall<'a> {
    rights: RightsPart,
    entry: Option<&'a ScopeEntry>,
    /// Lacking from its start; wanted until its end.
    span: Span,
}

impl View {
    /// Rule 1: whether the actor may give this.
    pub fn may_give(
        &self,
        actor: &UserId,
        delegation: &Delegation<'_>,
        at: Timestamp,
    ) -> Result<(), Refusal> {
        self.must_hold(actor, &self.holdings(actor), delegation, at)
    }

    /// Rule 1: whether the actor may add what `after` gives and `before` did not.
    pub fn may_give_added(
        &self,
        actor: &UserId,
        before: &Delegation<'_>,
        after: &Delegation<'_>,
        at: Timestamp,
    ) -> Result<(), Refusal> {
        let mut holdings = self.holdings(actor);
        // What was given before need not be held: only the rest is asked of the actor's own.
        holdings.add(before.held());
        self.must_hold(actor, &holdings, after, at)
    }

    /// Whether `after` gives anything that `before` did not.
    pub fn adds(&self, before: &Delegation<'_>, after: &Delegation<'_>, at: Timestamp) -> bool {
        self.lacking(&Belongings::from_iter([before.held()]), after, at)
            .is_some()
    }

    /// Rule 1: whether the actor may put a member into this team: all that the team holds is given, and what client
    /// assignments leave it.
    pub fn may_put_into_team(
        &self,
        actor: &UserId,
        team: &TeamId,
        at: Timestamp,
    ) -> Result<(), Refusal> {
        let holdings = self.holdings(actor);
        let subject = domain::Subject::Team(team.clone());
        for grant in self.organization.grants_of(&subject) {
            self.must_hold(actor, &holdings, &Delegation::of(&grant), at)?;
        }
        self.may_assign_all_of_team(actor, team)
    }

    /// Refuses unless the holdings contain the whole delegation from `at` on.
    pub(super) fn must_hold(
        &self,
        actor: &UserId,
        holdings: &Belongings<'_>,
        delegation: &Delegation<'_>,
        at: Timestamp,
    ) -> Result<(), Refusal> {
        match self.lacking(holdings, delegation, at) {
            Some(missing) => {
                let from = Span::from(delegation.period).since(at).start;
                Err(self.more_than_held(actor, &missing, from))
            }
            None => Ok(()),
        }
    }

    /// Whether the holdings contain the whole delegation from `at` on.
    pub(super) fn is_within(
        &self,
        delegation: &Delegation<'_>,
        holdings: &Belongings<'_>,
        at: Timestamp,
    ) -> bool {
        self.lacking(holdings, delegation, at).is_none()
    }

    /// The first part of the delegation that the holdings do not contain from `at` on.
    fn lacking<'g>(
        &self,
        holdings: &Belongings<'_>,
        delegation: &Delegation<'g>,
        at: Timestamp,
    ) -> Option<Shortfall<'g>> {
        let wanted = Span::from(delegation.period).since(at);
        if wanted.is_empty() {
            return None;
        }
        for entry in scope_parts(delegation.scope) {
            let part = ScopePart {
                entry,
                scope_revision: delegation.scope_revision,
            };
            let covering = holdings.containing(part, &self.organization);
            for rights in rights_parts(delegation.rights) {
                // Cut short, it is a no; whoever decides then says why.
                if !self.work.goes_on(1 + covering.len()) {
                    let span = wanted;
                    return Some(Shortfall {
                        rights,
                        entry,
                        span,
                    });
                }
                if self.gives_nothing(rights, entry) {
                    continue;
                }
                let giving = covering
                    .iter()
                    .filter(|mine| rights_contain(&mine.rights, rights, &self.platform));
                let reach = reach(giving.map(|mine| mine.span), wanted.start);
                if reach < wanted.end {
                    let span = Span {
                        start: reach,
                        end: wanted.end,
                    };
                    return Some(Shortfall {
                        rights,
                        entry,
                        span,
                    });
                }
            }
        }
        None
    }

    /// Whether a right is gone, or is one of another type than the products that the entry can cover.
    fn gives_nothing(&self, rights: RightsPart, entry: Option<&ScopeEntry>) -> bool {
        let RightsPart::Right(number) = rights else {
            return false;
        };
        let Some((indexed_type, _)) = self.platform.numbered(number) else {
            return self.platform.right(number).is_some();
        };
        let of_right = &indexed_type.product_type.id;
        match entry {
            Some(ScopeEntry::Type(id) | ScopeEntry::FutureOfType(id)) => id != of_right,
            Some(ScopeEntry::Product(id)) => {
                let product = self.organization.product(id);
                product.is_some_and(|product| product.product_type != *of_right)
            }
            Some(ScopeEntry::Group(_) | ScopeEntry::Tag(_)) | None => false,
        }
    }

    fn more_than_held(&self, actor: &UserId, missing: &Shortfall<'_>, from: Timestamp) -> Refusal {
        let rights = match missing.rights {
            RightsPart::All => "all rights".to_owned(),
            RightsPart::Kind(kind) => format!("{} (all rights of that kind)", kind.name()),
            RightsPart::Right(number) => words::right(number, &self.platform),
        };
        let scope = words::entry(missing.entry);
        let lacks = if missing.span.start == from {
            format!("does not hold {rights} on {scope}")
        } else {
            let held = missing.span.start;
            format!("holds {rights} on {scope} only until {held}")
        };
        let wanted = match Span::unless_never(missing.span.end) {
            Some(end) => format!("until {end}"),
            None => "without end".to_owned(),
        };
        let grantors = self.grantors(missing.entry);
        let message = format!(
            "Nobody gives what they do not hold: {} {lacks}, and would give it {wanted}. \
             Who could: {}.",
            actor.resource_name(),
            if grantors.is_empty() {
                "a legal representative".to_owned()
            } else {
                words::people(&grantors)
            }
        );
        Refusal::new(Reason::GivesMoreThanHeld, message)
            .with("right", rights)
            .with("scope", scope)
    }

    /// Who may give every right on this: those who manage users and hold it by role.
    pub(crate) fn grantors(&self, entry: Option<&ScopeEntry>) -> Vec<UserId> {
        let part = ScopePart {
            entry,
            // The widest reading of `future`: whoever may give that may give any.
            scope_revision: 0,
        };
        let members = self.organization.members();
        let grantors = members.filter(|member| {
            let holds_all = || {
                let holdings = self.holdings(&member.user);
                !holdings.containing(part, &self.organization).is_empty()
            };
            member.role.is_upper()
                && OrganizationRight::ManageUsers.comes_with(&member.role)
                && holds_all()
        });
        grantors.map(|member| member.user.clone()).collect()
    }
}

/// How far spans go on from `start` without a gap; `start` itself if none covers it.
fn reach(spans: impl Iterator<Item = Span>, start: Timestamp) -> Timestamp {
    let mut spans: Vec<_> = spans.collect();
    spans.sort_unstable_by_key(|span| span.start);
    let extend = |reach, span: &Span| if span.extends(reach) { span.end } else { reach };
    spans.iter().fold(start, extend)
}
