//! Is all of a home loaded, however much there is of it, and nothing where a row of it can't be what was written?

use domain::{DisplayName, Kind, Record, Stamp, Team, TeamId};
use store::{Error, Reader};

use crate::nouns::*;
use crate::world::World;

pub(crate) async fn blocks_of_rows_leave_nothing_out(world: &World) {
    // Less than a block, just as much as one and as two, and more; of teams too, of which fewer are in one.
    for count in [1, 400, 499, 500, 501, 800, 1_000, 1_203] {
        let home = organization(&format!("of-{count}"));
        write(&world.store, &home, move |change, locked| {
            let stamp = Stamp::new(moment(locked));
            for number in (0..count).rev() {
                change.save(group(&format!("g{number:04}"), "Group", stamp));
            }
            for number in 0..count / 40 {
                change.save(team(number, stamp));
            }
            change.save(member("ann", stamp));
        })
        .await
        .unwrap();
        let reader = world.store.snapshot().await.unwrap();
        let (_, records) = loaded(&reader, &home).await.unwrap();
        let names = records.iter().map(Record::name);
        let names: Vec<_> = names.map(|name| (name.kind, name.id)).collect();
        let groups = (0..count).map(|number| (Kind::ProductGroup, format!("g{number:04}")));
        let teams = (0..count / 40).map(|number| (Kind::Team, format!("t{number:04}")));
        let all: Vec<_> = [(Kind::Member, "ann".to_owned())]
            .into_iter()
            .chain(groups)
            .chain(teams)
            .collect();
        assert_eq!(names, all);
        let one_by_one = reader
            .records(&home, Kind::ProductGroup, None, 5_000)
            .await
            .unwrap();
        assert_eq!(records[1..=one_by_one.len()], one_by_one);
    }
}

fn team(number: usize, stamp: Stamp) -> Team {
    Team {
        id: TeamId::parse(&format!("t{number:04}")).unwrap(),
        display_name: DisplayName::parse("Team").unwrap(),
        members: vec![],
        bound: vec![],
        made_through: vec![],
        made_by: None,
        made_places: vec![],
        stamp,
    }
}

/// Why the home can't be loaded.
async fn refused(reader: &Reader) -> String {
    let load = async {
        let (_, mut blocks) = reader.load(&organization("acme")).await?.unwrap();
        while let Some(block) = blocks.next().await? {
            block.records()?;
        }
        Ok(())
    };
    match load.await {
        Err(Error::Corrupt(why)) => why,
        other => panic!("{other:?}"),
    }
}

pub(crate) async fn a_row_that_holds_no_noun_is_named(world: &World) {
    let home = organization("acme");
    for id in ["a", "b", "c"] {
        add_group(&world.store, &home, id).await.unwrap();
    }
    for (body, why) in [
        ("NULL", "is live and empty"),
        ("'{\"Unheard\":{}}'", "cannot be read"),
    ] {
        world
            .sql(&format!(
                "UPDATE product_group SET body = {body} WHERE id = 'b'"
            ))
            .await;
        let reader = world.store.snapshot().await.unwrap();
        let told = refused(&reader).await;
        let row = format!("the row of b in {home} ");
        assert!(told.starts_with(&row) && told.contains(why), "{told}");
    }
}
