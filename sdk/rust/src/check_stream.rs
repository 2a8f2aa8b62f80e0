//! How are questions asked one after the other over one call? Many of them under way at once, and none for ever.

use std::collections::VecDeque;
use std::fmt;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use futures_util::stream;
use http::HeaderValue;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, oneshot, watch};

use super::access::{Answer, result};
use super::failure::Called;
use super::request_id::{self, identified};
use super::{Client, Error};
use crate::v1;

/// How many questions may wait for their answers at once.
const WINDOW: usize = 256;

impl Client {
    /// Questions one after the other over one call, which costs less than a call for each. It begins with
    /// the first question; see [`CheckStream`].
    ///
    /// ```no_run
    /// # async fn ask(client: grantor::client::Client) -> Result<(), grantor::client::Error> {
    /// let stream = client.stream_checks();
    /// let drive = "organizations/acme/products/drive-1";
    /// let (may_use, may_manage) = tokio::join!(
    ///     stream.ask("users/alice", "use", drive),
    ///     stream.ask("users/alice", "manage", drive),
    /// );
    /// assert!(may_use?.allowed && !may_manage?.allowed);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn stream_checks(&self) -> CheckStream {
        // Without random bytes the call itself fails, and says so.
        let id = request_id::fresh().unwrap_or_else(|_| HeaderValue::from_static(""));
        let (questions, asked) = mpsc::unbounded_channel();
        let state = State {
            called: self.transport().called(id),
            timeout: self.transport().timeout(),
            ended: watch::Sender::new(None),
            open: Mutex::default(),
        };
        let line = Line {
            state: Arc::new(state),
            places: Arc::new(Semaphore::new(WINDOW)),
            questions,
            unopened: Mutex::new(Some((self.clone(), asked))),
        };
        CheckStream {
            line: Arc::new(line),
            consistency: self.when.consistency.clone(),
        }
    }
}

/// Asks over one call, answered in the order asked. A clone is cheap and asks over the same call, which ends
/// with the last of them.
///
/// To have many under way, do not await each before the next: join them, or ask from many tasks. Of the
/// questions 256 are under way at once; one more waits for a place as long as answers come. A question that
/// is dropped holds up nobody. Where the stream ends, each question without an answer fails with the error
/// that ended it, and so does each that is asked later: make another stream. Nothing is asked again by
/// itself.
#[derive(Clone)]
pub struct CheckStream {
    line: Arc<Line>,
    consistency: Option<v1::Consistency>,
}

impl CheckStream {
    /// Asks as [`Client::check`] does. The question has the client's timeout, from its place to its answer.
    ///
    /// # Errors
    /// As [`Client::check`]; and that which ended the stream. Never an allow.
    pub async fn ask(&self, subject: &str, right: &str, resource: &str) -> Result<Answer, Error> {
        let question = v1::StreamCheckAccessRequest {
            subject: subject.to_owned(),
            resource: resource.to_owned(),
            right: right.to_owned(),
            consistency: self.consistency.clone(),
        };
        let place = self.line.place().await?;
        self.line.open();
        let (answer, answered) = oneshot::channel();
        let waiting = Waiting {
            answer,
            _place: place,
        };
        // Where nobody takes it any more the stream has ended, and says why.
        let _ = self.line.questions.send((question, waiting));
        let state = &self.line.state;
        tokio::select! {
            biased;
            Ok(answer) = answered => answer,
            error = state.ended() => Err(error),
            () = tokio::time::sleep(state.timeout) => Err(state.late()),
        }
    }

    /// The same stream, whose questions are answered with everything that was acknowledged before.
    #[must_use]
    pub fn fully_consistent(&self) -> Self {
        self.with(v1::consistency::Requirement::FullyConsistent(()))
    }

    /// The same stream, whose questions are answered with nothing older than what these tokens saw, 1 to
    /// 100.
    #[must_use]
    pub fn at_least_as_fresh<T: Into<String>>(&self, tokens: impl IntoIterator<Item = T>) -> Self {
        let tokens = tokens.into_iter().map(Into::into).collect();
        let seen = v1::AtLeastAsFresh { tokens };
        self.with(v1::consistency::Requirement::AtLeastAsFresh(seen))
    }

    /// Why the stream ended; None while it goes on.
    #[must_use]
    pub fn error(&self) -> Option<Error> {
        self.line.state.ended.borrow().clone()
    }

    /// Ends the stream, also for its clones; questions that have no answer yet fail with CANCELLED.
    pub fn close(&self) {
        self.line.state.end(self.line.state.closed());
    }

    fn with(&self, requirement: v1::consistency::Requirement) -> Self {
        Self {
            line: Arc::clone(&self.line),
            consistency: Some(v1::Consistency {
                requirement: Some(requirement),
            }),
        }
    }
}

impl fmt::Debug for CheckStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CheckStream")
            .field("error", &self.error())
            .finish_non_exhaustive()
    }
}

