//! Random facts of a small world, in which everything meets everything.

use domain::{
    Areas, Grant, Kinds, Member, MemberState, Period, Product, ProductType, Record, RightKind,
    RightNumber, Rights, Role, Scope, ScopeEntry, ShutOut, Subject, Team, Timestamp, User,
    UserState,
};
use proptest::collection::{btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::facts;
use crate::naive::Facts;
use crate::partners::Others;
use crate::random_partners::{PARTNERSHIPS, companies, companies_of, lenders, partnership};

pub(crate) const USERS: [&str; 4] = ["u0", "u1", "u2", "u3"];
/// Those, and people whom only partners have.
pub(crate) const PEOPLE: [&str; 7] = ["u0", "u1", "u2", "u3", "s0", "s1", "s2"];
pub(crate) const PRODUCTS: [&str; 6] = ["p0", "p1", "p2", "p3", "p4", "p5"];
pub(crate) const TYPES: [&str; 3] = ["t0", "t1", "t2"];
pub(crate) const TEAMS: [&str; 2] = ["a", "b"];
const GROUPS: [&str; 2] = ["g", "h"];
const TAGS: [&str; 3] = ["x", "y", "z"];
const GRANTS: [&str; 14] = [
    "n0", "n1", "n2", "n3", "n4", "n5", "n6", "n7", "n8", "n9", "na", "nb", "nc", "nd",
];
/// Rights of a type; numbers are `10 * type + place`.
const RIGHTS: [&str; 4] = ["r0", "r1", "r2", "r3"];
/// Revisions and times are small, so that they collide.
pub(crate) const LAST: u64 = 8;

pub(crate) fn time() -> impl Strategy<Value = Timestamp> {
    (0..10i64).prop_map(Timestamp)
}

pub(crate) fn kinds() -> impl Strategy<Value = Kinds> {
    let kinds = RightKind::ALL[..3].to_vec();
    subsequence(kinds, 0..=2).prop_map(|kinds| kinds.into_iter().collect())
}

pub(crate) fn rights() -> impl Strategy<Value = Rights> {
    let number = (0..3u32, 0..4u32).prop_map(|(of, place)| RightNumber(of * 10 + place));
    prop_oneof![
        1 => Just(Rights::All),
        2 => kinds().prop_map(|kinds| Rights::listed(kinds, [])),
        3 => (kinds(), vec(number.clone(), 0..3)).prop_map(|(kinds, all)| Rights::listed(kinds, all)),
        3 => number.prop_map(|one| Rights::listed(Kinds::NONE, [one])),
    ]
}

pub(crate) fn entry() -> impl Strategy<Value = ScopeEntry> {
    let of = |sort: &'static str, ids: &'static [&'static str]| {
        select(ids).prop_map(move |id| facts::entry(&format!("{sort}:{id}")))
    };
    prop_oneof![
        of("product", &PRODUCTS),
        of("group", &GROUPS),
        of("tag", &TAGS),
        of("type", &TYPES),
        of("future", &TYPES),
    ]
}

pub(crate) fn scope() -> impl Strategy<Value = Scope> {
    prop_oneof![
        1 => Just(Scope::All),
        8 => vec(entry(), 0..4).prop_map(Scope::listed),
    ]
}

pub(crate) fn period() -> impl Strategy<Value = Period> {
    (option::of(time()), option::of(time())).prop_map(|(start, end)| Period { start, end })
}

fn role() -> impl Strategy<Value = Role> {
    let technical = option::of(scope());
    let areas = (any::<bool>(), any::<bool>(), technical);
    prop_oneof![
        1 => Just(Role::LegalRepresentative),
        2 => areas.prop_map(|(financial, user_rights, technical)| Role::Administrator(Areas {
            financial,
            security: false,
            user_rights,
            technical,
        })),
        4 => Just(Role::Collaborator),
        2 => Just(Role::External),
    ]
}

pub(crate) fn member() -> impl Strategy<Value = Member> {
    member_of(&USERS)
}

pub(crate) fn member_of(users: &'static [&'static str]) -> impl Strategy<Value = Member> {
    (select(users), role(), prop::bool::weighted(0.1)).prop_map(|(id, role, asleep)| {
        let state = if asleep {
            MemberState::Deactivated
        } else {
            MemberState::Active
        };
        Member {
            state,
            ..facts::member(id, role)
        }
    })
}

/// Of whomever, members too.
pub(crate) fn shut_out() -> impl Strategy<Value = ShutOut> {
    select(&PEOPLE).prop_map(facts::shut_out)
}

pub(crate) fn product() -> impl Strategy<Value = Product> {
    let tags = subsequence(TAGS.to_vec(), 0..=3);
    let groups = subsequence(GROUPS.to_vec(), 0..=2);
    (select(&PRODUCTS), select(&TYPES), tags, groups, 0..LAST).prop_map(
        |(id, of_type, tags, groups, revision)| {
            facts::product(id, of_type, &tags, &groups, revision)
        },
    )
}

