//! Until when is what is kept given? What time it is in the database is known by what was asked.

use super::{Cache, at, of, there};

#[test]
fn nothing_is_given_5_s_after_the_last_message() {
    let cache = Cache::heard();
    cache.answer("users/alice", 1, 96, 0.1);
    assert_eq!(cache.find("users/alice", 4.99), Some(1));
    assert_eq!(cache.find("users/alice", 5.0), None);
    assert!(cache.0.is_keeping(at(4.99)));
    assert!(!cache.0.is_keeping(at(5.0)));
    // It was not told of, so that it is given again.
    cache.hear(&[], "t1", 101, 6.0);
    assert_eq!(cache.find("users/alice", 6.1), Some(1));
}

#[test]
fn nothing_is_given_5_s_after_what_was_proved() {
    let cache = Cache::heard();
    // 2 s were proved later than the database's clock shows now: 100 + 5 - 102.
    cache.answer("users/alice", 1, 102, 1.0);
    assert_eq!(cache.find("users/alice", 3.99), Some(1));
    assert_eq!(cache.find("users/alice", 4.0), None);
    // Messages that prove nothing more don't help.
    cache.hear(&[], "t1", 100, 3.5);
    assert_eq!(cache.find("users/alice", 3.99), Some(1));
    assert_eq!(cache.find("users/alice", 4.0), None);
    cache.hear(&[], "t1", 101, 4.5);
    assert_eq!(cache.find("users/alice", 4.99), Some(1));
    assert_eq!(cache.find("users/alice", 5.0), None);
}

#[test]
fn nothing_is_given_where_the_stream_was_behind_all_along() {
    let cache = Cache::heard();
    cache.answer("users/alice", 1, 1000, 0.1);
    assert_eq!(cache.find("users/alice", 0.1), None);
    cache.hear(&[], "t1", 996, 1.0);
    assert_eq!(cache.find("users/alice", 1.05), Some(1));
}

#[test]
fn nothing_is_given_60_s_after_the_time_there_was_measured() {
    let cache = Cache::heard();
    cache.answer("users/alice", 1, 100, 1.0);
    cache.hear(&[], "t1", 159, 60.0);
    assert_eq!(cache.find("users/alice", 60.99), Some(1));
    assert_eq!(cache.find("users/alice", 61.0), None);
    // What is asked about anybody measures it again.
    cache.answer("users/bob", 2, 160, 61.0);
    assert_eq!(cache.find("users/alice", 61.1), Some(1));
}

#[test]
fn what_is_asked_about_others_and_what_is_not_kept_measures_too() {
    let cache = Cache::heard();
    cache.answer("users/alice", 1, 100, 1.0);
    let asked = cache.0.ask(of("users/bob"), at(2.0));
    cache.hear(&["users/bob"], "t1", 101, 2.0);
    asked.answered(2, Some(there(110)), None);
    assert_eq!(cache.find("users/alice", 2.1), None);
}

#[test]
fn the_time_is_measured_by_what_was_sent_last() {
    let cache = Cache::heard();
    let early = cache.0.ask(of("users/alice"), at(1.0));
    cache.answer("users/bob", 2, 101, 2.0);
    // It took long, and says less of what time it was when it was sent.
    early.answered(1, Some(there(110)), None);
    assert_eq!(cache.find("users/bob", 2.1), Some(2));
    assert_eq!(cache.find("users/alice", 2.1), Some(1));
}

#[test]
fn an_answer_that_changes_by_itself_is_given_until_then() {
    let cache = Cache::heard();
    let asked = cache.0.ask(of("users/alice"), at(1.0));
    asked.answered(1, Some(there(100)), Some(there(102)));
    assert_eq!(cache.find("users/alice", 2.99), Some(1));
    assert_eq!(cache.find("users/alice", 3.0), None);
    let asked = cache.0.ask(of("users/bob"), at(1.0));
    asked.answered(2, Some(there(100)), Some(there(90)));
    assert_eq!(cache.find("users/bob", 1.0), None);
}

#[test]
fn an_answer_without_its_time_is_not_kept() {
    let cache = Cache::heard();
    cache.answer("users/bob", 2, 100, 0.1);
    let asked = cache.0.ask(of("users/alice"), at(0.1));
    asked.answered(1, None, None);
    assert_eq!(cache.find("users/bob", 0.2), Some(2));
    assert_eq!(cache.find("users/alice", 0.2), None);
}

#[test]
fn a_message_that_proves_nothing_lets_nothing_be_given() {
    let cache = Cache::heard();
    cache.answer("users/alice", 1, 100, 0.1);
    let message = grantor::v1::WatchAccessResponse {
        consistency_token: "t1".to_owned(),
        ..Default::default()
    };
    cache.0.hear(message, at(0.2));
    assert_eq!(cache.find("users/alice", 0.3), None);
}