/// A question as it was asked, and who waits for its answer.
type Asked = (v1::StreamCheckAccessRequest, Waiting);

/// Who waits for an answer. Its place is free again when this is dropped.
struct Waiting {
    answer: oneshot::Sender<Result<Answer, Error>>,
    _place: OwnedSemaphorePermit,
}

/// What the clones of a stream share.
struct Line {
    state: Arc<State>,
    places: Arc<Semaphore>,
    /// As long as there are places, and no longer.
    questions: mpsc::UnboundedSender<Asked>,
    /// What the call is opened with, until it is.
    unopened: Mutex<Option<(Client, mpsc::UnboundedReceiver<Asked>)>>,
}

impl Line {
    /// Waits until one more question may be under way, as long as answers come.
    async fn place(&self) -> Result<OwnedSemaphorePermit, Error> {
        loop {
            let came = self.state.open().came;
            tokio::select! {
                biased;
                error = self.state.ended() => return Err(error),
                Ok(place) = Arc::clone(&self.places).acquire_owned() => return Ok(place),
                () = tokio::time::sleep(self.state.timeout) => {
                    if came == self.state.open().came {
                        return Err(self.state.late());
                    }
                }
            }
        }
    }

    /// Begins the call, if it has not begun. With the first question, as here is a runtime that it can run on.
    fn open(&self) {
        let unopened = locked(&self.unopened).take();
        if let Some((client, asked)) = unopened {
            tokio::spawn(run(client, Arc::clone(&self.state), asked));
        }
    }
}

impl Drop for Line {
    fn drop(&mut self) {
        self.state.end(self.state.closed());
    }
}

/// What the call itself knows.
struct State {
    called: Called,
    timeout: Duration,
    /// Why the stream ended.
    ended: watch::Sender<Option<Error>>,
    open: Mutex<Open>,
}

#[derive(Default)]
struct Open {
    unanswered: VecDeque<Waiting>,
    /// Answers so far.
    came: i64,
    /// The token that was sent last.
    token: String,
}

impl State {
    fn open(&self) -> MutexGuard<'_, Open> {
        locked(&self.open)
    }

    fn late(&self) -> Error {
        self.called.late(self.timeout).into()
    }

    fn closed(&self) -> Error {
        self.called.closed().into()
    }

    /// Waits for the end.
    async fn ended(&self) -> Error {
        let mut ended = self.ended.subscribe();
        let error = ended.wait_for(Option::is_some).await;
        let error = error.ok().and_then(|error| error.clone());
        error.unwrap_or_else(|| self.closed())
    }

    /// What ended it first counts.
    fn end(&self, error: Error) {
        self.ended.send_if_modified(|ended| {
            let first = ended.is_none();
            ended.get_or_insert(error);
            first
        });
        self.open().unanswered.clear();
    }

    /// Gives the next question its answer. One to another question is an error: none that comes after it can
    /// be trusted.
    fn take(&self, response: v1::StreamCheckAccessResponse) -> Result<(), Error> {
        let call = self.called.id();
        let mut open = self.open();
        let is_next = response.index == open.came;
        let Some(waiting) = open.unanswered.pop_front().filter(|_| is_next) else {
            let why = "the answers of the stream are not in the order of its questions";
            return Err(Error::not_understood(why, call));
        };
        open.came += 1;
        if !response.consistency_token.is_empty() {
            open.token = response.consistency_token;
        }
        let answer = result(response.result.unwrap_or_default(), call, &open.token);
        // Whoever has given up no longer listens.
        let _ = waiting.answer.send(answer);
        Ok(())
    }
}

/// Asks what comes, and gives the answers, until either ends.
async fn run(client: Client, state: Arc<State>, asked: mpsc::UnboundedReceiver<Asked>) {
    let error = tokio::select! {
        biased;
        error = state.ended() => error,
        error = converse(client, Arc::clone(&state), asked) => error,
    };
    state.end(error);
}

async fn converse(
    client: Client,
    state: Arc<State>,
    asked: mpsc::UnboundedReceiver<Asked>,
) -> Error {
    let sending = (asked, Arc::clone(&state));
    let questions = stream::unfold(sending, |(mut asked, state)| async move {
        let (question, waiting) = asked.recv().await?;
        state.open().unanswered.push_back(waiting);
        Some((question, (asked, state)))
    });
    let request = identified(questions, &state.called.request_id);
    let mut answers = match client.access().stream_check_access(request).await {
        Ok(answers) => answers.into_inner(),
        Err(status) => return status.into(),
    };
    loop {
        match answers.message().await {
            Ok(Some(response)) => {
                if let Err(error) = state.take(response) {
                    return error;
                }
            }
            Ok(None) => return state.called.cut("the stream ended; make another").into(),
            Err(status) => return status.into(),
        }
    }
}

/// Nothing panics where these are held.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
