//! Are rows that are written together written as if each came alone?

use domain::{Change, Kind, Stamp};
use store::{Error, Locked};

use crate::nouns::*;
use crate::world::World;

async fn names(world: &World) -> Vec<String> {
    let reader = world.store.snapshot().await.unwrap();
    let home = organization("acme");
    let groups = reader.records(&home, Kind::ProductGroup, None, 5_000);
    let groups = groups.await.unwrap();
    groups.iter().map(|group| group.name().id).collect()
}

/// A change that saves these product groups.
fn saves(change: &mut Change, locked: &Locked, ids: &[&str]) {
    for id in ids {
        change.save(group(id, "Group", Stamp::new(moment(locked))));
    }
}

pub(crate) async fn of_many_the_one_that_is_there_is_named(world: &World) {
    let home = organization("acme");
    write(&world.store, &home, |change, locked| {
        saves(change, locked, &["a", "b", "gone"]);
    })
    .await
    .unwrap();
    write(&world.store, &home, |change, _| {
        change.remove(group_name("gone"));
    })
    .await
    .unwrap();
    for taken in ["b", "gone"] {
        let refused = write(&world.store, &home, move |change, locked| {
            saves(change, locked, &["c", "d", taken, "e"]);
        });
        let name = group_name(taken).resource_name(&home);
        assert!(matches!(refused.await, Err(Error::IdTaken(id)) if id == name));
    }
    let absent = write(&world.store, &home, |change, locked| {
        let stamp = Stamp::new(moment(locked));
        let made = Stamp {
            create_revision: 1,
            ..stamp
        };
        for id in ["a", "gone", "b"] {
            change.save(group(id, "Changed", made));
        }
    });
    let name = group_name("gone").resource_name(&home);
    assert!(matches!(absent.await, Err(Error::Corrupt(why)) if why.contains(&name)));
    assert_eq!(names(world).await, ["a", "b"]);
    world.store.verify(&home, |_| ()).await.unwrap();
}

/// More than a statement takes on SQLite, and not a multiple of it.
pub(crate) async fn many_are_all_there(world: &World) {
    let home = organization("acme");
    let ids: Vec<_> = (0..1_237).map(|number| format!("g-{number:04}")).collect();
    let sent = ids.clone();
    write(&world.store, &home, move |change, locked| {
        let ids: Vec<_> = sent.iter().map(String::as_str).collect();
        saves(change, locked, &ids);
    })
    .await
    .unwrap();
    assert_eq!(names(world).await, ids);
    write(&world.store, &home, |change, _| {
        for number in 0..1_200 {
            change.remove(group_name(&format!("g-{number:04}")));
        }
    })
    .await
    .unwrap();
    assert_eq!(names(world).await, ids[1_200..]);
    world.store.verify(&home, |_| ()).await.unwrap();
}

pub(crate) async fn what_a_change_says_last_of_a_noun_counts(world: &World) {
    let home = organization("acme");
    let done = write(&world.store, &home, |change, locked| {
        saves(change, locked, &["twice", "brief", "twice"]);
        change.remove(group_name("brief"));
    });
    done.await.unwrap();
    assert_eq!(names(world).await, ["twice"]);
    let again = write(&world.store, &home, |change, locked| {
        saves(change, locked, &["brief"]);
    });
    assert!(matches!(again.await, Err(Error::IdTaken(_))));
    world.store.verify(&home, |_| ()).await.unwrap();
}
