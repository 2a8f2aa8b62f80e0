//! Explain speaks the domain: the path in words, or the nearest missing piece and who could give it.

use access::{Explanation, Resource, View};
use domain::{Grant, MemberState, Record, RightKind, Rights, Role, Timestamp};

use crate::facts::*;

fn explain(view: &View, who: &str, product: &str, right: &str) -> Explanation {
    view.explain(&user(who), &on(product), &right.into(), Timestamp(0))
        .unwrap()
}

#[test]
fn a_team_with_its_tag_kind_end_and_giver() {
    let given = Grant {
        period: period(None, Some(1_782_777_600_000_000)),
        ..grant("n", "team:web", kind(RightKind::Management), "tag:x")
    };
    let view = view_with([Record::Team(team("web", &["bob"])), Record::Grant(given)]);
    let explained = explain(&view, "bob", "drive", "manage");
    assert_eq!(
        explained.sentence,
        "allowed: team web (teams/web), tag \"x\", MANAGEMENT, until 2026-06-30T00:00:00Z, granted by users/ann"
    );
    let explained = explain(&view, "bob", "drive", "read");
    assert!(
        explained
            .sentence
            .contains("MANAGEMENT (implies kdrive/read)"),
        "{explained:?}"
    );
    assert_eq!(explained.paths[0].through, Some(entry("tag:x")));
}

#[test]
fn every_path_the_ones_that_count_now_first() {
    let later = Grant {
        period: period(Some(5), None),
        ..grant("a", "bob", Rights::All, "all")
    };
    let view = view_with([
        Record::Grant(later),
        Record::Grant(grant("b", "bob", numbers(&[1]), "group:g")),
    ]);
    let explained = explain(&view, "bob", "drive", "use");
    let counts: Vec<_> = explained.paths.iter().map(|path| path.counts_now).collect();
    assert_eq!(counts, [true, false]);
    assert_eq!(
        explained.sentence,
        "allowed: grant b, product group g, kdrive/use, granted by users/ann"
    );
}

#[test]
fn what_is_missing_and_who_could_give_it() {
    let mut asleep = member("max", Role::Collaborator);
    asleep.state = MemberState::Deactivated;
    let view = view_with([
        Record::Member(asleep),
        Record::Member(member("adam", administrator(Some(scope("tag:x"))))),
        Record::Grant(grant("b", "bob", numbers(&[1]), "product:drive")),
    ]);
    let missing = |who: &str, on: &str, right: &str| {
        let explained = explain(&view, who, on, right);
        assert!(!explained.decision.allowed);
        assert!(explained.sentence.starts_with("denied: "));
        explained.missing.unwrap()
    };
    assert_eq!(
        missing("bob", "drive", "manage"),
        "users/bob has use on product drive, but nothing gives kdrive/manage"
    );
    assert_eq!(
        missing("bob", "site", "dns"),
        "no grant to users/bob or to a team of theirs covers product site"
    );
    assert!(missing("stranger", "drive", "use").contains("is not a member"));
    assert!(missing("max", "drive", "use").contains("is deactivated"));
    assert!(missing("adam", "drive-new", "use").contains("TECHNICAL for tag \"x\" only"));
    assert!(missing("ann", "board", "open").starts_with("Jira, which manages"));
    assert!(missing("bob", "nowhere", "open").contains("no product nowhere"));
    let explained = explain(&view, "bob", "drive", "manage");
    assert_eq!(explained.who_could, [user("adam"), user("ann")]);
    let explained = explain(&view, "bob", "drive-new", "use");
    assert_eq!(explained.who_could, [user("ann")]);
}

#[test]
fn a_path_of_another_time_is_the_nearest_piece() {
    let timed = |start, end| {
        let given = Grant {
            period: period(start, end),
            ..grant("n", "bob", numbers(&[1]), "product:drive")
        };
        let view = view_with([Record::Grant(given)]);
        explain(&view, "bob", "drive", "use").missing.unwrap()
    };
    assert!(timed(Some(5), None).starts_with("not yet begun: grant n, product drive"));
    assert!(timed(None, Some(-5)).starts_with("over: grant n, product drive"));
}

#[test]
fn organization_rights_come_from_the_role() {
    let view = view_with([]);
    let explain = |who: &str| {
        let on = Resource::Organization;
        view.explain(&user(who), &on, &"manage_users".into(), Timestamp(0))
            .unwrap()
    };
    assert_eq!(
        explain("ann").sentence,
        "allowed: role LEGAL_REPRESENTATIVE"
    );
    let denied = explain("bob");
    assert_eq!(denied.who_could, [user("ann")]);
    assert!(
        denied
            .sentence
            .contains("legal representatives and administrators with USER_RIGHTS")
    );
}
