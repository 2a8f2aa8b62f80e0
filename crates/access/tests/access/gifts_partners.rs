//! Rule 1 with partners, sentence by sentence: what staff may give, and what a partner's people may leave to each other.

use access::View;
use domain::{
    ClientAssignment, Grant, LeftProductRights, OrganizationRight, Reason, Record, Refusal,
    RightKind, Rights, Role, TeamId, Timestamp,
};
use proptest::prelude::*;
use proptest::sample::select;

use crate::facts::*;
use crate::partners::*;
use crate::random::{PEOPLE, time, world};
use crate::random_partners::{self, COMPANIES};

const NOW: Timestamp = Timestamp(0);

fn refused(answer: Result<(), Refusal>) {
    assert_eq!(answer.unwrap_err().reason, Reason::GivesMoreThanHeld);
}

fn mandate(rights: Rights, on: &str) -> Record {
    Record::Grant(grant("mandate", "partnership:m", rights, on))
}

/// What cal may give with these kinds left.
fn left(kinds: LeftProductRights) -> View {
    entrusted(FULL, [], [assignment("c", "cal", kinds, &[])])
}

#[test]
fn full_staff_gives_anything() {
    let view = entrusted(FULL, [], [everything("c", "cal")]);
    for who in ["pam", "tim", "cal"] {
        assert!(view.gives(who, &Rights::All, "all").is_ok());
        assert!(
            view.gives(who, &numbers(&[1]), "tag:x future:kdrive")
                .is_ok()
        );
    }
    for no_staff in ["nora", "tina", "xena", "cora", "stranger"] {
        refused(view.gives(no_staff, &numbers(&[1]), "product:drive"));
    }
}

#[test]
fn who_was_left_kinds_gives_these_kinds_only() {
    let view = left(only(&[RightKind::Usage, RightKind::Detailed]));
    assert!(view.gives("cal", &kind(RightKind::Usage), "all").is_ok());
    assert!(view.gives("cal", &numbers(&[1, 3]), "type:kdrive").is_ok());
    refused(view.gives("cal", &kind(RightKind::Management), "all"));
    refused(view.gives("cal", &numbers(&[1, 2]), "type:kdrive"));
    let view = left(only(&[RightKind::Management]));
    let implied = view.gives("cal", &numbers(&[3]), "product:drive");
    assert!(implied.is_ok(), "manage implies read");
    refused(left(only(&[])).gives("cal", &numbers(&[1]), "product:drive"));
}

#[test]
fn all_rights_are_left_in_all_only() {
    let every_kind = only(&RightKind::ALL);
    refused(left(every_kind).gives("cal", &Rights::All, "product:drive"));
    let kinds = Rights::listed(RightKind::ALL.into_iter().collect(), []);
    assert!(left(every_kind).gives("cal", &kinds, "all").is_ok());
    assert!(
        left(LeftProductRights::All)
            .gives("cal", &Rights::All, "all")
            .is_ok()
    );
}

#[test]
fn limited_staff_holds_the_grants_of_the_partnership() {
    let timed = Record::Grant(Grant {
        period: period(None, Some(10)),
        ..grant("timed", "partnership:m", numbers(&[12]), "product:site")
    });
    let records = [mandate(numbers(&[1]), "tag:x"), timed];
    let view = entrusted(LIMITED, records, []);
    assert!(view.gives("pam", &numbers(&[1]), "tag:x").is_ok());
    assert!(view.gives("pam", &numbers(&[1]), "product:drive").is_ok());
    refused(view.gives("pam", &numbers(&[1]), "product:drive-new"));
    refused(view.gives("pam", &numbers(&[2]), "product:drive"));
    refused(view.gives("pam", &numbers(&[12]), "product:site"));
    let (dns, site) = (numbers(&[12]), scope("product:site"));
    let until_ten = gift(&dns, &site, period(None, Some(10)));
    assert!(view.may_give(&user("pam"), &until_ten, NOW).is_ok());
}

#[test]
fn of_a_grant_of_the_partnership_the_left_part_is_held() {
    let left = |rights: Rights, kinds: &[RightKind]| {
        let assigned = assignment("c", "cal", only(kinds), &[]);
        entrusted(LIMITED, [mandate(rights, "tag:x")], [assigned])
    };
    let (usage, detailed) = (RightKind::Usage, RightKind::Detailed);
    let view = left(Rights::All, &[usage]);
    assert!(view.gives("cal", &kind(usage), "tag:x").is_ok());
    refused(view.gives("cal", &Rights::All, "tag:x"));
    refused(view.gives("cal", &kind(usage), "type:kdrive"));
    let view = left(numbers(&[1, 2]), &[usage]);
    assert!(view.gives("cal", &numbers(&[1]), "tag:x").is_ok());
    refused(view.gives("cal", &numbers(&[2]), "tag:x"));
    refused(view.gives("cal", &kind(usage), "tag:x"));
    for giving in [numbers(&[2]), kind(RightKind::Management)] {
        let view = left(giving, &[detailed]);
        assert!(view.may("cal", "drive", "read"), "implied, and left");
        assert!(view.gives("cal", &numbers(&[3]), "tag:x").is_ok());
        refused(view.gives("cal", &numbers(&[2]), "tag:x"));
    }
}

