//! What changes, as it happens? What to watch, and from where.

use std::ops::RangeInclusive;
use std::time::Duration;

use prost_types::Timestamp;
use tonic::Status;

use super::watching::Watching;
use super::{Client, Error, Items};
use crate::v1;
use crate::v1::watch_changes_request::Start;

/// How long a watch may be silent, unless that is said.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// What a server takes as heartbeat.
const BOUNDS: RangeInclusive<Duration> = Duration::from_secs(1)..=Duration::from_secs(60);

/// A change, and where to go on after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// What changed.
    pub change: v1::Change,
    /// From here another watch of the same parent goes on: see [`Watch::position`].
    pub position: String,
}

/// What to watch and from where; nothing happens before [`open`](Self::open) or [`events`](Self::events).
#[derive(Debug, Clone)]
#[must_use]
pub struct Watch {
    pub(super) client: Client,
    parent: String,
    pub(super) start: Option<Start>,
    pub(super) heartbeat: Duration,
}

impl Client {
    /// Watches an organization (`organizations/acme`), all of them (`organizations/-`), `platform` or
    /// `people`; from now on, which is from the moment when the watch is [open](Watch::open), unless a start is
    /// said.
    pub fn watch(&self, parent: impl Into<String>) -> Watch {
        Watch {
            client: self.clone(),
            parent: parent.into(),
            start: None,
            heartbeat: HEARTBEAT,
        }
    }
}

impl Watch {
    /// Begins after this revision of the parent; 0 begins with the first.
    pub fn after_revision(mut self, revision: i64) -> Self {
        self.start = Some(Start::AfterRevision(revision));
        self
    }

    /// Begins with the changes of this time or later.
    pub fn start_time(mut self, time: Timestamp) -> Self {
        self.start = Some(Start::StartTime(time));
        self
    }

    /// Begins after the event that had this position, of a watch of the same parent.
    pub fn position(mut self, position: impl Into<String>) -> Self {
        self.start = Some(Start::Position(position.into()));
        self
    }

    /// How long the server may be silent before it sends a sign of life: 1 s to 60 s, 10 s if not set. After
    /// three times as long without any the connection is taken for lost.
    pub fn heartbeat(mut self, interval: Duration) -> Self {
        self.heartbeat = interval;
        self
    }

    /// Opens the watch: once this returns, no change that is made from then on is missed. Then the changes come
    /// as in [`events`](Self::events).
    ///
    /// # Errors
    /// UNAVAILABLE where no server answers in 4 attempts, each within the timeout of the client; what the
    /// server refused, such as PERMISSION_DENIED; INVALID_ARGUMENT, without a call, for an empty position or a
    /// heartbeat out of bounds.
    pub async fn open(self) -> Result<Items<Event>, Error> {
        let mut watching = Watching::of(self);
        watching.open().await?;
        Ok(watching.events())
    }

    /// The changes as they come; the watch is opened when the first is asked for, and what
    /// [`open`](Self::open) would have failed with is the last item.
    ///
    /// Where the stream breaks after it was once open, it is resumed without end: after UNAVAILABLE, after
    /// silence, and after the server's end of it. Any other error is the last item.
    #[must_use]
    pub fn events(self) -> Items<Event> {
        Watching::of(self).events()
    }

    /// Fails where the server would refuse it, or would take it for something else.
    pub(super) fn validate(&self) -> Result<(), Status> {
        if !BOUNDS.contains(&self.heartbeat) {
            let seconds = self.heartbeat.as_secs_f64();
            return Err(Status::invalid_argument(format!(
                "heartbeat: {seconds} s is not between 1 s and 60 s"
            )));
        }
        if matches!(&self.start, Some(Start::Position(position)) if position.is_empty()) {
            return Err(Status::invalid_argument(
                "position: it is empty; to begin from now on, leave it out",
            ));
        }
        Ok(())
    }

    pub(super) fn request(&self) -> v1::WatchChangesRequest {
        v1::WatchChangesRequest {
            parent: self.parent.clone(),
            start: self.start.clone(),
            heartbeat_interval: prost_types::Duration::try_from(self.heartbeat).ok(),
        }
    }
}
