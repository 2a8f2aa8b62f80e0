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

/// An open watch of answers.
#[derive(Debug)]
pub struct WatchingAccess(tonic::Streaming<v1::WatchAccessResponse>);

impl Actor {
    /// Opens a watch of the answers about an organization; it is open once everything is to be forgotten.
    pub async fn watches_access(&self, organization: &str) -> Answer<WatchingAccess> {
        let organization = format!("organizations/{organization}");
        let request = v1::WatchAccessRequest { organization };
        let opened = self.access().watch_access(request).await?;
        let mut watching = WatchingAccess(opened.into_inner());
        let first = watching.next().await?;
        assert_eq!(forgotten(&first), Some(vec!["all".to_owned()]));
        Ok(watching)
    }
}

/// Whose answers are to be forgotten: `all`, or names; `None` is a sign of life.
pub fn forgotten(answer: &v1::WatchAccessResponse) -> Option<Vec<String>> {
    let invalidation = answer.invalidation.as_ref()?;
    assert_ne!(invalidation.all_subjects, !invalidation.subjects.is_empty());
    Some(match invalidation.all_subjects {
        true => vec!["all".to_owned()],
        false => invalidation.subjects.clone(),
    })
}

impl WatchingAccess {
    /// The next answer, whatever it is.
    pub async fn next(&mut self) -> Answer<v1::WatchAccessResponse> {
        let answer = tokio::time::timeout(IN_VAIN, self.0.message());
        let answer = answer.await.expect("an answer")?;
        let answer = answer.expect("an end has a reason");
        assert_ne!(answer.consistency_token, "", "every answer has a token");
        assert!(answer.proved_time.is_some(), "every answer has a time");
        Ok(answer)
    }

    /// The next that is no sign of life.
    pub async fn told(&mut self) -> v1::WatchAccessResponse {
        let begun = Instant::now();
        loop {
            assert!(begun.elapsed() < IN_VAIN, "nothing but heartbeats");
            let answer = self.next().await.expect("the watch goes on");
            if answer.invalidation.is_some() {
                return answer;
            }
        }
    }

    /// Whose answers are to be forgotten next.
    pub async fn forgets(&mut self) -> Vec<String> {
        let told = self.told().await;
        forgotten(&told).expect("no sign of life")
    }

    /// Until the first sign of life, which must be the next answer.
    pub async fn is_silent(&mut self) {
        let next = self.next().await.expect("the watch goes on");
        assert_eq!(forgotten(&next), None);
    }

    /// Why it ends.
    pub async fn ends(&mut self) -> Refused {
        loop {
            if let Err(why) = self.next().await {
                return why;
            }
        }
    }
}
