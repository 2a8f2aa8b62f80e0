//! Rule 1 inside a partner: nobody leaves to a colleague more of a client's mandate than they exercise themselves.

use domain::{ChangePolicy, RightKind};

use super::super::actor::{Actor, refused, subjects};
use super::super::make::{administrator, collaborator, email, external, of_type, team, technician};
use super::super::partners::{assignment, full, leaving, product_rights, same_assignment};
use super::super::why;
use super::agency::Agency;
use crate::queries::role_matrix::Area;
use crate::use_cases::client_assignment::{CreateClientAssignment, UpdateClientAssignment};
use crate::use_cases::edit::Edit;
use crate::use_cases::invitation::CreateInvitation;
use crate::use_cases::role_spec::RoleName;

const CLEO: &str = "organizations/agency/members/cleo";
const WEB: &str = "organizations/agency/teams/web";

fn to_cleo(rights: &[&str]) -> CreateClientAssignment {
    assignment("acme", CLEO, rights)
}

/// A team of the agency that exercises acme's mandate.
fn assigned_team(agency: &Agency, rights: &[&str]) {
    agency.pia.creates_team("agency", "web").expect("a team");
    let wanted = assignment("acme", WEB, rights);
    let made = agency.pia.assigns("agency", wanted);
    made.expect("assigned");
}

fn pays(person: &Actor) -> bool {
    person.may("use_wallet", "organizations/acme")
}

#[test]
fn only_who_acts_for_the_partner_assigns() {
    let agency = Agency::new();
    let users = agency.colleague("una", administrator(&[Area::UserRights]));
    let narrow = technician(of_type("kdrive"), &[Area::UserRights]);
    let nat = agency.colleague("nat", narrow);
    agency.begun_full();
    let assigned = to_cleo(&["view", "manage_users"]);
    let made = agency.pia.assigns("agency", assigned);
    let made = made.expect("assigned");
    let dan = agency.colleague("dan", collaborator());
    let to_dan = || assignment("acme", "organizations/agency/members/dan", &["view"]);
    for somebody in [&users, &nat, &agency.cleo, &dan] {
        refused(somebody.assigns("agency", to_dan()), why::RIGHT_MISSING);
        refused(somebody.unassigns(&made.name), why::RIGHT_MISSING);
    }
    // Not even the client.
    let ann = &agency.acme.ann;
    refused(ann.assigns("agency", to_dan()), why::NOT_FOUND);
    refused(ann.unassigns(&made.name), why::NOT_FOUND);
}

#[test]
fn nobody_assigns_themselves() {
    let agency = Agency::new();
    let tech = administrator(&[Area::Technical, Area::UserRights]);
    let tess = agency.colleague("tess", tech);
    agency.begun_full();
    for who in [&agency.pia, &tess] {
        let member = format!("organizations/agency/members/{}", who.id());
        let wanted = assignment("acme", &member, &["view"]);
        refused(who.assigns("agency", wanted), why::RAISES_SELF);
    }
}

#[test]
fn a_team_exercises_what_it_is_assigned_and_assigns_itself_nothing() {
    let agency = Agency::new();
    let tess = agency.colleague("tess", collaborator());
    agency.begun_full();
    let pia = &agency.pia;
    pia.creates_team("agency", "web").expect("a team");
    let joined = pia.adds_to_team("agency", "web", &["tess"]);
    joined.expect("joined");
    let wanted = assignment("acme", WEB, &["view"]);
    refused(tess.assigns("agency", wanted.clone()), why::RIGHT_MISSING);
    pia.assigns("agency", wanted).expect("assigned");
    assert!(tess.may("manage", &agency.acme.drive));
}

#[test]
fn the_wallet_is_left_by_who_may_use_it() {
    let agency = Agency::new();
    let tess = agency.colleague("tess", administrator(&[Area::Technical]));
    let both = administrator(&[Area::Technical, Area::Financial]);
    let fay = agency.colleague("fay", both);
    agency.begun(full(true));
    let wallet = || to_cleo(&["view", "use_wallet"]);
    refused(tess.assigns("agency", wallet()), why::GIVES_MORE_THAN_HELD);
    let made = tess.assigns("agency", to_cleo(&["view"]));
    let made = made.expect("assigned");
    assert!(!pays(&agency.cleo));
    let more = leaving(&made, &["view", "use_wallet"]);
    refused(tess.reassigns(more.clone()), why::GIVES_MORE_THAN_HELD);
    fay.reassigns(more).expect("reassigned");
    assert!(pays(&agency.cleo));
    // Who can't give it can take it.
    let less = leaving(&made, &["view"]);
    tess.reassigns(less).expect("narrowed");
    assert!(!pays(&agency.cleo));
}