#[test]
fn what_is_lent_is_held_while_it_counts() {
    let lent_to_eve = |idle: fn(_) -> _| {
        let given = lent(grant("n", "eve", numbers(&[1]), "tag:x"), &["m"]);
        let partnership = idle(partnership("m", "agency", LIMITED));
        let acme = [Record::Grant(given), Record::Partnership(partnership)];
        let eve = Record::Member(member("eve", Role::Collaborator));
        beside_agency(acme, [eve]).gives("eve", &numbers(&[1]), "tag:x")
    };
    assert!(lent_to_eve(|active| active).is_ok());
    refused(lent_to_eve(ended));
}

#[test]
fn whom_the_client_has_deactivated_gives_nothing() {
    let here = Record::Member(asleep("pam", Role::External));
    let view = entrusted(FULL, [here], []);
    refused(view.gives("pam", &numbers(&[1]), "product:drive"));
}

fn puts(view: &View, who: &str, label: &str) -> Result<(), Refusal> {
    view.labelling(&user(who), NOW)
        .may(&product_id("drive"), &entry(label))
}

#[test]
fn a_label_through_which_a_mandate_goes_is_for_a_legal_representative() {
    for label in ["tag:y", "group:h"] {
        let more = [
            Record::Member(member("adam", administrator(Some(domain::Scope::All)))),
            mandate(numbers(&[1]), label),
        ];
        let view = entrusted(LIMITED, more, []);
        assert!(puts(&view, "ann", label).is_ok());
        for who in ["adam", "pam", "bob"] {
            let refusal = puts(&view, who, label).unwrap_err();
            assert_eq!(refusal.reason, Reason::LegalRepresentativeRequired);
        }
    }
    let carried = entrusted(LIMITED, [mandate(numbers(&[1]), "tag:x")], []);
    assert!(puts(&carried, "bob", "tag:x").is_ok(), "has it already");
}

#[test]
fn full_staff_labels_where_only_grants_of_members_go() {
    let y = Record::Grant(grant("y", "eve", numbers(&[1]), "tag:y"));
    let usage = assignment("c", "cal", only(&[RightKind::Usage]), &[]);
    let technical = assignment("d", "cora", only(&[RightKind::Technical]), &[]);
    let view = entrusted(FULL, [y], [usage, technical]);
    assert!(puts(&view, "pam", "tag:y").is_ok() && puts(&view, "cal", "tag:y").is_ok());
    refused(puts(&view, "cora", "tag:y"));
    let products = [OrganizationRight::ManageProducts];
    let view = entrusted(FULL, [], [assignment("c", "cal", only(&[]), &products)]);
    let in_scope = |who| view.in_technical_scope(&user(who), &product_id("drive"));
    assert!(in_scope("pam") && in_scope("cal") && !in_scope("cora"));
}

/// The agency itself, in which this is assigned.
fn inside(assignments: impl IntoIterator<Item = ClientAssignment>) -> View {
    entrusted(FULL, [], assignments)
        .of(&home("agency"))
        .unwrap()
}

const WALLET_RIGHT: &[OrganizationRight] = &[OrganizationRight::UseWallet];

#[test]
fn nobody_leaves_more_of_a_mandate_than_they_exercise() {
    let view = inside([assignment(
        "c",
        "cal",
        only(&[RightKind::Usage]),
        &[OrganizationRight::View],
    )]);
    let assigns = |who: &str, kinds, rights: &[_]| {
        view.may_assign(&user(who), &assignment("new", "cora", kinds, rights))
    };
    assert!(assigns("pam", LeftProductRights::All, &OrganizationRight::ALL).is_ok());
    assert!(assigns("fay", LeftProductRights::All, &OrganizationRight::ALL).is_ok());
    assert!(assigns("tim", LeftProductRights::All, &[]).is_ok());
    refused(assigns("tim", only(&[]), WALLET_RIGHT));
    let usage = only(&[RightKind::Usage]);
    assert!(assigns("cal", usage, &[OrganizationRight::View]).is_ok());
    refused(assigns("cal", usage, &[OrganizationRight::ManageUsers]));
    refused(assigns("cal", only(&[RightKind::Technical]), &[]));
    refused(assigns("cal", LeftProductRights::All, &[]));
    for none in ["nora", "tina", "cora", "xena", "stranger"] {
        refused(assigns(none, only(&[]), &[]));
    }
    let of_another = ClientAssignment {
        partnership: partnership_id("another"),
        ..assignment("new", "cora", usage, &[])
    };
    refused(view.may_assign(&user("cal"), &of_another));
}

