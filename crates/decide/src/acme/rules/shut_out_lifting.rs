//! Rule 12, who may let somebody in again: lifting gives what stands behind it.

use domain::{Invitation, Partnership};

use super::super::actor::{Made, refused};
use super::super::make::{
    administrator, collaborator, email, external, products, technician, to, user,
};
use super::super::partners::full;
use super::super::requests::reactivation;
use super::super::why;
use super::agency::Agency;
use crate::queries::role_matrix::Area;
use crate::use_cases::invitation::CreateInvitation;
use crate::use_cases::partnership::Terms;

/// An invitation of pia, which lifts that she is shut out or does not.
fn to_pia(lift_shut_out: bool) -> CreateInvitation {
    CreateInvitation {
        email: email("pia@example.com"),
        lift_shut_out,
        ..external()
    }
}

/// Pia is shut out of acme, whose partner the agency is with this access.
fn pia_is_out(access: Terms) -> Agency {
    let agency = Agency::new();
    agency.begun(access);
    agency.acme.ann.shuts_out("acme", "pia").expect("out");
    agency
}

fn is_open(agency: &Agency, invitation: &Made<Invitation>) -> bool {
    let world = &agency.acme.world;
    let now = world.later(0);
    world.noun::<Invitation>(&invitation.name).is_open(now)
}

/// Whether acme keeps that somebody is shut out who is no member.
fn is_kept(agency: &Agency, whom: &str) -> bool {
    let here = agency.acme.world.view("acme").organization;
    here.shut_out(&user(whom)).is_some()
}

#[test]
fn attack_a2_who_is_shut_out_refuses_an_invitation() {
    let agency = pia_is_out(full(false));
    let ann = &agency.acme.ann;
    let open = ann.invites("acme", to_pia(true)).expect("invited");
    agency.pia.refuses(&open.name).expect("refused");
    assert!(!agency.pia.may("view", "organizations/acme"));
    assert!(is_kept(&agency, "pia"), "as before");
}

#[test]
fn attack_a2_an_inviter_who_may_lift_does_so_in_the_invitation() {
    let agency = pia_is_out(full(false));
    let acme = &agency.acme;
    let (una, ada) = (acme.una(), acme.ada());
    let open = una.invites("acme", to_pia(true)).expect("invited");
    assert!(open.lift_shut_out);
    refused(agency.pia.accepts(&open.name), why::SENDER_MAY_NO_LONGER);
    assert!(is_open(&agency, &open));
    ada.resends(&open.name).expect("sent by who may");
    agency.pia.accepts(&open.name).expect("accepted");
    assert!(agency.pia.may("manage", &acme.drive));
    assert!(!is_kept(&agency, "pia"));
}

#[test]
fn attack_a2_no_colleague_lifts_in_an_invitation_through_the_partnership() {
    let agency = Agency::new();
    let acme = &agency.acme;
    let mel = administrator(&[Area::Technical]);
    let mel = agency.colleague("mel", mel);
    agency.begun_full();
    acme.ann.shuts_out("acme", "pia").expect("out");
    let invited = mel.invites("acme", to_pia(true));
    refused(invited, why::PARTNER_MAY_NOT);
    assert!(is_kept(&agency, "pia"), "as before");
}

#[test]
fn attack_a2_lifting_takes_the_whole_mandate_and_the_wallet() {
    let agency = pia_is_out(full(true));
    let acme = &agency.acme;
    let una = acme.una();
    let tim = acme.tim();
    let max = administrator(&[Area::UserRights, Area::Technical]);
    let max = acme.member("max", max);
    let ada = acme.ada();
    for (who, lacks) in [
        (&una, "manage_products"),
        (&tim, "use_wallet"),
        (&max, "use_wallet"),
    ] {
        let refusal = refused(who.lifts("acme", "pia"), why::GIVES_MORE_THAN_HELD);
        assert_eq!(refusal.metadata["right"], lacks, "{}", refusal.message);
    }
    ada.lifts("acme", "pia").expect("she has all of it");
    assert!(agency.pia.may("use_wallet", "organizations/acme"));
}

#[test]
fn attack_a2_of_a_limited_mandate_its_grants_are_asked_assigned_or_not() {
    let agency = Agency::new();
    let acme = &agency.acme;
    agency.begun(agency.drive_only());
    let una = acme.una();
    let tim = acme.tim();
    let other = technician(products(&[&acme.archive]), &[Area::UserRights]);
    let other = acme.member("oto", other);
    // Nobody has assigned anything to cleo.
    acme.ann.shuts_out("acme", "cleo").expect("out");
    for who in [&una, &other] {
        let tried = who.lifts("acme", "cleo");
        refused(tried, why::GIVES_MORE_THAN_HELD);
    }
    tim.lifts("acme", "cleo").expect("he holds the grants");
}

#[test]
fn attack_a2_a_member_of_a_partner_is_reactivated_by_who_holds_the_mandate() {
    let agency = Agency::new();
    let acme = &agency.acme;
    agency.external(&agency.pia);
    let (una, tim) = (acme.una(), acme.tim());
    agency.begun_full();
    let stopped = una.deactivates_member("acme", "pia");
    stopped.expect("deactivated");
    // Neither has every right on every product.
    for who in [&una, &tim] {
        let tried = who.reactivates_member("acme", "pia");
        refused(tried, why::GIVES_MORE_THAN_HELD);
    }
    let awake = acme.ada().reactivates_member("acme", "pia");
    awake.expect("reactivated");
    assert!(agency.pia.may("manage", &acme.drive));
}

#[test]
fn attack_a2_who_is_no_partners_person_any_more_is_let_in_by_who_manages_users() {
    let agency = pia_is_out(full(true));
    let acme = &agency.acme;
    let una = acme.una();
    let seen = acme.world.all::<Partnership>("acme");
    acme.ann.ends(&seen[0].name).expect("ended");
    una.lifts("acme", "pia").expect("nothing stands behind it");
}

#[test]
fn attack_a2_nobody_lets_themselves_in() {
    let agency = Agency::new();
    let acme = &agency.acme;
    let una = acme.una();
    acme.ann.deactivates_member("acme", "una").expect("out");
    refused(una.reactivates_member("acme", "una"), why::NOT_FOUND);
    let ticket = reactivation("acme", "una");
    refused(una.opens("acme", ticket), why::NOT_FOUND);
    una.leaves("acme").expect("gone");
    refused(una.lifts("acme", "una"), why::NOT_FOUND);
    let open = to("una@example.com", collaborator());
    let open = acme.ann.invites("acme", open).expect("invited");
    refused(una.accepts(&open.name), why::SHUT_OUT);
}
