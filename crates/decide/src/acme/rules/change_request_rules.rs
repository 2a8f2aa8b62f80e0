//! What applying a request is judged by: rules 2 and 3 asked of who opened it, all others as ever, rule 1 not.

use domain::{Areas, ChangeRequest, ChangeRequestState, Member, Reason, Team};

use super::super::actor::{Actor, Done, Made, refused};
use super::super::make::{administrator, all, areas, products, rights, team, to_member};
use super::super::organizations::same_settings;
use super::super::requests::{deactivation, kdrive_use, reactivation, same_wish};
use super::super::{Acme, why};
use crate::grant_spec::GrantSpec;
use crate::queries::role_matrix::Area;
use crate::use_cases::change_request::{ChangeSpec, MemberSpec};
use crate::use_cases::edit::Edit;
use crate::use_cases::platform::UpdatePlatformSettings;
use crate::use_cases::role_spec::{RoleName, RoleSpec};

/// This role, with these areas, as a request asks for it.
fn becoming(role: RoleName, named: &[Area]) -> MemberSpec {
    let role = RoleSpec {
        role: Some(role),
        areas: (!named.is_empty()).then(|| areas(named)),
        technical_scope: named.contains(&Area::Technical).then(all),
    };
    MemberSpec {
        role: Some(role),
        ..same_wish()
    }
}

pub(super) fn getting(grant: GrantSpec) -> MemberSpec {
    MemberSpec {
        add_grants: vec![grant],
        ..same_wish()
    }
}

fn limit(limit: u32) -> ChangeSpec {
    ChangeSpec::RaiseAdministratorLimit { limit }
}

/// Who asks that bob becomes this.
pub(super) fn for_bob(asker: &Actor, change: MemberSpec) -> Made<ChangeRequest> {
    let asked = asker.asks_to_change("acme", "bob", change);
    asked.expect("opened")
}

/// Applying it is refused for this reason, changes nothing, and leaves it open; answers the words.
pub(super) fn stays_open(acme: &Acme, request: &Made<ChangeRequest>, why: Reason) -> String {
    let before = acme.world.grants("acme");
    let refusal = refused(acme.world.operator().applies(&request.name), why);
    assert!(refusal.message.contains("stays open"), "{refusal:?}");
    let seen = acme.world.noun::<ChangeRequest>(&request.name);
    assert_eq!(seen.state, ChangeRequestState::Open);
    let after = acme.world.grants("acme");
    assert_eq!(before, after);
    refusal.message
}

fn applied(acme: &Acme, request: &Made<ChangeRequest>) -> Done {
    let applied = acme.world.operator().applies(&request.name);
    applied.expect("applied")
}

#[test]
fn the_requester_need_not_hold_what_they_ask_for() {
    let acme = Acme::new();
    let bob = acme.bob();
    let una = acme.una();
    let given = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    refused(una.grants_access("acme", given), why::GIVES_MORE_THAN_HELD);
    let request = for_bob(&una, getting(kdrive_use(&acme.drive)));
    applied(&acme, &request);
    assert!(bob.may("kdrive/use", &acme.drive));
}

#[test]
fn a_team_is_joined_and_left_by_request() {
    let acme = Acme::new();
    let bob = acme.bob();
    let una = acme.una();
    acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]));
    acme.team("readers", rights(&["domain/dns"]), products(&[&acme.site]));
    let team = |id: &str| vec![team(id)];
    let joins = MemberSpec {
        add_teams: team("writers"),
        ..same_wish()
    };
    applied(&acme, &for_bob(&una, joins));
    assert!(bob.may("kdrive/use", &acme.drive));
    let moves = MemberSpec {
        add_teams: team("readers"),
        remove_teams: team("writers"),
        ..same_wish()
    };
    let done = applied(&acme, &for_bob(&una, moves));
    assert_eq!(done.all_saved::<Team>().len(), 2);
    assert!(!bob.may("kdrive/use", &acme.drive));
    assert!(bob.may("domain/dns", &acme.site));
}

