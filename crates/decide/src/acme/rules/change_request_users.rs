//! Requests to create a user: a member of that organization, and nothing of an account that is there already.

use domain::{ChangePolicy, ChangeRequest, ChangeRequestState, Invitation, Made as Outcome};

use super::super::actor::{Actor, Done, Made, refused};
use super::super::make::{
    administrator, collaborator, display_name, legal_representative, role, to,
};
use super::super::requests::{creation, kdrive_use};
use super::super::{Acme, why};
use crate::queries::role_matrix::Area;
use crate::use_cases::change_request::CreationSpec;
use crate::use_cases::role_spec::RoleName;

/// Zoe, who is to use the drive.
fn zoe(acme: &Acme) -> CreationSpec {
    CreationSpec {
        grants: vec![kdrive_use(&acme.drive)],
        ..creation("zoe")
    }
}

fn applied(acme: &Acme, request: &Made<ChangeRequest>) -> Done {
    let applied = acme.world.operator().applies(&request.name);
    applied.expect("applied")
}

/// The invitation that came of a request to create a user.
fn invitation_of(acme: &Acme, name: &str) -> String {
    let request = acme.world.noun::<ChangeRequest>(name);
    let ChangeRequestState::Applied { made, .. } = &request.state else {
        panic!("{request:?}");
    };
    let Some(Outcome::Invitation(id)) = made else {
        panic!("{made:?}");
    };
    format!("organizations/acme/invitations/{id}")
}

/// Acme changes by request only.
fn closes(acme: &Acme) {
    acme.world
        .operator()
        .sets_policy("acme", ChangePolicy::ByRequest)
        .expect("set");
}

#[test]
fn a_user_and_an_organization_change_together_or_not_at_all() {
    let acme = Acme::new();
    let operator = acme.world.operator();
    operator
        .limits_administrators("acme", Some(0))
        .expect("limited");
    let asked = CreationSpec {
        role: role(RoleName::Administrator).role,
        ..creation("zoe")
    };
    let request = acme.ann.asks_for_user("acme", asked).expect("opened");
    let before = acme.world.view("acme").people.revision();
    refused(operator.applies(&request.name), why::ADMINISTRATOR_LIMIT);
    assert_eq!(acme.world.view("acme").people.revision(), before);
}

#[test]
fn who_has_an_account_is_invited_and_keeps_it_as_it_is() {
    let acme = Acme::new();
    let una = acme.una();
    let person = acme.world.user("zoe");
    let before = acme.world.account("zoe");
    closes(&acme);
    let asked = CreationSpec {
        given_name: display_name("Zoé"),
        position: Some(display_name("Boss")),
        ..zoe(&acme)
    };
    let request = una.asks_for_user("acme", asked).expect("opened");
    applied(&acme, &request);
    let open = invitation_of(&acme, &request.name);
    assert_eq!(acme.world.account("zoe"), before);
    assert!(!person.may("view", "organizations/acme"));
    let invitation = acme.world.noun::<Invitation>(&open);
    assert_eq!(invitation.request.as_ref(), Some(&request.id));
    assert_eq!(invitation.sender.actor.as_ref(), Some(una.id()));
    // Its acceptance is open, also where people change nothing themselves.
    person.accepts(&invitation.name).expect("accepted");
    assert!(person.may("kdrive/use", &acme.drive));
    assert_eq!(acme.world.account("zoe"), before);
}

#[test]
fn an_invitation_that_somebody_sent_is_not_accepted_under_by_request() {
    let acme = Acme::new();
    let person = acme.world.user("zoe");
    let open = to("zoe@example.com", collaborator());
    let open = acme.ann.invites("acme", open).expect("invited");
    closes(&acme);
    refused(person.accepts(&open.name), why::CHANGE_POLICY_BY_REQUEST);
}

/// An open invitation that una's request made for zoe.
fn invited(acme: &Acme, una: &Actor, asked: CreationSpec) -> String {
    let request = una.asks_for_user("acme", asked).expect("opened");
    applied(acme, &request);
    invitation_of(acme, &request.name)
}

#[test]
fn its_acceptance_is_judged_as_applying_the_request_would_be() {
    let acme = Acme::new();
    let una = acme.una();
    let person = acme.world.user("zoe");
    // Una does not hold what zoe gets: rule 1 is not asked.
    let open = invited(&acme, &una, zoe(&acme));
    acme.ann
        .hands_out("acme", "una", &[Area::Financial], None)
        .expect("changed");
    refused(person.accepts(&open), why::SENDER_MAY_NO_LONGER);
    acme.ann
        .hands_out("acme", "una", &[Area::UserRights], None)
        .expect("changed");
    person.accepts(&open).expect("accepted");
    assert!(person.may("kdrive/use", &acme.drive));
}

#[test]
fn an_administrator_is_invited_only_while_the_requester_could_ask_for_them() {
    let acme = Acme::new();
    let both = administrator(&[Area::UserRights, Area::Financial]);
    let vic = acme.member("vic", both);
    let person = acme.world.user("zoe");
    let asked = CreationSpec {
        role: administrator(&[Area::Financial]).role,
        ..creation("zoe")
    };
    let open = invited(&acme, &vic, asked);
    acme.ann
        .hands_out("acme", "vic", &[Area::UserRights], None)
        .expect("changed");
    refused(person.accepts(&open), why::SENDER_MAY_NO_LONGER);
}

#[test]
fn a_member_and_an_invited_person_are_not_asked_for_again() {
    let acme = Acme::new();
    acme.bob();
    let asked = acme.ann.asks_for_user("acme", creation("bob"));
    refused(asked, why::MEMBER_EXISTS);
    let first = acme
        .ann
        .asks_for_user("acme", creation("zoe"))
        .expect("opened");
    let second = acme
        .ann
        .asks_for_user("acme", creation("zoe"))
        .expect("opened");
    applied(&acme, &first);
    // It became true otherwise, so the second can't be applied any more.
    let operator = acme.world.operator();
    let refusal = refused(operator.applies(&second.name), why::MEMBER_EXISTS);
    assert!(refusal.message.contains("stays open"), "{refusal:?}");
}

#[test]
fn who_opened_an_account_since_is_invited() {
    let acme = Acme::new();
    let request = acme.ann.asks_for_user("acme", zoe(&acme)).expect("opened");
    let person = acme.world.user("zoe");
    let before = acme.world.account("zoe");
    applied(&acme, &request);
    let open = invitation_of(&acme, &request.name);
    assert_eq!(acme.world.account("zoe"), before);
    person.accepts(&open).expect("accepted");
}

#[test]
fn only_a_legal_representative_asks_for_a_new_one_and_upper_roles_get_no_grants() {
    let acme = Acme::new();
    let una = acme.una();
    let upper = CreationSpec {
        role: legal_representative().role,
        ..creation("zoe")
    };
    refused(
        una.asks_for_user("acme", upper.clone()),
        why::LEGAL_REPRESENTATIVE_REQUIRED,
    );
    let with_grants = CreationSpec {
        grants: vec![kdrive_use(&acme.drive)],
        ..upper
    };
    refused(
        acme.ann.asks_for_user("acme", with_grants),
        why::UPPER_ROLE_HOLDS_NO_GRANTS,
    );
}