#[test]
fn the_wallet_that_is_not_entrusted_is_not_left() {
    let agency = Agency::new();
    let name = agency.begun_full();
    let wanted = || to_cleo(&["view", "use_wallet"]);
    let answer = agency.pia.assigns("agency", wanted());
    refused(answer, why::FIELD_INVALID);
    let ann = &agency.acme.ann;
    ann.switches_wallet(&name, true).expect("on");
    let made = agency.pia.assigns("agency", wanted());
    made.expect("assigned");
    assert!(pays(&agency.cleo));
    ann.switches_wallet(&name, false).expect("off");
    assert!(!pays(&agency.cleo));
}

#[test]
fn a_limited_mandate_leaves_no_more_than_it_is() {
    let agency = Agency::new();
    let acme = &agency.acme;
    agency.begun(agency.drive_only());
    for right in ["manage_users", "manage_products", "contact_support"] {
        let answer = agency.pia.assigns("agency", to_cleo(&["view", right]));
        refused(answer, why::FIELD_INVALID);
    }
    let made = agency.pia.assigns("agency", to_cleo(&["view"]));
    made.expect("assigned");
    assert!(agency.cleo.may("manage", &acme.drive));
    assert!(!agency.cleo.may("use", &acme.drive));
    assert!(!agency.cleo.may("manage", &acme.archive));
}

#[test]
fn what_an_assignment_does_not_name_it_does_not_leave() {
    let agency = Agency::new();
    let (acme, cleo) = (&agency.acme, &agency.cleo);
    agency.begun_full();
    let usage = CreateClientAssignment {
        product_rights: product_rights(&[RightKind::Usage]),
        ..to_cleo(&["view", "manage_products"])
    };
    let made = agency.pia.assigns("agency", usage);
    made.expect("assigned");
    assert!(cleo.may("use", &acme.drive));
    for right in ["manage", "technical", "statistics"] {
        assert!(!cleo.may(right, &acme.drive), "{right}");
    }
    assert!(cleo.may("manage_products", "organizations/acme"));
    for right in ["manage_users", "contact_support", "use_wallet"] {
        assert!(!cleo.may(right, "organizations/acme"), "{right}");
    }
    // Several add up.
    let management = CreateClientAssignment {
        product_rights: product_rights(&[RightKind::Management]),
        ..to_cleo(&["contact_support"])
    };
    let made = agency.pia.assigns("agency", management);
    made.expect("assigned");
    assert!(cleo.may("use", &acme.drive));
    assert!(cleo.may("manage", &acme.drive));
    assert!(cleo.may("contact_support", "organizations/acme"));
}

#[test]
fn a_place_in_an_assigned_team_is_given_by_who_exercises_as_much() {
    let agency = Agency::new();
    let una = agency.colleague("una", administrator(&[Area::UserRights]));
    let both = administrator(&[Area::Technical, Area::UserRights]);
    let tess = agency.colleague("tess", both);
    agency.colleague("dan", collaborator());
    agency.begun(full(true));
    assigned_team(&agency, &["view", "use_wallet"]);
    for manager in [&una, &tess] {
        refused(
            manager.adds_to_team("agency", "web", &["cleo"]),
            why::GIVES_MORE_THAN_HELD,
        );
        // Nor by an invitation that brings the place along.
        let invitation = CreateInvitation {
            email: email("new@x.example"),
            teams: vec![team("web")],
            ..collaborator()
        };
        refused(
            manager.invites("agency", invitation),
            why::GIVES_MORE_THAN_HELD,
        );
    }
    let joined = agency.pia.adds_to_team("agency", "web", &["cleo"]);
    joined.expect("joined");
    assert!(pays(&agency.cleo));
    let out = una.removes_from_team("agency", "web", &["cleo"]);
    out.expect("out");
    assert!(!pays(&agency.cleo));
    assert!(!agency.cleo.may("manage", &agency.acme.drive));
}

