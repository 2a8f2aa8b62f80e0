//! Rule 1, nobody gives what they do not hold: the ways around it that are not called a grant.

use super::super::actor::refused;
use super::super::make::{
    administrator, collaborator, external, group, group_id, lasting, offered, products, rights,
    tag, team, technician, to, to_team,
};
use super::super::members::{own, own_and_future};
use super::super::{Acme, why};
use crate::queries::role_matrix::Area;
use crate::use_cases::invitation::CreateInvitation;
use crate::use_cases::member::OwnAccess;
use crate::use_cases::role_spec::RoleName;

#[test]
fn a_place_in_a_team_is_all_that_the_team_holds() {
    let acme = Acme::new();
    let (una, tim, bob) = (acme.una(), acme.tim(), acme.bob());
    acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]));
    refused(
        una.adds_to_team("acme", "writers", &["bob"]),
        why::GIVES_MORE_THAN_HELD,
    );
    assert!(!bob.may("kdrive/use", &acme.drive));
    tim.adds_to_team("acme", "writers", &["bob"])
        .expect("in the team");
    assert!(bob.may("kdrive/use", &acme.drive));
}

#[test]
fn one_grant_of_the_team_that_is_beyond_the_giver_closes_it_to_them() {
    let acme = Acme::new();
    let tim = acme.tim();
    acme.bob();
    acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]));
    let beyond = to_team(
        "acme",
        "writers",
        rights(&["kdrive/use"]),
        products(&[&acme.archive]),
    );
    acme.ann.grants_access("acme", beyond).expect("given");
    refused(
        tim.adds_to_team("acme", "writers", &["bob"]),
        why::GIVES_MORE_THAN_HELD,
    );
}

#[test]
fn a_grant_of_the_team_that_starts_later_counts_and_one_that_is_over_does_not() {
    let acme = Acme::new();
    let una = acme.una();
    acme.bob();
    acme.ann.creates_team("acme", "writers").expect("a team");
    let hour = lasting(
        to_team(
            "acme",
            "writers",
            rights(&["kdrive/use"]),
            products(&[&acme.drive]),
        ),
        Some(acme.world.later(3600)),
        Some(acme.world.later(7200)),
    );
    acme.ann.grants_access("acme", hour).expect("given");
    refused(
        una.adds_to_team("acme", "writers", &["bob"]),
        why::GIVES_MORE_THAN_HELD,
    );
    acme.world.passes(std::time::Duration::from_secs(7200));
    una.adds_to_team("acme", "writers", &["bob"])
        .expect("the team holds nothing any more");
}

#[test]
fn a_team_that_holds_nothing_is_open_and_giving_to_it_is_giving() {
    let acme = Acme::new();
    let (una, _) = (acme.una(), acme.bob());
    una.creates_team("acme", "writers").expect("a team");
    una.adds_to_team("acme", "writers", &["bob"])
        .expect("an empty team");
    let grant = to_team(
        "acme",
        "writers",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    refused(una.grants_access("acme", grant), why::GIVES_MORE_THAN_HELD);
}

#[test]
fn nobody_puts_themselves_into_a_team() {
    let acme = Acme::new();
    let tim = acme.tim();
    acme.bob();
    acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]));
    refused(
        tim.adds_to_team("acme", "writers", &["bob", "tim"]),
        why::UPPER_ROLE_HOLDS_NO_GRANTS,
    );
    assert!(acme.world.team_of("acme", "writers").members.is_empty());
}

#[test]
fn a_tag_gives_what_hangs_on_it_and_is_put_on_products_in_scope_only() {
    let acme = Acme::new();
    let (tim, bob) = (acme.tim(), acme.bob());
    acme.gives("bob", rights(&["kdrive/use"]), tag("x"));
    refused(tim.tags(&acme.archive, &["x"]), why::RIGHT_MISSING);
    assert!(!bob.may("kdrive/use", &acme.archive));
    tim.tags(&acme.drive, &["x"]).expect("tagged");
    assert!(bob.may("kdrive/use", &acme.drive));
}

#[test]
fn nobody_widens_their_own_area_by_its_tag() {
    let acme = Acme::new();
    acme.ann.tags(&acme.drive, &["x"]).expect("tagged");
    let tim = acme.technician("tim", tag("x"));
    refused(tim.tags(&acme.archive, &["x"]), why::RIGHT_MISSING);
    assert!(!tim.may("kdrive/use", &acme.archive));
}

