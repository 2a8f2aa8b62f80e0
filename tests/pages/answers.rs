//! Reading an invitation and answering it.

use grantor::v1;
use v1::InvitationState;

use super::{Acme, ZOE};
use crate::harness::fully;
use crate::rules::at_once;

#[tokio::test]
async fn a_new_person_reads_accepts_and_may() {
    let acme = Acme::new().await;
    let (open, token) = acme.invites_zoe().await;
    let page = acme
        .browser
        .posts("/invitation", &[("token", &token)])
        .await;
    assert_eq!(
        (page.status, page.title().as_str()),
        (200, "Invitation to acme")
    );
    for words in [
        "ann Example invites you to acme.",
        "Collaborator",
        "This invitation was sent to zoe@example.com.",
        "You can answer until 31 January 2026 at",
        "First name",
    ] {
        assert!(page.says(words), "{words:?} is not in {}", page.body);
    }
    let nameless = acme
        .browser
        .posts(
            "/invitation/accept",
            &[("token", &token), ("given_name", " ")],
        )
        .await;
    assert_eq!(nameless.status, 400);
    assert!(nameless.says("Enter your first name."), "{}", nameless.body);
    assert_eq!(acme.state(&open).await, InvitationState::Open);
    let form = [
        ("token", token.as_str()),
        ("given_name", "Zoë"),
        ("family_name", "Example"),
    ];
    let page = acme.browser.posts("/invitation/accept", &form).await;
    assert_eq!((page.status, page.title().as_str()), (200, "Welcome"));
    assert!(page.says("You are now a member of acme as collaborator."));
    assert_eq!(acme.state(&open).await, InvitationState::Accepted);
    let zoe = acme.world.operator().finds(ZOE).await.expect("an account");
    assert_eq!(
        (zoe.given_name.as_str(), zoe.email_confirmed),
        ("Zoë", true)
    );
    let zoe = acme.world.acting(zoe.name.trim_start_matches("users/"));
    assert!(zoe.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn a_person_with_an_account_needs_to_give_no_names() {
    let acme = Acme::new().await;
    let zoe = acme.world.user("zoe").await;
    let (_, token) = acme.invites_zoe().await;
    let page = acme
        .browser
        .posts("/invitation/accept", &[("token", &token)])
        .await;
    assert_eq!(page.title(), "Welcome");
    assert!(zoe.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn refusing_asks_once_more_and_is_final() {
    let acme = Acme::new().await;
    let (open, token) = acme.invites_zoe().await;
    let page = acme
        .browser
        .posts("/invitation/refuse", &[("token", &token)])
        .await;
    assert_eq!(
        (page.status, page.title().as_str()),
        (200, "Refuse the invitation?")
    );
    assert_eq!(acme.state(&open).await, InvitationState::Open);
    let form = [("token", token.as_str()), ("confirmed", "yes")];
    let page = acme.browser.posts("/invitation/refuse", &form).await;
    assert_eq!((page.status, page.title().as_str()), (200, "You refused"));
    assert_eq!(acme.state(&open).await, InvitationState::Refused);
    let again = acme.browser.posts("/invitation/accept", &form).await;
    assert_eq!(
        (again.status, again.title().as_str()),
        (410, "Already refused")
    );
}

#[tokio::test]
async fn opening_it_however_often_answers_nothing() {
    let acme = Acme::new().await;
    let (open, token) = acme.invites_zoe().await;
    let before = acme.ann.sees_revisions("acme").await.expect("the log");
    for _ in 0..25 {
        assert_eq!(acme.browser.opens("/invitation").await.status, 200);
        assert_eq!(
            acme.browser
                .browses("HEAD", "/invitation", &[], "")
                .await
                .status,
            200
        );
        assert_eq!(acme.browser.opens("/invitation/accept").await.status, 200);
        let page = acme
            .browser
            .posts("/invitation", &[("token", &token)])
            .await;
        assert_eq!(page.status, 200);
    }
    assert_eq!(acme.state(&open).await, InvitationState::Open);
    assert_eq!(
        acme.ann.sees_revisions("acme").await.expect("the log"),
        before
    );
}

#[tokio::test]
async fn of_sixty_four_who_accept_at_once_one_is_welcome() {
    let acme = Acme::new().await;
    let (open, token) = acme.invites_zoe().await;
    let tries = (0..64).map(|_| {
        let (browser, token) = (acme.browser.clone(), token.clone());
        async move {
            let form = [("token", token.as_str()), ("given_name", "Zoe")];
            browser.posts("/invitation/accept", &form).await
        }
    });
    let pages = at_once(tries).await;
    let titles: Vec<_> = pages
        .iter()
        .map(|page| (page.status, page.title()))
        .collect();
    let welcome = titles.iter().filter(|(status, _)| *status == 200).count();
    assert_eq!(welcome, 1, "{titles:?}");
    for (status, title) in titles.iter().filter(|(status, _)| *status != 200) {
        assert_eq!((*status, title.as_str()), (410, "Already accepted"));
    }
    assert_eq!(acme.state(&open).await, InvitationState::Accepted);
}

#[tokio::test]
async fn the_audit_shows_that_the_page_did_it() {
    let acme = Acme::new().await;
    acme.world.user("zoe").await;
    let (_, token) = acme.invites_zoe().await;
    acme.browser
        .posts("/invitation/accept", &[("token", &token)])
        .await;
    let request = v1::ListChangesRequest {
        parent: "organizations/acme".into(),
        page_size: 1,
        consistency: fully(),
        ..Default::default()
    };
    let listed = acme.ann.audit().list_changes(request).await;
    let change = listed.expect("listed").into_inner().changes.remove(0);
    assert_eq!(change.method, "InvitationService.AcceptInvitation");
    assert_eq!(
        (change.actor.as_str(), change.service_account.as_str()),
        ("", "")
    );
    assert!(change.link_page, "{change:?}");
}
