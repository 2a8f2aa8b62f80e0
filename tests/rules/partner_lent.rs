//! What a PARTNER is given belongs to the partnership; what they held before is theirs.

use grantor::v1;
use v1::Role;

use super::agency::Agency;
use crate::harness::{Actor, products, refused, rights, to_member, why};

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
