//! Are writes of one home that wait together committed together, and each as if it were alone?

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use domain::{Change, Home, Kind, Stamp};
use store::{Committed, Decide, Decided, Error, Intent, Locked, Logged, Memory, Reader};
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::nouns::*;
use crate::world::World;

/// What a write does in its turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Does {
    /// Makes a product group of its own.
    Writes,
    /// Looks whether each revision before it left a product group, and makes one.
    Looks,
    /// Is refused.
    Refused,
    /// Makes one that is there already.
    Collides,
    /// Has a fault.
    Panics,
}

/// The logs that a write decided on, one for each of its turns, and the transactions, by what deciders keep for each other.
type Turns = Arc<Mutex<Vec<(u64, Memory)>>>;

/// The revisions that whoever decided was told of as committed, in the order in which they were told.
type Told = Arc<Mutex<Vec<u64>>>;

/// Keeps the lane until it is told to go on.
struct Holds {
    entered: Option<oneshot::Sender<()>>,
    goes_on: Option<oneshot::Receiver<()>>,
}

impl Decide for Holds {
    type Error = Error;

    async fn decide(&mut self, _: &Locked, _: &Reader) -> Result<Decided, Error> {
        self.entered.take().unwrap().send(()).unwrap();
        self.goes_on.take().unwrap().await.unwrap();
        Ok(Decided {
            changes: vec![],
            deps: vec![],
            before: BTreeMap::new(),
        })
    }

    async fn replay(&mut self, _: &Locked, _: &Reader) -> Result<(), Error> {
        Ok(())
    }

    async fn reused(&mut self, _: &Locked, _: &Reader) -> Result<(), Error> {
        Ok(())
    }
}

/// What came of a write, and its turns.
pub(crate) struct Came {
    pub(crate) result: Result<Committed, Error>,
    pub(crate) turns: Vec<(u64, Memory)>,
    /// Of all that were sent together.
    told: Told,
}

impl Came {
    fn told(&self) -> Vec<u64> {
        self.told.lock().unwrap().clone()
    }
}

/// Sends these writes while another holds the lane, and waits for all of them.
async fn together(world: &World, writes: Vec<(Intent, Does, String)>) -> Vec<Came> {
    let (enter, entered) = oneshot::channel();
    let (go_on, goes_on) = oneshot::channel();
    let holds = Holds {
        entered: Some(enter),
        goes_on: Some(goes_on),
    };
    let store = world.store.clone();
    let home = intent_alone(&organization("acme"));
    let holding = tokio::spawn(async move { store.transact(home, holds).await });
    entered.await.unwrap();
    let (mut sent, told) = (Vec::new(), Told::default());
    for (intent, does, id) in writes {
        sent.push(send(world, intent, (does, id), &told));
        // A round trip, in which it comes to wait. Where it does not, the test asks again.
        world.store.heads(&[]).await.unwrap();
    }
    go_on.send(()).unwrap();
    holding.await.unwrap().unwrap();
    let mut came = Vec::new();
    for (result, turns) in sent {
        let result = result.await.unwrap();
        let turns = std::mem::take(&mut *turns.lock().unwrap());
        let told = Arc::clone(&told);
        came.push(Came {
            result,
            turns,
            told,
        });
    }
    came
}

type Sent = (JoinHandle<Result<Committed, Error>>, Turns);

fn send(world: &World, intent: Intent, (does, id): (Does, String), told: &Told) -> Sent {
    let turns = Turns::default();
    let decide = One {
        does,
        id,
        turns: Arc::clone(&turns),
        told: Arc::clone(told),
    };
    let store = world.store.clone();
    let sent = tokio::spawn(async move { store.transact(intent, decide).await });
    (sent, turns)
}

/// A write that does this, and notes each of its turns.
struct One {
    does: Does,
    id: String,
    turns: Turns,
    told: Told,
}

impl Decide for One {
    type Error = Error;

