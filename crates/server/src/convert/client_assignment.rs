//! Client assignments on the wire.

use app::Done;
use app::queries::client_assignment::ListClientAssignments;
use app::queries::list::Listing;
use decide::use_cases::client_assignment::{CreateClientAssignment, UpdateClientAssignment};
use domain::{
    Assignee, AssignmentId, ClientAssignment, Kinds, LeftProductRights, OrganizationId,
    OrganizationRight, TeamId, UserId,
};
use grantor::v1;

use super::done::organization;
use super::edit::{Mask, seen};
use super::list::{bounded, each};
use super::rights::kind_to_proto;
use super::time::proto;
use crate::fields::{Fields, Parent, Parse, right_kind};
use crate::names;

/// The fields of an assignment that an update may name.
const PATHS: [&str; 2] = ["product_rights", "organization_rights"];
/// The most kinds in one assignment: all there are.
const MAX_KINDS: usize = 5;

impl Parse for v1::CreateClientAssignmentRequest {
    type Command = CreateClientAssignment;

    fn parse(self, fields: &mut Fields) -> Option<CreateClientAssignment> {
        let organization = fields.organization("parent", &self.parent);
        let id = fields.optional_id(
            "client_assignment_id",
            &self.client_assignment_id,
            AssignmentId::parse,
        );
        let wire = fields.required("client_assignment", self.client_assignment)?;
        let client = fields.organization("client_assignment.client", &wire.client);
        let assignee = assignee(fields, &wire.assignee, organization.as_ref());
        let product_rights = product_rights(fields, wire.product_rights);
        let organization_rights = organization_rights(fields, wire.organization_rights);
        Some(CreateClientAssignment {
            organization: organization?,
            id: id?,
            client: client?,
            assignee: assignee?,
            product_rights: product_rights?,
            organization_rights: organization_rights?,
        })
    }
}

/// A member or a team of the partner.
fn assignee(fields: &mut Fields, name: &str, organization: Parent<'_>) -> Option<Assignee> {
    let field = "client_assignment.assignee";
    let (members, teams) = ("organizations/*/members/*", "organizations/*/teams/*");
    let member = names::two(name, members, OrganizationId::parse, UserId::parse);
    let team = || names::two(name, teams, OrganizationId::parse, TeamId::parse);
    let named = member
        .map(|(home, user)| (home, Assignee::Member(user)))
        .or_else(|| team().map(|(home, team)| (home, Assignee::Team(team))));
    let Some((home, assignee)) = named else {
        fields.reject(
            field,
            format!("must be a member {members} or a team {teams}"),
        );
        return None;
    };
    fields
        .same_organization(field, organization, &home)
        .map(|()| assignee)
}

fn product_rights(
    fields: &mut Fields,
    wire: Option<v1::LeftProductRights>,
) -> Option<LeftProductRights> {
    use v1::left_product_rights::Left;
    let field = "client_assignment.product_rights";
    let listed = match wire.and_then(|wire| wire.left) {
        Some(Left::All(())) => return Some(LeftProductRights::All),
        Some(Left::Listed(listed)) => listed.kinds,
        None => {
            fields.reject(field, "must be all or listed; it has no default");
            return None;
        }
    };
    let field = format!("{field}.listed.kinds");
    bounded(fields, &field, &listed, 0..=MAX_KINDS)?;
    let kinds = each(fields, &field, listed, |fields, field, kind| {
        let choices = "USAGE, MANAGEMENT, TECHNICAL, STATISTICS, DETAILED";
        fields.choice(field, kind, choices, right_kind)
    })?;
    Some(LeftProductRights::Only(Kinds::from_iter(kinds)))
}

/// Ascending and each once.
fn organization_rights(fields: &mut Fields, wire: Vec<String>) -> Option<Vec<OrganizationRight>> {
    let field = "client_assignment.organization_rights";
    bounded(fields, field, &wire, 0..=OrganizationRight::ALL.len())?;
    let mut rights = each(fields, field, wire, |fields, field, name| {
        let right = OrganizationRight::parse(&name);
        if right.is_none() {
            let names = OrganizationRight::ALL.map(OrganizationRight::name);
            fields.reject(field, format!("must be one of {}", names.join(", ")));
        }
        right
    })?;
    rights.sort_unstable();
    rights.dedup();
    Some(rights)
}

impl Parse for v1::ListClientAssignmentsRequest {
    type Command = Listing<ListClientAssignments>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        let organization = fields.organization("parent", &self.parent);
        let client = match self.client.as_str() {
            "" => Some(None),
            name => fields.organization("client", name).map(Some),
        };
        let page = fields.page(self.page_size, self.page_token, self.consistency);
        Some(page?.of(ListClientAssignments {
            organization: organization?,
            client: client?,
        }))
    }
}

impl Parse for v1::UpdateClientAssignmentRequest {
    type Command = UpdateClientAssignment;

    fn parse(self, fields: &mut Fields) -> Option<UpdateClientAssignment> {
        let mask = Mask::parse(fields, self.update_mask.as_ref(), &PATHS);
        let wire = fields.required("client_assignment", self.client_assignment)?;
        let named = fields.client_assignment("client_assignment.name", &wire.name);
        let mask = mask?;
        let kinds = mask.edit("product_rights", wire.product_rights.is_some(), || {
            product_rights(fields, wire.product_rights)
        });
        let any = !wire.organization_rights.is_empty();
        let rights = mask.edit("organization_rights", any, || {
            organization_rights(fields, wire.organization_rights)
        });
        let (organization, id) = named?;
        Some(UpdateClientAssignment {
            organization,
            id,
            product_rights: kinds?,
            organization_rights: rights?,
            etag: seen(wire.etag),
        })
    }
}

/// A client assignment of this partner.
pub(crate) fn client_assignment_to_proto(
    assignment: &ClientAssignment,
    organization: &OrganizationId,
) -> v1::ClientAssignment {
    let rights = assignment.organization_rights.iter();
    v1::ClientAssignment {
        name: assignment.id.within(organization).to_string(),
        assignee: match &assignment.assignee {
            Assignee::Member(user) => user.member_of(organization).to_string(),
            Assignee::Team(team) => team.within(organization).to_string(),
        },
        product_rights: Some(left_to_proto(assignment.product_rights)),
        organization_rights: rights.map(|right| right.name().to_owned()).collect(),
        partnership: assignment
            .partnership
            .within(&assignment.client)
            .to_string(),
        client: assignment.client.resource_name().to_string(),
        create_time: Some(proto(assignment.stamp.create_time)),
        update_time: Some(proto(assignment.stamp.update_time)),
        etag: assignment.stamp.etag(),
    }
}

fn left_to_proto(left: LeftProductRights) -> v1::LeftProductRights {
    use v1::left_product_rights::Left;
    let left = match left {
        LeftProductRights::All => Left::All(()),
        LeftProductRights::Only(kinds) => Left::Listed(v1::LeftRightKinds {
            kinds: kinds
                .iter()
                .map(|kind| kind_to_proto(kind).into())
                .collect(),
        }),
    };
    v1::LeftProductRights { left: Some(left) }
}

/// The assignment that a change saved.
pub(crate) fn saved_client_assignment(done: &Done) -> Option<v1::ClientAssignment> {
    let saved = done.saved::<ClientAssignment>()?;
    Some(client_assignment_to_proto(saved, organization(done)?))
}
