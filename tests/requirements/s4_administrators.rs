//! S4-1 to S4-9 and S4-14 to S4-22: who is let in beside the reseller, and what administrators do.

use grantor::v1;
use tonic_types::StatusExt;
use v1::{AccessReason, Area, Decision, Panel, Role};

use super::combell::Studio;
use crate::harness::{
    Actor, administrator, all, collaborator, external, group, own, products, refused, rights, tag,
    why,
};

/// The organization, on which areas are asked.
const STUDIO: &str = "organizations/studio";

/// The right that each area brings on the organization.
const AREAS: [(Area, &str); 4] = [
    (Area::Financial, "manage_finances"),
    (Area::Security, "manage_security"),
    (Area::UserRights, "manage_users"),
    (Area::Technical, "manage_products"),
];

async fn with_roles(studio: &Studio, roles: &[Role]) -> Vec<String> {
    let request = v1::ListMembersRequest {
        parent: STUDIO.into(),
        roles: roles.iter().map(|role| (*role).into()).collect(),
        ..Default::default()
    };
    let listed = studio.ann.lists_members(request).await.expect("listed");
    listed.into_iter().map(|member| member.user).collect()
}

fn to(email: &str, invitation: v1::Invitation) -> v1::Invitation {
    v1::Invitation {
        email: email.to_owned(),
        ..invitation
    }
}

/// Which of the four the person may do.
async fn areas_of(person: &Actor) -> Vec<Area> {
    let mut found = Vec::new();
    for (area, right) in AREAS {
        if person.may(right, STUDIO).await {
            found.push(area);
        }
    }
    found
}

#[tokio::test]
async fn s4_1_extra_users_and_administrators_can_be_let_in() {
    let studio = Studio::new().await;
    studio.member("marc", administrator(&[])).await;
    studio.sue().await;
    assert_eq!(
        with_roles(&studio, &[Role::Administrator]).await,
        ["users/marc"]
    );
    assert_eq!(with_roles(&studio, &[Role::External]).await, ["users/sue"]);
}

#[tokio::test]
async fn s4_2_a_client_with_a_user_of_their_own_has_more_control_over_a_product() {
    let studio = Studio::new().await;
    let sue = studio.sue().await;
    assert!(!sue.may("manage", &studio.smith_domain).await);
    let given = own(&[(&studio.smith_domain, rights(&["domain/manage"]))]);
    studio
        .ann
        .saves_access("studio", "sue", "domain", given)
        .await
        .expect("saved");
    assert!(sue.may("manage", &studio.smith_domain).await);
}

#[tokio::test]
async fn s4_3_by_their_rights_a_user_manages_mailboxes_or_dns_or_other_services() {
    let studio = Studio::new().await;
    let sue = studio.sue().await;
    let dns = own(&[(&studio.smith_domain, rights(&["domain/dns"]))]);
    studio
        .ann
        .saves_access("studio", "sue", "domain", dns)
        .await
        .expect("saved");
    assert!(sue.may("dns", &studio.smith_domain).await);
    assert!(!sue.may("manage", &studio.smith_domain).await);
    assert!(!sue.may("manage", &studio.smith_mailbox).await);
    let mailbox = own(&[(&studio.smith_mailbox, rights(&["mailbox/manage"]))]);
    studio
        .ann
        .saves_access("studio", "sue", "mailbox", mailbox)
        .await
        .expect("saved");
    assert!(sue.may("manage", &studio.smith_mailbox).await);
    assert!(!sue.may("forward", &studio.smith_mailbox).await);
}

#[tokio::test]
async fn s4_4_an_administrator_belongs_to_the_reseller_as_a_colleague_does() {
    let studio = Studio::new().await;
    let marc = studio.member("marc", administrator(&[])).await;
    let sue = studio.sue().await;
    assert!(marc.may("share_directory", STUDIO).await);
    assert!(!sue.may("share_directory", STUDIO).await);
}

#[tokio::test]
async fn s4_5_an_administrator_runs_financial_and_technical_operations_and_contacts_support() {
    let studio = Studio::new().await;
    let both = administrator(&[Area::Financial, Area::Technical]);
    let marc = studio.member("marc", both).await;
    for (right, on) in [
        ("manage_finances", STUDIO),
        ("use_wallet", STUDIO),
        ("manage_products", STUDIO),
        ("dns", &studio.dupont_domain),
        ("contact_support", STUDIO),
    ] {
        assert!(marc.may(right, on).await, "{right}");
    }
}

#[tokio::test]
async fn s4_6_an_administrator_may_contact_support_whatever_their_areas() {
    let studio = Studio::new().await;
    let marc = studio.member("marc", administrator(&[])).await;
    assert!(marc.may("contact_support", STUDIO).await);
}

#[tokio::test]
async fn s4_7_technical_financial_security_and_users_are_managed_apart() {
    let studio = Studio::new().await;
    let marc = studio.member("marc", administrator(&[])).await;
    for (area, _) in AREAS {
        let scope = (area == Area::Technical).then(all);
        studio.hands_out("marc", &[area], scope).await;
        assert_eq!(areas_of(&marc).await, [area]);
    }
}

