//! Confirming an email, and signing in, which is done elsewhere: the pages say the same words to everybody.

use grantor::v1;

use super::{Acme, ZOE};
use crate::harness::{creation, refused, why};

const SIGN_IN: &str = "https://accounts.example.com/sign-in?to=grantor";

async fn has_a_sign_in_address(acme: &Acme) {
    let settings = v1::PlatformSettings {
        sign_in_uri: SIGN_IN.into(),
        ..Default::default()
    };
    let set = acme.world.operator().sets(settings, &["sign_in_uri"]).await;
    assert_eq!(set.expect("set").sign_in_uri, SIGN_IN);
}

#[tokio::test]
async fn attack_a3_the_page_of_an_invitation_says_the_same_whether_or_not_the_address_has_an_account()
 {
    for signs_in in [false, true] {
        let mut pages = Vec::new();
        for account in ["none", "claimed", "confirmed", "made"] {
            let acme = Acme::new().await;
            if signs_in {
                has_a_sign_in_address(&acme).await;
            }
            let front = acme.world.service("front", &["users.write"]).await;
            match account {
                "claimed" => drop(front.claims("zoe", ZOE).await.expect("a claim")),
                "confirmed" => drop(acme.world.user("zoe").await),
                "made" => drop(
                    acme.world
                        .operator()
                        .claims("zoe", ZOE)
                        .await
                        .expect("made"),
                ),
                _ => {}
            }
            acme.invites_zoe().await;
            let token = acme.world.mailed_with(ZOE, "You are invited").await;
            let page = acme
                .browser
                .posts("/invitation", &[("token", &token)])
                .await;
            assert_eq!(page.status, 200);
            let href = format!("href=\"{SIGN_IN}#invitation={token}\"").replace('&', "&#38;");
            assert_eq!(page.body.contains(&href), signs_in, "{}", page.body);
            // Without it the code is there to be taken along.
            assert_eq!(
                page.body
                    .contains(&format!("<p class=\"soft\">{token}</p>")),
                !signs_in
            );
            pages.push(page.body.replace(&token, "TOKEN"));
        }
        pages.dedup();
        assert_eq!(pages.len(), 1, "{pages:#?}");
    }
}

#[tokio::test]
async fn attack_a3_the_page_signs_nobody_in() {
    let acme = Acme::new().await;
    has_a_sign_in_address(&acme).await;
    let front = acme.world.service("front", &["users.write"]).await;
    front.claims("mallory", ZOE).await.expect("a claim");
    let token = acme.world.confirmation(ZOE, "mallory").await;
    assert_eq!(
        acme.browser.opens("/email").await.title(),
        "Confirm your email address"
    );
    let page = acme.browser.posts("/email", &[("token", &token)]).await;
    assert_eq!(
        (page.status, page.title().as_str()),
        (200, "Is this your address?")
    );
    assert!(page.says("Somebody gave zoe@example.com"), "{}", page.body);
    assert!(
        page.body
            .contains(&format!("href=\"{SIGN_IN}#email={token}\"")),
        "{}",
        page.body
    );
    // Also whoever makes the form themselves confirms nothing by it.
    let page = acme
        .browser
        .posts("/email/confirm", &[("token", &token)])
        .await;
    assert_eq!(page.title(), "Is this your address?");
    let mallory = acme.world.acting("mallory");
    assert!(
        !mallory
            .sees_user("mallory")
            .await
            .expect("it")
            .email_confirmed
    );
    mallory.confirms_email(&token).await.expect("signed in");
}

#[tokio::test]
async fn without_a_sign_in_address_the_page_shows_the_code() {
    let acme = Acme::new().await;
    let front = acme.world.service("front", &["users.write"]).await;
    front.claims("zoe", ZOE).await.expect("a claim");
    acme.world.passes(std::time::Duration::from_secs(6));
    let mail = acme.world.mailed(ZOE, "Confirm your email address").await;
    let token = acme.world.confirmation(ZOE, "zoe").await;
    assert!(mail.contains(&format!("/email#{token}")), "{mail}");
    let page = acme.browser.posts("/email", &[("token", &token)]).await;
    assert!(
        page.says("give this code where you gave your address"),
        "{}",
        page.body
    );
    assert!(
        page.body
            .contains(&format!("<p class=\"soft\">{token}</p>")),
        "{}",
        page.body
    );
    assert!(!page.body.contains("/email/confirm"), "{}", page.body);
}

#[tokio::test]
async fn an_account_that_was_made_for_somebody_is_confirmed_on_the_page() {
    let acme = Acme::new().await;
    let request = acme
        .ann
        .asks_for_user("acme", creation("zoe"))
        .await
        .expect("opened");
    let done = acme
        .world
        .operator()
        .applies(&request.name)
        .await
        .expect("applied");
    let id = done
        .member
        .expect("a member")
        .user
        .trim_start_matches("users/")
        .to_owned();
    let token = acme.world.confirmation(ZOE, &id).await;
    for _ in 0..3 {
        let page = acme.browser.posts("/email", &[("token", &token)]).await;
        assert!(page.body.contains("/email/confirm"), "{}", page.body);
        assert_eq!(acme.browser.opens("/email/confirm").await.status, 200);
        refused(acme.world.operator().finds(ZOE).await, why::NOT_FOUND);
    }
    let page = acme
        .browser
        .posts("/email/confirm", &[("token", &token)])
        .await;
    assert_eq!((page.status, page.title().as_str()), (200, "Thank you"));
    let found = acme.world.operator().finds(ZOE).await.expect("confirmed");
    assert_eq!(found.name, format!("users/{id}"));
    let page = acme
        .browser
        .posts("/email/confirm", &[("token", &token)])
        .await;
    assert_eq!(
        (page.status, page.title().as_str()),
        (404, "This link does not work")
    );
}

#[tokio::test]
async fn attack_a3_that_an_email_is_taken_is_told_to_who_opens_the_link() {
    let acme = Acme::new().await;
    acme.world
        .operator()
        .claims("made", ZOE)
        .await
        .expect("made");
    let front = acme.world.service("front", &["users.write"]).await;
    front.claims("zoe", ZOE).await.expect("a claim");
    let of_zoe = acme.world.confirmation(ZOE, "zoe").await;
    acme.world
        .acting("zoe")
        .confirms_email(&of_zoe)
        .await
        .expect("confirmed");
    let token = acme.world.confirmation(ZOE, "made").await;
    let page = acme
        .browser
        .posts("/email/confirm", &[("token", &token)])
        .await;
    assert_eq!(
        (page.status, page.title().as_str()),
        (409, "This address has an account")
    );
}

#[tokio::test]
async fn a_sign_in_address_is_https_and_has_no_fragment() {
    let acme = Acme::new().await;
    for wrong in [
        "http://accounts.example.com",
        "https://accounts.example.com/#in",
        "javascript:alert(1)",
    ] {
        let settings = v1::PlatformSettings {
            sign_in_uri: wrong.into(),
            ..Default::default()
        };
        let answer = acme.world.operator().sets(settings, &["sign_in_uri"]).await;
        assert_eq!(
            refused(answer, why::FIELD_INVALID).fields,
            ["settings.sign_in_uri"],
            "{wrong}"
        );
    }
}
