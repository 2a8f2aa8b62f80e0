//! S4-10 to S4-13 and S4-23 to S4-30: users, their panel, and the four choices of access to products.

use grantor::v1;
use v1::replace_all_member_access_request::Access;
use v1::{AccessReason, Area, Decision, Panel, Role};

use super::combell::Studio;
use crate::harness::{
    Actor, Refused, all, collaborator, every_right, external, kinds, refused, rights, tag,
    to_member, why,
};

/// The organization.
const STUDIO: &str = "organizations/studio";

/// Of the reseller's products, those that the person may manage.
async fn managed<'a>(studio: &'a Studio, person: &Actor) -> Vec<&'a str> {
    let mut found = Vec::new();
    for product in [
        &studio.dupont_domain,
        &studio.dupont_mailbox,
        &studio.smith_domain,
        &studio.smith_mailbox,
    ] {
        if person.may("manage", product).await {
            found.push(product.as_str());
        }
    }
    found
}

#[tokio::test]
async fn s4_10_a_user_may_not_contact_support_whatever_they_have() {
    let studio = Studio::new().await;
    let sue = studio.sue().await;
    studio
        .ann
        .grants_full_access("studio", "sue")
        .await
        .expect("given");
    assert!(sue.may("manage", &studio.smith_domain).await);
    for on in [STUDIO, &studio.smith_domain] {
        let answer = sue.asks("sue", "contact_support", on).await.expect("asked");
        assert_eq!(
            (answer.decision(), answer.reason()),
            (Decision::Denied, AccessReason::RoleLacksRight),
            "{on}"
        );
    }
}

#[tokio::test]
async fn s4_10_support_is_nothing_that_could_be_granted() {
    let studio = Studio::new().await;
    studio.sue().await;
    for name in ["domain/contact_support", "organization/contact_support"] {
        let grant = to_member("studio", "sue", rights(&[name]), all());
        let answer = studio.ann.grants_access("studio", grant).await;
        let refusal = answer.expect_err("refused");
        assert_eq!(refusal.code, tonic::Code::InvalidArgument, "{refusal:?}");
    }
}

#[tokio::test]
async fn s4_11_a_users_work_is_technical_only() {
    let studio = Studio::new().await;
    let sue = studio.sue().await;
    let carl = studio.member("carl", collaborator()).await;
    for user in [&sue, &carl] {
        studio
            .ann
            .grants_full_access("studio", user.id())
            .await
            .expect("given");
        for right in [
            "manage_finances",
            "use_wallet",
            "manage_security",
            "manage_users",
            "manage_organization",
        ] {
            assert!(!user.may(right, STUDIO).await, "{} {right}", user.id());
        }
        assert!(user.may("dns", &studio.smith_domain).await);
    }
    let member = v1::Member {
        areas: vec![Area::Financial.into()],
        ..Default::default()
    };
    let answer = studio
        .ann
        .updates_member("studio", "sue", member, &["areas"])
        .await;
    assert_eq!(refused(answer, why::FIELD_INVALID).fields, ["member.areas"]);
}

#[tokio::test]
async fn s4_12_the_reseller_chooses_each_users_panel() {
    let studio = Studio::new().await;
    let white = v1::Invitation {
        panel: Panel::WhiteLabel.into(),
        ..external()
    };
    studio.member("sue", white).await;
    studio.member("tom", external()).await;
    let panel_of = async |user| {
        let seen = studio.ann.sees_member("studio", user).await;
        seen.expect("seen").panel()
    };
    assert_eq!(panel_of("sue").await, Panel::WhiteLabel);
    assert_eq!(panel_of("tom").await, Panel::Branded);
    let branded = v1::Member {
        panel: Panel::Branded.into(),
        ..Default::default()
    };
    studio
        .ann
        .updates_member("studio", "sue", branded, &["panel"])
        .await
        .expect("changed");
    assert_eq!(panel_of("sue").await, Panel::Branded);
}

