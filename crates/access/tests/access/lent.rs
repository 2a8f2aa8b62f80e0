//! Who is a PARTNER, and what was given to them while they were: it counts only while a partnership that lent it does.

use access::View;
use domain::{Record, Role};

use crate::facts::*;
use crate::partners::*;

/// Eve is EXTERNAL in acme and of this role in the agency; what she has is lent by these.
fn lent_to_eve(by: &[&str], role: Option<Role>, active: bool) -> View {
    let partnership = partnership("m", "agency", LIMITED);
    let partnership = if active {
        partnership
    } else {
        ended(partnership)
    };
    let mut web = team("web", &["bob"]);
    web = web.with(&user("eve")).binding(
        &user("eve"),
        by.iter().map(|id| partnership_id(id)).collect(),
    );
    let acme = [
        Record::Partnership(partnership),
        Record::Grant(lent(grant("n", "eve", numbers(&[1]), "product:drive"), by)),
        Record::Team(web),
        Record::Grant(grant("t", "team:web", numbers(&[12]), "product:site")),
    ];
    let role = role.map(|role| Record::Member(member("eve", role)));
    beside_agency(acme, role)
}

#[test]
fn what_is_lent_counts_only_while_a_partnership_that_lent_it_does() {
    let collaborator = || Some(Role::Collaborator);
    let has = |view: View| {
        let both = (
            view.may("eve", "drive", "use"),
            view.may("eve", "site", "dns"),
        );
        assert_eq!(both.0, both.1);
        assert!(view.may("bob", "site", "dns"), "his place is his own");
        both.0
    };
    assert!(has(lent_to_eve(&["m"], collaborator(), true)));
    assert!(has(lent_to_eve(&["gone", "m"], collaborator(), true)));
    assert!(!has(lent_to_eve(&["m"], collaborator(), false)), "it ended");
    assert!(
        !has(lent_to_eve(&["gone"], collaborator(), true)),
        "another"
    );
    assert!(!has(lent_to_eve(&["m"], None, true)), "left the agency");
    assert!(!has(lent_to_eve(&["m"], Some(Role::External), true)));
    assert!(has(lent_to_eve(&[], None, false)), "her own");
}

#[test]
fn a_partner_is_shown_for_as_long_as_an_external_is_one_of_the_people_of_an_active_partner() {
    let eve = |role, idle: fn(_) -> _| {
        let partnership = Record::Partnership(idle(partnership("m", "agency", LIMITED)));
        let view = beside_agency([partnership], [Record::Member(member("eve", role))]);
        view.is_partner(&user("eve"))
    };
    let active = |partnership| partnership;
    assert!(eve(Role::Collaborator, active) && eve(administrator(None), active));
    assert!(!eve(Role::External, active) && !eve(Role::Collaborator, invited));
    assert!(!eve(Role::Collaborator, ended));
    let bob = Record::Member(member("bob", Role::LegalRepresentative));
    let partnership = Record::Partnership(partnership("m", "agency", FULL));
    let view = beside_agency([partnership], [bob]);
    assert!(!view.is_partner(&user("bob")), "COLLABORATOR in acme");
}
