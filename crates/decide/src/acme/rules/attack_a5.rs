//! Who gave it stays known: what another adds, or by another way, is a grant of its own.

use domain::Subject;

use super::super::actor::refused;
use super::super::make::{every_right, lasting, products, rights, same, to_member, user};
use super::super::members::own;
use super::super::{Acme, why};
use super::agency::Agency;
use crate::use_cases::edit::Edit;
use crate::use_cases::grant::UpdateGrant;

#[test]
fn attack_a5_what_staff_add_is_a_grant_of_their_own_and_is_listed() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    acme.bob();
    let given = acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]));
    let name = agency.begun_full();
    let wider = UpdateGrant {
        rights: Edit::Set(every_right()),
        ..same(&given)
    };
    refused(pia.updates_grant(wider), why::GIVEN_BY_ANOTHER);
    let longer = UpdateGrant {
        scope: Edit::Set(products(&[&acme.drive, &acme.archive])),
        ..same(&given)
    };
    refused(pia.updates_grant(longer), why::GIVEN_BY_ANOTHER);
    // A save makes what is added a grant of its own, and leaves the other's as it was.
    let access = own(&[
        (&acme.drive, rights(&["kdrive/use"])),
        (&acme.archive, rights(&["kdrive/use"])),
    ]);
    let saved = pia.saves_access("acme", "bob", "kdrive", access);
    saved.expect("saved");
    let grants = acme.world.grants("acme");
    let bob = Subject::Member(user("bob"));
    let of_bob = grants.iter().filter(|grant| grant.subject == bob);
    let mut givers: Vec<_> = of_bob
        .filter_map(|grant| grant.granted_by.actor.clone())
        .collect();
    givers.sort_unstable();
    assert_eq!(givers, [user("ann"), user("pia")]);
    let ended = acme.ann.ends(&name).expect("ended");
    let made = ended.made_by_staff();
    assert_eq!(made.len(), 1, "{made:?}");
    assert_ne!(made, [given.name]);
}

#[test]
fn attack_a5_taking_away_is_open_and_keeps_the_giver() {
    let acme = Acme::new();
    let una = acme.una();
    acme.bob();
    let both = products(&[&acme.drive, &acme.archive]);
    let given = acme.gives("bob", rights(&["kdrive/use"]), both);
    let narrower = UpdateGrant {
        scope: Edit::Set(products(&[&acme.drive])),
        ..same(&given)
    };
    let narrowed = una.updates_grant(narrower);
    let narrowed = narrowed.expect("narrowed");
    assert_eq!(narrowed.granted_by.actor, Some(user("ann")));
}

#[test]
fn attack_a5_nothing_is_added_to_a_grant_that_has_ended() {
    let acme = Acme::new();
    acme.bob();
    let grant = lasting(
        to_member(
            "acme",
            "bob",
            rights(&["kdrive/use"]),
            products(&[&acme.drive]),
        ),
        None,
        Some(acme.world.later(60)),
    );
    let grant = acme.ann.grants_access("acme", grant).expect("given");
    acme.world.passes(std::time::Duration::from_secs(61));
    let changes = [
        UpdateGrant {
            end: Edit::Set(None),
            ..same(&grant)
        },
        UpdateGrant {
            rights: Edit::Set(every_right()),
            ..same(&grant)
        },
        UpdateGrant {
            scope: Edit::Set(products(&[&acme.drive, &acme.archive])),
            ..same(&grant)
        },
    ];
    for more in changes {
        let answer = acme.ann.updates_grant(more);
        refused(answer, why::GRANT_ENDED);
    }
}
