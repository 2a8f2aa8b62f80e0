//! Lets one of the partner's people, or a team of them, exercise a client's mandate.

use access::View;
use domain::{
    Assignee, AssignmentId, ClientAssignment, Home, LeftProductRights, OrganizationId,
    OrganizationRight, RecordName, Refusal, Role, Stamp, TeamId, UserId,
};
use serde::Serialize;

use super::active_partnership::active_partnership;
use crate::preconditions::{acting_user, must_be_free, must_exist};
use crate::rules::rule_01::assignment::may_assign;
use crate::rules::rule_09::must_be_direct;
use crate::use_case::{Context, Plan, UseCase};

/// Makes a client assignment.
#[derive(Debug, Clone, Serialize)]
pub struct CreateClientAssignment {
    pub organization: OrganizationId,
    /// The id that the caller wants.
    pub id: Option<AssignmentId>,
    pub client: OrganizationId,
    /// Whom it names.
    pub assignee: Assignee,
    /// What it leaves of the rights on products.
    #[serde(rename = "left_kinds")]
    pub product_rights: LeftProductRights,
    /// The rights on the client organization that it leaves, ascending and each once.
    #[serde(rename = "left_rights")]
    pub organization_rights: Vec<OrganizationRight>,
}

impl UseCase for CreateClientAssignment {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn consults(&self, _view: &View) -> Vec<OrganizationId> {
        vec![self.client.clone()]
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        acting_user(context)?;
        must_be_direct(context)?;
        let id = match &self.id {
            Some(id) => id.clone(),
            None => AssignmentId::parse(&context.seed.id("client assignment", 0))
                .map_err(|invalid| Refusal::field("client_assignment_id", invalid.to_string()))?,
        };
        let name = RecordName::client_assignment(&id);
        must_be_free(
            context,
            context.organization().client_assignment(&id),
            &name,
        )?;
        self.assignee_is_fit(context)?;
        let partnership = active_partnership(context, &self.client)?;
        let assignment = ClientAssignment {
            id,
            client: self.client.clone(),
            partnership: partnership.id.clone(),
            assignee: self.assignee.clone(),
            product_rights: self.product_rights,
            organization_rights: self.organization_rights.clone(),
            // From that revision on the partnership stands as this rests on it.
            client_revision: partnership.stamp.revision,
            stamp: Stamp::new(context.moment),
        };
        may_assign(context, &partnership, &assignment)?;
        let mut change = context.change();
        change.save(assignment);
        Ok(change.into())
    }
}

impl CreateClientAssignment {
    /// One of the partner's people, or a team of it.
    fn assignee_is_fit(&self, context: &Context<'_>) -> Result<(), Refusal> {
        match &self.assignee {
            Assignee::Member(user) => is_of_the_people(context, user),
            Assignee::Team(team) => is_there(context, team),
        }
    }
}

fn is_there(context: &Context<'_>, team: &TeamId) -> Result<(), Refusal> {
    let known = context.organization().team(team);
    must_exist(context, known, &RecordName::team(team)).map(drop)
}

fn is_of_the_people(context: &Context<'_>, user: &UserId) -> Result<(), Refusal> {
    let known = context.organization().member(user);
    let member = must_exist(context, known, &RecordName::member(user))?;
    if member.role == Role::External {
        return Err(Refusal::field(
            "client_assignment.assignee",
            format!(
                "must be one of the partner's people: {} is EXTERNAL and exercises no mandate; make them a \
                 COLLABORATOR first",
                user.resource_name()
            ),
        ));
    }
    Ok(())
}
