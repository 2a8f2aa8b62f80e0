//! Is it seen when somebody reaches into the database?

use std::sync::Arc;

use domain::Home;
use store::{Anchor, Error, KeyRing, Store};

use crate::nouns::*;
use crate::world::World;

async fn filled(world: &World) -> Home {
    let home = organization("acme");
    for id in ["a", "b", "c"] {
        add_group(&world.store, &home, id).await.unwrap();
    }
    add_person(&world.store, "ann", "ann@example.com")
        .await
        .unwrap();
    home
}

async fn damage(world: &World, home: &Home) -> String {
    match world.store.verify(home, |_| ()).await {
        Err(Error::Corrupt(what)) => what,
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn an_untouched_store_verifies(world: &World) {
    let home = filled(world).await;
    let mut reached = vec![];
    let verified = world
        .store
        .verify(&home, |revision| reached.push(revision))
        .await
        .unwrap();
    assert_eq!(
        (verified.head.revision, verified.nouns, reached),
        (3, 3, vec![3])
    );
    let verified = world.store.verify(&Home::People, |_| ()).await.unwrap();
    assert_eq!((verified.values, verified.erased), (1, 0));
    let anchors = world.store.export_heads().await.unwrap();
    assert_eq!(anchors.len(), 2);
    for anchor in &anchors {
        assert_eq!(anchor.to_string().parse::<Anchor>().as_ref(), Ok(anchor));
    }
    assert!("one two".parse::<Anchor>().is_err());
    assert!(world.store.compare(&anchors).await.unwrap().is_empty());
}

pub(crate) async fn a_changed_payload_is_seen(world: &World) {
    let home = filled(world).await;
    world.sql("UPDATE change SET payload = replace(payload, 'Group', 'Gruop') WHERE home = 'o:acme' AND revision = 2").await;
    // Still a payload that can be read? Only the seal tells.
    world.sql("UPDATE change SET payload = replace(payload, 'ProductGruop', 'ProductGroup') WHERE revision = 2").await;
    assert_eq!(
        damage(world, &home).await,
        "o:acme revision 2 its seal does not verify"
    );
}

pub(crate) async fn a_changed_actor_is_seen(world: &World) {
    let home = filled(world).await;
    world
        .sql("UPDATE change SET actor = 'bob' WHERE home = 'o:acme' AND revision = 3")
        .await;
    assert_eq!(
        damage(world, &home).await,
        "o:acme revision 3 its seal does not verify"
    );
}

pub(crate) async fn a_hole_is_seen(world: &World) {
    let home = filled(world).await;
    world
        .sql("DELETE FROM change WHERE home = 'o:acme' AND revision = 2")
        .await;
    assert_eq!(damage(world, &home).await, "o:acme revision 2 is missing");
}

pub(crate) async fn a_cut_end_is_seen_by_its_anchor(world: &World) {
    let home = filled(world).await;
    let anchors = world.store.export_heads().await.unwrap();
    world
        .sql("DELETE FROM change WHERE home = 'o:acme' AND revision = 3")
        .await;
    assert!(
        damage(world, &home)
            .await
            .contains("the head says otherwise")
    );
    // Whoever cuts with care also sets the head back and takes the row: then the log alone looks whole.
    world
        .sql(
            "UPDATE head SET revision = 2, \
             chain = (SELECT chain FROM change WHERE home = 'o:acme' AND revision = 2), \
             at = (SELECT at FROM change WHERE home = 'o:acme' AND revision = 2) WHERE home = 'o:acme'",
        )
        .await;
    world
        .sql("DELETE FROM product_group WHERE home = 'o:acme' AND id = 'c'")
        .await;
    world.store.verify(&home, |_| ()).await.unwrap();
    let wrong = world.store.compare(&anchors).await.unwrap();
    assert_eq!(wrong, ["o:acme: revision 3 was there and is gone"]);
    // And it cannot be written anew.
    add_group(&world.store, &home, "d").await.unwrap();
    let wrong = world.store.compare(&anchors).await.unwrap();
    assert_eq!(wrong, ["o:acme: revision 3 is another than it was"]);
}

pub(crate) async fn a_changed_personal_value_is_seen(world: &World) {
    filled(world).await;
    world
        .sql("UPDATE personal SET value = 'eve@example.com'")
        .await;
    let what = damage(world, &Home::People).await;
    assert!(what.contains("ann-1, which was changed"), "{what}");
    world.sql("DELETE FROM personal").await;
    let what = damage(world, &Home::People).await;
    assert!(what.contains("which has no row"), "{what}");
}

pub(crate) async fn a_row_written_past_the_log_is_seen(world: &World) {
    let home = filled(world).await;
    world.sql("UPDATE product_group SET body = replace(body, '\"Group\"', '\"Other\"') WHERE id = 'b'").await;
    let what = damage(world, &home).await;
    assert_eq!(
        what,
        "the row of organizations/acme/productGroups/b is not what the log says"
    );
    world.sql("DELETE FROM product_group WHERE id = 'b'").await;
    let what = damage(world, &home).await;
    assert_eq!(what, "organizations/acme/productGroups/b has no row");
}

pub(crate) async fn an_unknown_format_is_not_guessed(world: &World) {
    let home = filled(world).await;
    world
        .sql("UPDATE change SET format = 9 WHERE revision = 2")
        .await;
    assert!(matches!(
        world.store.changes(&home, 0, 9).await,
        Err(Error::Format { format: 9, .. })
    ));
}

pub(crate) async fn another_key_ring_is_refused(world: &World) {
    filled(world).await;
    let other = KeyRing::create(&world.file("other.json")).unwrap();
    assert!(
        KeyRing::create(&world.file("other.json")).is_err(),
        "a key ring is never written over"
    );
    let opened = Store::open(&world.options, Arc::new(other)).await;
    assert!(matches!(opened.map(|_| ()), Err(Error::Config(_))));
    let again = world.another().await;
    assert_eq!(again.id(), world.store.id());
    assert_eq!(again.id().len(), 32);
}

pub(crate) async fn several_starters_migrate_at_once(world: &World) {
    for table in [
        "store",
        "head",
        "change",
        "checkpoint",
        "idempotency",
        "personal",
        "latch",
        "settings",
        "operator",
        "product_type",
        "service_account",
        "\"key\"",
        "organization",
        "member",
        "product",
        "product_group",
        "team",
        "\"user\"",
        "\"grant\"",
        "invitation",
        "change_request",
        "shut_out",
        "former_person",
        "partner",
        "partnership",
        "client_assignment",
        "outbox",
        "refusal",
        "key_use",
        "grant_use",
        "seaql_migrations",
    ] {
        world.sql(&format!("DROP TABLE {table}")).await;
    }
    let mut starters = tokio::task::JoinSet::new();
    for _ in 0..4 {
        let (options, ring) = (world.options.clone(), world.ring());
        starters.spawn(async move {
            let store = Store::open(&options, ring).await.unwrap();
            let applied = store.migrate(|_| ()).await.unwrap();
            (applied, store.id().to_owned())
        });
    }
    let started = starters.join_all().await;
    let mut applied: Vec<_> = started
        .iter()
        .flat_map(|(applied, _)| applied.clone())
        .collect();
    applied.sort();
    assert_eq!(
        applied,
        [
            "m0001_log",
            "m0002_nouns",
            "m0003_beside",
            "m0004_mail_leases",
            "m0005_change_request",
            "m0006_partner",
            "m0007_change_at",
            "m0008_former_person",
            "m0009_shut_out",
            "m0010_head_format",
            "m0014_mail_limits",
            "m0015_indexes",
            "m0016_checkpoint",
            "m0017_grant_use"
        ]
    );
    assert!(started.iter().all(|(_, id)| *id == started[0].1));
    let again = world.another().await;
    assert!(
        again
            .migration_status()
            .await
            .unwrap()
            .iter()
            .all(|(_, applied)| *applied)
    );
    assert!(again.migrate(|_| ()).await.unwrap().is_empty());
}
