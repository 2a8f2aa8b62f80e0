//! Rule 5, a legal representative who cannot act any more is none who stays.

use domain::Reason;

use super::super::actor::refused;
use super::super::requests::deactivation;
use super::super::{Acme, why};
use crate::use_cases::role_spec::RoleName;

const LAST: Reason = why::LAST_LEGAL_REPRESENTATIVE;

/// Every way for ann to go but erasure.
fn ann_stays(acme: &Acme) {
    refused(acme.ann.leaves("acme"), LAST);
    refused(acme.ann.removes_member("acme", "ann"), LAST);
    refused(acme.ann.deactivates_member("acme", "ann"), LAST);
    let down = acme.ann.changes_role("acme", "ann", RoleName::Collaborator);
    refused(down, LAST);
    let ticket = deactivation("acme", "ann", "Gone.");
    let ticket = acme.ann.opens("acme", ticket).expect("opened");
    refused(acme.world.operator().applies(&ticket.name), LAST);
}

#[test]
fn attack_a9_one_whose_account_is_deactivated_does_not_count() {
    let acme = Acme::new();
    acme.leo();
    let operator = acme.world.operator();
    operator.deactivates_user("leo").expect("deactivated");
    ann_stays(&acme);
    // Who can't act any more may be taken out all the same.
    let gone = acme.ann.removes_member("acme", "leo");
    gone.expect("removed");
}

#[test]
fn attack_a9_an_erased_one_does_not_count() {
    let acme = Acme::new();
    acme.leo();
    let operator = acme.world.operator();
    operator.erases_user("leo").expect("erased");
    ann_stays(&acme);
    let gone = acme.ann.removes_member("acme", "leo");
    gone.expect("removed");
}

#[test]
fn attack_a9_nobody_erases_themselves_while_others_need_them() {
    let acme = Acme::new();
    acme.bob();
    let refusal = refused(acme.ann.erases_user("ann"), LAST);
    assert!(
        refusal.message.contains("organizations/acme"),
        "{refusal:?}"
    );
    assert!(!refusal.message.contains("ann-own"), "{refusal:?}");
    let leo = acme.leo();
    acme.ann.erases_user("ann").expect("leo stays");
    refused(leo.erases_user("leo"), LAST);
    // The operator may always, and is told what is left alone.
    let erased = acme.world.operator().erases_user("leo");
    let erased = erased.expect("erased");
    let alone = &erased.change().outcome.without_representative;
    assert!(
        alone.contains(&"organizations/acme".to_owned()),
        "{alone:?}"
    );
}
