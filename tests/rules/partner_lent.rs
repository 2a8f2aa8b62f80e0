//! What a PARTNER is given belongs to the partnership; what they held before is theirs.

use grantor::v1;
use v1::Role;

use super::agency::Agency;
use crate::harness::{
    Actor, collaborator, external, full, own, products, refused, rights, to_member, why,
};

/// cleo is an external of acme and a collaborator of the agency.
async fn with_cleo() -> Agency {
    let agency = Agency::new().await;
    agency.external(&agency.cleo).await;
    agency
}

/// Somebody gives cleo a right on a product.
async fn gives(by: &Actor, right: &str, product: &str) -> v1::Grant {
    let grant = to_member("acme", "cleo", rights(&[right]), products(&[product]));
    by.grants_access("acme", grant).await.expect("given")
}

async fn role(agency: &Agency) -> Role {
    let member = agency.acme.ann.sees_member("acme", "cleo").await;
    member.expect("the member").role()
}

#[tokio::test]
async fn lent_grants_end_whoever_gave_them_and_older_ones_stay() {
    let agency = with_cleo().await;
    let (acme, cleo) = (&agency.acme, &agency.cleo);
    gives(&acme.ann, "kdrive/use", &acme.drive).await;
    let name = agency.begun_full().await;
    assert_eq!(role(&agency).await, Role::Partner);
    let by_client = gives(&acme.ann, "domain/dns", &acme.site).await;
    let by_staff = gives(&agency.pia, "kdrive/use", &acme.archive).await;
    assert!(cleo.may("dns", &acme.site).await);
    assert!(cleo.may("use", &acme.archive).await);
    let ended = acme.ann.ends(&name).await.expect("ended");
    let mut gone: Vec<_> = ended.removed_grants.into_iter().map(|g| g.name).collect();
    gone.sort();
    let mut wanted = vec![by_client.name, by_staff.name];
    wanted.sort();
    assert_eq!(gone, wanted);
    assert!(!cleo.may("dns", &acme.site).await);
    assert!(!cleo.may("use", &acme.archive).await);
    assert!(cleo.may("use", &acme.drive).await);
    assert_eq!(role(&agency).await, Role::External);
}

#[tokio::test]
async fn lent_places_in_teams_end_and_older_ones_stay() {
    let agency = with_cleo().await;
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
        acme.team(team, rights(&[right]), products(&[product]))
            .await;
    }
    let join = async |by: &Actor, team: &str| {
        by.adds_to_team("acme", team, &["cleo"])
            .await
            .expect("joined");
    };
    join(&acme.ann, "old").await;
    let name = agency.begun_full().await;
    join(&acme.ann, "client").await;
    join(&agency.pia, "staff").await;
    assert!(cleo.may("use", &acme.archive).await);
    assert!(cleo.may("dns", &acme.site).await);
    agency.pia.ends(&name).await.expect("ended");
    assert!(!cleo.may("use", &acme.archive).await);
    assert!(!cleo.may("dns", &acme.site).await);
    assert!(cleo.may("use", &acme.drive).await);
    let mut counts = Vec::new();
    for team in ["old", "client", "staff"] {
        let team = acme.ann.sees_team("acme", team).await.expect("a team");
        counts.push(team.members.len());
    }
    assert_eq!(counts, [1, 0, 0]);
}

