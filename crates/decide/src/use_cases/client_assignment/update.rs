//! Changes what a client assignment leaves: checked on what it adds.

use access::View;
use domain::{
    AssignmentId, ClientAssignment, Home, Kinds, LeftProductRights, OrganizationId,
    OrganizationRight, Reason, Refusal,
};
use serde::Serialize;

use super::active_partnership::active_partnership;
use super::as_seen;
use crate::rules::rule_01::assignment::may_assign;
use crate::rules::rule_09::must_be_direct;
use crate::taking::taken_from_assignee;
use crate::use_case::{Context, Plan, UseCase};
use crate::use_cases::edit::Edit;

/// Changes what a client assignment leaves.
#[derive(Debug, Clone, Serialize)]
pub struct UpdateClientAssignment {
    pub organization: OrganizationId,
    pub id: AssignmentId,
    /// What it leaves of the rights on products.
    #[serde(rename = "left_kinds")]
    pub product_rights: Edit<LeftProductRights>,
    /// The rights on the client organization that it leaves, ascending and each once.
    #[serde(rename = "left_rights")]
    pub organization_rights: Edit<Vec<OrganizationRight>>,
    /// What the caller saw.
    pub etag: Option<String>,
}

impl UseCase for UpdateClientAssignment {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn consults(&self, view: &View) -> Vec<OrganizationId> {
        let assignment = view.organization.client_assignment(&self.id);
        assignment
            .map(|assignment| assignment.client.clone())
            .into_iter()
            .collect()
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let old = as_seen(context, &self.id, self.etag.as_deref())?;
        let new = ClientAssignment {
            product_rights: self.product_rights.over(&old.product_rights),
            organization_rights: self.organization_rights.over(&old.organization_rights),
            stamp: old.stamp.touched(context.moment),
            ..old.as_ref().clone()
        };
        may_be(context, old, &new)?;
        let mut change = context.change();
        let rights_taken = old
            .organization_rights
            .iter()
            .any(|right| !new.organization_rights.contains(right));
        if rights_taken || !new.product_rights.contains(old.product_rights) {
            taken_from_assignee(context, &mut change, &old.assignee);
        }
        change.save(new);
        Ok(change.into())
    }
}

/// What it adds is asked as for a new one; taking away is always open (rule 9).
fn may_be(
    context: &Context<'_>,
    old: &ClientAssignment,
    new: &ClientAssignment,
) -> Result<(), Refusal> {
    let added = new.organization_rights.iter().copied();
    let added: Vec<_> = added
        .filter(|right| !old.organization_rights.contains(right))
        .collect();
    let keeps_kinds = old.product_rights.contains(new.product_rights);
    if added.is_empty() && keeps_kinds {
        return Ok(());
    }
    must_be_direct(context)?;
    let partnership = active_partnership(context, &new.client)?;
    if partnership.id != new.partnership {
        return Err(of_an_older_one(&new.client));
    }
    let product_rights = if keeps_kinds {
        LeftProductRights::Only(Kinds::NONE)
    } else {
        new.product_rights
    };
    let added = ClientAssignment {
        product_rights,
        organization_rights: added,
        ..new.clone()
    };
    may_assign(context, &partnership, &added)
}

/// An assignment belongs to one partnership and gives nothing once that has ended.
fn of_an_older_one(client: &OrganizationId) -> Refusal {
    Refusal::new(
        Reason::PartnershipNotActive,
        format!(
            "The partnership with {} that this assignment belongs to has ended, so it gives \
             nothing. Delete it, and make one for the partnership that is active.",
            client.resource_name()
        ),
    )
}
