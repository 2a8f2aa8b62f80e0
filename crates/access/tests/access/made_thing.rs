//! What was made through a partnership: of each sort, in order, from wherever a page begins, also of what was kept before
//! more was kept of it.

use access::OrganizationState;
use domain::{
    ChangedRole, GroupId, MadeLabels, MadeThing, MadeThrough, Member, PartnerTies, PartnershipId,
    Product, Record, Role, Tag, Team, TeamId, Timestamp,
};

use crate::facts::{grant, member, product, product_id, team, user};

fn partnership(id: &str) -> PartnershipId {
    PartnershipId::parse(id).unwrap()
}

fn made(through: &str) -> MadeThrough {
    MadeThrough {
        partnerships: vec![partnership(through)],
        by: Some(user("pia")),
        at: Timestamp(7),
    }
}

/// Two of each sort made through `p`, one through `q`, and one that stands for itself.
fn state() -> OrganizationState {
    let role = Role::Collaborator;
    let members = [("a", "p"), ("b", "p"), ("c", "q")].map(|(id, through)| Member {
        made_through: vec![partnership(through)],
        changed_role: Some(Box::new(ChangedRole {
            former: Role::External,
            made: made(through),
        })),
        ..member(id, role.clone())
    });
    let teams = [("s", "p"), ("t", "p"), ("u", "q")].map(|(id, through)| Team {
        made_through: vec![partnership(through)],
        made_places: vec![(user("a"), made(through)), (user("b"), made(through))],
        ..team(id, &["a", "b", "own"])
    });
    let grants = [("g", "p"), ("h", "p"), ("i", "q")].map(|(id, through)| domain::Grant {
        ties: PartnerTies::new(vec![], vec![partnership(through)]),
        ..grant(id, "a", domain::Rights::All, "all")
    });
    let label = |id: &str, through: &str| Product {
        made: MadeLabels::new(
            vec![(Tag::parse("x").unwrap(), made(through))],
            vec![(GroupId::parse("y").unwrap(), made(through))],
        ),
        ..product(id, "kdrive", &["own", "x"], &["y"], 1)
    };
    let products = [label("k", "p"), label("l", "p"), label("m", "q")];
    let records = members.into_iter().map(Record::Member);
    let records = records.chain([Record::Member(member("own", role))]);
    let records = records.chain(teams.into_iter().map(Record::Team));
    let records = records.chain(grants.into_iter().map(Record::Grant));
    let records = records.chain(products.into_iter().map(Record::Product));
    OrganizationState::load(1, records)
}

#[test]
fn every_page_begins_after_the_one_before_and_nothing_is_left_out() {
    let state = state();
    let id = partnership("p");
    let all: Vec<_> = state.made_through(&id, None).collect();
    // Two members, roles, teams, grants, tags and entries each, and two places in each of two teams.
    assert_eq!(all.len(), 16);
    assert!(all.is_sorted_by(|one, next| one.thing < next.thing));
    for (index, last) in all.iter().enumerate() {
        let rest: Vec<_> = state.made_through(&id, Some(&last.thing)).collect();
        assert_eq!(rest, all[index + 1..], "after {:?}", last.thing);
        assert_eq!(state.made(&id, &last.thing).as_ref(), Some(last));
    }
}

#[test]
fn what_was_made_otherwise_or_is_gone_is_none_of_it() {
    let state = state();
    let (id, other) = (partnership("p"), partnership("r"));
    assert_eq!(state.made_through(&other, None).count(), 0);
    let tag = |tag: &str| MadeThing::Tag(product_id("k"), Tag::parse(tag).unwrap());
    for thing in [
        MadeThing::Member(user("own")),
        MadeThing::Role(user("own")),
        MadeThing::Member(user("c")),
        MadeThing::Member(user("nobody")),
        MadeThing::TeamPlace(TeamId::parse("s").unwrap(), user("own")),
        tag("own"),
        tag("gone"),
    ] {
        assert_eq!(state.made(&id, &thing), None, "{thing:?}");
    }
    // A mark whose tag went off in the meantime says nothing.
    let bare = Product {
        tags: vec![],
        ..state.product(&product_id("k")).unwrap().as_ref().clone()
    };
    let state = OrganizationState::load(2, [Record::Product(bare)]);
    let left: Vec<_> = state.made_through(&id, None).collect();
    assert_eq!(left.len(), 1, "{left:?}");
}

#[test]
fn what_was_made_before_more_was_kept_of_it_is_listed_without() {
    let old = Member {
        made_through: vec![partnership("p")],
        ..member("a", Role::Collaborator)
    };
    let state = OrganizationState::load(1, [Record::Member(old)]);
    let id = partnership("p");
    let listed: Vec<_> = state.made_through(&id, None).collect();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].by, None);
}
