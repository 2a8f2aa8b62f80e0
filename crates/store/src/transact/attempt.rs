//! What happens in one try at a change, and when is it tried again?

use std::time::{Duration, Instant};

use domain::{Home, Latch, Timestamp};

use super::{Committed, Decide, Decided, Intent, Locked};
use crate::error::{Error, surely_not_committed};
use crate::gate::Pass;
use crate::head::{self, Head, Requires};
use crate::idempotency::{self, Earlier, Success};
use crate::key_ring::random;
use crate::latch;
use crate::log::{self, Entry};
use crate::reader::Reader;
use crate::save::save;
use crate::store::Store;
use crate::tx::Tx;

/// How often one change is tried.
const TRIES: u32 = 5;

/// A transaction that holds the lock of its home.
struct Held {
    reader: Reader,
    head: Head,
    requires: Requires,
    _pass: Pass,
}

/// What came out, and whose latches must be locked once before it is answered.
struct Done {
    committed: Committed,
    takes_from: Vec<Latch>,
}

/// Whether a try ends in COMMIT.
enum Step {
    Commit(Done),
    Leave(Done),
}

enum Failed<E> {
    /// Others were in the way.
    Again(Error),
    /// The connection was lost while committing this.
    Unknown(Done),
    /// It stays so.
    Over(E),
}

impl<E: From<Error>> From<Error> for Failed<E> {
    fn from(error: Error) -> Self {
        if error.is_passing() {
            Self::Again(error)
        } else {
            Self::Over(error.into())
        }
    }
}

/// Tries until it is committed, refused, or out of time.
pub(super) async fn run<D: Decide>(
    store: Store,
    intent: Intent,
    mut decide: D,
) -> Result<Committed, D::Error> {
    let mut doubt: Option<Done> = None;
    let mut last = Error::Contention;
    for round in 0..TRIES {
        pause(round).await;
        let held = match hold(&store, &intent).await {
            Ok(held) => held,
            Err(_) if doubt.is_some() => continue,
            Err(error) if error.is_passing() => {
                last = error;
                continue;
            }
            Err(error) => return Err(error.into()),
        };
        if let Some(done) = doubt.take()
            && happened(held.reader.tx(), &done).await?
        {
            held.reader.into_tx().rollback().await;
            return Ok(answer(&store, done).await?);
        }
        match attempt(&store, &intent, &mut decide, held).await {
            Ok(done) => return Ok(answer(&store, done).await?),
            Err(Failed::Again(error)) => last = error,
            Err(Failed::Unknown(done)) => doubt = Some(done),
            Err(Failed::Over(error)) => return Err(error),
        }
    }
    Err(if doubt.is_some() {
        Error::OutcomeUnknown
    } else {
        last
    }
    .into())
}

/// Waits a little longer before each try, and never the same as others.
async fn pause(round: u32) {
    if round > 0 {
        let [jitter] = random::<1>().unwrap_or_default();
        let longest = 10u64 << round;
        tokio::time::sleep(Duration::from_millis(longest * u64::from(jitter) / 255)).await;
    }
}

/// Begins and takes the lock of the home.
async fn hold(store: &Store, intent: &Intent) -> Result<Held, Error> {
    let pass = store.gate().enter(&intent.home, intent.deadline).await?;
    let tx = store.begin_write(&pass).await?;
    match head::lock(&tx, &intent.home, intent.birth).await {
        Ok((head, requires)) if in_time(intent) => Ok(Held {
            reader: Reader::new(tx, store.ring().clone()),
            head,
            requires,
            _pass: pass,
        }),
        other => {
            tx.rollback().await;
            Err(other.err().unwrap_or(Error::Deadline))
        }
    }
}

fn in_time(intent: &Intent) -> bool {
    // The call's own clock: a deadline is a span of waiting, not a moment of the database.
    intent
        .deadline
        .is_none_or(|deadline| Instant::now() < deadline)
}

