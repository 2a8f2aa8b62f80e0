//! What a request was made for, and what is there when it is applied: what differs, what is gone, what is not ours.

use domain::Grant;

use super::super::actor::{Made, refused};
use super::super::make::{all, of_type, offered, products, rights, same, tag, to_member, user};
use super::super::requests::{deactivation, kdrive_use, note, same_wish};
use super::super::{Acme, why};
use super::change_request_rules::{for_bob, getting, stays_open};
use crate::use_cases::change_request::MemberSpec;
use crate::use_cases::edit::Edit;
use crate::use_cases::grant::UpdateGrant;
use crate::use_cases::member::access_etag;
use crate::use_cases::role_spec::RoleName;

#[test]
fn what_another_system_manages_is_neither_given_nor_taken_by_request() {
    let acme = Acme::new();
    acme.bob();
    let owner = acme.world.service("back-office", &["type.contacts.write"]);
    let kept = to_member(
        "acme",
        "bob",
        rights(&["contacts/read"]),
        products(&[&acme.book]),
    );
    let kept = owner.grants_access("acme", kept).expect("kept");
    let scopes = [
        products(&[&acme.book]),
        of_type("contacts"),
        all(),
        tag("x"),
    ];
    for scope in scopes {
        let grant = offered(rights(&["contacts/read"]), scope);
        let asked = acme.ann.asks_to_change("acme", "bob", getting(grant));
        let refusal = refused(asked, why::EXTERNALLY_MANAGED);
        assert!(refusal.message.contains("Back office"), "{refusal:?}");
    }
    let less = MemberSpec {
        remove_grants: vec![kept.id.clone()],
        ..same_wish()
    };
    refused(
        acme.ann.asks_to_change("acme", "bob", less),
        why::EXTERNALLY_MANAGED,
    );
}

#[test]
fn a_type_that_was_retired_since_gets_no_grant() {
    let acme = Acme::new();
    acme.bob();
    let request = for_bob(&acme.ann, getting(kdrive_use(&acme.drive)));
    let operator = acme.world.operator();
    operator.retires_type("kdrive").expect("retired");
    stays_open(&acme, &request, why::PRODUCT_TYPE_RETIRED);
}

#[test]
fn a_product_that_is_gone_makes_it_outdated() {
    let acme = Acme::new();
    acme.bob();
    let request = for_bob(&acme.ann, getting(kdrive_use(&acme.drive)));
    let operator = acme.world.operator();
    operator.deletes_product(&acme.drive).expect("gone");
    let words = stays_open(&acme, &request, why::CHANGE_REQUEST_OUTDATED);
    assert!(words.contains(&acme.drive), "{words}");
}

#[test]
fn it_is_opened_against_the_member_as_they_are() {
    let acme = Acme::new();
    acme.bob();
    let here = acme.world.view("acme").organization;
    let seen = access_etag(&here, &user("bob"));
    acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.archive]));
    let spec = getting(kdrive_use(&acme.drive));
    let stale = acme.ann.asks_to_change_seen("acme", "bob", spec, seen);
    refused(stale, why::ETAG_MISMATCH);
}

#[test]
fn applied_against_another_member_it_says_what_differs() {
    let acme = Acme::new();
    acme.bob();
    acme.team("writers", rights(&["domain/dns"]), products(&[&acme.site]));
    let old = acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.archive]));
    let request = for_bob(&acme.ann, getting(kdrive_use(&acme.drive)));
    let ann = &acme.ann;
    let new = acme.gives("bob", rights(&["domain/dns"]), products(&[&acme.site]));
    ann.deletes_grant(&old.name).expect("deleted");
    ann.adds_to_team("acme", "writers", &["bob"])
        .expect("added");
    ann.changes_role("acme", "bob", RoleName::External)
        .expect("changed");
    ann.deactivates_member("acme", "bob").expect("deactivated");
    let words = stays_open(&acme, &request, why::CHANGE_REQUEST_OUTDATED);
    let id = |grant: &Made<Grant>| grant.id.to_string();
    for differs in [
        format!("grants/{} is new", id(&new)),
        format!("grants/{} is gone", id(&old)),
        "they joined teams/writers".to_owned(),
        "the role was COLLABORATOR and is EXTERNAL".to_owned(),
        "they were deactivated".to_owned(),
    ] {
        assert!(words.contains(&differs), "{differs}: {words}");
    }
}

#[test]
fn a_grant_that_was_changed_in_between_differs() {
    let acme = Acme::new();
    acme.bob();
    let grant = acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]));
    let less = MemberSpec {
        remove_grants: vec![grant.id.clone()],
        ..same_wish()
    };
    let request = for_bob(&acme.ann, less);
    let longer = UpdateGrant {
        note: Edit::Set(Some(note("For good."))),
        ..same(&grant)
    };
    acme.ann.updates_grant(longer).expect("changed");
    let words = stays_open(&acme, &request, why::CHANGE_REQUEST_OUTDATED);
    assert!(words.contains("has changed"), "{words}");
}

#[test]
fn a_member_who_left_is_not_there_to_be_changed() {
    let acme = Acme::new();
    acme.bob();
    let request = for_bob(&acme.ann, getting(kdrive_use(&acme.drive)));
    let stop = acme
        .ann
        .opens("acme", deactivation("acme", "bob", "Left."))
        .expect("opened");
    acme.ann.removes_member("acme", "bob").expect("removed");
    stays_open(&acme, &request, why::CHANGE_REQUEST_OUTDATED);
    stays_open(&acme, &stop, why::CHANGE_REQUEST_OUTDATED);
}
