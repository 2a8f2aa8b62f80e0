//! Proposals of partnerships: who makes them, who answers them, once and in time.

use std::time::Duration;

use grantor::v1;
use v1::{PartnershipState, Role};

use super::agency::{Agency, CONTACT};
use super::at_once;
use crate::harness::{full, legal_representative, refused, technician, token_in, why};

#[tokio::test]
async fn nobody_is_their_own_partner() {
    let agency = Agency::new().await;
    let answer = agency.pia.proposes("agency", "agency", full(false)).await;
    let wrong = refused(answer, why::FIELD_INVALID);
    assert_eq!(wrong.fields, ["partnership.partner"]);
}

#[tokio::test]
async fn who_once_was_listed_is_proposed_to_no_more() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    acme.world.operator().unlists("agency").await.expect("off");
    let answer = acme.ann.proposes("acme", "agency", full(false)).await;
    refused(answer, why::PARTNER_NOT_LISTED);
    let again = acme.world.operator().enlists("agency", "Agency").await;
    again.expect("listed");
    agency.proposed(full(false)).await;
}

#[tokio::test]
async fn the_operator_proposes_nothing_in_a_clients_place() {
    let agency = Agency::new().await;
    let operator = agency.acme.world.operator();
    let answer = operator.proposes("acme", "agency", full(true)).await;
    let refusal = answer.expect_err("refused");
    assert_eq!(refusal.code, tonic::Code::PermissionDenied, "{refusal:?}");
}

#[tokio::test]
async fn of_many_proposals_made_at_once_one_is_sent() {
    let agency = Agency::new().await;
    let ann = agency.acme.ann.clone();
    let tries = (0..8).map(|_| {
        let ann = ann.clone();
        async move { ann.proposes("acme", "agency", full(false)).await }
    });
    let (sent, rest): (Vec<_>, Vec<_>) = at_once(tries).await.into_iter().partition(Result::is_ok);
    assert_eq!(sent.len(), 1);
    for lost in rest {
        refused(lost, why::PARTNERSHIP_LIVE);
    }
}

#[tokio::test]
async fn of_many_answers_at_once_one_counts() {
    let agency = Agency::new().await;
    let name = agency.proposed(full(false)).await;
    let token = agency.acme.world.mailed_token(CONTACT).await;
    let service = agency.acme.world.operator();
    let tries = (0..8).map(|number| {
        let (service, pia) = (service.clone(), agency.pia.clone());
        let (token, name) = (token.clone(), name.clone());
        async move {
            match number % 4 {
                0 => service.accepts_proposal_by_link(&token).await,
                1 => pia.accepts_proposal(&name).await,
                2 => service.refuses_proposal_by_link(&token).await,
                _ => pia.refuses_proposal(&name).await,
            }
        }
    });
    let (won, rest): (Vec<_>, Vec<_>) = at_once(tries).await.into_iter().partition(Result::is_ok);
    let [won] = won.as_slice() else {
        panic!("{won:?}")
    };
    for lost in rest {
        refused(lost, why::INVITATION_NOT_OPEN);
    }
    let seen = agency.acme.ann.sees_partnership(&name).await.expect("it");
    assert_eq!(seen.state(), won.as_ref().expect("an answer").state());
}

#[tokio::test]
async fn a_sender_who_was_demoted_is_a_sender_no_more() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let leo = acme.member("leo", legal_representative()).await;
    let name = leo.proposes("acme", "agency", full(false)).await;
    let name = name.expect("proposed").name;
    let token = acme.world.mailed_token(CONTACT).await;
    let demoted = acme
        .ann
        .changes_role("acme", "leo", Role::Collaborator)
        .await;
    demoted.expect("demoted");
    let by_link = acme.world.operator().accepts_proposal_by_link(&token).await;
    refused(by_link, why::SENDER_MAY_NO_LONGER);
    let signed_in = agency.pia.accepts_proposal(&name).await;
    refused(signed_in, why::SENDER_MAY_NO_LONGER);
    let open = acme.ann.sees_partnership(&name).await.expect("it");
    assert_eq!(open.state(), PartnershipState::Invited);
    assert!(!agency.pia.may("manage", &acme.drive).await);
    let again = acme.ann.proposes_again(&name).await.expect("sent again");
    assert_eq!(again.sender, "users/ann");
    agency.pia.accepts_proposal(&name).await.expect("accepted");
}

#[tokio::test]
async fn a_proposal_expires_by_a_second_and_the_link_with_it() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let request = v1::ProposePartnershipRequest {
        parent: "organizations/acme".into(),
        partnership: Some(v1::Partnership {
            partner: "partners/agency".into(),
            access: Some(full(false)),
            expire_time: Some(acme.world.later(3600)),
            ..Default::default()
        }),
        ..Default::default()
    };
    let proposed = acme.ann.partnerships().propose_partnership(request).await;
    let proposed = proposed.expect("proposed").into_inner().partnership;
    let name = proposed.expect("the proposal").name;
    let token = acme.world.mailed_token(CONTACT).await;
    acme.world.passes(Duration::from_secs(3599));
    let open = acme.ann.sees_partnership(&name).await.expect("it");
    assert_eq!(open.state(), PartnershipState::Invited);
    acme.world.passes(Duration::from_secs(1));
    let over = acme.ann.sees_partnership(&name).await.expect("it");
    assert_eq!(over.state(), PartnershipState::Expired);
    let service = acme.world.operator();
    refused(
        service.accepts_proposal_by_link(&token).await,
        why::INVITATION_EXPIRED,
    );
    refused(
        agency.pia.accepts_proposal(&name).await,
        why::INVITATION_EXPIRED,
    );
    assert!(!agency.pia.may("manage", &acme.drive).await);
    // Nor does what expired stand in the way of another.
    agency.begun_full().await;
}

