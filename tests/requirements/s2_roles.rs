//! S2-8 to S2-14: what each role may do, whose access is edited and by whom, and the menu beside a name.

use grantor::v1;
use v1::{Area, CapabilityCondition, Decision, MemberAction, ProductCapability, Role};

use super::acme::Acme;
use crate::harness::{
    administrator, all, every_right, external, own, products, refused, rights, technician,
    to_member, why,
};

#[tokio::test]
async fn s2_8_externals_are_left_out_of_shared_calendars_and_address_books() {
    let acme = Acme::new().await;
    let eve = acme
        .world
        .member("acme", &acme.ann, "eve", external())
        .await;
    assert!(acme.bob.may("share_directory", "organizations/acme").await);
    assert!(!eve.may("share_directory", "organizations/acme").await);
}

#[tokio::test]
async fn s2_8_a_calendar_service_lists_everybody_but_the_externals() {
    let acme = Acme::new().await;
    acme.world
        .member("acme", &acme.ann, "eve", external())
        .await;
    acme.world
        .member("acme", &acme.ann, "dan", administrator(&[]))
        .await;
    let calendar = acme.world.service("calendar", &["access.ask"]).await;
    let covered = calendar
        .lists_accessors("share_directory", "organizations/acme")
        .await
        .expect("listed");
    let users: Vec<_> = covered
        .iter()
        .map(|accessor| accessor.user.as_str())
        .collect();
    assert_eq!(users, ["users/ann", "users/bob", "users/dan"]);
}

#[tokio::test]
async fn s2_9_anybody_reads_who_can_access_what() {
    let acme = Acme::new().await;
    let matrix = acme
        .bob
        .organizations()
        .get_role_matrix(v1::GetRoleMatrixRequest {})
        .await
        .expect("read");
    let rows: Vec<_> = matrix
        .into_inner()
        .roles
        .iter()
        .map(|row| (row.role(), row.products()))
        .collect();
    assert_eq!(
        rows,
        [
            (Role::LegalRepresentative, ProductCapability::Everything),
            (Role::Administrator, ProductCapability::TechnicalScope),
            (Role::Collaborator, ProductCapability::Granted),
            (Role::External, ProductCapability::Granted),
            (Role::Partner, ProductCapability::Granted),
        ]
    );
}

#[tokio::test]
async fn s2_9_the_matrix_says_what_an_administrator_may_do_with_which_area() {
    let acme = Acme::new().await;
    let matrix = acme
        .bob
        .organizations()
        .get_role_matrix(v1::GetRoleMatrixRequest {})
        .await
        .expect("read");
    let roles = matrix.into_inner().roles;
    let row = roles
        .iter()
        .find(|row| row.role() == Role::Administrator)
        .expect("the administrator");
    let cells: Vec<_> = row
        .organization
        .iter()
        .map(|cell| (cell.right.as_str(), cell.condition(), cell.area()))
        .collect();
    use CapabilityCondition::{Always, Never, WithArea, WithAreaInScope, WithAreaNotNarrowed};
    assert_eq!(
        cells,
        [
            ("view", Always, Area::Unspecified),
            ("share_directory", Always, Area::Unspecified),
            ("manage_organization", Never, Area::Unspecified),
            ("manage_partners", Never, Area::Unspecified),
            ("act_as_partner", WithAreaNotNarrowed, Area::Technical),
            ("manage_users", WithArea, Area::UserRights),
            ("manage_products", WithAreaInScope, Area::Technical),
            ("manage_security", WithArea, Area::Security),
            ("manage_finances", WithArea, Area::Financial),
            ("use_wallet", WithArea, Area::Financial),
            ("contact_support", Always, Area::Unspecified),
        ]
    );
}

#[tokio::test]
async fn s2_10_an_administrator_with_user_rights_and_technical_edits_access() {
    let acme = Acme::new().await;
    let dan = administrator(&[Area::UserRights, Area::Technical]);
    let dan = acme.world.member("acme", &acme.ann, "dan", dan).await;
    let usage = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    dan.saves_access("acme", "bob", "kdrive", usage)
        .await
        .expect("saved");
    assert!(acme.bob.may("use", &acme.drive).await);
}

