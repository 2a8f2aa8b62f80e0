//! Is the last use of a grant kept, of those that are there alone, and does it go with the grant?

use std::collections::HashMap;

use domain::{
    Day, Grant, GrantId, Home, Kind, OrganizationId, Period, Record, RecordName, Rights, Scope,
    Stamp, Subject,
};
use store::GrantUse;

use crate::nouns::*;
use crate::world::World;

fn id(text: &str) -> GrantId {
    GrantId::parse(text).unwrap()
}

fn grant(text: &str, stamp: Stamp) -> Record {
    Record::Grant(Grant {
        id: id(text),
        subject: Subject::Member(user("bob")),
        rights: Rights::All,
        scope: Scope::All,
        period: Period::default(),
        note: None,
        granted_by: ann(),
        by_owner: false,
        scope_revision: 1,
        ties: None,
        stamp,
    })
}

async fn add(world: &World, home: &Home, ids: &[String]) {
    let ids = ids.to_vec();
    write(&world.store, home, move |change, locked| {
        for id in &ids {
            change.save(grant(id, Stamp::new(moment(locked))));
        }
    })
    .await
    .unwrap();
}

async fn take_away(world: &World, home: &Home, ids: &'static [&'static str]) {
    write(&world.store, home, move |change, _| {
        for id in ids {
            let (kind, id) = (Kind::Grant, (*id).to_owned());
            change.remove(RecordName { kind, id });
        }
    })
    .await
    .unwrap();
}

async fn used(world: &World, organization: &str, uses: &[(&str, i64)]) {
    let organization = OrganizationId::parse(organization).unwrap();
    let uses = uses.iter().map(|(grant, day)| GrantUse {
        organization: organization.clone(),
        grant: id(grant),
        day: Day(*day),
    });
    let uses: Vec<_> = uses.collect();
    world.store.mark_grant_uses(&uses).await.unwrap();
}

async fn kept(world: &World, home: &Home, ids: &[&str]) -> HashMap<String, i64> {
    let ids: Vec<_> = ids.iter().copied().map(id).collect();
    let ids: Vec<_> = ids.iter().collect();
    let uses = world.store.grant_uses(home, &ids).await.unwrap();
    uses.into_iter()
        .map(|(id, day)| (id.to_string(), day.0))
        .collect()
}

async fn rows(world: &World) -> i64 {
    use sea_orm::{ConnectionTrait, Statement};
    let database = world.database().await;
    let count = Statement::from_string(
        database.get_database_backend(),
        "SELECT count(*) AS n FROM grant_use",
    );
    let row = database.query_one_raw(count).await.unwrap().unwrap();
    row.try_get("", "n").unwrap()
}

pub(crate) async fn a_use_is_kept_by_its_day_and_only_moves_on(world: &World) {
    let (acme, other) = (organization("acme"), organization("other"));
    for home in [&acme, &other] {
        add(world, home, &["g-1".to_owned(), "g-2".to_owned()]).await;
    }
    used(world, "acme", &[("g-1", 20), ("g-none", 20)]).await;
    used(world, "acme", &[("g-1", 21)]).await;
    used(world, "acme", &[("g-1", 19), ("g-1", 18)]).await;
    let all = ["g-1", "g-2", "g-none"];
    let expected = HashMap::from([("g-1".to_owned(), 21)]);
    assert_eq!(kept(world, &acme, &all).await, expected);
    assert_eq!(kept(world, &other, &all).await, HashMap::new());
    assert_eq!(kept(world, &acme, &[]).await, HashMap::new());
    assert_eq!(rows(world).await, 1);
}

pub(crate) async fn a_grant_that_goes_takes_its_mark_along(world: &World) {
    let acme = organization("acme");
    let ids = ["g-1", "g-2", "g-3"].map(str::to_owned);
    add(world, &acme, &ids).await;
    used(world, "acme", &[("g-1", 20), ("g-2", 20)]).await;
    take_away(world, &acme, &["g-2", "g-3"]).await;
    assert_eq!(rows(world).await, 1);
    // Who used it says so too late; the others are marked nevertheless.
    used(world, "acme", &[("g-1", 22), ("g-2", 22), ("g-3", 22)]).await;
    let expected = HashMap::from([("g-1".to_owned(), 22)]);
    assert_eq!(kept(world, &acme, &["g-1", "g-2", "g-3"]).await, expected);
    assert_eq!(rows(world).await, 1);
    world.store.verify(&acme, |_| ()).await.unwrap();
}

pub(crate) async fn many_uses_are_all_kept(world: &World) {
    let acme = organization("acme");
    let ids: Vec<_> = (0..1_237).map(|number| format!("g-{number:04}")).collect();
    add(world, &acme, &ids).await;
    let ids: Vec<_> = ids.iter().map(String::as_str).collect();
    let uses: Vec<_> = ids.iter().map(|id| (*id, 20)).collect();
    used(world, "acme", &uses).await;
    assert_eq!(kept(world, &acme, &ids).await.len(), ids.len());
}

pub(crate) async fn marking_begins_once(world: &World) {
    let another = world.another().await;
    let since = world.store.grant_uses_since(Day(20)).await.unwrap();
    assert_eq!(since, Day(20));
    for store in [&world.store, &another] {
        for today in [19, 21] {
            let since = store.grant_uses_since(Day(today)).await.unwrap();
            assert_eq!(since, Day(20));
        }
    }
}
