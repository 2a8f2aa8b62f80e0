//! What one check costs among a thousand and among a million grants and beside partners, what lists cost, and what a grant
//! costs in memory.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a bench that cannot go on fails"
)]

mod lists;
mod world;

use std::hint::black_box;
use std::sync::Arc;
use std::time::Duration;

use criterion::measurement::WallTime;
use criterion::{
    BatchSize, BenchmarkGroup, BenchmarkId, Criterion, criterion_group, criterion_main,
};
use domain::{
    AccessLevel, Caller, Change, ChangePolicy, Event, Home, Organization, OrganizationId, Panel,
    Partnership, PartnershipId, PartnershipState, Personal, PersonalId, Record, RightName, Rights,
    ScopeEntry, Subject, Timestamp, UserId, Who,
};
use grantor_access::{OrganizationState, Resource, View};

use crate::lists::lists;
use crate::world::{
    Dice, RIGHTS, Size, grants, member, organization, product_id, stamp, user, view,
};

const MEMBERS: u64 = 1_000;
const PRODUCTS: u64 = 10_000;

fn size(grants: u64) -> Size {
    Size {
        members: MEMBERS,
        products: PRODUCTS,
        grants,
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
    let given: Vec<Question> = grants(size(count))
        .filter_map(|record| given(&record))
        .collect();
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
    // Kept: else what comes after them would find room, and seem to take none.
    let _small = small();
    let mut group = criterion.benchmark_group("check");
    for count in [1_000, 1_000_000] {
        let before = resident();
        let view = view(size(count), grants(size(count)));
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

/// Most organizations are small, and there are many.
fn small() -> Vec<Arc<OrganizationState>> {
    const MANY: u64 = 10_000;
    let size = Size {
        members: 5,
        products: 10,
        grants: 20,
    };
    let before = resident();
    let small: Vec<_> = (0..MANY)
        .map(|_| organization(size, grants(size)))
        .collect();
    let bytes = (resident() - before) / MANY;
    println!("5 members, 10 products, 20 grants: {bytes} bytes an organization");
    small
}

fn apply(criterion: &mut Criterion) {
    let view = view(size(1_000_000), grants(size(1_000_000)));
    let home = Home::Organization(home("acme"));
    let mut change = Change::new(home, "bench");
    let mut more = grants(size(1_000_500)).skip(1_000_000);
    change.events.extend(more.next().map(Event::Saved));
    criterion.bench_function("apply one grant beside a million", |bencher| {
        bencher.iter(|| {
            let mut next = OrganizationState::clone(&view.organization);
            next.apply(2, &change);
            black_box(next)
        });
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
