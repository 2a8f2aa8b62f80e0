//! Everything that somebody holds on products, as rule 1 weighs it: by role, by grants, by the mandates they exercise.

use std::borrow::Cow;

use domain::{LeftProductRights, Rights, Role, Scope, UserId};

use super::contain::{Belongings, Holding};
use crate::accessor::Membership;
use crate::span::Span;
use crate::staff::Mandate;
use crate::view::View;

/// What the upper roles and full partners hold where they hold anything.
static EVERY_RIGHT: Rights = Rights::All;
pub(super) static EVERY_PRODUCT: Scope = Scope::All;

impl View {
    /// Everything that the actor holds on products. Nothing, if they may not act.
    pub(super) fn holdings<'a>(&'a self, actor: &'a UserId) -> Belongings<'a> {
        let Ok(accessor) = self.accessor(actor) else {
            return Belongings::default();
        };
        let membership = accessor.membership;
        let membership =
            membership.map_or_else(Vec::new, |membership| self.of_membership(actor, membership));
        let mandates = self.mandates(actor);
        let entrusted = mandates.flat_map(|mandate| self.of_mandate(mandate));
        let all = membership.into_iter().chain(entrusted);
        all.take_while(|holding| self.work.goes_on(1 + holding.scope.entries().len()))
            .collect()
    }

    pub(super) fn of_membership<'a>(
        &'a self,
        actor: &'a UserId,
        membership: Membership<'a>,
    ) -> Vec<Holding<'a>> {
        match &membership.member.role {
            Role::LegalRepresentative => vec![everything_on(&EVERY_PRODUCT)],
            Role::Administrator(areas) => areas.technical.iter().map(everything_on).collect(),
            Role::Collaborator | Role::External => {
                let here = &self.organization;
                let teams = self.teams_of(actor, membership);
                let of_teams = teams.flat_map(|indexed| here.all_of(&indexed.grants));
                let own = here.all_of(&membership.indexed.grants).into_iter();
                let grants = own.filter(|grant| {
                    let bound_to = grant.bound_to();
                    bound_to.is_empty() || self.binding_counts(actor, bound_to)
                });
                let grants = grants.chain(of_teams);
                grants.map(Holding::of_grant).collect()
            }
        }
    }

    fn of_mandate<'a>(&'a self, mandate: Mandate<'a>) -> Vec<Holding<'a>> {
        if mandate.is_full() {
            return vec![Holding {
                rights: self.left(&mandate, &EVERY_RIGHT),
                ..everything_on(&EVERY_PRODUCT)
            }];
        }
        let held = self.organization.mandate_of(&mandate.partnership.id);
        let grants = held
            .into_iter()
            .flat_map(|held| self.organization.all_of(held));
        let left = grants.map(|grant| {
            let held = Holding::of_grant(grant);
            Holding {
                rights: Cow::Owned(self.left(&mandate, &held.rights).into_owned()),
                ..held
            }
        });
        left.collect()
    }

    /// The part of these rights that is left to who exercises the mandate.
    fn left<'a>(&self, mandate: &Mandate<'_>, rights: &'a Rights) -> Cow<'a, Rights> {
        let LeftProductRights::Only(left) = mandate.kinds() else {
            return Cow::Borrowed(rights);
        };
        Cow::Owned(match rights {
            Rights::All => Rights::listed(left, []),
            Rights::Listed { kinds, .. } => {
                // A right that is not left itself may imply one that is.
                let given = self
                    .platform
                    .all_known()
                    .filter(|known| left.contains(known.kind) && known.given_by(rights));
                Rights::listed(kinds.within(left), given.map(|known| known.number))
            }
        })
    }
}

pub(super) fn everything_on(scope: &Scope) -> Holding<'_> {
    Holding {
        rights: Cow::Borrowed(&EVERY_RIGHT),
        scope: Cow::Borrowed(scope),
        scope_revision: Holding::NO_REVISION,
        span: Span::ALWAYS,
    }
}
