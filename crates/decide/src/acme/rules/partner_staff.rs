//! Rule 2, through a partnership one manages collaborators and externals, and nothing above or beside them.

use super::super::actor::refused;
use super::super::make::{
    administrator, all, areas, collaborator, email, every_right, external, legal_representative,
    of_type, products, rights, to, to_member,
};
use super::super::members::same_member;
use super::super::partners::assignment;
use super::super::why;
use super::agency::Agency;
use crate::queries::role_matrix::Area;
use crate::use_cases::invitation::CreateInvitation;
use crate::use_cases::member::UpdateMember;
use crate::use_cases::role_spec::{RoleName, RoleSpec};

#[test]
fn full_staff_manages_collaborators_and_externals() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    agency.begun_full();
    let max = acme.world.member("acme", pia, "max", collaborator());
    let xena = acme.world.member("acme", pia, "xena", external());
    let given = to_member("acme", "xena", every_right(), all());
    pia.grants_access("acme", given).expect("given");
    assert!(xena.may("use", &acme.drive));
    pia.creates_team("acme", "web").expect("a team");
    let joined = pia.adds_to_team("acme", "web", &["max", "xena"]);
    joined.expect("joined");
    for role in [RoleName::External, RoleName::Collaborator] {
        pia.changes_role("acme", "max", role).expect("changed");
    }
    pia.deactivates_member("acme", "max").expect("asleep");
    assert!(!max.may("view", "organizations/acme"));
    pia.reactivates_member("acme", "max").expect("awake");
    pia.removes_member("acme", "max").expect("removed");
    pia.deletes_team("acme", "web").expect("deleted");
    assert_eq!(acme.world.members("acme").len(), 2);
}

#[test]
fn full_staff_invites_nobody_above_a_collaborator() {
    let agency = Agency::new();
    agency.begun_full();
    for above in [
        legal_representative(),
        administrator(&[]),
        administrator(&[Area::UserRights]),
        administrator(&[Area::Technical]),
    ] {
        let invitation = CreateInvitation {
            email: email("new@x.example"),
            ..above
        };
        let answer = agency.pia.invites("acme", invitation);
        refused(answer, why::PARTNER_MAY_NOT);
    }
}

#[test]
fn full_staff_promotes_nobody() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    acme.bob();
    agency.begun_full();
    for role in [RoleName::LegalRepresentative, RoleName::Administrator] {
        refused(pia.changes_role("acme", "bob", role), why::PARTNER_MAY_NOT);
    }
    let areas = pia.hands_out("acme", "bob", &[Area::Security], None);
    refused(areas, why::PARTNER_MAY_NOT);
    let technical = pia.hands_out("acme", "bob", &[Area::Technical], Some(all()));
    refused(technical, why::PARTNER_MAY_NOT);
}

#[test]
fn full_staff_touches_no_upper_role() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    acme.ada();
    acme.leo();
    agency.begun_full();
    for user in ["ada", "leo", "ann"] {
        for role in [RoleName::Collaborator, RoleName::External] {
            refused(pia.changes_role("acme", user, role), why::PARTNER_MAY_NOT);
        }
        refused(pia.deactivates_member("acme", user), why::PARTNER_MAY_NOT);
        refused(pia.removes_member("acme", user), why::PARTNER_MAY_NOT);
    }
    let fewer = UpdateMember {
        role: RoleSpec {
            areas: Some(areas(&[Area::Financial])),
            ..same_member().role
        },
        ..same_member()
    };
    let narrowed = pia.updates_member("acme", "ada", fewer);
    refused(narrowed, why::PARTNER_MAY_NOT);
    acme.ann.deactivates_member("acme", "ada").expect("asleep");
    refused(pia.reactivates_member("acme", "ada"), why::PARTNER_MAY_NOT);
}

#[test]
fn full_staff_does_not_reach_what_another_system_manages() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    acme.bob();
    agency.begun_full();
    for right in ["read", "write"] {
        assert!(!pia.may(right, &acme.book), "{right}");
    }
    let gift = to_member(
        "acme",
        "bob",
        rights(&["contacts/read"]),
        products(&[&acme.book]),
    );
    refused(pia.grants_access("acme", gift), why::EXTERNALLY_MANAGED);
}

