//! What one check costs among a thousand and among a million grants and beside partners, and what a grant costs in memory.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a bench that cannot go on fails"
)]

use std::collections::BTreeMap;
use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{
    BatchSize, BenchmarkGroup, BenchmarkId, Criterion, criterion_group, criterion_main,
};
use domain::{
    AccessLevel, Caller, Change, ChangePolicy, DisplayName, Event, Grant, GrantId, Home, Kinds,
    Member, MemberState, Moment, Organization, OrganizationId, Panel, Partnership, PartnershipId,
    PartnershipState, Period, Personal, PersonalId, Product, ProductId, ProductType, ProductTypeId,
    Record, Right, RightId, RightKind, RightName, RightNumber, Rights, Role, Scope, ScopeEntry,
    Stamp, Subject, Tag, Timestamp, UserId, Who,
};
use grantor_access::{OrganizationState, PeopleState, PlatformState, Resource, View};

const MEMBERS: u64 = 1_000;
const PRODUCTS: u64 = 10_000;
const TYPES: u64 = 20;
const TAGS: u64 = 200;
const RIGHTS: [(&str, RightKind); 5] = [
    ("use", RightKind::Usage),
    ("manage", RightKind::Management),
    ("configure", RightKind::Technical),
    ("statistics", RightKind::Statistics),
    ("details", RightKind::Detailed),
];

/// A fixed sequence that looks random.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 % limit
    }
}

fn stamp() -> Stamp {
    Stamp::new(Moment {
        revision: 1,
        now: Timestamp(0),
    })
}

fn user(number: u64) -> UserId {
    UserId::parse(&format!("user-{number:06}")).unwrap()
}

fn product_id(number: u64) -> ProductId {
    ProductId::parse(&format!("product-{number:06}")).unwrap()
}

fn type_id(number: u64) -> ProductTypeId {
    ProductTypeId::parse(&format!("type-{number}")).unwrap()
}

fn tag(number: u64) -> Tag {
    Tag::parse(&format!("client-{number}")).unwrap()
}

fn name(text: &str) -> DisplayName {
    DisplayName::parse(text).unwrap()
}

fn number(of: u64, place: u64) -> RightNumber {
    RightNumber(u32::try_from(of * 10 + place).unwrap())
}

fn catalog() -> Vec<Record> {
    let right = |of: u64, (place, (id, kind)): (usize, (&str, RightKind))| Right {
        number: number(of, place as u64),
        id: RightId::parse(id).unwrap(),
        display_name: name(id),
        kind,
        implies: vec![],
        removed: false,
    };
    let product_type = |of: u64| ProductType {
        id: type_id(of),
        display_name: name("type"),
        rights: RIGHTS
            .into_iter()
            .enumerate()
            .map(|it| right(of, it))
            .collect(),
        managing_system: None,
        retired: false,
        stamp: stamp(),
    };
    (0..TYPES)
        .map(product_type)
        .map(Record::ProductType)
        .collect()
}

fn member(number: u64) -> Member {
    Member {
        user: user(number),
        role: Role::Collaborator,
        state: MemberState::Active,
        chosen_panel: Panel::Branded,
        made_through: vec![],
        made_by: None,
        changed_role: None,
        stamp: stamp(),
    }
}

fn people_and_products() -> impl Iterator<Item = Record> {
    let product = |number| Product {
        id: product_id(number),
        product_type: type_id(number % TYPES),
        display_name: name("product"),
        tags: vec![tag(number % TAGS)],
        groups: vec![],
        made: None,
        stamp: stamp(),
    };
    let members = (0..MEMBERS).map(member).map(Record::Member);
    members.chain((0..PRODUCTS).map(product).map(Record::Product))
}

/// Nine of ten on one product, the tenth on a tag; one right each.
fn grants(count: u64) -> impl Iterator<Item = Record> {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    (0..count).map(move |id| {
        let product = dice.below(PRODUCTS);
        let entry = if dice.below(10) == 0 {
            ScopeEntry::Tag(tag(product % TAGS))
        } else {
            ScopeEntry::Product(product_id(product))
        };
        Record::Grant(Grant {
            id: GrantId::parse(&format!("grant-{id:08}")).unwrap(),
            subject: Subject::Member(user(id % MEMBERS)),
            rights: Rights::listed(Kinds::NONE, [number(product % TYPES, dice.below(5))]),
            scope: Scope::listed([entry]),
            scope_revision: 1,
            period: Period::default(),
            note: None,
            granted_by: Who {
                actor: Some(user(0)),
                caller: Caller::CommandLine,
            },
            by_owner: false,
            ties: None,
            stamp: stamp(),
        })
    })
}

fn view(count: u64) -> View {
    let records = people_and_products().chain(grants(count));
    View {
        platform: Arc::new(PlatformState::load(1, catalog())),
        people: Arc::new(PeopleState::load(1, [])),
        organization: Arc::new(OrganizationState::load(1, records)),
        others: BTreeMap::new(),
        narrowed: Default::default(),
        work: Default::default(),
    }
}

fn home(text: &str) -> OrganizationId {
    OrganizationId::parse(text).unwrap()
}

