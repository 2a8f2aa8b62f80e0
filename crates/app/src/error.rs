//! Why a call failed: a rule said no, or the store could not.

use domain::{Home, Reason, Refusal};

/// Why a call failed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A rule said no.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The store could not; the cause is for the log only.
    #[error(transparent)]
    Store(#[from] store::Error),
    /// What it rests on is not what was latched for it: it begins anew on fresh states.
    #[error("what the call rests on changed under it")]
    Moved,
    /// This server stops; another one can go on.
    #[error("this server stops")]
    Stopping,
    /// A home is being read into memory and is not there yet; the reading goes on.
    #[error("{0} is being read into memory")]
    Loading(Home),
    /// The task that worked on the call is gone.
    #[error("the work on this call was interrupted")]
    Interrupted,
}

impl Error {
    /// The same for who asked about `home`: which other homes an answer rests on is not for everybody to know.
    pub(crate) fn told_at(self, home: &Home) -> Self {
        match self {
            Self::Loading(_) => Self::Loading(home.clone()),
            other => other,
        }
    }

    /// The same words for all that is not found, so that what is there is not told to who may not know of it.
    pub(crate) fn hidden(self, unknown: impl FnOnce() -> Refusal) -> Self {
        match self {
            Self::Refused(refusal) if refusal.reason == Reason::NotFound => unknown().into(),
            other => other,
        }
    }
}
