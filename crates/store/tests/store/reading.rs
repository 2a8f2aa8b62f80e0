//! Does everybody read what was written, in the order and the moment they asked for?

use std::collections::HashMap;
use std::time::Duration;

use domain::{
    Caller, Home, KeyId, Kind, OrganizationId, PersonalId, Record, RecordName, ServiceAccountId,
    Stamp, UserState, Who,
};
use store::{ChangeFilter, ChangePage, Error, Intent};

use crate::nouns::*;
use crate::world::World;

pub(crate) async fn what_is_loaded_is_what_was_saved(world: &World) {
    let home = organization("acme");
    let done = write(&world.store, &home, |change, locked| {
        let stamp = Stamp::new(moment(locked));
        let (name, value) = personal("p1", "ann", "Ann's");
        change.personal.push(value);
        // Not in the order of loading.
        change.save(group("z", "Zed", stamp));
        change.save(group("a", "Aye", stamp));
        change.save(member("ann", stamp));
        change.save(acme("acme", name, stamp));
    })
    .await
    .unwrap();
    let reader = world.store.snapshot().await.unwrap();
    let (head, records) = loaded(&reader, &home).await.unwrap();
    let saved: Vec<_> = done.changes[0].saved().cloned().collect();
    assert_eq!(records, [3, 2, 1, 0].map(|index| saved[index].clone()));
    assert_eq!(head, done.heads[0].1);
    let logged = reader.change(&home, 1).await.unwrap().unwrap();
    assert_eq!(logged.change.events, done.changes[0].events);
    assert_eq!(logged.at, head.at);
    assert_eq!(loaded(&reader, &organization("other")).await, None);
}

pub(crate) async fn an_id_is_never_used_again(world: &World) {
    let home = organization("acme");
    add_group(&world.store, &home, "g").await.unwrap();
    let taken = Err("organizations/acme/productGroups/g".to_owned());
    let again = async || match add_group(&world.store, &home, "g").await {
        Ok(head) => Ok(head),
        Err(Error::IdTaken(name)) => Err(name),
        Err(other) => panic!("{other:?}"),
    };
    assert_eq!(again().await, taken);
    write(&world.store, &home, |change, _| {
        change.remove(group_name("g"))
    })
    .await
    .unwrap();
    assert_eq!(again().await, taken);
    let reader = world.store.snapshot().await.unwrap();
    assert_eq!(reader.record(&home, &group_name("g")).await.unwrap(), None);
    // The same id elsewhere is another's; and a member, who is a user, may come back.
    add_group(&world.store, &organization("other"), "g")
        .await
        .unwrap();
    let join = async || {
        write(&world.store, &home, |change, locked| {
            change.save(member("bob", Stamp::new(moment(locked))))
        })
        .await
    };
    join().await.unwrap();
    write(&world.store, &home, |change, _| {
        change.remove(RecordName::member(&user("bob")))
    })
    .await
    .unwrap();
    join().await.unwrap();
    world.store.verify(&home, |_| ()).await.unwrap();
    let twice = write(&world.store, &home, |change, _| {
        change.remove(group_name("g"))
    })
    .await;
    assert!(matches!(twice, Err(Error::Corrupt(_))));
}

pub(crate) async fn a_snapshot_stays_as_it_was(world: &World) {
    let home = organization("acme");
    add_group(&world.store, &home, "a").await.unwrap();
    let before = world.store.snapshot().await.unwrap();
    add_group(&world.store, &home, "b").await.unwrap();
    assert_eq!(before.head(&home).await.unwrap().unwrap().revision, 1);
    assert_eq!(loaded(&before, &home).await.unwrap().1.len(), 1);
    let after = world.store.snapshot().await.unwrap();
    assert_eq!(loaded(&after, &home).await.unwrap().1.len(), 2);
}

pub(crate) async fn a_dropped_read_does_no_harm(world: &World) {
    let home = organization("acme");
    add_group(&world.store, &home, "a").await.unwrap();
    for round in 0..100u64 {
        let read = async {
            let reader = world.store.snapshot().await.unwrap();
            loaded(&reader, &home).await;
        };
        let _ = tokio::time::timeout(Duration::from_micros(round * 20), read).await;
    }
    add_group(&world.store, &home, "b").await.unwrap();
    for _ in 0..8 {
        let reader = world.store.snapshot().await.unwrap();
        assert_eq!(
            reader.head(&home).await.unwrap().unwrap().revision,
            2,
            "nobody reads an old snapshot for ever"
        );
    }
}

