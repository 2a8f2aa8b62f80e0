//! The page of a proposal to a partner: the second kind of link.

use grantor::v1;
use v1::PartnershipState;

use super::Acme;
use crate::harness::{Actor, full};

const CONTACT: &str = "agency@partners.example";

/// Acme's proposal to the agency, whose legal representative is pia; the code of the mail.
async fn proposed(acme: &Acme, access: v1::partnership::Access) -> (Actor, String, String) {
    let pia = acme.world.partner("agency", "pia").await;
    let proposal = acme.ann.proposes("acme", "agency", access).await;
    let name = proposal.expect("proposed").name;
    (pia, name, acme.world.mailed_token(CONTACT).await)
}

#[tokio::test]
async fn a_partner_reads_and_accepts_and_its_staff_may() {
    let acme = Acme::new().await;
    let (pia, name, token) = proposed(&acme, full(false)).await;
    let opened = acme.browser.opens("/proposal").await;
    assert_eq!((opened.status, opened.title().as_str()), (200, "Open the proposal"));
    let form = [("token", token.as_str())];
    let page = acme.browser.posts("/proposal", &form).await;
    assert_eq!((page.status, page.title().as_str()), (200, "Proposal by acme"));
    assert!(page.says("acme proposes that you manage its products."), "{}", page.body);
    assert!(page.says("Full access: all of its products and users, without the wallet."));
    assert!(!pia.may("kdrive/use", &acme.drive).await);
    let page = acme.browser.posts("/proposal/accept", &form).await;
    assert_eq!((page.status, page.title().as_str()), (200, "Welcome"));
    assert!(pia.may("kdrive/use", &acme.drive).await);
    let seen = acme.ann.sees_partnership(&name).await.expect("it");
    assert_eq!(seen.state(), PartnershipState::Active);
    let again = acme.browser.posts("/proposal/refuse", &form).await;
    assert_eq!((again.status, again.title().as_str()), (410, "Already accepted"));
}

#[tokio::test]
async fn a_partner_refuses_after_being_asked_once_more() {
    let acme = Acme::new().await;
    let (_, name, token) = proposed(&acme, full(true)).await;
    let page = acme.browser.posts("/proposal/refuse", &[("token", &token)]).await;
    assert_eq!(page.title(), "Refuse the proposal?");
    let form = [("token", token.as_str()), ("confirmed", "yes")];
    let page = acme.browser.posts("/proposal/refuse", &form).await;
    assert_eq!((page.status, page.title().as_str()), (200, "You refused"));
    let seen = acme.ann.sees_partnership(&name).await.expect("it");
    assert_eq!(seen.state(), PartnershipState::Declined);
}

#[tokio::test]
async fn an_unlisted_partner_and_a_withdrawn_proposal_say_so() {
    let acme = Acme::new().await;
    let (_, name, token) = proposed(&acme, full(false)).await;
    let form = [("token", token.as_str())];
    acme.world.operator().unlists("agency").await.expect("unlisted");
    let page = acme.browser.posts("/proposal/accept", &form).await;
    assert_eq!((page.status, page.title().as_str()), (409, "Not now"));
    acme.ann.withdraws_proposal(&name).await.expect("withdrawn");
    let page = acme.browser.posts("/proposal/accept", &form).await;
    let shown = (page.status, page.title());
    assert_eq!(shown, (410, "The proposal was withdrawn".to_owned()));
}

#[tokio::test]
async fn the_codes_of_the_two_kinds_of_links_do_not_open_each_other() {
    let acme = Acme::new().await;
    let (_, _, proposal) = proposed(&acme, full(false)).await;
    let (_, invitation) = acme.invites_zoe().await;
    for (path, token) in [("/proposal", &invitation), ("/invitation", &proposal)] {
        let page = acme.browser.posts(path, &[("token", token)]).await;
        assert_eq!(page.status, 404, "{path}");
    }
}