    async fn decide(&mut self, locked: &Locked, reader: &Reader) -> Result<Decided, Error> {
        let turn = (locked.head.revision, Arc::clone(&locked.memory));
        self.turns.lock().unwrap().push(turn);
        let id = match self.does {
            Does::Writes => &self.id,
            Does::Looks => {
                let groups = reader.records(&locked.home, Kind::ProductGroup, None, 100);
                assert_eq!(groups.await?.len() as u64, locked.head.revision);
                &self.id
            }
            Does::Refused => return Err(Error::Misuse("refused".to_owned())),
            Does::Collides => "there",
            Does::Panics => panic!("told to"),
        };
        let mut change = Change::new(locked.home.clone(), "Test.One");
        change.save(group(id, "One", Stamp::new(moment(locked))));
        Ok(Decided {
            changes: vec![change],
            deps: vec![],
            before: BTreeMap::new(),
        })
    }

    async fn replay(&mut self, _: &Locked, _: &Reader) -> Result<(), Error> {
        Ok(())
    }

    async fn reused(&mut self, _: &Locked, _: &Reader) -> Result<(), Error> {
        Ok(())
    }

    fn committed(&mut self, changes: Vec<Logged>) {
        let revisions = changes.iter().map(|change| change.revision);
        self.told.lock().unwrap().extend(revisions);
    }
}

/// Of a home that is there.
fn intent_alone(home: &Home) -> Intent {
    Intent {
        birth: false,
        ..intent(home)
    }
}

/// Sends writes that do this, again with other ids until all had their first turn in one transaction.
pub(crate) async fn until_grouped(world: &World, does: &[Does]) -> Vec<Came> {
    let home = organization("acme");
    add_group(&world.store, &home, "there").await.unwrap();
    let mut round = 0;
    loop {
        round += 1;
        let write = |(number, does): (usize, &Does)| {
            let id = format!("g-{round}-{number}");
            (intent_alone(&home), *does, id)
        };
        let writes = does.iter().enumerate().map(write).collect();
        let came = together(world, writes).await;
        let mut firsts = came.iter().map(|it| &it.turns[0].1);
        let first = firsts.next().unwrap();
        if firsts.all(|memory| Arc::ptr_eq(memory, first)) {
            return came;
        }
    }
}

/// Revisions without a hole, a chain that verifies, and rows that agree with the log.
pub(crate) async fn all_is_whole(world: &World) -> u64 {
    let verified = world.another().await;
    let verified = verified.verify(&organization("acme"), |_| ()).await;
    verified.unwrap().head.revision
}

pub(crate) fn revision(came: &Came) -> u64 {
    came.result.as_ref().unwrap().heads[0].1.revision
}

pub(crate) async fn each_decides_on_what_the_one_before_it_left(world: &World) {
    let came = until_grouped(world, &[Does::Writes; 8]).await;
    let mut revisions: Vec<_> = came.iter().map(revision).collect();
    for one in &came {
        let turn = one.turns.last().unwrap();
        assert_eq!(turn.0 + 1, revision(one));
    }
    revisions.sort_unstable();
    let first = revisions[0];
    assert_eq!(revisions, (first..first + 8).collect::<Vec<_>>());
    assert_eq!(came[0].told(), revisions, "told in their order");
    assert_eq!(all_is_whole(world).await, first + 7);
}

pub(crate) async fn each_reads_what_the_one_before_it_wrote(world: &World) {
    let does = [Does::Writes, Does::Looks, Does::Looks, Does::Writes];
    let came = until_grouped(world, &does).await;
    assert!(came.iter().all(|it| it.result.is_ok()));
    all_is_whole(world).await;
}

pub(crate) async fn a_refusal_takes_nobody_along(world: &World) {
    let does = [Does::Writes, Does::Refused, Does::Writes];
    let came = until_grouped(world, &does).await;
    assert!(matches!(came[1].result, Err(Error::Misuse(_))));
    assert_eq!(revision(&came[0]).abs_diff(revision(&came[2])), 1);
    assert_eq!(came[1].told().len(), 2, "nothing of a refusal");
    // It was not tried again: what it was refused on stands.
    assert_eq!(came[1].turns.len(), 1);
    let last = revision(&came[0]).max(revision(&came[2]));
    assert_eq!(
        all_is_whole(world).await,
        last,
        "what was answered is there"
    );
}