#[test]
fn only_a_legal_representative_asks_for_another_or_about_one() {
    let acme = Acme::new();
    let bob = acme.bob();
    let (una, _leo) = (acme.una(), acme.leo());
    let lacks = why::LEGAL_REPRESENTATIVE_REQUIRED;
    let raise = becoming(RoleName::LegalRepresentative, &[]);
    refused(una.asks_to_change("acme", "bob", raise.clone()), lacks);
    let stop = deactivation("acme", "leo", "Left.");
    refused(una.opens("acme", stop.clone()), lacks);
    let lower = becoming(RoleName::Collaborator, &[]);
    refused(una.asks_to_change("acme", "leo", lower), lacks);
    acme.ann.opens("acme", stop).expect("opened");
    applied(&acme, &for_bob(&acme.ann, raise));
    assert!(bob.may("manage_organization", "organizations/acme"));
}

#[test]
fn an_administrator_asks_only_for_what_they_may_hand_out() {
    let acme = Acme::new();
    acme.bob();
    acme.ada();
    let una = acme.una();
    let vic = acme.member("vic", administrator(&[Area::UserRights]));
    let more = becoming(
        RoleName::Administrator,
        &[Area::UserRights, Area::Financial],
    );
    refused(
        una.asks_to_change("acme", "bob", more.clone()),
        why::GIVES_MORE_THAN_HELD,
    );
    // Nor do two of them raise each other.
    for (asker, other) in [(&una, "vic"), (&vic, "una")] {
        refused(
            asker.asks_to_change("acme", other, more.clone()),
            why::GIVES_MORE_THAN_HELD,
        );
    }
    refused(una.asks_to_change("acme", "una", more), why::RAISES_SELF);
    refused(
        una.opens("acme", reactivation("acme", "una")),
        why::RAISES_SELF,
    );
    refused(
        una.opens("acme", deactivation("acme", "ada", "Left.")),
        why::ADMINISTRATOR_ABOVE,
    );
}

#[test]
fn a_requester_who_lost_what_it_takes_is_asked_when_it_is_applied() {
    let acme = Acme::new();
    acme.bob();
    let leo = acme.leo();
    let raise = for_bob(&leo, becoming(RoleName::LegalRepresentative, &[]));
    let use_it = getting(kdrive_use(&acme.drive));
    let more = leo.asks_to_change("acme", "bob", use_it);
    let more = more.expect("opened");
    let may_not = why::REQUESTER_MAY_NO_LONGER;
    // An administrator with USER_RIGHTS still manages users, and asks for no legal representative.
    acme.ann
        .hands_out("acme", "leo", &[Area::UserRights], None)
        .expect("demoted");
    let words = stays_open(&acme, &raise, may_not);
    assert!(words.contains("legal representative"), "{words}");
    acme.ann
        .changes_role("acme", "leo", RoleName::Collaborator)
        .expect("demoted");
    let words = stays_open(&acme, &more, may_not);
    assert!(words.contains("manage_users"), "{words}");
    acme.ann
        .hands_out("acme", "leo", &[Area::UserRights], None)
        .expect("an administrator again");
    applied(&acme, &more);
}

#[test]
fn a_requester_who_is_stopped_or_gone_asks_for_nothing_any_more() {
    let acme = Acme::new();
    acme.bob();
    let una = acme.una();
    let request = for_bob(&una, getting(kdrive_use(&acme.drive)));
    let operator = acme.world.operator();
    operator.deactivates_user("una").expect("stopped");
    stays_open(&acme, &request, why::REQUESTER_MAY_NO_LONGER);
    operator.reactivates_user("una").expect("back");
    acme.ann
        .deactivates_member("acme", "una")
        .expect("stopped here");
    stays_open(&acme, &request, why::REQUESTER_MAY_NO_LONGER);
    acme.ann.removes_member("acme", "una").expect("removed");
    stays_open(&acme, &request, why::REQUESTER_MAY_NO_LONGER);
}

#[test]
fn the_limit_of_administrators_holds_and_is_raised_by_request() {
    let acme = Acme::new();
    acme.bob();
    acme.una();
    let operator = acme.world.operator();
    let unlimited = acme.ann.opens("acme", limit(5));
    refused(unlimited, why::FIELD_INVALID);
    operator
        .limits_administrators("acme", Some(1))
        .expect("limited");
    let raise = for_bob(
        &acme.ann,
        becoming(RoleName::Administrator, &[Area::Financial]),
    );
    stays_open(&acme, &raise, why::ADMINISTRATOR_LIMIT);
    refused(acme.ann.opens("acme", limit(1)), why::FIELD_INVALID);
    let more = acme.ann.opens("acme", limit(2)).expect("opened");
    applied(&acme, &more);
    applied(&acme, &raise);
    // What is raised already is not raised again.
    operator
        .limits_administrators("acme", Some(2))
        .expect("limited");
    let more = acme.ann.opens("acme", limit(3)).expect("opened");
    operator
        .limits_administrators("acme", Some(9))
        .expect("raised");
    stays_open(&acme, &more, why::CHANGE_REQUEST_OUTDATED);
}

