//! Rule 3, administrators, and of rule 2 that only a legal representative appoints another.

use domain::{Areas, Member};

use super::super::actor::refused;
use super::super::make::{
    administrator, all, collaborator, legal_representative, of_type, products, rights, tag,
    technician, to,
};
use super::super::members::same_member;
use super::super::organizations::same_settings;
use super::super::{Acme, why};
use crate::queries::role_matrix::Area;
use crate::use_cases::edit::Edit;
use crate::use_cases::member::UpdateMember;
use crate::use_cases::platform::UpdatePlatformSettings;
use crate::use_cases::role_spec::{RoleName, RoleSpec};

#[test]
fn an_administrator_changes_no_legal_representative() {
    let acme = Acme::new();
    let ada = acme.ada();
    acme.leo();
    let why = why::LEGAL_REPRESENTATIVE_REQUIRED;
    refused(ada.changes_role("acme", "leo", RoleName::Collaborator), why);
    refused(ada.deactivates_member("acme", "leo"), why);
    refused(ada.removes_member("acme", "leo"), why);
    acme.ann
        .deactivates_member("acme", "leo")
        .expect("deactivated");
    refused(ada.reactivates_member("acme", "leo"), why);
}

#[test]
fn only_a_legal_representative_makes_another() {
    let acme = Acme::new();
    let (ada, bob) = (acme.ada(), acme.bob());
    let invitation = to("new@example.com", legal_representative());
    refused(
        ada.invites("acme", invitation.clone()),
        why::LEGAL_REPRESENTATIVE_REQUIRED,
    );
    let why = why::LEGAL_REPRESENTATIVE_REQUIRED;
    refused(
        ada.changes_role("acme", "bob", RoleName::LegalRepresentative),
        why,
    );
    acme.ann
        .changes_role("acme", "bob", RoleName::LegalRepresentative)
        .expect("appointed");
    assert!(bob.may("manage_organization", "organizations/acme"));
    bob.invites("acme", invitation).expect("invited");
}

#[test]
fn an_administrator_changes_nothing_of_their_own() {
    let acme = Acme::new();
    let tim = acme.tim();
    let wider = Some(all());
    refused(
        tim.hands_out("acme", "tim", &[Area::UserRights, Area::Technical], wider),
        why::RAISES_SELF,
    );
    refused(tim.hands_out("acme", "tim", &[], None), why::RAISES_SELF);
    refused(
        tim.changes_role("acme", "tim", RoleName::LegalRepresentative),
        why::RAISES_SELF,
    );
    refused(
        tim.changes_role("acme", "tim", RoleName::Collaborator),
        why::RAISES_SELF,
    );
    refused(tim.deactivates_member("acme", "tim"), why::RAISES_SELF);
    refused(tim.removes_member("acme", "tim"), why::RAISES_SELF);
}

#[test]
fn an_administrator_may_leave() {
    let acme = Acme::new();
    let tim = acme.tim();
    tim.leaves("acme").expect("gone");
    assert!(acme.world.member_of("acme", "tim").is_none());
    assert!(!tim.may("view", "organizations/acme"));
}

#[test]
fn an_administrator_changes_none_who_has_an_area_that_they_lack() {
    let acme = Acme::new();
    let una = acme.una();
    acme.member("fay", administrator(&[Area::Financial]));
    refused(
        una.hands_out("acme", "fay", &[], None),
        why::ADMINISTRATOR_ABOVE,
    );
    refused(
        una.changes_role("acme", "fay", RoleName::External),
        why::ADMINISTRATOR_ABOVE,
    );
    refused(
        una.deactivates_member("acme", "fay"),
        why::ADMINISTRATOR_ABOVE,
    );
    refused(una.removes_member("acme", "fay"), why::ADMINISTRATOR_ABOVE);
    acme.ann
        .deactivates_member("acme", "fay")
        .expect("deactivated");
    refused(
        una.reactivates_member("acme", "fay"),
        why::ADMINISTRATOR_ABOVE,
    );
}

#[test]
fn an_administrator_changes_none_whose_technical_scope_is_wider() {
    let acme = Acme::new();
    let tim = acme.tim();
    acme.member(
        "eli",
        technician(products(&[&acme.drive, &acme.archive]), &[]),
    );
    acme.member("tia", technician(of_type("kdrive"), &[]));
    acme.member("tom", administrator(&[Area::Technical]));
    for wider in ["eli", "tia", "tom"] {
        refused(tim.removes_member("acme", wider), why::ADMINISTRATOR_ABOVE);
    }
}

#[test]
fn an_administrator_changes_those_who_have_no_more() {
    let acme = Acme::new();
    let tim = acme.tim();
    acme.member("tia", technician(products(&[&acme.drive]), &[]));
    acme.member("uwe", administrator(&[Area::UserRights]));
    tim.hands_out("acme", "tia", &[], None)
        .expect("an area is taken");
    tim.deactivates_member("acme", "uwe").expect("deactivated");
    tim.reactivates_member("acme", "uwe").expect("reactivated");
    tim.removes_member("acme", "uwe").expect("removed");
}

#[test]
fn an_administrator_hands_out_no_area_that_they_lack() {
    let acme = Acme::new();
    let una = acme.una();
    acme.bob();
    for area in [Area::Financial, Area::Security] {
        refused(
            una.hands_out("acme", "bob", &[area], None),
            why::GIVES_MORE_THAN_HELD,
        );
    }
    let drive = Some(products(&[&acme.drive]));
    refused(
        una.hands_out("acme", "bob", &[Area::Technical], drive),
        why::GIVES_MORE_THAN_HELD,
    );
    una.hands_out("acme", "bob", &[Area::UserRights], None)
        .expect("handed out");
    assert!(
        acme.world
            .acting("bob")
            .may("manage_users", "organizations/acme")
    );
}

