//! What a partnership gives is its mandate: only legal representatives write it, by whichever way.

use grantor::v1;
use v1::{ChangePolicy, RightKind};

use super::agency::Agency;
use crate::harness::{
    all, every_right, full, group, kinds, limited, of_type, offered, products, refused, rights,
    tag, why,
};

const CLOSED: crate::harness::Why = why::CHANGE_POLICY_BY_REQUEST;

fn to(partnership: &str, rights: v1::Rights, scope: v1::Scope) -> v1::Grant {
    v1::Grant {
        subject: partnership.to_owned(),
        rights: Some(rights),
        scope: Some(scope),
        ..Default::default()
    }
}

/// The one grant of acme.
async fn only_grant(agency: &Agency) -> v1::Grant {
    let grants = agency.acme.ann.sees_grants("acme").await.expect("grants");
    let [only] = grants.as_slice() else {
        panic!("{grants:?}")
    };
    only.clone()
}

async fn policy(agency: &Agency, policy: ChangePolicy) {
    let operator = agency.acme.world.operator();
    operator.sets_policy("acme", policy).await.expect("set");
}

#[tokio::test]
async fn nobody_else_writes_the_grants_of_a_partnership_by_whichever_rpc() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let (ada, una) = (acme.ada().await, acme.una().await);
    let rob = acme.world.partner("rival", "rob").await;
    acme.world
        .partnership(("acme", &acme.ann), ("rival", &rob), full(false))
        .await;
    let name = agency.begun(agency.drive_only()).await;
    let held = only_grant(&agency).await;
    for manager in [&ada, &una, &rob] {
        let more = || to(&name, rights(&["kdrive/use"]), products(&[&acme.drive]));
        let created = manager.grants_access("acme", more()).await;
        refused(created, why::RIGHT_MISSING);
        let batch = manager.grants_at_once("acme", vec![more()]).await;
        refused(batch, why::RIGHT_MISSING);
        let wider = v1::Grant {
            rights: Some(every_right()),
            ..held.clone()
        };
        let updated = manager.updates_grant(wider, &["rights"]).await;
        refused(updated, why::RIGHT_MISSING);
        refused(manager.deletes_grant(&held.name).await, why::RIGHT_MISSING);
        let batch = manager.deletes_at_once("acme", &[&held.name]).await;
        refused(batch, why::RIGHT_MISSING);
    }
    refused(
        agency.pia.deletes_grant(&held.name).await,
        why::RIGHT_MISSING,
    );
    assert_eq!(only_grant(&agency).await, held);
}

#[tokio::test]
async fn a_legal_representative_writes_them_by_every_rpc() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    let name = agency.begun(agency.drive_only()).await;
    let site = to(&name, rights(&["domain/dns"]), products(&[&acme.site]));
    let site = acme.ann.grants_access("acme", site).await.expect("given");
    assert!(pia.may("dns", &acme.site).await);
    let wider = v1::Grant {
        rights: Some(rights(&["domain/dns", "domain/manage"])),
        ..site.clone()
    };
    acme.ann
        .updates_grant(wider, &["rights"])
        .await
        .expect("widened");
    assert!(pia.may("manage", &acme.site).await);
    acme.ann.deletes_grant(&site.name).await.expect("deleted");
    assert!(!pia.may("dns", &acme.site).await);
    let archive = to(&name, rights(&["kdrive/use"]), products(&[&acme.archive]));
    let made = acme.ann.grants_at_once("acme", vec![archive]).await;
    let made = made.expect("given");
    assert!(pia.may("use", &acme.archive).await);
    let names: Vec<_> = made.iter().map(|grant| grant.name.as_str()).collect();
    acme.ann
        .deletes_at_once("acme", &names)
        .await
        .expect("deleted");
    assert!(!pia.may("use", &acme.archive).await);
}