#[test]
fn the_last_legal_representative_stays() {
    let acme = Acme::new();
    acme.bob();
    let down = becoming(RoleName::Collaborator, &[]);
    for request in [
        acme.ann
            .opens("acme", deactivation("acme", "ann", "Tired.")),
        acme.ann.asks_to_change("acme", "ann", down),
    ] {
        let request = request.expect("opened");
        stays_open(&acme, &request, why::LAST_LEGAL_REPRESENTATIVE);
    }
    acme.leo();
    let request = acme
        .ann
        .opens("acme", deactivation("acme", "ann", "Tired."))
        .expect("opened");
    applied(&acme, &request);
}

#[test]
fn a_promotion_takes_grants_and_teams_and_gives_none() {
    let acme = Acme::new();
    let bob = acme.bob();
    let held = acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]));
    acme.team("writers", rights(&["domain/dns"]), products(&[&acme.site]));
    acme.ann
        .adds_to_team("acme", "writers", &["bob"])
        .expect("added");
    let both = MemberSpec {
        add_grants: vec![kdrive_use(&acme.archive)],
        ..becoming(RoleName::Administrator, &[Area::Financial])
    };
    refused(
        acme.ann.asks_to_change("acme", "bob", both),
        why::UPPER_ROLE_HOLDS_NO_GRANTS,
    );
    let up = for_bob(
        &acme.ann,
        becoming(RoleName::Administrator, &[Area::Financial]),
    );
    let done = applied(&acme, &up);
    assert_eq!(done.removed_grants(), [held]);
    assert_eq!(done.removed_teams(), ["organizations/acme/teams/writers"]);
    assert!(!bob.may("kdrive/use", &acme.drive));
    // And down again, with something in the same request.
    let down = MemberSpec {
        add_grants: vec![kdrive_use(&acme.archive)],
        ..becoming(RoleName::Collaborator, &[])
    };
    applied(&acme, &for_bob(&acme.ann, down));
    assert!(bob.may("kdrive/use", &acme.archive));
}

#[test]
fn a_new_administrator_gets_the_platforms_areas_and_an_old_one_those_named() {
    let acme = Acme::new();
    acme.bob();
    let financial = Areas {
        financial: true,
        ..Areas::default()
    };
    let settings = UpdatePlatformSettings {
        new_administrator_areas: Edit::Set(financial.clone()),
        ..same_settings()
    };
    acme.world.operator().sets(settings).expect("set");
    let up = for_bob(&acme.ann, becoming(RoleName::Administrator, &[]));
    let done = applied(&acme, &up);
    let areas = |done: &Done| done.saved::<Member>().role.areas().cloned();
    assert_eq!(areas(&done), Some(financial));
    let none = for_bob(&acme.ann, becoming(RoleName::Administrator, &[]));
    let done = applied(&acme, &none);
    assert_eq!(areas(&done), Some(Areas::default()));
}

#[test]
fn a_grant_on_everything_is_acknowledged_by_who_asks_and_by_who_applies() {
    let acme = Acme::new();
    let bob = acme.bob();
    let everything = GrantSpec {
        scope: all(),
        ..kdrive_use(&acme.drive)
    };
    let unaware = GrantSpec {
        acknowledge_all: false,
        ..everything.clone()
    };
    let asked = acme.ann.asks_to_change("acme", "bob", getting(unaware));
    refused(asked, why::ALL_PRODUCTS_NOT_ACKNOWLEDGED);
    let request = for_bob(&acme.ann, getting(everything));
    let operator = acme.world.operator();
    refused(
        operator.applies_and(&request.name, false),
        why::ALL_PRODUCTS_NOT_ACKNOWLEDGED,
    );
    assert!(!bob.may("kdrive/use", &acme.drive));
    // All but the book, which another system manages.
    let applied = applied(&acme, &request);
    assert_eq!(applied.change().outcome.opened_products, Some(3));
}