/// Runs it in a runtime that has neither clock nor sockets: what worked on a database there would panic.
fn elsewhere<T: Send>(work: impl Future<Output = T> + Send) -> T {
    let run = || {
        let runtime = tokio::runtime::Builder::new_current_thread().build();
        runtime.unwrap().block_on(work)
    };
    let joined = || std::thread::scope(|scope| scope.spawn(run).join().unwrap());
    tokio::task::block_in_place(joined)
}

pub(crate) async fn another_runtime_asks_and_the_work_stays_where_it_opened(world: &World) {
    let (store, home) = (&world.store, organization("acme"));
    elsewhere(async {
        add_group(store, &home, "a").await.unwrap();
        store.heads(std::slice::from_ref(&home)).await.unwrap();
        store.settled().await.unwrap();
        assert!(store.takes_writes().await);
        let reader = store.snapshot().await.unwrap();
        loaded(&reader, &home).await;
        // Its runtime is gone before it is rolled back.
    });
    for _ in 0..world.options.reader_connections {
        elsewhere(async {
            let reader = store.snapshot().await.unwrap();
            let mut reading = std::pin::pin!(loaded(&reader, &home));
            let polled = std::future::poll_fn(|context| {
                std::task::Poll::Ready(reading.as_mut().poll(context))
            });
            assert!(polled.await.is_pending(), "it was begun, and is given up");
        });
    }
    add_group(store, &home, "b").await.unwrap();
    let mut readers = Vec::new();
    for _ in 0..world.options.reader_connections {
        readers.push(store.snapshot().await.unwrap());
    }
    for reader in readers {
        let head = reader.head(&home).await.unwrap().unwrap();
        assert_eq!(head.revision, 2, "every connection is there again");
    }
}

pub(crate) async fn people_are_found_by_their_present_email(world: &World) {
    add_person(&world.store, "ann", "Ann@Example.com")
        .await
        .unwrap();
    add_person(&world.store, "bob", "bob@example.com")
        .await
        .unwrap();
    write(&world.store, &Home::People, |change, locked| {
        let (named, value) = personal("ann-new", "ann", "new@example.com");
        change.personal.push(value);
        let made = Stamp {
            create_revision: 1,
            create_time: locked.now,
            revision: 1,
            update_time: locked.now,
        };
        let mut ann = person("ann", Some(named), made.touched(moment(locked)));
        ann.state = UserState::Deactivated;
        change.save(Record::User(ann));
    })
    .await
    .unwrap();
    let reader = world.store.snapshot().await.unwrap();
    let found = async |email: &str| {
        reader
            .user_by_email(email)
            .await
            .unwrap()
            .map(|user| user.id.to_string())
    };
    assert_eq!(found("new@example.com").await.as_deref(), Some("ann"));
    assert_eq!(found("bob@example.com").await.as_deref(), Some("bob"));
    assert_eq!(
        found("ann@example.com").await,
        None,
        "an old email is nobody's"
    );
    assert_eq!(
        reader
            .personal_with_lookups(&Home::People, &["ann@example.com"])
            .await
            .unwrap()["ann@example.com"]
            .len(),
        1
    );
    let emails = ["bob@example.com", "nobody@example.com", "new@example.com"];
    let accounts = reader.accounts_of_emails(&emails).await.unwrap();
    let holder = |email: &str| {
        let holder = accounts.get(email)?.holder.as_ref();
        holder.map(|user| user.id.to_string())
    };
    assert_eq!(holder("bob@example.com").as_deref(), Some("bob"));
    assert_eq!(holder("new@example.com").as_deref(), Some("ann"));
    assert_eq!(holder("nobody@example.com"), None);
}

