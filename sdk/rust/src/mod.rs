//! The client: a thin layer over the generated stubs, with deadlines, retries, one kind of error, and what is
//! asked most.
//!
//! ```no_run
//! # async fn ask() -> Result<(), Box<dyn std::error::Error>> {
//! use grantor::client::Client;
//!
//! let client = Client::new("https://grantor.example:443", "grk_...")?;
//! let answer = client.check("users/alice", "manage", "organizations/acme/products/drive-1").await?;
//! assert!(answer.allowed);
//! # Ok(())
//! # }
//! ```
//!
//! - Access questions: [`Client::check`], [`Client::check_many`], [`Client::explain`].
//! - The same about the past: [`Client::at_time`], [`Client::at_revision`].
//! - Many questions over one call, by who asks all the time: [`Client::stream_checks`].
//! - Answers that are kept as long as they are right: [`Client::cached_access`].
//! - All pages of a list, for every list of the API: [`Client::pages`].
//! - Changes as they happen: [`Client::watch`].
//! - Everything else by the generated stubs on the same connection, such as [`Client::grants`]; what they
//!   fail with turns into an [`Error`] by `?`.
//!
//! Every call has a deadline (5 s unless said otherwise), an `x-request-id`, the key, and up to 4 attempts
//! while Grantor is UNAVAILABLE. A change that is sent again has one effect: where `request_id` of a message
//! is empty, the client sets it.

// The lints of the other crates: generated code keeps none of them, so they stand here.
#![forbid(unsafe_code)]
#![warn(missing_docs, unreachable_pub)]
#![warn(clippy::unwrap_used, clippy::expect_used, clippy::panic)]
#![warn(clippy::indexing_slicing, clippy::allow_attributes)]

mod access;
mod address;
mod ages;
mod answer;
mod builder;
mod cached;
mod caller;
mod check_stream;
mod deadline;
mod error;
mod failure;
mod generations;
mod items;
mod kept;
mod pages;
mod past;
mod request_id;
mod retry;
mod shape;
mod streams;
mod stubs;
mod transport;
mod trust;
mod watch;
mod watching;

pub use access::{Answer, Answers, Explanation};
pub use answer::AnswerBody;
pub use builder::{Builder, ConfigurationError};
pub use cached::{CacheStats, CachedAccess, CachedAnswer};
pub use check_stream::CheckStream;
pub use error::{Error, Violation};
pub use items::Items;
pub use pages::{List, Page};
pub use past::Past;
pub use transport::Transport;
pub use watch::{Event, Watch};

use std::time::Duration;

use past::When;

use crate::v1;

/// A connection to Grantor, and who calls over it. A clone is cheap and shares the connection.
#[derive(Debug, Clone)]
pub struct Client {
    transport: Transport,
    when: When,
}

impl Client {
    /// A client of the Grantor at this address, with this key; it connects when it is first used. What else
    /// it can be told stands in [`Builder`].
    ///
    /// # Errors
    /// Says what to set where the address or the key can't be used, and outside of a Tokio runtime.
    pub fn new(
        address: impl Into<String>,
        key: impl Into<String>,
    ) -> Result<Self, ConfigurationError> {
        Self::builder().address(address).key(key).build()
    }

    /// A client as the environment says: `GRANTOR_ADDRESS`, `GRANTOR_KEY`, `GRANTOR_CA_CERTIFICATE`.
    ///
    /// # Errors
    /// Says which variable to set.
    pub fn from_env() -> Result<Self, ConfigurationError> {
        Self::builder().build()
    }

    /// Options of a client; the environment gives those that are not set.
    #[must_use]
    pub fn builder() -> Builder {
        Builder::default()
    }

    /// The same client for calls on behalf of a user, `users/ann`.
    ///
    /// # Errors
    /// It is no name of a user.
    pub fn acting_for(&self, user: &str) -> Result<Self, ConfigurationError> {
        let acting_user = builder::acting_user(user)?;
        Ok(self.with(|caller| caller.acting_user = Some(acting_user)))
    }

    /// The same client with another deadline for each call, all attempts included.
    ///
    /// # Errors
    /// The timeout is 0.
    pub fn with_timeout(&self, timeout: Duration) -> Result<Self, ConfigurationError> {
        let timeout = builder::timeout(timeout)?;
        Ok(self.with(|caller| caller.timeout = timeout))
    }

    /// The same client whose questions are answered with everything that was acknowledged before.
    #[must_use]
    pub fn fully_consistent(&self) -> Self {
        use v1::consistency::Requirement::FullyConsistent;
        self.as_fresh(FullyConsistent(()))
    }

    /// The same client whose questions are answered with nothing older than what these tokens saw, 1 to 100.
    #[must_use]
    pub fn at_least_as_fresh<T: Into<String>>(&self, tokens: impl IntoIterator<Item = T>) -> Self {
        use v1::consistency::Requirement::AtLeastAsFresh;
        let tokens = tokens.into_iter().map(Into::into).collect();
        self.as_fresh(AtLeastAsFresh(v1::AtLeastAsFresh { tokens }))
    }

    /// The connection with its deadlines and retries: any generated client works over it.
    #[must_use]
    pub fn transport(&self) -> Transport {
        self.transport.clone()
    }

    fn as_fresh(&self, requirement: v1::consistency::Requirement) -> Self {
        let mut fresh = self.clone();
        fresh.when.consistency = Some(v1::Consistency {
            requirement: Some(requirement),
        });
        fresh
    }

    /// The same client on a connection of its own.
    fn reconnected(&self) -> Self {
        Self {
            transport: self.transport.reconnected(),
            when: self.when.clone(),
        }
    }

    fn with(&self, change: impl FnOnce(&mut caller::Caller)) -> Self {
        Self {
            transport: self.transport.with(change),
            when: self.when.clone(),
        }
    }
}
