//! What a PARTNER is given belongs to the partnership; what they held before is theirs.

use domain::Grant;

use super::super::actor::{Actor, Made, refused};
use super::super::make::{collaborator, external, offered, products, rights, same, to_member};
use super::super::members::own;
use super::super::partners::full;
use super::super::why;
use super::agency::Agency;
use crate::queries::shown_role::ShownRole;
use crate::use_cases::edit::Edit;
use crate::use_cases::grant::UpdateGrant;
use crate::use_cases::invitation::CreateInvitation;
use crate::use_cases::role_spec::RoleName;

/// cleo is an external of acme and a collaborator of the agency.
fn with_cleo() -> Agency {
    let agency = Agency::new();
    agency.external(&agency.cleo);
    agency
}

/// Somebody gives cleo a right on a product.
fn gives(by: &Actor, right: &str, product: &str) -> Made<Grant> {
    let grant = to_member("acme", "cleo", rights(&[right]), products(&[product]));
    by.grants_access("acme", grant).expect("given")
}

fn role(agency: &Agency) -> ShownRole {
    agency.shown("cleo")
}

#[test]
fn lent_grants_end_whoever_gave_them_and_older_ones_stay() {
    let agency = with_cleo();
    let (acme, cleo) = (&agency.acme, &agency.cleo);
    gives(&acme.ann, "kdrive/use", &acme.drive);
    let name = agency.begun_full();
    assert_eq!(role(&agency), ShownRole::Partner);
    let by_client = gives(&acme.ann, "domain/dns", &acme.site);
    let by_staff = gives(&agency.pia, "kdrive/use", &acme.archive);
    assert!(cleo.may("dns", &acme.site));
    assert!(cleo.may("use", &acme.archive));
    let ended = acme.ann.ends(&name).expect("ended");
    let mut gone: Vec<_> = ended.removed_grants().into_iter().map(|g| g.name).collect();
    gone.sort();
    let mut wanted = vec![by_client.name, by_staff.name];
    wanted.sort();
    assert_eq!(gone, wanted);
    assert!(!cleo.may("dns", &acme.site));
    assert!(!cleo.may("use", &acme.archive));
    assert!(cleo.may("use", &acme.drive));
    assert_eq!(role(&agency), ShownRole::Stored(RoleName::External));
}

#[test]
fn lent_places_in_teams_end_and_older_ones_stay() {
    let agency = with_cleo();
    let (acme, cleo) = (&agency.acme, &agency.cleo);
    for (team, product) in [
        ("old", &acme.drive),
        ("client", &acme.archive),
        ("staff", &acme.site),
    ] {
        let right = if team == "staff" {
            "domain/dns"
        } else {
            "kdrive/use"
        };
        acme.team(team, rights(&[right]), products(&[product]));
    }
    let join = |by: &Actor, team: &str| {
        by.adds_to_team("acme", team, &["cleo"]).expect("joined");
    };
    join(&acme.ann, "old");
    let name = agency.begun_full();
    join(&acme.ann, "client");
    join(&agency.pia, "staff");
    assert!(cleo.may("use", &acme.archive));
    assert!(cleo.may("dns", &acme.site));
    agency.pia.ends(&name).expect("ended");
    assert!(!cleo.may("use", &acme.archive));
    assert!(!cleo.may("dns", &acme.site));
    assert!(cleo.may("use", &acme.drive));
    let mut counts = Vec::new();
    for team in ["old", "client", "staff"] {
        let team = acme.world.team_of("acme", team);
        counts.push(team.members.len());
    }
    assert_eq!(counts, [1, 0, 0]);
}

#[test]
fn being_put_again_into_a_team_of_before_lends_nothing() {
    let agency = with_cleo();
    let (acme, cleo) = (&agency.acme, &agency.cleo);
    acme.team("old", rights(&["kdrive/use"]), products(&[&acme.drive]));
    let joined = acme.ann.adds_to_team("acme", "old", &["cleo"]);
    joined.expect("joined");
    let name = agency.begun(agency.drive_only());
    let again = acme.ann.adds_to_team("acme", "old", &["cleo"]);
    again.expect("there already");
    acme.ann.ends(&name).expect("ended");
    assert!(cleo.may("use", &acme.drive));
}

