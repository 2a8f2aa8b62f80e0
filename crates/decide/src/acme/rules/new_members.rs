//! People are made members without being asked first: by whom, whom, and what whoever does so learns.

use domain::{
    ChangePolicy, Handover, Invitation, Mail, Member, Reason, Refusal, Role, Scope, User,
};

use super::super::actor::{Actor, Done, refused, subjects};
use super::super::make::{areas, collaborator, display_name, email, to, user};
use super::super::organizations::same_settings;
use super::super::people::person;
use super::super::{Acme, why};
use super::agency::Agency;
use super::named_operator;
use crate::queries::role_matrix::Area;
use crate::use_cases::edit::Edit;
use crate::use_cases::member::PersonToJoin;
use crate::use_cases::platform::UpdatePlatformSettings;
use crate::use_cases::role_spec::{RoleName, RoleSpec};
use crate::use_cases::user::UpdateUser;

fn new(id: &str) -> PersonToJoin {
    person(id, RoleName::Collaborator)
}

fn vouched(id: &str) -> PersonToJoin {
    PersonToJoin {
        email_confirmed: true,
        ..new(id)
    }
}

fn with_areas(id: &str, named: &[Area]) -> PersonToJoin {
    PersonToJoin {
        role: RoleSpec {
            role: Some(RoleName::Administrator),
            areas: Some(areas(named)),
            technical_scope: named.contains(&Area::Technical).then_some(Scope::All),
        },
        ..new(id)
    }
}

/// A service that keeps all accounts.
fn front(acme: &Acme) -> Actor {
    acme.world.service("front", &["users.write"])
}

fn users(done: &Done) -> Vec<User> {
    let records = done.0.iter().flat_map(|change| change.saved());
    records
        .filter_map(<User as domain::Noun>::of)
        .cloned()
        .collect()
}

fn mails(done: &Done) -> Vec<Mail> {
    let mails = done.0.iter().flat_map(|change| &change.mails);
    mails.cloned().collect()
}

/// Refused for the second of two people, and the first is no member either.
fn second_is_refused(acme: &Acme, by: &Actor, bad: PersonToJoin, why: Reason) -> Refusal {
    let before = acme.world.members("acme");
    let refusal = refused(by.makes_members("acme", vec![new("first"), bad]), why);
    assert!(refusal.message.starts_with("requests[1]: "), "{refusal:?}");
    assert_eq!(refusal.metadata["item"], "1");
    assert_eq!(acme.world.members("acme"), before);
    refusal
}

#[test]
fn new_people_are_members_in_the_order_asked_and_get_no_organization() {
    let acme = Acme::new();
    let front = front(&acme);
    for (by, ids) in [
        (&acme.world.operator(), ["olaf", "odin"]),
        (&front, ["fay", "fred"]),
    ] {
        let done = by
            .makes_members("acme", ids.map(new).to_vec())
            .expect("made");
        let members = done.all_saved::<Member>();
        let accounts = users(&done);
        assert_eq!((members.len(), accounts.len()), (2, 2));
        for ((member, account), id) in members.iter().zip(&accounts).zip(ids) {
            assert_eq!(member.user, account.id);
            assert_eq!(member.role, Role::Collaborator);
            assert!(!account.email_confirmed);
            let said = account.email.as_ref().expect("an email");
            assert_eq!(acme.world.text(said), format!("{id}@example.com"));
            let homes = acme.world.organizations_of(account.id.as_str());
            assert_eq!(homes, ["acme"]);
        }
        let confirms = |mail: &Mail| matches!(mail, Mail::ConfirmEmail { .. });
        assert!(mails(&done).iter().all(confirms) && mails(&done).len() == 2);
    }
}

#[test]
fn only_what_the_operator_makes_waits_for_whoever_has_the_mailbox() {
    let acme = Acme::new();
    let front = front(&acme);
    let waits = |by: &Actor, id: &str| {
        let done = by.makes_members("acme", vec![new(id)]).expect("made");
        users(&done)[0].handover
    };
    assert_eq!(
        waits(&acme.world.operator(), "olaf"),
        Some(Handover::Waiting)
    );
    assert_eq!(waits(&front, "fay"), None);
}

