//! Random partners of the small world: other organizations with some of the same people, and what they are entrusted with.

use domain::{
    AccessLevel, Assignee, ClientAssignment, LeftProductRights, OrganizationRight, Partnership,
    PartnershipId, Record, TeamId,
};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::facts;
use crate::naive_partners::Company;
use crate::partners::{self, FULL, LIMITED, Others, WALLET, home, partnership_id};
use crate::random::{PEOPLE, TEAMS, kinds, last_of_each, member_of, shut_out};

pub(crate) const PARTNERSHIPS: [&str; 3] = ["m0", "m1", "m2"];
pub(crate) const COMPANIES: [&str; 2] = ["p", "q"];
const ASSIGNMENTS: [&str; 4] = ["c0", "c1", "c2", "c3"];

/// Mostly nobody: what stands for itself.
pub(crate) fn lenders() -> impl Strategy<Value = Vec<PartnershipId>> {
    let some = subsequence(PARTNERSHIPS.to_vec(), 1..=2);
    let some = some.prop_map(|ids| ids.into_iter().map(partnership_id).collect());
    prop_oneof![3 => Just(vec![]), 1 => some]
}

pub(crate) fn partnership() -> impl Strategy<Value = Partnership> {
    let access: [AccessLevel; 4] = [LIMITED, LIMITED, FULL, WALLET];
    let state = prop_oneof![
        6 => Just((|active| active) as fn(Partnership) -> Partnership),
        1 => Just(partners::invited as fn(Partnership) -> Partnership),
        1 => Just(partners::ended as fn(Partnership) -> Partnership),
    ];
    (
        select(&PARTNERSHIPS),
        select(&COMPANIES),
        select(access.to_vec()),
        state,
    )
        .prop_map(|(id, partner, access, state)| state(partners::partnership(id, partner, access)))
}

pub(crate) fn assignment() -> impl Strategy<Value = ClientAssignment> {
    let member = select(&PEOPLE).prop_map(|id| Assignee::Member(facts::user(id)));
    let team = select(&TEAMS).prop_map(|id| Assignee::Team(TeamId::parse(id).unwrap()));
    let assignee = prop_oneof![2 => member, 1 => team];
    let product_rights = prop_oneof![
        1 => Just(LeftProductRights::All),
        3 => kinds().prop_map(LeftProductRights::Only),
    ];
    let organization_rights = subsequence(OrganizationRight::ALL.to_vec(), 0..=11);
    let client = prop_oneof![8 => Just("acme"), 1 => Just("elsewhere")];
    let left = (product_rights, organization_rights);
    (
        select(&ASSIGNMENTS),
        client,
        select(&PARTNERSHIPS),
        assignee,
        left,
    )
        .prop_map(
            |(id, client, partnership, assignee, (product_rights, organization_rights))| {
                ClientAssignment {
                    client: home(client),
                    partnership: partnership_id(partnership),
                    assignee,
                    ..partners::assignment(id, "u0", product_rights, &organization_rights)
                }
            },
        )
}

/// With places of people of its own partners, too.
fn team() -> impl Strategy<Value = domain::Team> {
    let members = btree_set((select(&PEOPLE), prop::bool::weighted(0.15)), 0..5);
    (select(&TEAMS), members).prop_map(|(id, members)| {
        let members = members.into_iter();
        members.fold(facts::team(id, &[]), |team, (user, is_bound)| {
            let bound = is_bound.then(|| partnership_id("m0"));
            team.with(&facts::user(user))
                .binding(&facts::user(user), bound.into_iter().collect())
        })
    })
}

/// A noun of a partner.
pub(crate) fn record() -> impl Strategy<Value = Record> {
    prop_oneof![
        4 => member_of(&PEOPLE).prop_map(Record::Member),
        1 => team().prop_map(Record::Team),
        1 => shut_out().prop_map(Record::ShutOut),
        3 => assignment().prop_map(Record::ClientAssignment),
    ]
}

/// What each company holds; one that is not at hand holds nothing.
pub(crate) fn companies() -> impl Strategy<Value = Others> {
    let held = || vec(record(), 0..14).prop_map(last_of_each);
    (held(), held()).prop_map(|(p, q)| Others::from([(home("p"), p), (home("q"), q)]))
}

pub(crate) fn companies_of(others: &Others) -> Vec<Company> {
    let company = |(id, records): (&domain::OrganizationId, &Vec<Record>)| {
        let mut company = Company {
            id: id.clone(),
            members: vec![],
            shut_out: vec![],
            teams: vec![],
            assignments: vec![],
        };
        for record in records.iter().cloned() {
            match record {
                Record::Member(noun) => company.members.push(noun),
                Record::ShutOut(noun) => company.shut_out.push(noun.user),
                Record::Team(noun) => company.teams.push(noun),
                Record::ClientAssignment(noun) => company.assignments.push(noun),
                _ => {}
            }
        }
        company
    };
    others.iter().map(company).collect()
}
