//! Invitations: nothing before acceptance, and then only what the sender could still give.

use std::time::Duration;

use domain::{Invitation, InvitationState, Member, RightKind, Role, Scope, Subject};

use super::super::actor::{Actor, Made, refused};
use super::super::make::{
    administrator, all, areas, collaborator, future, kinds, legal_representative, offered,
    products, rights, team, technician, to, to_team, user,
};
use super::super::members::same_member;
use super::super::organizations::same_settings;
use super::super::{Acme, why};
use crate::queries::role_matrix::Area;
use crate::use_cases::edit::Edit;
use crate::use_cases::invitation::CreateInvitation;
use crate::use_cases::member::UpdateMember;
use crate::use_cases::platform::UpdatePlatformSettings;
use crate::use_cases::role_spec::RoleSpec;

/// Offers kdrive/use on these products to zoe.
fn offer(scope: Scope) -> CreateInvitation {
    to_zoe(CreateInvitation {
        grants: vec![offered(rights(&["kdrive/use"]), scope)],
        ..collaborator()
    })
}

fn to_zoe(invitation: CreateInvitation) -> CreateInvitation {
    to("zoe@example.com", invitation)
}

#[test]
fn nothing_of_it_holds_before_acceptance_and_all_of_it_after() {
    let acme = Acme::new();
    let zoe = acme.world.user("zoe");
    acme.team(
        "writers",
        rights(&["kdrive/manage"]),
        products(&[&acme.drive]),
    );
    let teams = vec![team("writers")];
    let invitation = CreateInvitation {
        teams,
        ..offer(products(&[&acme.drive]))
    };
    let open = acme.ann.invites("acme", invitation).expect("invited");
    assert!(!zoe.may("view", "organizations/acme"));
    assert!(!zoe.may("kdrive/use", &acme.drive));
    let zoes = Subject::Member(user("zoe"));
    assert!(
        acme.world
            .grants("acme")
            .iter()
            .all(|grant| grant.subject != zoes)
    );
    let answer = zoe.accepts(&open.name).expect("accepted");
    let answered = answer.saved::<Invitation>();
    assert!(matches!(answered.state, InvitationState::Accepted { .. }));
    assert_eq!(answer.saved::<Member>().role, Role::Collaborator);
    assert!(zoe.may("kdrive/use", &acme.drive));
    assert!(zoe.may("kdrive/manage", &acme.drive));
}

#[test]
fn an_invited_administrator_runs_nothing_before_acceptance() {
    let acme = Acme::new();
    let zoe = acme.world.user("zoe");
    let open = acme
        .ann
        .invites("acme", to_zoe(administrator(&[Area::UserRights])))
        .expect("invited");
    assert!(!zoe.may("manage_users", "organizations/acme"));
    refused(zoe.creates_team("acme", "web"), why::NOT_FOUND);
    zoe.accepts(&open.name).expect("accepted");
    assert!(zoe.may("manage_users", "organizations/acme"));
    zoe.creates_team("acme", "web").expect("a team");
}

#[test]
fn future_products_are_those_made_after_the_acceptance() {
    let acme = Acme::new();
    let zoe = acme.world.user("zoe");
    let open = acme
        .ann
        .invites("acme", offer(future("kdrive")))
        .expect("invited");
    let between = acme
        .world
        .operator()
        .creates_product("acme", "between", "kdrive")
        .expect("a product");
    zoe.accepts(&open.name).expect("accepted");
    let after = acme
        .world
        .operator()
        .creates_product("acme", "after", "kdrive")
        .expect("a product");
    assert!(!zoe.may("kdrive/use", &between));
    assert!(zoe.may("kdrive/use", &after));
}

/// TECHNICAL on this scope, and the rest as it is.
fn scoped(scope: Scope) -> UpdateMember {
    let role = RoleSpec {
        technical_scope: Some(scope),
        ..same_member().role
    };
    UpdateMember {
        role,
        ..same_member()
    }
}

