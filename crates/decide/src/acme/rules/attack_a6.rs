//! What is lent ends also for who was one of the partner's people for a moment only: timing is no way to keep it.

use super::super::actor::refused;
use super::super::make::{collaborator, email, external, products, rights, to, to_member};
use super::super::requests::{kdrive_use, same_wish};
use super::super::why;
use super::agency::Agency;
use crate::queries::shown_role::ShownRole;
use crate::use_cases::change_request::MemberSpec;
use crate::use_cases::invitation::CreateInvitation;
use crate::use_cases::role_spec::RoleName;

/// cleo is made an EXTERNAL at the agency for a minute, and meanwhile becomes a member of the client.
#[test]
fn attack_a6_an_external_for_a_minute_is_a_colleague_still() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    agency.begun_full();
    let outside = pia.changes_role("agency", "cleo", RoleName::External);
    outside.expect("for a minute");
    for role in [collaborator(), external()] {
        let invitation = CreateInvitation {
            email: email("cleo@example.com"),
            ..role
        };
        refused(pia.invites("acme", invitation), why::PARTNER_MAY_NOT);
    }
    assert!(acme.world.member_of("acme", "cleo").is_none());
}

#[test]
fn attack_a6_an_invitation_of_before_brings_a_past_colleague_nothing() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    agency.begun_full();
    let nina = acme.world.user("nina");
    let invitation = to("nina@example.com", collaborator());
    let open = pia.invites("acme", invitation).expect("invited");
    acme.world.joins("agency", pia, &nina, collaborator());
    let removed = pia.removes_member("agency", "nina");
    removed.expect("a colleague for a moment");
    refused(nina.accepts(&open.name), why::SENDER_MAY_NO_LONGER);
}

#[test]
fn attack_a6_staff_give_a_past_colleague_nothing_and_the_client_may() {
    let agency = Agency::new();
    let (acme, pia, cleo) = (&agency.acme, &agency.pia, &agency.cleo);
    agency.external(cleo);
    let name = agency.begun_full();
    let left = pia.changes_role("agency", "cleo", RoleName::External);
    left.expect("one of the people no more");
    let gift = || {
        to_member(
            "acme",
            "cleo",
            rights(&["kdrive/use"]),
            products(&[&acme.drive]),
        )
    };
    refused(pia.grants_access("acme", gift()), why::PARTNER_MAY_NOT);
    pia.creates_team("acme", "web").expect("a team");
    refused(
        pia.adds_to_team("acme", "web", &["cleo"]),
        why::PARTNER_MAY_NOT,
    );
    // The client gives it to an external who is a member of the partner still: it is bound, and counts nothing now.
    let given = acme.ann.grants_access("acme", gift());
    given.expect("given by the client");
    assert!(!cleo.may("use", &acme.drive));
    let back = pia.changes_role("agency", "cleo", RoleName::Collaborator);
    back.expect("one of the people again");
    assert!(cleo.may("use", &acme.drive));
    acme.ann.ends(&name).expect("ended");
    assert!(!cleo.may("use", &acme.drive));
}

#[test]
fn attack_a6_who_left_the_partner_for_good_is_the_clients_own_external() {
    let agency = Agency::new();
    let (acme, pia, cleo) = (&agency.acme, &agency.pia, &agency.cleo);
    agency.external(cleo);
    let name = agency.begun_full();
    cleo.leaves("agency").expect("left the agency");
    let gift = to_member(
        "acme",
        "cleo",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    refused(
        pia.grants_access("acme", gift.clone()),
        why::PARTNER_MAY_NOT,
    );
    acme.ann.grants_access("acme", gift).expect("given");
    assert!(cleo.may("use", &acme.drive));
    acme.ann.ends(&name).expect("ended");
    assert!(cleo.may("use", &acme.drive), "hers by the client");
}

#[test]
fn attack_a6_who_left_before_the_proposal_is_nobody_of_the_partner() {
    let agency = Agency::new();
    let (pia, cleo) = (&agency.pia, &agency.cleo);
    cleo.leaves("agency").expect("left long before");
    agency.begun_full();
    let invitation = to("cleo@example.com", collaborator());
    let open = pia.invites("acme", invitation).expect("invited");
    cleo.accepts(&open.name).expect("a member");
    assert_eq!(
        agency.shown("cleo"),
        ShownRole::Stored(RoleName::Collaborator)
    );
}

#[test]
fn attack_a6_a_request_of_staff_brings_a_past_colleague_nothing() {
    let agency = Agency::new();
    let (acme, pia, cleo) = (&agency.acme, &agency.pia, &agency.cleo);
    acme.world.joins("acme", &acme.ann, cleo, collaborator());
    agency.begun_full();
    let left = pia.changes_role("agency", "cleo", RoleName::External);
    left.expect("one of the people no more");
    let change = MemberSpec {
        add_grants: vec![kdrive_use(&acme.drive)],
        ..same_wish()
    };
    let asked = pia.asks_to_change("acme", "cleo", change);
    let operator = acme.world.operator();
    let applied = operator.applies(&asked.expect("opened").name);
    refused(applied, why::PARTNER_MAY_NOT);
    assert!(!cleo.may("use", &acme.drive));
}
