//! Who gave it stays known: what another adds, or by another way, is a grant of its own.

use grantor::v1;

use super::Acme;
use super::agency::Agency;
use crate::harness::{every_right, own, products, refused, rights, to_member, why};

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

#[tokio::test]
async fn attack_a5_taking_away_is_open_and_keeps_the_giver() {
    let acme = Acme::new().await;
    let una = acme.una().await;
    acme.bob().await;
    let both = products(&[&acme.drive, &acme.archive]);
    let given = acme.gives("bob", rights(&["kdrive/use"]), both).await;
    let narrower = v1::Grant {
        scope: Some(products(&[&acme.drive])),
        ..given
    };
    let narrowed = una.updates_grant(narrower, &["scope"]).await;
    assert_eq!(narrowed.expect("narrowed").granted_by, "users/ann");
}

#[tokio::test]
async fn attack_a5_nothing_is_added_to_a_grant_that_has_ended() {
    let acme = Acme::new().await;
    acme.bob().await;
    let grant = v1::Grant {
        expire_time: Some(acme.world.later(60)),
        ..to_member(
            "acme",
            "bob",
            rights(&["kdrive/use"]),
            products(&[&acme.drive]),
        )
    };
    let grant = acme.ann.grants_access("acme", grant).await.expect("given");
    acme.world.passes(std::time::Duration::from_secs(61));
    let changes = [
        (
            v1::Grant {
                expire_time: None,
                ..grant.clone()
            },
            "expire_time",
        ),
        (
            v1::Grant {
                rights: Some(every_right()),
                ..grant.clone()
            },
            "rights",
        ),
        (
            v1::Grant {
                scope: Some(products(&[&acme.drive, &acme.archive])),
                ..grant.clone()
            },
            "scope",
        ),
    ];
    for (more, path) in changes {
        let answer = acme.ann.updates_grant(more, &[path]).await;
        refused(answer, why::GRANT_ENDED);
    }
}
