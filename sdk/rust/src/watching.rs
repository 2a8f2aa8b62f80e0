//! How does a watch go on? One stream after the other, so that nothing is missed and nothing comes twice.

use std::collections::HashMap;
use std::time::Duration;

use futures_util::stream;
use tonic::{Code, Status};

use super::request_id::identified;
use super::retry::ATTEMPTS;
use super::streams::Streams;
use super::watch::{Event, Watch};
use super::{Error, Items};
use crate::v1;
use crate::v1::watch_changes_request::Start;
use crate::v1::watch_changes_response::Event as Sent;

/// A watch under way.
pub(super) struct Watching {
    /// With the last position that was answered as its start.
    watch: Watch,
    streams: Streams<v1::WatchChangesResponse>,
    /// What the stream that opened the watch answered first, until it is given.
    first: Option<v1::WatchChangesResponse>,
    /// As long as no stream has answered: how many more may be tried.
    left: Option<usize>,
    /// The last revision that was given, by what the change belongs to.
    given: HashMap<String, i64>,
    ended: bool,
}

impl Watching {
    pub(super) fn of(watch: Watch) -> Self {
        Self {
            streams: Streams::of(watch.client.clone()),
            watch,
            first: None,
            left: Some(ATTEMPTS),
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
            // A server that never answered may not be one.
            self.left = self.left.map(|left| left - 1);
            if failure.code() != Code::Unavailable || self.left == Some(0) {
                return Err(failure.into());
            }
            self.streams.pause().await;
        }
    }

    /// The next answer of the stream, which is opened if there is none.
    async fn attempt(&mut self) -> Result<v1::WatchChangesResponse, Status> {
        self.watch.validate()?;
        let (patience, watch) = (self.patience(), &self.watch);
        self.streams
            .next(patience, |client, id| {
                let request = identified(watch.request(), &id);
                async move { client.access().watch_changes(request).await }
            })
            .await
    }

    /// How long the connection may be silent: a watch that was never open waits as a call does.
    fn patience(&self) -> Duration {
        match self.left {
            Some(_) => self.watch.client.transport().timeout(),
            None => self.watch.heartbeat.saturating_mul(3),
        }
    }

    /// The event, unless it is a sign of life, of an unknown kind, or was given before.
    fn event(&mut self, answer: v1::WatchChangesResponse) -> Option<Event> {
        let position = answer.position;
        self.watch.start = Some(Start::Position(position.clone()));
        // Every stream opens with a sign of life: one that breaks right after it is none.
        if !self.streams.just_opened() || matches!(answer.event, Some(Sent::Change(_))) {
            self.streams.works();
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
