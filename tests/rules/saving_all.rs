//! Rule 11, saving all of a member's access: nothing, everything, listed products and groups, or a tag.

use grantor::v1;
use v1::replace_all_member_access_request::Access;

use super::Acme;
use crate::harness::{
    Actor, all, every_right, future, group, kinds, of_type, products, refused, rights, tag,
    to_member, why,
};

/// Bob has a grant of each sort, and one of the type that another system manages.
async fn bob_has_all_sorts(acme: &Acme) -> Actor {
    let bob = acme.bob().await;
    let website = acme
        .ann
        .creates_group("acme", "website")
        .await
        .expect("a group");
    acme.ann
        .adds_to_group(&website, &[&acme.drive])
        .await
        .expect("grouped");
    acme.ann.tags(&acme.archive, &["x"]).await.expect("tagged");
    let scopes = [
        all(),
        tag("x"),
        group(&website),
        products(&[&acme.drive]),
        of_type("kdrive"),
        future("kdrive"),
    ];
    for scope in scopes {
        acme.gives("bob", rights(&["kdrive/use"]), scope).await;
    }
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
    owner.grants_access("acme", contacts).await.expect("given");
    bob
}

#[tokio::test]
async fn nothing_leaves_only_what_another_system_manages() {
    let acme = Acme::new().await;
    let bob = bob_has_all_sorts(&acme).await;
    let answer = acme
        .ann
        .saves_all_access("acme", "bob", Access::None(()))
        .await
        .expect("saved");
    assert_eq!(answer.removed_grants.len(), 6);
    assert!(!bob.may("kdrive/use", &acme.drive).await);
    assert!(!bob.may("kdrive/use", &acme.archive).await);
    assert!(bob.may("contacts/read", &acme.book).await);
}

#[tokio::test]
async fn nothing_is_refused_while_a_team_still_gives_something() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.archive]))
        .await;
    let grant = acme
        .team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    acme.ann
        .adds_to_team("acme", "writers", &["bob"])
        .await
        .expect("in the team");
    let answer = acme
        .ann
        .saves_all_access("acme", "bob", Access::None(()))
        .await;
    let refusal = refused(answer, why::STILL_GIVEN_BY_OTHER_PATH);
    assert_eq!(refusal.subjects, [grant.name.as_str()]);
    assert!(
        refusal.message.contains("organizations/acme/teams/writers"),
        "{}",
        refusal.message
    );
    assert!(
        bob.may("kdrive/use", &acme.archive).await,
        "none of it was saved"
    );
    acme.ann
        .removes_from_team("acme", "writers", &["bob"])
        .await
        .expect("taken out");
    acme.ann
        .saves_all_access("acme", "bob", Access::None(()))
        .await
        .expect("saved");
}

#[tokio::test]
async fn everything_says_how_many_products_it_opens_and_reaches_later_ones() {
    let acme = Acme::new().await;
    let bob = bob_has_all_sorts(&acme).await;
    let answer = acme
        .ann
        .saves_all_access("acme", "bob", Access::All(every_right()))
        .await
        .expect("saved");
    assert_eq!(
        answer.opened_products, 3,
        "all but the externally managed one"
    );
    assert_eq!(
        answer.removed_grants.len(),
        5,
        "the one on all products says a part of it, and stays"
    );
    let later = acme
        .world
        .operator()
        .creates_product("acme", "later", "ticketing")
        .await
        .expect("a product");
    assert!(bob.may("ticketing/refund", &later).await);
}

#[tokio::test]
async fn everything_must_be_acknowledged() {
    let acme = Acme::new().await;
    acme.bob().await;
    let request = v1::ReplaceAllMemberAccessRequest {
        name: "organizations/acme/members/bob".into(),
        access: Some(Access::All(every_right())),
        ..Default::default()
    };
    let answer = acme
        .ann
        .members()
        .replace_all_member_access(request)
        .await
        .map_err(crate::harness::Refused::from);
    let refusal = refused(answer, why::ALL_PRODUCTS_NOT_ACKNOWLEDGED);
    assert!(
        refusal.message.contains("opens 3 products today"),
        "{}",
        refusal.message
    );
}

#[tokio::test]
async fn listed_products_and_groups_replace_the_rest() {
    let acme = Acme::new().await;
    let bob = bob_has_all_sorts(&acme).await;
    let usage = Some(kinds(&[v1::RightKind::Usage]));
    let listed = v1::ListedAccess {
        products: vec![v1::ProductRights {
            product: acme.site.clone(),
            rights: Some(rights(&["domain/dns"])),
        }],
        product_groups: vec![v1::ProductGroupRights {
            product_group: "organizations/acme/productGroups/website".into(),
            rights: usage,
        }],
    };
    acme.ann
        .saves_all_access("acme", "bob", Access::Listed(listed))
        .await
        .expect("saved");
    assert!(bob.may("domain/dns", &acme.site).await);
    assert!(bob.may("kdrive/use", &acme.drive).await);
    assert!(!bob.may("kdrive/use", &acme.archive).await);
}

#[tokio::test]
async fn a_tag_replaces_the_rest_and_is_live() {
    let acme = Acme::new().await;
    let bob = bob_has_all_sorts(&acme).await;
    let tagged = v1::TagAccess {
        tag: "smith".into(),
        rights: Some(every_right()),
    };
    acme.ann
        .saves_all_access("acme", "bob", Access::Tag(tagged))
        .await
        .expect("saved");
    assert!(!bob.may("kdrive/use", &acme.drive).await);
    acme.ann.tags(&acme.site, &["smith"]).await.expect("tagged");
    assert!(bob.may("domain/manage", &acme.site).await);
}

#[tokio::test]
async fn a_choice_that_contains_what_the_team_gives_is_saved() {
    let acme = Acme::new().await;
    let bob = acme.bob().await;
    acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    acme.ann
        .adds_to_team("acme", "writers", &["bob"])
        .await
        .expect("in the team");
    let listed = v1::ListedAccess {
        products: vec![v1::ProductRights {
            product: acme.drive.clone(),
            rights: Some(every_right()),
        }],
        ..Default::default()
    };
    acme.ann
        .saves_all_access("acme", "bob", Access::Listed(listed))
        .await
        .expect("saved");
    assert!(bob.may("kdrive/manage", &acme.drive).await);
}

#[tokio::test]
async fn there_is_no_default_choice() {
    let acme = Acme::new().await;
    acme.bob().await;
    let name = "organizations/acme/members/bob".to_owned();
    let request = v1::ReplaceAllMemberAccessRequest {
        name,
        ..Default::default()
    };
    let answer = acme
        .ann
        .members()
        .replace_all_member_access(request)
        .await
        .map_err(crate::harness::Refused::from);
    assert_eq!(refused(answer, why::FIELD_INVALID).fields, ["access"]);
}

#[tokio::test]
async fn the_upper_roles_have_no_access_of_their_own_to_save() {
    let acme = Acme::new().await;
    acme.una().await;
    let answer = acme
        .ann
        .saves_all_access("acme", "una", Access::None(()))
        .await;
    refused(answer, why::UPPER_ROLE_HOLDS_NO_GRANTS);
}