#[test]
fn every_kind_is_not_all() {
    let view = inside([assignment("c", "cal", only(&RightKind::ALL), &[])]);
    let all = assignment("new", "cora", LeftProductRights::All, &[]);
    refused(view.may_assign(&user("cal"), &all));
}

#[test]
fn who_comes_into_an_assigned_team_is_given_what_it_is_left() {
    let view = inside([assignment(
        "c",
        "team:desk",
        LeftProductRights::All,
        WALLET_RIGHT,
    )]);
    let desk = TeamId::parse("desk").unwrap();
    let puts = |who: &str| view.may_put_into_team(&user(who), &desk, NOW);
    assert!(puts("pam").is_ok() && puts("fay").is_ok() && puts("cora").is_ok());
    refused(puts("tim"));
    refused(puts("cal"));
    let view = inside([everything("c", "cal")]);
    let puts = |who: &str| view.may_put_into_team(&user(who), &desk, NOW);
    assert!(puts("tim").is_ok() && puts("nora").is_ok(), "left nothing");
}

#[test]
fn who_becomes_one_of_the_people_is_given_what_assignments_leave_them() {
    let desk = Record::Team(team("desk", &["cora", "xena"]));
    for assignee in ["xena", "team:desk"] {
        let assigned = assignment("c", assignee, LeftProductRights::All, WALLET_RIGHT);
        let more = [desk.clone(), Record::ClientAssignment(assigned)];
        let mandate = Record::Partnership(partnership("m", "agency", FULL));
        let view = beside_agency([mandate], more).of(&home("agency")).unwrap();
        let makes = |who: &str| view.may_give_assignments_to(&user(who), &user("xena"));
        assert!(makes("pam").is_ok() && makes("fay").is_ok(), "{assignee}");
        refused(makes("tim"));
        refused(makes("nora"));
    }
    let view = inside([everything("c", "cal")]);
    assert!(
        view.may_give_assignments_to(&user("nora"), &user("xena"))
            .is_ok()
    );
}

#[test]
fn those_who_could_are_the_clients_own() {
    let view = entrusted(FULL, [], []);
    let refusal = view.gives("bob", &numbers(&[1]), "product:drive");
    let refusal = refusal.unwrap_err();
    assert!(refusal.message.contains("users/ann"), "{refusal}");
    assert!(!refusal.message.contains("users/pam"), "{refusal}");
}

/// All that somebody has on acme, as words.
fn has(view: &View, who: &str, at: Timestamp) -> Vec<String> {
    let products = view.organization.products().map(|product| &product.id);
    let resources = products.map(|id| access::Resource::Product(id.clone()));
    let resources = resources.chain([access::Resource::Organization]);
    resources
        .flat_map(|on| {
            let mut rights = view.rights(&user(who), &on, at);
            rights.retain(|(_, decision)| decision.allowed);
            rights
                .into_iter()
                .map(move |(right, _)| format!("{right} on {on:?}"))
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 600, ..ProptestConfig::default() })]

    #[test]
    fn who_is_assigned_never_has_more_by_it_than_who_assigned(
        (_, mut records, mut others) in world(),
        actor in select(&PEOPLE),
        company in select(&COMPANIES),
        given in random_partners::assignment(),
        at in time(),
    ) {
        // Both stand in acme for nothing else.
        records.retain(|record| !matches!(record, Record::Member(_) | Record::User(_)));
        let newcomer = Record::Member(member("newcomer", Role::Collaborator));
        let before = among(view(records.clone()), &others);
        let inside = before.of(&home(company)).unwrap();
        if inside.may_assign(&user(actor), &given).is_err() {
            return Ok(());
        }
        let given = ClientAssignment {
            id: domain::AssignmentId::parse("given").unwrap(),
            assignee: domain::Assignee::Member(user("newcomer")),
            ..given
        };
        let company = others.get_mut(&home(company)).unwrap();
        company.extend([newcomer, Record::ClientAssignment(given)]);
        let after = among(view(records), &others);
        let giver_has = has(&before, actor, at);
        for right in has(&after, "newcomer", at) {
            prop_assert!(giver_has.contains(&right), "{right}");
        }
    }
}