#[test]
fn an_administrator_hands_out_no_wider_technical_scope() {
    let acme = Acme::new();
    let tim = acme.tim();
    acme.bob();
    let both = products(&[&acme.drive, &acme.archive]);
    for wider in [both, of_type("kdrive"), tag("x"), all()] {
        let answer = tim.hands_out("acme", "bob", &[Area::Technical], Some(wider));
        refused(answer, why::GIVES_MORE_THAN_HELD);
    }
    tim.hands_out(
        "acme",
        "bob",
        &[Area::Technical],
        Some(products(&[&acme.drive])),
    )
    .expect("handed out");
    let bob = acme.world.acting("bob");
    assert!(bob.may("kdrive/manage", &acme.drive));
    assert!(!bob.may("kdrive/manage", &acme.archive));
}

#[test]
fn an_administrator_widens_no_scope_of_another_beyond_their_own() {
    let acme = Acme::new();
    let tim = acme.tim();
    acme.member("tia", technician(products(&[&acme.drive]), &[]));
    let update = UpdateMember {
        role: RoleSpec {
            technical_scope: Some(all()),
            ..same_member().role
        },
        ..same_member()
    };
    refused(
        tim.updates_member("acme", "tia", update),
        why::GIVES_MORE_THAN_HELD,
    );
}

#[test]
fn an_administrator_without_user_rights_manages_nobody() {
    let acme = Acme::new();
    let areas = [Area::Financial, Area::Security, Area::Technical];
    let mia = acme.member("mia", administrator(&areas));
    acme.bob();
    refused(
        mia.changes_role("acme", "bob", RoleName::External),
        why::RIGHT_MISSING,
    );
    refused(mia.deactivates_member("acme", "bob"), why::RIGHT_MISSING);
    refused(mia.removes_member("acme", "bob"), why::RIGHT_MISSING);
    let invitation = to("new@example.com", collaborator());
    refused(mia.invites("acme", invitation), why::RIGHT_MISSING);
}

#[test]
fn a_collaborator_raises_nobody_also_not_themselves() {
    let acme = Acme::new();
    let bob = acme.bob();
    refused(
        bob.changes_role("acme", "bob", RoleName::Administrator),
        why::RIGHT_MISSING,
    );
    refused(
        bob.changes_role("acme", "ann", RoleName::Collaborator),
        why::RIGHT_MISSING,
    );
}

/// All areas for every new administrator.
fn every_area() -> UpdatePlatformSettings {
    UpdatePlatformSettings {
        new_administrator_areas: Edit::Set(Areas::all()),
        ..same_settings()
    }
}

#[test]
fn a_new_administrator_has_no_area_unless_the_platform_says_so() {
    let acme = Acme::new();
    acme.bob();
    let answer = acme
        .ann
        .changes_role("acme", "bob", RoleName::Administrator)
        .expect("changed");
    assert_eq!(
        answer.saved::<Member>().role.areas(),
        Some(&Areas::default())
    );
    let settings = every_area();
    acme.world.operator().sets(settings).expect("set");
    acme.member("cleo", collaborator());
    let answer = acme
        .ann
        .changes_role("acme", "cleo", RoleName::Administrator)
        .expect("changed");
    assert_eq!(answer.saved::<Member>().role.areas(), Some(&Areas::all()));
}

#[test]
fn the_platforms_areas_are_never_more_than_the_giver_may_hand_out() {
    let acme = Acme::new();
    let (una, tim) = (acme.una(), acme.tim());
    let settings = every_area();
    acme.world.operator().sets(settings).expect("set");
    acme.bob();
    acme.member("cleo", collaborator());
    let answer = una
        .changes_role("acme", "bob", RoleName::Administrator)
        .expect("changed");
    let user_rights = Areas {
        user_rights: true,
        ..Areas::default()
    };
    assert_eq!(answer.saved::<Member>().role.areas(), Some(&user_rights));
    let answer = tim
        .changes_role("acme", "cleo", RoleName::Administrator)
        .expect("changed");
    let with_the_drive = Areas {
        technical: Some(products(&[&acme.drive])),
        ..user_rights
    };
    assert_eq!(answer.saved::<Member>().role.areas(), Some(&with_the_drive));
}

#[test]
fn a_promotion_takes_grants_and_teams_and_a_demotion_restores_nothing() {
    let acme = Acme::new();
    let bob = acme.bob();
    let grant = acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]));
    acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]));
    acme.ann
        .adds_to_team("acme", "writers", &["bob"])
        .expect("in the team");
    let answer = acme
        .ann
        .hands_out("acme", "bob", &[], None)
        .expect("promoted");
    let removed = answer.removed_grants();
    let names: Vec<_> = removed.iter().map(|grant| grant.name.as_str()).collect();
    assert_eq!(names, [grant.name.as_str()]);
    assert_eq!(answer.removed_teams(), ["organizations/acme/teams/writers"]);
    assert!(!bob.may("kdrive/use", &acme.drive));
    acme.ann
        .changes_role("acme", "bob", RoleName::Collaborator)
        .expect("demoted");
    assert!(!bob.may("kdrive/use", &acme.drive));
}
