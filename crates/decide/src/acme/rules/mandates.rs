//! What a partnership gives is its mandate: only legal representatives write it, by whichever way.

use std::time::Duration;

use domain::{ChangePolicy, Grant, Reason, RightKind};

use super::super::actor::{Actor, Made, refused, subjects};
use super::super::make::{
    administrator, all, every_right, future, group, kinds, lasting, of_type, offered, products,
    rights, same, tag,
};
use super::super::partners::{full, limited, to_partnership};
use super::super::why;
use super::agency::Agency;
use crate::queries::role_matrix::Area;
use crate::use_cases::edit::Edit;
use crate::use_cases::grant::UpdateGrant;

const CLOSED: Reason = why::CHANGE_POLICY_BY_REQUEST;

/// The one grant of acme.
fn only_grant(agency: &Agency) -> Made<Grant> {
    let grants = agency.acme.world.grants("acme");
    let [only] = grants.as_slice() else {
        panic!("{grants:?}")
    };
    only.clone()
}

fn policy(agency: &Agency, policy: ChangePolicy) {
    let operator = agency.acme.world.operator();
    operator.sets_policy("acme", policy).expect("set");
}

#[test]
fn nobody_else_writes_the_grants_of_a_partnership_by_whichever_rpc() {
    let agency = Agency::new();
    let acme = &agency.acme;
    let (ada, una) = (acme.ada(), acme.una());
    let rob = acme.world.partner("rival", "rob");
    acme.world
        .partnership(("acme", &acme.ann), ("rival", &rob), full(false));
    let name = agency.begun(agency.drive_only());
    let held = only_grant(&agency);
    for manager in [&ada, &una, &rob] {
        let more = || to_partnership(&name, rights(&["kdrive/use"]), products(&[&acme.drive]));
        let created = manager.grants_access("acme", more());
        refused(created, why::RIGHT_MISSING);
        let batch = manager.grants_at_once("acme", vec![more()]);
        refused(batch, why::RIGHT_MISSING);
        let wider = UpdateGrant {
            rights: Edit::Set(every_right()),
            ..same(&held)
        };
        let updated = manager.updates_grant(wider);
        refused(updated, why::RIGHT_MISSING);
        refused(manager.deletes_grant(&held.name), why::RIGHT_MISSING);
        let batch = manager.deletes_at_once("acme", &[&held.name]);
        refused(batch, why::RIGHT_MISSING);
    }
    refused(agency.pia.deletes_grant(&held.name), why::RIGHT_MISSING);
    assert_eq!(only_grant(&agency), held);
}

#[test]
fn a_legal_representative_writes_them_by_every_rpc() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    let name = agency.begun(agency.drive_only());
    let site = to_partnership(&name, rights(&["domain/dns"]), products(&[&acme.site]));
    let site = acme.ann.grants_access("acme", site).expect("given");
    assert!(pia.may("dns", &acme.site));
    let wider = UpdateGrant {
        rights: Edit::Set(rights(&["domain/dns", "domain/manage"])),
        ..same(&site)
    };
    acme.ann.updates_grant(wider).expect("widened");
    assert!(pia.may("manage", &acme.site));
    acme.ann.deletes_grant(&site.name).expect("deleted");
    assert!(!pia.may("dns", &acme.site));
    let archive = to_partnership(&name, rights(&["kdrive/use"]), products(&[&acme.archive]));
    let made = acme.ann.grants_at_once("acme", vec![archive]);
    let made = made.expect("given").all_saved::<Grant>();
    assert!(pia.may("use", &acme.archive));
    let names: Vec<_> = made.iter().map(|grant| grant.name.as_str()).collect();
    acme.ann.deletes_at_once("acme", &names).expect("deleted");
    assert!(!pia.may("use", &acme.archive));
}

#[test]
fn only_a_legal_representative_puts_products_where_a_mandate_reaches() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    let ada = acme.ada();
    let rob = acme.world.partner("rival", "rob");
    acme.world
        .partnership(("acme", &acme.ann), ("rival", &rob), full(false));
    let shared = acme.ann.creates_group("acme", "shared");
    let shared = shared.expect("a group");
    let mandate = limited(vec![
        offered(kinds(&[RightKind::Usage]), tag("open")),
        offered(kinds(&[RightKind::Management]), group(&shared)),
    ]);
    agency.begun(mandate);
    for manager in [&ada, &rob] {
        refused(
            manager.tags(&acme.archive, &["open"]),
            why::LEGAL_REPRESENTATIVE_REQUIRED,
        );
        refused(
            manager.adds_to_group(&shared, &[&acme.archive]),
            why::LEGAL_REPRESENTATIVE_REQUIRED,
        );
    }
    assert!(!pia.may("use", &acme.archive));
    acme.ann.tags(&acme.archive, &["open"]).expect("tagged");
    acme.ann
        .adds_to_group(&shared, &[&acme.archive])
        .expect("grouped");
    assert!(pia.may("use", &acme.archive));
    assert!(pia.may("manage", &acme.archive));
    // Taking out is no gift.
    ada.untags(&acme.archive, &["open"]).expect("untagged");
    let out = ada.removes_from_group(&shared, &[&acme.archive]);
    out.expect("out");
    assert!(!pia.may("use", &acme.archive));
    assert!(!pia.may("manage", &acme.archive));
}

