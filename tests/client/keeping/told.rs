//! What does a message take away, from what is kept and from what is still being asked?

use grantor::v1;

use super::{Cache, DRIVE, Question, at, of, there};

#[test]
fn what_was_answered_is_found_for_the_same_question_alone() {
    let cache = Cache::heard();
    cache.answer("users/alice", 1, 100, 0.1);
    assert_eq!(cache.find("users/alice", 0.2), Some(1));
    assert_eq!(cache.find("users/bob", 0.2), None);
    let other = |right, resource| {
        let question = Question {
            subject: "users/alice",
            right,
            resource,
        };
        cache.0.find(question, || at(0.2))
    };
    assert_eq!(other("use", DRIVE), Some(1));
    assert_eq!(other("manage", DRIVE), None);
    assert_eq!(other("use", "organizations/acme"), None);
    assert_eq!(cache.0.found(), 2);
}

#[test]
fn what_is_told_of_one_takes_away_theirs_alone() {
    let cache = Cache::heard();
    cache.answer("users/alice", 1, 100, 0.1);
    cache.answer("users/bob", 2, 100, 0.1);
    cache.answer("users/cleo", 3, 100, 0.1);
    cache.hear(&["users/alice", "users/bob"], "t1", 101, 1.0);
    assert_eq!(cache.find("users/alice", 1.1), None);
    assert_eq!(cache.find("users/bob", 1.1), None);
    assert_eq!(cache.find("users/cleo", 1.1), Some(3));
}

#[test]
fn what_is_told_of_all_takes_away_everything() {
    let cache = Cache::heard();
    cache.answer("users/alice", 1, 100, 0.1);
    cache.hear(&["*"], "t1", 101, 1.0);
    cache.answer("users/bob", 2, 101, 1.1);
    assert_eq!(cache.find("users/alice", 1.2), None);
    assert_eq!(cache.find("users/bob", 1.2), Some(2));
}

#[test]
fn what_a_newer_server_says_in_another_way_is_of_all() {
    let cache = Cache::heard();
    cache.answer("users/alice", 1, 100, 0.1);
    cache.hear_message(Some(v1::Invalidation::default()), "t1", 101, 1.0);
    cache.answer("users/bob", 2, 101, 1.1);
    assert_eq!(cache.find("users/alice", 1.2), None);
    assert_eq!(cache.find("users/bob", 1.2), Some(2));
}

#[test]
fn both_at_once_is_of_all() {
    let cache = Cache::heard();
    cache.answer("users/alice", 1, 100, 0.1);
    let told = v1::Invalidation {
        subjects: vec!["users/bob".to_owned()],
        all_subjects: true,
    };
    cache.hear_message(Some(told), "t1", 101, 1.0);
    cache.answer("users/cleo", 2, 101, 1.1);
    assert_eq!(cache.find("users/alice", 1.2), None);
}

#[test]
fn a_sign_of_life_takes_nothing_away() {
    let cache = Cache::heard();
    cache.answer("users/alice", 1, 100, 0.1);
    cache.hear(&[], "t1", 101, 1.0);
    assert_eq!(cache.find("users/alice", 1.1), Some(1));
}

#[test]
fn an_answer_to_what_was_told_of_meanwhile_is_not_kept() {
    for told in ["users/alice", "*"] {
        let cache = Cache::heard();
        let asked = cache.0.ask(of("users/alice"), at(0.1));
        let beside = cache.0.ask(of("users/bob"), at(0.1));
        cache.hear(&[told], "t1", 101, 0.2);
        asked.answered(1, Some(there(100)), None);
        beside.answered(2, Some(there(100)), None);
        assert_eq!(cache.find("users/alice", 0.3), None, "{told}");
        let kept = (told != "*").then_some(2);
        assert_eq!(cache.find("users/bob", 0.3), kept, "{told}");
        // Asked after it, it is.
        cache.answer("users/alice", 3, 101, 0.4);
        assert_eq!(cache.find("users/alice", 0.5), Some(3), "{told}");
    }
}

