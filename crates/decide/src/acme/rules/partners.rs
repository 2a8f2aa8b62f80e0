//! Proposals of partnerships: who makes them, who answers them, once and in time.

use std::time::Duration;

use domain::ChangePolicy;

use super::super::actor::{refused, subjects};
use super::super::make::{all, collaborator, legal_representative, of_type, technician};
use super::super::partners::full;
use super::super::why;
use super::agency::Agency;
use crate::queries::role_matrix::Area;
use crate::queries::shown_role::ShownRole;
use crate::use_cases::role_spec::RoleName;

#[test]
fn nobody_is_their_own_partner() {
    let agency = Agency::new();
    let answer = agency.pia.proposes("agency", "agency", full(false));
    let wrong = refused(answer, why::FIELD_INVALID);
    assert_eq!(subjects(&wrong), ["partnership.partner"]);
}

#[test]
fn who_once_was_listed_is_proposed_to_no_more() {
    let agency = Agency::new();
    let acme = &agency.acme;
    acme.world.operator().unlists("agency").expect("off");
    let answer = acme.ann.proposes("acme", "agency", full(false));
    refused(answer, why::PARTNER_NOT_LISTED);
    let again = acme.world.operator().enlists("agency");
    again.expect("listed");
    agency.proposed(full(false));
}

#[test]
fn a_sender_who_is_asleep_sends_nothing_until_awake() {
    let agency = Agency::new();
    let acme = &agency.acme;
    let leo = acme.member("leo", legal_representative());
    let name = leo.proposes("acme", "agency", full(false));
    let name = name.expect("proposed").name;
    acme.ann.deactivates_member("acme", "leo").expect("asleep");
    let answer = agency.pia.accepts_proposal(&name);
    refused(answer, why::SENDER_MAY_NO_LONGER);
    acme.ann.reactivates_member("acme", "leo").expect("awake");
    agency.pia.accepts_proposal(&name).expect("accepted");
}

#[test]
fn a_proposal_is_open_for_thirty_days_unless_said_otherwise() {
    let agency = Agency::new();
    let name = agency.proposed(full(false));
    let month = Duration::from_secs(30 * 24 * 3600);
    agency.acme.world.passes(month - Duration::from_secs(1));
    let view = agency.acme.world.view("acme");
    let mut known = view.organization.partnerships();
    let now = agency.acme.world.later(0);
    assert!(known.any(|known| known.is_open(now)));
    agency.acme.world.passes(Duration::from_secs(1));
    refused(agency.pia.accepts_proposal(&name), why::INVITATION_EXPIRED);
}

#[test]
fn what_was_accepted_is_not_withdrawn_nor_refused() {
    let agency = Agency::new();
    let name = agency.begun_full();
    let ann = &agency.acme.ann;
    refused(ann.withdraws_proposal(&name), why::INVITATION_NOT_OPEN);
    refused(agency.pia.refuses_proposal(&name), why::INVITATION_NOT_OPEN);
    assert!(agency.pia.may("manage", &agency.acme.drive));
}

#[test]
fn what_is_only_proposed_is_not_ended_nor_changed() {
    let agency = Agency::new();
    let name = agency.proposed(full(false));
    let ann = &agency.acme.ann;
    refused(ann.ends(&name), why::PARTNERSHIP_NOT_ACTIVE);
    refused(agency.pia.ends(&name), why::PARTNERSHIP_NOT_ACTIVE);
    let changed = ann.changes_mandate(&name, agency.drive_only());
    refused(changed, why::PARTNERSHIP_NOT_ACTIVE);
    refused(
        ann.switches_wallet(&name, true),
        why::PARTNERSHIP_NOT_ACTIVE,
    );
}

#[test]
fn the_client_does_not_answer_its_own_proposal() {
    let agency = Agency::new();
    let name = agency.proposed(full(false));
    let ann = &agency.acme.ann;
    refused(ann.accepts_proposal(&name), why::RIGHT_MISSING);
    refused(ann.refuses_proposal(&name), why::RIGHT_MISSING);
}

#[test]
fn only_who_acts_for_the_partner_answers_and_to_others_it_does_not_exist() {
    let agency = Agency::new();
    let acme = &agency.acme;
    let narrow = technician(of_type("kdrive"), &[Area::UserRights]);
    let nat = agency.colleague("nat", narrow);
    let bob = acme.bob();
    let eve = acme.world.organization("globex", "eve");
    let name = agency.proposed(full(false));
    for somebody in [&agency.cleo, &nat, &bob, &eve] {
        refused(somebody.accepts_proposal(&name), why::NOT_FOUND);
        refused(somebody.refuses_proposal(&name), why::NOT_FOUND);
    }
    let wide = technician(all(), &[]);
    let wim = agency.colleague("wim", wide);
    wim.accepts_proposal(&name).expect("accepted");
    assert!(wim.may("manage", &acme.drive));
    assert!(!nat.may("manage", &acme.drive));
}

#[test]
fn under_by_request_a_proposal_is_neither_made_nor_accepted_but_refused_and_withdrawn() {
    let agency = Agency::new();
    let acme = &agency.acme;
    let name = agency.proposed(full(false));
    let operator = acme.world.operator();
    let closed = operator.sets_policy("acme", ChangePolicy::ByRequest);
    closed.expect("closed");
    refused(
        agency.pia.accepts_proposal(&name),
        why::CHANGE_POLICY_BY_REQUEST,
    );
    acme.ann.withdraws_proposal(&name).expect("withdrawn");
    refused(
        acme.ann.proposes("acme", "agency", full(false)),
        why::CHANGE_POLICY_BY_REQUEST,
    );
    let open = operator.sets_policy("acme", ChangePolicy::Direct);
    open.expect("open");
    let name = agency.proposed(full(false));
    let closed = operator.sets_policy("acme", ChangePolicy::ByRequest);
    closed.expect("closed");
    agency.pia.refuses_proposal(&name).expect("refused");
}

#[test]
fn a_collaborator_of_both_sides_gets_nothing_by_it() {
    let agency = Agency::new();
    let acme = &agency.acme;
    acme.world
        .joins("acme", &acme.ann, &agency.cleo, collaborator());
    agency.begun_full();
    assert_eq!(
        agency.shown("cleo"),
        ShownRole::Stored(RoleName::Collaborator)
    );
    assert!(!agency.cleo.may("manage", &acme.drive));
}