#[test]
fn a_grant_of_before_is_narrowed_and_not_widened() {
    let agency = with_cleo();
    let acme = &agency.acme;
    let old = to_member(
        "acme",
        "cleo",
        rights(&["kdrive/use", "kdrive/manage"]),
        products(&[&acme.drive]),
    );
    let old = acme.ann.grants_access("acme", old).expect("given");
    let name = agency.begun_full();
    let more_rights = UpdateGrant {
        rights: Edit::Set(rights(&[
            "kdrive/use",
            "kdrive/manage",
            "kdrive/statistics",
        ])),
        ..same(&old)
    };
    let more_products = UpdateGrant {
        scope: Edit::Set(products(&[&acme.drive, &acme.archive])),
        ..same(&old)
    };
    for by in [&acme.ann, &agency.pia] {
        for wider in [&more_rights, &more_products] {
            let answer = by.updates_grant(wider.clone());
            refused(answer, why::GIVEN_BEFORE_PARTNERSHIP);
        }
    }
    let narrower = UpdateGrant {
        rights: Edit::Set(rights(&["kdrive/use"])),
        ..same(&old)
    };
    let narrowed = acme.ann.updates_grant(narrower);
    narrowed.expect("narrowed");
    acme.ann.ends(&name).expect("ended");
    assert!(agency.cleo.may("use", &acme.drive));
    assert!(!agency.cleo.may("manage", &acme.drive));
    let widened = acme.ann.updates_grant(more_rights);
    widened.expect("widened");
}

#[test]
fn a_lent_grant_is_widened_and_ends_all_the_same() {
    let agency = with_cleo();
    let acme = &agency.acme;
    let name = agency.begun_full();
    let lent = gives(&acme.ann, "kdrive/use", &acme.drive);
    let wider = UpdateGrant {
        rights: Edit::Set(rights(&["kdrive/use", "kdrive/manage"])),
        ..same(&lent)
    };
    acme.ann.updates_grant(wider).expect("widened");
    assert!(agency.cleo.may("manage", &acme.drive));
    acme.ann.ends(&name).expect("ended");
    assert!(!agency.cleo.may("manage", &acme.drive));
    assert!(!agency.cleo.may("use", &acme.drive));
}

#[test]
fn what_a_save_adds_ends_with_the_partnership() {
    let agency = with_cleo();
    let (acme, cleo) = (&agency.acme, &agency.cleo);
    gives(&acme.ann, "kdrive/use", &acme.drive);
    let name = agency.begun_full();
    let wanted = own(&[(&acme.drive, rights(&["kdrive/use", "kdrive/manage"]))]);
    let saved = acme.ann.saves_access("acme", "cleo", "kdrive", wanted);
    saved.expect("saved");
    assert!(cleo.may("manage", &acme.drive));
    acme.ann.ends(&name).expect("ended");
    assert!(!cleo.may("manage", &acme.drive));
    assert!(cleo.may("use", &acme.drive));
}

#[test]
fn full_access_given_in_one_call_is_lent_too() {
    let agency = with_cleo();
    let acme = &agency.acme;
    let name = agency.begun(agency.drive_only());
    let given = acme.ann.grants_full_access("acme", "cleo");
    given.expect("given");
    assert!(agency.cleo.may("dns", &acme.site));
    acme.ann.ends(&name).expect("ended");
    assert!(!agency.cleo.may("dns", &acme.site));
}

#[test]
fn an_external_asked_in_while_a_partner_has_what_comes_with_it_on_loan() {
    let agency = Agency::new();
    let (acme, cleo) = (&agency.acme, &agency.cleo);
    let name = agency.begun(agency.drive_only());
    let invitation = CreateInvitation {
        grants: vec![offered(rights(&["domain/dns"]), products(&[&acme.site]))],
        ..external()
    };
    acme.world.joins("acme", &acme.ann, cleo, invitation);
    assert_eq!(role(&agency), ShownRole::Partner);
    assert!(cleo.may("dns", &acme.site));
    acme.ann.ends(&name).expect("ended");
    assert!(!cleo.may("dns", &acme.site));
}

