//! An account that may speak for users in some organizations brings their paths through these alone.

use grantor::v1;

use super::agency::Agency;
use crate::harness::{collaborator, products, refused, rights, to_member, why};

#[tokio::test]
async fn attack_a4_a_proposal_is_not_accepted_in_the_name_of_an_organization_out_of_reach() {
    let agency = Agency::new().await;
    let name = agency.proposed(agency.drive_only()).await;
    let world = &agency.acme.world;
    let panel = world.service("panel", &["act.for.users@acme"]).await;
    let pia = panel.speaking_for("pia");
    refused(pia.accepts_proposal(&name).await, why::NOT_FOUND);
    refused(pia.refuses_proposal(&name).await, why::NOT_FOUND);
    let wide = ["act.for.users@acme,agency"];
    let both = world.service("both", &wide).await;
    let accepted = both.speaking_for("pia").accepts_proposal(&name).await;
    accepted.expect("accepted where both are reached");
}

#[tokio::test]
async fn attack_a4_no_mandate_counts_whose_partner_is_out_of_reach() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    acme.bob().await;
    let name = agency.begun_full().await;
    let panel = acme.world.service("panel", &["act.for.users@acme"]).await;
    let pia = panel.speaking_for("pia");
    let gift = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    refused(
        pia.grants_access("acme", gift.clone()).await,
        why::NOT_FOUND,
    );
    refused(pia.sees_member("acme", "bob").await, why::NOT_FOUND);
    refused(pia.ends(&name).await, why::NOT_FOUND);
    let wide = ["act.for.users@acme,agency"];
    let both = acme.world.service("both", &wide).await;
    let given = both.speaking_for("pia").grants_access("acme", gift).await;
    given.expect("given");
}

#[tokio::test]
async fn attack_a4_the_answer_about_somebody_is_the_same_whoever_asks() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    agency.begun_full().await;
    let service = acme
        .world
        .service("asker", &["access.ask@acme", "act.for.users@acme"])
        .await;
    let answer = service.asks("pia", "use", &acme.drive).await;
    let answer = answer.expect("an answer");
    assert_eq!(answer.decision(), v1::Decision::Allowed);
}

#[tokio::test]
async fn attack_a4_no_invitation_is_answered_in_anybodys_name() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    acme.world.user("nina").await;
    let invitation = v1::Invitation {
        email: "nina@example.com".into(),
        ..collaborator()
    };
    let open = acme.ann.invites("acme", invitation).await.expect("invited");
    let panel = acme.world.service("panel", &["act.for.users@acme"]).await;
    let nina = panel.speaking_for("nina");
    refused(nina.accepts(&open.name).await, why::SCOPE_MISSING);
    refused(nina.refuses(&open.name).await, why::SCOPE_MISSING);
    let user = v1::User {
        given_name: "Mallory".into(),
        ..Default::default()
    };
    refused(
        nina.updates_user("nina", user, &["given_name"]).await,
        why::SCOPE_MISSING,
    );
    // By the link, which proves the mailbox, whoever brings it.
    let token = acme.world.mailed_token("nina@example.com").await;
    let accepted = nina.accepts_by_link(&token, None).await;
    accepted.expect("accepted by the link");
}
