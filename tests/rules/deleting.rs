//! Rule 10, deleting takes grants along, in the same change; deactivating keeps them, asleep.

use grantor::v1;

use super::Acme;
use crate::harness::{collaborator, of_type, products, rights, tag, to_member};

fn names(grants: &[v1::Grant]) -> Vec<&str> {
    let mut names: Vec<_> = grants.iter().map(|grant| grant.name.as_str()).collect();
    names.sort_unstable();
    names
}

#[tokio::test]
async fn a_product_takes_along_the_grants_that_name_it_alone() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let alone = acme
        .gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    let both = acme
        .gives(
            "bob",
            rights(&["kdrive/manage"]),
            products(&[&acme.drive, &acme.archive]),
        )
        .await;
    acme.gives("bob", rights(&["kdrive/statistics"]), of_type("kdrive"))
        .await;
    let answer = acme
        .world
        .operator()
        .deletes_product(&acme.drive)
        .await
        .expect("deleted");
    assert_eq!(names(&answer.removed_grants), [alone.name.as_str()]);
    let left = acme.ann.sees_grants("acme").await.expect("the grants");
    assert_eq!(left.len(), 2);
    let both = left
        .iter()
        .find(|grant| grant.name == both.name)
        .expect("it stays");
    assert_eq!(both.scope, Some(products(&[&acme.archive])));
    assert!(bob.may("kdrive/manage", &acme.archive).await);
    assert!(!bob.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn a_member_takes_grants_and_team_memberships_along_also_their_owners() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let own = acme
        .gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    acme.ann
        .adds_to_team("acme", "writers", &["bob"])
        .await
        .expect("in the team");
    let owner = acme
        .world
        .service("back-office", &["type.contacts.write"])
        .await;
    let contacts = to_member(
        "acme",
        "bob",
        rights(&["contacts/read"]),
        products(&[&acme.book]),
    );
    let contacts = owner.grants_access("acme", contacts).await.expect("given");
    let answer = acme
        .ann
        .removes_member("acme", "bob")
        .await
        .expect("removed");
    let mut expected = [own.name.as_str(), contacts.name.as_str()];
    expected.sort_unstable();
    assert_eq!(names(&answer.removed_grants), expected);
    assert_eq!(answer.removed_teams, ["organizations/acme/teams/writers"]);
    assert!(
        acme.ann
            .sees_team("acme", "writers")
            .await
            .expect("the team")
            .members
            .is_empty()
    );
    acme.world
        .joins("acme", &acme.ann, &bob, collaborator())
        .await;
    assert!(
        !bob.may("kdrive/use", &acme.drive).await,
        "who comes back starts with nothing"
    );
    assert!(!bob.may("contacts/read", &acme.book).await);
}

#[tokio::test]
async fn a_deleted_products_id_and_tag_give_a_new_product_nothing_by_itself() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    acme.ann.tags(&acme.drive, &["x"]).await.expect("tagged");
    acme.gives("bob", rights(&["kdrive/use"]), tag("x")).await;
    acme.world
        .operator()
        .deletes_product(&acme.drive)
        .await
        .expect("deleted");
    let again = acme
        .world
        .operator()
        .creates_product("acme", "drive", "kdrive")
        .await;
    let refusal = again.expect_err("ids are never reused");
    assert_eq!(
        (refusal.code, refusal.reason.as_str()),
        (tonic::Code::AlreadyExists, "ID_TAKEN")
    );
    let fresh = acme
        .world
        .operator()
        .creates_product("acme", "fresh", "kdrive")
        .await
        .expect("a product");
    assert!(!bob.may("kdrive/use", &fresh).await);
}
