//! Why is it allowed or denied? The evaluator's reason, and where nothing allows it, what comes nearest.

use access::{Decision, DecisionReason, Resource, View};
use domain::{Areas, OrganizationRight, RightName, Role};

use super::question::Question;

/// Why the answer is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AccessReason {
    /// Allowed by the role.
    Role,
    /// Allowed by a grant of the member's own.
    Grant,
    /// Allowed by a grant of a team.
    Team,
    /// Allowed by a partnership whose staff the user is.
    Partnership,
    /// No such member.
    NotAMember,
    UserInactive,
    /// The membership is deactivated.
    MemberInactive,
    /// No such product.
    ProductUnknown,
    /// Nothing gives it.
    NotGranted,
    /// A grant will give it.
    NotStarted,
    /// A grant gave it.
    Expired,
    /// The role does not have it.
    RoleLacksRight,
    /// The administrator lacks the area.
    AreaMissing,
    /// The administrator's TECHNICAL does not reach the product.
    OutsideTechnicalScope,
    /// The owner of the type has given nothing.
    ExternallyManaged,
}

/// Why the decision is so, as finely as it can be told.
pub(super) fn reason(view: &View, question: &Question, decision: &Decision) -> AccessReason {
    match decision.reason {
        DecisionReason::Role => AccessReason::Role,
        DecisionReason::Grant => AccessReason::Grant,
        DecisionReason::Team => AccessReason::Team,
        DecisionReason::Partnership => AccessReason::Partnership,
        DecisionReason::NotAMember => AccessReason::NotAMember,
        DecisionReason::UserInactive => AccessReason::UserInactive,
        DecisionReason::MemberInactive => AccessReason::MemberInactive,
        DecisionReason::ProductUnknown => AccessReason::ProductUnknown,
        // It says more than any of what follows.
        _ if decision.valid_until.is_some() => AccessReason::NotStarted,
        DecisionReason::Ended => AccessReason::Expired,
        DecisionReason::Managed => AccessReason::ExternallyManaged,
        DecisionReason::OutOfReach => AccessReason::OutsideTechnicalScope,
        DecisionReason::AreaMissing => AccessReason::AreaMissing,
        DecisionReason::NoPath => no_path(view, question),
    }
}

/// Of a right that no grant gives, what about the role is missing.
fn no_path(view: &View, question: &Question) -> AccessReason {
    let is_of_a_product = matches!(question.resource, Resource::Product(_));
    if is_of_a_product && !question.right.is_contact_support() {
        return AccessReason::NotGranted;
    }
    let member = view.organization.member(&question.subject);
    let role = member.map(|member| &member.role);
    if is_of_a_product {
        outside(role).unwrap_or(AccessReason::RoleLacksRight)
    } else {
        lacking(role, &question.right)
    }
}

/// What an administrator lacks to reach a product; `None` for other roles.
fn outside(role: Option<&Role>) -> Option<AccessReason> {
    let areas = role?.areas()?;
    Some(match areas.technical {
        None => AccessReason::AreaMissing,
        Some(_) => AccessReason::OutsideTechnicalScope,
    })
}

/// Whether another area would give an administrator the right on the organization.
fn lacking(role: Option<&Role>, right: &RightName) -> AccessReason {
    let with_all_areas =
        |right: OrganizationRight| right.comes_with(&Role::Administrator(Areas::all()));
    match role {
        Some(Role::Administrator(_)) if right.on_organization().is_some_and(with_all_areas) => {
            AccessReason::AreaMissing
        }
        _ => AccessReason::RoleLacksRight,
    }
}
