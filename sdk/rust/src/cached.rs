//! May this user do that, asked again and again? Answers that are kept as long as they are told to be right.

use std::fmt;
use std::ops::Deref;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use tokio::runtime::Handle;
use tokio::task::AbortHandle;
use tonic::Code;

use super::ages::{Ages, wall};
use super::generations::Question;
use super::kept::{BOUND, Kept};
use super::request_id::identified;
use super::streams::{LONGEST_PAUSE, Streams};
use super::{Answer, Client, ConfigurationError, Error};
use crate::v1;

/// How many answers are kept, unless that is said.
const MOST: usize = 100_000;

impl Client {
    /// Keeps answers about this organization (`organizations/acme`), and listens from now on to what of them may
    /// have changed; see [`CachedAccess`]. It neither waits nor calls by itself.
    ///
    /// A client that was told how fresh answers must be ([`fully_consistent`](Self::fully_consistent),
    /// [`at_least_as_fresh`](Self::at_least_as_fresh)) asks each time: what is kept may be older.
    ///
    /// ```no_run
    /// # async fn ask(client: grantor::client::Client) -> Result<(), grantor::client::Error> {
    /// let access = client.cached_access("organizations/acme");
    /// let drive = "organizations/acme/products/drive-1";
    /// let answer = access.check("users/alice", "manage", drive).await?;
    /// assert!(answer.allowed);
    /// let again = access.check("users/alice", "manage", drive).await?;
    /// println!("without a call: {}", again.from_cache);
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn cached_access(&self, organization: impl Into<String>) -> CachedAccess {
        let organization = organization.into();
        let keeping = Keeping {
            kept: Kept::of(&organization, MOST),
            client: self.clone(),
            organization,
            ages: Ages::by(wall),
            asked: AtomicU64::new(0),
            failure: Mutex::default(),
        };
        let access = CachedAccess {
            listening: Arc::new(Listening {
                keeping: Arc::new(keeping),
                task: OnceLock::new(),
            }),
        };
        if self.when.consistency.is_some() {
            access.close();
        }
        access.listening.begin();
        access
    }
}

/// Answers of [`Client::check`] about one organization and its products, kept as long as the server says that they
/// are right. A clone is cheap and keeps the same; the stream by which the server says so ends with the last of them.
///
/// An answer is at most 5 s old, as those of the server are that are asked for without a word about freshness, and
/// once it was heard here that answers about a user may have changed, nothing older is given. Where that can't be
/// relied on (no stream stands, it is silent, the instance that sends it is behind), each question is asked, so that
/// what is kept is never the reason for an error. Who needs everything that was acknowledged before takes
/// [`Client::fully_consistent`]; after a change of one's own, [`Client::at_least_as_fresh`].
///
/// At most 100,000 answers are kept ([`max_answers`](Self::max_answers)). Errors are never kept, nor is what is asked about
/// another organization. The caller needs what `AccessService.WatchAccess` demands; without, everything is asked,
/// and [`failure`](Self::failure) says why.
#[derive(Clone)]
pub struct CachedAccess {
    listening: Arc<Listening>,
}

/// An answer, and whether it was kept.
#[derive(Debug, Clone, PartialEq)]
pub struct CachedAnswer {
    /// The answer as it came.
    pub answer: Arc<Answer>,
    /// Whether it was kept; if not, it was asked for now.
    pub from_cache: bool,
}

impl Deref for CachedAnswer {
    type Target = Answer;

    fn deref(&self) -> &Answer {
        &self.answer
    }
}

/// What a [`CachedAccess`] has done so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CacheStats {
    /// Answers that were kept.
    pub hits: u64,
    /// Questions that were asked.
    pub asked: u64,
    /// Whether answers are being kept now: the stream stands and is not silent.
    pub keeping: bool,
}

impl CachedAccess {
    /// The same with another bound of what is kept, also for its clones.
    ///
    /// # Errors
    /// The bound is below 2.
    pub fn max_answers(self, bound: usize) -> Result<Self, ConfigurationError> {
        if bound < 2 {
            let why = format!("max_answers is {bound}; it is at least 2");
            return Err(ConfigurationError(why));
        }
        self.listening.keeping.kept.bound(bound);
        Ok(self)
    }

