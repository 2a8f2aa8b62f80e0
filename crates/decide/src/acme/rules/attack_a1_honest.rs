//! What the check of rule 1 must let pass: honest writes that look like raising oneself and are none.

use super::super::Acme;
use super::super::make::{
    administrator, all, collaborator, lasting, legal_representative, products, rights, same, tag,
    to, to_member, to_team,
};
use super::super::members::own;
use super::agency::{Agency, staff};
use crate::queries::role_matrix::Area;
use crate::use_cases::edit::Edit;
use crate::use_cases::grant::UpdateGrant;
use crate::use_cases::role_spec::RoleName;

#[test]
fn attack_a1_a_representative_steps_down() {
    let acme = Acme::new();
    let lea = acme.member("lea", legal_representative());
    let areas = [Area::UserRights, Area::Technical];
    let down = lea.hands_out("acme", "lea", &areas, Some(all()));
    down.expect("an administrator by her own hand");
    let leo = acme.member("leo", legal_representative());
    let down = leo.changes_role("acme", "leo", RoleName::Collaborator);
    down.expect("a collaborator by his own hand");
}

#[test]
fn attack_a1_an_invitation_is_accepted_signed_in() {
    let acme = Acme::new();
    let nina = acme.world.user("nina");
    let invitation = to("nina@example.com", administrator(&[Area::UserRights]));
    let open = acme.ann.invites("acme", invitation).expect("invited");
    nina.accepts(&open.name).expect("a member");
}

#[test]
fn attack_a1_a_member_leaves_and_a_manager_narrows_what_is_theirs() {
    let agency = Agency::new();
    let acme = &agency.acme;
    let pam = agency.colleague("pam", staff());
    acme.world.joins("acme", &acme.ann, &pam, collaborator());
    let both = products(&[&acme.drive, &acme.archive]);
    let grant = acme.gives("pam", rights(&["kdrive/use"]), both);
    agency.begun_full();
    let narrower = UpdateGrant {
        scope: Edit::Set(products(&[&acme.drive])),
        ..same(&grant)
    };
    let narrowed = pam.updates_grant(narrower);
    narrowed.expect("her own grant, narrowed");
    let less = own(&[]);
    let saved = pam.saves_access("acme", "pam", "kdrive", less);
    saved.expect("her own access, taken away");
    pam.leaves("acme").expect("left");
}

#[test]
fn attack_a1_who_tags_within_their_role_gains_nothing() {
    let acme = Acme::new();
    let ada = acme.ada();
    acme.bob();
    acme.gives("bob", rights(&["kdrive/use"]), tag("x"));
    ada.tags(&acme.drive, &["x"]).expect("tagged");
}

#[test]
fn attack_a1_staff_fill_a_team_that_is_still_empty() {
    let agency = Agency::new();
    let acme = &agency.acme;
    acme.bob();
    agency.begun_full();
    let pia = &agency.pia;
    pia.creates_team("acme", "web").expect("a team");
    let gift = to_team(
        "acme",
        "web",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    pia.grants_access("acme", gift).expect("given");
    let joined = pia.adds_to_team("acme", "web", &["bob"]);
    joined.expect("one of the client's own");
    assert!(acme.world.acting("bob").may("use", &acme.drive));
}

#[test]
fn attack_a1_staff_give_colleagues_what_ends_with_the_partnership() {
    let agency = Agency::new();
    let acme = &agency.acme;
    agency.external(&agency.cleo);
    let name = agency.begun_full();
    let later = lasting(
        to_member(
            "acme",
            "cleo",
            rights(&["kdrive/use"]),
            products(&[&acme.drive]),
        ),
        Some(acme.world.later(3600)),
        None,
    );
    let given = agency.pia.grants_access("acme", later);
    given.expect("a grant that starts later");
    acme.world.passes(std::time::Duration::from_secs(3700));
    assert!(agency.cleo.may("use", &acme.drive));
    acme.ann.ends(&name).expect("ended");
    assert!(!agency.cleo.may("use", &acme.drive));
}

#[test]
fn attack_a1_who_may_by_their_own_role_gives_what_stays() {
    let agency = Agency::new();
    let acme = &agency.acme;
    agency.external(&agency.cleo);
    // ada administers acme and is staff of the agency: what she does at acme she does by her own role.
    let ada = acme.ada();
    acme.world.joins("agency", &agency.pia, &ada, staff());
    let name = agency.begun_full();
    let bob = acme.bob();
    let grant = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    ada.grants_access("acme", grant).expect("given");
    let ended = acme.ann.ends(&name).expect("ended");
    let made = ended.made_by_staff();
    assert!(
        made.iter().all(|name| !name.contains("/grants/")),
        "{made:?}"
    );
    assert!(bob.may("use", &acme.drive));
}