#[tokio::test]
async fn being_put_again_into_a_team_of_before_lends_nothing() {
    let agency = with_cleo().await;
    let (acme, cleo) = (&agency.acme, &agency.cleo);
    acme.team("old", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    let joined = acme.ann.adds_to_team("acme", "old", &["cleo"]).await;
    joined.expect("joined");
    let name = agency.begun(agency.drive_only()).await;
    let again = acme.ann.adds_to_team("acme", "old", &["cleo"]).await;
    again.expect("there already");
    acme.ann.ends(&name).await.expect("ended");
    assert!(cleo.may("use", &acme.drive).await);
}

#[tokio::test]
async fn a_grant_of_before_is_narrowed_and_not_widened() {
    let agency = with_cleo().await;
    let acme = &agency.acme;
    let old = to_member(
        "acme",
        "cleo",
        rights(&["kdrive/use", "kdrive/manage"]),
        products(&[&acme.drive]),
    );
    let old = acme.ann.grants_access("acme", old).await.expect("given");
    let name = agency.begun_full().await;
    let more_rights = v1::Grant {
        rights: Some(rights(&[
            "kdrive/use",
            "kdrive/manage",
            "kdrive/statistics",
        ])),
        etag: String::new(),
        ..old.clone()
    };
    let more_products = v1::Grant {
        scope: Some(products(&[&acme.drive, &acme.archive])),
        ..old.clone()
    };
    for by in [&acme.ann, &agency.pia] {
        for (wider, path) in [(&more_rights, "rights"), (&more_products, "scope")] {
            let answer = by.updates_grant(wider.clone(), &[path]).await;
            refused(answer, why::GIVEN_BEFORE_PARTNERSHIP);
        }
    }
    let narrower = v1::Grant {
        rights: Some(rights(&["kdrive/use"])),
        ..old.clone()
    };
    let narrowed = acme.ann.updates_grant(narrower, &["rights"]).await;
    narrowed.expect("narrowed");
    acme.ann.ends(&name).await.expect("ended");
    assert!(agency.cleo.may("use", &acme.drive).await);
    assert!(!agency.cleo.may("manage", &acme.drive).await);
    let widened = acme.ann.updates_grant(more_rights, &["rights"]).await;
    widened.expect("widened");
}

#[tokio::test]
async fn a_lent_grant_is_widened_and_ends_all_the_same() {
    let agency = with_cleo().await;
    let acme = &agency.acme;
    let name = agency.begun_full().await;
    let lent = gives(&acme.ann, "kdrive/use", &acme.drive).await;
    let wider = v1::Grant {
        rights: Some(rights(&["kdrive/use", "kdrive/manage"])),
        ..lent
    };
    acme.ann
        .updates_grant(wider, &["rights"])
        .await
        .expect("widened");
    assert!(agency.cleo.may("manage", &acme.drive).await);
    acme.ann.ends(&name).await.expect("ended");
    assert!(!agency.cleo.may("manage", &acme.drive).await);
    assert!(!agency.cleo.may("use", &acme.drive).await);
}

#[tokio::test]
async fn what_a_save_adds_ends_with_the_partnership() {
    let agency = with_cleo().await;
    let (acme, cleo) = (&agency.acme, &agency.cleo);
    gives(&acme.ann, "kdrive/use", &acme.drive).await;
    let name = agency.begun_full().await;
    let wanted = own(&[(&acme.drive, rights(&["kdrive/use", "kdrive/manage"]))]);
    let saved = acme.ann.saves_access("acme", "cleo", "kdrive", wanted);
    saved.await.expect("saved");
    assert!(cleo.may("manage", &acme.drive).await);
    acme.ann.ends(&name).await.expect("ended");
    assert!(!cleo.may("manage", &acme.drive).await);
    assert!(cleo.may("use", &acme.drive).await);
}

#[tokio::test]
async fn full_access_given_in_one_call_is_lent_too() {
    let agency = with_cleo().await;
    let acme = &agency.acme;
    let name = agency.begun(agency.drive_only()).await;
    let given = acme.ann.grants_full_access("acme", "cleo").await;
    given.expect("given");
    assert!(agency.cleo.may("dns", &acme.site).await);
    acme.ann.ends(&name).await.expect("ended");
    assert!(!agency.cleo.may("dns", &acme.site).await);
}

#[tokio::test]
async fn an_external_asked_in_while_a_partner_has_what_comes_with_it_on_loan() {
    let agency = Agency::new().await;
    let (acme, cleo) = (&agency.acme, &agency.cleo);
    let name = agency.begun(agency.drive_only()).await;
    let invitation = v1::Invitation {
        grants: vec![crate::harness::offered(
            rights(&["domain/dns"]),
            products(&[&acme.site]),
        )],
        ..external()
    };
    acme.world.joins("acme", &acme.ann, cleo, invitation).await;
    assert_eq!(role(&agency).await, Role::Partner);
    assert!(cleo.may("dns", &acme.site).await);
    acme.ann.ends(&name).await.expect("ended");
    assert!(!cleo.may("dns", &acme.site).await);
}

#[tokio::test]
async fn what_two_partnerships_lend_ends_with_the_last_of_them() {
    let agency = with_cleo().await;
    let (acme, cleo) = (&agency.acme, &agency.cleo);
    let rob = acme.world.partner("rival", "rob").await;
    acme.world.joins("rival", &rob, cleo, collaborator()).await;
    let first = agency.begun(agency.drive_only()).await;
    let by_first = gives(&acme.ann, "kdrive/use", &acme.archive).await;
    let second = acme
        .world
        .partnership(("acme", &acme.ann), ("rival", &rob), full(false))
        .await;
    gives(&acme.ann, "domain/dns", &acme.site).await;
    let ended = acme.ann.ends(&first).await.expect("ended");
    let gone: Vec<_> = ended.removed_grants.iter().map(|g| &g.name).collect();
    assert!(gone.contains(&&by_first.name), "{gone:?}");
    assert!(!cleo.may("use", &acme.archive).await);
    assert!(cleo.may("dns", &acme.site).await);
    assert_eq!(role(&agency).await, Role::Partner);
    acme.ann.ends(&second.name).await.expect("ended");
    assert!(!cleo.may("dns", &acme.site).await);
    assert_eq!(role(&agency).await, Role::External);
}

#[tokio::test]
async fn who_leaves_the_partners_people_lends_asleep() {
    let agency = with_cleo().await;
    let (acme, cleo, pia) = (&agency.acme, &agency.cleo, &agency.pia);
    gives(&acme.ann, "kdrive/use", &acme.drive).await;
    acme.team("web", rights(&["kdrive/use"]), products(&[&acme.archive]))
        .await;
    agency.begun(agency.drive_only()).await;
    gives(&acme.ann, "domain/dns", &acme.site).await;
    let joined = acme.ann.adds_to_team("acme", "web", &["cleo"]).await;
    joined.expect("joined");
    for asleep in [true, false] {
        if asleep {
            let left = pia.deactivates_member("agency", "cleo").await;
            left.expect("deactivated");
        } else {
            let back = pia.reactivates_member("agency", "cleo").await;
            back.expect("reactivated");
        }
        assert_eq!(cleo.may("dns", &acme.site).await, !asleep);
        assert_eq!(cleo.may("use", &acme.archive).await, !asleep);
        assert!(cleo.may("use", &acme.drive).await);
        let shown = if asleep {
            Role::External
        } else {
            Role::Partner
        };
        assert_eq!(role(&agency).await, shown);
    }
    let external = pia.changes_role("agency", "cleo", Role::External).await;
    external.expect("changed");
    assert!(!cleo.may("dns", &acme.site).await);
    assert_eq!(role(&agency).await, Role::External);
    let again = pia.changes_role("agency", "cleo", Role::Collaborator).await;
    again.expect("changed");
    assert!(cleo.may("dns", &acme.site).await);
    pia.removes_member("agency", "cleo").await.expect("removed");
    assert!(!cleo.may("dns", &acme.site).await);
    assert!(cleo.may("use", &acme.drive).await);
}

#[tokio::test]
async fn what_was_lent_ends_even_where_its_holder_became_a_collaborator() {
    let agency = with_cleo().await;
    let (acme, cleo) = (&agency.acme, &agency.cleo);
    let name = agency.begun(agency.drive_only()).await;
    gives(&acme.ann, "domain/dns", &acme.site).await;
    let changed = acme.ann.changes_role("acme", "cleo", Role::Collaborator);
    changed.await.expect("changed");
    gives(&acme.ann, "kdrive/use", &acme.archive).await;
    acme.ann.ends(&name).await.expect("ended");
    assert!(!cleo.may("dns", &acme.site).await);
    assert!(cleo.may("use", &acme.archive).await);
}

#[tokio::test]
async fn nobody_sets_the_role_that_is_only_shown() {
    let agency = with_cleo().await;
    let ann = &agency.acme.ann;
    let answer = ann.changes_role("acme", "cleo", Role::Partner).await;
    refused(answer, why::FIELD_INVALID);
    let invitation = v1::Invitation {
        email: "new@x.example".into(),
        role: Role::Partner.into(),
        ..Default::default()
    };
    refused(ann.invites("acme", invitation).await, why::FIELD_INVALID);
}
