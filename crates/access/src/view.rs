//! The states that a question is answered from, and the question itself: may this user do that?

use std::sync::Arc;

use domain::{OrganizationRight, Reason, Refusal, Role, Timestamp, UserId};

use crate::decision::{Decision, DecisionReason, Path, Resource};
use crate::evaluate::Ground;
use crate::state::{Catalogued, Known, OrganizationState, PlatformState, Seat, Target, UsersState};

/// What a question about one organization is answered from.
#[derive(Debug, Clone)]
pub struct View {
    /// Catalog and settings.
    pub platform: Arc<PlatformState>,
    /// Who is not active.
    pub users: Arc<UsersState>,
    /// The organization.
    pub organization: Arc<OrganizationState>,
}

/// A member who may act there.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Standing<'a> {
    pub(crate) seat: &'a Seat,
    pub(crate) member: &'a Arc<domain::Member>,
}

/// The one right on products that no type declares.
pub(crate) const CONTACT_SUPPORT: &str = "contact_support";

/// What is asked about a product.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Asked<'a> {
    /// A right of its type.
    Right(&'a Catalogued, &'a Known),
    /// Asking the operator for help with it.
    ContactSupport,
}

impl View {
    /// Whether the user may do this on that: the right is named bare or as `type/right`.
    pub fn check(
        &self,
        user: &UserId,
        resource: &Resource,
        right: &str,
        at: Timestamp,
    ) -> Result<Decision, Refusal> {
        let Resource::Product(id) = resource else {
            return Ok(self.check_organization(user, organization_right(right)?));
        };
        let Some(target) = self.organization.target(id) else {
            let denied = match self.standing(user) {
                Ok(_) => DecisionReason::ProductUnknown,
                Err(reason) => reason,
            };
            return Ok(Decision::denied(denied, None));
        };
        let asked = self.asked(target, right)?;
        Ok(match self.standing(user) {
            Ok(standing) => self.decide(standing, target, asked, at),
            Err(reason) => Decision::denied(reason, None),
        })
    }

    /// Whether the user has this right on the organization itself. None of today's paths to one depends on the time.
    pub fn holds(&self, user: &UserId, right: OrganizationRight, _at: Timestamp) -> bool {
        let standing = self.standing(user);
        standing.is_ok_and(|standing| right.comes_with(&standing.member.role))
    }

    pub(crate) fn check_organization(&self, user: &UserId, right: OrganizationRight) -> Decision {
        match self.standing(user) {
            Ok(standing) if right.comes_with(&standing.member.role) => {
                Decision::allowed(Path::Role(standing.member.role.clone()), None)
            }
            Ok(_) => Decision::denied(DecisionReason::NoPath, None),
            Err(reason) => Decision::denied(reason, None),
        }
    }

    /// The member who asks, if they may act at all, or why they may not.
    #[inline]
    pub(crate) fn standing(&self, user: &UserId) -> Result<Standing<'_>, DecisionReason> {
        let seat = self.organization.seat(user);
        let seat = seat.ok_or(DecisionReason::NotAMember)?;
        let member = seat.member.as_ref().ok_or(DecisionReason::NotAMember)?;
        if !self.users.is_active(user) {
            return Err(DecisionReason::UserInactive);
        }
        if !member.is_active() {
            return Err(DecisionReason::MemberInactive);
        }
        Ok(Standing { seat, member })
    }

    /// Between a member and a product of this type.
    pub(crate) fn ground<'a>(
        &'a self,
        standing: Standing<'a>,
        target: &'a Target,
        catalogued: &Catalogued,
    ) -> Ground<'a> {
        Ground {
            organization: &self.organization,
            seat: standing.seat,
            member: standing.member,
            target,
            managed: catalogued.is_managed(),
        }
    }

    pub(crate) fn decide(
        &self,
        standing: Standing<'_>,
        target: &Target,
        asked: Asked<'_>,
        at: Timestamp,
    ) -> Decision {
        match asked {
            Asked::Right(catalogued, known) => {
                self.ground(standing, target, catalogued).decide(known, at)
            }
            Asked::ContactSupport if standing.supports(target) => {
                Decision::allowed(Path::Role(standing.member.role.clone()), None)
            }
            Asked::ContactSupport => Decision::denied(DecisionReason::NoPath, None),
        }
    }

    pub(crate) fn catalogued(&self, target: &Target) -> Option<&Arc<Catalogued>> {
        self.platform.catalogued(&target.product_type)
    }

    /// What the right of this name is on this product; refused if its type has no such right.
    pub(crate) fn asked<'a>(
        &'a self,
        target: &'a Target,
        right: &str,
    ) -> Result<Asked<'a>, Refusal> {
        let of_type = &target.product_type;
        let catalogued = self.catalogued(target).map(Arc::as_ref);
        let bare = match right.split_once('/') {
            Some((named, bare)) => (named == of_type.as_str()).then_some(bare),
            None => Some(right),
        };
        let known = bare.and_then(|bare| {
            let catalogued = catalogued?;
            Some((catalogued, catalogued.right(bare)?))
        });
        match known {
            Some((catalogued, known)) => Ok(Asked::Right(catalogued, known)),
            None if right == CONTACT_SUPPORT => Ok(Asked::ContactSupport),
            None => Err(right_unknown(right, of_type.as_str(), catalogued)),
        }
    }
}

impl Standing<'_> {
    /// Whether they may ask for help with a product: by role, where it reaches, whoever manages the type.
    pub(crate) fn supports(&self, target: &Target) -> bool {
        match self.member.role {
            Role::LegalRepresentative => true,
            Role::Administrator(_) => self.seat.technical.covers(target),
            Role::Collaborator | Role::External => false,
        }
    }
}

/// The organization right of this name, bare or as `organization/right`.
pub(crate) fn organization_right(right: &str) -> Result<OrganizationRight, Refusal> {
    let bare = right.strip_prefix("organization/").unwrap_or(right);
    OrganizationRight::parse(bare).ok_or_else(|| {
        let names = OrganizationRight::ALL.map(OrganizationRight::name);
        Refusal::new(
            Reason::RightUnknown,
            format!(
                "An organization has no right {right:?}. Its rights are: {}.",
                names.join(", ")
            ),
        )
        .with("rights", names.join(","))
    })
}

/// The type has no such right; says which it has.
pub(crate) fn right_unknown(
    right: &str,
    of_type: &str,
    catalogued: Option<&Catalogued>,
) -> Refusal {
    let known = catalogued.map_or(&[][..], |catalogued| &catalogued.known);
    let names: Vec<_> = known.iter().map(|known| known.id.as_str()).collect();
    let has = if names.is_empty() {
        "It has no rights.".to_owned()
    } else {
        format!("Its rights are: {}.", names.join(", "))
    };
    Refusal::new(
        Reason::RightUnknown,
        format!("The product type {of_type} has no right {right:?}. {has}"),
    )
    .about(format!("productTypes/{of_type}"))
    .with("rights", names.join(","))
}