#[tokio::test]
async fn s4_8_an_administrator_uses_the_operators_panel_also_where_white_label_was_chosen() {
    let studio = Studio::new().await;
    let white = v1::Invitation {
        panel: Panel::WhiteLabel.into(),
        ..collaborator()
    };
    studio.member("marc", white).await;
    let seen = studio
        .ann
        .sees_member("studio", "marc")
        .await
        .expect("seen");
    assert_eq!(seen.panel(), Panel::WhiteLabel);
    studio.hands_out("marc", &[Area::Financial], None).await;
    let seen = studio
        .ann
        .sees_member("studio", "marc")
        .await
        .expect("seen");
    assert_eq!(seen.panel(), Panel::Branded);
}

#[tokio::test]
async fn s4_9_there_are_three_administrators_at_most_invitations_for_one_included() {
    let studio = Studio::new().await;
    studio.member("marc", administrator(&[])).await;
    for email in ["nora@example.com", "otto@example.com"] {
        let invitation = to(email, administrator(&[]));
        studio
            .ann
            .invites("studio", invitation)
            .await
            .expect("invited");
    }
    let request = v1::CreateInvitationRequest {
        parent: STUDIO.into(),
        invitation: Some(to("paul@example.com", administrator(&[]))),
        ..Default::default()
    };
    let mut invitations = studio.ann.invitations();
    let refused = invitations
        .create_invitation(request)
        .await
        .expect_err("one too many");
    assert_eq!(refused.code(), tonic::Code::ResourceExhausted);
    let details = refused.get_error_details();
    let quota = details.quota_failure().expect("which limit");
    assert_eq!(quota.violations.len(), 1);
    assert_eq!(quota.violations[0].subject, STUDIO);
    assert!(
        quota.violations[0]
            .description
            .contains("may have 3 administrators and has 3"),
        "{quota:?}"
    );
}

#[tokio::test]
async fn s4_9_the_operator_lets_one_reseller_have_more_on_request() {
    let studio = Studio::new().await;
    for id in ["marc", "nora", "otto"] {
        studio.member(id, administrator(&[])).await;
    }
    let paul = || to("paul@example.com", administrator(&[]));
    let answer = studio.ann.invites("studio", paul()).await;
    refused(answer, why::ADMINISTRATOR_LIMIT);
    let operator = studio.world.operator();
    operator
        .limits_administrators("studio", Some(4))
        .await
        .expect("raised");
    studio.ann.invites("studio", paul()).await.expect("invited");

    // Another reseller still has three.
    let zoe = studio.world.organization("other", "zoe").await;
    let other = zoe.sees_organization("other").await.expect("seen");
    assert_eq!(other.administrator_limit, Some(3));
}

#[tokio::test]
async fn s4_14_administrators_are_listed_apart_from_users() {
    let studio = Studio::new().await;
    studio.member("marc", administrator(&[])).await;
    studio.member("carl", collaborator()).await;
    studio.sue().await;
    assert_eq!(
        with_roles(&studio, &[Role::Administrator]).await,
        ["users/marc"]
    );
}

#[tokio::test]
async fn s4_15_adding_an_administrator_invites_them() {
    let studio = Studio::new().await;
    let marc = to("marc@example.com", administrator(&[]));
    let open = studio.ann.invites("studio", marc).await.expect("invited");
    assert_eq!(open.state(), v1::InvitationState::Open);
    let token = studio.world.mailed_token("marc@example.com").await;
    let viewed = studio.world.operator().views(&token).await.expect("viewed");
    let viewed = viewed.invitation.expect("the invitation");
    assert_eq!(
        (viewed.name, viewed.role),
        (open.name, Role::Administrator.into())
    );
    assert!(with_roles(&studio, &[Role::Administrator]).await.is_empty());
}

#[tokio::test]
async fn s4_16_who_fills_in_their_details_is_the_administrator() {
    let studio = Studio::new().await;
    let marc = to("marc@example.com", administrator(&[]));
    studio.ann.invites("studio", marc).await.expect("invited");
    let token = studio.world.mailed_token("marc@example.com").await;
    let details = v1::NewUser {
        user_id: "marc".into(),
        given_name: "Marc".into(),
        family_name: "Leroy".into(),
        ..Default::default()
    };
    let operator = studio.world.operator();
    operator
        .accepts_by_link(&token, Some(details))
        .await
        .expect("accepted");
    let seen = studio
        .ann
        .sees_member("studio", "marc")
        .await
        .expect("seen");
    assert_eq!(
        (seen.role(), seen.given_name.as_str(), seen.email.as_str()),
        (Role::Administrator, "Marc", "marc@example.com")
    );
}

#[tokio::test]
async fn s4_17_a_new_administrator_has_no_task_and_no_product_until_given_one() {
    let studio = Studio::new().await;
    let marc = studio.member("marc", administrator(&[])).await;
    assert!(areas_of(&marc).await.is_empty());
    for (right, on) in [
        ("manage", &studio.dupont_domain),
        ("use", &studio.smith_mailbox),
        ("contact_support", &studio.smith_mailbox),
    ] {
        let answer = marc.asks("marc", right, on).await.expect("answered");
        assert_eq!(
            (answer.decision(), answer.reason()),
            (Decision::Denied, AccessReason::AreaMissing),
            "{right}"
        );
    }
}