#[test]
fn emails_are_confirmed_by_word_of_the_operator_and_of_a_service() {
    let acme = Acme::new();
    let front = front(&acme);
    for (by, id) in [(&acme.world.operator(), "olaf"), (&front, "fay")] {
        let done = by.makes_members("acme", vec![vouched(id)]).expect("made");
        assert!(users(&done)[0].email_confirmed);
        assert_eq!(mails(&done), []);
    }
}

#[test]
fn somebody_known_is_taken_in_unasked_by_the_operator_alone_is_told_and_may_leave() {
    let acme = Acme::new();
    let ida = acme.world.user("ida");
    let done = acme
        .world
        .operator()
        .makes_members("acme", vec![new("ida")]);
    let done = done.expect("made");
    assert_eq!(users(&done), []);
    assert_eq!(mails(&done), [Mail::MadeMember { user: user("ida") }]);
    assert!(ida.may("view", "organizations/acme"));
    ida.leaves("acme").expect("left");
}

#[test]
fn an_account_that_the_operator_made_for_whoever_has_the_email_is_known_to_them() {
    let acme = Acme::new();
    acme.world.operator().claims("ida").expect("made for her");
    let done = acme
        .world
        .operator()
        .makes_members("acme", vec![new("ida")]);
    assert_eq!(users(&done.expect("made")), []);
    assert!(acme.world.member_of("acme", "ida").is_some());
}

/// An account of the operator's making that its person changed before its email was confirmed.
fn used_but_unconfirmed(acme: &Acme, front: &Actor, id: &str) {
    acme.world.operator().claims(id).expect("made for them");
    let name = UpdateUser {
        given_name: Edit::Set(display_name("Me")),
        ..same_user(id)
    };
    front.does("UpdateUser", &name).expect("theirs");
    let account = acme.world.account(id);
    assert_eq!(account.handover, Some(Handover::Done));
    assert!(!account.email_confirmed);
}

#[test]
fn the_operator_asks_whom_somebody_acted_as_before_their_email_was_confirmed() {
    let acme = Acme::new();
    let front = front(&acme);
    let olga = named_operator(&acme, "olga");
    for (by, id) in [(&acme.world.operator(), "ida"), (&olga, "ivo")] {
        used_but_unconfirmed(&acme, &front, id);
        let done = by.makes_members("acme", vec![new(id)]).expect("asked");
        assert!(done.all_saved::<Member>().is_empty() && users(&done).is_empty());
        let open = done.saved::<Invitation>().name.clone();
        let confirmed = UpdateUser {
            email: Edit::Set(email(&format!("{id}@example.com"))),
            email_confirmed: true,
            ..same_user(id)
        };
        front.does("UpdateUser", &confirmed).expect("theirs");
        let person = acme.world.acting(id);
        person.accepts(&open).expect("accepted");
    }
}

#[test]
fn a_service_asks_somebody_known() {
    let acme = Acme::new();
    let front = front(&acme);
    let ida = acme.world.user("ida");
    for asked in [new("ida"), vouched("ida")] {
        let done = front.makes_members("acme", vec![asked, new("noel")]);
        let done = done.expect("made");
        let invited = done.saved::<Invitation>();
        assert_eq!(invited.sender.actor, None);
        assert_eq!(users(&done).len(), 1);
        assert!(acme.world.member_of("acme", "ida").is_none());
        acme.ann.withdraws(&invited.name).expect("withdrawn");
        let noel = done.saved::<Member>().user.clone();
        acme.ann
            .removes_member("acme", noel.as_str())
            .expect("removed");
        acme.world
            .operator()
            .erases_user(noel.as_str())
            .expect("erased");
    }
    let done = front
        .makes_members("acme", vec![new("ida")])
        .expect("invited");
    ida.accepts(&done.saved::<Invitation>().name)
        .expect("accepted");
    assert!(ida.may("view", "organizations/acme"));
}