#[test]
fn what_two_partnerships_lend_ends_with_the_last_of_them() {
    let agency = with_cleo();
    let (acme, cleo) = (&agency.acme, &agency.cleo);
    let rob = acme.world.partner("rival", "rob");
    acme.world.joins("rival", &rob, cleo, collaborator());
    let first = agency.begun(agency.drive_only());
    let by_first = gives(&acme.ann, "kdrive/use", &acme.archive);
    let second = acme
        .world
        .partnership(("acme", &acme.ann), ("rival", &rob), full(false));
    gives(&acme.ann, "domain/dns", &acme.site);
    let ended = acme.ann.ends(&first).expect("ended");
    let removed = ended.removed_grants();
    let gone: Vec<_> = removed.iter().map(|g| &g.name).collect();
    assert!(gone.contains(&&by_first.name), "{gone:?}");
    assert!(!cleo.may("use", &acme.archive));
    assert!(cleo.may("dns", &acme.site));
    assert_eq!(role(&agency), ShownRole::Partner);
    acme.ann.ends(&second.name).expect("ended");
    assert!(!cleo.may("dns", &acme.site));
    assert_eq!(role(&agency), ShownRole::Stored(RoleName::External));
}

#[test]
fn who_leaves_the_partners_people_lends_asleep() {
    let agency = with_cleo();
    let (acme, cleo, pia) = (&agency.acme, &agency.cleo, &agency.pia);
    gives(&acme.ann, "kdrive/use", &acme.drive);
    acme.team("web", rights(&["kdrive/use"]), products(&[&acme.archive]));
    agency.begun(agency.drive_only());
    gives(&acme.ann, "domain/dns", &acme.site);
    let joined = acme.ann.adds_to_team("acme", "web", &["cleo"]);
    joined.expect("joined");
    for asleep in [true, false] {
        if asleep {
            let left = pia.deactivates_member("agency", "cleo");
            left.expect("deactivated");
        } else {
            let back = pia.reactivates_member("agency", "cleo");
            back.expect("reactivated");
        }
        assert_eq!(cleo.may("dns", &acme.site), !asleep);
        assert_eq!(cleo.may("use", &acme.archive), !asleep);
        assert!(cleo.may("use", &acme.drive));
        let shown = if asleep {
            ShownRole::Stored(RoleName::External)
        } else {
            ShownRole::Partner
        };
        assert_eq!(role(&agency), shown);
    }
    let external = pia.changes_role("agency", "cleo", RoleName::External);
    external.expect("changed");
    assert!(!cleo.may("dns", &acme.site));
    assert_eq!(role(&agency), ShownRole::Stored(RoleName::External));
    let again = pia.changes_role("agency", "cleo", RoleName::Collaborator);
    again.expect("changed");
    assert!(cleo.may("dns", &acme.site));
    pia.removes_member("agency", "cleo").expect("removed");
    assert!(!cleo.may("dns", &acme.site));
    assert!(cleo.may("use", &acme.drive));
}

#[test]
fn what_was_lent_ends_even_where_its_holder_became_a_collaborator() {
    let agency = with_cleo();
    let (acme, cleo) = (&agency.acme, &agency.cleo);
    let name = agency.begun(agency.drive_only());
    gives(&acme.ann, "domain/dns", &acme.site);
    let changed = acme
        .ann
        .changes_role("acme", "cleo", RoleName::Collaborator);
    changed.expect("changed");
    gives(&acme.ann, "kdrive/use", &acme.archive);
    acme.ann.ends(&name).expect("ended");
    assert!(!cleo.may("dns", &acme.site));
    assert!(cleo.may("use", &acme.archive));
}
