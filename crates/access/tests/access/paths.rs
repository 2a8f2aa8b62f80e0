//! One test for each sentence of `domain.md` on what allows: roles, kinds, implied rights, managed types, future products, time.

use access::{DecisionReason, Path, Resource, Wanted};
use domain::{
    Grant, MemberState, OrganizationRight, Reason, Record, RightKind, RightName, Rights, Role,
    Scope, Timestamp, UserState,
};

use crate::facts::*;

fn at(time: i64) -> Timestamp {
    Timestamp(time)
}

#[test]
fn a_legal_representative_has_every_right_on_all_products() {
    let view = view_with([]);
    let decision = view.decide("ann", "drive", "use");
    assert_eq!(decision.path, Some(Path::Role(Role::LegalRepresentative)));
    assert_eq!(decision.valid_until, None);
    assert!(view.may("ann", "site", "domain/dns"));
}

#[test]
fn an_administrator_has_every_right_on_the_products_in_their_technical_scope() {
    let admin = |id, technical| Record::Member(member(id, administrator(technical)));
    let view = view_with([
        admin("all", Some(Scope::All)),
        admin("none", None),
        admin("tagged", Some(scope("tag:x"))),
        admin("grouped", Some(scope("group:g"))),
        admin("typed", Some(scope("type:domain"))),
        admin("lost", Some(scope(""))),
        admin("future", Some(scope("future:kdrive"))),
    ]);
    assert!(view.may("all", "drive", "use") && view.may("all", "site", "dns"));
    assert!(!view.may("none", "drive", "use") && !view.may("lost", "drive", "use"));
    assert!(view.may("tagged", "drive", "use") && view.may("tagged", "site", "dns"));
    assert!(!view.may("tagged", "drive-new", "use"));
    assert!(view.may("grouped", "drive", "use") && !view.may("grouped", "site", "dns"));
    assert!(view.may("typed", "site", "dns") && !view.may("typed", "drive", "use"));
    assert!(!view.may("future", "drive-new", "use"));
}

#[test]
fn upper_roles_do_not_use_ordinary_grants_or_teams() {
    let view = view_with([
        Record::Member(member("adam", administrator(None))),
        Record::Grant(grant("n", "adam", Rights::All, "all")),
        Record::Team(team("web", &["adam", "bob"])),
        Record::Grant(grant("m", "team:web", Rights::All, "all")),
    ]);
    assert!(!view.may("adam", "drive", "use"));
    assert!(view.may("bob", "drive", "use"));
}

#[test]
fn grants_and_teams_add_up() {
    let view = view_with([
        Record::Grant(grant("n", "bob", numbers(&[1]), "product:drive")),
        Record::Team(team("web", &["bob", "eve"])),
        Record::Grant(grant("m", "team:web", numbers(&[12]), "tag:x")),
    ]);
    let decision = view.decide("bob", "drive", "use");
    assert_eq!(decision.reason, DecisionReason::Grant);
    let decision = view.decide("eve", "site", "dns");
    assert!(matches!(decision.path, Some(Path::Team(team, grant))
        if team.id.as_str() == "web" && grant.as_str() == "m"));
    assert!(!view.may("eve", "drive", "use"));
}

#[test]
fn who_is_not_active_has_nothing() {
    let mut asleep = member("bob", Role::LegalRepresentative);
    asleep.state = MemberState::Deactivated;
    let view = view_with([
        Record::Member(asleep),
        Record::User(person("ann", UserState::Deactivated)),
    ]);
    let decision = view.decide("bob", "drive", "use");
    assert_eq!(decision.reason, DecisionReason::MemberInactive);
    let decision = view.decide("ann", "drive", "use");
    assert_eq!(decision.reason, DecisionReason::UserInactive);
    assert!(!view.holds(&user("ann"), OrganizationRight::View, at(0)));
    assert!(!view.holds(&user("bob"), OrganizationRight::View, at(0)));
}

#[test]
fn strangers_are_no_members_before_products_are_unknown() {
    let view = view_with([]);
    for product in ["drive", "nowhere"] {
        let decision = view.decide("stranger", product, "use");
        assert_eq!(decision.reason, DecisionReason::NotAMember);
    }
    let decision = view.decide("bob", "nowhere", "whatever");
    assert_eq!(decision.reason, DecisionReason::ProductUnknown);
}

