//! Somebody who watches, and what they are told.

use std::time::{Duration, Instant};

use grantor::v1;
use v1::watch_changes_request::Start;
use v1::watch_changes_response::Event;

use super::actor::{Actor, Answer, Refused};

/// So that a test that waits in vain fails; nothing here ever takes that long.
const IN_VAIN: Duration = Duration::from_secs(60);

/// An open watch.
#[derive(Debug)]
pub struct Watching {
    answers: tonic::Streaming<v1::WatchChangesResponse>,
    /// The position of the last answer that was read.
    pub position: String,
}

/// A watch of this parent from now on, with a heartbeat each second.
pub fn watching(parent: &str) -> v1::WatchChangesRequest {
    v1::WatchChangesRequest {
        parent: parent.to_owned(),
        start: None,
        heartbeat_interval: Some(prost_types::Duration {
            seconds: 1,
            nanos: 0,
        }),
    }
}

impl Actor {
    /// Opens a watch; it is open once its first heartbeat is here.
    pub async fn watches(&self, request: v1::WatchChangesRequest) -> Answer<Watching> {
        let opened = self.access().watch_changes(request).await?;
        let mut watching = Watching {
            answers: opened.into_inner(),
            position: String::new(),
        };
        match watching.next().await? {
            Event::Heartbeat(_) => Ok(watching),
            other => panic!("the first answer is no heartbeat: {other:?}"),
        }
    }

    /// From the first change on.
    pub async fn watches_all_of(&self, parent: &str) -> Watching {
        let start = Some(Start::AfterRevision(0));
        let request = v1::WatchChangesRequest {
            start,
            ..watching(parent)
        };
        self.watches(request).await.expect("open")
    }

    /// From a position on.
    pub async fn resumes(&self, parent: &str, position: &str) -> Answer<Watching> {
        let start = Some(Start::Position(position.to_owned()));
        self.watches(v1::WatchChangesRequest {
            start,
            ..watching(parent)
        })
        .await
    }
}

impl Watching {
    /// The next answer, whatever it is.
    pub async fn next(&mut self) -> Answer<Event> {
        let answer = tokio::time::timeout(IN_VAIN, self.answers.message());
        let answer = answer.await.expect("an answer")?;
        let answer = answer.expect("an end has a reason");
        assert_ne!(answer.position, "", "every answer has a position");
        self.position = answer.position;
        Ok(answer.event.expect("an event"))
    }

    /// The next change.
    pub async fn change(&mut self) -> v1::Change {
        let begun = Instant::now();
        loop {
            assert!(begun.elapsed() < IN_VAIN, "nothing but heartbeats");
            if let Event::Change(change) = self.next().await.expect("the watch goes on") {
                return change;
            }
        }
    }

    /// The revisions of the next changes.
    pub async fn revisions(&mut self, count: usize) -> Vec<i64> {
        let mut revisions = Vec::with_capacity(count);
        for _ in 0..count {
            revisions.push(self.change().await.revision);
        }
        revisions
    }

    /// Until nothing is left to be told: what comes before the next heartbeat.
    pub async fn until_silent(&mut self) -> Vec<v1::Change> {
        let mut changes = Vec::new();
        loop {
            match self.next().await.expect("the watch goes on") {
                Event::Change(change) => changes.push(change),
                Event::Heartbeat(_) => return changes,
            }
        }
    }

    /// Why it ends, with the changes before that.
    pub async fn ends(&mut self) -> (Vec<v1::Change>, Refused) {
        let mut changes = Vec::new();
        loop {
            match self.next().await {
                Ok(Event::Change(change)) => changes.push(change),
                Ok(Event::Heartbeat(_)) => {}
                Err(why) => return (changes, why),
            }
        }
    }
}