pub(crate) async fn erasing_a_person_takes_texts_and_leaves_the_chain(world: &World) {
    add_person(&world.store, "ann", "ann@example.com")
        .await
        .unwrap();
    add_person(&world.store, "bob", "bob@example.com")
        .await
        .unwrap();
    let ids = ["ann-1", "bob-2"].map(|id| PersonalId::parse(id).unwrap());
    let reader = world.store.snapshot().await.unwrap();
    assert_eq!(reader.texts(&Home::People, &ids).await.unwrap().len(), 2);
    assert_eq!(
        reader.homes_holding(&user("ann")).await.unwrap(),
        [Home::People]
    );
    write(&world.store, &Home::People, |change, locked| {
        let made = Stamp {
            create_revision: 1,
            create_time: locked.now,
            revision: 1,
            update_time: locked.now,
        };
        let mut ann = person("ann", None, made.touched(moment(locked)));
        ann.state = UserState::Erased;
        change.save(Record::User(ann));
        change.erases = Some(user("ann"));
    })
    .await
    .unwrap();
    let reader = world.store.snapshot().await.unwrap();
    let texts = reader.texts(&Home::People, &ids).await.unwrap();
    assert_eq!(
        texts.into_iter().collect::<Vec<_>>(),
        [(ids[1].clone(), "bob@example.com".to_owned())]
    );
    assert_eq!(reader.homes_holding(&user("ann")).await.unwrap(), []);
    assert_eq!(reader.user_by_email("ann@example.com").await.unwrap(), None);
    assert_eq!(
        reader
            .personal_with_lookups(&Home::People, &["ann@example.com"])
            .await
            .unwrap(),
        HashMap::new()
    );
    let verified = world.store.verify(&Home::People, |_| ()).await.unwrap();
    assert_eq!((verified.values, verified.erased), (1, 1));
}

pub(crate) async fn what_turns_out_to_be_about_a_person_is_erased_with_them(world: &World) {
    let home = organization("acme");
    let id = PersonalId::parse("p").unwrap();
    write(&world.store, &home, |change, _| {
        let (named, mut value) = personal("p", "nobody", "ann@example.com");
        value.subject = None;
        change.personal.push(value);
        change.note = Some(named);
    })
    .await
    .unwrap();
    write(&world.store, &home, |change, _| {
        change
            .adopts
            .push((PersonalId::parse("p").unwrap(), user("ann")));
    })
    .await
    .unwrap();
    let reader = world.store.snapshot().await.unwrap();
    assert_eq!(
        reader.homes_holding(&user("ann")).await.unwrap(),
        std::slice::from_ref(&home)
    );
    write(&world.store, &home, |change, _| {
        change.erases = Some(user("ann"))
    })
    .await
    .unwrap();
    let reader = world.store.snapshot().await.unwrap();
    assert!(reader.texts(&home, &[id]).await.unwrap().is_empty());
    assert_eq!(world.store.verify(&home, |_| ()).await.unwrap().erased, 1);
}

pub(crate) async fn lists_are_in_byte_order(world: &World) {
    let home = organization("acme");
    // A locale would put the hyphen elsewhere.
    for id in ["ab", "a-c", "a", "a1", "b", "-"] {
        add_group(&world.store, &home, id).await.unwrap();
    }
    let reader = world.store.snapshot().await.unwrap();
    let mut seen: Vec<String> = Vec::new();
    loop {
        let after = seen.last().map(String::as_str);
        let page = reader
            .records(&home, Kind::ProductGroup, after, 2)
            .await
            .unwrap();
        if page.is_empty() {
            break;
        }
        seen.extend(page.iter().map(|record| record.name().id));
    }
    assert_eq!(seen, ["-", "a", "a-c", "a1", "ab", "b"]);
}