#[test]
fn one_question_of_two_that_are_the_same_leaves_the_other_under_way() {
    let cache = Cache::heard();
    let first = cache.0.ask(of("users/alice"), at(0.1));
    let second = cache.0.ask(of("users/alice"), at(0.1));
    let given_up = cache.0.ask(of("users/alice"), at(0.1));
    first.answered(1, Some(there(100)), None);
    drop(given_up);
    cache.hear(&["users/alice"], "t1", 101, 0.2);
    second.answered(2, Some(there(100)), None);
    assert_eq!(cache.find("users/alice", 0.3), None);
}

#[test]
fn an_answer_that_was_asked_for_on_another_stream_is_not_kept() {
    let cache = Cache::heard();
    let asked = cache.0.ask(of("users/alice"), at(0.1));
    cache.0.lose();
    // What the new stream says first takes nothing away here: losing the old one has.
    cache.hear(&[], "t1", 101, 0.2);
    asked.answered(1, Some(there(100)), None);
    cache.answer("users/bob", 2, 101, 0.3);
    assert_eq!(cache.find("users/bob", 0.4), Some(2));
    assert_eq!(cache.find("users/alice", 0.4), None);
}

#[test]
fn another_stream_knows_nothing_of_what_was_kept() {
    let cache = Cache::heard();
    cache.answer("users/alice", 1, 100, 0.1);
    cache.0.lose();
    assert_eq!(cache.find("users/alice", 0.2), None);
    assert!(!cache.0.is_keeping(at(0.2)));
    cache.hear(&[], "t1", 100, 0.3);
    cache.answer("users/bob", 2, 100, 0.4);
    assert_eq!(cache.find("users/bob", 0.5), Some(2));
    assert_eq!(cache.find("users/alice", 0.5), None);
}

#[test]
fn it_is_asked_with_what_was_seen_last() {
    let cache = Cache::bounded(100);
    let token = || {
        let asked = cache.0.ask(of("users/alice"), at(0.5));
        asked.token().map(str::to_owned)
    };
    assert_eq!(token(), None);
    cache.hear(&["*"], "t0", 100, 0.0);
    assert_eq!(token().as_deref(), Some("t0"));
    cache.hear(&[], "t1", 100, 0.1);
    assert_eq!(token().as_deref(), Some("t1"));
    cache.0.lose();
    assert_eq!(token(), None);
    cache.hear(&["*"], "", 100, 0.2);
    assert_eq!(token(), None);
}

#[test]
fn what_is_asked_before_the_first_message_is_not_kept() {
    let cache = Cache::bounded(100);
    let asked = cache.0.ask(of("users/alice"), at(0.1));
    cache.hear(&[], "t0", 100, 0.2);
    asked.answered(1, Some(there(100)), None);
    cache.answer("users/bob", 2, 100, 0.3);
    assert_eq!(cache.find("users/bob", 0.4), Some(2));
    assert_eq!(cache.find("users/alice", 0.4), None);
}

#[test]
fn nothing_is_kept_of_another_organization() {
    let cache = Cache::heard();
    let ours = ["organizations/acme", "organizations/acme/products/mail"];
    let others = [
        "organizations/globex",
        "organizations/globex/products/drive-1",
        "organizations/acme-2",
        "organizations/acme-2/products/drive-1",
        "organizations/acme/productGroups/eu",
    ];
    for resource in ours.into_iter().chain(others) {
        let question = Question {
            resource,
            ..of("users/alice")
        };
        let asked = cache.0.ask(question, at(0.1));
        let is_ours = ours.contains(&resource);
        assert_eq!(asked.token().is_some(), is_ours, "{resource}");
        asked.answered(1, Some(there(100)), None);
        let found = cache.0.find(question, || at(0.2));
        assert_eq!(found.is_some(), is_ours, "{resource}");
    }
}

#[test]
fn once_closed_nothing_is_kept_whatever_comes() {
    let cache = Cache::heard();
    cache.answer("users/alice", 1, 100, 0.1);
    let asked = cache.0.ask(of("users/bob"), at(0.1));
    cache.0.close();
    cache.hear(&["*"], "t1", 101, 0.2);
    asked.answered(2, Some(there(101)), None);
    cache.answer("users/alice", 3, 101, 0.3);
    assert_eq!(cache.find("users/alice", 0.4), None);
    assert_eq!(cache.find("users/bob", 0.4), None);
    assert!(!cache.0.is_keeping(at(0.4)));
}