    /// As [`Client::check`], from what is kept or else asked.
    ///
    /// # Errors
    /// As [`Client::check`], whose deadline a question has that is asked.
    pub async fn check(
        &self,
        subject: &str,
        right: &str,
        resource: &str,
    ) -> Result<CachedAnswer, Error> {
        let question = Question {
            subject,
            right,
            resource,
        };
        let keeping = &self.listening.keeping;
        if let Some(answer) = keeping.kept.find(question, || keeping.now()) {
            return Ok(CachedAnswer {
                answer,
                from_cache: true,
            });
        }
        self.listening.begin();
        // On the heap, so that what is kept costs nothing of what asking needs.
        Box::pin(keeping.ask(question)).await
    }

    /// How much was asked, and how much was kept.
    #[must_use]
    pub fn stats(&self) -> CacheStats {
        let keeping = &self.listening.keeping;
        CacheStats {
            hits: keeping.kept.found(),
            asked: keeping.asked.load(Ordering::Relaxed),
            keeping: keeping.kept.is_keeping(keeping.now()),
        }
    }

    /// Why no stream stands; None while one does, and before it was tried.
    #[must_use]
    pub fn failure(&self) -> Option<Error> {
        self.listening.keeping.failure().clone()
    }

    /// Ends the stream, also for its clones. Every question is then asked.
    pub fn close(&self) {
        self.listening.end();
    }
}

impl fmt::Debug for CachedAccess {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CachedAccess")
            .field("organization", &self.listening.keeping.organization)
            .field("stats", &self.stats())
            .field("failure", &self.failure())
            .finish_non_exhaustive()
    }
}

/// What the clones share. It ends with the last of them.
struct Listening {
    keeping: Arc<Keeping>,
    /// Listens, if it could be begun; None: it never will be.
    task: OnceLock<Option<AbortHandle>>,
}

impl Listening {
    /// Begins to listen, where there is a runtime to do it on: else with the first question.
    fn begin(&self) {
        if let Ok(runtime) = Handle::try_current() {
            self.task.get_or_init(|| {
                let listening = listen(Arc::clone(&self.keeping));
                Some(runtime.spawn(listening).abort_handle())
            });
        }
    }

    fn end(&self) {
        self.keeping.kept.close();
        if let Some(task) = self.task.get_or_init(|| None) {
            task.abort();
        }
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        self.end();
    }
}

/// What is kept, and how to ask for more.
struct Keeping {
    client: Client,
    organization: String,
    kept: Kept<Arc<Answer>>,
    ages: Ages<fn() -> i64>,
    asked: AtomicU64,
    failure: Mutex<Option<Error>>,
}

impl Keeping {
    fn now(&self) -> Duration {
        self.ages.now()
    }

    async fn ask(&self, question: Question<'_>) -> Result<CachedAnswer, Error> {
        self.asked.fetch_add(1, Ordering::Relaxed);
        let asked = self.kept.ask(question, self.now());
        let Question {
            subject,
            right,
            resource,
        } = question;
        let answer = match asked.token() {
            Some(token) => {
                let fresh = self.client.at_least_as_fresh([token]);
                fresh.ask(subject, right, resource).await
            }
            None => self.client.ask(subject, right, resource).await,
        };
        let (answer, evaluate_time) = answer?;
        let answer = Arc::new(answer);
        asked.answered(Arc::clone(&answer), evaluate_time, answer.valid_until);
        Ok(CachedAnswer {
            answer,
            from_cache: false,
        })
    }

    fn hear(&self, message: v1::WatchAccessResponse) {
        self.kept.hear(message, self.now());
        *self.failure() = None;
    }

    fn lose(&self, why: Error) {
        self.kept.lose();
        *self.failure() = Some(why);
    }

    /// Nothing panics where it is held.
    fn failure(&self) -> MutexGuard<'_, Option<Error>> {
        self.failure.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Takes in what the server says, over one stream after the other, until it is no longer wanted.
async fn listen(keeping: Arc<Keeping>) {
    let mut streams = Streams::of(keeping.client.clone());
    loop {
        let organization = keeping.organization.clone();
        let message = streams.next(BOUND, |client, id| {
            let request = identified(v1::WatchAccessRequest { organization }, &id);
            async move { client.access().watch_access(request).await }
        });
        match message.await {
            Ok(message) => {
                streams.works();
                keeping.hear(message);
            }
            Err(status) => {
                let is_away = status.code() == Code::Unavailable;
                keeping.lose(status.into());
                if is_away {
                    streams.pause().await;
                } else {
                    // What is not allowed now can be later.
                    tokio::time::sleep(LONGEST_PAUSE).await;
                }
            }
        }
    }
}
