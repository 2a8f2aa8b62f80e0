//! Questions that come one after the other: those that wait are answered together, and who asks is looked at again and again.

use std::sync::Arc;
use std::time::{Duration, Instant};

use decide::queries::access::Question;
use decide::rule::must_still_call;
use domain::Home;
use tokio::time::timeout_at;

use super::batch::Batch;
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::error::Error;
use crate::watch::{LOOK_AGAIN, TICK};
use crate::write::deadline;

/// A stream of questions that is open.
pub struct CheckStream {
    app: Arc<App>,
    call: Call,
    /// When it was last looked at who asks.
    looked: Duration,
}

impl CheckStream {
    /// Opens it. What may be asked is decided with each question.
    pub async fn open(app: &Arc<App>, call: Call) -> Result<Self, Error> {
        if app.draining.is_cancelled() {
            return Err(Error::Stopping);
        }
        let app = Arc::clone(app);
        let looked = app.engine.lasting();
        let mut opened = Self { app, call, looked };
        opened.look().await?;
        Ok(opened)
    }

    /// By when it ends, where the caller said so.
    pub fn deadline(&self) -> Option<Instant> {
        self.call.deadline
    }

    /// Comes back when the server stops.
    pub async fn ends(&self) {
        self.app.watches_end().await;
    }

    /// Comes back when it is time to look again, also where the clock was moved.
    pub async fn look_is_due(&self) {
        while self.app.engine.lasting().saturating_sub(self.looked) < LOOK_AGAIN {
            tokio::time::sleep(TICK).await;
        }
    }

    /// Whether the caller still is who they were: else the stream ends.
    pub async fn look(&mut self) -> Result<(), Error> {
        self.looked = self.app.engine.lasting();
        let Self { app, call, .. } = self;
        let consistency = Consistency::MinimizeLatency;
        let view = app.pick(&Home::Platform, &consistency).await?.view();
        must_still_call(&call.who, &view, app.engine.now())?;
        app.credentials().used(&call.who.caller);
        Ok(())
    }

    /// Answers the questions that wait, each as if it had come alone; those that came before its limits allow are refused.
    pub async fn answer(&self, questions: &[Question], consistency: &Consistency) -> Batch {
        let answered = self.answer_allowed(questions, consistency);
        // No question waits longer than it would alone.
        let answered = timeout_at(deadline(None).into(), answered).await;
        answered.unwrap_or_else(|_| none(questions, store::Error::Deadline))
    }

    async fn answer_allowed(&self, questions: &[Question], consistency: &Consistency) -> Batch {
        let Call {
            who, rule, place, ..
        } = &self.call;
        let Some(place) = place else {
            return self
                .app
                .batch_check_access(&self.call, questions, consistency)
                .await;
        };
        let taken = match place.for_questions(who).await {
            Ok(taken) => taken,
            Err(refusal) => return none(questions, refusal),
        };
        let (count, refusal) = taken.ask(who, rule, questions.len());
        let call = Call {
            place: Some(taken),
            ..self.call.clone()
        };
        let (allowed, others) = questions
            .split_at_checked(count)
            .unwrap_or((questions, &[]));
        let mut batch = self
            .app
            .batch_check_access(&call, allowed, consistency)
            .await;
        if let Some(refusal) = refusal {
            batch.fail_further(others.len(), refusal);
        }
        batch
    }
}

fn none(questions: &[Question], why: impl Into<Error>) -> Batch {
    let mut batch = Batch::default();
    batch.fail_further(questions.len(), why);
    batch
}
