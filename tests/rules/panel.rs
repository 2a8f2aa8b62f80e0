//! Rule 8, the panel: the upper roles use the operator's, others what the organization chooses.

use grantor::v1;
use v1::{Area, Panel, Role};

use super::Acme;
use crate::harness::{administrator, collaborator, refused, why};

fn white_label() -> v1::Member {
    v1::Member {
        panel: Panel::WhiteLabel.into(),
        ..Default::default()
    }
}

async fn panel_of(acme: &Acme, user: &str) -> Panel {
    acme.ann
        .sees_member("acme", user)
        .await
        .expect("the member")
        .panel()
}

#[tokio::test]
async fn the_upper_roles_keep_the_operators_until_they_are_neither() {
    let acme = Acme::new().await;
    acme.leo().await;
    acme.member("fay", administrator(&[Area::Financial])).await;
    for upper in ["leo", "fay"] {
        let answer = acme
            .ann
            .updates_member("acme", upper, white_label(), &["panel"])
            .await
            .expect("changed");
        assert_eq!(answer.member.expect("the member").panel(), Panel::Branded);
        acme.ann
            .changes_role("acme", upper, Role::Collaborator)
            .await
            .expect("demoted");
        assert_eq!(panel_of(&acme, upper).await, Panel::WhiteLabel);
        acme.ann
            .changes_role("acme", upper, Role::Administrator)
            .await
            .expect("promoted");
        assert_eq!(panel_of(&acme, upper).await, Panel::Branded);
    }
}

#[tokio::test]
async fn only_a_legal_representative_changes_branding_and_default() {
    let acme = Acme::new().await;
    let ada = acme.ada().await;
    let default = v1::Organization {
        default_panel: Panel::WhiteLabel.into(),
        ..Default::default()
    };
    let refusal = refused(
        ada.updates_organization("acme", default, &["default_panel"])
            .await,
        why::RIGHT_MISSING,
    );
    assert!(
        refusal.message.contains("manage_organization"),
        "{}",
        refusal.message
    );
}

#[tokio::test]
async fn a_white_label_invitation_shows_the_organizations_branding_and_a_branded_one_does_not() {
    let acme = Acme::new().await;
    let branding = v1::Branding {
        display_name: "Acme Cloud".into(),
        logo_uri: "https://acme.example.com/logo.svg".into(),
        color: "#336699".into(),
        sender_email: "cloud@acme.example.com".into(),
        support_email: "help@acme.example.com".into(),
    };
    let organization = v1::Organization {
        branding: Some(branding.clone()),
        ..Default::default()
    };
    acme.ann
        .updates_organization("acme", organization, &["branding"])
        .await
        .expect("changed");
    let approved = acme.world.operator().approves_branding("acme", true).await;
    assert!(approved.expect("approved").branding_approved);
    let invitation = |email: &str, panel: Panel| v1::Invitation {
        email: email.into(),
        panel: panel.into(),
        ..collaborator()
    };
    acme.ann
        .invites("acme", invitation("white@example.com", Panel::WhiteLabel))
        .await
        .expect("invited");
    acme.ann
        .invites("acme", invitation("brand@example.com", Panel::Branded))
        .await
        .expect("invited");
    let service = acme.world.operator();
    let white = service
        .views(&acme.world.mailed_token("white@example.com").await)
        .await
        .expect("viewed");
    assert_eq!(white.branding, Some(branding));
    let brand = service
        .views(&acme.world.mailed_token("brand@example.com").await)
        .await
        .expect("viewed");
    assert_eq!(brand.branding, None);
}