#[tokio::test]
async fn s2_10_a_collaborator_edits_nobodys_access() {
    let acme = Acme::new().await;
    acme.world
        .member("acme", &acme.ann, "eve", external())
        .await;
    let usage = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    let answer = acme.bob.saves_access("acme", "eve", "kdrive", usage).await;
    refused(answer, why::RIGHT_MISSING);
}

#[tokio::test]
async fn s2_10_an_administrator_gives_nothing_outside_of_their_technical_scope() {
    let acme = Acme::new().await;
    let dan = technician(products(&[&acme.drive]), &[Area::UserRights]);
    let dan = acme.world.member("acme", &acme.ann, "dan", dan).await;
    let both = own(&[
        (&acme.drive, rights(&["kdrive/use"])),
        (&acme.other_drive, rights(&["kdrive/use"])),
    ]);
    let answer = dan.saves_access("acme", "bob", "kdrive", both).await;
    refused(answer, why::GIVES_MORE_THAN_HELD);
    assert!(!acme.bob.may("use", &acme.drive).await);
}

#[tokio::test]
async fn s2_11_somebody_who_was_not_added_gets_no_rights() {
    let acme = Acme::new().await;
    acme.world.user("zoe").await;
    let usage = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    let answer = acme.ann.saves_access("acme", "zoe", "kdrive", usage).await;
    refused(answer, why::NOT_FOUND);
    let grant = to_member(
        "acme",
        "zoe",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    refused(acme.ann.grants_access("acme", grant).await, why::NOT_FOUND);
}

#[tokio::test]
async fn s2_12_the_upper_roles_have_all_products_by_role() {
    let acme = Acme::new().await;
    acme.world
        .member("acme", &acme.ann, "dan", administrator(&[Area::Technical]))
        .await;
    for user in ["ann", "dan"] {
        let explained = acme
            .ann
            .explains(user, "manage", &acme.domain)
            .await
            .expect("explained");
        assert_eq!(explained.decision(), Decision::Allowed, "{user}");
        assert_eq!(
            explained.reason(),
            v1::AccessReason::AllowedByRole,
            "{user}"
        );
        let access = acme
            .ann
            .sees_access_to("acme", user, "kdrive")
            .await
            .expect("seen");
        assert_eq!((access.product_count, access.own), (2, None), "{user}");
    }
}

#[tokio::test]
async fn s2_12_product_rights_for_an_upper_role_are_refused() {
    let acme = Acme::new().await;
    acme.world
        .member("acme", &acme.ann, "dan", administrator(&[]))
        .await;
    let grant = to_member(
        "acme",
        "dan",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    refused(
        acme.ann.grants_access("acme", grant).await,
        why::UPPER_ROLE_HOLDS_NO_GRANTS,
    );
    let usage = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    let answer = acme.ann.saves_access("acme", "dan", "kdrive", usage).await;
    refused(answer, why::UPPER_ROLE_HOLDS_NO_GRANTS);
    refused(
        acme.ann.grants_full_access("acme", "dan").await,
        why::UPPER_ROLE_HOLDS_NO_GRANTS,
    );
}

#[tokio::test]
async fn s2_12_a_promotion_takes_grants_and_teams_away_and_says_which() {
    let acme = Acme::new().await;
    let grant = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    let grant = acme
        .ann
        .grants_access("acme", grant)
        .await
        .expect("granted");
    acme.ann.creates_team("acme", "web").await.expect("created");
    acme.ann
        .adds_to_team("acme", "web", &["bob"])
        .await
        .expect("added");

    let promoted = acme
        .ann
        .changes_role("acme", "bob", Role::Administrator)
        .await
        .expect("promoted");
    assert_eq!(promoted.removed_grants, [grant]);
    assert_eq!(promoted.removed_teams, ["organizations/acme/teams/web"]);
    acme.ann
        .changes_role("acme", "bob", Role::Collaborator)
        .await
        .expect("demoted");
    assert!(!acme.bob.may("use", &acme.drive).await);
}

#[tokio::test]
async fn s2_13_user_management_opens_with_everybody_who_is_a_member() {
    let acme = Acme::new().await;
    acme.world
        .member("acme", &acme.ann, "eve", external())
        .await;
    let request = v1::ListMembersRequest {
        parent: "organizations/acme".into(),
        ..Default::default()
    };
    let members = acme.ann.lists_members(request).await.expect("listed");
    let rows: Vec<_> = members
        .iter()
        .map(|row| (row.user.as_str(), row.email.as_str(), row.role()))
        .collect();
    assert_eq!(
        rows,
        [
            ("users/ann", "ann@example.com", Role::LegalRepresentative),
            ("users/bob", "bob@example.com", Role::Collaborator),
            ("users/eve", "eve@example.com", Role::External),
        ]
    );
}

#[tokio::test]
async fn s2_13_a_collaborator_does_not_see_who_else_is_a_member() {
    let acme = Acme::new().await;
    let request = v1::ListMembersRequest {
        parent: "organizations/acme".into(),
        ..Default::default()
    };
    let answer = acme.bob.lists_members(request).await;
    refused(answer, why::RIGHT_MISSING);
}

#[tokio::test]
async fn s2_14_the_menu_beside_a_name_shows_what_may_be_done() {
    let acme = Acme::new().await;
    let menu = acme.ann.sees_actions("acme", "bob").await.expect("seen");
    let closed: Vec<_> = menu
        .actions
        .iter()
        .filter(|action| !action.allowed)
        .map(|action| (action.action(), action.reason()))
        .collect();
    // A collaborator has no areas, and nobody leaves for another.
    assert_eq!(
        closed,
        [
            (MemberAction::ChangeAreas, v1::ErrorReason::FieldInvalid),
            (MemberAction::Leave, v1::ErrorReason::FieldInvalid),
        ]
    );
    assert_eq!(menu.actions.len(), 10);
    let roles: Vec<_> = menu.assignable_roles().collect();
    assert_eq!(
        roles,
        [
            Role::LegalRepresentative,
            Role::Administrator,
            Role::External
        ]
    );
}

#[tokio::test]
async fn s2_14_the_menu_says_why_something_is_closed() {
    let acme = Acme::new().await;
    let dan = acme
        .world
        .member("acme", &acme.ann, "dan", administrator(&[Area::UserRights]))
        .await;
    let menu = dan.sees_actions("acme", "ann").await.expect("seen");
    let state = |wanted| {
        menu.actions
            .iter()
            .find(|action| action.action() == wanted)
            .expect("listed")
    };
    let removal = state(MemberAction::Remove);
    assert_eq!(
        (removal.allowed, removal.reason()),
        (false, v1::ErrorReason::LegalRepresentativeRequired)
    );
    let access = state(MemberAction::EditAccess);
    assert_eq!(
        (access.allowed, access.reason()),
        (false, v1::ErrorReason::UpperRoleHoldsNoGrants)
    );
    let menu = dan.sees_actions("acme", "bob").await.expect("seen");
    let full = menu
        .actions
        .iter()
        .find(|action| action.action() == MemberAction::GrantFullAccess)
        .expect("listed");
    assert_eq!(
        (full.allowed, full.reason()),
        (false, v1::ErrorReason::GivesMoreThanHeld)
    );
}

#[tokio::test]
async fn s2_14_what_the_menu_closes_is_refused_for_the_same_reason() {
    let acme = Acme::new().await;
    let dan = acme
        .world
        .member("acme", &acme.ann, "dan", administrator(&[Area::UserRights]))
        .await;
    refused(
        dan.removes_member("acme", "ann").await,
        why::LEGAL_REPRESENTATIVE_REQUIRED,
    );
    let everything = to_member("acme", "bob", every_right(), all());
    refused(
        dan.grants_access("acme", everything).await,
        why::GIVES_MORE_THAN_HELD,
    );
}
