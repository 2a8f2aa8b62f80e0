//! Nobody fills somebody's mailbox by way of Grantor: one limit, whatever the mails are about.

use std::time::Duration;

use grantor::v1;

use super::Acme;
use crate::harness::{Actor, Refused, collaborator, full, refused, why};

const VICTIM: &str = "victim@example.net";
const DAY: Duration = Duration::from_secs(24 * 3600);

fn to(email: &str) -> v1::Invitation {
    v1::Invitation {
        email: email.into(),
        ..collaborator()
    }
}

/// Invites and withdraws until it is refused: how often it was done, and the refusal.
async fn floods(who: &Actor, organization: &str) -> (usize, Refused) {
    for sent in 0..100 {
        match who.invites(organization, to(VICTIM)).await {
            Ok(open) => who.withdraws(&open.name).await.expect("withdrawn"),
            refusal => return (sent, refused(refusal, why::MAIL_LIMIT)),
        };
    }
    panic!("a hundred mails to one address")
}

fn only(email: &str) -> v1::User {
    v1::User {
        email: email.into(),
        ..Default::default()
    }
}

#[tokio::test]
async fn attack_c6_inviting_and_withdrawing_sends_ten_mails_a_day_to_one_address() {
    let acme = Acme::new().await;
    let (sent, refusal) = floods(&acme.ann, "acme").await;
    assert_eq!(sent, 10);
    assert_eq!(refusal.metadata["limit"], "10");
    assert!(
        refusal.message.contains("2026-01-02T00:00"),
        "{}",
        refusal.message
    );
    let wait = refusal.wait.expect("when it can be done");
    assert!(
        wait > DAY - Duration::from_secs(60) && wait <= DAY,
        "{wait:?}"
    );
    let preview = v1::CreateInvitationRequest {
        parent: "organizations/acme".into(),
        invitation: Some(to(VICTIM)),
        validate_only: true,
        ..Default::default()
    };
    let preview = acme.ann.invitations().create_invitation(preview).await;
    refused(preview.map_err(Into::into), why::MAIL_LIMIT);
    // Others are invited all the same, by whomever, and so is the victim the day after.
    acme.ann
        .invites("acme", to("zoe@example.net"))
        .await
        .expect("another");
    refused(
        acme.una().await.invites("acme", to(VICTIM)).await,
        why::MAIL_LIMIT,
    );
    acme.world.passes(DAY);
    acme.ann
        .invites("acme", to(VICTIM))
        .await
        .expect("a day later");
}

#[tokio::test]
async fn attack_c6_nothing_is_done_by_what_is_refused_and_a_restart_forgets_nothing() {
    let acme = Acme::new().await;
    let open = acme.ann.invites("acme", to(VICTIM)).await.expect("invited");
    for _ in 0..9 {
        acme.ann.resends(&open.name).await.expect("sent again");
    }
    let before = acme.ann.sees_invitation(&open.name).await.expect("it");
    refused(acme.ann.resends(&open.name).await, why::MAIL_LIMIT);
    let other = acme.world.another().await;
    let ann = acme.ann.over(&other.channel);
    refused(ann.resends(&open.name).await, why::MAIL_LIMIT);
    let after = acme.ann.sees_invitation(&open.name).await.expect("it");
    assert_eq!(before.etag, after.etag);
    ann.withdraws(&open.name)
        .await
        .expect("taking back sends nothing");
}

#[tokio::test]
async fn attack_c6_several_organizations_send_no_more_than_fifty_together() {
    let acme = Acme::new().await;
    let mut sent = floods(&acme.ann, "acme").await.0;
    for id in ["one", "two", "three", "four", "five"] {
        let boss = acme.world.organization(id, &format!("boss-{id}")).await;
        sent += floods(&boss, id).await.0;
    }
    assert_eq!(sent, 50);
}