#[test]
fn an_unknown_right_is_refused_with_the_rights_there_are() {
    let view = view_with([]);
    for right in [
        "fly",
        "domain/manage",
        "kdrive/",
        "organization/view",
        "view",
    ] {
        let refusal = view
            .check(&user("bob"), &on("drive"), &right.into(), at(0))
            .unwrap_err();
        assert_eq!(refusal.reason, Reason::RightUnknown);
        assert!(refusal.message.contains("manage, read, use"), "{refusal}");
    }
    let refusal = view
        .check(&user("bob"), &Resource::Organization, &"use".into(), at(0))
        .unwrap_err();
    assert!(refusal.message.contains("share_directory"), "{refusal}");
    assert!(
        view.check(
            &user("bob"),
            &Resource::Organization,
            &"organization/view".into(),
            at(0)
        )
        .unwrap()
        .allowed
    );
}

#[test]
fn a_right_of_no_type_is_refused_with_the_types_there_are() {
    let view = view_with([]);
    let accessible = |right: &str| {
        let right = RightName::from(right);
        let wanted = Wanted {
            right: Some(&right),
            ..Wanted::default()
        };
        let products = view.accessible_products(&user("bob"), wanted, None, 9, at(0));
        let refusal = products.unwrap_err();
        assert_eq!(refusal.reason, Reason::RightUnknown);
        (refusal.message, refusal.resource)
    };
    for right in ["use", "fly", "phone/use", "Phone/use", "/use"] {
        let (message, resource) = accessible(right);
        assert!(message.contains("Its product types are: "), "{message}");
        assert!(message.contains("kdrive"), "{message}");
        assert_eq!(resource, None, "there is no such type");
    }
    let (message, resource) = accessible("kdrive/fly");
    assert!(message.contains("manage, read, use"), "{message}");
    assert_eq!(resource.as_deref(), Some("productTypes/kdrive"));
}

#[test]
fn implied_rights_come_along_and_nothing_else_does() {
    let view = view_with([
        Record::Grant(grant("n", "bob", numbers(&[2]), "product:drive")),
        Record::Grant(grant(
            "m",
            "eve",
            kind(RightKind::Management),
            "type:kdrive",
        )),
    ]);
    assert!(view.may("bob", "drive", "manage") && view.may("bob", "drive", "read"));
    assert!(!view.may("bob", "drive", "use"), "managing is not using");
    assert!(view.may("eve", "drive", "manage") && view.may("eve", "drive", "read"));
    assert!(!view.may("eve", "site", "manage"), "another type");
}

#[test]
fn implication_follows_chains_but_not_through_removed_rights() {
    let chain = |removed| {
        let mut rights = vec![
            right(1, "a", RightKind::Usage, &[2]),
            right(2, "b", RightKind::Usage, &[3]),
            right(3, "c", RightKind::Usage, &[1]),
        ];
        rights[1].removed = removed;
        view_with([
            Record::ProductType(product_type("kdrive", rights)),
            Record::Grant(grant("n", "bob", numbers(&[1]), "type:kdrive")),
            Record::Grant(grant("m", "eve", numbers(&[2]), "type:kdrive")),
        ])
    };
    assert!(chain(false).may("bob", "drive", "c") && chain(false).may("eve", "drive", "a"));
    let gone = chain(true);
    assert!(gone.may("bob", "drive", "a") && !gone.may("bob", "drive", "c"));
    assert!(
        !gone.may("eve", "drive", "a"),
        "a removed right gives nothing"
    );
    let refusal = gone.check(&user("bob"), &on("drive"), &"b".into(), at(0));
    assert_eq!(refusal.unwrap_err().reason, Reason::RightUnknown);
}

#[test]
fn a_kind_gives_rights_that_are_declared_later() {
    let given = Record::Grant(grant("n", "bob", kind(RightKind::Usage), "type:kdrive"));
    let rights = vec![right(7, "sync", RightKind::Usage, &[])];
    let view = view_with([given, Record::ProductType(product_type("kdrive", rights))]);
    assert!(view.may("bob", "drive", "sync"));
}

fn by_owner(grant: Grant) -> Record {
    Record::Grant(Grant {
        by_owner: true,
        ..grant
    })
}

