//! What is asked of whoever changes something, and what they are told: the words between this crate and those that decide.

use std::any::Any;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, Mutex};
use std::time::Instant;

use domain::{Before, Change, Home, Latch, RecordName, Timestamp, Who};

use crate::error::Error;
use crate::head::Head;
use crate::idempotency::RequestKey;
use crate::log::Logged;
use crate::reader::Reader;

/// What a call wants to lock and to be known by.
#[derive(Debug, Clone)]
pub struct Intent {
    /// The home that it changes.
    pub home: Home,
    /// Makes the home where there is none. The decision sees revision 0 then, and a higher one where it exists.
    pub birth: bool,
    /// Also changes people, whose home is locked last.
    pub with_people: bool,
    /// Who does it.
    pub who: Who,
    /// The request, so that a retry has no second effect.
    pub request: Option<RequestKey>,
    /// Whose rights it rests on in other homes.
    pub latches: Vec<Latch>,
    /// Homes that a check may consult besides those of the platform and of people.
    pub consult: Vec<Home>,
    /// After it no COMMIT is sent.
    pub deadline: Option<Instant>,
}

/// Decides under the lock. May be asked several times; only the last answer counts.
pub trait Decide: Send + 'static {
    /// What it fails with.
    type Error: From<Error> + Send + 'static;

    /// What to change.
    fn decide(
        &mut self,
        locked: &Locked,
        reader: &Reader,
    ) -> impl Future<Output = Result<Decided, Self::Error>> + Send;

    /// The same request succeeded before: is this caller, and actor, still one to answer?
    fn replay(
        &mut self,
        locked: &Locked,
        reader: &Reader,
    ) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// Another request succeeded under this id: may this caller, and actor, ask at all, so that they are told so?
    fn reused(
        &mut self,
        locked: &Locked,
        reader: &Reader,
    ) -> impl Future<Output = Result<(), Self::Error>> + Send;

    /// What was decided is committed: these changes, as they would be read from the log. Whoever is next to decide in their
    /// homes waits for this. It is not told of what was found to be there after a doubt.
    fn committed(&mut self, _changes: Vec<Logged>) {}
}

/// What is locked, and what else was read in one statement after that.
#[derive(Debug, Clone)]
pub struct Locked {
    /// The home being changed.
    pub home: Home,
    /// Where it stands before the change.
    pub head: Head,
    /// Where the home of people stands before the change, where it is locked as well.
    pub people: Option<Head>,
    /// Heads of the platform, of people and of the consulted homes, as far as they exist.
    pub heads: HashMap<Home, Head>,
    /// The time of this change: the database's, and never before anything it was decided on.
    pub now: Timestamp,
    /// What those that decide in this transaction keep for those after them. It goes with the transaction.
    pub memory: Memory,
}

/// See [`Locked::memory`].
pub type Memory = Arc<Mutex<Option<Arc<dyn Any + Send + Sync>>>>;

/// What to change.
#[derive(Debug, Clone)]
pub struct Decided {
    /// At most one change of the home, then at most one of people where their home is locked as well. None: no commit.
    pub changes: Vec<Change>,
    /// The revisions of other homes that were used.
    pub deps: Vec<(Home, u64)>,
    /// Nouns of the home as they were: of their long lists the log tells only what came and what left.
    pub before: BTreeMap<RecordName, Before>,
}