/// Zoe tries to accept what tim sent, and it stays open.
fn stays_open(acme: &Acme, zoe: &Actor, open: &Made<Invitation>) {
    let refusal = refused(zoe.accepts(&open.name), why::SENDER_MAY_NO_LONGER);
    assert!(
        refusal.message.contains("stays open"),
        "{}",
        refusal.message
    );
    assert!(!zoe.may("view", "organizations/acme"));
    let seen = acme.world.noun::<Invitation>(&open.name);
    assert_eq!(seen.state, InvitationState::Open);
}

#[test]
fn it_is_not_carried_out_once_the_sender_lost_the_right_on_the_product() {
    let acme = Acme::new();
    let (tim, zoe) = (acme.tim(), acme.world.user("zoe"));
    let open = tim
        .invites("acme", offer(products(&[&acme.drive])))
        .expect("invited");
    let narrower = scoped(products(&[&acme.archive]));
    acme.ann
        .updates_member("acme", "tim", narrower)
        .expect("changed");
    stays_open(&acme, &zoe, &open);
    let again = scoped(products(&[&acme.drive]));
    acme.ann
        .updates_member("acme", "tim", again)
        .expect("changed");
    zoe.accepts(&open.name).expect("tim may again");
    assert!(zoe.may("kdrive/use", &acme.drive));
}

#[test]
fn it_is_not_carried_out_once_the_sender_lost_user_rights() {
    let acme = Acme::new();
    let (tim, zoe) = (acme.tim(), acme.world.user("zoe"));
    let open = tim
        .invites("acme", to_zoe(collaborator()))
        .expect("invited");
    let technical = RoleSpec {
        areas: Some(areas(&[Area::Technical])),
        ..same_member().role
    };
    let technical = UpdateMember {
        role: technical,
        ..same_member()
    };
    acme.ann
        .updates_member("acme", "tim", technical)
        .expect("changed");
    stays_open(&acme, &zoe, &open);
}

#[test]
fn it_is_not_carried_out_once_the_sender_is_deactivated_stopped_or_gone() {
    let acme = Acme::new();
    let (tim, zoe) = (acme.tim(), acme.world.user("zoe"));
    let open = tim
        .invites("acme", to_zoe(collaborator()))
        .expect("invited");
    acme.ann
        .deactivates_member("acme", "tim")
        .expect("deactivated");
    stays_open(&acme, &zoe, &open);
    acme.ann
        .reactivates_member("acme", "tim")
        .expect("reactivated");
    acme.world
        .operator()
        .deactivates_user("tim")
        .expect("deactivated");
    stays_open(&acme, &zoe, &open);
    acme.world
        .operator()
        .reactivates_user("tim")
        .expect("reactivated");
    acme.ann.removes_member("acme", "tim").expect("removed");
    stays_open(&acme, &zoe, &open);
}

#[test]
fn it_is_not_carried_out_once_the_sender_lacks_an_offered_area_or_role() {
    let acme = Acme::new();
    let leo = acme.leo();
    let zoe = acme.world.user("zoe");
    let open = leo
        .invites("acme", to_zoe(legal_representative()))
        .expect("invited");
    let every = [
        Area::Financial,
        Area::Security,
        Area::UserRights,
        Area::Technical,
    ];
    acme.ann
        .hands_out("acme", "leo", &every, Some(all()))
        .expect("demoted");
    stays_open(&acme, &zoe, &open);
    acme.ann.withdraws(&open.name).expect("withdrawn");
    let open = leo
        .invites("acme", to_zoe(administrator(&[Area::Financial])))
        .expect("invited");
    acme.ann
        .hands_out("acme", "leo", &[Area::UserRights], None)
        .expect("an area is taken");
    stays_open(&acme, &zoe, &open);
}

#[test]
fn it_is_not_carried_out_once_the_offered_team_holds_more_than_the_sender() {
    let acme = Acme::new();
    let (tim, zoe) = (acme.tim(), acme.world.user("zoe"));
    acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]));
    let teams = vec![team("writers")];
    let open = tim
        .invites(
            "acme",
            to_zoe(CreateInvitation {
                teams,
                ..collaborator()
            }),
        )
        .expect("invited");
    let more = to_team(
        "acme",
        "writers",
        kinds(&[RightKind::Usage]),
        products(&[&acme.archive]),
    );
    acme.ann.grants_access("acme", more).expect("given");
    stays_open(&acme, &zoe, &open);
}

