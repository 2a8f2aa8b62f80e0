//! Why could the store not do it? One type for all of it; causes are for the log, never for the wire.

use domain::{Home, Timestamp};
use sea_orm::sqlx;
use sea_orm::{DbErr, RuntimeErr};

use crate::format::FORMAT;

/// What the database or the system said, for the log only.
pub type Cause = Box<dyn std::error::Error + Send + Sync>;

/// Why the store could not do it. In all cases but [`Error::OutcomeUnknown`] nothing has changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The database did not answer, or not as one does.
    #[error("the database is not available")]
    Unavailable(#[source] Cause),
    /// Transactions stood in each other's way, again and again.
    #[error("others write here at the same time; try again")]
    Contention,
    /// The lock was not free in time.
    #[error("the lock of this home was not free in time; try again")]
    Busy,
    /// The database gave up on a statement.
    #[error("the database took longer for a statement than it may; try again")]
    Slow,
    /// The call's time was over before its commit.
    #[error("the time for this call is over; nothing was written")]
    Deadline,
    /// The connection was lost while committing; the same request id tells.
    #[error("the connection was lost while committing; ask again with the same request id")]
    OutcomeUnknown,
    /// The id is or was another noun's; it holds the resource name.
    #[error("{0} exists or existed; ids are never used again")]
    IdTaken(String),
    /// The request id came with another request before.
    #[error("this request id was used for another request")]
    RequestReused,
    /// There is no such home, and the call does not make one.
    #[error("there is no home {0}")]
    NoHome(Home),
    /// A change here is of a time that the database's clock has not reached by far: one of the two is wrong.
    #[error(
        "{home} was changed at {changed}, and the database's clock says {now}: it was ahead then, or is behind now"
    )]
    Clock {
        home: Home,
        /// The time of its last change.
        changed: Timestamp,
        /// The database's time.
        now: Timestamp,
    },
    /// What is stored is not what was written.
    #[error("the store is damaged: {0}")]
    Corrupt(String),
    /// A later version has written the home; nothing of it is served here.
    #[error(
        "{home} is stored in format {format}, and this version of Grantor reads formats 1 to {FORMAT}: upgrade it; \
         until then it does not serve this home",
        FORMAT = FORMAT
    )]
    Format {
        home: Home,
        /// The format that it or one of its changes has.
        format: u32,
    },
    /// A setting is wrong, or the database is not fit.
    #[error("{0}")]
    Config(String),
    /// The calling code broke the contract of the store.
    #[error("a fault in the program: {0}")]
    Misuse(String),
}

impl Error {
    /// The same transaction may succeed if it is run again.
    pub(crate) fn is_passing(&self) -> bool {
        matches!(self, Self::Contention)
    }

    /// The same error once more: a reading that failed is answered to each who waited for it.
    pub fn alike(&self) -> Self {
        match self {
            Self::Unavailable(cause) => Self::Unavailable(cause.to_string().into()),
            Self::Contention => Self::Contention,
            Self::Busy => Self::Busy,
            Self::Slow => Self::Slow,
            Self::Clock { home, changed, now } => Self::Clock {
                home: home.clone(),
                changed: *changed,
                now: *now,
            },
            Self::Deadline => Self::Deadline,
            Self::OutcomeUnknown => Self::OutcomeUnknown,
            Self::IdTaken(name) => Self::IdTaken(name.clone()),
            Self::RequestReused => Self::RequestReused,
            Self::NoHome(home) => Self::NoHome(home.clone()),
            Self::Corrupt(why) => Self::Corrupt(why.clone()),
            Self::Format { home, format } => Self::Format {
                home: home.clone(),
                format: *format,
            },
            Self::Config(why) => Self::Config(why.clone()),
            Self::Misuse(why) => Self::Misuse(why.clone()),
        }
    }

    /// The same once more, where it stays so until somebody has looked or upgraded: to be told to all who ask meanwhile.
    pub fn lasting(&self) -> Option<Self> {
        match self {
            Self::Corrupt(why) => Some(Self::Corrupt(why.clone())),
            Self::Format { home, format } => Some(Self::Format {
                home: home.clone(),
                format: *format,
            }),
            _ => None,
        }
    }

    pub(crate) fn unavailable(cause: impl Into<Cause>) -> Self {
        Self::Unavailable(cause.into())
    }
}

impl From<DbErr> for Error {
    fn from(error: DbErr) -> Self {
        match code(&error).as_deref() {
            // Serialization failure, deadlock; SQLite's busy, locked and stale snapshot.
            Some("40001" | "40P01" | "5" | "6" | "261" | "262" | "517") => Self::Contention,
            // lock_timeout.
            Some("55P03") => Self::Busy,
            // statement_timeout, which also ends a wait for those who share a lock.
            Some("57014") => Self::Slow,
            // A key is there twice, which the head's lock rules out.
            Some(code) if is_constraint(code) => Self::Corrupt(error.to_string()),
            _ => match error {
                DbErr::Type(_) | DbErr::TryIntoErr { .. } | DbErr::Json(_) => {
                    Self::Corrupt(error.to_string())
                }
                _ => Self::unavailable(error),
            },
        }
    }
}

/// Whether the database refused a COMMIT for good, so that nothing of it can have happened.
pub(crate) fn surely_not_committed(error: &DbErr) -> bool {
    code(error).is_some_and(|code| {
        // Integrity and transaction classes; SQLite answers with plain numbers and only after a rollback or a retry.
        is_constraint(&code) || code.starts_with("40") || matches!(code.as_str(), "5" | "6" | "517")
    })
}

/// Integrity constraints: PostgreSQL's class 23, SQLite's foreign key, not null, primary key, unique.
fn is_constraint(code: &str) -> bool {
    (code.len() == 5 && code.starts_with("23")) || matches!(code, "787" | "1299" | "1555" | "2067")
}

fn code(error: &DbErr) -> Option<String> {
    let (DbErr::Exec(cause) | DbErr::Query(cause) | DbErr::Conn(cause)) = error else {
        return None;
    };
    let RuntimeErr::SqlxError(cause) = cause else {
        return None;
    };
    match cause.as_ref() {
        sqlx::Error::Database(cause) => cause.code().map(|code| code.into_owned()),
        _ => None,
    }
}

/// A number of the database as a revision.
pub(crate) fn revision(number: i64) -> Result<u64, Error> {
    u64::try_from(number).map_err(|_| Error::Corrupt(format!("{number} is no revision")))
}

/// A revision as a number of the database; no home ever comes near the end of them.
pub(crate) fn number(revision: u64) -> i64 {
    i64::try_from(revision).unwrap_or(i64::MAX)
}

/// The 32 bytes of a chain or a hash.
pub(crate) fn bytes32(bytes: &[u8], what: &str) -> Result<[u8; 32], Error> {
    <[u8; 32]>::try_from(bytes).map_err(|_| Error::Corrupt(format!("{what} is not of 32 bytes")))
}