#[test]
fn a_limited_mandate_never_covers_all_products() {
    let agency = Agency::new();
    let ann = &agency.acme.ann;
    let name = agency.begun(agency.drive_only());
    let everything = to_partnership(&name, rights(&["kdrive/use"]), all());
    let answer = ann.grants_access("acme", everything.clone());
    let refusal = refused(answer, why::FIELD_INVALID);
    assert_eq!(subjects(&refusal), ["grant.scope"]);
    let answer = ann.grants_at_once("acme", vec![everything]);
    refused(answer, why::FIELD_INVALID);
    let wider = UpdateGrant {
        scope: Edit::Set(all()),
        ..same(&only_grant(&agency))
    };
    let answer = ann.updates_grant(wider);
    let refusal = refused(answer, why::FIELD_INVALID);
    assert_eq!(subjects(&refusal), ["grant.scope"]);
    let mandate = limited(vec![offered(rights(&["kdrive/use"]), all())]);
    let answer = ann.changes_mandate(&name, mandate);
    let wrong = refused(answer, why::FIELD_INVALID);
    assert_eq!(subjects(&wrong), ["limited.grants[0].scope"]);
}

#[test]
fn a_full_partnership_and_a_proposal_hold_no_grants() {
    let agency = Agency::new();
    let acme = &agency.acme;
    let grant =
        |name: &str| to_partnership(name, rights(&["kdrive/use"]), products(&[&acme.drive]));
    let name = agency.proposed(agency.drive_only());
    refused(
        acme.ann.grants_access("acme", grant(&name)),
        why::PARTNERSHIP_NOT_ACTIVE,
    );
    agency.pia.accepts_proposal(&name).expect("accepted");
    acme.ann.changes_mandate(&name, full(false)).expect("full");
    let answer = acme.ann.grants_access("acme", grant(&name));
    let refusal = refused(answer, why::FIELD_INVALID);
    assert_eq!(subjects(&refusal), ["grant.subject"]);
    let grants = acme.world.grants("acme");
    assert!(grants.is_empty(), "{grants:?}");
}

#[test]
fn only_a_legal_representative_changes_a_mandate_or_the_wallet() {
    let agency = Agency::new();
    let acme = &agency.acme;
    let (ada, bob) = (acme.ada(), acme.bob());
    let eve = acme.world.organization("globex", "eve");
    let name = agency.begun_full();
    for (somebody, reason) in [
        (&ada, why::RIGHT_MISSING),
        (&bob, why::RIGHT_MISSING),
        (&eve, why::NOT_FOUND),
        (&agency.cleo, why::NOT_FOUND),
    ] {
        let changed = somebody.changes_mandate(&name, full(true));
        refused(changed, reason);
        refused(somebody.switches_wallet(&name, true), reason);
        refused(somebody.proposes_again(&name), reason);
        refused(somebody.withdraws_proposal(&name), reason);
    }
}

#[test]
fn the_wallet_is_used_by_representatives_and_by_financial_staff_alone() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    let technical = administrator(&[Area::Technical]);
    let tess = agency.colleague("tess", technical);
    let both = administrator(&[Area::Technical, Area::Financial]);
    let fay = agency.colleague("fay", both);
    let money = administrator(&[Area::Financial]);
    let flo = agency.colleague("flo", money);
    let name = agency.begun(full(true));
    let wallet = |person: &Actor| person.may("use_wallet", "organizations/acme");
    assert!(wallet(pia) && wallet(&fay));
    assert!(!wallet(&tess) && !wallet(&flo) && !wallet(&agency.cleo));
    assert!(tess.may("manage", &acme.drive));
    assert!(!flo.may("manage", &acme.drive));
    acme.ann.switches_wallet(&name, false).expect("switched");
    assert!(!wallet(pia) && !wallet(&fay));
}

