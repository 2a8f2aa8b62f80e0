//! Rule 1, nobody gives what they do not hold: changing grants. Taking away or shortening needs `manage_users` alone.

use domain::{Grant, RightKind, Scope};

use super::super::actor::{Actor, Answer, Made, refused};
use super::super::make::{
    all, every_right, future, kinds, kinds_and_rights, lasting, of_type, products, rights, same,
    tag, to_member,
};
use super::super::{Acme, why};
use crate::named_rights::NamedRights;
use crate::queries::role_matrix::Area;
use crate::use_cases::edit::Edit;
use crate::use_cases::grant::UpdateGrant;

/// Ann gives bob a grant; una, who holds nothing, changes its rights.
fn una_changes_rights(from: NamedRights, to: NamedRights) -> Answer<NamedRights> {
    let acme = Acme::new();
    let (una, _) = (acme.una(), acme.bob());
    let grant = acme.gives("bob", from, all());
    let changed = una.updates_grant(UpdateGrant {
        rights: Edit::Set(to),
        ..same(&grant)
    })?;
    Ok(acme.world.named(&changed.rights))
}

/// Ann gives bob a grant of kdrive/use; una, who holds nothing, changes its scope.
fn una_changes_scope(acme: &Acme, from: Scope, to: Scope) -> Answer<Made<Grant>> {
    let (una, _) = (acme.una(), acme.bob());
    let grant = acme.gives("bob", rights(&["kdrive/use"]), from);
    una.updates_grant(UpdateGrant {
        scope: Edit::Set(to),
        ..same(&grant)
    })
}

#[test]
fn another_right_is_given() {
    let more = rights(&["kdrive/use", "kdrive/manage"]);
    refused(
        una_changes_rights(rights(&["kdrive/use"]), more),
        why::GIVES_MORE_THAN_HELD,
    );
}

#[test]
fn a_right_that_is_left_out_is_taken_away() {
    let changed = una_changes_rights(
        rights(&["kdrive/use", "kdrive/manage"]),
        rights(&["kdrive/use"]),
    );
    assert_eq!(changed.expect("changed"), rights(&["kdrive/use"]));
}

#[test]
fn the_only_right_of_a_kind_is_not_the_kind() {
    let usage = kinds(&[RightKind::Usage]);
    refused(
        una_changes_rights(rights(&["kdrive/use"]), usage),
        why::GIVES_MORE_THAN_HELD,
    );
}

#[test]
fn a_kind_contains_its_rights() {
    let changed = una_changes_rights(kinds(&[RightKind::Usage]), rights(&["kdrive/use"]));
    assert_eq!(changed.expect("changed"), rights(&["kdrive/use"]));
}

#[test]
fn a_kind_contains_no_other_kind() {
    let (usage, management) = (kinds(&[RightKind::Usage]), kinds(&[RightKind::Management]));
    refused(
        una_changes_rights(usage, management),
        why::GIVES_MORE_THAN_HELD,
    );
}

#[test]
fn all_kinds_together_are_not_all_rights() {
    use RightKind::{Detailed, Management, Statistics, Technical, Usage};
    let every_kind = kinds(&[Usage, Management, Technical, Statistics, Detailed]);
    refused(
        una_changes_rights(every_kind, every_right()),
        why::GIVES_MORE_THAN_HELD,
    );
}

#[test]
fn all_rights_contain_every_kind_and_name() {
    let mixed = kinds_and_rights(&[RightKind::Usage], &["domain/dns"]);
    let changed = una_changes_rights(every_right(), mixed.clone());
    assert_eq!(changed.expect("changed"), mixed);
}

#[test]
fn a_right_contains_what_it_implies_and_not_the_other_way_round() {
    let (refund, sell) = (rights(&["ticketing/refund"]), rights(&["ticketing/sell"]));
    una_changes_rights(refund.clone(), sell.clone()).expect("narrowed");
    refused(una_changes_rights(sell, refund), why::GIVES_MORE_THAN_HELD);
}

#[test]
fn another_product_is_given() {
    let acme = Acme::new();
    let (one, both) = (
        products(&[&acme.drive]),
        products(&[&acme.drive, &acme.archive]),
    );
    refused(
        una_changes_scope(&acme, one, both),
        why::GIVES_MORE_THAN_HELD,
    );
    assert!(!acme.world.acting("bob").may("kdrive/use", &acme.archive));
}

#[test]
fn a_product_that_is_left_out_is_taken_away() {
    let acme = Acme::new();
    let (both, one) = (
        products(&[&acme.drive, &acme.archive]),
        products(&[&acme.drive]),
    );
    una_changes_scope(&acme, both, one).expect("narrowed");
    assert!(!acme.world.acting("bob").may("kdrive/use", &acme.archive));
    assert!(acme.world.acting("bob").may("kdrive/use", &acme.drive));
}

