//! Change requests: who works them, once, and never their own.

use domain::{ChangeRequest, ChangeRequestState};

use super::super::actor::refused;
use super::super::make::{administrator, collaborator};
use super::super::requests::deactivation;
use super::super::{Acme, why};
use super::{named_operator, stop_bob};
use crate::queries::role_matrix::Area;

#[test]
fn operators_alone_work_requests() {
    let acme = Acme::new();
    acme.bob();
    let una = acme.una();
    let request = stop_bob(&acme);
    for person in [&acme.ann, &una] {
        refused(person.starts(&request.name), why::OPERATOR_REQUIRED);
        refused(person.applies(&request.name), why::OPERATOR_REQUIRED);
        refused(person.rejects(&request.name, "No."), why::OPERATOR_REQUIRED);
    }
    let olga = named_operator(&acme, "olga");
    olga.starts(&request.name).expect("started");
    olga.applies(&request.name).expect("applied");
    let request = acme.world.noun::<ChangeRequest>(&request.name);
    let ChangeRequestState::Applied { by, .. } = &request.state else {
        panic!("{request:?}");
    };
    assert_eq!(by.actor.as_ref(), Some(olga.id()));
}

#[test]
fn nobody_works_requests_of_an_organization_they_are_a_member_of() {
    let acme = Acme::new();
    acme.bob();
    let olga = named_operator(&acme, "olga");
    acme.world.joins("acme", &acme.ann, &olga, collaborator());
    let request = stop_bob(&acme);
    let closed = why::OWN_CHANGE_REQUEST;
    refused(olga.starts(&request.name), closed);
    refused(olga.applies(&request.name), closed);
    refused(olga.rejects(&request.name, "No."), closed);
    refused(olga.comments(&request.name, "Hm."), closed);
    // Deactivated there they are a member still.
    acme.ann
        .deactivates_member("acme", "olga")
        .expect("deactivated");
    refused(olga.applies(&request.name), closed);
    acme.ann
        .reactivates_member("acme", "olga")
        .expect("reactivated");
    acme.ann.removes_member("acme", "olga").expect("removed");
    olga.applies(&request.name).expect("applied");
}

#[test]
fn nobody_works_requests_of_an_organization_that_has_shut_them_out() {
    let acme = Acme::new();
    acme.bob();
    let olga = named_operator(&acme, "olga");
    acme.world.joins("acme", &acme.ann, &olga, collaborator());
    let request = stop_bob(&acme);
    let out = acme.ann.deactivates_member("acme", "olga");
    out.expect("deactivated");
    acme.ann.removes_member("acme", "olga").expect("removed");
    let closed = why::OWN_CHANGE_REQUEST;
    refused(olga.starts(&request.name), closed);
    refused(olga.applies(&request.name), closed);
    refused(olga.rejects(&request.name, "No."), closed);
    acme.ann.lifts("acme", "olga").expect("lifted");
    olga.applies(&request.name).expect("applied");
}

#[test]
fn who_opened_it_never_works_it() {
    let acme = Acme::new();
    acme.bob();
    let olga = named_operator(&acme, "olga");
    let invitation = administrator(&[Area::UserRights]);
    acme.world.joins("acme", &acme.ann, &olga, invitation);
    let request = olga
        .opens("acme", deactivation("acme", "bob", "Left."))
        .expect("opened");
    refused(olga.applies(&request.name), why::OWN_CHANGE_REQUEST);
    // Leaving does not make it somebody else's.
    acme.ann.removes_member("acme", "olga").expect("removed");
    for _ in 0..2 {
        let refusal = refused(olga.applies(&request.name), why::OWN_CHANGE_REQUEST);
        assert!(refusal.message.contains("opened it"), "{refusal:?}");
    }
    refused(olga.rejects(&request.name, "No."), why::OWN_CHANGE_REQUEST);
}

#[test]
fn what_is_settled_stays_so() {
    let acme = Acme::new();
    acme.bob();
    let operator = acme.world.operator();
    let applied = stop_bob(&acme);
    operator.applies(&applied.name).expect("applied");
    let rejected = stop_bob(&acme);
    operator.rejects(&rejected.name, "No.").expect("rejected");
    let cancelled = stop_bob(&acme);
    acme.ann.cancels(&cancelled.name).expect("cancelled");
    let closed = why::CHANGE_REQUEST_NOT_OPEN;
    for settled in [applied, rejected, cancelled] {
        refused(operator.starts(&settled.name), closed);
        refused(operator.applies(&settled.name), closed);
        refused(operator.rejects(&settled.name, "No."), closed);
        refused(acme.ann.cancels(&settled.name), closed);
    }
}

#[test]
fn it_is_taken_up_once_and_then_still_settled_either_way() {
    let acme = Acme::new();
    acme.bob();
    let operator = acme.world.operator();
    let request = stop_bob(&acme);
    operator.starts(&request.name).expect("started");
    refused(operator.starts(&request.name), why::CHANGE_REQUEST_NOT_OPEN);
    acme.ann.cancels(&request.name).expect("cancelled");
}
