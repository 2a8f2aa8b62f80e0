//! Is each change written once, whole, in order, or not at all?

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, AtomicU32, Ordering};
use std::time::{Duration, Instant};

use domain::{Home, KeyId, Mail, Record, Stamp, Timestamp};
use store::{Decided, Error, Options, Remembered, Store};

use crate::nouns::*;
use crate::world::World;

pub(crate) async fn revisions_are_whole_under_many_writers(world: &World) {
    let home = organization("acme");
    let other = world.another().await;
    let mut writers = tokio::task::JoinSet::new();
    for writer in 0..16 {
        let store = if writer % 2 == 0 {
            world.store.clone()
        } else {
            other.clone()
        };
        let home = home.clone();
        writers.spawn(async move {
            let mut seen = 0;
            for turn in 0..10 {
                let head = add_group(&store, &home, &format!("g-{writer}-{turn}"))
                    .await
                    .unwrap();
                assert!(head.revision > seen, "a later write has a higher revision");
                seen = head.revision;
            }
        });
    }
    writers.join_all().await;
    let changes = world.store.changes(&home, 0, 1000).await.unwrap();
    let revisions: Vec<_> = changes.iter().map(|logged| logged.revision).collect();
    assert_eq!(revisions, (1..=160).collect::<Vec<_>>());
    let mut chain = [0; 32];
    for logged in &changes {
        assert!(world.store.verify_link(&chain, logged));
        chain = logged.chain;
    }
    assert_eq!(world.store.verify(&home, |_| ()).await.unwrap().nouns, 160);
}

pub(crate) async fn a_retry_has_no_second_effect(world: &World) {
    let home = organization("acme");
    let again = async || {
        let intent = store::Intent {
            request: request("r1", 1),
            ..intent(&home)
        };
        let decide =
            deciding(|change, locked| change.save(group("g", "G", Stamp::new(moment(locked)))));
        world.store.transact(intent, decide).await.unwrap()
    };
    let first = again().await;
    add_group(&world.store, &home, "later").await.unwrap();
    let second = again().await;
    assert!(!first.replayed && second.replayed);
    assert_eq!(first.changes, second.changes);
    assert_eq!(first.heads, second.heads);
    assert_eq!(world.store.changes(&home, 0, 10).await.unwrap().len(), 2);
    let reader = world.store.snapshot().await.unwrap();
    let remembered = async |id, hash| {
        let request = request(id, hash).unwrap();
        let now = first.heads[0].1.at;
        reader
            .remembered(&home, &ann(), &request, now)
            .await
            .unwrap()
    };
    assert!(matches!(
        remembered("r1", 1).await,
        Some(Remembered::Same { committed, .. }) if committed.changes == first.changes
    ));
    assert!(matches!(remembered("r1", 2).await, Some(Remembered::Other)));
    assert!(remembered("r2", 1).await.is_none());
}

pub(crate) async fn a_used_request_id_is_refused_for_another_request(world: &World) {
    let home = organization("acme");
    let with = async |hash| {
        let intent = store::Intent {
            request: request("r1", hash),
            ..intent(&home)
        };
        let decide = deciding(move |change, locked| {
            change.save(group(&format!("g{hash}"), "G", Stamp::new(moment(locked))));
        });
        world.store.transact(intent, decide).await
    };
    with(1).await.unwrap();
    assert!(matches!(with(2).await, Err(Error::RequestReused)));
}

pub(crate) async fn a_request_is_forgotten_after_a_day(world: &World) {
    let clock = Arc::new(AtomicI64::new(1_800_000_000_000_000));
    let store = with_clock(world, &clock).await;
    let home = organization("acme");
    let with = async |group_id: &'static str| {
        let intent = store::Intent {
            request: request("r1", 1),
            ..intent(&home)
        };
        let decide = deciding(move |change, locked| {
            change.save(group(group_id, "G", Stamp::new(moment(locked))))
        });
        store.transact(intent, decide).await.unwrap()
    };
    with("g1").await;
    clock.fetch_add(23 * 3_600_000_000, Ordering::Relaxed);
    assert!(with("g1").await.replayed);
    clock.fetch_add(3_600_000_000, Ordering::Relaxed);
    assert!(!with("g2").await.replayed);
    let then = Timestamp(clock.load(Ordering::Relaxed));
    clock.fetch_add(25 * 3_600_000_000, Ordering::Relaxed);
    let request = request("r1", 1).unwrap();
    let is_kept = async || {
        let reader = store.snapshot().await.unwrap();
        let kept = reader.remembered(&home, &ann(), &request, then).await;
        kept.unwrap().is_some()
    };
    assert!(is_kept().await);
    store.forget_old().await.unwrap();
    assert!(!is_kept().await);
}

