//! Rule 12: whom an organization has shut out has no path there, whether a member or not, and what lifting it takes.

use std::collections::BTreeMap;

use access::{DecisionReason, View};
use domain::{
    Areas, Change, Grant, LeftProductRights, OrganizationRight, Reason, Record, RecordName,
    Refusal, Role, Scope, Timestamp,
};

use crate::facts::*;
use crate::partners::*;

const NOW: Timestamp = Timestamp(0);

fn out(id: &str) -> Record {
    Record::ShutOut(shut_out(id))
}

/// Why somebody may not use the drive; nothing on acme works for them either.
fn denied(view: &View, who: &str) -> DecisionReason {
    let all = OrganizationRight::ALL.into_iter();
    let held: Vec<_> = all
        .filter(|right| view.holds(&user(who), *right, NOW))
        .collect();
    assert_eq!(held, []);
    let through = view.acts_through(&user(who), OrganizationRight::ManageUsers);
    assert_eq!(through, []);
    let decision = view.decide(who, "drive", "use");
    assert!(!decision.allowed, "{decision:?}");
    decision.reason
}

#[test]
fn who_is_no_member_has_no_path_by_a_partnership_and_the_reason_tells_nothing() {
    let assigned = || [everything("c", "cal")];
    let open = entrusted(FULL, [], assigned());
    assert!(open.may("pam", "drive", "use") && open.may("cal", "drive", "use"));
    let shut = entrusted(FULL, [out("pam"), out("cal")], assigned());
    for who in ["pam", "cal", "stranger"] {
        assert_eq!(denied(&shut, who), DecisionReason::NotAMember);
    }
    assert!(shut.may("tim", "drive", "use"), "the others work on");
}

#[test]
fn a_member_has_none_either_by_whichever_of_the_two_it_is_known() {
    let grant = grant("g1", "bob", numbers(&[1]), "all");
    let asleep = Record::Member(asleep("bob", Role::Collaborator));
    for known in [asleep, out("bob")] {
        let view = view_with([Record::Grant(Grant::clone(&grant)), known]);
        assert_eq!(denied(&view, "bob"), DecisionReason::MemberInactive);
    }
}

#[test]
fn who_is_shut_out_of_the_partner_is_none_of_its_people() {
    let view = beside_agency(
        [Record::Partnership(partnership("m", "agency", FULL))],
        [out("pam"), Record::ClientAssignment(everything("c", "cal"))],
    );
    assert_eq!(denied(&view, "pam"), DecisionReason::NotAMember);
    assert!(view.partnerships_of_person(&user("pam")).is_empty());
    assert!(view.may("cal", "drive", "use"));
}

#[test]
fn nobody_assigns_what_the_client_has_shut_them_out_of() {
    let view = entrusted(FULL, [out("pam")], []);
    let inside = view.of(&home("agency")).unwrap();
    let refused = inside.may_assign(&user("pam"), &everything("c", "cal"));
    assert_eq!(refused.unwrap_err().reason, Reason::GivesMoreThanHeld);
    let others = inside.may_assign(&user("fay"), &everything("c", "cal"));
    assert!(others.is_ok(), "{others:?}");
}

#[test]
fn a_preview_shows_what_shutting_out_takes_and_lifting_gives() {
    let open = entrusted(FULL, [], []);
    let shut = entrusted(FULL, [out("pam")], []);
    let mut change = Change::new(domain::Home::Organization(acme()), "test");
    change.save(shut_out("pam"));
    let taken = access::effect(&open, &shut, std::slice::from_ref(&change), NOW);
    assert!(taken.lines.iter().all(|line| line.user == user("pam")));
    assert!(taken.lines.iter().any(|line| line.lost > 0));
    let mut change = Change::new(domain::Home::Organization(acme()), "test");
    change.remove(RecordName::shut_out(&user("pam")));
    let given = access::effect(&shut, &open, &[change], NOW);
    let counts = |effect: &domain::Effect, lost: bool| -> BTreeMap<String, u32> {
        let lines = effect.lines.iter();
        lines
            .map(|line| {
                let count = if lost { line.lost } else { line.gained };
                (line.right.clone(), count)
            })
            .collect()
    };
    assert_eq!(counts(&taken, true), counts(&given, false));
}

/// Whether this administrator of acme opens again to pam what the agency is entrusted with.
fn lifts(access: domain::AccessLevel, mandate: Option<Grant>, areas: Areas) -> Result<(), Refusal> {
    let lifter = Record::Member(member("mia", Role::Administrator(areas)));
    let acme = mandate.map(Record::Grant).into_iter();
    let view = entrusted(access, acme.chain([lifter, out("pam")]), []);
    view.may_open_mandates(&user("mia"), &user("pam"), NOW)
}

#[test]
fn lifting_takes_all_that_the_partner_is_entrusted_with() {
    let users = Areas {
        user_rights: true,
        ..Areas::default()
    };
    let narrowed = Areas {
        technical: Some(scope("tag:x")),
        ..users.clone()
    };
    let technical = Areas {
        technical: Some(Scope::All),
        ..users.clone()
    };
    let rich = Areas {
        financial: true,
        ..technical.clone()
    };
    let refused = |answer: Result<(), Refusal>| {
        assert_eq!(answer.unwrap_err().reason, Reason::GivesMoreThanHeld);
    };
    refused(lifts(FULL, None, users.clone()));
    refused(lifts(FULL, None, narrowed.clone()));
    assert!(lifts(FULL, None, technical.clone()).is_ok());
    refused(lifts(WALLET, None, technical));
    assert!(lifts(WALLET, None, rich).is_ok());
    let mandate = |on| Some(grant("g1", "partnership:m", numbers(&[1]), on));
    refused(lifts(LIMITED, mandate("tag:x"), users.clone()));
    assert!(lifts(LIMITED, mandate("tag:x"), narrowed.clone()).is_ok());
    refused(lifts(LIMITED, mandate("tag:y"), narrowed));
    assert!(
        lifts(LIMITED, None, users).is_ok(),
        "nothing stands behind it"
    );
}

#[test]
fn what_one_exercises_as_staff_opens_nothing() {
    let users = Areas {
        user_rights: true,
        ..Areas::default()
    };
    // tim is staff with everything, and by his own role here manages users alone.
    let tim = Record::Member(member("tim", Role::Administrator(users)));
    let view = entrusted(FULL, [tim, out("pam")], []);
    assert!(view.may("tim", "drive", "use"));
    let answer = view.may_open_mandates(&user("tim"), &user("pam"), NOW);
    assert_eq!(answer.unwrap_err().reason, Reason::GivesMoreThanHeld);
    let nobody = view.may_open_mandates(&user("tim"), &user("bob"), NOW);
    assert!(nobody.is_ok(), "he is none of a partner's people");
    let left = assignment(
        "c",
        "pam",
        LeftProductRights::All,
        &[OrganizationRight::View],
    );
    let view = entrusted(FULL, [out("pam")], [left]);
    let answer = view.may_open_mandates(&user("tim"), &user("pam"), NOW);
    assert!(answer.is_err(), "as staff alone neither");
}
