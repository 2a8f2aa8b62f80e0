//! Links that are damaged, guessed, of another organization, replaced or late; and people they are not for.

use std::time::Duration;

use grantor::v1;
use v1::InvitationState;

use super::{Acme, ZOE};
use crate::harness::{administrator, collaborator};

#[tokio::test]
async fn a_code_that_opens_nothing_is_one_and_the_same_page() {
    let acme = Acme::new().await;
    acme.world.organization("globex", "gus").await;
    let (open, token) = acme.invites_zoe().await;
    let truncated = token.get(..token.len() - 1).expect("ASCII");
    let foreign = token.replacen("acme.", "globex.", 1);
    let nowhere = token.replacen("acme.", "nowhere.", 1);
    let guessed = format!("acme.guess.{}", token.rsplit('.').next().expect("a secret"));
    let longer = format!("{token}a");
    let markup = "<script>alert(1)</script>";
    let codes = [
        truncated, &foreign, &nowhere, &guessed, &longer, "", "x", markup,
    ];
    let mut bodies = Vec::new();
    for code in codes {
        for path in ["/invitation", "/invitation/accept", "/invitation/refuse"] {
            let form = [("token", code), ("given_name", "Zoe"), ("confirmed", "yes")];
            let page = acme.browser.posts(path, &form).await;
            assert_eq!(
                (page.status, page.title().as_str()),
                (404, "This link does not work"),
                "{path} {code:?}"
            );
            assert!(!page.body.contains("<script>"), "{}", page.body);
            bodies.push(page.body.replace(&format!("value=\"{code}\""), ""));
        }
    }
    bodies.retain(|body| !body.contains("alert(1)"));
    bodies.dedup();
    assert_eq!(bodies.len(), 1, "they can be told apart: {bodies:?}");
    assert_eq!(acme.state(&open).await, InvitationState::Open);
}

#[tokio::test]
async fn a_whole_link_that_is_pasted_is_as_good_as_its_code() {
    let acme = Acme::new().await;
    let (_, token) = acme.invites_zoe().await;
    let link = format!(" http://{}/invitation#{token}\n", acme.world.address);
    let page = acme.browser.posts("/invitation", &[("token", &link)]).await;
    assert_eq!(page.title(), "Invitation to acme");
}

#[tokio::test]
async fn a_replaced_link_leads_to_the_latest_mail() {
    let acme = Acme::new().await;
    let (open, older) = acme.invites_zoe().await;
    acme.ann.resends(&open.name).await.expect("sent again");
    let page = acme
        .browser
        .posts(
            "/invitation/accept",
            &[("token", &older), ("given_name", "Zoe")],
        )
        .await;
    assert_eq!(page.status, 404);
    assert!(page.says("a newer mail has replaced it"), "{}", page.body);
    assert_eq!(acme.state(&open).await, InvitationState::Open);
}

#[tokio::test]
async fn a_withdrawn_one_says_so() {
    let acme = Acme::new().await;
    let (open, token) = acme.invites_zoe().await;
    acme.ann.withdraws(&open.name).await.expect("withdrawn");
    for path in ["/invitation", "/invitation/accept", "/invitation/refuse"] {
        let form = [
            ("token", token.as_str()),
            ("given_name", "Zoe"),
            ("confirmed", "yes"),
        ];
        let page = acme.browser.posts(path, &form).await;
        let shown = (page.status, page.title());
        assert_eq!(
            shown,
            (410, "The invitation was withdrawn".to_owned()),
            "{path}"
        );
    }
}

#[tokio::test]
async fn one_that_expired_a_second_ago_says_so_and_a_second_before_it_is_good() {
    let acme = Acme::new().await;
    let soon = v1::Invitation {
        email: ZOE.into(),
        expire_time: Some(acme.world.later(3600)),
        ..collaborator()
    };
    let (_, token) = acme.invites(soon).await;
    acme.world.passes(Duration::from_secs(3598));
    let page = acme
        .browser
        .posts("/invitation", &[("token", &token)])
        .await;
    assert_eq!(page.status, 200);
    acme.world.passes(Duration::from_secs(2));
    for path in ["/invitation", "/invitation/accept", "/invitation/refuse"] {
        let form = [
            ("token", token.as_str()),
            ("given_name", "Zoe"),
            ("confirmed", "yes"),
        ];
        let page = acme.browser.posts(path, &form).await;
        let shown = (page.status, page.title());
        assert_eq!(
            shown,
            (410, "The invitation has expired".to_owned()),
            "{path}"
        );
        assert!(
            page.says("until 1 January 2026 at 01:00 (UTC)"),
            "{}",
            page.body
        );
    }
}

