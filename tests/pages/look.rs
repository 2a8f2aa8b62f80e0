//! Languages, white label, and names with markup in them.

use grantor::v1;

use super::{Acme, ZOE};
use crate::harness::{collaborator, mail_part};

fn in_french() -> v1::Invitation {
    v1::Invitation {
        email: ZOE.into(),
        locale: "fr-CH".into(),
        ..collaborator()
    }
}

#[tokio::test]
async fn mail_and_page_speak_the_language_of_the_invitation() {
    let acme = Acme::new().await;
    let (_, token) = acme.invites(in_french()).await;
    let mail = acme
        .world
        .mailed(ZOE, "Vous avez reçu une invitation")
        .await;
    assert!(
        mail.contains("ann Example vous invite à rejoindre acme"),
        "{mail}"
    );
    let page = acme
        .browser
        .posts("/invitation", &[("token", &token)])
        .await;
    assert_eq!(page.title(), "Invitation à rejoindre acme");
    assert!(page.body.contains("<html lang=\"fr\">"), "{}", page.body);
    let form = [("token", token.as_str()), ("lang", "en")];
    let page = acme.browser.posts("/invitation", &form).await;
    assert_eq!(page.title(), "Invitation to acme");
    assert!(page.body.contains("<html lang=\"en\">"), "{}", page.body);
}

#[tokio::test]
async fn before_the_code_is_known_the_browser_says_the_language() {
    let acme = Acme::new().await;
    let french = [("accept-language", "de, fr;q=0.9")];
    let page = acme
        .browser
        .browses("GET", "/invitation", &french, "")
        .await;
    assert_eq!(page.title(), "Ouvrir votre invitation");
    let chosen = acme
        .browser
        .browses("GET", "/invitation?lang=en", &french, "")
        .await;
    assert_eq!(chosen.title(), "Open your invitation");
}

async fn branded(acme: &Acme) {
    let branding = v1::Branding {
        display_name: "Acme & <Friends>".into(),
        logo_uri: "https://cdn.example.com/logo.png".into(),
        color: "#ffd400".into(),
        sender_email: "hello@acme.example".into(),
        support_email: "help@acme.example".into(),
    };
    let request = v1::UpdateOrganizationRequest {
        organization: Some(v1::Organization {
            name: "organizations/acme".into(),
            branding: Some(branding),
            ..Default::default()
        }),
        update_mask: Some(prost_types::FieldMask {
            paths: vec!["branding".into()],
        }),
        ..Default::default()
    };
    let mut organizations = acme.ann.organizations();
    organizations
        .update_organization(request)
        .await
        .expect("branded");
    let operator = acme.world.operator();
    let approved = operator.approves_branding("acme", true).await;
    approved.expect("approved");
}

#[tokio::test]
async fn white_label_shows_in_mail_and_page() {
    let acme = Acme::new().await;
    branded(&acme).await;
    let invitation = v1::Invitation {
        email: ZOE.into(),
        panel: v1::Panel::WhiteLabel.into(),
        ..collaborator()
    };
    let (_, token) = acme.invites(invitation).await;
    let mail = acme.world.mailed(ZOE, "You are invited").await;
    for words in [
        "From: Acme & <Friends> <grantor@platform.example>\r\n",
        "Reply-To: hello@acme.example\r\n",
        "Questions? Write to help@acme.example.",
    ] {
        assert!(mail.contains(words), "{words:?} is not in {mail}");
    }
    let raw = acme.world.raw_mails().concat();
    assert!(
        !raw.contains("From: Acme"),
        "the name is not encoded: {raw}"
    );
    let page = acme
        .browser
        .posts("/invitation", &[("token", &token)])
        .await;
    assert!(page.says("Acme & <Friends>"), "{}", page.body);
    assert!(!page.body.contains("<Friends>"), "{}", page.body);
    assert!(page.says("Questions? Write to help@acme.example."));
    assert!(
        page.body
            .contains("src=\"https://cdn.example.com/logo.png\"")
    );
    let policy = page.header("content-security-policy");
    assert!(
        policy.contains("img-src https://cdn.example.com;"),
        "{policy}"
    );
    let style = acme.browser.opens("/colors/ffd400.css").await;
    assert_eq!(
        style.body,
        ":root { --brand: #ffd400; --on-brand: #000000; }\n"
    );
    assert!(page.body.contains("/colors/ffd400.css"));
}

#[tokio::test]
async fn the_operators_own_look_shows_where_the_panel_is_the_operators() {
    let acme = Acme::new().await;
    branded(&acme).await;
    let (_, token) = acme.invites_zoe().await;
    let mail = acme.world.mailed(ZOE, "You are invited").await;
    assert!(
        mail.contains("From: Platform <grantor@platform.example>\r\n"),
        "{mail}"
    );
    let page = acme
        .browser
        .posts("/invitation", &[("token", &token)])
        .await;
    assert!(!page.says("Friends"), "{}", page.body);
    assert!(
        page.says("In the control panel of Platform"),
        "{}",
        page.body
    );
}

#[tokio::test]
async fn names_with_markup_are_text_in_mail_and_page() {
    let acme = Acme::new().await;
    let user = v1::User {
        given_name: "<img src=x onerror=alert(1)>".into(),
        family_name: "{{ $x }}".into(),
        ..Default::default()
    };
    let paths = ["given_name", "family_name"];
    acme.ann
        .updates_user("ann", user, &paths)
        .await
        .expect("renamed");
    let (_, token) = acme.invites_zoe().await;
    let page = acme
        .browser
        .posts("/invitation", &[("token", &token)])
        .await;
    assert!(
        page.says("<img src=x onerror=alert(1)> {{ $x }} invites you"),
        "{}",
        page.body
    );
    assert!(!page.body.contains("<img src=x"), "{}", page.body);
    let mails = acme.world.raw_mails();
    let html: Vec<_> = mails
        .iter()
        .map(|mail| mail_part(mail, "text/html"))
        .collect();
    assert!(
        html.iter().any(|html| html.contains("onerror=alert(1)")),
        "{html:?}"
    );
    assert!(
        html.iter().all(|html| !html.contains("<img src=x")),
        "{html:?}"
    );
}
