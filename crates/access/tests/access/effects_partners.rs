//! A preview of what happens to a partnership says who of the partner's staff gains or loses what.

use access::{View, effect};
use domain::{
    Change, ClientAssignment, EffectLine, Event, LeftProductRights, OrganizationRight, Partnership,
    Record, RightKind, Rights, Role, Timestamp,
};

use crate::effects::{after, change, change_of};
use crate::facts::*;
use crate::partners::*;

/// Each line as `user right +gained -lost`. No client gives these people anything, so all of it is by a mandate.
fn lines(before: &View, changes: &[Change]) -> Vec<String> {
    lines_with(before, changes, |line| line.gained)
}

/// The same, where this much of what is gained is by a mandate.
fn lines_with(
    before: &View,
    changes: &[Change],
    mandated: impl Fn(&EffectLine) -> u32,
) -> Vec<String> {
    let after = changes
        .iter()
        .fold(before.clone(), |view, change| after(&view, change));
    let effect = effect(before, &after, changes, Timestamp(0));
    let line = |line: EffectLine| {
        assert_eq!(line.by_mandate, mandated(&line), "{line:?}");
        let EffectLine {
            user,
            right,
            gained,
            lost,
            ..
        } = line;
        format!("{user} {right} +{gained} -{lost}")
    };
    effect.lines.into_iter().map(line).collect()
}

fn saved(partnership: Partnership) -> Event {
    Event::Saved(Record::Partnership(partnership))
}

fn by_agency(events: Vec<Event>) -> Change {
    change_of(home("agency"), events)
}

fn assigned(assignment: ClientAssignment) -> Event {
    Event::Saved(Record::ClientAssignment(assignment))
}

#[test]
fn acceptance_gives_the_mandate_to_the_staff() {
    let proposed = Record::Partnership(invited(partnership("m", "agency", LIMITED)));
    let before = beside_agency([proposed], []);
    let mandate = grant("n", "partnership:m", numbers(&[1]), "product:drive");
    let accepted = change(vec![
        saved(partnership("m", "agency", LIMITED)),
        Event::Saved(Record::Grant(mandate)),
    ]);
    let gained = [
        "fay kdrive/use +1 -0",
        "fay organization/view +1 -0",
        "pam kdrive/use +1 -0",
        "pam organization/view +1 -0",
        "tim kdrive/use +1 -0",
        "tim organization/view +1 -0",
    ];
    assert_eq!(lines(&before, &[accepted]), gained);
}

#[test]
fn acceptance_of_a_full_one_shows_the_organization_too() {
    let proposed = Record::Partnership(invited(partnership("m", "agency", WALLET)));
    let before = beside_agency([proposed], []);
    let accepted = change(vec![saved(partnership("m", "agency", WALLET))]);
    let lines = lines(&before, &[accepted]);
    let of = |who: &str| {
        let lines = lines.iter().filter(|line| line.starts_with(who));
        lines.map(|line| &line[who.len() + 1..]).collect::<Vec<_>>()
    };
    let tim = [
        "domain/dns +1 -0",
        "domain/manage +1 -0",
        "kdrive/manage +2 -0",
        "kdrive/read +2 -0",
        "kdrive/use +2 -0",
        "organization/contact_support +1 -0",
        "organization/manage_products +1 -0",
        "organization/manage_users +1 -0",
        "organization/view +1 -0",
    ];
    assert_eq!(of("tim"), tim);
    let mut fay = tim.to_vec();
    fay.insert(8, "organization/use_wallet +1 -0");
    assert_eq!(of("fay"), fay);
    assert!(of("cal").is_empty() && of("bob").is_empty());
}

#[test]
fn the_end_takes_the_mandate_and_what_was_lent() {
    let by_m = lent(grant("n", "eve", numbers(&[1]), "product:drive"), &["m"]);
    let place = team("web", &["bob"])
        .with(&user("eve"))
        .binding(&user("eve"), vec![partnership_id("m")]);
    let acme = [
        Record::Partnership(partnership("m", "agency", LIMITED)),
        Record::Grant(grant("mandate", "partnership:m", numbers(&[11]), "all")),
        Record::Grant(by_m),
        Record::Team(place),
        Record::Grant(grant("t", "team:web", numbers(&[12]), "product:site")),
    ];
    let eve = Record::Member(member("eve", Role::Collaborator));
    let before = beside_agency(acme, [eve]);
    let over = change(vec![saved(ended(partnership("m", "agency", LIMITED)))]);
    let lost = [
        "eve domain/dns +0 -1",
        "eve kdrive/use +0 -1",
        "fay domain/manage +0 -1",
        "fay organization/view +0 -1",
        "pam domain/manage +0 -1",
        "pam organization/view +0 -1",
        "tim domain/manage +0 -1",
        "tim organization/view +0 -1",
    ];
    assert_eq!(lines(&before, &[over]), lost);
}

