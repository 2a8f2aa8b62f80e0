//! Rule 6, a user is not an organization's to change, and rule 7, where users come from.

use domain::{Organization, Role};

use super::super::actor::refused;
use super::super::make::{products, rights};
use super::super::{Acme, why};

#[test]
fn deactivating_the_member_of_one_organization_changes_nothing_in_another() {
    let acme = Acme::new();
    let bob = acme.bob();
    acme.ann
        .deactivates_member("acme", "bob")
        .expect("deactivated");
    assert!(!bob.may("view", "organizations/acme"));
    assert!(bob.may("manage_organization", "organizations/bob-own"));
    assert!(acme.world.view("acme").people.is_active(bob.id()));
}

#[test]
fn the_operator_stops_a_person_everywhere_at_once() {
    let acme = Acme::new();
    let (bob, operator) = (acme.bob(), acme.world.operator());
    acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]));
    let answer = operator.deactivates_user("bob").expect("deactivated");
    assert_eq!(
        answer.change().outcome.without_representative,
        ["organizations/bob-own"]
    );
    refused(bob.leaves("acme"), why::ACTING_USER_INACTIVE);
    for (right, resource) in [
        ("kdrive/use", acme.drive.as_str()),
        ("view", "organizations/bob-own"),
    ] {
        assert!(!bob.may(right, resource));
    }
    operator.reactivates_user("bob").expect("reactivated");
    assert!(bob.may("kdrive/use", &acme.drive));
}

#[test]
fn the_answer_names_only_organizations_without_another_who_can_act() {
    let acme = Acme::new();
    acme.leo();
    let answer = acme
        .world
        .operator()
        .deactivates_user("ann")
        .expect("deactivated");
    assert_eq!(
        answer.change().outcome.without_representative,
        ["organizations/ann-own"]
    );
    let answer = acme
        .world
        .operator()
        .deactivates_user("leo")
        .expect("deactivated");
    let left = &answer.change().outcome.without_representative;
    assert_eq!(*left, ["organizations/acme", "organizations/leo-own"]);
}

#[test]
fn registering_gives_an_organization_of_the_persons_own_name() {
    let acme = Acme::new();
    let answer = acme.world.operator().registers("zoe").expect("registered");
    assert_eq!(
        acme.world
            .text(&answer.saved::<Organization>().display_name),
        "zoe Example"
    );
    assert_eq!(acme.world.organizations_of("zoe"), ["zoe-own"]);
    let member = acme.world.member_of("zoe-own", "zoe").expect("the member");
    assert_eq!(member.role, Role::LegalRepresentative);
}