#[test]
fn to_limited_turns_the_wallet_off_for_good() {
    let agency = Agency::new();
    let ann = &agency.acme.ann;
    let name = agency.begun(full(true));
    ann.changes_mandate(&name, agency.drive_only())
        .expect("limited");
    assert!(!agency.pia.may("use_wallet", "organizations/acme"));
    for on in [true, false] {
        refused(ann.switches_wallet(&name, on), why::WALLET_NOT_SWITCHABLE);
    }
    let again = ann.changes_mandate(&name, full(false));
    again.expect("full");
    assert!(!agency.pia.may("use_wallet", "organizations/acme"));
}

#[test]
fn a_mandate_does_not_reach_what_another_system_manages() {
    let agency = Agency::new();
    let acme = &agency.acme;
    let contacts = || {
        limited(vec![offered(
            rights(&["contacts/read"]),
            products(&[&acme.book]),
        )])
    };
    refused(
        acme.ann.proposes("acme", "agency", contacts()),
        why::EXTERNALLY_MANAGED,
    );
    let name = agency.begun_full();
    refused(
        acme.ann.changes_mandate(&name, contacts()),
        why::EXTERNALLY_MANAGED,
    );
    assert!(!agency.pia.may("read", &acme.book));
}

#[test]
fn future_products_are_those_made_after_the_acceptance() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    let operator = acme.world.operator();
    let mandate = limited(vec![offered(rights(&["kdrive/use"]), future("kdrive"))]);
    let name = agency.proposed(mandate);
    let between = operator.creates_product("acme", "between", "kdrive");
    pia.accepts_proposal(&name).expect("accepted");
    let after = operator.creates_product("acme", "after", "kdrive");
    assert!(!pia.may("use", &between.expect("a product")));
    assert!(!pia.may("use", &acme.drive));
    assert!(pia.may("use", &after.expect("a product")));
}

#[test]
fn a_grant_of_a_mandate_ends_in_its_own_time() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    let name = agency.begun(agency.drive_only());
    let hour = lasting(
        to_partnership(&name, rights(&["kdrive/use"]), products(&[&acme.drive])),
        None,
        Some(acme.world.later(3600)),
    );
    acme.ann.grants_access("acme", hour).expect("given");
    assert!(pia.may("use", &acme.drive));
    acme.world.passes(Duration::from_secs(3600));
    assert!(!pia.may("use", &acme.drive));
    assert!(pia.may("manage", &acme.drive));
}

#[test]
fn under_by_request_a_mandate_is_narrowed_and_not_widened() {
    let agency = Agency::new();
    let (acme, ann) = (&agency.acme, &agency.acme.ann);
    let name = agency.begun(full(true));
    policy(&agency, ChangePolicy::ByRequest);
    ann.switches_wallet(&name, false).expect("narrower");
    refused(ann.switches_wallet(&name, true), CLOSED);
    refused(ann.changes_mandate(&name, full(true)), CLOSED);
    let both = limited(vec![
        offered(rights(&["kdrive/manage"]), of_type("kdrive")),
        offered(rights(&["domain/dns"]), products(&[&acme.site])),
    ]);
    ann.changes_mandate(&name, both).expect("narrower");
    let fewer = ann.changes_mandate(&name, agency.drive_only());
    fewer.expect("narrower");
    let wider = limited(vec![offered(rights(&["kdrive/manage"]), of_type("kdrive"))]);
    refused(ann.changes_mandate(&name, wider), CLOSED);
    refused(ann.changes_mandate(&name, full(false)), CLOSED);
    assert!(!agency.pia.may("manage", &acme.archive));
}

#[test]
fn under_by_request_grants_of_a_mandate_are_narrowed_and_not_widened() {
    let agency = Agency::new();
    let (acme, ann) = (&agency.acme, &agency.acme.ann);
    let mandate = limited(vec![offered(
        rights(&["kdrive/manage", "kdrive/use"]),
        products(&[&acme.drive]),
    )]);
    let name = agency.begun(mandate);
    let held = only_grant(&agency);
    policy(&agency, ChangePolicy::ByRequest);
    let more = to_partnership(&name, rights(&["domain/dns"]), products(&[&acme.site]));
    refused(ann.grants_access("acme", more.clone()), CLOSED);
    refused(ann.grants_at_once("acme", vec![more]), CLOSED);
    let wider = UpdateGrant {
        rights: Edit::Set(every_right()),
        ..same(&held)
    };
    refused(ann.updates_grant(wider), CLOSED);
    let narrower = UpdateGrant {
        rights: Edit::Set(rights(&["kdrive/use"])),
        ..same(&held)
    };
    let narrowed = ann.updates_grant(narrower);
    narrowed.expect("narrowed");
    assert!(!agency.pia.may("manage", &acme.drive));
    ann.deletes_grant(&held.name).expect("deleted");
    assert!(!agency.pia.may("use", &acme.drive));
}
