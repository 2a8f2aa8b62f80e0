//! Is what is read at once bounded by its size, and is all of it there for whoever goes on?

use domain::{DisplayName, Stamp, Team, TeamId, Timestamp, UserId};
use store::{ChangeFilter, ChangePage, Logged, Reached};

use crate::nouns::*;
use crate::world::World;

/// Bytes that are read at once.
const AT_ONCE: usize = 4 << 20;

/// Makes a team of so many, told whole by one change of some 39 bytes each.
async fn add_team(world: &World, members: usize) {
    let home = organization("acme");
    let user = |number: usize| UserId::parse(&format!("{number:0>36}")).unwrap();
    write(&world.store, &home, move |change, locked| {
        change.save(Team {
            id: TeamId::parse(&format!("team-of-{members}")).unwrap(),
            display_name: DisplayName::parse("Everybody").unwrap(),
            members: (0..members).map(user).collect(),
            bound: vec![],
            made_through: vec![],
            made_by: None,
            made_places: vec![],
            stamp: Stamp::new(moment(locked)),
        });
    })
    .await
    .unwrap();
}

fn revisions(changes: &[Logged]) -> Vec<u64> {
    changes.iter().map(|logged| logged.revision).collect()
}

pub(crate) async fn attack_c1_of_large_changes_few_are_read_at_once(world: &World) {
    let (store, home) = (&world.store, organization("acme"));
    for members in [45_000, 45_001, 45_002, 110_000] {
        add_team(world, members).await;
    }
    let small = store.changes(&home, 0, 9).await.unwrap();
    assert_eq!(revisions(&small), [1, 2, 3]);
    let large = store.changes(&home, 3, 9).await.unwrap();
    assert_eq!(revisions(&large), [4], "one is read, however large");
    let bytes = |of: &[Logged]| of.iter().map(Logged::size).sum::<usize>();
    assert!(bytes(&small[..2]) < AT_ONCE && AT_ONCE < bytes(&small).min(bytes(&large)));
    assert!(store.changes(&home, 4, 9).await.unwrap().is_empty());
    assert_eq!(revisions(&store.changes(&home, 0, 1).await.unwrap()), [1]);

    let reader = store.snapshot().await.unwrap();
    for (asked, come) in [(&[1, 2, 3, 4][..], &[4][..]), (&[1, 2, 3], &[3, 2, 1])] {
        let named = reader.changes_named(&home, asked).await.unwrap();
        assert_eq!(revisions(&named), come);
    }

    let mut before = None;
    let filter = ChangeFilter::default();
    for (come, goes_on) in [(&[4][..], Some(4)), (&[3, 2, 1], None)] {
        let page = reader.changes_page(&home, &filter, before, 9);
        let ChangePage { changes, last } = page.await.unwrap();
        assert_eq!((&revisions(&changes)[..], last), (come, goes_on));
        before = last;
    }

    let end = Timestamp(large[0].at.0 + 1);
    let mut reached = Reached::before(Timestamp(0));
    for come in [&[1, 2, 3][..], &[4], &[]] {
        let changes = store.changes_across(&reached, end, 9).await.unwrap();
        assert_eq!(revisions(&changes), come);
        if let Some(last) = changes.last() {
            reached = Reached::change(last);
        }
    }
    assert_eq!(store.verify(&home, |_| ()).await.unwrap().nouns, 4);
}
