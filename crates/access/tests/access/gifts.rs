//! Rule 1, sentence by sentence, allowed and refused.

use access::View;
use domain::{
    Grant, MemberState, Period, Reason, Record, Refusal, RightKind, Rights, Role, Scope, Timestamp,
};

use crate::facts::*;

/// Bob holds this.
fn bob_holds(rights: Rights, on: &str) -> View {
    view_with([Record::Grant(grant("held", "bob", rights, on))])
}

fn use_it() -> Rights {
    numbers(&[1])
}

fn refused(answer: Result<(), Refusal>) -> Refusal {
    let refusal = answer.unwrap_err();
    assert_eq!(refusal.reason, Reason::GivesMoreThanHeld);
    refusal
}

/// What of a scope bob may give, if he holds another.
fn contains(held: &str, given: &str) -> bool {
    let answer = bob_holds(use_it(), held).gives("bob", &use_it(), given);
    if let Err(refusal) = &answer {
        assert_eq!(refusal.reason, Reason::GivesMoreThanHeld);
    }
    answer.is_ok()
}

#[test]
fn only_all_contains_all() {
    assert!(contains("all", "all"));
    for less in ["type:kdrive type:domain type:ticketing", "tag:x", "group:g"] {
        assert!(!contains(less, "all"), "{less}");
    }
    let every_product = "product:drive product:drive-new product:site product:board";
    assert!(!contains(every_product, "all"));
}

#[test]
fn all_contains_everything() {
    for less in [
        "type:kdrive",
        "tag:x",
        "group:g",
        "future:kdrive",
        "product:drive",
        "",
    ] {
        assert!(contains("all", less), "{less}");
    }
}

#[test]
fn a_tag_contains_the_tag_and_the_listed_products_that_carry_it_now() {
    assert!(contains("tag:x", "tag:x") && contains("tag:x", "product:drive product:site"));
    assert!(!contains("tag:x", "product:drive-new"), "does not carry it");
    assert!(!contains("tag:x", "tag:y"));
    assert!(
        !contains("tag:x", "group:g"),
        "even if all in it carry the tag now"
    );
    assert!(!contains(
        "product:drive product:site product:board",
        "tag:x"
    ));
}

#[test]
fn a_group_contains_the_group_and_the_listed_products_in_it() {
    assert!(contains("group:g", "group:g") && contains("group:g", "product:drive"));
    assert!(!contains("group:g", "product:drive-new"));
    assert!(!contains("group:g", "group:other") && !contains("product:drive", "group:g"));
}

#[test]
fn a_type_contains_the_type_its_products_and_its_future() {
    for less in [
        "type:kdrive",
        "product:drive product:drive-new",
        "future:kdrive",
    ] {
        assert!(contains("type:kdrive", less), "{less}");
    }
    assert!(!contains("type:domain", "type:kdrive"));
    assert!(!contains("product:drive product:drive-new", "type:kdrive"));
    assert!(!contains("future:kdrive", "type:kdrive"));
}

#[test]
fn an_older_future_contains_a_younger_one() {
    // Held since revision 10, given at 100.
    assert!(contains("future:kdrive", "future:kdrive"));
    assert!(
        contains("future:kdrive", "product:drive-new"),
        "made after it"
    );
    assert!(
        !contains("future:kdrive", "product:drive"),
        "made before it"
    );
    let younger = Grant {
        scope_revision: 200,
        ..grant("held", "bob", use_it(), "future:kdrive")
    };
    let view = view_with([Record::Grant(younger)]);
    refused(view.gives("bob", &use_it(), "future:kdrive"));
}

#[test]
fn an_entry_is_needed_for_each_entry() {
    assert!(contains(
        "tag:x type:kdrive",
        "product:drive-new product:site tag:x"
    ));
    assert!(!contains("tag:x", "tag:x product:drive-new"));
}

#[test]
fn a_right_of_one_type_is_needed_only_on_products_of_that_type() {
    assert!(contains("product:drive", "product:drive product:site"));
    assert!(contains("type:kdrive", "type:kdrive type:domain"));
    assert!(!contains("type:domain", "type:kdrive"));
}

/// What rights bob may give on the same scope, if he holds others.
fn rights_contain(held: Rights, given: Rights) -> bool {
    bob_holds(held, "type:kdrive")
        .gives("bob", &given, "type:kdrive")
        .is_ok()
}

#[test]
fn all_rights_only_in_all() {
    assert!(rights_contain(Rights::All, Rights::All));
    let every_kind = Rights::listed(RightKind::ALL.into_iter().collect(), []);
    assert!(!rights_contain(every_kind, Rights::All));
    assert!(!rights_contain(numbers(&[1, 2, 3]), Rights::All));
}

