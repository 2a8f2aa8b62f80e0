//! Rule 9, `change_policy` BY_REQUEST closes what changes access, and leaves the rest open.

use domain::{ChangePolicy, Grant, InvitationState, Note, Panel, Reason};

use super::super::actor::{Actor, Made, refused};
use super::super::make::{
    collaborator, display_name, external, group, products, rights, same, tag, to, to_member,
};
use super::super::members::{own, same_member};
use super::super::organizations::same_organization;
use super::super::{Acme, why};
use crate::queries::role_matrix::Area;
use crate::use_cases::edit::Edit;
use crate::use_cases::grant::UpdateGrant;
use crate::use_cases::member::{AllAccess, UpdateMember};
use crate::use_cases::organization::UpdateOrganization;
use crate::use_cases::role_spec::RoleName;

const CLOSED: Reason = why::CHANGE_POLICY_BY_REQUEST;

/// Acme with bob, a team, a group and a grant of each sort, which then changes by request only.
struct Closed {
    acme: Acme,
    bob: Actor,
    grant: Made<Grant>,
    website: String,
}

impl Closed {
    fn new() -> Self {
        let acme = Acme::new();
        let bob = acme.bob();
        let grant = acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]));
        acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]));
        acme.ann
            .adds_to_team("acme", "writers", &["bob"])
            .expect("in the team");
        let website = acme.ann.creates_group("acme", "website").expect("a group");
        acme.ann
            .adds_to_group(&website, &[&acme.drive])
            .expect("grouped");
        acme.ann.tags(&acme.drive, &["x", "idle"]).expect("tagged");
        acme.gives("bob", rights(&["kdrive/use"]), group(&website));
        acme.gives("bob", rights(&["kdrive/use"]), tag("x"));
        Self {
            acme,
            bob,
            grant,
            website,
        }
    }

    /// From now on.
    fn closes(self) -> Self {
        self.acme
            .world
            .operator()
            .sets_policy("acme", ChangePolicy::ByRequest)
            .expect("set");
        self
    }
}

#[test]
fn members_roles_and_areas_are_closed_to_the_legal_representative() {
    let Closed { acme, .. } = Closed::new().closes();
    let ann = &acme.ann;
    let refusal = refused(ann.changes_role("acme", "bob", RoleName::External), CLOSED);
    assert!(
        refusal
            .message
            .contains("organizations/acme changes access by request only"),
        "{}",
        refusal.message
    );
    let panel = UpdateMember {
        panel: Some(Panel::WhiteLabel),
        ..same_member()
    };
    refused(ann.updates_member("acme", "bob", panel), CLOSED);
    refused(
        ann.hands_out("acme", "bob", &[Area::Financial], None),
        CLOSED,
    );
    refused(ann.deactivates_member("acme", "bob"), CLOSED);
    refused(ann.reactivates_member("acme", "bob"), CLOSED);
    refused(ann.removes_member("acme", "bob"), CLOSED);
}

#[test]
fn grants_and_access_are_closed() {
    let Closed {
        acme, bob, grant, ..
    } = Closed::new().closes();
    let ann = &acme.ann;
    let more = to_member(
        "acme",
        "bob",
        rights(&["kdrive/manage"]),
        products(&[&acme.drive]),
    );
    refused(ann.grants_access("acme", more.clone()), CLOSED);
    refused(ann.grants_at_once("acme", vec![more]), CLOSED);
    refused(
        ann.updates_grant(UpdateGrant {
            note: Edit::Set(Some(Note::parse("Why.").expect("a note"))),
            ..same(&grant)
        }),
        CLOSED,
    );
    refused(ann.deletes_grant(&grant.name), CLOSED);
    refused(ann.deletes_at_once("acme", &[&grant.name]), CLOSED);
    refused(ann.saves_access("acme", "bob", "kdrive", own(&[])), CLOSED);
    refused(
        ann.saves_all_access("acme", "bob", AllAccess::Nothing),
        CLOSED,
    );
    refused(ann.grants_full_access("acme", "bob"), CLOSED);
    assert!(bob.may("kdrive/use", &acme.drive));
}

#[test]
fn teams_are_closed() {
    let Closed { acme, .. } = Closed::new().closes();
    let ann = &acme.ann;
    refused(ann.creates_team("acme", "readers"), CLOSED);
    refused(ann.adds_to_team("acme", "writers", &["bob"]), CLOSED);
    refused(ann.removes_from_team("acme", "writers", &["bob"]), CLOSED);
    refused(ann.deletes_team("acme", "writers"), CLOSED);
    refused(ann.renames_team("acme", "writers", "Writers"), CLOSED);
}

#[test]
fn invitations_are_closed_also_to_be_accepted() {
    let closed = Closed::new();
    let zoe = closed.acme.world.user("zoe");
    let invitation = |email: &str| to(email, collaborator());
    let open = closed
        .acme
        .ann
        .invites("acme", invitation("zoe@example.com"))
        .expect("invited");
    let Closed { acme, .. } = closed.closes();
    refused(
        acme.ann.invites("acme", invitation("new@example.com")),
        CLOSED,
    );
    refused(zoe.accepts(&open.name), CLOSED);
    assert!(!zoe.may("view", "organizations/acme"));
}

