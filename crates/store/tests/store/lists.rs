//! Is a long list logged by what came and what left, and still there whole?

use std::collections::BTreeSet;

use domain::{Before, Change, DisplayName, Record, Stamp, Team, TeamId, UserId};
use store::{Decide, Decided, Error, Locked, Reader, Store};

use crate::nouns::*;
use crate::world::World;

/// Saves the team, which was so before.
struct Saves {
    before: Option<Team>,
    after: Team,
}

impl Decide for Saves {
    type Error = Error;

    async fn decide(&mut self, locked: &Locked, _: &Reader) -> Result<Decided, Error> {
        let now = moment(locked);
        let before = self.before.as_ref();
        let mut change = Change::new(locked.home.clone(), "TeamService.AddTeamMembers");
        change.save(Team {
            stamp: before.map_or_else(|| Stamp::new(now), |before| before.stamp.touched(now)),
            ..self.after.clone()
        });
        let before = before.cloned().map(|team| Before {
            record: team.into(),
            by_entry: Some(0),
        });
        Ok(Decided {
            changes: vec![change],
            deps: vec![],
            before: before
                .map(|it| (it.record.name(), it))
                .into_iter()
                .collect(),
        })
    }

    async fn replay(&mut self, _: &Locked, _: &Reader) -> Result<(), Error> {
        Ok(())
    }

    async fn reused(&mut self, _: &Locked, _: &Reader) -> Result<(), Error> {
        Ok(())
    }
}

/// Saves it, and answers the team that is there then and how many bytes were logged.
async fn saves(store: &Store, before: Option<&Team>, after: &Team) -> (Team, usize) {
    let home = organization("acme");
    let saves = Saves {
        before: before.cloned(),
        after: after.clone(),
    };
    let done = store.transact(intent(&home), saves).await.unwrap();
    let revision = done.heads[0].1.revision;
    let reader = store.snapshot().await.unwrap();
    let (_, records) = loaded(&reader, &home).await.unwrap();
    let [Record::Team(team)] = &records[..] else {
        panic!("{records:?}");
    };
    let logged = reader.change(&home, revision).await.unwrap().unwrap();
    assert_eq!(
        logged.change, done.changes[0],
        "the answer is as the log tells it"
    );
    (team.clone(), logged.size())
}

pub(crate) async fn attack_c4_a_long_list_is_logged_by_entry_and_kept_whole(world: &World) {
    let user = |number: usize| UserId::parse(&format!("{number:0>36}")).unwrap();
    let team = Team {
        id: TeamId::parse("everybody").unwrap(),
        display_name: DisplayName::parse("Everybody").unwrap(),
        members: (0..2_000).map(user).collect(),
        bound: vec![],
        made_through: vec![],
        made_by: None,
        made_places: vec![],
        stamp: Stamp::new(domain::Moment {
            revision: 1,
            now: domain::Timestamp(0),
        }),
    };
    let (whole, size) = saves(&world.store, None, &team).await;
    assert!(size > 2_000 * 36);
    let renamed = Team {
        display_name: DisplayName::parse("All").unwrap(),
        ..whole.clone()
    };
    let fewer = whole.without_all(&BTreeSet::from([user(7), user(1_999)]));
    let mut known = whole.clone();
    for after in [whole.with(&user(2_001)), renamed, fewer] {
        let (now, size) = saves(&world.store, Some(&known), &after).await;
        assert_eq!(
            now,
            Team {
                stamp: now.stamp,
                ..after
            }
        );
        assert!(size < 1_024, "{size}");
        known = now;
    }
    let verified = world
        .store
        .verify(&organization("acme"), |_| ())
        .await
        .unwrap();
    assert_eq!((verified.nouns, verified.head.revision), (1, 4));
}
