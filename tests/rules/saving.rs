//! Rule 11, saving a member's access by type.

use grantor::v1;
use v1::replace_member_access_request::Access;

use super::Acme;
use crate::harness::{Refused, every_right, future, of_type, own, products, refused, rights, why};

const STILL_GIVEN: crate::harness::Why = why::STILL_GIVEN_BY_OTHER_PATH;

#[tokio::test]
async fn it_replaces_what_is_on_products_the_type_and_its_future() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let mut old = Vec::new();
    for scope in [
        products(&[&acme.drive]),
        of_type("kdrive"),
        future("kdrive"),
    ] {
        old.push(
            acme.gives("bob", rights(&["kdrive/manage"]), scope)
                .await
                .name,
        );
    }
    let save = own(&[(&acme.archive, rights(&["kdrive/use"]))]);
    let answer = acme
        .ann
        .saves_access("acme", "bob", "kdrive", save)
        .await
        .expect("saved");
    let mut removed: Vec<_> = answer
        .removed_grants
        .into_iter()
        .map(|grant| grant.name)
        .collect();
    old.sort();
    removed.sort();
    assert_eq!(removed, old);
    assert!(bob.may("kdrive/use", &acme.archive).await);
    assert!(!bob.may("kdrive/manage", &acme.drive).await);
    let later = acme
        .world
        .operator()
        .creates_product("acme", "later", "kdrive")
        .await
        .expect("a product");
    assert!(!bob.may("kdrive/manage", &later).await);
}

/// Bob has kdrive/use on the drive by a wider path; ann's save leaves it out and names the path.
fn names_the_path(refusal: &Refused, grant: &v1::Grant) {
    assert_eq!(refusal.subjects, [grant.name.as_str()]);
    assert!(refusal.message.contains(&grant.name), "{}", refusal.message);
    assert!(
        refusal.message.contains("kdrive/use on products/drive"),
        "{}",
        refusal.message
    );
}

#[tokio::test]
async fn a_save_that_leaves_out_what_a_team_still_gives_names_the_team() {
    let acme = Acme::new().await;
    acme.bob().await;
    let grant = acme
        .team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    acme.ann
        .adds_to_team("acme", "writers", &["bob"])
        .await
        .expect("in the team");
    let refusal = refused(
        acme.ann.saves_no_access("acme", "bob", "kdrive").await,
        STILL_GIVEN,
    );
    names_the_path(&refusal, &grant);
    assert!(
        refusal.message.contains("organizations/acme/teams/writers"),
        "{}",
        refusal.message
    );
}

#[tokio::test]
async fn a_save_that_another_save_overtook_changes_nothing() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let seen = acme
        .ann
        .sees_access("acme", "bob")
        .await
        .expect("the access")
        .etag;
    acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    let answer = acme
        .ann
        .saves_access_seen("acme", "bob", "kdrive", Access::None(()), &seen)
        .await;
    refused(answer, why::ETAG_MISMATCH);
    assert!(bob.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn it_has_no_default_for_future_products() {
    let acme = Acme::new().await;
    acme.bob().await;
    let undecided = v1::OwnTypeAccess {
        future_products: None,
        ..own(&[(&acme.drive, every_right())])
    };
    let refusal = refused(
        acme.ann
            .saves_access("acme", "bob", "kdrive", undecided)
            .await,
        why::FIELD_INVALID,
    );
    assert_eq!(refusal.fields, ["own.future_products"]);
}

#[tokio::test]
async fn it_takes_products_and_rights_of_its_type_only() {
    let acme = Acme::new().await;
    acme.bob().await;
    let of_other = own(&[(&acme.site, every_right())]);
    let refusal = refused(
        acme.ann
            .saves_access("acme", "bob", "kdrive", of_other)
            .await,
        why::FIELD_INVALID,
    );
    assert_eq!(refusal.fields, ["own.products[0].product"]);
    let other_right = own(&[(&acme.drive, rights(&["domain/dns"]))]);
    let refusal = refused(
        acme.ann
            .saves_access("acme", "bob", "kdrive", other_right)
            .await,
        why::FIELD_INVALID,
    );
    assert_eq!(refusal.fields, ["own.products[0].rights"]);
}

#[tokio::test]
async fn an_externally_managed_type_is_saved_by_its_owner_alone() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let save = own(&[(&acme.book, rights(&["contacts/read"]))]);
    let refusal = refused(
        acme.ann
            .saves_access("acme", "bob", "contacts", save.clone())
            .await,
        why::EXTERNALLY_MANAGED,
    );
    assert!(
        refusal.message.contains("Back office"),
        "{}",
        refusal.message
    );
    let owner = acme
        .world
        .service("back-office", &["type.contacts.write"])
        .await;
    owner
        .saves_access("acme", "bob", "contacts", save)
        .await
        .expect("saved");
    assert!(bob.may("contacts/read", &acme.book).await);
}