#[tokio::test]
async fn only_a_legal_representative_puts_products_where_a_mandate_reaches() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    let ada = acme.ada().await;
    let rob = acme.world.partner("rival", "rob").await;
    acme.world
        .partnership(("acme", &acme.ann), ("rival", &rob), full(false))
        .await;
    let shared = acme.ann.creates_group("acme", "shared").await;
    let shared = shared.expect("a group");
    let mandate = limited(vec![
        offered(kinds(&[RightKind::Usage]), tag("open")),
        offered(kinds(&[RightKind::Management]), group(&shared)),
    ]);
    agency.begun(mandate).await;
    for manager in [&ada, &rob] {
        refused(
            manager.tags(&acme.archive, &["open"]).await,
            why::LEGAL_REPRESENTATIVE_REQUIRED,
        );
        refused(
            manager.adds_to_group(&shared, &[&acme.archive]).await,
            why::LEGAL_REPRESENTATIVE_REQUIRED,
        );
    }
    assert!(!pia.may("use", &acme.archive).await);
    acme.ann
        .tags(&acme.archive, &["open"])
        .await
        .expect("tagged");
    acme.ann
        .adds_to_group(&shared, &[&acme.archive])
        .await
        .expect("grouped");
    assert!(pia.may("use", &acme.archive).await);
    assert!(pia.may("manage", &acme.archive).await);
    // Taking out is no gift.
    ada.untags(&acme.archive, &["open"])
        .await
        .expect("untagged");
    let out = ada.removes_from_group(&shared, &[&acme.archive]).await;
    out.expect("out");
    assert!(!pia.may("use", &acme.archive).await);
    assert!(!pia.may("manage", &acme.archive).await);
}

#[tokio::test]
async fn a_limited_mandate_never_covers_all_products() {
    let agency = Agency::new().await;
    let ann = &agency.acme.ann;
    let name = agency.begun(agency.drive_only()).await;
    let everything = to(&name, rights(&["kdrive/use"]), all());
    let answer = ann.grants_access("acme", everything.clone()).await;
    assert_eq!(refused(answer, why::FIELD_INVALID).fields, ["grant.scope"]);
    let answer = ann.grants_at_once("acme", vec![everything]).await;
    refused(answer, why::FIELD_INVALID);
    let wider = v1::Grant {
        scope: Some(all()),
        ..only_grant(&agency).await
    };
    let answer = ann.updates_grant(wider, &["scope"]).await;
    assert_eq!(refused(answer, why::FIELD_INVALID).fields, ["grant.scope"]);
    let mandate = limited(vec![offered(rights(&["kdrive/use"]), all())]);
    let answer = ann.changes_mandate(&name, mandate).await;
    let wrong = refused(answer, why::FIELD_INVALID);
    assert_eq!(wrong.fields, ["limited.grants[0].scope"]);
}

#[tokio::test]
async fn a_change_says_what_it_gives() {
    let agency = Agency::new().await;
    let ann = &agency.acme.ann;
    let name = agency.begun_full().await;
    let answer = ann.changes_mandate(&name, limited(Vec::new())).await;
    assert_eq!(
        refused(answer, why::FIELD_INVALID).fields,
        ["limited.grants"]
    );
    let unsaid = v1::partnership::Access::Full(v1::FullMandate::default());
    let answer = ann.changes_mandate(&name, unsaid).await;
    assert_eq!(
        refused(answer, why::FIELD_INVALID).fields,
        ["full.wallet_entrusted"]
    );
    let nothing = v1::ChangeMandateRequest {
        name,
        ..Default::default()
    };
    let answer = ann.partnerships().change_mandate(nothing).await;
    refused(answer.map_err(Into::into), why::FIELD_INVALID);
}

#[tokio::test]
async fn a_full_partnership_and_a_proposal_hold_no_grants() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let grant = |name: &str| to(name, rights(&["kdrive/use"]), products(&[&acme.drive]));
    let name = agency.proposed(agency.drive_only()).await;
    refused(
        acme.ann.grants_access("acme", grant(&name)).await,
        why::PARTNERSHIP_NOT_ACTIVE,
    );
    agency.pia.accepts_proposal(&name).await.expect("accepted");
    acme.ann
        .changes_mandate(&name, full(false))
        .await
        .expect("full");
    let answer = acme.ann.grants_access("acme", grant(&name)).await;
    assert_eq!(
        refused(answer, why::FIELD_INVALID).fields,
        ["grant.subject"]
    );
    let grants = acme.ann.sees_grants("acme").await.expect("grants");
    assert!(grants.is_empty(), "{grants:?}");
}

