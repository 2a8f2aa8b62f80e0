//! Change requests: who opens, sees, comments on and takes back which, and who hears of it.

use domain::{ChangePolicy, ChangeRequest};

use super::super::actor::refused;
use super::super::make::administrator;
use super::super::requests::deactivation;
use super::super::{Acme, why};
use super::{named_operator, stop_bob};
use crate::queries::role_matrix::Area;
use crate::use_cases::role_spec::RoleName;

#[test]
fn requests_are_opened_by_those_who_manage_users() {
    let acme = Acme::new();
    let bob = acme.bob();
    let fin = administrator(&[Area::Financial]);
    let fin = acme.member("fin", fin);
    for other in [&bob, &fin] {
        let asked = other.opens("acme", deactivation("acme", "ann", "Too strict."));
        refused(asked, why::RIGHT_MISSING);
    }
    let stranger = acme.world.user("sam");
    let asked = stranger.opens("acme", deactivation("acme", "bob", "Left."));
    refused(asked, why::NOT_FOUND);
    // The operator decides; it does not ask itself.
    let operator = acme.world.operator();
    let asked = operator.opens("acme", deactivation("acme", "bob", "Left."));
    refused(asked, why::ACTING_USER_REQUIRED);
}

#[test]
fn requests_are_open_under_any_change_policy() {
    let acme = Acme::new();
    acme.bob();
    let direct = stop_bob(&acme);
    let operator = acme.world.operator();
    operator
        .sets_policy("acme", ChangePolicy::ByRequest)
        .expect("set");
    let closed = stop_bob(&acme);
    operator.applies(&direct.name).expect("applied");
    operator.applies(&closed.name).expect("applied");
}

#[test]
fn who_opened_it_takes_it_back_and_nobody_else() {
    let acme = Acme::new();
    let bob = acme.bob();
    let una = acme.una();
    let olga = named_operator(&acme, "olga");
    let request = una
        .opens("acme", deactivation("acme", "bob", "Left."))
        .expect("opened");
    refused(acme.ann.cancels(&request.name), why::REQUESTER_REQUIRED);
    refused(olga.cancels(&request.name), why::NOT_FOUND);
    // Whether there is such a request, bob may not know.
    let one = refused(bob.cancels(&request.name), why::REQUESTER_REQUIRED);
    let unknown = format!("{}x", request.name);
    let other = refused(bob.cancels(&unknown), why::REQUESTER_REQUIRED);
    assert_eq!(one.message, other.message);
    // Also after they lost the right to open one, and not after they left.
    acme.ann
        .changes_role("acme", "una", RoleName::Collaborator)
        .expect("demoted");
    acme.ann
        .deactivates_member("acme", "una")
        .expect("deactivated");
    refused(una.cancels(&request.name), why::NOT_FOUND);
    acme.ann
        .reactivates_member("acme", "una")
        .expect("reactivated");
    una.cancels(&request.name).expect("cancelled");
}

#[test]
fn both_sides_comment_and_a_request_holds_two_hundred() {
    let acme = Acme::new();
    let bob = acme.bob();
    let una = acme.una();
    let request = stop_bob(&acme);
    let operator = acme.world.operator();
    refused(bob.comments(&request.name, "Not me!"), why::RIGHT_MISSING);
    una.comments(&request.name, "Soon, please.").expect("said");
    operator.comments(&request.name, "On it.").expect("said");
    operator.applies(&request.name).expect("applied");
    for _ in 2..200 {
        una.comments(&request.name, "Thanks.").expect("said");
    }
    let full = refused(una.comments(&request.name, "!"), why::SIZE_LIMIT);
    assert!(full.message.contains("200"), "{full:?}");
    let seen = acme.world.noun::<ChangeRequest>(&request.name);
    let [first, second, ..] = seen.comments.as_slice() else {
        panic!("{seen:?}");
    };
    assert_eq!((&first.author, first.by_operator), (&una.who, false));
    assert_eq!((&second.author, second.by_operator), (&operator.who, true));
}

#[test]
fn an_operator_who_manages_users_there_speaks_for_the_organization() {
    let acme = Acme::new();
    acme.bob();
    let olga = named_operator(&acme, "olga");
    let invitation = administrator(&[Area::UserRights]);
    acme.world.joins("acme", &acme.ann, &olga, invitation);
    let request = stop_bob(&acme);
    olga.comments(&request.name, "Hm.").expect("said");
    let said = acme.world.noun::<ChangeRequest>(&request.name);
    assert!(!said.comments[0].by_operator);
}
