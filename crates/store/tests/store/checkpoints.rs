//! Is what a home held at a revision found again, and is nothing believed that is not as it was sealed?

use domain::{Handover, Home, Record, Stamp, Timestamp, User, UserState};
use store::{Checkpoint, Reader};

use crate::nouns::*;
use crate::world::World;

async fn reader(world: &World) -> Reader {
    world.store.snapshot().await.unwrap()
}

async fn groups(world: &World, home: &Home, ids: &[&str]) {
    for id in ids {
        add_group(&world.store, home, id).await.unwrap();
    }
}

/// All that a checkpoint holds.
fn held(checkpoint: &Checkpoint) -> Vec<Record> {
    let parts = checkpoint.parts.iter();
    parts.flat_map(|part| part.records().unwrap()).collect()
}

/// A home with a checkpoint at its third revision, and at its sixth.
async fn kept_twice(world: &World) -> Home {
    let home = organization("acme");
    groups(world, &home, &["a", "b", "c"]).await;
    assert_eq!(world.store.keep_checkpoint(&home).await.unwrap(), Some(3));
    groups(world, &home, &["d", "e", "f"]).await;
    assert_eq!(world.store.keep_checkpoint(&home).await.unwrap(), Some(6));
    home
}

/// The revision of the checkpoint that is found.
async fn found(world: &World, home: &Home, not_after: u64) -> Option<u64> {
    let checkpoint = world.store.checkpoint(home, 1..=not_after).await.unwrap();
    checkpoint.map(|checkpoint| checkpoint.head.revision)
}

pub(crate) async fn a_checkpoint_holds_what_a_load_did(world: &World) {
    let home = organization("acme");
    groups(world, &home, &["a", "b", "c"]).await;
    write(&world.store, &home, |change, _| {
        change.remove(group_name("b"))
    })
    .await
    .unwrap();
    let (head, records) = loaded(&reader(world).await, &home).await.unwrap();
    assert_eq!(world.store.keep_checkpoint(&home).await.unwrap(), Some(4));
    groups(world, &home, &["d"]).await;
    let checkpoint = world.store.checkpoint(&home, 1..=4).await.unwrap().unwrap();
    assert_eq!((checkpoint.head, held(&checkpoint)), (head, records));
    let none = organization("nowhere");
    assert_eq!(world.store.keep_checkpoint(&none).await.unwrap(), None);
}

pub(crate) async fn the_last_checkpoint_among_revisions_is_found(world: &World) {
    let home = kept_twice(world).await;
    assert_eq!(found(world, &home, 2).await, None);
    assert_eq!(found(world, &home, 5).await, Some(3));
    assert_eq!(found(world, &home, 6).await, Some(6));
    let later = world.store.checkpoint(&home, 4..=5).await.unwrap();
    assert!(later.is_none());
    assert_eq!(found(world, &organization("other"), 9).await, None);
}

pub(crate) async fn checkpoints_are_no_larger_than_the_log(world: &World) {
    let home = organization("acme");
    let many: Vec<_> = (0..200).map(|number| format!("g{number}")).collect();
    write(&world.store, &home, move |change, locked| {
        for id in &many {
            change.save(group(id, id, Stamp::new(moment(locked))));
        }
    })
    .await
    .unwrap();
    assert_eq!(world.store.keep_checkpoint(&home).await.unwrap(), Some(1));
    assert_eq!(world.store.keep_checkpoint(&home).await.unwrap(), None);
    groups(world, &home, &["one-more"]).await;
    assert_eq!(world.store.keep_checkpoint(&home).await.unwrap(), None);
}

pub(crate) async fn a_checkpoint_that_is_not_as_it_was_sealed_is_passed_over(world: &World) {
    let home = kept_twice(world).await;
    let columns = [
        ("body", "(SELECT body FROM checkpoint WHERE revision = 3)"),
        ("seal", "(SELECT seal FROM checkpoint WHERE revision = 3)"),
        ("chain", "(SELECT chain FROM checkpoint WHERE revision = 3)"),
        ("at", "at + 1"),
        ("parts", "2"),
        ("part", "1"),
        ("key_id", "'k9'"),
        ("format", "9"),
    ];
    for (column, other) in columns {
        assert_eq!(found(world, &home, 6).await, Some(6), "{column}");
        let copy = "CREATE TABLE whole AS SELECT * FROM checkpoint";
        world.sql(copy).await;
        let change = format!("UPDATE checkpoint SET {column} = {other} WHERE revision = 6");
        world.sql(&change).await;
        assert_eq!(found(world, &home, 6).await, Some(3), "{column}");
        world.sql("DELETE FROM checkpoint").await;
        world
            .sql("INSERT INTO checkpoint SELECT * FROM whole")
            .await;
        world.sql("DROP TABLE whole").await;
    }
    // Of another log than this, as after a backup came back.
    world
        .sql("UPDATE checkpoint SET revision = 5 WHERE revision = 6")
        .await;
    assert_eq!(found(world, &home, 6).await, Some(3));
}

pub(crate) async fn of_people_a_checkpoint_holds_who_stands_out(world: &World) {
    add_person(&world.store, "ann", "ann@example.com")
        .await
        .unwrap();
    assert!(
        world
            .store
            .keep_checkpoint(&Home::People)
            .await
            .unwrap()
            .is_some()
    );
    let kept = world.store.checkpoint(&Home::People, 1..=9).await.unwrap();
    assert_eq!(held(&kept.unwrap()), []);
    let standing_out = write(&world.store, &Home::People, |change, locked| {
        let stamp = Stamp::new(moment(locked));
        change.save(Record::User(User {
            state: UserState::Deactivated,
            ..person("bob", None, stamp)
        }));
        change.save(Record::User(User {
            handover: Some(Handover::Waiting),
            ..person("cleo", None, stamp)
        }));
        change.save(Record::User(User {
            handover: Some(Handover::Done),
            ..person("dora", None, stamp)
        }));
    });
    let head = standing_out.await.unwrap().heads[0].1;
    world.store.keep_checkpoint(&Home::People).await.unwrap();
    let kept = world.store.checkpoint(&Home::People, 1..=9).await.unwrap();
    let kept = kept.unwrap();
    assert_eq!(kept.head, head);
    let names: Vec<_> = held(&kept).iter().map(|it| it.name().id).collect();
    assert_eq!(names, ["bob", "cleo"]);
}

pub(crate) async fn heads_of_a_time_are_those_of_then(world: &World) {
    let (acme, other) = (organization("acme"), organization("other"));
    groups(world, &acme, &["a", "b"]).await;
    let reader = reader(world).await;
    let heads = [1, 2].map(|revision| (revision, &acme));
    let mut times = Vec::new();
    for (revision, home) in heads {
        let head = reader.head_of(home, revision).await.unwrap().unwrap();
        assert_eq!(head.revision, revision);
        let logged = reader.change(home, revision).await.unwrap().unwrap();
        assert_eq!(head, logged.head());
        times.push(head);
    }
    assert_eq!(reader.head_of(&acme, 3).await.unwrap(), None);
    let homes = [acme.clone(), other];
    let at = async |time| reader.heads_at(&homes, time).await.unwrap();
    let last = times.last().unwrap();
    assert_eq!(at(last.at).await.get(&acme), Some(last));
    assert_eq!(at(last.at).await.len(), 1);
    assert!(at(Timestamp(times[0].at.0 - 1)).await.is_empty());
    assert!(reader.heads_at(&[], last.at).await.unwrap().is_empty());
}
