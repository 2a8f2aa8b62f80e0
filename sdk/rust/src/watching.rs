//! How does a watch go on? One stream after the other, so that nothing is missed and nothing comes twice.

use std::collections::HashMap;
use std::time::Duration;

use futures_util::stream;
use http::HeaderValue;
use tonic::{Code, Status, Streaming};

use super::request_id::{self, identified};
use super::retry::{ATTEMPTS, Backoff};
use super::watch::{Event, Watch};
use super::{Error, Items};
use crate::v1;
use crate::v1::watch_changes_request::Start;
use crate::v1::watch_changes_response::Event as Sent;

/// The longest pause before a watch is resumed.
const LONGEST_PAUSE: Duration = Duration::from_secs(10);

/// A watch under way.
pub(super) struct Watching {
    /// With the last position that was answered as its start.
    watch: Watch,
    stream: Option<Open>,
    /// What the stream that opened the watch answered first, until it is given.
    first: Option<v1::WatchChangesResponse>,
    /// As long as no stream has answered: how many more may be tried.
    left: Option<usize>,
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
    pub(super) fn of(watch: Watch) -> Self {
        Self {
            watch,
            stream: None,
            first: None,
            left: Some(ATTEMPTS),
            backoff: Backoff::up_to(LONGEST_PAUSE),
            given: HashMap::new(),
            ended: false,
        }
    }

    /// Waits until a stream answers: with it the watch has begun.
    pub(super) async fn open(&mut self) -> Result<(), Error> {
        self.first = Some(self.answer().await?);
        Ok(())
    }

    pub(super) fn events(self) -> Items<Event> {
        Items::of(stream::unfold(self, async |mut state| {
            if state.ended {
                return None;
            }
            let event = state.next().await;
            state.ended = event.is_err();
            Some((event, state))
        }))
    }

    async fn next(&mut self) -> Result<Event, Error> {
        loop {
            let answer = match self.first.take() {
                Some(answer) => answer,
                None => self.answer().await?,
            };
            if let Some(event) = self.event(answer) {
                return Ok(event);
            }
        }
    }

    /// The next answer, of this stream or of one that resumes it.
    async fn answer(&mut self) -> Result<v1::WatchChangesResponse, Error> {
        loop {
            let failure = match self.attempt().await {
                Ok(answer) => {
                    self.left = None;
                    return Ok(answer);
                }
                Err(status) => status,
            };
            self.stream = None;
            // A server that never answered may not be one.
            self.left = self.left.map(|left| left - 1);
            if failure.code() != Code::Unavailable || self.left == Some(0) {
                return Err(failure.into());
            }
            tokio::time::sleep(self.backoff.pause()).await;
        }
    }

    /// The next answer of the stream, which is opened if it is not. Its end and its silence are UNAVAILABLE.
    async fn attempt(&mut self) -> Result<v1::WatchChangesResponse, Status> {
        self.watch.validate()?;
        let patience = self.patience();
        let id = request_id::fresh()?;
        let called = self.watch.client.transport().called(id.clone());
        let answer = tokio::time::timeout(patience, self.receive(&id)).await;
        match answer {
            Ok(Ok(Some(answer))) => Ok(answer),
            Ok(Ok(None)) => Err(called.cut("the stream ended")),
            Ok(Err(status)) => Err(status),
            Err(_) => {
                // Whoever is silent may be gone: nothing more is asked on the same connection.
                self.watch.client = self.watch.client.reconnected();
                let seconds = patience.as_secs_f64();
                Err(called.cut(&format!("silent for {seconds} s")))
            }
        }
    }

    /// How long the connection may be silent: a watch that was never open waits as a call does.
    fn patience(&self) -> Duration {
        match self.left {
            Some(_) => self.watch.client.transport().timeout(),
            None => self.watch.heartbeat.saturating_mul(3),
        }
    }

    async fn receive(
        &mut self,
        id: &HeaderValue,
    ) -> Result<Option<v1::WatchChangesResponse>, Status> {
        let open = match &mut self.stream {
            Some(open) => open,
            None => {
                let request = identified(self.watch.request(), id);
                let answers = self.watch.client.access().watch_changes(request).await?;
                self.stream.insert(Open {
                    answers: answers.into_inner(),
                    alive: false,
                })
            }
        };
        open.answers.message().await
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