/// Under the lock again: whether the change whose COMMIT was lost is in the log. An equal chain proves it.
async fn happened(tx: &Tx, done: &Done) -> Result<bool, Error> {
    for (home, head) in &done.committed.heads {
        let logged = log::one(tx, home, head.revision).await;
        let logged = logged.map_err(|_| Error::OutcomeUnknown)?;
        if logged.is_none_or(|logged| logged.chain != head.chain) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// One try, from the lock to COMMIT or ROLLBACK.
async fn attempt<D: Decide>(
    store: &Store,
    intent: &Intent,
    decide: &mut D,
    held: Held,
) -> Result<Done, Failed<D::Error>> {
    let step = decided(store, intent, decide, &held).await;
    let passing = held.reader.tx().is_passing();
    let Held { reader, _pass, .. } = held;
    let tx = reader.into_tx();
    match step {
        Ok(Step::Commit(done)) if in_time(intent) => committed(tx, done).await,
        Ok(Step::Leave(done)) => {
            tx.rollback().await;
            Ok(done)
        }
        other => {
            tx.rollback().await;
            Err(match other {
                // What the decision made of a statement that failed does not matter.
                Err(_) if passing => Failed::Again(Error::Contention),
                Err(failed) => failed,
                Ok(_) => Failed::Over(Error::Deadline.into()),
            })
        }
    }
}

async fn committed<E: From<Error>>(tx: Tx, done: Done) -> Result<Done, Failed<E>> {
    match tx.commit().await {
        Ok(()) => Ok(done),
        Err(cause) if surely_not_committed(&cause) => Err(Error::from(cause).into()),
        Err(cause) => {
            tracing::warn!(%cause, "a commit was not answered; looking again under the lock");
            Err(Failed::Unknown(done))
        }
    }
}

async fn decided<D: Decide>(
    store: &Store,
    intent: &Intent,
    decide: &mut D,
    held: &Held,
) -> Result<Step, Failed<D::Error>> {
    let reader = &held.reader;
    let tx = reader.tx();
    let earlier = earlier(tx, intent).await?;
    latch::hold(tx, &intent.latches).await?;
    let users = if intent.with_users && intent.home != Home::Users {
        Some(head::lock(tx, &Home::Users, true).await?)
    } else {
        None
    };
    let locked = locked(store, intent, held, users.as_ref()).await?;
    if let Some(earlier) = earlier.filter(|earlier| earlier.counts(locked.now)) {
        must_be_same(intent, &earlier)?;
        decide.replay(&locked, reader).await.map_err(Failed::Over)?;
        return Ok(Step::Leave(replayed(tx, intent, &earlier).await?));
    }
    let decided = decide.decide(&locked, reader).await.map_err(Failed::Over)?;
    let writing = Writing {
        store,
        intent,
        tx,
        held,
        users: users.as_ref(),
        locked: &locked,
    };
    Ok(writing.write(decided).await?)
}

async fn earlier(tx: &Tx, intent: &Intent) -> Result<Option<Earlier>, Error> {
    match &intent.request {
        Some(request) => idempotency::find(tx, &intent.home, &intent.who.caller, &request.id).await,
        None => Ok(None),
    }
}

fn must_be_same(intent: &Intent, earlier: &Earlier) -> Result<(), Error> {
    match &intent.request {
        Some(request) if !earlier.is_same(&request.hash)? => Err(Error::RequestReused),
        _ => Ok(()),
    }
}

/// Reads, in one statement, the heads that may be consulted; the time is never before any of them.
async fn locked(
    store: &Store,
    intent: &Intent,
    held: &Held,
    users: Option<&(Head, Requires)>,
) -> Result<Locked, Error> {
    let mut homes = vec![Home::Platform, Home::Users];
    homes.extend(
        intent
            .consult
            .iter()
            .filter(|home| home.organization().is_some())
            .cloned(),
    );
    let tx = held.reader.tx();
    let read = head::read_heads(&tx.rows(&head::heads(tx.backend(), &homes)).await?)?;
    let seen = read.heads.values().map(|head| head.at);
    let now: Option<Timestamp> = seen.chain([store.clock(read.now), held.head.at]).max();
    Ok(Locked {
        home: intent.home.clone(),
        head: held.head,
        users: users.map(|(head, _)| *head),
        heads: read.heads,
        now: now.unwrap_or(read.now),
    })
}

async fn replayed(tx: &Tx, intent: &Intent, earlier: &Earlier) -> Result<Done, Error> {
    let logged = earlier.changes(tx, &intent.home).await?;
    Ok(Done {
        takes_from: earlier.takes_from()?,
        committed: Committed {
            heads: logged
                .iter()
                .map(|logged| (logged.home.clone(), logged.head()))
                .collect(),
            changes: logged.into_iter().map(|logged| logged.change).collect(),
            replayed: true,
        },
    })
}

/// Everything that writing a decision needs.
struct Writing<'a> {
    store: &'a Store,
    intent: &'a Intent,
    tx: &'a Tx,
    held: &'a Held,
    users: Option<&'a (Head, Requires)>,
    locked: &'a Locked,
}

impl Writing<'_> {
    async fn write(&self, decided: Decided) -> Result<Step, Error> {
        let Decided { changes, deps } = decided;
        let mut heads: Vec<(Home, Head)> = Vec::new();
        for change in &changes {
            if heads.iter().any(|(home, _)| *home == change.home) {
                return Err(Error::Misuse(format!(
                    "two changes of {} in one commit",
                    change.home
                )));
            }
            let head = self.change(change, &deps).await?;
            heads.push((change.home.clone(), head));
        }
        if changes.is_empty() {
            heads.push((self.intent.home.clone(), self.held.head));
        }
        let takes_from: Vec<_> = changes
            .iter()
            .flat_map(|change| change.takes_from.clone())
            .collect();
        let done = Done {
            committed: Committed {
                changes,
                heads,
                replayed: false,
            },
            takes_from,
        };
        if done.committed.changes.is_empty() {
            return Ok(Step::Leave(done));
        }
        self.remember(&done).await?;
        Ok(Step::Commit(done))
    }

    /// Rows, log, head.
    async fn change(&self, change: &domain::Change, deps: &[(Home, u64)]) -> Result<Head, Error> {
        let (before, requires) = self.before(&change.home)?;
        let deps: Vec<_> = deps
            .iter()
            .filter(|(home, _)| *home != change.home)
            .cloned()
            .collect();
        let ring = self.store.ring();
        let at = self.locked.now;
        save(self.tx, ring, change, before.revision + 1, at).await?;
        let entry = Entry {
            change,
            before,
            at,
            who: &self.intent.who,
            deps: &deps,
            request_id: self
                .intent
                .request
                .as_ref()
                .map(|request| request.id.as_str()),
        };
        let head = entry.write(self.tx, self.store.id(), ring).await?;
        head::advance(self.tx, &change.home, &head, &raised(requires, &deps)).await?;
        Ok(head)
    }

    /// Where a locked home stood.
    fn before(&self, home: &Home) -> Result<(&Head, &Requires), Error> {
        match self.users {
            _ if *home == self.intent.home => Ok((&self.held.head, &self.held.requires)),
            Some((head, requires)) if *home == Home::Users => Ok((head, requires)),
            _ => Err(Error::Misuse(format!(
                "a change of {home}, which is not locked"
            ))),
        }
    }

    async fn remember(&self, done: &Done) -> Result<(), Error> {
        let Some(request) = &self.intent.request else {
            return Ok(());
        };
        let own = &self.intent.home;
        let revision_of = |is_own: bool| {
            let mut heads = done.committed.heads.iter();
            heads
                .find(|(home, _)| (home == own) == is_own)
                .map(|(_, head)| head.revision)
        };
        let success = Success {
            home: own,
            caller: &self.intent.who.caller,
            key: &request.id,
            hash: &request.hash,
            revision: revision_of(true),
            users_revision: revision_of(false),
            takes_from: &done.takes_from,
            at: self.locked.now,
        };
        success.write(self.tx).await
    }
}

fn raised(requires: &Requires, deps: &[(Home, u64)]) -> Requires {
    let mut requires = requires.clone();
    for (home, at) in deps {
        let highest = requires.entry(home.to_string()).or_default();
        *highest = (*highest).max(*at);
    }
    requires
}

/// Answers, after every write that still saw what was taken is through.
async fn answer(store: &Store, done: Done) -> Result<Committed, Error> {
    for round in 0..TRIES {
        pause(round).await;
        if drained(store, &done.takes_from).await.is_ok() {
            return Ok(done.committed);
        }
    }
    // It is committed; the same request, sent again, waits again.
    Err(Error::OutcomeUnknown)
}

async fn drained(store: &Store, latches: &[Latch]) -> Result<(), Error> {
    if latches.is_empty() {
        return Ok(());
    }
    let pass = store.gate().beside().await?;
    let tx = store.begin_write(&pass).await?;
    let drained = latch::drain(&tx, latches).await;
    tx.rollback().await;
    drained
}