pub(crate) async fn a_write_that_fails_takes_nobody_along(world: &World) {
    let does = [Does::Writes, Does::Writes, Does::Collides];
    let came = until_grouped(world, &does).await;
    assert!(matches!(came[2].result, Err(Error::IdTaken(_))));
    assert_eq!(revision(&came[0]).abs_diff(revision(&came[1])), 1);
    // Each was tried again without the others.
    assert!(came.iter().all(|it| it.turns.len() == 2));
    let last = revision(&came[0]).max(revision(&came[1]));
    assert_eq!(came[0].told(), [last - 1, last], "once, and what stands");
    assert_eq!(
        all_is_whole(world).await,
        last,
        "what was answered is there"
    );
}

pub(crate) async fn a_panic_takes_nobody_along(world: &World) {
    let does = [Does::Writes, Does::Writes, Does::Panics];
    let came = until_grouped(world, &does).await;
    assert!(matches!(came[2].result, Err(Error::Unavailable(_))));
    assert_eq!(revision(&came[0]).abs_diff(revision(&came[1])), 1);
    let last = revision(&came[0]).max(revision(&came[1]));
    assert_eq!(
        all_is_whole(world).await,
        last,
        "what was answered is there"
    );
}

pub(crate) async fn the_same_request_twice_at_once_is_done_once(world: &World) {
    let home = organization("acme");
    add_group(&world.store, &home, "there").await.unwrap();
    for round in 0..10 {
        let same = |hash| Intent {
            request: request(&format!("r-{round}"), hash),
            ..intent_alone(&home)
        };
        let id = format!("g-{round}");
        let write = |hash| (same(hash), Does::Writes, id.clone());
        let came = together(world, vec![write(1), write(1), write(2)]).await;
        let replayed = |came: &Came| came.result.as_ref().unwrap().replayed;
        assert_ne!(replayed(&came[0]), replayed(&came[1]));
        assert_eq!(revision(&came[0]), revision(&came[1]));
        assert_eq!(came[0].told(), [revision(&came[0])], "not of a replay");
        assert!(matches!(came[2].result, Err(Error::RequestReused)));
    }
    all_is_whole(world).await;
}

/// The time of one of them is up while it waits for the lane.
pub(crate) async fn whose_time_is_up_writes_nothing_and_the_others_do(world: &World) {
    let home = organization("acme");
    add_group(&world.store, &home, "there").await.unwrap();
    let (enter, entered) = oneshot::channel();
    let (go_on, goes_on) = oneshot::channel();
    let holds = Holds {
        entered: Some(enter),
        goes_on: Some(goes_on),
    };
    let (store, alone) = (world.store.clone(), intent_alone(&home));
    let holding = tokio::spawn(async move { store.transact(alone, holds).await });
    entered.await.unwrap();
    let told = Told::default();
    let late = Intent {
        deadline: Some(Instant::now() + Duration::from_millis(300)),
        ..intent_alone(&home)
    };
    let others = ["a", "b"].map(|id| {
        let alone = intent_alone(&home);
        send(world, alone, (Does::Writes, id.to_owned()), &told)
    });
    let (result, turns) = send(world, late, (Does::Writes, "late".to_owned()), &told);
    assert!(matches!(result.await.unwrap(), Err(Error::Deadline)));
    assert!(turns.lock().unwrap().is_empty());
    go_on.send(()).unwrap();
    holding.await.unwrap().unwrap();
    for (result, _) in others {
        result.await.unwrap().unwrap();
    }
    let (all, told) = (all_is_whole(world).await, told.lock().unwrap());
    assert_eq!((all, told.as_slice()), (3, [2, 3].as_slice()));
}
