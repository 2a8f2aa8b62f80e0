//! Mails leave for what was committed and still stands, and wait until they can.

use grantor::v1;

use super::Acme;
use crate::harness::{collaborator, refused, why};

fn invitation(id: &str) -> v1::Invitation {
    v1::Invitation {
        email: format!("{id}@example.com"),
        ..collaborator()
    }
}

#[tokio::test]
async fn an_invitation_is_mailed_with_the_token_that_answers_it() {
    let acme = Acme::new().await;
    let open = acme
        .ann
        .invites("acme", invitation("carl"))
        .await
        .expect("invited");
    let token = acme.world.mailed_token("carl@example.com").await;
    let link = acme
        .world
        .operator()
        .views(&token)
        .await
        .expect("the link opens");
    assert_eq!(link.invitation.expect("the invitation").name, open.name);
    let mails = acme.world.mails_to("carl@example.com");
    assert_eq!(mails.len(), 1);
    let says = "ann Example invites you to acme as collaborator.";
    assert!(mails[0].contains(says), "{}", mails[0]);
    let link = format!("http://{}/invitation#{token}", acme.world.address);
    assert!(mails[0].contains(&link), "{}", mails[0]);
}

#[tokio::test]
async fn nothing_is_mailed_for_an_invitation_that_was_withdrawn_before() {
    let acme = Acme::new().await;
    // No mail can leave while something else stands where they are written.
    acme.ann
        .invites("acme", invitation("emil"))
        .await
        .expect("invited");
    acme.world.mailed_token("emil@example.com").await;
    let mails = acme.world.directory.path().join("mail");
    std::fs::remove_dir_all(&mails).expect("the mails so far");
    std::fs::write(&mails, "").expect("a file");
    let open = acme
        .ann
        .invites("acme", invitation("carl"))
        .await
        .expect("invited");
    acme.ann.withdraws(&open.name).await.expect("withdrawn");
    acme.ann
        .invites("acme", invitation("dora"))
        .await
        .expect("invited");
    std::fs::remove_file(&mails).expect("removed");
    // Whatever was tried meanwhile is tried again.
    acme.world.passes(std::time::Duration::from_secs(3600));
    // Mails leave in the order of their changes: when the second is there, the first will never be.
    acme.world.mailed_token("dora@example.com").await;
    assert_eq!(acme.world.mails_to("carl@example.com"), [""; 0]);
}

#[tokio::test]
async fn a_mailed_token_is_worth_nothing_once_the_invitation_is_withdrawn() {
    let acme = Acme::new().await;
    let open = acme
        .ann
        .invites("acme", invitation("carl"))
        .await
        .expect("invited");
    let token = acme.world.mailed_token("carl@example.com").await;
    acme.ann.withdraws(&open.name).await.expect("withdrawn");
    let user = v1::NewUser {
        given_name: "Carl".into(),
        ..Default::default()
    };
    refused(
        acme.world
            .operator()
            .accepts_by_link(&token, Some(user))
            .await,
        why::INVITATION_NOT_OPEN,
    );
}

#[tokio::test]
async fn nothing_is_mailed_for_an_invitation_that_was_refused_by_a_rule() {
    let acme = Acme::new().await;
    refused(
        acme.bob.invites("acme", invitation("carl")).await,
        why::RIGHT_MISSING,
    );
    acme.ann
        .invites("acme", invitation("dora"))
        .await
        .expect("invited");
    acme.world.mailed_token("dora@example.com").await;
    assert_eq!(acme.world.mails_to("carl@example.com"), [""; 0]);
}
