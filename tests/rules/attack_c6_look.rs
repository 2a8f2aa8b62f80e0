//! Nobody writes in somebody else's name: a look of one's own is shown once the operator has approved it.

use grantor::v1;
use v1::Panel;

use super::Acme;
use crate::harness::{collaborator, refused, why};

fn look(name: &str) -> v1::Organization {
    v1::Organization {
        branding: Some(v1::Branding {
            display_name: name.into(),
            sender_email: "help@bank.example".into(),
            ..Default::default()
        }),
        ..Default::default()
    }
}

async fn wants(acme: &Acme, name: &str) -> v1::Organization {
    let changed = acme
        .ann
        .updates_organization("acme", look(name), &["branding"]);
    changed.await.expect("changed")
}

/// The mail of a white-label invitation to this address.
async fn mail(acme: &Acme, email: &str) -> String {
    let invitation = v1::Invitation {
        email: email.into(),
        panel: Panel::WhiteLabel.into(),
        ..collaborator()
    };
    acme.ann.invites("acme", invitation).await.expect("invited");
    acme.world.mailed_saying(email, "invites you").await
}

#[tokio::test]
async fn attack_c6_a_look_that_is_not_approved_is_in_no_mail_and_on_no_page() {
    let acme = Acme::new().await;
    assert!(!wants(&acme, "Your Bank").await.branding_approved);
    let sent = mail(&acme, "a@x.example").await;
    assert!(
        !sent.contains("Your Bank") && !sent.contains("bank.example"),
        "{sent}"
    );
    let token = acme.world.mailed_token("a@x.example").await;
    let viewed = acme.world.operator().views(&token).await.expect("viewed");
    assert_eq!(viewed.branding, None);
}

#[tokio::test]
async fn attack_c6_while_a_changed_look_waits_the_approved_one_is_shown() {
    let acme = Acme::new().await;
    let operator = acme.world.operator();
    wants(&acme, "Acme Cloud").await;
    operator
        .approves_branding("acme", true)
        .await
        .expect("approved");
    assert!(!wants(&acme, "Your Bank").await.branding_approved);
    let sent = mail(&acme, "a@x.example").await;
    assert!(
        sent.contains("Acme Cloud") && !sent.contains("Your Bank"),
        "{sent}"
    );
    // One that is taken away is not shown, and has to be approved anew when it comes back.
    let none = v1::Organization::default();
    let none = acme
        .ann
        .updates_organization("acme", none, &["branding"])
        .await;
    none.expect("taken away");
    assert!(!wants(&acme, "Acme Cloud").await.branding_approved);
    let sent = mail(&acme, "b@x.example").await;
    assert!(!sent.contains("Acme Cloud"), "{sent}");
}

#[tokio::test]
async fn attack_c6_the_operator_alone_approves_and_takes_it_back() {
    let acme = Acme::new().await;
    let operator = acme.world.operator();
    refused(
        operator.approves_branding("acme", true).await,
        why::FIELD_INVALID,
    );
    wants(&acme, "Acme Cloud").await;
    refused(
        acme.ann.approves_branding("acme", true).await,
        why::OPERATOR_REQUIRED,
    );
    operator
        .approves_branding("acme", true)
        .await
        .expect("approved");
    operator
        .approves_branding("acme", false)
        .await
        .expect("taken back");
    let sent = mail(&acme, "a@x.example").await;
    assert!(!sent.contains("Acme Cloud"), "{sent}");
}

#[tokio::test]
async fn attack_c6_a_look_is_approved_only_as_it_was_seen() {
    let acme = Acme::new().await;
    let operator = acme.world.operator();
    let seen = wants(&acme, "Acme Cloud").await.etag;
    wants(&acme, "Your Bank").await;
    let unseen = operator.approves_branding_seen("acme", true, "").await;
    assert_eq!(refused(unseen, why::FIELD_INVALID).fields, ["etag"]);
    let changed = operator.approves_branding_seen("acme", true, &seen).await;
    refused(changed, why::ETAG_MISMATCH);
    let sent = mail(&acme, "a@x.example").await;
    assert!(!sent.contains("Your Bank"), "{sent}");
    // Taking the approval back is of whatever is there.
    let withdrawn = operator.approves_branding_seen("acme", false, "").await;
    assert!(!withdrawn.expect("taken back").branding_approved);
}