#[test]
fn a_kind_only_in_that_kind_or_all() {
    let usage = || kind(RightKind::Usage);
    assert!(rights_contain(Rights::All, usage()) && rights_contain(usage(), usage()));
    assert!(!rights_contain(kind(RightKind::Management), usage()));
    assert!(
        !rights_contain(numbers(&[1]), usage()),
        "the only one of its kind"
    );
}

#[test]
fn a_right_in_itself_its_kind_what_implies_it_or_all() {
    let read = || numbers(&[3]);
    for held in [read(), Rights::All, kind(RightKind::Detailed)] {
        assert!(rights_contain(held, read()));
    }
    assert!(rights_contain(numbers(&[2]), read()), "manage implies read");
    assert!(rights_contain(kind(RightKind::Management), read()));
    assert!(
        !rights_contain(read(), numbers(&[2])),
        "but not the other way"
    );
    assert!(!rights_contain(numbers(&[1]), numbers(&[1, 2])));
}

/// Bob holds it in these periods; may he give it in that one, at time 0?
fn periods_contain(held: &[(Option<i64>, Option<i64>)], given: Period) -> Result<(), Refusal> {
    let held = held.iter().enumerate().map(|(n, (start, end))| {
        Record::Grant(Grant {
            period: period(*start, *end),
            ..grant(&format!("n{n}"), "bob", use_it(), "tag:x")
        })
    });
    let (rights, scope) = (use_it(), scope("tag:x"));
    view_with(held).may_give(&user("bob"), &gift(&rights, &scope, given), Timestamp(0))
}

#[test]
fn for_at_least_as_long() {
    let until = |end| period(None, Some(end));
    assert!(periods_contain(&[(None, None)], until(10)).is_ok());
    assert!(periods_contain(&[(None, Some(10))], until(10)).is_ok());
    let refusal = refused(periods_contain(&[(None, Some(9))], until(10)));
    assert!(refusal.message.contains("only until"), "{refusal}");
    refused(periods_contain(&[(None, Some(10))], Period::default()));
}

#[test]
fn from_the_start_of_the_gift_but_not_before_now() {
    assert!(periods_contain(&[(Some(5), Some(10))], period(Some(5), Some(10))).is_ok());
    refused(periods_contain(
        &[(Some(5), Some(10))],
        period(Some(4), Some(10)),
    ));
    refused(periods_contain(&[(Some(5), None)], Period::default()));
    // A gift cannot give anything before now.
    assert!(periods_contain(&[(Some(0), None)], period(Some(-9), None)).is_ok());
}

#[test]
fn holdings_add_up_over_time() {
    let joined = [(None, Some(5)), (Some(5), Some(8)), (Some(7), None)];
    assert!(periods_contain(&joined, Period::default()).is_ok());
    let gap = [(None, Some(5)), (Some(6), None)];
    let refusal = refused(periods_contain(&gap, Period::default()));
    assert!(refusal.message.contains("without end"), "{refusal}");
    assert!(periods_contain(&gap, period(None, Some(5))).is_ok());
}

#[test]
fn a_gift_that_is_over_or_empty_gives_nothing() {
    assert!(periods_contain(&[], period(None, Some(-1))).is_ok());
    assert!(bob_holds(use_it(), "").gives("bob", &use_it(), "").is_ok());
    assert!(
        bob_holds(use_it(), "")
            .gives("bob", &numbers(&[]), "all")
            .is_ok()
    );
}

#[test]
fn by_role() {
    let view = view_with([
        Record::Member(member("adam", administrator(Some(scope("tag:x"))))),
        Record::Member(member("zoe", administrator(None))),
    ]);
    assert!(view.gives("ann", &Rights::All, "all").is_ok());
    assert!(view.gives("adam", &Rights::All, "tag:x").is_ok());
    assert!(view.gives("adam", &Rights::All, "product:drive").is_ok());
    refused(view.gives("adam", &use_it(), "product:drive-new"));
    let refusal = refused(view.gives("zoe", &use_it(), "product:drive"));
    for said in [
        "users/zoe",
        "kdrive/use",
        "product drive",
        "users/adam, users/ann",
    ] {
        assert!(refusal.message.contains(said), "{refusal}");
    }
}

#[test]
fn who_may_not_act_holds_nothing() {
    let mut asleep = member("ann", Role::LegalRepresentative);
    asleep.state = MemberState::Deactivated;
    let view = view_with([Record::Member(asleep)]);
    refused(view.gives("ann", &use_it(), "product:drive"));
    refused(view.gives("stranger", &use_it(), "product:drive"));
}

#[test]
fn through_a_team_as_well() {
    let view = view_with([
        Record::Team(team("web", &["bob"])),
        Record::Grant(grant("n", "team:web", use_it(), "tag:x")),
    ]);
    assert!(view.gives("bob", &use_it(), "tag:x").is_ok());
    refused(view.gives("eve", &use_it(), "tag:x"));
}

