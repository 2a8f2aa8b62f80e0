//! Rule 12 is asked of who opens a change request too.

use domain::{ChangeRequest, ChangeRequestState, Invitation, RequestedChange};

use super::super::actor::refused;
use super::super::make::administrator;
use super::super::partners::full;
use super::super::requests::{creation, reactivation};
use super::super::why;
use super::agency::Agency;
use crate::queries::role_matrix::Area;
use crate::use_cases::change_request::CreationSpec;

#[test]
fn attack_a2_no_colleague_asks_for_it_through_the_partnership() {
    let agency = Agency::new();
    let acme = &agency.acme;
    agency.external(&agency.pia);
    let mel = administrator(&[Area::Technical]);
    let mel = agency.colleague("mel", mel);
    let una = acme.una();
    agency.begun_full();
    let stopped = acme.ann.deactivates_member("acme", "pia");
    stopped.expect("deactivated");
    let asked = || reactivation("acme", "pia");
    refused(mel.opens("acme", asked()), why::PARTNER_MAY_NOT);
    refused(una.opens("acme", asked()), why::GIVES_MORE_THAN_HELD);
    let ticket = acme.ann.opens("acme", asked()).expect("opened");
    let applied = acme.world.operator().applies(&ticket.name);
    applied.expect("applied");
    assert!(agency.pia.may("manage", &acme.drive));
}

#[test]
fn attack_a2_a_request_that_makes_them_a_member_stays_open_until_it_is_lifted() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    let una = acme.una();
    agency.begun(full(false));
    acme.ann.shuts_out("acme", "pia").expect("out");
    let operator = acme.world.operator();
    let ticket = acme.ann.asks_for_user("acme", creation("pia"));
    let ticket = ticket.expect("opened");
    refused(operator.applies(&ticket.name), why::SHUT_OUT);
    let seen = acme.world.noun::<ChangeRequest>(&ticket.name);
    assert_eq!(seen.state, ChangeRequestState::Open);
    let lifting = || CreationSpec {
        lift_shut_out: true,
        ..creation("pia")
    };
    let by_una = una.asks_for_user("acme", lifting()).expect("opened");
    refused(operator.applies(&by_una.name), why::REQUESTER_MAY_NO_LONGER);
    let by_ann = acme.ann.asks_for_user("acme", lifting());
    let by_ann = by_ann.expect("opened");
    let RequestedChange::CreateUser(kept) = &*by_ann.wanted else {
        panic!("{by_ann:?}")
    };
    assert!(kept.lift_shut_out);
    operator.applies(&by_ann.name).expect("applied");
    assert!(!pia.may("view", "organizations/acme"));
    let open = acme.world.all::<Invitation>("acme").into_iter();
    let mut open = open.filter(|open| acme.world.text(&open.email) == "pia@example.com");
    pia.accepts(&open.next().expect("hers").name)
        .expect("accepted");
    assert!(pia.may("view", "organizations/acme"));
}