#[test]
fn the_type_narrows_to_its_products_or_its_future_ones() {
    let acme = Acme::new();
    let (una, _) = (acme.una(), acme.bob());
    for narrower in [products(&[&acme.drive]), future("kdrive")] {
        let grant = acme.gives("bob", rights(&["kdrive/use"]), of_type("kdrive"));
        una.updates_grant(UpdateGrant {
            scope: Edit::Set(narrower),
            ..same(&grant)
        })
        .expect("narrowed");
    }
}

#[test]
fn products_do_not_widen_to_their_type_or_tag_or_all() {
    let acme = Acme::new();
    acme.ann.tags(&acme.drive, &["x"]).expect("tagged");
    let (una, _) = (acme.una(), acme.bob());
    let grant = acme.gives(
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive, &acme.archive]),
    );
    for wider in [of_type("kdrive"), future("kdrive"), tag("x"), all()] {
        let wider = UpdateGrant {
            scope: Edit::Set(wider),
            ..same(&grant)
        };
        refused(una.updates_grant(wider), why::GIVES_MORE_THAN_HELD);
    }
}

#[test]
fn what_a_narrowed_administrator_adds_is_asked_of_them_and_what_was_there_is_not() {
    let acme = Acme::new();
    let (tim, _) = (acme.tim(), acme.bob());
    let given = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    let grant = tim.grants_access("acme", given).expect("given");
    let areas = [Area::UserRights, Area::Technical];
    let archive = Some(products(&[&acme.archive]));
    let moved = acme.ann.hands_out("acme", "tim", &areas, archive);
    moved.expect("the archive in place of the drive");
    let both = products(&[&acme.drive, &acme.archive]);
    tim.updates_grant(UpdateGrant {
        scope: Edit::Set(both),
        ..same(&grant)
    })
    .expect("widened by the archive");
    assert!(acme.world.acting("bob").may("kdrive/use", &acme.drive));
}

#[test]
fn rights_and_scope_widened_together_are_asked_together() {
    let acme = Acme::new();
    let (tim, _) = (acme.tim(), acme.bob());
    let grant = acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.archive]));
    // Both halves are somebody's: the drive is tim's, use on the archive was there. Manage on the archive is neither.
    let wider = UpdateGrant {
        scope: Edit::Set(products(&[&acme.drive, &acme.archive])),
        rights: Edit::Set(rights(&["kdrive/use", "kdrive/manage"])),
        ..same(&grant)
    };
    refused(tim.updates_grant(wider), why::GIVES_MORE_THAN_HELD);
}

/// A grant to bob that starts in an hour and ends in two.
fn limited(acme: &Acme) -> (Actor, Made<Grant>) {
    let (una, _) = (acme.una(), acme.bob());
    let grant = lasting(
        to_member(
            "acme",
            "bob",
            rights(&["kdrive/use"]),
            products(&[&acme.drive]),
        ),
        Some(acme.world.later(3600)),
        Some(acme.world.later(7200)),
    );
    (una, acme.ann.grants_access("acme", grant).expect("given"))
}

#[test]
fn a_later_end_is_given_also_by_taking_the_end_off() {
    let acme = Acme::new();
    let (una, grant) = limited(&acme);
    for end in [Some(acme.world.later(7201)), None] {
        let longer = UpdateGrant {
            end: Edit::Set(end),
            ..same(&grant)
        };
        refused(una.updates_grant(longer), why::GIVES_MORE_THAN_HELD);
    }
}

#[test]
fn an_earlier_start_is_given_also_by_taking_the_start_off() {
    let acme = Acme::new();
    let (una, grant) = limited(&acme);
    for start in [Some(acme.world.later(3599)), None] {
        let longer = UpdateGrant {
            start: Edit::Set(start),
            ..same(&grant)
        };
        refused(una.updates_grant(longer), why::GIVES_MORE_THAN_HELD);
    }
}

#[test]
fn a_later_start_and_an_earlier_end_are_taken_away() {
    let acme = Acme::new();
    let (una, grant) = limited(&acme);
    let shorter = UpdateGrant {
        start: Edit::Set(Some(acme.world.later(3700))),
        end: Edit::Set(Some(acme.world.later(7100))),
        ..same(&grant)
    };
    let saved = una.updates_grant(shorter).expect("shortened");
    assert_eq!(
        (saved.period.start, saved.period.end),
        (Some(acme.world.later(3700)), Some(acme.world.later(7100)))
    );
}

#[test]
fn what_has_expired_is_not_woken() {
    let acme = Acme::new();
    let (una, grant) = limited(&acme);
    acme.world.passes(std::time::Duration::from_secs(7200));
    let woken = UpdateGrant {
        end: Edit::Set(Some(acme.world.later(3600))),
        ..same(&grant)
    };
    for who in [&una, &acme.ann] {
        refused(who.updates_grant(woken.clone()), why::GRANT_ENDED);
    }
    assert!(!acme.world.acting("bob").may("kdrive/use", &acme.drive));
}
