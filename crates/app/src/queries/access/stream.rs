//! Questions that come one after the other: those that wait are answered together, and beside them it is looked again and
//! again at who asks.

use std::sync::{Arc, Weak};
use std::time::{Duration, Instant};

use decide::queries::access::Question;
use decide::rule::must_still_call;
use domain::{Home, Refusal};
use tokio::sync::oneshot;

use super::batch::Batch;
use crate::admission::Permit;
use crate::app::App;
use crate::call::{Call, Consistency, When};
use crate::error::Error;
use crate::watch::{LOOK_AGAIN, TICK};
use crate::write::passed;

/// A stream of questions that is open.
pub struct CheckStream {
    app: Arc<App>,
    /// Without the place of the stream, which is given up with it.
    call: Call,
    place: Option<Weak<Permit>>,
    /// Why it is over.
    over: oneshot::Receiver<Error>,
}

impl CheckStream {
    /// Opens it. What may be asked is decided with each question. Until it is over or nobody has it any more it holds its
    /// place, and what is `beside` it: also while nobody reads its answers.
    pub async fn open(
        app: &Arc<App>,
        mut call: Call,
        beside: impl Send + 'static,
    ) -> Result<Self, Error> {
        if app.draining.is_cancelled() {
            return Err(Error::Stopping);
        }
        let mut recheck = Recheck {
            app: Arc::clone(app),
            call: call.clone(),
            looked: app.engine.lasting(),
        };
        recheck.look().await?;
        let place = call.place.take();
        let (end, over) = oneshot::channel();
        let opened = Self {
            app: Arc::clone(app),
            call,
            place: place.as_ref().map(Arc::downgrade),
            over,
        };
        app.background().spawn(recheck.until_over(end, beside));
        Ok(opened)
    }

    /// Comes back once it is over, and says why.
    pub async fn is_over(&mut self) -> Error {
        (&mut self.over).await.unwrap_or(Error::Interrupted)
    }

    /// How many of so many questions that have come may be answered now, and why the next may not. Once it is over, none may.
    pub fn ask(&self, questions: usize) -> Result<(usize, Option<Refusal>), Error> {
        Ok(match self.place()? {
            None => (questions, None),
            Some(place) => place.ask(&self.call.who, &self.call.rule, questions),
        })
    }

    /// Answers questions that wait, each as if it had come alone. What is not known by then has no answer.
    pub async fn answer(
        &self,
        questions: &[Question],
        consistency: &Consistency,
        by: Instant,
    ) -> Batch {
        let mut call = self.call.clone();
        match self.place_for_questions().await {
            Ok(place) => call.place = place,
            Err(why) => return Batch::none(questions.len(), why),
        }
        let (app, by) = (&self.app, Some(by));
        let when = When::Now(consistency.clone());
        app.batch_by(&call, questions, &when, by).await
    }

    async fn place_for_questions(&self) -> Result<Option<Arc<Permit>>, Error> {
        match self.place()? {
            None => Ok(None),
            Some(place) => Ok(Some(place.for_questions(&self.call.who).await?)),
        }
    }

    /// The place of the stream, where calls have one. It is given up before anybody hears that the stream is over, and
    /// nothing is answered without it.
    fn place(&self) -> Result<Option<Arc<Permit>>, Error> {
        let held = self.place.as_ref();
        held.map(|place| place.upgrade().ok_or(Error::Interrupted))
            .transpose()
    }
}

/// Looks at who asks, beside their questions.
struct Recheck {
    app: Arc<App>,
    call: Call,
    /// When it last looked.
    looked: Duration,
}

impl Recheck {
    async fn until_over(mut self, mut end: oneshot::Sender<Error>, beside: impl Send) {
        let why = tokio::select! {
            () = end.closed() => return,
            why = self.over() => why,
        };
        // Before anybody hears of it, what it held is free.
        drop((self.call.place.take(), beside));
        // Whoever went away meanwhile need not know.
        let _ = end.send(why);
    }

    async fn over(&mut self) -> Error {
        let (app, deadline) = (Arc::clone(&self.app), self.call.deadline);
        tokio::select! {
            () = app.watches_end() => Error::Stopping,
            () = passed(deadline) => store::Error::Deadline.into(),
            why = self.refused() => why,
        }
    }

    async fn refused(&mut self) -> Error {
        loop {
            // The clock may be moved.
            while self.app.engine.lasting().saturating_sub(self.looked) < LOOK_AGAIN {
                tokio::time::sleep(TICK).await;
            }
            if let Err(why) = self.look().await {
                return why;
            }
        }
    }

    /// Whether the caller still is who they were.
    async fn look(&mut self) -> Result<(), Error> {
        self.looked = self.app.engine.lasting();
        let Self { app, call, .. } = self;
        let consistency = Consistency::MinimizeLatency;
        let view = app.pick(&Home::Platform, &consistency).await?.view();
        let now = app.engine.now();
        must_still_call(&call.who, &view, now)?;
        app.credentials().used(&call.who.caller, now);
        Ok(())
    }
}