#[tokio::test]
async fn s4_13_there_is_no_limit_to_users() {
    let studio = Studio::new().await;
    for id in ["u-1", "u-2", "u-3", "u-4", "u-5"] {
        studio.member(id, external()).await;
    }
    let organization = studio.ann.sees_organization("studio").await.expect("seen");
    assert_eq!(
        (
            organization.administrator_limit,
            organization.administrator_count
        ),
        (Some(3), 0)
    );
}

#[tokio::test]
async fn s4_23_users_are_listed_apart_from_administrators() {
    let studio = Studio::new().await;
    studio
        .member("marc", crate::harness::administrator(&[]))
        .await;
    studio.member("carl", collaborator()).await;
    studio.sue().await;
    let request = v1::ListMembersRequest {
        parent: STUDIO.into(),
        roles: vec![Role::Collaborator.into(), Role::External.into()],
        ..Default::default()
    };
    let listed = studio.ann.lists_members(request).await.expect("listed");
    let users: Vec<_> = listed.iter().map(|member| member.user.as_str()).collect();
    assert_eq!(users, ["users/carl", "users/sue"]);
}

#[tokio::test]
async fn s4_24_adding_a_user_invites_them_in_the_resellers_name() {
    let studio = Studio::new().await;
    let branding = v1::Branding {
        display_name: "Studio Web".into(),
        ..Default::default()
    };
    let organization = v1::Organization {
        branding: Some(branding.clone()),
        ..Default::default()
    };
    studio
        .ann
        .updates_organization("studio", organization, &["branding"])
        .await
        .expect("branded");
    let operator = studio.world.operator();
    let approved = operator.approves_branding("studio", true).await;
    approved.expect("approved");
    let invitation = v1::Invitation {
        email: "sue@example.com".into(),
        panel: Panel::WhiteLabel.into(),
        ..external()
    };
    let open = studio
        .ann
        .invites("studio", invitation)
        .await
        .expect("invited");
    assert_eq!((open.grants.len(), open.locale.as_str()), (0, "fr"));
    let token = studio.world.mailed_token("sue@example.com").await;
    let operator = studio.world.operator();
    let viewed = operator.views(&token).await.expect("viewed");
    assert_eq!(viewed.branding, Some(branding));
    let details = v1::NewUser {
        user_id: "sue".into(),
        given_name: "Sue".into(),
        ..Default::default()
    };
    operator
        .accepts_by_link(&token, Some(details))
        .await
        .expect("accepted");
    let sue = studio.ann.sees_member("studio", "sue").await.expect("seen");
    assert_eq!(
        (sue.role(), sue.panel()),
        (Role::External, Panel::WhiteLabel)
    );
}

#[tokio::test]
async fn s4_25_a_new_user_has_no_product_until_access_is_set() {
    let studio = Studio::new().await;
    let sue = studio.sue().await;
    assert!(managed(&studio, &sue).await.is_empty());
    studio
        .ann
        .saves_all_access("studio", "sue", Access::All(every_right()))
        .await
        .expect("saved");
    assert_eq!(managed(&studio, &sue).await.len(), 4);
}

#[tokio::test]
async fn s4_26_one_of_the_four_choices_has_to_be_made() {
    let studio = Studio::new().await;
    studio.sue().await;
    let request = v1::ReplaceAllMemberAccessRequest {
        name: "organizations/studio/members/sue".into(),
        ..Default::default()
    };
    let mut members = studio.ann.members();
    let answer = members.replace_all_member_access(request).await;
    let refused = refused(answer.map_err(Refused::from), why::FIELD_INVALID);
    assert_eq!(refused.fields, ["access"]);
}

#[tokio::test]
async fn s4_26_each_choice_takes_the_place_of_the_one_before() {
    let studio = Studio::new().await;
    let sue = studio.sue().await;
    let listed = v1::ListedAccess {
        products: vec![v1::ProductRights {
            product: studio.dupont_domain.clone(),
            rights: Some(every_right()),
        }],
        ..Default::default()
    };
    studio
        .ann
        .tags(&studio.smith_mailbox, &["client-smith"])
        .await
        .expect("tagged");
    let tagged = v1::TagAccess {
        tag: "client-smith".into(),
        rights: Some(every_right()),
    };
    for (choice, products) in [
        (Access::All(every_right()), 4),
        (Access::Listed(listed), 1),
        (Access::Tag(tagged), 1),
        (Access::None(()), 0),
    ] {
        studio
            .ann
            .saves_all_access("studio", "sue", choice.clone())
            .await
            .expect("saved");
        let managed = managed(&studio, &sue).await;
        assert_eq!(managed.len(), products, "{choice:?}: {managed:?}");
    }
}