async fn with_clock(world: &World, clock: &Arc<AtomicI64>) -> Store {
    let clock = Arc::clone(clock);
    let clock = Arc::new(move || Timestamp(clock.load(Ordering::Relaxed)));
    let options = Options {
        clock: Some(clock),
        ..world.options.clone()
    };
    Store::open(&options, world.ring()).await.unwrap()
}

pub(crate) async fn whoever_goes_away_leaves_nothing_half_done(world: &World) {
    let home = organization("acme");
    for round in 0..30u64 {
        let id = format!("g{round}");
        let impatient = tokio::time::timeout(
            Duration::from_micros(round * 100),
            add_group(&world.store, &home, &id),
        );
        let _ = impatient.await;
    }
    // Whatever was begun ends: the next write gets the lock, and all that is there is whole.
    let head = add_group(&world.store, &home, "last").await.unwrap();
    let verified = world.store.verify(&home, |_| ()).await.unwrap();
    assert!(verified.head.revision >= head.revision);
    assert_eq!(verified.nouns, verified.head.revision);
}

pub(crate) async fn past_its_deadline_nothing_is_written(world: &World) {
    let home = organization("acme");
    let intent = store::Intent {
        deadline: Some(Instant::now()),
        ..intent(&home)
    };
    let decide =
        deciding(|change, locked| change.save(group("g", "G", Stamp::new(moment(locked)))));
    assert!(matches!(
        world.store.transact(intent, decide).await,
        Err(Error::Deadline)
    ));
    assert!(world.store.heads(&[home]).await.unwrap().heads.is_empty());
}

pub(crate) async fn a_deadline_is_checked_before_commit(world: &World) {
    let home = organization("acme");
    add_group(&world.store, &home, "first").await.unwrap();
    let deadline = Instant::now() + Duration::from_millis(200);
    let intent = store::Intent {
        deadline: Some(deadline),
        ..intent(&home)
    };
    let decide = deciding(move |change, locked| {
        while Instant::now() < deadline {
            std::thread::yield_now();
        }
        change.save(group("g", "G", Stamp::new(moment(locked))));
    });
    assert!(matches!(
        world.store.transact(intent, decide).await,
        Err(Error::Deadline)
    ));
    assert_eq!(
        world
            .store
            .heads(std::slice::from_ref(&home))
            .await
            .unwrap()
            .heads[&home]
            .revision,
        1
    );
}

pub(crate) async fn a_refusal_changes_nothing(world: &World) {
    let home = organization("acme");
    let refusing = Deciding(|_: &store::Locked| Err(Error::Misuse("no".to_owned())));
    assert!(world.store.transact(intent(&home), refusing).await.is_err());
    let nothing = Deciding(|_: &store::Locked| {
        Ok(Decided {
            changes: vec![],
            deps: vec![],
            before: BTreeMap::new(),
        })
    });
    let done = world.store.transact(intent(&home), nothing).await.unwrap();
    assert_eq!(done.heads[0].1.revision, 0);
    assert_eq!(world.store.homes().await.unwrap(), vec![]);
}

