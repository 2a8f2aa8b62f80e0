//! Platform settings: the languages that it offers, and whether organizations may have a look of their own.

use grantor::v1;
use v1::Panel;

use super::Acme;
use crate::harness::{Actor, Answer, collaborator, external, refused, why};

async fn sets(acme: &Acme, settings: v1::PlatformSettings, path: &str) -> v1::PlatformSettings {
    acme.world
        .operator()
        .sets(settings, &[path])
        .await
        .expect("set")
}

async fn offers(acme: &Acme, languages: &[&str]) -> v1::PlatformSettings {
    let settings = v1::PlatformSettings {
        languages: languages.iter().map(|tag| (*tag).to_owned()).collect(),
        ..Default::default()
    };
    sets(acme, settings, "languages").await
}

async fn white_label(acme: &Acme, possible: bool) {
    let settings = v1::PlatformSettings {
        white_label: Some(possible),
        ..Default::default()
    };
    sets(acme, settings, "white_label").await;
}

/// The language of a mail to somebody for whom this locale was wanted.
async fn invited_in(acme: &Acme, id: &str, locale: &str) -> String {
    let invitation = v1::Invitation {
        email: format!("{id}@example.com"),
        locale: locale.into(),
        ..collaborator()
    };
    let open = acme.ann.invites("acme", invitation).await.expect("invited");
    open.locale
}

fn look() -> v1::Organization {
    v1::Organization {
        branding: Some(v1::Branding {
            display_name: "Studio".into(),
            ..Default::default()
        }),
        ..Default::default()
    }
}

async fn chooses_panel(acme: &Acme, user: &str, panel: Panel) -> Answer<v1::UpdateMemberResponse> {
    let member = v1::Member {
        panel: panel.into(),
        ..Default::default()
    };
    acme.ann
        .updates_member("acme", user, member, &["panel"])
        .await
}

async fn panel_of(acme: &Acme, user: &str) -> Panel {
    let member = acme.ann.sees_member("acme", user).await.expect("seen");
    member.panel()
}

#[tokio::test]
async fn a_platform_offers_all_installed_languages_unless_it_says_which() {
    let acme = Acme::new().await;
    let request = v1::GetPlatformSettingsRequest {
        name: "platform/settings".into(),
    };
    let mut platform = acme.world.operator().platform();
    let answer = platform.get_platform_settings(request).await.expect("seen");
    let settings = answer.into_inner().settings.expect("the settings");
    assert_eq!(settings.languages, ["en", "fr"]);
    assert_eq!(settings.white_label, Some(true));
    assert_eq!(offers(&acme, &["fr"]).await.languages, ["fr"]);
    assert_eq!(offers(&acme, &[]).await.languages, ["en", "fr"]);
}

#[tokio::test]
async fn a_language_that_is_not_installed_is_refused_with_those_that_are() {
    let acme = Acme::new().await;
    let settings = v1::PlatformSettings {
        languages: ["fr", "de", "fr", "no language"].map(String::from).to_vec(),
        ..Default::default()
    };
    let answer = acme.world.operator().sets(settings, &["languages"]).await;
    let refusal = refused(answer, why::FIELD_INVALID);
    assert_eq!(
        refusal.fields,
        [
            "settings.languages[1]",
            "settings.languages[2]",
            "settings.languages[3]"
        ]
    );
    assert!(
        refusal.message.contains("installed: en, fr"),
        "{}",
        refusal.message
    );
}

#[tokio::test]
async fn an_invitation_speaks_the_wanted_language_where_it_is_offered_and_the_first_otherwise() {
    let acme = Acme::new().await;
    offers(&acme, &["fr", "en"]).await;
    assert_eq!(invited_in(&acme, "a", "en-GB").await, "en-GB");
    assert_eq!(invited_in(&acme, "b", "").await, "fr");
    assert_eq!(invited_in(&acme, "c", "de-AT").await, "fr");
    offers(&acme, &["en"]).await;
    assert_eq!(invited_in(&acme, "d", "fr-CH").await, "en");
}

#[tokio::test]
async fn where_white_label_is_off_no_organization_gets_a_look_of_its_own() {
    let acme = Acme::new().await;
    white_label(&acme, false).await;
    let gives_look = |actor: Actor| async move {
        actor
            .updates_organization("acme", look(), &["branding"])
            .await
    };
    let refusal = refused(gives_look(acme.ann.clone()).await, why::WHITE_LABEL_OFF);
    assert_eq!(refusal.subjects, ["platform/settings"]);
    let request = v1::CreateOrganizationRequest {
        organization: Some(v1::Organization {
            display_name: "Fresh".into(),
            ..look()
        }),
        legal_representative: "users/ann".into(),
        ..Default::default()
    };
    let mut organizations = acme.world.operator().organizations();
    let answer = organizations.create_organization(request).await;
    refused(
        answer.map_err(crate::harness::Refused::from),
        why::WHITE_LABEL_OFF,
    );
    white_label(&acme, true).await;
    gives_look(acme.ann.clone()).await.expect("possible again");
}

#[tokio::test]
async fn what_was_chosen_before_stays_until_it_is_changed() {
    let acme = Acme::new().await;
    acme.bob().await;
    chooses_panel(&acme, "bob", Panel::WhiteLabel)
        .await
        .expect("chosen");
    let organization = v1::Organization {
        default_panel: Panel::WhiteLabel.into(),
        ..look()
    };
    acme.ann
        .updates_organization("acme", organization, &["branding", "default_panel"])
        .await
        .expect("chosen");
    white_label(&acme, false).await;

    assert_eq!(panel_of(&acme, "bob").await, Panel::WhiteLabel);
    chooses_panel(&acme, "bob", Panel::WhiteLabel)
        .await
        .expect("the same again changes nothing");
    // New members get what is possible, whatever the organization's default was.
    acme.member("eve", external()).await;
    assert_eq!(panel_of(&acme, "eve").await, Panel::Branded);
    let named = v1::Organization {
        display_name: "Acme & Co".into(),
        ..Default::default()
    };
    let seen = acme
        .ann
        .updates_organization("acme", named, &["display_name"])
        .await
        .expect("other fields are open");
    assert_eq!(seen.branding, look().branding);
    let seen = acme
        .ann
        .updates_organization("acme", v1::Organization::default(), &["branding"])
        .await
        .expect("taking it away is open");
    assert_eq!(seen.branding, None);
}
