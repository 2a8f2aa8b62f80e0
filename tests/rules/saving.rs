//! Rule 11, saving a member's access by type.

use grantor::v1;
use v1::replace_member_access_request::Access;

use super::Acme;
use crate::harness::{
    Refused, all, every_right, future, group, kinds, of_type, own, own_and_future, products,
    refused, rights, tag, to_member, why,
};

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

#[tokio::test]
async fn other_types_are_untouched_also_in_one_grant_on_both() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    let both = rights(&["kdrive/use", "domain/dns"]);
    let grant = acme
        .gives("bob", both, products(&[&acme.drive, &acme.site]))
        .await;
    acme.ann
        .saves_no_access("acme", "bob", "kdrive")
        .await
        .expect("saved");
    assert!(!bob.may("kdrive/use", &acme.drive).await);
    assert!(bob.may("domain/dns", &acme.site).await);
    let left = acme.ann.sees_grants("acme").await.expect("the grants");
    assert_eq!(
        left.iter().map(|left| &left.name).collect::<Vec<_>>(),
        [&grant.name]
    );
}

#[tokio::test]
async fn what_it_leaves_as_it_is_keeps_name_times_and_note() {
    let acme = Acme::new().await;
    acme.bob().await;
    let noted = v1::Grant {
        expire_time: Some(acme.world.later(3600)),
        note: "For the audit.".into(),
        ..to_member(
            "acme",
            "bob",
            rights(&["kdrive/use"]),
            products(&[&acme.drive]),
        )
    };
    let before = acme.ann.grants_access("acme", noted).await.expect("given");
    let save = own_and_future(
        &[(&acme.drive, rights(&["kdrive/use"]))],
        rights(&["kdrive/use"]),
    );
    let answer = acme
        .ann
        .saves_access("acme", "bob", "kdrive", save)
        .await
        .expect("saved");
    assert!(answer.removed_grants.is_empty());
    let grants = acme.ann.sees_grants("acme").await.expect("the grants");
    let after = grants
        .into_iter()
        .find(|grant| grant.name == before.name)
        .expect("it stays");
    assert_eq!(
        (after.expire_time, after.note),
        (before.expire_time, before.note)
    );
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
async fn a_save_that_leaves_out_what_all_a_tag_or_a_group_still_gives_names_the_path() {
    let acme = Acme::new().await;
    acme.bob().await;
    acme.ann.tags(&acme.drive, &["x"]).await.expect("tagged");
    let website = acme
        .ann
        .creates_group("acme", "website")
        .await
        .expect("a group");
    acme.ann
        .adds_to_group(&website, &[&acme.drive])
        .await
        .expect("grouped");
    for wider in [all(), tag("x"), group(&website)] {
        let grant = acme.gives("bob", rights(&["kdrive/use"]), wider).await;
        let save = own(&[(&acme.archive, rights(&["kdrive/use"]))]);
        names_the_path(
            &refused(
                acme.ann.saves_access("acme", "bob", "kdrive", save).await,
                STILL_GIVEN,
            ),
            &grant,
        );
        let none = acme.ann.saves_no_access("acme", "bob", "kdrive").await;
        names_the_path(&refused(none, STILL_GIVEN), &grant);
        acme.ann
            .deletes_grant(&grant.name)
            .await
            .expect("taken away");
    }
    assert!(
        acme.ann
            .sees_grants("acme")
            .await
            .expect("the grants")
            .is_empty(),
        "none of it was saved"
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
async fn every_path_that_still_gives_is_named() {
    let acme = Acme::new().await;
    acme.bob().await;
    let one = acme.gives("bob", rights(&["kdrive/use"]), all()).await;
    let team = acme
        .team(
            "writers",
            rights(&["kdrive/manage"]),
            products(&[&acme.drive]),
        )
        .await;
    acme.ann
        .adds_to_team("acme", "writers", &["bob"])
        .await
        .expect("in the team");
    let refusal = refused(
        acme.ann.saves_no_access("acme", "bob", "kdrive").await,
        STILL_GIVEN,
    );
    let mut expected = [one.name, team.name];
    expected.sort();
    assert_eq!(refusal.subjects, expected);
}

#[tokio::test]
async fn a_save_that_keeps_what_the_other_path_gives_is_saved() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    acme.ann.tags(&acme.drive, &["x"]).await.expect("tagged");
    acme.gives("bob", rights(&["kdrive/use"]), tag("x")).await;
    let save = own(&[(
        &acme.drive,
        kinds(&[v1::RightKind::Usage, v1::RightKind::Management]),
    )]);
    acme.ann
        .saves_access("acme", "bob", "kdrive", save)
        .await
        .expect("saved");
    assert!(bob.may("kdrive/manage", &acme.drive).await);
}

#[tokio::test]
async fn a_path_that_reaches_only_other_types_or_is_over_does_not_count() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    acme.gives("bob", rights(&["domain/dns"]), all()).await;
    let over = v1::Grant {
        expire_time: Some(acme.world.later(60)),
        ..to_member("acme", "bob", rights(&["kdrive/use"]), all())
    };
    acme.ann.grants_access("acme", over).await.expect("given");
    acme.world.passes(std::time::Duration::from_secs(60));
    acme.ann
        .saves_no_access("acme", "bob", "kdrive")
        .await
        .expect("saved");
    assert!(bob.may("domain/dns", &acme.site).await);
}

#[tokio::test]
async fn future_products_that_all_still_gives_are_named_too() {
    let acme = Acme::new().await;
    acme.bob().await;
    let grant = acme.gives("bob", rights(&["ticketing/scan"]), all()).await;
    let refusal = refused(
        acme.ann.saves_no_access("acme", "bob", "ticketing").await,
        STILL_GIVEN,
    );
    assert_eq!(refusal.subjects, [grant.name.as_str()]);
    assert!(
        refusal
            .message
            .contains("ticketing/scan on products made later"),
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