#[tokio::test]
async fn sending_again_kills_the_older_link_and_only_that() {
    let agency = Agency::new().await;
    let (acme, world) = (&agency.acme, &agency.acme.world);
    let name = agency.proposed(full(false)).await;
    let older = world.mailed_token(CONTACT).await;
    acme.ann.proposes_again(&name).await.expect("sent again");
    let newer = loop {
        let newest = world.mails_to(CONTACT).into_iter().last();
        match newest.as_deref().and_then(token_in) {
            Some(token) if token != older => break token,
            _ => tokio::task::yield_now().await,
        }
    };
    let service = world.operator();
    for dead in [
        service.accepts_proposal_by_link(&older).await,
        service.refuses_proposal_by_link(&older).await,
    ] {
        refused(dead, why::NOT_FOUND);
    }
    let accepted = service.accepts_proposal_by_link(&newer).await;
    assert_eq!(
        accepted.expect("accepted").state(),
        PartnershipState::Active
    );
}

#[tokio::test]
async fn a_refusal_is_final() {
    let agency = Agency::new().await;
    let name = agency.proposed(full(false)).await;
    let token = agency.acme.world.mailed_token(CONTACT).await;
    agency.pia.refuses_proposal(&name).await.expect("refused");
    let service = agency.acme.world.operator();
    let ann = &agency.acme.ann;
    for answer in [
        agency.pia.accepts_proposal(&name).await,
        agency.pia.refuses_proposal(&name).await,
        service.accepts_proposal_by_link(&token).await,
        ann.proposes_again(&name).await,
        ann.withdraws_proposal(&name).await,
    ] {
        refused(answer, why::INVITATION_NOT_OPEN);
    }
    refused(ann.ends(&name).await, why::PARTNERSHIP_NOT_ACTIVE);
    agency.begun_full().await;
}

#[tokio::test]
async fn the_client_does_not_answer_its_own_proposal() {
    let agency = Agency::new().await;
    let name = agency.proposed(full(false)).await;
    let ann = &agency.acme.ann;
    refused(ann.accepts_proposal(&name).await, why::RIGHT_MISSING);
    refused(ann.refuses_proposal(&name).await, why::RIGHT_MISSING);
}

#[tokio::test]
async fn only_who_acts_for_the_partner_answers_and_to_others_it_does_not_exist() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let narrow = technician(crate::harness::of_type("kdrive"), &[v1::Area::UserRights]);
    let nat = agency.colleague("nat", narrow).await;
    let bob = acme.bob().await;
    let eve = acme.world.organization("globex", "eve").await;
    let name = agency.proposed(full(false)).await;
    for somebody in [&agency.cleo, &nat, &bob, &eve] {
        refused(somebody.accepts_proposal(&name).await, why::NOT_FOUND);
        refused(somebody.refuses_proposal(&name).await, why::NOT_FOUND);
    }
    let wide = technician(crate::harness::all(), &[]);
    let wim = agency.colleague("wim", wide).await;
    wim.accepts_proposal(&name).await.expect("accepted");
    assert!(wim.may("manage", &acme.drive).await);
    assert!(!nat.may("manage", &acme.drive).await);
}

#[tokio::test]
async fn previews_of_a_proposal_and_of_its_acceptance_store_nothing() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let before = agency.revision().await;
    let request = v1::ProposePartnershipRequest {
        parent: "organizations/acme".into(),
        partnership: Some(v1::Partnership {
            partner: "partners/agency".into(),
            access: Some(full(true)),
            ..Default::default()
        }),
        validate_only: true,
        ..Default::default()
    };
    let tried = acme.ann.partnerships().propose_partnership(request).await;
    let effect = tried
        .expect("tried")
        .into_inner()
        .effect
        .expect("an effect");
    // How many of a stranger's people, and none of them by name.
    assert_eq!(
        (effect.gaining_user_count, effect.losing_user_count),
        (1, 0)
    );
    assert!(effect.lines.is_empty(), "{effect:?}");
    assert_eq!(agency.revision().await, before);
    let name = agency.proposed(agency.drive_only()).await;
    let before = agency.revision().await;
    let proposal = v1::accept_proposal_request::Proposal::Name(name.clone());
    let request = v1::AcceptProposalRequest {
        proposal: Some(proposal),
        validate_only: true,
        ..Default::default()
    };
    let tried = agency.pia.partnerships().accept_proposal(request).await;
    let effect = tried
        .expect("tried")
        .into_inner()
        .effect
        .expect("an effect");
    assert_eq!(
        (effect.gaining_user_count, effect.losing_user_count),
        (1, 0)
    );
    assert_eq!(agency.revision().await, before);
    assert!(!agency.pia.may("manage", &acme.drive).await);
}
