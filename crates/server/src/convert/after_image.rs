//! A thing as it was right after a change, on the wire: without counts, and without what was erased since.

use std::sync::Arc;

use app::queries::audit::Logged;
use app::queries::member::MemberRow;
use app::queries::platform::NamedOperator;
use app::queries::product_group::ProductCounts;
use app::{Seen, Texts};
use decide::queries::shown_role::ShownRole;
use domain::{Member, Organization, OrganizationId, Record};
use grantor::v1;
use grantor::v1::resource_change::After;

use super::catalog::product_type_to_proto;
use super::change_request::change_request_to_proto;
use super::client_assignment::client_assignment_to_proto;
use super::grant::grant_to_proto;
use super::invitation::invitation_to_proto;
use super::member::member_to_proto;
use super::organization::organization_to_proto;
use super::partner::partner_to_proto;
use super::partnership::partnership_to_proto;
use super::platform::{operator_to_proto, settings_to_proto};
use super::product::product_to_proto;
use super::product_group::product_group_to_proto;
use super::service_account::{key_to_proto, service_account_to_proto};
use super::shut_out::shut_out_to_proto;
use super::team::team_to_proto;
use super::user::user_to_proto;

/// The after-image of a saved thing; `None` for what cannot be in that home.
pub(crate) fn after_image(
    record: &Record,
    logged: &Logged,
    texts: &Texts,
    seen: &Seen,
) -> Option<After> {
    let of_platform = match record {
        Record::Settings(settings) => After::PlatformSettings(settings_to_proto(settings)),
        Record::Operator { operator, stamp } => {
            let named = NamedOperator {
                operator: operator.clone(),
                create_time: stamp.create_time,
            };
            After::Operator(operator_to_proto(&named))
        }
        Record::ProductType(product_type) => {
            After::ProductType(product_type_to_proto(product_type))
        }
        Record::ServiceAccount(account) => After::ServiceAccount(service_account_to_proto(account)),
        Record::Key(key) => After::Key(key_to_proto(key)),
        Record::User(user) => After::User(user_to_proto(user, texts)),
        Record::Organization(_)
        | Record::Member(_)
        | Record::Product(_)
        | Record::ProductGroup(_)
        | Record::Team(_)
        | Record::Partner(_)
        | Record::Partnership(_)
        | Record::ClientAssignment(_)
        | Record::Grant(_)
        | Record::Invitation(_)
        | Record::ChangeRequest(_)
        | Record::ShutOut(_) => return of_organization(record, logged, texts, seen),
        Record::FormerPerson(_) => return None,
    };
    Some(of_platform)
}

fn of_organization(record: &Record, logged: &Logged, texts: &Texts, seen: &Seen) -> Option<After> {
    let home = logged.home.organization()?;
    let platform = &seen.view.platform;
    Some(match record {
        Record::Organization(organization) => {
            After::Organization(bare_organization(organization, texts, seen))
        }
        Record::Member(member) => After::Member(bare_member(member, home, texts)),
        Record::ShutOut(shut_out) => After::ShutOut(shut_out_to_proto(shut_out, home)),
        Record::Product(product) => After::Product(product_to_proto(product, home)),
        Record::ProductGroup(group) => After::ProductGroup(product_group_to_proto(
            group,
            home,
            &ProductCounts::default(),
        )),
        Record::Team(team) => After::Team(team_to_proto(team, home)),
        Record::Partner(partner) => After::Partner(partner_to_proto(partner, texts)),
        Record::Partnership(partnership) => {
            After::Partnership(partnership_to_proto(partnership, home, platform, logged.at))
        }
        Record::ClientAssignment(assignment) => {
            After::ClientAssignment(client_assignment_to_proto(assignment, home))
        }
        Record::Grant(grant) => After::Grant(grant_to_proto(grant, home, platform, texts)),
        Record::Invitation(invitation) => After::Invitation(invitation_to_proto(
            invitation, home, platform, texts, logged.at,
        )),
        Record::ChangeRequest(request) => {
            After::ChangeRequest(change_request_to_proto(request, home, platform, texts))
        }
        Record::Settings(_)
        | Record::Operator { .. }
        | Record::ProductType(_)
        | Record::ServiceAccount(_)
        | Record::Key(_)
        | Record::User(_)
        | Record::FormerPerson(_) => return None,
    })
}

/// What the change itself said: its own limit, and no count of today.
fn bare_organization(organization: &Organization, texts: &Texts, seen: &Seen) -> v1::Organization {
    let own_limit = organization.administrator_limit;
    v1::Organization {
        administrator_limit: own_limit.map(|limit| i32::try_from(limit).unwrap_or(i32::MAX)),
        administrator_count: 0,
        ..organization_to_proto(organization, &seen.view, texts, seen.at)
    }
}

/// What the change itself said: nothing of the user, who changes elsewhere.
fn bare_member(member: &Member, home: &OrganizationId, texts: &Texts) -> v1::Member {
    let row = MemberRow {
        role: ShownRole::stored(member),
        member: Arc::new(member.clone()),
        user: None,
        access: Vec::new(),
    };
    v1::Member {
        user_state: v1::UserState::Unspecified.into(),
        ..member_to_proto(&row, home, texts)
    }
}