#[test]
fn nobody_widens_their_own_area_by_its_group_nor_hides_a_product_among_others() {
    let acme = Acme::new();
    let website = acme.ann.creates_group("acme", "website").expect("a group");
    acme.ann
        .adds_to_group(&website, &[&acme.drive])
        .expect("grouped");
    let gil = acme.technician("gil", group(&website));
    let other = gil.creates_group("acme", "other").expect("a group");
    refused(
        gil.adds_to_group(&website, &[&acme.archive]),
        why::RIGHT_MISSING,
    );
    refused(
        gil.adds_to_group(&other, &[&acme.drive, &acme.archive]),
        why::RIGHT_MISSING,
    );
    gil.adds_to_group(&other, &[&acme.drive]).expect("grouped");
    let view = acme.world.view("acme");
    let grouped = view
        .organization
        .products()
        .filter(|product| product.groups.contains(&group_id(&other)));
    assert_eq!(grouped.count(), 1);
    assert!(!gil.may("kdrive/use", &acme.archive));
}

#[test]
fn a_narrowed_administrator_untags_and_renames_products_in_scope_only() {
    let acme = Acme::new();
    let tim = acme.tim();
    acme.ann.tags(&acme.archive, &["x"]).expect("tagged");
    refused(tim.untags(&acme.archive, &["x"]), why::RIGHT_MISSING);
    refused(
        tim.renames_product(&acme.archive, "Mine"),
        why::RIGHT_MISSING,
    );
    tim.renames_product(&acme.drive, "Mine").expect("renamed");
}

#[test]
fn user_rights_alone_labels_nothing() {
    let acme = Acme::new();
    let una = acme.una();
    let website = acme.ann.creates_group("acme", "website").expect("a group");
    refused(una.tags(&acme.drive, &["x"]), why::RIGHT_MISSING);
    refused(
        una.adds_to_group(&website, &[&acme.drive]),
        why::RIGHT_MISSING,
    );
    refused(una.creates_group("acme", "mine"), why::RIGHT_MISSING);
}

#[test]
fn an_invitation_offers_only_what_its_sender_could_give() {
    let acme = Acme::new();
    let tim = acme.tim();
    acme.team(
        "readers",
        rights(&["kdrive/use"]),
        products(&[&acme.archive]),
    );
    let grants = vec![offered(rights(&["kdrive/use"]), products(&[&acme.archive]))];
    let with_grant = to(
        "new@example.com",
        CreateInvitation {
            grants,
            ..collaborator()
        },
    );
    refused(tim.invites("acme", with_grant), why::GIVES_MORE_THAN_HELD);
    let teams = vec![team("readers")];
    let with_team = to(
        "new@example.com",
        CreateInvitation {
            teams,
            ..collaborator()
        },
    );
    refused(tim.invites("acme", with_team), why::GIVES_MORE_THAN_HELD);
    let grants = vec![offered(rights(&["kdrive/use"]), products(&[&acme.drive]))];
    let within = to(
        "new@example.com",
        CreateInvitation {
            grants,
            ..collaborator()
        },
    );
    tim.invites("acme", within).expect("invited");
}

#[test]
fn an_invitation_hands_out_only_areas_that_its_sender_has() {
    let acme = Acme::new();
    let tim = acme.tim();
    for beyond in [
        administrator(&[Area::Financial]),
        administrator(&[Area::Technical]),
        technician(products(&[&acme.archive]), &[]),
    ] {
        refused(
            tim.invites("acme", to("new@example.com", beyond)),
            why::GIVES_MORE_THAN_HELD,
        );
    }
    let within = technician(products(&[&acme.drive]), &[Area::UserRights]);
    tim.invites("acme", to("new@example.com", within))
        .expect("invited");
}

#[test]
fn an_upper_role_is_invited_without_grants_and_teams() {
    let acme = Acme::new();
    let grants = vec![offered(rights(&["kdrive/use"]), products(&[&acme.drive]))];
    let invitation = to(
        "new@example.com",
        CreateInvitation {
            grants,
            ..administrator(&[])
        },
    );
    refused(
        acme.ann.invites("acme", invitation),
        why::UPPER_ROLE_HOLDS_NO_GRANTS,
    );
}

#[test]
fn making_an_external_a_collaborator_gives_no_product_right() {
    let acme = Acme::new();
    let una = acme.una();
    let eve = acme.member("eve", external());
    una.changes_role("acme", "eve", RoleName::Collaborator)
        .expect("changed");
    assert!(eve.may("share_directory", "organizations/acme"));
    assert!(!eve.may("kdrive/use", &acme.drive));
}

#[test]
fn saving_access_by_type_gives_only_what_is_held() {
    let acme = Acme::new();
    let (tim, bob) = (acme.tim(), acme.bob());
    for beyond in [
        own(&[(&acme.archive, rights(&["kdrive/use"]))]),
        own_and_future(&[], rights(&["kdrive/use"])),
        OwnAccess {
            type_rights: Some(rights(&["kdrive/use"])),
            ..own(&[])
        },
    ] {
        refused(
            tim.saves_access("acme", "bob", "kdrive", beyond),
            why::GIVES_MORE_THAN_HELD,
        );
    }
    let within = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    tim.saves_access("acme", "bob", "kdrive", within)
        .expect("saved");
    assert!(bob.may("kdrive/use", &acme.drive));
}