#[test]
fn it_expires_in_the_second_that_it_says() {
    let acme = Acme::new();
    let zoe = acme.world.user("zoe");
    let soon = CreateInvitation {
        expire_time: Some(acme.world.later(3600)),
        ..to_zoe(collaborator())
    };
    let open = acme.ann.invites("acme", soon.clone()).expect("invited");
    acme.world.passes(Duration::from_secs(3600));
    let refusal = refused(zoe.accepts(&open.name), why::INVITATION_EXPIRED);
    assert!(
        refusal.message.contains(&acme.world.later(0).to_string()),
        "{}",
        refusal.message
    );
    refused(zoe.refuses(&open.name), why::INVITATION_EXPIRED);
    refused(acme.ann.withdraws(&open.name), why::INVITATION_EXPIRED);
    let seen = acme.world.noun::<Invitation>(&open.name);
    assert!(!seen.is_open(acme.world.later(0)));
}

#[test]
fn one_second_before_it_expires_it_is_good() {
    let acme = Acme::new();
    let zoe = acme.world.user("zoe");
    let soon = CreateInvitation {
        expire_time: Some(acme.world.later(3600)),
        ..to_zoe(collaborator())
    };
    let open = acme.ann.invites("acme", soon).expect("invited");
    acme.world.passes(Duration::from_secs(3599));
    zoe.accepts(&open.name).expect("accepted");
}

#[test]
fn it_lasts_as_long_as_the_platform_says() {
    let acme = Acme::new();
    let open = acme
        .ann
        .invites("acme", to_zoe(collaborator()))
        .expect("invited");
    let life = |open: &Made<Invitation>| {
        let micros = open.expire_time.0 - open.stamp.create_time.0;
        micros / 1_000_000
    };
    assert_eq!(life(&open), 30 * 24 * 3600);
    let settings = UpdatePlatformSettings {
        invitation_life: Edit::Set(7200),
        ..same_settings()
    };
    acme.world.operator().sets(settings).expect("set");
    let other = to("new@example.com", collaborator());
    assert_eq!(
        life(&acme.ann.invites("acme", other).expect("invited")),
        7200
    );
}

#[test]
fn one_is_open_per_email_whatever_its_case() {
    let acme = Acme::new();
    let first = acme
        .ann
        .invites("acme", to_zoe(collaborator()))
        .expect("invited");
    let shouted = to("ZOE@Example.com", collaborator());
    let refusal = refused(
        acme.ann.invites("acme", shouted.clone()),
        why::INVITATION_OPEN,
    );
    assert!(refusal.message.contains(&first.name), "{}", refusal.message);
    acme.ann.withdraws(&first.name).expect("withdrawn");
    acme.ann.invites("acme", shouted).expect("invited");
}

#[test]
fn an_expired_one_is_not_in_the_way_of_another() {
    let acme = Acme::new();
    let soon = CreateInvitation {
        expire_time: Some(acme.world.later(60)),
        ..to_zoe(collaborator())
    };
    acme.ann.invites("acme", soon).expect("invited");
    acme.world.passes(Duration::from_secs(60));
    acme.ann
        .invites("acme", to_zoe(collaborator()))
        .expect("invited");
}

#[test]
fn a_member_is_not_invited_active_or_not() {
    let acme = Acme::new();
    acme.bob();
    let to_bob = to("bob@example.com", technician(products(&[&acme.drive]), &[]));
    refused(acme.ann.invites("acme", to_bob.clone()), why::MEMBER_EXISTS);
    acme.ann
        .deactivates_member("acme", "bob")
        .expect("deactivated");
    refused(acme.ann.invites("acme", to_bob), why::MEMBER_EXISTS);
}
