//! S2-15 to S2-22: editing what somebody has, type by type, in one save, or everything in one click.

use grantor::v1;

use super::acme::Acme;
use crate::harness::{
    Refused, all, every_right, of_type, own, own_and_future, products, refused, rights, tag,
    to_member, to_team, why,
};

#[tokio::test]
async fn s2_15_the_present_access_is_shown_for_editing() {
    let acme = Acme::new().await;
    let granted = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    acme.ann
        .saves_access("acme", "bob", "kdrive", granted.clone())
        .await
        .expect("saved");
    let access = acme
        .ann
        .sees_access_to("acme", "bob", "kdrive")
        .await
        .expect("seen");
    assert_eq!(access.own, Some(granted));
    assert_eq!((access.product_count, access.others.len()), (1, 0));
}

#[tokio::test]
async fn s2_15_what_comes_from_elsewhere_is_shown_with_its_way() {
    let acme = Acme::new().await;
    acme.ann.creates_team("acme", "web").await.expect("created");
    let held = to_team(
        "acme",
        "web",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    let held = acme.ann.grants_access("acme", held).await.expect("granted");
    acme.ann
        .adds_to_team("acme", "web", &["bob"])
        .await
        .expect("added");

    let access = acme
        .ann
        .sees_access_to("acme", "bob", "kdrive")
        .await
        .expect("seen");
    let way = v1::AccessPath {
        kind: v1::PathKind::Team.into(),
        grant: held.name,
        team: "organizations/acme/teams/web".into(),
        ..Default::default()
    };
    let other = v1::OtherAccess {
        path: Some(way),
        scope: held.scope,
        rights: held.rights,
    };
    assert_eq!((access.own, access.others), (None, vec![other]));
}

#[tokio::test]
async fn s2_16_access_unfolds_by_type_of_product() {
    let acme = Acme::new().await;
    let access = acme.ann.sees_access("acme", "bob").await.expect("seen");
    let types: Vec<_> = access
        .types
        .iter()
        .map(|of| of.product_type.as_str())
        .collect();
    assert_eq!(
        types,
        [
            "productTypes/contacts",
            "productTypes/domain",
            "productTypes/kdrive",
            "productTypes/ticketing"
        ]
    );
}

#[tokio::test]
async fn s2_17_one_type_is_looked_at_alone() {
    let acme = Acme::new().await;
    let request = v1::GetMemberAccessRequest {
        name: "organizations/acme/members/bob".into(),
        product_type: "productTypes/domain".into(),
        ..Default::default()
    };
    let access = acme
        .ann
        .members()
        .get_member_access(request)
        .await
        .expect("seen")
        .into_inner()
        .access;
    let types = access.expect("the access").types;
    assert_eq!(
        types
            .iter()
            .map(|of| of.display_name.as_str())
            .collect::<Vec<_>>(),
        ["domain"]
    );
}

#[tokio::test]
async fn s2_18_several_products_are_selected_in_one_save() {
    let acme = Acme::new().await;
    let both = own(&[
        (&acme.drive, rights(&["kdrive/use"])),
        (&acme.other_drive, rights(&["kdrive/manage"])),
    ]);
    acme.ann
        .saves_access("acme", "bob", "kdrive", both)
        .await
        .expect("saved");
    assert!(acme.bob.may("use", &acme.drive).await);
    assert!(!acme.bob.may("manage", &acme.drive).await);
    assert!(acme.bob.may("manage", &acme.other_drive).await);
    assert!(!acme.bob.may("use", &acme.other_drive).await);
}

#[tokio::test]
async fn s2_18_a_product_of_another_type_is_not_among_them() {
    let acme = Acme::new().await;
    let mixed = own(&[(&acme.domain, rights(&["kdrive/use"]))]);
    let answer = acme.ann.saves_access("acme", "bob", "kdrive", mixed).await;
    let refused = refused(answer, why::FIELD_INVALID);
    assert_eq!(refused.fields, ["own.products[0].product"]);
}

#[tokio::test]
async fn s2_19_a_future_product_becomes_visible_with_the_chosen_rights() {
    let acme = Acme::new().await;
    let chosen = own_and_future(
        &[(&acme.drive, rights(&["kdrive/manage"]))],
        rights(&["kdrive/use"]),
    );
    acme.ann
        .saves_access("acme", "bob", "kdrive", chosen)
        .await
        .expect("saved");
    let later = acme.gets("drive-3", "kdrive").await;
    assert!(acme.bob.may("use", &later).await);
    assert!(!acme.bob.may("manage", &later).await);
    assert!(
        !acme.bob.may("use", &acme.other_drive).await,
        "it was there before"
    );
}

#[tokio::test]
async fn s2_19_a_future_product_stays_invisible_where_none_was_chosen() {
    let acme = Acme::new().await;
    let chosen = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    acme.ann
        .saves_access("acme", "bob", "kdrive", chosen)
        .await
        .expect("saved");
    let later = acme.gets("drive-3", "kdrive").await;
    assert!(!acme.bob.may("use", &later).await);
}

#[tokio::test]
async fn s2_19_the_choice_has_no_default() {
    let acme = Acme::new().await;
    let unsaid = v1::OwnTypeAccess {
        future_products: None,
        ..own(&[(&acme.drive, rights(&["kdrive/use"]))])
    };
    let answer = acme.ann.saves_access("acme", "bob", "kdrive", unsaid).await;
    let refused = refused(answer, why::FIELD_INVALID);
    assert_eq!(refused.fields, ["own.future_products"]);
}

#[tokio::test]
async fn s2_19_saving_again_keeps_the_products_that_came_meanwhile() {
    let acme = Acme::new().await;
    let chosen = own_and_future(&[], rights(&["kdrive/use"]));
    acme.ann
        .saves_access("acme", "bob", "kdrive", chosen.clone())
        .await
        .expect("saved");
    let later = acme.gets("drive-3", "kdrive").await;
    acme.ann
        .saves_access("acme", "bob", "kdrive", chosen)
        .await
        .expect("saved");
    assert!(acme.bob.may("use", &later).await);
}

#[tokio::test]
async fn s2_20_a_save_replaces_the_edited_part() {
    let acme = Acme::new().await;
    let first = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    let first = acme
        .ann
        .saves_access("acme", "bob", "kdrive", first)
        .await
        .expect("saved");
    let second = own(&[(&acme.other_drive, rights(&["kdrive/use"]))]);
    let second = acme
        .ann
        .saves_access("acme", "bob", "kdrive", second)
        .await
        .expect("saved");
    assert_eq!(second.removed_grants, first.saved_grants);
    assert!(!acme.bob.may("use", &acme.drive).await);
    assert!(acme.bob.may("use", &acme.other_drive).await);
}

#[tokio::test]
async fn s2_20_a_save_of_what_somebody_changed_meanwhile_is_refused() {
    let acme = Acme::new().await;
    let seen = acme
        .ann
        .sees_access("acme", "bob")
        .await
        .expect("seen")
        .etag;
    let usage = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    acme.ann
        .saves_access("acme", "bob", "kdrive", usage)
        .await
        .expect("saved");
    let none = v1::replace_member_access_request::Access::None(());
    let answer = acme
        .ann
        .saves_access_seen("acme", "bob", "kdrive", none, &seen)
        .await;
    refused(answer, why::ETAG_MISMATCH);
    assert!(acme.bob.may("use", &acme.drive).await);
}

#[tokio::test]
async fn s2_20_nothing_of_a_save_holds_if_one_part_is_refused() {
    let acme = Acme::new().await;
    let wrong = own(&[
        (&acme.drive, rights(&["kdrive/use"])),
        (&acme.other_drive, rights(&["kdrive/fly"])),
    ]);
    let answer = acme.ann.saves_access("acme", "bob", "kdrive", wrong).await;
    refused(answer, why::RIGHT_UNKNOWN);
    assert!(!acme.bob.may("use", &acme.drive).await);
}

#[tokio::test]
async fn s2_20_a_save_can_not_leave_out_what_a_tag_still_gives() {
    let acme = Acme::new().await;
    acme.ann
        .tags(&acme.drive, &["client"])
        .await
        .expect("tagged");
    let wide = to_member("acme", "bob", rights(&["kdrive/use"]), tag("client"));
    let wide = acme.ann.grants_access("acme", wide).await.expect("granted");
    let answer = acme.ann.saves_no_access("acme", "bob", "kdrive").await;
    let refused = refused(answer, why::STILL_GIVEN_BY_OTHER_PATH);
    let id = wide.name.rsplit('/').next().expect("an id");
    assert!(
        refused.message.contains(id),
        "{} names the path {id}",
        refused.message
    );
    assert!(acme.bob.may("use", &acme.drive).await);
}

#[tokio::test]
async fn s2_21_saving_one_type_leaves_the_others_untouched() {
    let acme = Acme::new().await;
    let domain = own(&[(&acme.domain, rights(&["domain/dns"]))]);
    acme.ann
        .saves_access("acme", "bob", "domain", domain.clone())
        .await
        .expect("saved");
    let usage = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    acme.ann
        .saves_access("acme", "bob", "kdrive", usage)
        .await
        .expect("saved");
    acme.ann
        .saves_no_access("acme", "bob", "kdrive")
        .await
        .expect("saved");
    assert!(acme.bob.may("dns", &acme.domain).await);
    let access = acme
        .ann
        .sees_access_to("acme", "bob", "domain")
        .await
        .expect("seen");
    assert_eq!(access.own, Some(domain));
}

#[tokio::test]
async fn s2_21_one_grant_on_two_types_keeps_what_it_says_of_the_other() {
    let acme = Acme::new().await;
    let both = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use", "domain/manage"]),
        products(&[&acme.drive, &acme.domain]),
    );
    acme.ann.grants_access("acme", both).await.expect("granted");
    acme.ann
        .saves_no_access("acme", "bob", "kdrive")
        .await
        .expect("saved");
    assert!(!acme.bob.may("use", &acme.drive).await);
    assert!(acme.bob.may("manage", &acme.domain).await);
}

