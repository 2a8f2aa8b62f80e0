//! Rule 5, the last active legal representative stays. Everybody else may leave.

use domain::{Member, Reason, Role};

use super::super::actor::refused;
use super::super::make::{administrator, external, legal_representative, products, rights, to};
use super::super::{Acme, why};
use crate::queries::role_matrix::Area;
use crate::use_cases::role_spec::RoleName;

const LAST: Reason = why::LAST_LEGAL_REPRESENTATIVE;

/// Every way for ann to go.
fn ann_stays(acme: &Acme) {
    refused(acme.ann.leaves("acme"), LAST);
    refused(acme.ann.removes_member("acme", "ann"), LAST);
    refused(acme.ann.deactivates_member("acme", "ann"), LAST);
    for role in [
        RoleName::Administrator,
        RoleName::Collaborator,
        RoleName::External,
    ] {
        refused(acme.ann.changes_role("acme", "ann", role), LAST);
    }
    assert!(acme.ann.may("manage_organization", "organizations/acme"));
}

#[test]
fn the_only_one_goes_in_no_way() {
    let acme = Acme::new();
    acme.ada();
    ann_stays(&acme);
}

#[test]
fn a_deactivated_one_does_not_count() {
    let acme = Acme::new();
    acme.leo();
    acme.ann
        .deactivates_member("acme", "leo")
        .expect("deactivated");
    ann_stays(&acme);
}

#[test]
fn an_invited_one_does_not_count() {
    let acme = Acme::new();
    let invitation = to("new@example.com", legal_representative());
    acme.ann.invites("acme", invitation).expect("invited");
    ann_stays(&acme);
}

#[test]
fn a_legal_representative_of_another_organization_does_not_count() {
    let acme = Acme::new();
    acme.world.organization("globex", "gus");
    acme.world
        .joins("acme", &acme.ann, &acme.world.acting("gus"), external());
    ann_stays(&acme);
}

#[test]
fn what_counts_is_the_membership_and_the_account() {
    let acme = Acme::new();
    acme.leo();
    let operator = acme.world.operator();
    operator.deactivates_user("leo").expect("deactivated");
    ann_stays(&acme);
    operator.reactivates_user("leo").expect("active");
    acme.ann.leaves("acme").expect("leo stands for it again");
}

#[test]
fn with_another_one_may_leave_and_then_that_one_is_the_last() {
    let acme = Acme::new();
    let leo = acme.leo();
    acme.ann.leaves("acme").expect("gone");
    assert!(!acme.ann.may("view", "organizations/acme"));
    refused(leo.leaves("acme"), LAST);
}

#[test]
fn with_another_one_may_be_demoted_deactivated_or_removed() {
    let acme = Acme::new();
    acme.leo();
    acme.ann
        .changes_role("acme", "leo", RoleName::Collaborator)
        .expect("demoted");
    acme.ann
        .changes_role("acme", "leo", RoleName::LegalRepresentative)
        .expect("appointed");
    acme.ann
        .deactivates_member("acme", "leo")
        .expect("deactivated");
    acme.ann
        .reactivates_member("acme", "leo")
        .expect("reactivated");
    acme.ann.removes_member("acme", "leo").expect("removed");
    refused(acme.ann.leaves("acme"), LAST);
}

#[test]
fn one_may_demote_themselves_while_another_stays() {
    let acme = Acme::new();
    acme.leo();
    acme.ann
        .changes_role("acme", "ann", RoleName::External)
        .expect("demoted");
    assert!(!acme.ann.may("manage_organization", "organizations/acme"));
}

#[test]
fn everybody_else_may_leave_with_all_that_they_had() {
    let acme = Acme::new();
    let bob = acme.bob();
    let eve = acme.member("eve", external());
    let fay = acme.member("fay", administrator(&[Area::Financial]));
    let grant = acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]));
    let answer = bob.leaves("acme").expect("gone");
    let removed = answer.removed_grants();
    let names: Vec<_> = removed.iter().map(|grant| &grant.name).collect();
    assert_eq!(names, [&grant.name]);
    eve.leaves("acme").expect("gone");
    fay.leaves("acme").expect("gone");
    refused(bob.leaves("acme"), why::NOT_FOUND);
}

#[test]
fn the_operator_appoints_one_where_the_last_cannot_act() {
    let acme = Acme::new();
    let bob = acme.bob();
    let grant = acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]));
    let answer = acme
        .world
        .operator()
        .deactivates_user("ann")
        .expect("deactivated");
    assert!(
        answer
            .change()
            .outcome
            .without_representative
            .contains(&"organizations/acme".to_owned())
    );
    let answer = acme
        .world
        .operator()
        .appoints("acme", "bob")
        .expect("appointed");
    assert_eq!(answer.saved::<Member>().role, Role::LegalRepresentative);
    let removed = answer.removed_grants();
    let names: Vec<_> = removed.iter().map(|grant| &grant.name).collect();
    assert_eq!(names, [&grant.name]);
    assert!(bob.may("manage_organization", "organizations/acme"));
}