pub(crate) fn team() -> impl Strategy<Value = Team> {
    let members = btree_set((select(&USERS), lenders()), 0..4);
    (select(&TEAMS), members).prop_map(|(id, members)| {
        let members = members.into_iter();
        members.fold(facts::team(id, &[]), |team, (user, by)| {
            team.with(&facts::user(user))
                .binding(&facts::user(user), by)
        })
    })
}

pub(crate) fn grant() -> impl Strategy<Value = Grant> {
    let subject = prop_oneof![
        3 => select(&USERS).prop_map(|id| Subject::Member(facts::user(id))),
        1 => select(&TEAMS).prop_map(|id| facts::grant("n", &format!("team:{id}"), Rights::All, "all").subject),
        2 => select(&PARTNERSHIPS).prop_map(|id| facts::grant("n", &format!("partnership:{id}"), Rights::All, "all").subject),
    ];
    let owner = prop::bool::weighted(0.3);
    let what = (rights(), scope(), 0..LAST, period(), owner, lenders());
    (select(&GRANTS), subject, what).prop_map(|(id, subject, what)| {
        let (rights, scope, scope_revision, period, by_owner, bound_to) = what;
        Grant {
            ties: domain::PartnerTies::new(bound_to, vec![]),
            subject,
            scope,
            scope_revision,
            period,
            by_owner,
            ..facts::grant(id, "u0", rights, "all")
        }
    })
}

pub(crate) fn product_type() -> impl Strategy<Value = ProductType> {
    let right = (
        select(&RightKind::ALL[..3]),
        subsequence(vec![0, 1, 2, 3], 0..=2),
        prop::bool::weighted(0.15),
    );
    let rights = vec(right, 1..=4);
    (0..3u32, rights, prop::bool::weighted(0.3)).prop_map(|(of, rights, managed)| {
        let rights = rights.into_iter().zip(RIGHTS).enumerate();
        let rights = rights.map(|(place, ((kind, implies, removed), id))| {
            let implies: Vec<_> = implies
                .into_iter()
                .map(|place: u32| of * 10 + place)
                .collect();
            let number = of * 10 + place as u32;
            domain::Right {
                removed,
                ..facts::right(number, id, kind, &implies)
            }
        });
        let mut made = facts::product_type(TYPES[of as usize], rights.collect());
        made.managing_system = managed.then(|| facts::name("Jira"));
        made
    })
}

pub(crate) fn person() -> impl Strategy<Value = User> {
    (select(&PEOPLE), prop::bool::weighted(0.8)).prop_map(|(id, active)| {
        let state = if active {
            UserState::Active
        } else {
            UserState::Deactivated
        };
        facts::person(id, state)
    })
}

/// A world in which each id occurs once, and what its partners hold; every type is there.
pub(crate) fn world() -> impl Strategy<Value = (Facts, Vec<Record>, Others)> {
    let nouns = (
        vec(product_type().prop_map(Record::ProductType), 0..6),
        vec(member().prop_map(Record::Member), 2..8),
        vec(product().prop_map(Record::Product), 2..12),
        vec(team().prop_map(Record::Team), 0..3),
        vec(grant().prop_map(Record::Grant), 0..24),
        vec(person().prop_map(Record::User), 0..2),
        vec(partnership().prop_map(Record::Partnership), 0..5),
        vec(shut_out().prop_map(Record::ShutOut), 0..2),
    );
    (nouns, companies()).prop_map(|(nouns, companies)| {
        let named = TYPES.map(|id| Record::ProductType(facts::product_type(id, vec![])));
        let mut all = vec![Record::Organization(facts::organization(&facts::acme()))];
        all.extend(named);
        let (types, members, products, teams, grants, people, partnerships, shut_outs) = nouns;
        let more = [
            types,
            members,
            products,
            teams,
            grants,
            people,
            partnerships,
            shut_outs,
        ];
        all.extend(more.into_iter().flatten());
        let records = last_of_each(all);
        let facts = Facts {
            companies: companies_of(&companies),
            ..facts_of(&records)
        };
        (facts, records, companies)
    })
}

/// Of records with the same name the last.
pub(crate) fn last_of_each(records: Vec<Record>) -> Vec<Record> {
    let named = records.into_iter().map(|record| (record.name(), record));
    let last: std::collections::BTreeMap<_, _> = named.collect();
    last.into_values().collect()
}

pub(crate) fn facts_of(records: &[Record]) -> Facts {
    let mut facts = Facts::default();
    for record in records.iter().cloned() {
        match record {
            Record::ProductType(noun) => facts.types.push(noun),
            Record::Member(noun) => facts.members.push(noun),
            Record::ShutOut(noun) => facts.shut_out.push(noun.user),
            Record::Product(noun) => facts.products.push(noun),
            Record::Team(noun) => facts.teams.push(noun),
            Record::Grant(noun) => facts.grants.push(noun),
            Record::Partnership(noun) => facts.partnerships.push(noun),
            Record::User(noun) if !noun.is_active() => facts.inactive.push(noun.id),
            _ => {}
        }
    }
    facts
}
