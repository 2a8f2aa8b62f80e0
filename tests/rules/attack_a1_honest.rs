//! What the check of rule 1 must let pass: honest writes that look like raising oneself and are none.

use grantor::v1;
use v1::{Area, Role};

use super::Acme;
use super::agency::Agency;
use crate::harness::{
    administrator, all, collaborator, legal_representative, own, products, rights, tag, to_member,
    to_team,
};

#[tokio::test]
async fn attack_a1_a_representative_steps_down() {
    let acme = Acme::new().await;
    let lea = acme.member("lea", legal_representative()).await;
    let areas = [Area::UserRights, Area::Technical];
    let down = lea.hands_out("acme", "lea", &areas, Some(all())).await;
    down.expect("an administrator by her own hand");
    let leo = acme.member("leo", legal_representative()).await;
    let down = leo.changes_role("acme", "leo", Role::Collaborator).await;
    down.expect("a collaborator by his own hand");
}

#[tokio::test]
async fn attack_a1_an_invitation_is_accepted_signed_in() {
    let acme = Acme::new().await;
    let nina = acme.world.user("nina").await;
    let invitation = v1::Invitation {
        email: "nina@example.com".into(),
        ..administrator(&[Area::UserRights])
    };
    let open = acme.ann.invites("acme", invitation).await.expect("invited");
    nina.accepts(&open.name).await.expect("a member");
}

#[tokio::test]
async fn attack_a1_a_member_leaves_and_a_manager_narrows_what_is_theirs() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let pam = agency.colleague("pam", super::agency::staff()).await;
    acme.world
        .joins("acme", &acme.ann, &pam, collaborator())
        .await;
    let both = products(&[&acme.drive, &acme.archive]);
    let grant = acme.gives("pam", rights(&["kdrive/use"]), both).await;
    agency.begun_full().await;
    let narrower = v1::Grant {
        scope: Some(products(&[&acme.drive])),
        ..grant.clone()
    };
    let narrowed = pam.updates_grant(narrower, &["scope"]).await;
    narrowed.expect("her own grant, narrowed");
    let less = own(&[]);
    let saved = pam.saves_access("acme", "pam", "kdrive", less).await;
    saved.expect("her own access, taken away");
    pam.leaves("acme").await.expect("left");
}

#[tokio::test]
async fn attack_a1_who_tags_within_their_role_gains_nothing() {
    let acme = Acme::new().await;
    let ada = acme.ada().await;
    acme.bob().await;
    acme.gives("bob", rights(&["kdrive/use"]), tag("x")).await;
    ada.tags(&acme.drive, &["x"]).await.expect("tagged");
}

#[tokio::test]
async fn attack_a1_staff_fill_a_team_that_is_still_empty() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    acme.bob().await;
    agency.begun_full().await;
    let pia = &agency.pia;
    pia.creates_team("acme", "web").await.expect("a team");
    let gift = to_team("acme", "web", rights(&["kdrive/use"]), all());
    let gift = v1::Grant {
        scope: Some(products(&[&acme.drive])),
        ..gift
    };
    pia.grants_access("acme", gift).await.expect("given");
    let joined = pia.adds_to_team("acme", "web", &["bob"]).await;
    joined.expect("one of the client's own");
    assert!(acme.world.acting("bob").may("use", &acme.drive).await);
}

#[tokio::test]
async fn attack_a1_staff_give_colleagues_what_ends_with_the_partnership() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    agency.external(&agency.cleo).await;
    let name = agency.begun_full().await;
    let later = v1::Grant {
        start_time: Some(acme.world.later(3600)),
        ..to_member(
            "acme",
            "cleo",
            rights(&["kdrive/use"]),
            products(&[&acme.drive]),
        )
    };
    let given = agency.pia.grants_access("acme", later).await;
    given.expect("a grant that starts later");
    acme.world.passes(std::time::Duration::from_secs(3700));
    assert!(agency.cleo.may("use", &acme.drive).await);
    acme.ann.ends(&name).await.expect("ended");
    assert!(!agency.cleo.may("use", &acme.drive).await);
}

#[tokio::test]
async fn attack_a1_who_may_by_their_own_role_gives_what_stays() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    agency.external(&agency.cleo).await;
    // ada administers acme and is staff of the agency: what she does at acme she does by her own role.
    let ada = acme.ada().await;
    acme.world
        .joins("agency", &agency.pia, &ada, super::agency::staff())
        .await;
    let name = agency.begun_full().await;
    let bob = acme.bob().await;
    let grant = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    ada.grants_access("acme", grant).await.expect("given");
    let ended = acme.ann.ends(&name).await.expect("ended");
    assert!(ended.made_grants.is_empty(), "{:?}", ended.made_grants);
    assert!(bob.may("use", &acme.drive).await);
}