/// May bob, who holds `use` on tag x until 10, turn one gift into the other at time 0?
fn changes(before: (&Rights, &Scope, Period), after: (&Rights, &Scope, Period)) -> bool {
    let held = Grant {
        period: period(None, Some(10)),
        ..grant("n", "bob", use_it(), "tag:x")
    };
    let view = view_with([Record::Grant(held)]);
    let before = gift(before.0, before.1, before.2);
    let after = gift(after.0, after.1, after.2);
    let answer = view.may_give_added(&user("bob"), &before, &after, Timestamp(0));
    answer.is_ok()
}

#[test]
fn an_update_is_checked_on_what_it_adds() {
    let (all, one, dns) = (Rights::All, use_it(), numbers(&[1, 12]));
    let (wide, narrow, wider) = (
        scope("type:kdrive"),
        scope("tag:x"),
        scope("type:kdrive tag:x"),
    );
    let (long, ten, nine) = (
        Period::default(),
        period(None, Some(10)),
        period(None, Some(9)),
    );
    assert!(changes((&all, &wide, long), (&all, &wide, long)), "nothing");
    assert!(
        changes((&all, &wide, long), (&one, &wide, ten)),
        "taking away"
    );
    assert!(
        changes((&one, &narrow, nine), (&one, &narrow, ten)),
        "as long as held"
    );
    assert!(
        !changes((&one, &narrow, nine), (&one, &narrow, long)),
        "longer than held"
    );
    assert!(
        !changes((&one, &narrow, ten), (&dns, &narrow, ten)),
        "a right not held"
    );
    assert!(
        changes((&one, &wide, ten), (&one, &wider, ten)),
        "a tag that is held"
    );
    assert!(
        !changes((&one, &wide, ten), (&one, &wider, long)),
        "that tag for longer"
    );
    assert!(
        !changes((&one, &narrow, ten), (&one, &wider, ten)),
        "a type not held"
    );
}

#[test]
fn all_that_a_team_holds_is_given_to_who_is_put_into_it() {
    let view = view_with([
        Record::Team(team("web", &[])),
        Record::Grant(grant("t1", "team:web", use_it(), "tag:x")),
        Record::Grant(grant("t2", "team:web", numbers(&[12]), "product:site")),
        Record::Grant(grant("b1", "bob", Rights::All, "tag:x")),
        Record::Grant(grant("e1", "eve", use_it(), "tag:x")),
    ]);
    let puts = |who| view.may_put_into_team(&user(who), &team("web", &[]).id, Timestamp(0));
    assert!(puts("ann").is_ok() && puts("bob").is_ok());
    refused(puts("eve"));
}

/// The view with a grant of `use` on tag y and one on group h, which the drive is not in.
fn labels(records: impl IntoIterator<Item = Record>) -> View {
    let given = [
        Record::Grant(grant("y", "eve", use_it(), "tag:y")),
        Record::Grant(grant("h", "eve", use_it(), "group:h")),
    ];
    view_with(given.into_iter().chain(records))
}

fn puts(view: &View, who: &str, label: &str) -> Result<(), Refusal> {
    view.labelling(&user(who), Timestamp(0))
        .may(&product_id("drive"), &entry(label))
}

#[test]
fn a_label_gives_what_any_grant_gives_through_it() {
    let holds = labels([Record::Grant(grant("b", "bob", use_it(), "type:kdrive"))]);
    for label in ["tag:y", "group:h"] {
        assert!(puts(&holds, "ann", label).is_ok() && puts(&holds, "bob", label).is_ok());
        refused(puts(&holds, "eve", label));
    }
    assert!(puts(&holds, "eve", "tag:unused").is_ok());
    assert!(
        puts(&holds, "eve", "tag:x").is_ok(),
        "it has that tag already"
    );
}

#[test]
fn a_label_is_judged_without_what_is_held_through_it() {
    let view = labels([
        Record::Member(member("adam", administrator(Some(scope("tag:y"))))),
        Record::Grant(grant("b", "bob", use_it(), "tag:y")),
    ]);
    refused(puts(&view, "bob", "tag:y"));
    refused(puts(&view, "adam", "tag:y"));
}

#[test]
fn a_label_gives_all_rights_where_it_is_an_area_scope() {
    let view = view_with([
        Record::Member(member("adam", administrator(Some(scope("tag:y"))))),
        Record::Member(member("zoe", administrator(Some(scope("tag:x"))))),
        Record::Grant(grant("b", "bob", use_it(), "type:kdrive")),
    ]);
    assert!(puts(&view, "ann", "tag:y").is_ok() && puts(&view, "zoe", "tag:y").is_ok());
    refused(puts(&view, "bob", "tag:y"));
}
