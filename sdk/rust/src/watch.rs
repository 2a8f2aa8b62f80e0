//! What changes, as it happens? One watch after the other, so that nothing is missed and nothing comes twice.

use std::collections::HashMap;
use std::time::Duration;

use futures_util::stream;
use prost_types::Timestamp;
use tonic::{Code, Streaming};

use super::retry::Backoff;
use super::{Client, Error, Items};
use crate::v1;
use crate::v1::watch_changes_request::Start;
use crate::v1::watch_changes_response::Event as Sent;

/// How long a watch may be silent, unless that is said.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// The longest pause before a watch is resumed.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);

/// A change, and where to go on after it.
#[derive(Debug, Clone, PartialEq)]
pub struct Event {
    /// What changed.
    pub change: v1::Change,
    /// From here another watch of the same parent goes on: see [`Watch::position`].
    pub position: String,
}

/// What to watch and from where; nothing happens before [`events`](Self::events).
#[derive(Debug, Clone)]
#[must_use]
pub struct Watch {
    client: Client,
    parent: String,
    start: Option<Start>,
    heartbeat: Duration,
}

impl Client {
    /// Watches an organization (`organizations/acme`), all of them (`organizations/-`), `platform` or
    /// `people`; from now on, unless a start is said.
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

    /// The changes as they come. Where the stream breaks it is resumed: after UNAVAILABLE, after silence, and
    /// after the server's end of it. Any other error is the last item.
    #[must_use]
    pub fn events(self) -> Items<Event> {
        let state = Watching {
            silence: self.heartbeat.saturating_mul(3),
            watch: self,
            stream: None,
            backoff: Backoff::up_to(LONGEST_PAUSE),
            given: HashMap::new(),
            ended: false,
        };
        Items::of(stream::unfold(state, async |mut state| {
            if state.ended {
                return None;
            }
            let event = state.next().await;
            state.ended = event.is_err();
            Some((event, state))
        }))
    }

    fn request(&self) -> v1::WatchChangesRequest {
        v1::WatchChangesRequest {
            parent: self.parent.clone(),
            start: self.start.clone(),
            heartbeat_interval: prost_types::Duration::try_from(self.heartbeat).ok(),
        }
    }
}

/// A watch under way.
struct Watching {
    /// With the last position that was answered as its start.
    watch: Watch,
    /// How long the connection may be silent.
    silence: Duration,
    stream: Option<Open>,
    backoff: Backoff,
    /// The last revision that was given, by what the change belongs to.
    given: HashMap<String, i64>,
    ended: bool,
}

/// One stream of the watch.
struct Open {
    answers: Streaming<v1::WatchChangesResponse>,
    /// It has answered before.
    alive: bool,
}

impl Watching {
    async fn next(&mut self) -> Result<Event, Error> {
        loop {
            match self.answer().await {
                Ok(Some(answer)) => {
                    if let Some(event) = self.event(answer) {
                        return Ok(event);
                    }
                }
                Ok(None) => self.wait().await,
                Err(error) if error.code() == Code::Unavailable => self.wait().await,
                Err(error) => return Err(error),
            }
        }
    }

    /// The next answer of the stream, which is opened if it is not; None at its end, and after silence.
    async fn answer(&mut self) -> Result<Option<v1::WatchChangesResponse>, Error> {
        let Self { watch, stream, .. } = self;
        let next = async {
            let open = match stream {
                Some(open) => open,
                None => {
                    let mut stub = watch.client.access();
                    let answers = stub.watch_changes(watch.request()).await?;
                    stream.insert(Open {
                        answers: answers.into_inner(),
                        alive: false,
                    })
                }
            };
            Ok(open.answers.message().await?)
        };
        tokio::time::timeout(self.silence, next)
            .await
            .unwrap_or(Ok(None))
    }

    async fn wait(&mut self) {
        self.stream = None;
        tokio::time::sleep(self.backoff.pause()).await;
    }

    /// The event, unless it is a sign of life, of an unknown kind, or was given before.
    fn event(&mut self, answer: v1::WatchChangesResponse) -> Option<Event> {
        let position = answer.position;
        self.watch.start = Some(Start::Position(position.clone()));
        // Every stream opens with a sign of life: one that breaks right after it is none.
        let alive = self
            .stream
            .as_mut()
            .is_some_and(|open| std::mem::replace(&mut open.alive, true));
        if alive || matches!(answer.event, Some(Sent::Change(_))) {
            self.backoff.reset();
        }
        match answer.event {
            Some(Sent::Change(change)) if self.is_new(&change) => Some(Event { change, position }),
            Some(Sent::Change(_) | Sent::Heartbeat(_)) | None => None,
        }
    }

    /// Of each parent the changes come in order.
    fn is_new(&mut self, change: &v1::Change) -> bool {
        let (parent, _) = change.name.rsplit_once('/').unwrap_or_default();
        match self.given.get_mut(parent) {
            Some(last) if change.revision <= *last => false,
            Some(last) => {
                *last = change.revision;
                true
            }
            None => {
                self.given.insert(parent.to_owned(), change.revision);
                true
            }
        }
    }
}