#[test]
fn a_claim_keeps_nobody_from_being_made_by_who_knows_that_it_is_one() {
    let acme = Acme::new();
    let front = front(&acme);
    front.claims("mallory").expect("a claim");
    for asked in [new("mallory"), vouched("mallory")] {
        let done = front.makes_members("acme", vec![asked]).expect("made");
        assert_eq!(users(&done).len(), 1);
        let made = done.saved::<Member>().user.clone();
        assert_ne!(made, user("mallory"));
        acme.ann
            .removes_member("acme", made.as_str())
            .expect("removed");
    }
}

#[test]
fn what_a_member_claims_beside_their_own_email_names_nobody() {
    let acme = Acme::new();
    acme.bob();
    let front = front(&acme);
    for (by, id) in [(&acme.world.operator(), "victim"), (&front, "other")] {
        let pending = UpdateUser {
            email: Edit::Set(email(&format!("{id}@example.com"))),
            ..same_user("bob")
        };
        front.does("UpdateUser", &pending).expect("a claim");
        let done = by.makes_members("acme", vec![new(id)]).expect("made");
        assert_eq!(users(&done).len(), 1);
        assert_ne!(done.saved::<Member>().user, user("bob"));
    }
}

/// No change of an account.
fn same_user(id: &str) -> UpdateUser {
    UpdateUser {
        user: user(id),
        etag: None,
        given_name: Edit::Keep,
        family_name: Edit::Keep,
        email: Edit::Keep,
        email_confirmed: false,
        login: Edit::Keep,
        position: Edit::Keep,
        locale: Edit::Keep,
    }
}

#[test]
fn an_invitation_of_a_service_holds_as_long_as_it_could_send_it() {
    let acme = Acme::new();
    let front = front(&acme);
    let ida = acme.world.user("ida");
    let asked = PersonToJoin {
        role: with_areas("ida", &[]).role,
        ..new("ida")
    };
    let done = front.makes_members("acme", vec![asked]).expect("made");
    let open = done.saved::<Invitation>();
    acme.world
        .operator()
        .sets_scopes("front", &["read"])
        .expect("set");
    refused(ida.accepts(&open.name), why::SENDER_MAY_NO_LONGER);
    acme.world
        .operator()
        .sets_scopes("front", &["users.write"])
        .expect("set");
    acme.world
        .operator()
        .limits_administrators("acme", Some(0))
        .expect("set");
    refused(ida.accepts(&open.name), why::SENDER_MAY_NO_LONGER);
    acme.world
        .operator()
        .limits_administrators("acme", None)
        .expect("set");
    ida.accepts(&open.name).expect("accepted");
}

#[test]
fn one_item_that_may_not_be_keeps_all_of_them_away_and_is_named() {
    let acme = Acme::new();
    let operator = acme.world.operator();
    acme.bob();
    second_is_refused(&acme, &operator, new("bob"), why::MEMBER_EXISTS);
    let open = to("ida@example.com", collaborator());
    acme.ann.invites("acme", open).expect("invited");
    second_is_refused(&acme, &operator, new("ida"), why::INVITATION_OPEN);
    acme.world.user("gil");
    operator.deactivates_user("gil").expect("stopped");
    second_is_refused(&acme, &operator, new("gil"), why::USER_INACTIVE);
    let taken = PersonToJoin {
        user: Some(user("bob")),
        ..new("noel")
    };
    second_is_refused(&acme, &operator, taken, why::ID_TAKEN);
    let twice = operator.makes_members("acme", vec![new("a"), new("b"), new("a")]);
    let twice = refused(twice, why::FIELD_INVALID);
    assert_eq!(subjects(&twice), ["requests[2].member.email"]);
}

#[test]
fn whoever_asks_twice_does_not_make_two_of_one() {
    let acme = Acme::new();
    let front = front(&acme);
    for (by, id) in [(&acme.world.operator(), "olaf"), (&front, "fay")] {
        by.makes_members("acme", vec![new(id)]).expect("made");
        refused(by.makes_members("acme", vec![new(id)]), why::MEMBER_EXISTS);
    }
}