#[tokio::test]
async fn s4_27_no_access_to_products() {
    let studio = Studio::new().await;
    let sue = studio.sue().await;
    let grant = to_member("studio", "sue", every_right(), tag("client-smith"));
    studio
        .ann
        .grants_access("studio", grant)
        .await
        .expect("given");
    studio
        .ann
        .tags(&studio.smith_domain, &["client-smith"])
        .await
        .expect("tagged");
    assert_eq!(managed(&studio, &sue).await, [studio.smith_domain.as_str()]);
    let answer = studio
        .ann
        .saves_all_access("studio", "sue", Access::None(()))
        .await
        .expect("saved");
    assert_eq!(answer.removed_grants.len(), 1);
    assert!(managed(&studio, &sue).await.is_empty());
}

#[tokio::test]
async fn s4_28_access_to_all_products_is_acknowledged_and_says_how_many_it_opens() {
    let studio = Studio::new().await;
    let sue = studio.sue().await;
    let request = v1::ReplaceAllMemberAccessRequest {
        name: "organizations/studio/members/sue".into(),
        access: Some(Access::All(every_right())),
        ..Default::default()
    };
    let mut members = studio.ann.members();
    let answer = members.replace_all_member_access(request).await;
    let refused = refused(
        answer.map_err(Refused::from),
        why::ALL_PRODUCTS_NOT_ACKNOWLEDGED,
    );
    assert!(
        refused.message.contains("opens 4 products today"),
        "{}",
        refused.message
    );
    assert!(managed(&studio, &sue).await.is_empty());

    let answer = studio
        .ann
        .saves_all_access("studio", "sue", Access::All(every_right()))
        .await
        .expect("saved");
    assert_eq!(answer.opened_products, 4);
    assert_eq!(managed(&studio, &sue).await.len(), 4);
}

#[tokio::test]
async fn s4_29_access_to_some_products_or_groups_of_them() {
    let studio = Studio::new().await;
    let sue = studio.sue().await;
    let listed = v1::ListedAccess {
        products: vec![v1::ProductRights {
            product: studio.smith_domain.clone(),
            rights: Some(rights(&["domain/dns"])),
        }],
        product_groups: vec![v1::ProductGroupRights {
            product_group: studio.mailboxes().await,
            rights: Some(kinds(&[v1::RightKind::Management])),
        }],
    };
    studio
        .ann
        .saves_all_access("studio", "sue", Access::Listed(listed))
        .await
        .expect("saved");
    assert!(sue.may("dns", &studio.smith_domain).await);
    assert!(!sue.may("dns", &studio.dupont_domain).await);
    assert_eq!(
        managed(&studio, &sue).await,
        [
            studio.dupont_mailbox.as_str(),
            studio.smith_mailbox.as_str()
        ]
    );
    assert!(!sue.may("use", &studio.smith_mailbox).await);
}

#[tokio::test]
async fn s4_30_access_to_the_products_that_carry_a_tag() {
    let studio = Studio::new().await;
    let sue = studio.sue().await;
    let tagged = v1::TagAccess {
        tag: "client-smith".into(),
        rights: Some(every_right()),
    };
    studio
        .ann
        .saves_all_access("studio", "sue", Access::Tag(tagged))
        .await
        .expect("saved");
    assert!(managed(&studio, &sue).await.is_empty());
    studio
        .ann
        .tags(&studio.smith_domain, &["client-smith"])
        .await
        .expect("tagged");
    assert_eq!(managed(&studio, &sue).await, [studio.smith_domain.as_str()]);
    studio
        .ann
        .untags(&studio.smith_domain, &["client-smith"])
        .await
        .expect("untagged");
    assert!(managed(&studio, &sue).await.is_empty());
}
