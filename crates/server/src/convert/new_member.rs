//! People who are made members, on the wire.

use app::{Done, MadeMembers};
use decide::use_cases::member::{CreateMembers, PersonToJoin};
use domain::{Invitation, UserId};
use grantor::v1;

use super::done::organization;
use super::invitation::role_spec;
use super::items::items;
use super::member::member_to_proto;
use super::role::panel;
use super::user::person;
use crate::fields::{Fields, Parent, Parse};

impl Parse for v1::BatchCreateMembersRequest {
    type Command = CreateMembers;

    fn parse(self, fields: &mut Fields) -> Option<CreateMembers> {
        let organization = fields.organization("parent", &self.parent);
        let people = items(
            fields,
            organization.as_ref(),
            self.requests,
            "person",
            |fields, prefix, item| person_to_join(fields, prefix, organization.as_ref(), item),
        );
        Some(CreateMembers {
            organization: organization?,
            people: people?,
        })
    }
}

fn person_to_join(
    fields: &mut Fields,
    prefix: &str,
    organization: Parent<'_>,
    item: v1::CreateMemberRequest,
) -> Option<PersonToJoin> {
    let at = format!("{prefix}member");
    let user = fields.optional_id(&format!("{prefix}user_id"), &item.user_id, UserId::parse);
    let member = fields.required(&at, item.member)?;
    let said = v1::User {
        given_name: member.given_name,
        family_name: member.family_name,
        email: member.email,
        login: member.login,
        position: member.position,
        locale: item.locale,
        ..Default::default()
    };
    let person = person(fields, &at, &format!("{prefix}locale"), &said);
    let role = role_spec(
        fields,
        (&at, organization),
        member.role,
        member.areas,
        member.technical_scope,
    );
    let panel = match member.panel {
        0 => Some(None),
        named => panel(fields, &format!("{at}.panel"), named).map(Some),
    };
    Some(PersonToJoin {
        user: user?,
        person: person?,
        email_confirmed: item.email_confirmed,
        role: role?,
        panel: panel?,
    })
}

/// Who was made a member.
pub(crate) fn made_members(done: &Done, made: &MadeMembers) -> Vec<v1::Member> {
    let Some(organization) = organization(done) else {
        return Vec::new();
    };
    let rows = made.rows.iter();
    rows.map(|row| member_to_proto(row, organization, &made.texts))
        .collect()
}

/// The invitations that went out instead, by name.
pub(crate) fn sent_invitations(done: &Done) -> Vec<String> {
    let Some(organization) = organization(done) else {
        return Vec::new();
    };
    let sent = done.all_saved::<Invitation>();
    sent.map(|sent| sent.id.within(organization).to_string())
        .collect()
}