pub(crate) async fn the_audit_is_filtered_and_paged(world: &World) {
    let home = organization("acme");
    for id in ["a", "b", "a-b", "c"] {
        add_group(&world.store, &home, id).await.unwrap();
    }
    write(&world.store, &home, |change, _| {
        change.remove(group_name("a"))
    })
    .await
    .unwrap();
    let panel = ServiceAccountId::parse("panel").unwrap();
    let by_panel = Intent {
        who: Who {
            actor: None,
            caller: Caller::Service {
                account: panel.clone(),
                key: KeyId::parse("k").unwrap(),
            },
        },
        ..intent(&home)
    };
    let decide =
        deciding(|change, locked| change.save(group("d", "D", Stamp::new(moment(locked)))));
    world.store.transact(by_panel, decide).await.unwrap();
    let reader = world.store.snapshot().await.unwrap();
    let page = async |filter: &ChangeFilter, before, limit| {
        let page = reader.changes_page(&home, filter, before, limit);
        let ChangePage { changes, last } = page.await.unwrap();
        let revisions: Vec<_> = changes.iter().map(|logged| logged.revision).collect();
        (revisions, last)
    };
    let all = ChangeFilter::default();
    assert_eq!(page(&all, None, 2).await, (vec![6, 5], Some(5)));
    assert_eq!(page(&all, Some(5), 3).await, (vec![4, 3, 2], Some(2)));
    assert_eq!(page(&all, Some(2), 1).await, (vec![1], None));
    let resource = Some("organizations/acme/productGroups/a".to_owned());
    let about = ChangeFilter {
        resource,
        ..ChangeFilter::default()
    };
    assert_eq!(page(&about, None, 9).await, (vec![5, 1], None));
    assert_eq!(page(&about, None, 1).await.0, [5]);
    let bob = ServiceAccountId::parse("bob").unwrap();
    for (actor, account, found) in [
        (Some(user("bob")), None, vec![]),
        (None, Some(bob), vec![]),
        (None, Some(panel), vec![6]),
    ] {
        let by = ChangeFilter {
            actor,
            account,
            ..ChangeFilter::default()
        };
        assert_eq!(page(&by, None, 9).await, (found, None));
    }
    let last = reader.last_change(&home, &about, Some(5)).await.unwrap();
    assert_eq!(last.unwrap().revision, 1);
    let none = reader.last_change(&home, &about, Some(1)).await.unwrap();
    assert!(none.is_none());
    let method = ChangeFilter {
        method: Some("Test.Change".to_owned()),
        ..ChangeFilter::default()
    };
    assert_eq!(page(&method, None, 9).await.0.len(), 6);
    let third = reader.change(&home, 3).await.unwrap().unwrap();
    let before = ChangeFilter {
        until: Some(third.at),
        ..ChangeFilter::default()
    };
    assert!(page(&before, None, 9).await.0.len() <= 2);
    let from = ChangeFilter {
        from: Some(third.at),
        ..ChangeFilter::default()
    };
    assert!(page(&from, None, 9).await.0.contains(&5));
}

pub(crate) async fn memberships_cross_homes(world: &World) {
    for id in ["beta", "acme"] {
        write(&world.store, &organization(id), move |change, locked| {
            let stamp = Stamp::new(moment(locked));
            let (name, value) = personal("p", "ann", "Name");
            change.personal.push(value);
            change.save(acme(id, name, stamp));
            change.save(member("ann", stamp));
        })
        .await
        .unwrap();
    }
    let ids = ["acme", "beta", "gone"].map(|id| OrganizationId::parse(id).unwrap());
    let reader = world.store.snapshot().await.unwrap();
    assert_eq!(reader.memberships(&user("ann")).await.unwrap(), ids[..2]);
    assert_eq!(reader.organizations(None, 10).await.unwrap(), ids[..2]);
    assert_eq!(
        reader.organizations(Some("acme"), 10).await.unwrap(),
        ids[1..2]
    );
    assert_eq!(reader.homes_holding(&user("ann")).await.unwrap().len(), 2);
    write(&world.store, &organization("acme"), |change, _| {
        change.remove(RecordName::member(&user("ann")))
    })
    .await
    .unwrap();
    let reader = world.store.snapshot().await.unwrap();
    assert_eq!(reader.memberships(&user("ann")).await.unwrap(), ids[1..2]);
}

pub(crate) async fn heads_say_where_homes_stand(world: &World) {
    let home = organization("acme");
    let head = add_group(&world.store, &home, "a").await.unwrap();
    let heads = world
        .store
        .heads(&[home.clone(), Home::Platform])
        .await
        .unwrap();
    assert_eq!(
        heads.heads.into_iter().collect::<Vec<_>>(),
        [(home.clone(), head)]
    );
    assert!(heads.now >= head.at);
    assert_eq!(world.store.homes().await.unwrap(), [home]);
}
