//! S3-1, S3-4 to S3-10: the table in which the admin of a reseller sees who uses which cloud application.

use grantor::v1;
use v1::{Area, Role};

use super::acme::Acme;
use crate::harness::{Actor, administrator, products, refused, rights, to_member, why};

/// The reseller: una is its admin, bob uses a drive, carl nothing.
async fn reseller() -> (Acme, Actor) {
    let acme = Acme::new().await;
    let una = acme
        .world
        .member("acme", &acme.ann, "una", administrator(&[Area::UserRights]))
        .await;
    acme.world
        .member("acme", &acme.ann, "carl", crate::harness::collaborator())
        .await;
    let names = v1::User {
        login: "bob.example".into(),
        family_name: "Bobson".into(),
        ..Default::default()
    };
    acme.bob
        .updates_user("bob", names, &["login", "family_name"])
        .await
        .expect("named");
    let drive = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use", "kdrive/statistics"]),
        products(&[&acme.drive]),
    );
    acme.ann.grants_access("acme", drive).await.expect("given");
    acme.world
        .operator()
        .sets_policy("acme", v1::ChangePolicy::ByRequest)
        .await
        .expect("set");
    (acme, una)
}

/// The whole table, in one call.
async fn table(admin: &Actor) -> Vec<v1::Member> {
    let request = v1::ListMembersRequest {
        parent: "organizations/acme".into(),
        view: v1::MemberView::WithAccess.into(),
        ..Default::default()
    };
    admin.lists_members(request).await.expect("the table")
}

/// Bob's row of it.
async fn row(admin: &Actor) -> v1::Member {
    let mut rows = table(admin).await.into_iter();
    rows.find(|row| row.user == "users/bob").expect("bob's row")
}

#[tokio::test]
async fn s3_1_the_admin_sees_roles_and_rights_of_their_team() {
    let (_acme, una) = reseller().await;
    assert_eq!(row(&una).await.role(), Role::Collaborator);
    let access = una.sees_access("acme", "bob").await.expect("the rights");
    let drives = access
        .types
        .iter()
        .find(|of| of.product_type == "productTypes/kdrive")
        .expect("the drives");
    assert_eq!(drives.product_count, 1);
}

#[tokio::test]
async fn s3_1_the_admin_sees_nothing_of_another_company() {
    let (acme, una) = reseller().await;
    acme.world.organization("globex", "eve").await;
    let request = v1::ListMembersRequest {
        parent: "organizations/globex".into(),
        ..Default::default()
    };
    refused(una.lists_members(request).await, why::NOT_FOUND);
}

#[tokio::test]
async fn s3_4_the_table_shows_the_name() {
    let (_acme, una) = reseller().await;
    let bob = row(&una).await;
    assert_eq!(
        (bob.given_name.as_str(), bob.family_name.as_str()),
        ("bob", "Bobson")
    );
}

#[tokio::test]
async fn s3_5_the_table_shows_the_email() {
    let (_acme, una) = reseller().await;
    assert_eq!(row(&una).await.email, "bob@example.com");
}

#[tokio::test]
async fn s3_6_the_table_shows_the_login() {
    let (_acme, una) = reseller().await;
    assert_eq!(row(&una).await.login, "bob.example");
}

#[tokio::test]
async fn s3_7_the_table_shows_the_role_and_its_areas() {
    let (acme, _) = reseller().await;
    let all = v1::ListMembersRequest {
        parent: "organizations/acme".into(),
        view: v1::MemberView::Full.into(),
        ..Default::default()
    };
    let rows = acme.ann.lists_members(all).await.expect("everybody");
    let una = rows
        .iter()
        .find(|row| row.user == "users/una")
        .expect("una's row");
    assert_eq!(una.role(), Role::Administrator);
    assert_eq!(una.areas, [i32::from(Area::UserRights)]);
}

#[tokio::test]
async fn s3_8_the_table_shows_the_access_to_each_application() {
    let (_acme, una) = reseller().await;
    let access = row(&una).await.access;
    let [drives] = access.as_slice() else {
        panic!("{access:?}");
    };
    assert_eq!(drives.product_type, "productTypes/kdrive");
    assert_eq!(drives.rights, ["use", "statistics"]);
    assert_eq!(drives.product_count, 1);
}

#[tokio::test]
async fn s3_9_only_users_with_an_application_are_shown() {
    let (_acme, una) = reseller().await;
    let shown: Vec<_> = table(&una).await.into_iter().map(|row| row.user).collect();
    // Ann has every application by her role; carl, and una as an admin of users alone, have none.
    assert_eq!(shown, ["users/ann", "users/bob"]);
}

#[tokio::test]
async fn s3_9_the_filter_can_say_of_which_application() {
    let (_acme, una) = reseller().await;
    let request = v1::ListMembersRequest {
        parent: "organizations/acme".into(),
        view: v1::MemberView::WithAccess.into(),
        has_access: "organizations/acme/products/domain-1".into(),
        ..Default::default()
    };
    let shown = una.lists_members(request).await.expect("the table");
    assert_eq!(shown.len(), 1, "{shown:?}");
    assert_eq!(shown[0].user, "users/ann");
}

#[tokio::test]
async fn s3_10_user_management_is_for_the_admin() {
    let (acme, una) = reseller().await;
    let everybody = v1::ListMembersRequest {
        parent: "organizations/acme".into(),
        ..Default::default()
    };
    una.lists_members(everybody.clone())
        .await
        .expect("user management");
    refused(acme.bob.lists_members(everybody).await, why::RIGHT_MISSING);
}