/// The same organization with so many active partners, limited and full in turn, of a hundred people each. Nobody is
/// at two places, so no question is answered otherwise: this is what partners cost those who have nothing by them.
fn with_partners(mut view: View, count: u64) -> View {
    let mut records = vec![Record::Organization(Organization {
        id: home("acme"),
        display_name: Personal {
            id: PersonalId::parse("name").unwrap(),
            digest: String::new(),
        },
        change_policy: ChangePolicy::Direct,
        administrator_limit: None,
        quotas: Default::default(),
        default_panel: Panel::Branded,
        branding: None,
        approved_branding: None,
        stamp: stamp(),
    })];
    for number in 0..count {
        let access = match number % 2 {
            0 => AccessLevel::Limited,
            _ => AccessLevel::Full {
                wallet_entrusted: false,
            },
        };
        records.push(Record::Partnership(Partnership {
            id: PartnershipId::parse(&format!("partnership-{number:06}")).unwrap(),
            partner: home(&format!("partner-{number:06}")),
            partner_revision: 0,
            access,
            offered: vec![],
            sender: Who {
                actor: Some(user(0)),
                caller: Caller::CommandLine,
            },
            salt: String::new(),
            resent: vec![],
            expire_time: Timestamp(0),
            state: PartnershipState::Active {
                since: Timestamp(0),
            },
            stamp: stamp(),
        }));
        let people = (0..100).map(|place| member(100_000 + number * 100 + place));
        let partner = OrganizationState::load(1, people.map(Record::Member));
        let id = home(&format!("partner-{number:06}"));
        view.others.insert(id, Arc::new(partner));
    }
    let change = Change {
        events: records.into_iter().map(Event::Saved).collect(),
        ..Change::new(Home::Organization(home("acme")), "bench")
    };
    Arc::make_mut(&mut view.organization).apply(2, &change);
    view
}

/// Resident bytes of this process.
fn resident() -> u64 {
    let statm = std::fs::read_to_string("/proc/self/statm").unwrap();
    let pages: u64 = statm.split(' ').nth(1).unwrap().parse().unwrap();
    pages * 4096
}

/// Who, on which product, which right: as numbers, so that asking it makes texts that are warm, as a request's are.
type Question = (u64, u64, usize);

/// What some grant gives, over and over: allowed.
fn given_questions(count: u64) -> impl FnMut() -> (UserId, Resource, RightName) {
    let given: Vec<Question> = grants(count).filter_map(|record| given(&record)).collect();
    let mut dice = Dice(42);
    move || asked(given[usize::try_from(dice.below(given.len() as u64)).unwrap()])
}

/// Anybody, anything: nearly all of it denied, the same for any number of grants.
fn any_questions() -> impl FnMut() -> (UserId, Resource, RightName) {
    let mut dice = Dice(42);
    move || {
        let right = usize::try_from(dice.below(5)).unwrap();
        asked((dice.below(MEMBERS), dice.below(PRODUCTS), right))
    }
}

fn asked((who, product, right): Question) -> (UserId, Resource, RightName) {
    let right = RIGHTS[right].0.into();
    (user(who), Resource::Product(product_id(product)), right)
}

/// What a grant on one product answers.
fn given(record: &Record) -> Option<Question> {
    let Record::Grant(grant) = record else {
        return None;
    };
    let (Subject::Member(user), ScopeEntry::Product(product)) =
        (&grant.subject, grant.scope.entries().first()?)
    else {
        return None;
    };
    let Rights::Listed { rights, .. } = &grant.rights else {
        return None;
    };
    let place = |id: &str| id.rsplit('-').next()?.parse().ok();
    Some((
        place(user.as_str())?,
        place(product.as_str())?,
        rights.first()?.0 as usize % 10,
    ))
}

fn check(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("check");
    for count in [1_000, 1_000_000] {
        let before = resident();
        let view = view(count);
        let grown = resident() - before;
        println!(
            "{count} grants: {} bytes a grant, members and products included",
            grown / count
        );
        ask(&mut group, &view, count, &count.to_string());
        if count == 1_000_000 {
            let view = with_partners(view, 20);
            ask(&mut group, &view, count, "1000000 beside 20 partners");
        }
    }
    group.finish();
}

fn ask(group: &mut BenchmarkGroup<'_, WallTime>, view: &View, count: u64, row: &str) {
    let questions: [(&str, Box<dyn FnMut() -> _>); 2] = [
        ("anything", Box::new(any_questions())),
        ("given", Box::new(given_questions(count))),
    ];
    for (asked, mut ask) in questions {
        group.bench_function(BenchmarkId::new(asked, row), |bencher| {
            bencher.iter_batched_ref(
                &mut ask,
                |(user, on, right)| view.check(user, on, right, Timestamp(0)),
                BatchSize::NumIterations(64),
            );
        });
    }
}

fn apply(criterion: &mut Criterion) {
    let view = view(1_000_000);
    let home = Home::Organization(home("acme"));
    let mut change = Change::new(home, "bench");
    let mut more = grants(1_000_500).skip(1_000_000);
    change.events.extend(more.next().map(Event::Saved));
    criterion.bench_function("apply one grant beside a million", |bencher| {
        bencher.iter(|| {
            let mut next = OrganizationState::clone(&view.organization);
            next.apply(2, &change);
            black_box(next)
        });
    });
}

fn lists(criterion: &mut Criterion) {
    let view = view(1_000_000);
    let at = Timestamp(0);
    let (someone, on) = (user(7), Resource::Product(product_id(77)));
    criterion.bench_function("accessible products, all of 10 thousand", |bencher| {
        bencher.iter(|| black_box(view.accessible_products(&someone, None, None, 10_000, at)));
    });
    criterion.bench_function("accessors, all of a thousand members", |bencher| {
        bencher.iter(|| black_box(view.accessors(&on, &"use".into(), None, 1_000, at)));
    });
}

criterion_group! {
    name = benches;
    config = Criterion::default()
        .sample_size(50)
        .measurement_time(Duration::from_secs(3))
        .warm_up_time(Duration::from_secs(1));
    targets = check, apply, lists
}
criterion_main!(benches);
