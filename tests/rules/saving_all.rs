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