#[tokio::test]
async fn one_whose_sender_may_no_longer_changes_nothing() {
    let acme = Acme::new().await;
    let tim = v1::Invitation {
        ..administrator(&[v1::Area::UserRights])
    };
    let tim = acme.world.member("acme", &acme.ann, "tim", tim).await;
    let invitation = v1::Invitation {
        email: ZOE.into(),
        ..collaborator()
    };
    let open = tim.invites("acme", invitation).await.expect("invited");
    let token = acme.world.mailed_token(ZOE).await;
    acme.ann
        .removes_member("acme", "tim")
        .await
        .expect("removed");
    let form = [("token", token.as_str()), ("given_name", "Zoe")];
    let page = acme.browser.posts("/invitation/accept", &form).await;
    let shown = (page.status, page.title());
    assert_eq!(
        shown,
        (409, "The invitation can’t be carried out".to_owned())
    );
    assert_eq!(acme.state(&open).await, InvitationState::Open);
}

#[tokio::test]
async fn a_member_already_and_a_stopped_account_are_told_what_to_do() {
    let acme = Acme::new().await;
    let zoe = acme.world.user("zoe").await;
    let (open, token) = acme.invites_zoe().await;
    acme.world
        .operator()
        .deactivates_user("zoe")
        .await
        .expect("stopped");
    let form = [("token", token.as_str())];
    let page = acme.browser.posts("/invitation/accept", &form).await;
    let shown = (page.status, page.title());
    assert_eq!(shown, (409, "Your account is switched off".to_owned()));
    acme.world
        .operator()
        .reactivates_user("zoe")
        .await
        .expect("reactivated");
    assert!(!zoe.may("view", "organizations/acme").await);
    acme.world
        .operator()
        .appoints("acme", "zoe")
        .await
        .expect("appointed");
    let page = acme.browser.posts("/invitation/accept", &form).await;
    let shown = (page.status, page.title());
    assert_eq!(shown, (409, "You are a member already".to_owned()));
    assert_eq!(acme.state(&open).await, InvitationState::Open);
}

#[tokio::test]
async fn in_other_hands_it_makes_the_invited_person_a_member_and_nobody_else() {
    let acme = Acme::new().await;
    let (zoe, mallory) = (
        acme.world.user("zoe").await,
        acme.world.user("mallory").await,
    );
    let (_, token) = acme.invites_zoe().await;
    let form = [("token", token.as_str()), ("given_name", "Mallory")];
    let page = acme.browser.posts("/invitation/accept", &form).await;
    assert_eq!(page.status, 200);
    assert!(zoe.may("view", "organizations/acme").await);
    assert!(!mallory.may("view", "organizations/acme").await);
    let zoe = acme.world.operator().sees_user("zoe").await.expect("zoe");
    assert_eq!(zoe.given_name, "zoe");
}

#[tokio::test]
async fn names_that_deceive_or_are_too_long_are_refused_on_the_page() {
    let acme = Acme::new().await;
    let (open, token) = acme.invites_zoe().await;
    for bad in ["Zo\u{202e}e", &"x".repeat(257), "a\u{0}b"] {
        let form = [("token", token.as_str()), ("given_name", bad)];
        let page = acme.browser.posts("/invitation/accept", &form).await;
        assert_eq!(
            (page.status, page.title().as_str()),
            (400, "Invitation to acme")
        );
        assert!(page.says("This name is too long"), "{}", page.body);
    }
    let form = [
        ("token", token.as_str()),
        ("given_name", "<b>Zoe</b> & \"co\""),
    ];
    let page = acme.browser.posts("/invitation/accept", &form).await;
    assert_eq!(page.status, 200);
    assert_eq!(acme.state(&open).await, InvitationState::Accepted);
}
