//! Who gave it stays known: what another adds, or by another way, is a grant of its own.

use grantor::v1;

use super::agency::Agency;
use crate::harness::{every_right, own, products, refused, rights, why};

#[tokio::test]
async fn attack_a5_what_staff_add_is_a_grant_of_their_own_and_is_listed() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    acme.bob().await;
    let given = acme
        .gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    let name = agency.begun_full().await;
    let wider = v1::Grant {
        rights: Some(every_right()),
        ..given.clone()
    };
    refused(
        pia.updates_grant(wider, &["rights"]).await,
        why::GIVEN_BY_ANOTHER,
    );
    let longer = v1::Grant {
        scope: Some(products(&[&acme.drive, &acme.archive])),
        ..given.clone()
    };
    refused(
        pia.updates_grant(longer, &["scope"]).await,
        why::GIVEN_BY_ANOTHER,
    );
    // A save makes what is added a grant of its own, and leaves the other's as it was.
    let access = own(&[
        (&acme.drive, rights(&["kdrive/use"])),
        (&acme.archive, rights(&["kdrive/use"])),
    ]);
    let saved = pia.saves_access("acme", "bob", "kdrive", access).await;
    saved.expect("saved");
    let grants = acme.ann.sees_grants("acme").await.expect("the grants");
    let of_bob = grants
        .iter()
        .filter(|grant| grant.subject.ends_with("/bob"));
    let mut givers: Vec<_> = of_bob.map(|grant| grant.granted_by.as_str()).collect();
    givers.sort_unstable();
    assert_eq!(givers, ["users/ann", "users/pia"]);
    let ended = acme.ann.ends(&name).await.expect("ended");
    assert_eq!(ended.made_grants.len(), 1, "{:?}", ended.made_grants);
    assert_ne!(ended.made_grants, [given.name]);
}