#[tokio::test]
async fn s2_22_one_click_gives_everything_at_maximum_rights() {
    let acme = Acme::new().await;
    let given = acme
        .ann
        .grants_full_access("acme", "bob")
        .await
        .expect("given");
    assert_eq!(given.opened_products, 3);
    let grant = given.grant.expect("the grant");
    assert_eq!(
        (grant.scope, grant.rights),
        (Some(all()), Some(every_right()))
    );
    for (right, product) in [
        ("manage", &acme.drive),
        ("statistics", &acme.other_drive),
        ("dns", &acme.domain),
    ] {
        assert!(acme.bob.may(right, product).await, "{right} on {product}");
    }
    let later = acme.gets("ticketing-1", "ticketing").await;
    assert!(acme.bob.may("refund", &later).await);
}

#[tokio::test]
async fn s2_22_a_second_click_changes_nothing() {
    let acme = Acme::new().await;
    let first = acme
        .ann
        .grants_full_access("acme", "bob")
        .await
        .expect("given");
    let second = acme
        .ann
        .grants_full_access("acme", "bob")
        .await
        .expect("given");
    assert_eq!(first.grant, second.grant);
}

#[tokio::test]
async fn s2_22_what_everything_is_must_be_acknowledged() {
    let acme = Acme::new().await;
    let name = "organizations/acme/members/bob".to_owned();
    let request = v1::GrantFullAccessRequest {
        name,
        ..Default::default()
    };
    let answer = acme
        .ann
        .members()
        .grant_full_access(request)
        .await
        .map_err(Refused::from);
    refused(answer, why::ALL_PRODUCTS_NOT_ACKNOWLEDGED);
    assert!(!acme.bob.may("use", &acme.drive).await);
}

#[tokio::test]
async fn s2_22_all_access_is_replaced_by_nothing_in_one_change() {
    let acme = Acme::new().await;
    acme.ann
        .grants_full_access("acme", "bob")
        .await
        .expect("given");
    let on_type = to_member("acme", "bob", rights(&["domain/dns"]), of_type("domain"));
    acme.ann
        .grants_access("acme", on_type)
        .await
        .expect("granted");
    let none = v1::replace_all_member_access_request::Access::None(());
    let saved = acme
        .ann
        .saves_all_access("acme", "bob", none)
        .await
        .expect("saved");
    assert_eq!(
        (saved.removed_grants.len(), saved.saved_grants.len()),
        (2, 0)
    );
    let request = acme
        .ann
        .lists_accessible_products("acme", "bob", "")
        .await
        .expect("listed");
    assert_eq!(request, []);
}
