//! S1-1 to S1-7: what the English guide adds to the French one.

use grantor::v1;
use v1::PartnershipState;

use super::agency::{Agency, CONTACT};
use crate::harness::{full, legal_representative, refused, why};

#[tokio::test]
async fn s1_1_the_role_counts_at_the_moment_of_the_call() {
    let agency = Agency::new().await;
    let (acme, ann) = (&agency.acme, &agency.acme.ann);
    let lou = acme
        .world
        .member("acme", ann, "lou", legal_representative())
        .await;
    let name = lou.proposes("acme", "agency", full(false)).await;
    let name = name.expect("proposed").name;
    ann.changes_role("acme", "lou", v1::Role::Collaborator)
        .await
        .expect("demoted");
    refused(
        lou.proposes("acme", "agency", full(false)).await,
        why::RIGHT_MISSING,
    );
    // What they sent is not carried out any more either.
    refused(
        agency.pia.accepts_proposal(&name).await,
        why::SENDER_MAY_NO_LONGER,
    );
    ann.proposes_again(&name).await.expect("sent again");
    agency.pia.accepts_proposal(&name).await.expect("accepted");
}

#[tokio::test]
async fn s1_2_the_clients_partners_are_listed_with_their_states() {
    let agency = Agency::new().await;
    let world = &agency.acme.world;
    let rob = world.partner("rival", "rob").await;
    let begun = agency.begun_full(false).await;
    let ann = &agency.acme.ann;
    let refusal = ann.proposes("acme", "rival", full(false)).await;
    let refusal = refusal.expect("proposed").name;
    rob.refuses_proposal(&refusal).await.expect("refused");
    let mut seen: Vec<_> = ann
        .sees_partnerships("acme")
        .await
        .expect("partnerships")
        .into_iter()
        .map(|seen| (seen.name.clone(), seen.state()))
        .collect();
    seen.sort();
    let mut wanted = vec![
        (begun, PartnershipState::Active),
        (refusal, PartnershipState::Declined),
    ];
    wanted.sort();
    assert_eq!(seen, wanted);
}

#[tokio::test]
async fn s1_3_a_partner_is_added_by_one_proposal() {
    let agency = Agency::new().await;
    let name = agency.proposed(full(false)).await;
    assert!(name.starts_with("organizations/acme/partnerships/"));
}

#[tokio::test]
async fn s1_4_a_partner_is_known_by_being_listed() {
    let agency = Agency::new().await;
    let world = &agency.acme.world;
    world.operator().unlists("agency").await.expect("unlisted");
    refused(
        agency
            .acme
            .ann
            .proposes("acme", "agency", full(false))
            .await,
        why::PARTNER_NOT_LISTED,
    );
}

#[tokio::test]
async fn s1_5_the_wallet_is_switched_at_any_time_without_a_new_proposal() {
    let agency = Agency::new().await;
    let (ann, pia) = (&agency.acme.ann, &agency.pia);
    let name = agency.begun_full(false).await;
    for entrusted in [true, false] {
        let switched = ann.switches_wallet(&name, entrusted).await;
        assert_eq!(
            switched.expect("switched").state(),
            PartnershipState::Active
        );
        assert_eq!(pia.may("use_wallet", "organizations/acme").await, entrusted);
    }
    let world = &agency.acme.world;
    world.mailed(CONTACT, "A partnership changed").await;
    ann.changes_mandate(&name, agency.drive_only())
        .await
        .expect("changed");
    refused(
        ann.switches_wallet(&name, true).await,
        why::WALLET_NOT_SWITCHABLE,
    );
}

#[tokio::test]
async fn s1_6_at_most_one_proposal_or_partnership_for_a_client_and_a_partner() {
    let agency = Agency::new().await;
    let ann = &agency.acme.ann;
    let name = agency.proposed(full(false)).await;
    refused(
        ann.proposes("acme", "agency", agency.drive_only()).await,
        why::PARTNERSHIP_LIVE,
    );
    agency.pia.accepts_proposal(&name).await.expect("accepted");
    refused(
        ann.proposes("acme", "agency", full(true)).await,
        why::PARTNERSHIP_LIVE,
    );
    ann.ends(&name).await.expect("ended");
    agency.begun(agency.drive_only()).await;
}

#[tokio::test]
async fn s1_7_a_mandate_is_narrowed_and_widened_at_once() {
    let agency = Agency::new().await;
    let (acme, ann, pia) = (&agency.acme, &agency.acme.ann, &agency.pia);
    let name = agency.begun_full(true).await;
    let narrowed = ann.changes_mandate(&name, agency.drive_only()).await;
    assert_eq!(narrowed.expect("narrowed").grants.len(), 1);
    assert!(pia.may("manage", &acme.drive).await);
    assert!(!pia.may("manage", &acme.domain).await);
    assert!(!pia.may("use_wallet", "organizations/acme").await);
    let widened = ann.changes_mandate(&name, full(false)).await;
    assert_eq!(widened.expect("widened").removed_grants.len(), 1);
    assert!(pia.may("manage", &acme.domain).await);
    assert!(!pia.may("use_wallet", "organizations/acme").await);
}
