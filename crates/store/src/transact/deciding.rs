//! What happens between the lock and the commit? Everything is read that may decide, and only then it is decided.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::{Home, Timestamp};

use super::held::{AttemptResult, Failed, LockedTx};
use super::{Decide, Decided, Intent, Locked};
use crate::clock;
use crate::error::Error;
use crate::head::{self, Head};
use crate::idempotency::{Remembered, Requests};
use crate::sql::Sql;

/// What was read once the locks were held.
pub(super) struct Reading {
    pub(super) locked: Locked,
    /// What the database said the time is.
    database: Timestamp,
    /// What is remembered of the requests.
    pub(super) requests: Requests,
}

/// What a request comes to.
pub(super) enum Step {
    /// It was done before.
    Replay(AttemptResult),
    /// It is to be written.
    Write(Decided),
}

impl Reading {
    /// Reads, in one statement, the heads that these writes may consult, what is remembered of their requests, and the time:
    /// the clock's where the database says its own.
    pub(super) async fn of_heads(
        clock: impl Fn(Timestamp) -> Timestamp,
        intents: &[&Intent],
        held: &LockedTx,
        people: Option<&Head>,
    ) -> Result<Self, Error> {
        let tx = held.reader.tx();
        let consulted = intents.iter().flat_map(|intent| &intent.consult);
        let organizations = consulted.filter(|home| home.organization().is_some());
        let mut homes = BTreeSet::from([Home::Platform, Home::People]);
        homes.extend(organizations.cloned());
        let homes: Vec<_> = homes.into_iter().collect();
        let mut sql = Sql::over(tx.backend(), &head::heads(tx.backend(), &homes));
        let asked = intents.iter();
        let asked = asked.filter_map(|intent| Some((&intent.who.caller, intent.request.as_ref()?)));
        let asked: Vec<_> = asked.collect();
        let mut requests = Requests::default();
        if !asked.is_empty() {
            sql = Requests::beside(sql, &held.home, &asked)?;
        }
        let rows = tx.asks(sql).await?;
        if !asked.is_empty() {
            requests = Requests::read(&rows)?;
        }
        let read = head::read_heads(&rows)?;
        let database = clock(read.now);
        Ok(Self {
            locked: Locked {
                home: held.home.clone(),
                head: held.head,
                people: people.copied(),
                heads: read.heads,
                now: database,
                memory: Arc::default(),
            },
            database,
            requests,
        })
    }

    /// The time at which this write is decided: never before what it can rest on itself, and as if it were alone.
    fn is_for(&mut self, intent: &Intent) {
        let changed = self.changes(intent).map(|(_, changed)| changed).max();
        self.locked.now = changed.map_or(self.database, |changed| {
            clock::going_on(changed, self.database)
        });
    }

    /// Where a head is far ahead of the database's clock there is no time to write at.
    fn must_have_a_time(&self, intent: &Intent) -> Result<(), Error> {
        clock::fault(self.changes(intent), self.database).map_or(Ok(()), Err)
    }

    fn changes<'a>(&'a self, intent: &'a Intent) -> impl Iterator<Item = (&'a Home, Timestamp)> {
        let locked = &self.locked;
        let of_all = |home: &Home| home.organization().is_none();
        let seen = locked.heads.iter();
        let seen = seen.filter(move |(home, _)| of_all(home) || intent.consult.contains(home));
        let seen = seen.map(|(home, head)| (home, head.at));
        seen.chain([(&locked.home, locked.head.at)])
    }
}

/// Finds a request that was done before, or decides. Writes nothing.
pub(super) async fn decided<D: Decide>(
    intent: &Intent,
    decide: &mut D,
    held: &LockedTx,
    reading: &mut Reading,
) -> Result<Step, Failed<D::Error>> {
    reading.is_for(intent);
    let (locked, reader) = (&reading.locked, &held.reader);
    let remembered = match &intent.request {
        Some(request) => {
            let asked = (&intent.who.caller, request);
            let requests = &reading.requests;
            requests
                .remembered(reader.tx(), &intent.home, asked, locked.now)
                .await?
        }
        None => None,
    };
    match remembered {
        None => {}
        Some(Remembered::Other) => {
            decide.reused(locked, reader).await.map_err(Failed::Over)?;
            return Err(Error::RequestReused.into());
        }
        Some(Remembered::Same {
            committed,
            takes_from,
        }) => {
            decide.replay(locked, reader).await.map_err(Failed::Over)?;
            return Ok(Step::Replay(AttemptResult {
                committed,
                takes_from,
                rows: Vec::new(),
                request: None,
            }));
        }
    }
    reading.must_have_a_time(intent)?;
    let decided = decide.decide(locked, reader).await;
    decided.map(Step::Write).map_err(Failed::Over)
}