pub(crate) async fn an_organization_and_users_change_together(world: &World) {
    let home = organization("acme");
    let both = async || {
        let intent = store::Intent {
            with_people: true,
            request: request("r", 1),
            ..intent(&home)
        };
        let decide = Deciding(|locked: &store::Locked| {
            let people = locked.people.unwrap();
            let mut own = domain::Change::new(locked.home.clone(), "Test.Both");
            own.save(member("bob", Stamp::new(moment(locked))));
            let mut other = domain::Change::new(Home::People, "Test.Both");
            let at = domain::Moment {
                revision: people.revision + 1,
                now: locked.now,
            };
            other.save(Record::User(person("bob", None, Stamp::new(at))));
            let deps = vec![(Home::People, people.revision), (Home::Platform, 0)];
            Ok(Decided {
                changes: vec![own, other],
                deps,
                before: BTreeMap::new(),
            })
        });
        world.store.transact(intent, decide).await.unwrap()
    };
    add_person(&world.store, "ann", "ann@example.com")
        .await
        .unwrap();
    let first = both().await;
    assert_eq!(
        first
            .heads
            .iter()
            .map(|(_, head)| head.revision)
            .collect::<Vec<_>>(),
        [1, 2]
    );
    assert_eq!(first.heads[0].1.at, first.heads[1].1.at);
    let second = both().await;
    assert!(second.replayed);
    assert_eq!((first.changes, first.heads), (second.changes, second.heads));
    let reader = world.store.snapshot().await.unwrap();
    let requires = reader.requires(&home).await.unwrap();
    assert_eq!(requires, [(Home::Platform, 0), (Home::People, 1)]);
    let logged = reader.change(&home, 1).await.unwrap().unwrap();
    assert_eq!(logged.deps, [(Home::People, 1), (Home::Platform, 0)]);
    assert_eq!(logged.request_id.as_deref(), Some("r"));
    assert_eq!(logged.who, ann());
}

pub(crate) async fn time_never_runs_back(world: &World) {
    let clock = Arc::new(AtomicI64::new(1_800_000_000_000_000));
    let store = with_clock(world, &clock).await;
    let home = organization("acme");
    let first = add_group(&store, &home, "a").await.unwrap();
    clock.fetch_sub(1_000_000, Ordering::Relaxed);
    let second = add_group(&store, &home, "b").await.unwrap();
    assert_eq!(first.at, second.at);
    // Nor from one home to another that is consulted.
    let intent = store::Intent {
        consult: vec![home],
        ..intent(&organization("other"))
    };
    let decide =
        deciding(|change, locked| change.save(group("g", "G", Stamp::new(moment(locked)))));
    assert_eq!(
        store.transact(intent, decide).await.unwrap().heads[0].1.at,
        first.at
    );
    // Without an injected clock it is the database's.
    let now = world.store.heads(&[]).await.unwrap().now;
    let touched = std::fs::File::create(world.file("now")).unwrap();
    let real = touched
        .metadata()
        .unwrap()
        .modified()
        .unwrap()
        .duration_since(std::time::UNIX_EPOCH)
        .unwrap()
        .as_micros();
    assert!((i128::from(now.0) - i128::try_from(real).unwrap()).abs() < 60_000_000);
}

pub(crate) async fn only_locked_homes_are_changed(world: &World) {
    let decide = Deciding(|locked: &store::Locked| {
        let mut change = domain::Change::new(Home::People, "Test.Stray");
        change.save(Record::User(person(
            "bob",
            None,
            Stamp::new(moment(locked)),
        )));
        Ok(Decided {
            changes: vec![change],
            deps: vec![],
            before: BTreeMap::new(),
        })
    });
    let stray = world
        .store
        .transact(intent(&organization("acme")), decide)
        .await;
    assert!(matches!(stray, Err(Error::Misuse(_))));
    let decide = deciding(|change, locked| {
        change.save(Record::User(person(
            "bob",
            None,
            Stamp::new(moment(locked)),
        )));
    });
    let astray = world
        .store
        .transact(intent(&organization("acme")), decide)
        .await;
    assert!(matches!(astray, Err(Error::Misuse(_))));
}

pub(crate) async fn a_home_that_is_not_there_is_not_made_by_chance(world: &World) {
    let home = organization("acme");
    let intent = store::Intent {
        birth: false,
        ..intent(&home)
    };
    let decide =
        deciding(|change, locked| change.save(group("g", "G", Stamp::new(moment(locked)))));
    let missing = world.store.transact(intent, decide).await;
    assert!(matches!(missing, Err(Error::NoHome(missing)) if missing == home));
}