#[test]
fn rule_3_nobody_is_made_a_legal_representative_and_a_service_hands_out_no_area() {
    let acme = Acme::new();
    let front = front(&acme);
    let operator = acme.world.operator();
    for by in [&operator, &front] {
        let above = person("new", RoleName::LegalRepresentative);
        second_is_refused(&acme, by, above, why::LEGAL_REPRESENTATIVE_REQUIRED);
    }
    let areas = with_areas("new", &[Area::Security]);
    second_is_refused(&acme, &front, areas, why::GIVES_MORE_THAN_HELD);
    // Nor does it learn which products there are.
    let mut unknown = with_areas("new", &[Area::Technical]);
    let product = domain::ProductId::parse("nowhere").expect("an id");
    let entry = domain::ScopeEntry::Product(product);
    unknown.role.technical_scope = Some(Scope::listed([entry]));
    second_is_refused(&acme, &front, unknown, why::GIVES_MORE_THAN_HELD);
    front
        .makes_members("acme", vec![with_areas("plain", &[])])
        .expect("an administrator of nothing");
    operator
        .makes_members("acme", vec![with_areas("tessa", &[Area::Technical])])
        .expect("acme is nobody's partner");
}

#[test]
fn rule_3_the_platforms_areas_are_for_whom_the_operator_makes() {
    let acme = Acme::new();
    let front = front(&acme);
    let settings = UpdatePlatformSettings {
        new_administrator_areas: Edit::Set(domain::Areas::all()),
        ..same_settings()
    };
    acme.world.operator().sets(settings).expect("set");
    let plain = |id| vec![person(id, RoleName::Administrator)];
    let areas_of = |by: &Actor, id| {
        let done = by.makes_members("acme", plain(id)).expect("made");
        done.saved::<Member>().role.areas().cloned()
    };
    let operator = acme.world.operator();
    assert_eq!(areas_of(&operator, "olaf"), Some(domain::Areas::all()));
    assert_eq!(areas_of(&front, "fay"), Some(domain::Areas::default()));
}

#[test]
fn rule_3_nobody_is_made_staff_by_role_of_a_partner() {
    let agency = Agency::new();
    let operator = agency.acme.world.operator();
    let staff = vec![with_areas("sly", &[Area::Technical])];
    let made = operator.makes_members("agency", staff);
    refused(made, why::GIVES_MORE_THAN_HELD);
    operator
        .makes_members("agency", vec![with_areas("sam", &[Area::Security])])
        .expect("no staff by role");
}

#[test]
fn rule_4_the_administrators_of_a_batch_are_counted_together() {
    let acme = Acme::new();
    let operator = acme.world.operator();
    operator
        .limits_administrators("acme", Some(2))
        .expect("set");
    let three = ["a", "b", "c"].map(|id| with_areas(id, &[]));
    let made = operator.makes_members("acme", three.to_vec());
    let made = refused(made, why::ADMINISTRATOR_LIMIT);
    assert_eq!(made.metadata["item"], "2");
    operator
        .makes_members("acme", three[..2].to_vec())
        .expect("two have room");
}

#[test]
fn rule_9_by_request_closes_it_to_the_operator_too() {
    let acme = Acme::new();
    let front = front(&acme);
    let operator = acme.world.operator();
    operator
        .sets_policy("acme", ChangePolicy::ByRequest)
        .expect("set");
    for by in [&operator, &front] {
        let made = by.makes_members("acme", vec![new("noel")]);
        refused(made, why::CHANGE_POLICY_BY_REQUEST);
    }
}

#[test]
fn rule_12_whom_acme_has_shut_out_is_not_taken_in() {
    let acme = Acme::new();
    acme.bob();
    acme.ann.deactivates_member("acme", "bob").expect("stopped");
    acme.ann.removes_member("acme", "bob").expect("removed");
    let operator = acme.world.operator();
    second_is_refused(&acme, &operator, new("bob"), why::SHUT_OUT);
}

#[test]
fn no_operator_takes_themselves_in() {
    let acme = Acme::new();
    let olga = named_operator(&acme, "olga");
    second_is_refused(&acme, &olga, new("olga"), why::RAISES_SELF);
    olga.makes_members("acme", vec![new("noel")]).expect("made");
}

#[test]
fn nobody_of_the_organization_makes_members_so() {
    let acme = Acme::new();
    refused(
        acme.ann.makes_members("acme", vec![new("noel")]),
        why::OPERATOR_REQUIRED,
    );
}