#[tokio::test]
async fn to_limited_turns_the_wallet_off_for_good() {
    let agency = Agency::new().await;
    let ann = &agency.acme.ann;
    let name = agency.begun(full(true)).await;
    ann.changes_mandate(&name, agency.drive_only())
        .await
        .expect("limited");
    assert!(!agency.pia.may("use_wallet", "organizations/acme").await);
    for on in [true, false] {
        refused(
            ann.switches_wallet(&name, on).await,
            why::WALLET_NOT_SWITCHABLE,
        );
    }
    let again = ann.changes_mandate(&name, full(false)).await;
    again.expect("full");
    assert!(!agency.pia.may("use_wallet", "organizations/acme").await);
}

#[tokio::test]
async fn a_mandate_does_not_reach_what_another_system_manages() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let contacts = || {
        limited(vec![offered(
            rights(&["contacts/read"]),
            products(&[&acme.book]),
        )])
    };
    refused(
        acme.ann.proposes("acme", "agency", contacts()).await,
        why::EXTERNALLY_MANAGED,
    );
    let name = agency.begun_full().await;
    refused(
        acme.ann.changes_mandate(&name, contacts()).await,
        why::EXTERNALLY_MANAGED,
    );
    assert!(!agency.pia.may("read", &acme.book).await);
}

#[tokio::test]
async fn under_by_request_a_mandate_is_narrowed_and_not_widened() {
    let agency = Agency::new().await;
    let (acme, ann) = (&agency.acme, &agency.acme.ann);
    let name = agency.begun(full(true)).await;
    policy(&agency, ChangePolicy::ByRequest).await;
    ann.switches_wallet(&name, false).await.expect("narrower");
    refused(ann.switches_wallet(&name, true).await, CLOSED);
    refused(ann.changes_mandate(&name, full(true)).await, CLOSED);
    let both = limited(vec![
        offered(rights(&["kdrive/manage"]), of_type("kdrive")),
        offered(rights(&["domain/dns"]), products(&[&acme.site])),
    ]);
    ann.changes_mandate(&name, both).await.expect("narrower");
    let fewer = ann.changes_mandate(&name, agency.drive_only()).await;
    fewer.expect("narrower");
    let wider = limited(vec![offered(rights(&["kdrive/manage"]), of_type("kdrive"))]);
    refused(ann.changes_mandate(&name, wider).await, CLOSED);
    refused(ann.changes_mandate(&name, full(false)).await, CLOSED);
    assert!(!agency.pia.may("manage", &acme.archive).await);
}

#[tokio::test]
async fn previews_of_a_change_say_who_gains_and_loses_and_change_nothing() {
    let agency = Agency::new().await;
    let ann = &agency.acme.ann;
    let name = agency.begun(full(true)).await;
    let before = agency.revision().await;
    let request = v1::SwitchWalletRequest {
        name: name.clone(),
        wallet_entrusted: Some(false),
        validate_only: true,
        ..Default::default()
    };
    let tried = ann.partnerships().switch_wallet(request).await;
    let effect = tried.expect("tried").into_inner().effect.expect("effect");
    let lines: Vec<_> = effect
        .lines
        .iter()
        .map(|line| (line.user.as_str(), line.right.as_str(), line.lost))
        .collect();
    assert_eq!(lines, [("users/pia", "organization/use_wallet", 1)]);
    let v1::partnership::Access::Limited(narrower) = agency.drive_only() else {
        panic!("it is limited")
    };
    let request = v1::ChangeMandateRequest {
        name,
        access: Some(v1::change_mandate_request::Access::Limited(narrower)),
        validate_only: true,
        ..Default::default()
    };
    let tried = ann.partnerships().change_mandate(request).await;
    let tried = tried.expect("tried").into_inner();
    let effect = tried.effect.expect("an effect");
    assert_eq!(
        (effect.gaining_user_count, effect.losing_user_count),
        (0, 1)
    );
    assert_eq!(tried.grants.len(), 1);
    assert_eq!(agency.revision().await, before);
    assert!(agency.pia.may("use_wallet", "organizations/acme").await);
}