pub(crate) async fn a_panic_leaves_nothing_behind(world: &World) {
    let home = organization("acme");
    let count = Arc::new(AtomicU32::new(0));
    for _ in 0..12 {
        let count = Arc::clone(&count);
        let decide = Deciding(move |_: &store::Locked| {
            count.fetch_add(1, Ordering::Relaxed);
            panic!("on purpose");
        });
        assert!(matches!(
            world.store.transact(intent(&home), decide).await,
            Err(Error::Unavailable(_))
        ));
    }
    assert_eq!(count.load(Ordering::Relaxed), 12);
    assert_eq!(
        add_group(&world.store, &home, "g").await.unwrap().revision,
        1
    );
}

pub(crate) async fn mails_leave_once(world: &World) {
    // Not one that confirms an email: that waits for a newer one.
    let mail = Mail::RepresentativeAppointed {
        user: user("bob"),
        to: user("ann"),
        lifts_shut_out: false,
    };
    let queued = mail.clone();
    write(&world.store, &Home::People, move |change, locked| {
        change.save(Record::User(person(
            "ann",
            None,
            Stamp::new(moment(locked)),
        )));
        change.mails.push(queued.clone());
    })
    .await
    .unwrap();
    let due = world.store.due_mails(10).await.unwrap();
    assert_eq!(due.len(), 1);
    assert_eq!(
        (&due[0].home, due[0].revision, &due[0].mail),
        (&Home::People, 1, &mail)
    );
    world
        .store
        .mail_failed(&due[0].home, &due[0].id, 0, "no answer")
        .await
        .unwrap();
    assert_eq!(world.store.due_mails(10).await.unwrap()[0].attempts, 1);
    let (home, id) = (&due[0].home, &due[0].id);
    // Whoever takes it has it alone, until it fails or the lease is over.
    assert!(world.store.lease_mail(home, id, 60).await.unwrap());
    assert!(!world.store.lease_mail(home, id, 60).await.unwrap());
    assert_eq!(world.store.due_mails(10).await.unwrap(), []);
    world.store.mail_failed(home, id, 0, "busy").await.unwrap();
    assert!(world.store.lease_mail(home, id, 0).await.unwrap());
    assert!(world.store.lease_mail(home, id, 0).await.unwrap());
    world
        .store
        .mail_given_up(home, id, "refused")
        .await
        .unwrap();
    assert_eq!(world.store.due_mails(10).await.unwrap(), []);
    assert!(!world.store.lease_mail(home, id, 60).await.unwrap());
    let given_up = world.store.unsent_mails(10).await.unwrap().remove(0);
    assert_eq!((given_up.attempts, given_up.due), (3, None));
    assert_eq!(given_up.failure.as_deref(), Some("refused"));
    assert!(world.store.retry_mail(home, id).await.unwrap());
    assert_eq!(world.store.due_mails(10).await.unwrap()[0].attempts, 0);
    world
        .store
        .mail_done(&due[0].home, &due[0].id)
        .await
        .unwrap();
    assert_eq!(world.store.due_mails(10).await.unwrap(), []);
    assert_eq!(world.store.unsent_mails(10).await.unwrap(), []);
    assert!(!world.store.retry_mail(home, id).await.unwrap());
}

pub(crate) async fn marks_are_kept(world: &World) {
    let home = organization("acme");
    world
        .store
        .mark_refusal(&home, &ann(), "Test.Change", "RightMissing")
        .await
        .unwrap();
    let marks = world.store.refusals(&home, None, 10).await.unwrap();
    assert_eq!(marks.len(), 1);
    assert_eq!(
        (&marks[0].who, marks[0].method.as_str()),
        (&ann(), "Test.Change")
    );
    let key = KeyId::parse("k1").unwrap();
    for at in [5, 9, 7] {
        world.store.mark_key_use(&key, Timestamp(at)).await.unwrap();
    }
    assert_eq!(world.store.key_uses().await.unwrap()[&key], Timestamp(9));
    world.store.forget_old().await.unwrap();
    assert_eq!(
        world.store.refusals(&home, None, 10).await.unwrap().len(),
        1
    );
}
