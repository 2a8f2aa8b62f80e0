//! May this user do that? The question, on the organization itself or on one of its products.

use std::sync::Arc;

use domain::{OrganizationRight, ProductId, Refusal, RightName, Role, Timestamp, UserId};

use crate::accessor::Accessor;
use crate::asked_right::{AskedRight, organization_right};
use crate::decision::{Decision, DecisionReason, Path, Resource};
use crate::state::IndexedProduct;
use crate::view::View;

impl View {
    /// Whether the user may do this on that.
    pub fn check(
        &self,
        user: &UserId,
        resource: &Resource,
        right: &RightName,
        at: Timestamp,
    ) -> Result<Decision, Refusal> {
        let Resource::Product(id) = resource else {
            return Ok(self.check_organization(user, organization_right(right)?));
        };
        let Some(target) = self.organization.indexed_product(id) else {
            let denied = match self.accessor(user) {
                Ok(_) => DecisionReason::ProductUnknown,
                Err(reason) => reason,
            };
            return Ok(Decision::denied(denied, None));
        };
        let asked = self.asked(target, right)?;
        Ok(match self.accessor(user) {
            Ok(accessor) => self.decide(accessor, target, asked, at),
            Err(reason) => Decision::denied(reason, None),
        })
    }

    /// Whether the user has this right on the organization itself. None of today's paths to one depends on the time.
    pub fn holds(&self, user: &UserId, right: OrganizationRight, _at: Timestamp) -> bool {
        self.accessor(user).is_ok_and(|accessor| {
            let membership = accessor.membership;
            membership.is_some_and(|membership| right.comes_with(&membership.member.role))
                || self.mandates(user).any(|mandate| mandate.holds(right))
        })
    }

    /// Whether the user may ask for help with the product. No path to that depends on the time.
    pub(crate) fn supports(&self, user: &UserId, product: &ProductId) -> bool {
        let target = self.organization.indexed_product(product);
        let accessor = self.accessor(user).ok();
        target.zip(accessor).is_some_and(|(target, accessor)| {
            let support = OrganizationRight::ContactSupport;
            accessor.supports(target).is_some() || self.by_mandate(user, support).allowed
        })
    }

    pub(crate) fn check_organization(&self, user: &UserId, right: OrganizationRight) -> Decision {
        let accessor = match self.accessor(user) {
            Ok(accessor) => accessor,
            Err(reason) => return Decision::denied(reason, None),
        };
        if let Some(membership) = accessor.membership
            && right.comes_with(&membership.member.role)
        {
            return Decision::allowed(Path::Role(membership.member.role.clone()), None);
        }
        self.by_mandate(user, right)
    }

    fn by_mandate(&self, user: &UserId, right: OrganizationRight) -> Decision {
        let mut giving = self.mandates(user).filter(|mandate| mandate.holds(right));
        match giving.next() {
            Some(mandate) => {
                let partnership = Arc::clone(mandate.partnership);
                Decision::allowed(Path::Partnership(partnership, None), None)
            }
            None => Decision::denied(DecisionReason::NoPath, None),
        }
    }

    pub(crate) fn decide(
        &self,
        accessor: Accessor<'_>,
        target: &IndexedProduct,
        asked: AskedRight<'_>,
        at: Timestamp,
    ) -> Decision {
        match asked {
            AskedRight::Right(indexed_type, known) => self
                .evaluation(accessor, target, indexed_type)
                .decide(known, at),
            AskedRight::ContactSupport => match accessor.supports(target) {
                Some(role) => Decision::allowed(Path::Role(role.clone()), None),
                None => self.by_mandate(accessor.user, OrganizationRight::ContactSupport),
            },
        }
    }
}

impl Accessor<'_> {
    /// The role that lets them ask for help with a product, where one does: as far as it reaches, whoever manages the type.
    fn supports(&self, target: &IndexedProduct) -> Option<&Role> {
        let membership = self.membership?;
        let supports = match &membership.member.role {
            Role::LegalRepresentative => true,
            Role::Administrator(_) => membership.indexed.technical.covers(target),
            Role::Collaborator | Role::External => false,
        };
        supports.then_some(&membership.member.role)
    }
}