#[test]
fn a_change_of_the_mandate_reaches_the_staff_and_the_assigned() {
    let usage = assignment("c", "cal", only(&[RightKind::Usage]), &[]);
    let narrow = Record::Grant(grant("n", "partnership:m", numbers(&[1]), "product:drive"));
    let before = entrusted(LIMITED, [narrow], [usage]);
    let wider = grant("n", "partnership:m", numbers(&[1, 2]), "type:kdrive");
    let changed = change(vec![Event::Saved(Record::Grant(wider))]);
    let lines = lines(&before, &[changed]);
    assert!(lines.contains(&"pam kdrive/manage +2 -0".to_owned()));
    assert!(lines.contains(&"pam kdrive/use +1 -0".to_owned()));
    let cal: Vec<_> = lines
        .iter()
        .filter(|line| line.starts_with("cal"))
        .collect();
    assert_eq!(cal, ["cal kdrive/use +1 -0"]);

    let taken = Event::Removed(Record::Grant(grant("n", "pam", Rights::All, "all")).name());
    let lines = self::lines(&before, &[change(vec![taken])]);
    assert!(
        lines.contains(&"cal kdrive/use +0 -1".to_owned()),
        "{lines:?}"
    );
}

#[test]
fn from_full_to_limited_and_the_wallet() {
    let before = entrusted(WALLET, [], []);
    let without = change(vec![saved(partnership("m", "agency", FULL))]);
    let lost = [
        "fay organization/use_wallet +0 -1",
        "pam organization/use_wallet +0 -1",
    ];
    assert_eq!(lines(&before, &[without]), lost);
    let mandate = grant("n", "partnership:m", numbers(&[1]), "product:drive");
    let limited = change(vec![
        saved(partnership("m", "agency", LIMITED)),
        Event::Saved(Record::Grant(mandate)),
    ]);
    let lines = lines(&before, &[limited]);
    assert!(
        lines.contains(&"tim kdrive/use +0 -1".to_owned()),
        "one of two"
    );
    assert!(lines.contains(&"tim organization/manage_users +0 -1".to_owned()));
    assert!(!lines.iter().any(|line| line.contains("organization/view")));
}

#[test]
fn an_assignment_gives_what_it_leaves_and_its_end_takes_it() {
    let before = entrusted(FULL, [], []);
    let usage = only(&[RightKind::Usage]);
    let given = assignment("c", "cal", usage, &[OrganizationRight::ManageUsers]);
    let gained = [
        "cal kdrive/use +2 -0",
        "cal organization/manage_users +1 -0",
    ];
    let change = by_agency(vec![assigned(given.clone())]);
    assert_eq!(lines(&before, &[change]), gained);

    let before = entrusted(FULL, [], [given.clone()]);
    let gone = Record::ClientAssignment(given).name();
    let lost = [
        "cal kdrive/use +0 -2",
        "cal organization/manage_users +0 -1",
    ];
    let change = by_agency(vec![Event::Removed(gone)]);
    assert_eq!(lines(&before, &[change]), lost);
}

#[test]
fn a_team_of_the_partner_gives_whom_it_takes_in_what_it_was_left() {
    let technical = assignment("c", "team:desk", only(&[RightKind::Technical]), &[]);
    let before = entrusted(FULL, [], [technical]);
    let with_cal = Event::Saved(Record::Team(team("desk", &["cal", "cora"])));
    assert_eq!(
        lines(&before, &[by_agency(vec![with_cal])]),
        ["cal domain/dns +1 -0"]
    );
    let gone = Record::Team(team("desk", &[])).name();
    assert_eq!(
        lines(&before, &[by_agency(vec![Event::Removed(gone)])]),
        ["cora domain/dns +0 -1"]
    );
}

#[test]
fn a_role_at_the_partner_makes_or_unmakes_staff() {
    let before = entrusted(LIMITED, [], []);
    let promoted = Event::Saved(Record::Member(member("cal", Role::LegalRepresentative)));
    let demoted = Event::Saved(Record::Member(member("pam", Role::Collaborator)));
    assert_eq!(
        lines(&before, &[by_agency(vec![promoted, demoted])]),
        ["cal organization/view +1 -0", "pam organization/view +0 -1"]
    );
}

#[test]
fn a_place_in_a_team_that_is_no_longer_lent_counts_again() {
    let lent_place = team("web", &[])
        .with(&user("eve"))
        .binding(&user("eve"), vec![partnership_id("gone")]);
    let before = view_with([
        Record::Team(lent_place),
        Record::Grant(grant("t", "team:web", numbers(&[12]), "product:site")),
    ]);
    let own = Event::Saved(Record::Team(team("web", &["eve"])));
    assert_eq!(
        lines_with(&before, &[change(vec![own])], |_| 0),
        ["eve domain/dns +1 -0"]
    );
}

#[test]
fn an_assignment_that_leaves_nothing_new_says_nothing() {
    let before = entrusted(FULL, [], []);
    let wallet = assignment(
        "c",
        "pam",
        LeftProductRights::All,
        &[OrganizationRight::UseWallet],
    );
    assert!(lines(&before, &[by_agency(vec![assigned(wallet)])]).is_empty());
}