#[test]
fn staff_makes_no_colleague_a_member() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    agency.begun_full();
    for role in [collaborator(), external()] {
        let invitation = CreateInvitation {
            email: email("cleo@example.com"),
            ..role
        };
        refused(pia.invites("acme", invitation), why::PARTNER_MAY_NOT);
        assert!(acme.world.member_of("acme", "cleo").is_none());
    }
}

#[test]
fn who_joins_the_partner_after_the_invitation_is_a_colleague_too() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    agency.begun_full();
    let nina = acme.world.user("nina");
    let invitation = to("nina@example.com", collaborator());
    let open = pia.invites("acme", invitation).expect("invited");
    acme.world.joins("agency", pia, &nina, collaborator());
    refused(nina.accepts(&open.name), why::SENDER_MAY_NO_LONGER);
    // The client's own people may ask her in.
    acme.ann.resends(&open.name).expect("sent again");
    nina.accepts(&open.name).expect("accepted");
}

#[test]
fn staff_makes_no_external_colleague_a_collaborator() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    agency.external(&agency.cleo);
    agency.begun_full();
    let answer = pia.changes_role("acme", "cleo", RoleName::Collaborator);
    refused(answer, why::PARTNER_MAY_NOT);
    let changed = acme
        .ann
        .changes_role("acme", "cleo", RoleName::Collaborator);
    changed.expect("changed");
}

#[test]
fn staff_raises_themselves_to_nothing() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    agency.external(pia);
    agency.begun_full();
    acme.team("web", rights(&["kdrive/use"]), products(&[&acme.drive]));
    let gift = to_member("acme", "pia", every_right(), products(&[&acme.drive]));
    refused(pia.grants_access("acme", gift), why::RAISES_SELF);
    refused(pia.adds_to_team("acme", "web", &["pia"]), why::RAISES_SELF);
    refused(
        pia.changes_role("acme", "pia", RoleName::Collaborator),
        why::PARTNER_MAY_NOT,
    );
    for role in [RoleName::Administrator, RoleName::LegalRepresentative] {
        let answer = pia.changes_role("acme", "pia", role);
        refused(answer, why::PARTNER_MAY_NOT);
    }
    refused(pia.grants_full_access("acme", "pia"), why::RAISES_SELF);
}

#[test]
fn who_may_by_their_own_role_is_not_bound_by_the_partnership() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    acme.ada();
    acme.world
        .joins("acme", &acme.ann, pia, legal_representative());
    agency.begun_full();
    let demoted = pia.changes_role("acme", "ada", RoleName::Collaborator);
    demoted.expect("demoted");
    let invitation = to("cleo@example.com", collaborator());
    let open = pia.invites("acme", invitation).expect("invited");
    agency.cleo.accepts(&open.name).expect("accepted");
}

#[test]
fn assigned_staff_with_manage_users_is_bound_like_all_staff() {
    let agency = Agency::new();
    let (acme, cleo) = (&agency.acme, &agency.cleo);
    acme.bob();
    acme.ada();
    agency.begun_full();
    let wanted = assignment(
        "acme",
        "organizations/agency/members/cleo",
        &["view", "manage_users"],
    );
    agency.pia.assigns("agency", wanted).expect("assigned");
    refused(
        cleo.changes_role("acme", "bob", RoleName::Administrator),
        why::PARTNER_MAY_NOT,
    );
    refused(cleo.removes_member("acme", "ada"), why::PARTNER_MAY_NOT);
    cleo.removes_member("acme", "bob").expect("removed");
}

#[test]
fn an_administrator_whose_technical_is_narrowed_is_not_staff() {
    let agency = Agency::new();
    let tess = agency.colleague("tess", administrator(&[Area::Technical]));
    agency.begun_full();
    assert!(tess.may("manage", &agency.acme.drive));
    let narrowed = agency.pia.hands_out(
        "agency",
        "tess",
        &[Area::Technical],
        Some(of_type("kdrive")),
    );
    narrowed.expect("narrowed");
    assert!(!tess.may("manage", &agency.acme.drive));
    let wide = agency
        .pia
        .hands_out("agency", "tess", &[Area::Technical], Some(all()));
    wide.expect("widened");
    assert!(tess.may("manage", &agency.acme.drive));
}