#[tokio::test]
async fn s4_18_each_area_is_given_and_taken_alone() {
    let studio = Studio::new().await;
    let marc = studio.member("marc", administrator(&[])).await;
    let mut held = Vec::new();
    for (area, _) in AREAS {
        held.push(area);
        let scope = held.contains(&Area::Technical).then(all);
        studio.hands_out("marc", &held, scope).await;
        assert_eq!(areas_of(&marc).await, held);
    }
    while let Some((taken, left)) = held.split_first() {
        let taken = *taken;
        held = left.to_vec();
        let scope = held.contains(&Area::Technical).then(all);
        studio.hands_out("marc", &held, scope).await;
        assert_eq!(areas_of(&marc).await, held, "without {taken:?}");
    }
}

#[tokio::test]
async fn s4_19_only_technical_is_narrowed_to_products() {
    let studio = Studio::new().await;
    let both = [Area::Financial, Area::Technical];
    let marc = studio.member("marc", administrator(&[])).await;
    let narrow = products(&[&studio.smith_domain]);
    studio.hands_out("marc", &both, Some(narrow.clone())).await;
    assert!(marc.may("manage_finances", STUDIO).await);
    assert!(marc.may("dns", &studio.smith_domain).await);
    assert!(!marc.may("dns", &studio.dupont_domain).await);

    let answer = studio
        .ann
        .hands_out("studio", "marc", &[Area::Financial], Some(narrow))
        .await;
    let refused = refused(answer, why::FIELD_INVALID);
    assert_eq!(refused.fields, ["member.technical_scope"]);
}

/// Of the products, those that the person both changes and gets support for; never one without the other.
async fn supported<'a>(studio: &'a Studio, person: &Actor) -> Vec<&'a str> {
    let mut found = Vec::new();
    for product in [
        &studio.dupont_domain,
        &studio.dupont_mailbox,
        &studio.smith_domain,
        &studio.smith_mailbox,
    ] {
        let supported = person.may("contact_support", product).await;
        assert_eq!(person.may("manage", product).await, supported, "{product}");
        if supported {
            found.push(product.as_str());
        }
    }
    found
}

#[tokio::test]
async fn s4_20_access_and_support_for_all_products() {
    let studio = Studio::new().await;
    let marc = studio.member("marc", administrator(&[])).await;
    assert!(supported(&studio, &marc).await.is_empty());
    studio
        .hands_out("marc", &[Area::Technical], Some(all()))
        .await;
    assert_eq!(supported(&studio, &marc).await.len(), 4);
    let operator = studio.world.operator();
    let later = operator
        .creates_product("studio", "later-be", "domain")
        .await
        .expect("made");
    assert!(marc.may("manage", &later).await);
    assert!(marc.may("contact_support", &later).await);
}

#[tokio::test]
async fn s4_21_access_and_support_for_some_products_or_groups_of_them() {
    let studio = Studio::new().await;
    let marc = studio.member("marc", administrator(&[])).await;
    let one = products(&[&studio.dupont_domain]);
    studio
        .hands_out("marc", &[Area::Technical], Some(one))
        .await;
    assert_eq!(
        supported(&studio, &marc).await,
        [studio.dupont_domain.as_str()]
    );
    let mailboxes = group(&studio.mailboxes().await);
    studio
        .hands_out("marc", &[Area::Technical], Some(mailboxes))
        .await;
    assert_eq!(
        supported(&studio, &marc).await,
        [
            studio.dupont_mailbox.as_str(),
            studio.smith_mailbox.as_str()
        ]
    );
}

#[tokio::test]
async fn s4_22_access_and_support_for_the_products_that_carry_a_tag() {
    let studio = Studio::new().await;
    let marc = studio.member("marc", administrator(&[])).await;
    let smith = tag("client-smith");
    studio
        .hands_out("marc", &[Area::Technical], Some(smith))
        .await;
    assert!(supported(&studio, &marc).await.is_empty());
    for product in [&studio.smith_domain, &studio.smith_mailbox] {
        studio
            .ann
            .tags(product, &["client-smith"])
            .await
            .expect("tagged");
    }
    assert_eq!(
        supported(&studio, &marc).await,
        [studio.smith_domain.as_str(), studio.smith_mailbox.as_str()]
    );
    studio
        .ann
        .untags(&studio.smith_mailbox, &["client-smith"])
        .await
        .expect("untagged");
    assert_eq!(
        supported(&studio, &marc).await,
        [studio.smith_domain.as_str()]
    );
}

#[tokio::test]
async fn s4_1_a_user_is_no_administrator() {
    let studio = Studio::new().await;
    let carl = studio.member("carl", collaborator()).await;
    let sue = studio.member("sue", external()).await;
    for user in [&carl, &sue] {
        assert!(areas_of(user).await.is_empty(), "{}", user.id());
    }
}