#[test]
fn an_external_exercises_nothing_and_becomes_one_of_the_people_by_who_may_give_it() {
    let agency = Agency::new();
    let una = agency.colleague("una", administrator(&[Area::UserRights]));
    let xena = agency.colleague("xena", external());
    agency.begun_full();
    let to_xena = assignment("acme", "organizations/agency/members/xena", &["view"]);
    let answer = agency.pia.assigns("agency", to_xena);
    let refusal = refused(answer, why::FIELD_INVALID);
    assert_eq!(subjects(&refusal), ["client_assignment.assignee"]);
    assigned_team(&agency, &["view", "manage_users"]);
    let joined = agency.pia.adds_to_team("agency", "web", &["xena"]);
    joined.expect("joined");
    assert!(!xena.may("manage", &agency.acme.drive));
    let raised = una.changes_role("agency", "xena", RoleName::Collaborator);
    refused(raised, why::GIVES_MORE_THAN_HELD);
    let pia = &agency.pia;
    let raised = pia.changes_role("agency", "xena", RoleName::Collaborator);
    raised.expect("raised");
    assert!(xena.may("manage", &agency.acme.drive));
}

#[test]
fn who_was_made_external_does_not_come_back_by_user_rights_alone() {
    let agency = Agency::new();
    let una = agency.colleague("una", administrator(&[Area::UserRights]));
    agency.begun_full();
    let made = agency.pia.assigns("agency", to_cleo(&["view"]));
    made.expect("assigned");
    let down = una.changes_role("agency", "cleo", RoleName::External);
    down.expect("changed");
    assert!(!agency.cleo.may("manage", &agency.acme.drive));
    let up = una.changes_role("agency", "cleo", RoleName::Collaborator);
    refused(up, why::GIVES_MORE_THAN_HELD);
    assert!(!agency.cleo.may("manage", &agency.acme.drive));
}

#[test]
fn the_people_of_a_partner_are_its_active_ones() {
    let agency = Agency::new();
    let (acme, cleo, pia) = (&agency.acme, &agency.cleo, &agency.pia);
    agency.begun_full();
    let made = pia.assigns("agency", to_cleo(&["view"]));
    made.expect("assigned");
    pia.deactivates_member("agency", "cleo").expect("out");
    assert!(!cleo.may("manage", &acme.drive));
    assert!(!cleo.may("view", "organizations/acme"));
    pia.reactivates_member("agency", "cleo").expect("in");
    assert!(cleo.may("manage", &acme.drive));
    let suspended = acme.world.operator().deactivates_user("cleo");
    suspended.expect("deactivated");
    assert!(!cleo.may("manage", &acme.drive));
}

#[test]
fn an_assignment_ends_with_its_partnership_and_does_not_come_back() {
    let agency = Agency::new();
    let (acme, cleo, pia) = (&agency.acme, &agency.cleo, &agency.pia);
    let name = agency.begun_full();
    let made = pia.assigns("agency", to_cleo(&["view"]));
    let made = made.expect("assigned");
    acme.ann.ends(&name).expect("ended");
    assert!(!cleo.may("manage", &acme.drive));
    let wider = leaving(&made, &["view", "manage_users"]);
    refused(pia.reassigns(wider.clone()), why::PARTNERSHIP_NOT_ACTIVE);
    agency.begun_full();
    assert!(!cleo.may("manage", &acme.drive));
    assert!(!cleo.may("view", "organizations/acme"));
    refused(pia.reassigns(wider), why::PARTNERSHIP_NOT_ACTIVE);
    pia.unassigns(&made.name).expect("deleted");
    let again = pia.assigns("agency", to_cleo(&["view"]));
    again.expect("assigned");
    assert!(cleo.may("manage", &acme.drive));
}

#[test]
fn under_by_request_assignments_are_taken_away_and_not_made() {
    let agency = Agency::new();
    agency.begun_full();
    let pia = &agency.pia;
    let made = pia.assigns("agency", to_cleo(&["view"]));
    let made = made.expect("assigned");
    let operator = agency.acme.world.operator();
    let closed = operator.sets_policy("agency", ChangePolicy::ByRequest);
    closed.expect("closed");
    refused(
        pia.assigns("agency", to_cleo(&["view"])),
        why::CHANGE_POLICY_BY_REQUEST,
    );
    let wider = leaving(&made, &["view", "manage_users"]);
    refused(pia.reassigns(wider), why::CHANGE_POLICY_BY_REQUEST);
    let narrower = UpdateClientAssignment {
        product_rights: Edit::Set(product_rights(&[RightKind::Usage])),
        ..same_assignment(&made)
    };
    let narrowed = pia.reassigns(narrower);
    narrowed.expect("narrowed");
    assert!(!agency.cleo.may("manage", &agency.acme.drive));
    pia.unassigns(&made.name).expect("deleted");
    assert!(!agency.cleo.may("use", &agency.acme.drive));
}