#[test]
fn tags_and_groups_that_change_access_are_closed() {
    let Closed {
        acme, bob, website, ..
    } = Closed::new().closes();
    let ann = &acme.ann;
    refused(ann.tags(&acme.archive, &["x"]), CLOSED);
    refused(ann.untags(&acme.drive, &["x"]), CLOSED);
    refused(ann.adds_to_group(&website, &[&acme.archive]), CLOSED);
    refused(ann.removes_from_group(&website, &[&acme.drive]), CLOSED);
    refused(ann.deletes_group(&website), CLOSED);
    assert!(!bob.may("kdrive/use", &acme.archive));
}

#[test]
fn a_tag_or_group_that_narrows_an_administrator_is_closed_too() {
    let acme = Acme::new();
    let website = acme.ann.creates_group("acme", "website").expect("a group");
    acme.technician("tim", tag("area"));
    acme.technician("tia", group(&website));
    acme.world
        .operator()
        .sets_policy("acme", ChangePolicy::ByRequest)
        .expect("set");
    refused(acme.ann.tags(&acme.drive, &["area"]), CLOSED);
    refused(acme.ann.adds_to_group(&website, &[&acme.drive]), CLOSED);
}

#[test]
fn tags_and_groups_that_change_nobodys_access_stay_open() {
    let Closed { acme, .. } = Closed::new().closes();
    let ann = &acme.ann;
    ann.tags(&acme.archive, &["idle"]).expect("tagged");
    ann.untags(&acme.drive, &["idle"]).expect("untagged");
    let shelf = ann.creates_group("acme", "shelf").expect("a group");
    ann.adds_to_group(&shelf, &[&acme.archive])
        .expect("grouped");
    ann.removes_from_group(&shelf, &[&acme.archive])
        .expect("taken out");
    ann.deletes_group(&shelf).expect("deleted");
    ann.renames_product(&acme.drive, "Our drive")
        .expect("renamed");
}

#[test]
fn leaving_stays_open() {
    let Closed {
        acme, bob, grant, ..
    } = Closed::new().closes();
    assert_eq!(acme.world.members("acme").len(), 2);
    assert!(bob.may("kdrive/use", &acme.drive));
    let answer = bob.leaves("acme").expect("gone");
    assert!(
        answer
            .removed_grants()
            .iter()
            .any(|removed| removed.name == grant.name)
    );
}

#[test]
fn refusing_and_withdrawing_an_invitation_stay_open() {
    let closed = Closed::new();
    let zoe = closed.acme.world.user("zoe");
    let invitation = |email: &str| to(email, external());
    let first = closed
        .acme
        .ann
        .invites("acme", invitation("zoe@example.com"))
        .expect("invited");
    let second = closed
        .acme
        .ann
        .invites("acme", invitation("new@example.com"))
        .expect("invited");
    let Closed { acme, .. } = closed.closes();
    let answered = zoe.refuses(&first.name).expect("refused");
    assert!(matches!(answered.state, InvitationState::Refused { .. }));
    let answered = acme.ann.withdraws(&second.name).expect("withdrawn");
    assert!(matches!(answered.state, InvitationState::Withdrawn { .. }));
}

#[test]
fn appointing_a_legal_representative_stays_open() {
    let Closed { acme, bob, .. } = Closed::new().closes();
    acme.world
        .operator()
        .appoints("acme", "bob")
        .expect("appointed");
    assert!(bob.may("manage_organization", "organizations/acme"));
}

#[test]
fn the_owner_of_an_externally_managed_type_writes_on() {
    let Closed { acme, bob, .. } = Closed::new().closes();
    let owner = acme.world.service("back-office", &["type.contacts.write"]);
    let grant = to_member(
        "acme",
        "bob",
        rights(&["contacts/read"]),
        products(&[&acme.book]),
    );
    let grant = owner.grants_access("acme", grant).expect("given");
    assert!(bob.may("contacts/read", &acme.book));
    owner.deletes_grant(&grant.name).expect("taken away");
    let access = own(&[(&acme.book, rights(&["contacts/write"]))]);
    owner
        .saves_access("acme", "bob", "contacts", access)
        .expect("saved");
    assert!(bob.may("contacts/write", &acme.book));
}

#[test]
fn the_organizations_settings_and_the_operators_products_stay_open() {
    let Closed { acme, .. } = Closed::new().closes();
    let named = UpdateOrganization {
        display_name: Edit::Set(display_name("Acme Ltd")),
        ..same_organization()
    };
    acme.ann
        .updates_organization("acme", named)
        .expect("changed");
    acme.world
        .operator()
        .creates_product("acme", "shop", "ticketing")
        .expect("a product");
    acme.world
        .operator()
        .deletes_product(&acme.archive)
        .expect("deleted");
}

#[test]
fn only_the_operator_sets_it() {
    let acme = Acme::new();
    refused(
        acme.ann.sets_policy("acme", ChangePolicy::ByRequest),
        why::OPERATOR_REQUIRED,
    );
    acme.world
        .operator()
        .sets_policy("acme", ChangePolicy::ByRequest)
        .expect("set");
    refused(
        acme.ann.sets_policy("acme", ChangePolicy::Direct),
        why::OPERATOR_REQUIRED,
    );
    acme.world
        .operator()
        .sets_policy("acme", ChangePolicy::Direct)
        .expect("set");
    acme.bob();
}
