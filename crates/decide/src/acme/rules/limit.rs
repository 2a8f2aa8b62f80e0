//! Rule 4, the limit of administrators.

use std::time::Duration;

use domain::Invitation;

use super::super::actor::{Actor, Answer, Done, Made, refused};
use super::super::make::{administrator, collaborator, email, external, to};
use super::super::organizations::same_settings;
use super::super::{Acme, why};
use crate::queries::role_matrix::Area;
use crate::rules::rule_04;
use crate::use_cases::edit::Edit;
use crate::use_cases::invitation::CreateInvitation;
use crate::use_cases::platform::UpdatePlatformSettings;
use crate::use_cases::role_spec::RoleName;

fn limit_everywhere(acme: &Acme, limit: u32) {
    let settings = UpdatePlatformSettings {
        administrator_limit: Edit::Set(Some(limit)),
        ..same_settings()
    };
    acme.world.operator().sets(settings).expect("set");
}

fn promotes(actor: &Actor, user: &str) -> Answer<Done> {
    actor.changes_role("acme", user, RoleName::Administrator)
}

fn invites_administrator(actor: &Actor, whom: &str) -> Answer<Made<Invitation>> {
    actor.invites("acme", to(whom, administrator(&[])))
}

/// As the organization shows them.
fn limit_and_count(acme: &Acme) -> (Option<u32>, u32) {
    let view = acme.world.view("acme");
    let now = acme.world.later(0);
    (rule_04::limit(&view), rule_04::administrators(&view, now))
}

/// One place, and bob and cleo who could take it.
fn one_place() -> Acme {
    let acme = Acme::new();
    acme.bob();
    acme.member("cleo", collaborator());
    limit_everywhere(&acme, 1);
    acme
}

#[test]
fn there_is_none_unless_it_is_set() {
    let acme = Acme::new();
    for email in [
        "a@example.com",
        "b@example.com",
        "c@example.com",
        "d@example.com",
    ] {
        invites_administrator(&acme.ann, email).expect("invited");
    }
    assert_eq!(limit_and_count(&acme), (None, 4));
}

#[test]
fn one_more_is_neither_promoted_nor_invited() {
    let acme = one_place();
    promotes(&acme.ann, "bob").expect("promoted");
    let refusal = refused(promotes(&acme.ann, "cleo"), why::ADMINISTRATOR_LIMIT);
    assert!(
        refusal
            .message
            .contains("may have 1 administrators and has 1"),
        "{}",
        refusal.message
    );
    refused(
        invites_administrator(&acme.ann, "new@example.com"),
        why::ADMINISTRATOR_LIMIT,
    );
    assert_eq!(limit_and_count(&acme), (Some(1), 1));
}

#[test]
fn a_legal_representative_who_becomes_an_administrator_counts() {
    let acme = one_place();
    acme.leo();
    promotes(&acme.ann, "bob").expect("promoted");
    refused(promotes(&acme.ann, "leo"), why::ADMINISTRATOR_LIMIT);
}

#[test]
fn a_deactivated_administrator_counts_and_a_removed_one_does_not() {
    let acme = one_place();
    promotes(&acme.ann, "bob").expect("promoted");
    acme.ann
        .deactivates_member("acme", "bob")
        .expect("deactivated");
    refused(promotes(&acme.ann, "cleo"), why::ADMINISTRATOR_LIMIT);
    acme.ann.removes_member("acme", "bob").expect("removed");
    promotes(&acme.ann, "cleo").expect("promoted");
}

#[test]
fn an_open_invitation_counts_and_a_withdrawn_or_refused_one_does_not() {
    let acme = one_place();
    let zoe = acme.world.user("zoe");
    let first = invites_administrator(&acme.ann, "zoe@example.com").expect("invited");
    refused(promotes(&acme.ann, "cleo"), why::ADMINISTRATOR_LIMIT);
    acme.ann.withdraws(&first.name).expect("withdrawn");
    let second = invites_administrator(&acme.ann, "zoe@example.com").expect("invited");
    refused(promotes(&acme.ann, "cleo"), why::ADMINISTRATOR_LIMIT);
    zoe.refuses(&second.name).expect("refused");
    promotes(&acme.ann, "cleo").expect("promoted");
}