#[test]
fn on_externally_managed_types_only_the_owner_counts() {
    let open = || numbers(&[21]);
    let view = view_with([
        Record::Member(member("adam", administrator(Some(Scope::All)))),
        Record::Grant(grant("n1", "bob", open(), "product:board")),
        Record::Grant(grant("n2", "bob", Rights::All, "all")),
        Record::Team(team("web", &["bob"])),
        by_owner(grant("n3", "team:web", open(), "type:ticketing")),
        by_owner(grant("n4", "bob", open(), "all")),
        by_owner(grant("n5", "bob", open(), "tag:x group:g")),
    ]);
    for who in ["ann", "adam", "bob"] {
        assert!(!view.may(who, "board", "open"), "{who}");
    }
    for on in ["product:board", "type:ticketing"] {
        let owned = view_with([
            by_owner(grant("n1", "ann", open(), on)),
            by_owner(grant("n2", "eve", open(), on)),
        ]);
        assert!(owned.may("ann", "board", "open") && owned.may("eve", "board", "open"));
        assert!(!owned.may("bob", "board", "open"));
    }
    let mut later = grant("n", "eve", open(), "future:ticketing");
    later.scope_revision = 4;
    let owned = view_with([by_owner(later)]);
    assert!(owned.may("eve", "board", "open"), "made at revision 5");
}

#[test]
fn support_is_for_the_technical_scope_and_for_no_grant() {
    let view = view_with([
        Record::Member(member("adam", administrator(Some(scope("tag:x"))))),
        Record::Grant(grant("n", "bob", Rights::All, "all")),
    ]);
    assert!(view.may("ann", "drive", "contact_support"));
    assert!(view.may("ann", "board", "contact_support"));
    assert!(view.may("adam", "drive", "contact_support"));
    assert!(!view.may("adam", "drive-new", "contact_support"));
    assert!(!view.may("bob", "drive", "contact_support"));
}

#[test]
fn future_products_are_those_made_after_the_grant() {
    let given = grant("n", "bob", Rights::All, "future:kdrive");
    let view = view_with([Record::Grant(given)]);
    assert!(
        view.may("bob", "drive-new", "use"),
        "made at 15, given at 10"
    );
    assert!(!view.may("bob", "drive", "use"), "made at 5");
    let given = Grant {
        scope_revision: 15,
        ..grant("n", "bob", Rights::All, "future:kdrive")
    };
    let view = view_with([Record::Grant(given)]);
    assert!(
        !view.may("bob", "drive-new", "use"),
        "made with it, not after"
    );
}

#[test]
fn an_emptied_scope_or_set_of_rights_covers_nothing() {
    let view = view_with([
        Record::Grant(grant("n", "bob", Rights::All, "")),
        Record::Grant(grant("m", "bob", numbers(&[]), "all")),
    ]);
    assert!(!view.may("bob", "drive", "use"));
}

fn timed(id: &str, start: Option<i64>, end: Option<i64>) -> Record {
    Record::Grant(Grant {
        period: period(start, end),
        ..grant(id, "bob", numbers(&[1]), "product:drive")
    })
}

#[test]
fn an_allow_holds_until_the_last_of_the_spans_that_join_ends() {
    let view = view_with([
        timed("a", Some(0), Some(10)),
        timed("b", Some(10), Some(20)),
        timed("c", Some(15), Some(30)),
        timed("d", Some(31), None),
    ]);
    let until = |now| {
        let decision = view
            .check(&user("bob"), &on("drive"), &"use".into(), at(now))
            .unwrap();
        (decision.allowed, decision.valid_until)
    };
    assert_eq!(until(5), (true, Some(at(30))));
    assert_eq!(until(30), (false, Some(at(31))));
    assert_eq!(until(-1), (false, Some(at(0))));
    assert_eq!(until(31), (true, None));
}

#[test]
fn spans_join_in_whichever_order_they_are_found() {
    let view = view_with([
        timed("a", Some(30), Some(40)),
        timed("b", Some(20), Some(30)),
        timed("c", Some(10), Some(20)),
        timed("d", Some(0), Some(10)),
        timed("e", Some(41), None),
    ]);
    let decision = view.check(&user("bob"), &on("drive"), &"use".into(), at(0));
    assert_eq!(decision.unwrap().valid_until, Some(at(40)));
}

#[test]
fn a_span_that_ends_before_it_starts_never_counts() {
    let view = view_with([timed("a", Some(10), Some(5))]);
    let decision = view.decide("bob", "drive", "use");
    assert_eq!((decision.allowed, decision.valid_until), (false, None));
}

#[test]
fn many_grants_are_found_like_few() {
    let products = (0..40).map(|n| format!("p{n}"));
    let view = view_with(products.clone().flat_map(|id| {
        [
            Record::Product(product(&id, "kdrive", &[], &[], 5)),
            Record::Grant(grant(&id, "bob", numbers(&[1]), &format!("product:{id}"))),
        ]
    }));
    for id in products {
        assert!(view.may("bob", &id, "use") && !view.may("bob", &id, "manage"));
    }
    assert!(!view.may("bob", "drive", "use"));
}
