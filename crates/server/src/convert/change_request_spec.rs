//! What a change request asks for, read from the wire.

use decide::use_cases::change_request::{
    ChangeSpec, CreateChangeRequest, CreationSpec, MemberSpec,
};
use decide::use_cases::role_spec::RoleSpec;
use domain::{ChangeRequestId, DisplayName, Email, GrantId, Locale, Note, UserId};
use grantor::v1;
use v1::change_request::Change;

use super::invitation::{MAX_OFFERED, grants, teams};
use super::list::{bounded, each};
use super::role::{area_set, role, technical_scope};
use crate::fields::{Fields, Parent, Parse};

impl Parse for v1::CreateChangeRequestRequest {
    type Command = CreateChangeRequest;

    fn parse(self, fields: &mut Fields) -> Option<CreateChangeRequest> {
        let organization = fields.organization("parent", &self.parent);
        let id = fields.optional_id(
            "change_request_id",
            &self.change_request_id,
            ChangeRequestId::parse,
        );
        let wire = fields.required("change_request", self.change_request)?;
        let all = self.acknowledge_all_products;
        let here = organization.as_ref();
        let spec = match wire.change {
            None => {
                fields.reject(
                    "change_request.change",
                    "must be one of create_user, change_member, deactivate_member, reactivate_member, \
                     raise_administrator_limit; it has no default",
                );
                None
            }
            Some(Change::CreateUser(wire)) => creation(fields, wire, here, all),
            Some(Change::ChangeMember(wire)) => member_change(fields, wire, here, all),
            Some(Change::DeactivateMember(wire)) => deactivation(fields, &wire, here),
            Some(Change::ReactivateMember(wire)) => {
                let field = "change_request.reactivate_member.member";
                member(fields, field, &wire.member, here)
                    .map(|member| ChangeSpec::ReactivateMember { member })
            }
            Some(Change::RaiseAdministratorLimit(wire)) => limit(fields, &wire),
        };
        let note = fields.optional_text("change_request.note", &wire.note, Note::parse);
        Some(CreateChangeRequest {
            organization: organization?,
            id: id?,
            spec: spec?,
            note: note?,
        })
    }
}

fn creation(
    fields: &mut Fields,
    wire: v1::UserCreation,
    organization: Parent<'_>,
    acknowledge_all: bool,
) -> Option<ChangeSpec> {
    let field = |name: &str| format!("change_request.create_user.{name}");
    let given_name = fields.text(
        &field("given_name"),
        &wire.given_name,
        DisplayName::parse_without_link,
    );
    let family_name = fields.optional_text(
        &field("family_name"),
        &wire.family_name,
        DisplayName::parse_without_link,
    );
    let email = fields.text(&field("email"), &wire.email, Email::parse);
    let position = fields.optional_text(&field("position"), &wire.position, DisplayName::parse);
    let locale = fields.optional_text(&field("locale"), &wire.locale, Locale::parse);
    let role = fields
        .required(&field("role"), wire.role)
        .and_then(|wire| requested_role(fields, &field("role"), wire, organization));
    let grants = grants(
        fields,
        &field("grants"),
        wire.grants,
        organization,
        acknowledge_all,
    );
    let teams = teams(fields, &field("teams"), wire.teams, organization);
    Some(ChangeSpec::CreateUser(CreationSpec {
        given_name: given_name?,
        family_name: family_name?,
        email: email?,
        position: position?,
        locale: locale?.unwrap_or_default(),
        role: role?,
        grants: grants?,
        teams: teams?,
        lift_shut_out: wire.lift_shut_out,
    }))
}