#[tokio::test]
async fn attack_c6_proposing_and_withdrawing_counts_like_inviting() {
    let acme = Acme::new().await;
    acme.world.partner("agency", "pia").await;
    for _ in 0..10 {
        let proposal = acme.ann.proposes("acme", "agency", full(false)).await;
        let proposal = proposal.expect("proposed");
        acme.ann
            .withdraws_proposal(&proposal.name)
            .await
            .expect("withdrawn");
    }
    refused(
        acme.ann.proposes("acme", "agency", full(false)).await,
        why::MAIL_LIMIT,
    );
    let contact = to("AGENCY@partners.example");
    refused(acme.ann.invites("acme", contact).await, why::MAIL_LIMIT);
}

#[tokio::test]
async fn attack_c6_changing_an_email_ninety_times_sends_ten_mails_to_whomever() {
    let acme = Acme::new().await;
    for round in 0..10 {
        let email = only(&format!("victim{round}@example.net"));
        let changed = acme.ann.updates_user("ann", email, &["email"]).await;
        changed.expect("changed");
    }
    let email = only("victim10@example.net");
    let refusal = acme.ann.updates_user("ann", email, &["email"]).await;
    refused(refusal, why::MAIL_LIMIT);
    let name = v1::User {
        given_name: "Anna".into(),
        ..Default::default()
    };
    let renamed = acme.ann.updates_user("ann", name, &["given_name"]).await;
    renamed.expect("a name sends nothing");
}

#[tokio::test]
async fn attack_c6_five_changes_of_an_email_within_seconds_send_one_mail() {
    let acme = Acme::new().await;
    for email in [
        "a@x.example",
        "b@x.example",
        "c@x.example",
        "d@x.example",
        "e@x.example",
    ] {
        let changed = acme.ann.updates_user("ann", only(email), &["email"]).await;
        changed.expect("changed");
        acme.world.passes(Duration::from_millis(900));
    }
    let token = acme.world.confirmation("e@x.example", "ann").await;
    // Mails leave in the order of their changes: the others would have left before it.
    for email in ["a@x.example", "b@x.example", "c@x.example", "d@x.example"] {
        assert_eq!(acme.world.mails_to(email), [""; 0], "{email}");
    }
    let confirmed = acme.ann.confirms_email(&token).await.expect("confirmed");
    assert_eq!(confirmed.email, "e@x.example");
}

#[tokio::test]
async fn attack_c6_an_hr_department_invites_five_hundred_people_at_once() {
    let acme = Acme::new().await;
    for person in 0..500 {
        let email = format!("person{person}@acme.example");
        acme.ann.invites("acme", to(&email)).await.expect("invited");
    }
}

#[tokio::test]
async fn attack_c6_a_partner_is_reached_by_whom_of_its_contacts_nobody_has_flooded() {
    let acme = Acme::new().await;
    let pia = acme.world.partner("agency", "pia").await;
    let mut flooding = vec![];
    for id in ["one", "two", "three", "four", "five"] {
        flooding.push((id, acme.world.organization(id, &format!("boss-{id}")).await));
    }
    for (id, boss) in &flooding {
        assert_eq!(floods_by_proposals(boss, id).await, 10);
    }
    // All of its contacts, so far.
    refused(
        acme.ann.proposes("acme", "agency", full(false)).await,
        why::MAIL_LIMIT,
    );
    let contacts = ["agency@partners.example", "office@partners.example"];
    pia.offers_to_manage("agency", &contacts)
        .await
        .expect("two contacts");
    let proposal = acme.ann.proposes("acme", "agency", full(false)).await;
    let proposal = proposal.expect("proposed");
    let token = acme.world.mailed_token("office@partners.example").await;
    let accepted = acme.world.operator().accepts_proposal_by_link(&token).await;
    assert_eq!(accepted.expect("accepted").name, proposal.name);
    let office = acme.world.mails_to("office@partners.example");
    assert_eq!(office.len(), 1, "{office:?}");
}

/// Proposes to the agency and withdraws until it is refused: how often it was done.
async fn floods_by_proposals(who: &Actor, organization: &str) -> usize {
    for sent in 0..100 {
        match who.proposes(organization, "agency", full(false)).await {
            Ok(open) => who.withdraws_proposal(&open.name).await.expect("withdrawn"),
            refusal => {
                refused(refusal, why::MAIL_LIMIT);
                return sent;
            }
        };
    }
    panic!("a hundred mails to one address")
}
