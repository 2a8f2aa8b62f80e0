//! Why is it denied? One test for each reason, and for which comes first of two.

use access::DecisionReason;
use domain::{Grant, Record, Rights, Scope};

use crate::facts::*;

/// The right of this number on the drive.
fn timed(id: &str, number: u32, start: Option<i64>, end: Option<i64>) -> Record {
    Record::Grant(Grant {
        period: period(start, end),
        ..grant(id, "bob", numbers(&[number]), "product:drive")
    })
}

fn why(grants: Vec<Record>) -> DecisionReason {
    view_with(grants).decide("bob", "drive", "use").reason
}

#[test]
fn what_is_over_is_said_whatever_else_is_over() {
    let (over, other) = (timed("a", 1, None, Some(-1)), timed("b", 3, None, Some(-1)));
    assert_eq!(why(vec![over.clone()]), DecisionReason::Ended);
    assert_eq!(why(vec![over.clone(), other]), DecisionReason::Ended);
    // What ends now is over.
    let now = timed("a", 1, Some(-1), Some(0));
    assert_eq!(why(vec![now]), DecisionReason::Ended);
    let later = timed("b", 1, Some(5), None);
    assert_eq!(why(vec![over, later]), DecisionReason::Ended);
}

#[test]
fn what_never_gave_it_is_not_over() {
    let nothing = DecisionReason::NoPath;
    assert_eq!(why(vec![]), nothing);
    // Another right, what is still to come, and what never was.
    assert_eq!(why(vec![timed("a", 3, None, Some(-1))]), nothing);
    assert_eq!(why(vec![timed("a", 3, None, None)]), nothing);
    assert_eq!(why(vec![timed("a", 1, Some(5), None)]), nothing);
    assert_eq!(why(vec![timed("a", 1, Some(-2), Some(-5))]), nothing);
    assert_eq!(why(vec![timed("a", 1, Some(-2), Some(-2))]), nothing);
}

#[test]
fn an_administrator_lacks_the_area_or_the_product_is_out_of_its_reach() {
    let admin = |id, technical| Record::Member(member(id, administrator(technical)));
    let view = view_with([
        admin("none", None),
        admin("tagged", Some(scope("tag:y"))),
        admin("all", Some(Scope::All)),
    ]);
    let why = |who, on, right| view.decide(who, on, right).reason;
    assert_eq!(why("none", "drive", "use"), DecisionReason::AreaMissing);
    assert_eq!(why("tagged", "drive", "use"), DecisionReason::OutOfReach);
    assert_eq!(why("all", "drive", "use"), DecisionReason::Role);
    assert_eq!(why("bob", "drive", "use"), DecisionReason::NoPath);
    // Of a managed type that is no matter of areas.
    for who in ["ann", "none", "tagged", "all", "bob"] {
        assert_eq!(why(who, "board", "open"), DecisionReason::Managed, "{who}");
    }
}

#[test]
fn of_a_managed_type_what_its_owner_gave_can_be_over() {
    let given = Grant {
        by_owner: true,
        period: period(None, Some(-1)),
        ..grant("a", "bob", Rights::All, "product:board")
    };
    let view = view_with([Record::Grant(given)]);
    let why = |who: &str| view.decide(who, "board", "open").reason;
    assert_eq!(why("bob"), DecisionReason::Ended);
    assert_eq!(why("eve"), DecisionReason::Managed);
}