fn member_change(
    fields: &mut Fields,
    wire: v1::MemberChange,
    organization: Parent<'_>,
    acknowledge_all: bool,
) -> Option<ChangeSpec> {
    let field = |name: &str| format!("change_request.change_member.{name}");
    let nothing = wire.role.is_none()
        && wire.add_grants.is_empty()
        && wire.remove_grants.is_empty()
        && wire.add_teams.is_empty()
        && wire.remove_teams.is_empty();
    if nothing {
        let why = "must ask for something: a role, grants or teams";
        fields.reject("change_request.change_member", why);
    }
    let member = member(fields, &field("member"), &wire.member, organization);
    if wire.access_etag.is_empty() {
        let why = "is required: the etag of GetMemberAccess as it was seen";
        fields.reject(&field("access_etag"), why);
    }
    let role = match wire.role {
        None => Some(None),
        Some(wire) => requested_role(fields, &field("role"), wire, organization).map(Some),
    };
    let add_grants = grants(
        fields,
        &field("add_grants"),
        wire.add_grants,
        organization,
        acknowledge_all,
    );
    let remove_grants = removed(
        fields,
        &field("remove_grants"),
        wire.remove_grants,
        organization,
    );
    let add_teams = teams(fields, &field("add_teams"), wire.add_teams, organization);
    let remove_teams = teams(
        fields,
        &field("remove_teams"),
        wire.remove_teams,
        organization,
    );
    let spec = MemberSpec {
        member: member?,
        etag: wire.access_etag,
        role: role?,
        add_grants: add_grants?,
        remove_grants: remove_grants?,
        add_teams: add_teams?,
        remove_teams: remove_teams?,
    };
    Some(ChangeSpec::ChangeMember(spec))
}

fn removed(
    fields: &mut Fields,
    field: &str,
    wire: Vec<String>,
    organization: Parent<'_>,
) -> Option<Vec<GrantId>> {
    bounded(fields, field, &wire, 0..=MAX_OFFERED)?;
    let mut ids = each(fields, field, wire, |fields, field, name| {
        let (home, id) = fields.grant(field, &name)?;
        fields
            .same_organization(field, organization, &home)
            .map(|()| id)
    })?;
    let named = ids.len();
    ids.sort();
    ids.dedup();
    if ids.len() < named {
        fields.reject(field, "must name each grant once");
    }
    Some(ids)
}

fn deactivation(
    fields: &mut Fields,
    wire: &v1::MemberDeactivation,
    organization: Parent<'_>,
) -> Option<ChangeSpec> {
    let field = |name: &str| format!("change_request.deactivate_member.{name}");
    let member = member(fields, &field("member"), &wire.member, organization);
    let reason = fields.text(&field("reason"), &wire.reason, Note::parse);
    Some(ChangeSpec::DeactivateMember {
        member: member?,
        reason: reason?,
    })
}

fn limit(fields: &mut Fields, wire: &v1::AdministratorLimitRaise) -> Option<ChangeSpec> {
    let limit = u32::try_from(wire.limit).ok().filter(|limit| *limit > 0);
    if limit.is_none() {
        let field = "change_request.raise_administrator_limit.limit";
        fields.reject(field, "is required: 1 or more");
    }
    limit.map(|limit| ChangeSpec::RaiseAdministratorLimit { limit })
}

fn member(
    fields: &mut Fields,
    field: &str,
    name: &str,
    organization: Parent<'_>,
) -> Option<UserId> {
    let (home, user) = fields.member(field, name)?;
    fields
        .same_organization(field, organization, &home)
        .map(|()| user)
}

fn requested_role(
    fields: &mut Fields,
    field: &str,
    wire: v1::RequestedRole,
    organization: Parent<'_>,
) -> Option<RoleSpec> {
    let role = role(fields, &format!("{field}.role"), wire.role);
    let any_area = !wire.areas.is_empty();
    let areas = area_set(fields, &format!("{field}.areas"), wire.areas);
    let scope = technical_scope(
        fields,
        &format!("{field}.technical_scope"),
        wire.technical_scope,
        organization,
    );
    Some(RoleSpec {
        role: Some(role?),
        areas: areas.map(|areas| any_area.then_some(areas))?,
        technical_scope: scope?,
    })
}
