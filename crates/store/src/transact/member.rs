//! A write among others in one transaction, whatever it decides on.

use std::future::Future;
use std::panic::AssertUnwindSafe;
use std::pin::Pin;

use futures_util::{FutureExt, TryFutureExt};
use tokio::sync::oneshot;
use tracing::{Instrument, Span};

use super::deciding::{Reading, Step, decided};
use super::held::{AttemptResult, Failed, LockedTx, TryEnd, in_time};
use super::writing::Writing;
use super::{Decide, Intent};
use crate::error::Error;

/// What came of one write in its turn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    /// It wrote so many bytes into the log.
    Wrote(usize),
    /// It wrote nothing, and what it read has to be proven by a COMMIT.
    Read,
    /// It wrote nothing.
    Nothing,
    /// The transaction cannot be committed any more.
    Broken,
}

/// How the transaction ended for a write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    /// What came of its turn stands.
    Stands,
    /// Nothing happened, and its time is up.
    Late,
    /// Nothing happened. It is tried again, without others.
    Alone,
    /// What it wrote may be there, or not. It finds out, without others.
    Doubt,
}

/// A write in a transaction with others.
pub(super) trait Member: Send {
    fn intent(&self) -> &Intent;

    /// Decides and writes, on what those before it left.
    fn turn<'a>(
        &'a mut self,
        held: &'a mut LockedTx,
        reading: &'a mut Reading,
    ) -> Pin<Box<dyn Future<Output = Turn> + Send + 'a>>;

    /// Tells whoever waits for it. Those of one transaction are told in the order in which they wrote.
    fn end(self: Box<Self>, end: End);
}

/// What a write comes back with: what it needs to be tried again, and what came of it.
pub(super) struct Told<D: Decide> {
    pub(super) intent: Intent,
    pub(super) decide: D,
    pub(super) verdict: Verdict<D::Error>,
}

/// What came of a write.
pub(super) enum Verdict<E> {
    Answered(Result<AttemptResult, E>),
    /// It is tried without others; first, whether this happened.
    Alone(Option<AttemptResult>),
}

/// A write, and where its answer goes.
pub(super) struct Write<D: Decide> {
    intent: Intent,
    decide: D,
    /// What came of its turn.
    outcome: Option<Result<AttemptResult, D::Error>>,
    /// What it logs belongs to the call.
    span: Span,
    tell: oneshot::Sender<Told<D>>,
}

impl<D: Decide> Write<D> {
    pub(super) fn new(intent: Intent, decide: D) -> (Box<Self>, oneshot::Receiver<Told<D>>) {
        let (tell, told) = oneshot::channel();
        let write = Self {
            intent,
            decide,
            outcome: None,
            span: Span::current(),
            tell,
        };
        (Box::new(write), told)
    }

    async fn decide_and_write(&mut self, held: &mut LockedTx, reading: &mut Reading) -> Turn {
        let step = match decided(&self.intent, &mut self.decide, held, reading).await {
            Ok(step) => step,
            Err(_) if held.reader.tx().is_failed() => return Turn::Broken,
            Err(Failed::Over(error)) => {
                self.outcome = Some(Err(error));
                return Turn::Nothing;
            }
            Err(_) => return Turn::Broken,
        };
        let decided = match step {
            Step::Replay(done) => {
                self.outcome = Some(Ok(done));
                return Turn::Read;
            }
            Step::Write(decided) => decided,
        };
        let deps = decided.deps.clone();
        let writing = Writing {
            intent: &self.intent,
            held,
            people: None,
            locked: &reading.locked,
        };
        match writing.write(decided).await {
            Ok(TryEnd::Commit(done)) => {
                held.goes_on(&done, &deps);
                reading.locked.head = held.head;
                reading.requests.extend(done.request.clone());
                let bytes = done.bytes();
                self.outcome = Some(Ok(done));
                Turn::Wrote(bytes)
            }
            Ok(TryEnd::Prove(done) | TryEnd::Leave(done)) => {
                self.outcome = Some(Ok(done));
                Turn::Nothing
            }
            // Some of it may be written already.
            Err(_) => Turn::Broken,
        }
    }
}

impl<D: Decide> Member for Write<D> {
    fn intent(&self) -> &Intent {
        &self.intent
    }

    fn turn<'a>(
        &'a mut self,
        held: &'a mut LockedTx,
        reading: &'a mut Reading,
    ) -> Pin<Box<dyn Future<Output = Turn> + Send + 'a>> {
        let span = self.span.clone();
        let turn = async move {
            if in_time(&self.intent) {
                self.decide_and_write(held, reading).await
            } else {
                self.outcome = Some(Err(Error::Deadline.into()));
                Turn::Nothing
            }
        };
        // It meets the same when it is tried alone, and nobody else does.
        let turn = AssertUnwindSafe(turn.instrument(span)).catch_unwind();
        Box::pin(turn.unwrap_or_else(|_| Turn::Broken))
    }

    fn end(mut self: Box<Self>, end: End) {
        let verdict = match (end, self.outcome) {
            (End::Stands, Some(mut outcome)) => {
                if let Ok(done) = &mut outcome {
                    let tell = AssertUnwindSafe(|| done.tell(&mut self.decide));
                    // It stands all the same, and the others are still to be told.
                    let _ = std::panic::catch_unwind(tell);
                }
                Verdict::Answered(outcome)
            }
            (End::Late, _) => Verdict::Answered(Err(Error::Deadline.into())),
            (End::Doubt, Some(Ok(done))) => Verdict::Alone(Some(done)),
            (End::Alone | End::Doubt | End::Stands, _) => Verdict::Alone(None),
        };
        // Whoever waited may be gone with the program.
        let _ = self.tell.send(Told {
            intent: self.intent,
            decide: self.decide,
            verdict,
        });
    }
}