#[test]
fn an_expired_invitation_does_not_count() {
    let acme = one_place();
    let soon = CreateInvitation {
        email: email("zoe@example.com"),
        expire_time: Some(acme.world.later(60)),
        ..administrator(&[])
    };
    acme.ann.invites("acme", soon).expect("invited");
    refused(promotes(&acme.ann, "cleo"), why::ADMINISTRATOR_LIMIT);
    acme.world.passes(Duration::from_secs(60));
    promotes(&acme.ann, "cleo").expect("promoted");
}

#[test]
fn the_last_place_is_kept_for_the_invited() {
    let acme = one_place();
    acme.member("zoe", administrator(&[]));
    let zoe = acme.world.member_of("acme", "zoe").expect("the member");
    assert_eq!(RoleName::of(&zoe.role), RoleName::Administrator);
}

#[test]
fn the_operator_raises_it_for_one_organization() {
    let acme = one_place();
    let gus = acme.world.organization("globex", "gus");
    acme.world
        .operator()
        .limits_administrators("acme", Some(2))
        .expect("raised");
    promotes(&acme.ann, "bob").expect("promoted");
    promotes(&acme.ann, "cleo").expect("promoted");
    refused(
        invites_administrator(&acme.ann, "new@example.com"),
        why::ADMINISTRATOR_LIMIT,
    );
    let invitation = |email: &str| to(email, administrator(&[]));
    gus.invites("globex", invitation("one@example.com"))
        .expect("invited");
    refused(
        gus.invites("globex", invitation("two@example.com")),
        why::ADMINISTRATOR_LIMIT,
    );
}

#[test]
fn an_organizations_own_limit_can_be_taken_back() {
    let acme = one_place();
    acme.world
        .operator()
        .limits_administrators("acme", Some(0))
        .expect("lowered");
    refused(promotes(&acme.ann, "bob"), why::ADMINISTRATOR_LIMIT);
    acme.world
        .operator()
        .limits_administrators("acme", None)
        .expect("taken back");
    promotes(&acme.ann, "bob").expect("promoted");
}

#[test]
fn nobody_of_the_organization_raises_it() {
    let acme = one_place();
    let ada = acme.world.acting("bob");
    acme.ann
        .hands_out("acme", "bob", &[Area::UserRights, Area::Security], None)
        .expect("promoted");
    refused(
        acme.ann.limits_administrators("acme", Some(9)),
        why::OPERATOR_REQUIRED,
    );
    refused(
        ada.limits_administrators("acme", None),
        why::OPERATOR_REQUIRED,
    );
}

#[test]
fn who_is_there_stays_above_a_lower_limit_and_keeps_their_areas_changeable() {
    let acme = one_place();
    promotes(&acme.ann, "bob").expect("promoted");
    limit_everywhere(&acme, 0);
    acme.ann
        .hands_out("acme", "bob", &[Area::Financial], None)
        .expect("no administrator more");
    assert!(
        acme.world
            .acting("bob")
            .may("manage_finances", "organizations/acme")
    );
}

#[test]
fn acceptance_asks_it_again() {
    let acme = one_place();
    let zoe = acme.world.user("zoe");
    let open = invites_administrator(&acme.ann, "zoe@example.com").expect("invited");
    limit_everywhere(&acme, 0);
    refused(zoe.accepts(&open.name), why::SENDER_MAY_NO_LONGER);
}

#[test]
fn other_members_are_without_limit() {
    let acme = one_place();
    limit_everywhere(&acme, 0);
    acme.member("dan", collaborator());
    acme.member("eve", external());
    acme.leo();
}
