//! Who could do what, then? The same questions, answered as things stood at a time or at a revision.

use prost_types::Timestamp;
use tonic::Status;

use super::{Answer, Answers, Client, Error, Explanation};
use crate::v1;

/// Of when answers must be, as messages say it.
#[derive(Debug, Clone, Default)]
pub(super) struct When {
    pub(super) consistency: Option<v1::Consistency>,
    at_time: Option<Timestamp>,
    at_revision: Option<i64>,
}

impl When {
    pub(super) fn at_time(&self) -> Option<Timestamp> {
        self.at_time
    }

    /// 0 where none is said.
    pub(super) fn at_revision(&self) -> i64 {
        self.at_revision.unwrap_or_default()
    }
}

impl Client {
    /// What asks as things stood at this time, which must be some ten seconds ago.
    ///
    /// ```no_run
    /// # async fn ask(client: grantor::client::Client) -> Result<(), Box<dyn std::error::Error>> {
    /// let then = client.at_time("2026-03-31T12:00:00Z".parse()?);
    /// let answer = then.check("users/alice", "manage", "organizations/acme/products/drive-1").await?;
    /// # Ok(())
    /// # }
    /// ```
    #[must_use]
    pub fn at_time(&self, time: Timestamp) -> Past {
        self.past().at_time(time)
    }

    /// What asks as things stood at this revision of the organization, which all questions are then about.
    #[must_use]
    pub fn at_revision(&self, revision: i64) -> Past {
        self.past().at_revision(revision)
    }

    fn past(&self) -> Past {
        Past {
            client: self.clone(),
        }
    }
}

/// Asks about the past, over the connection of its client: see [`Client::at_time`] and [`Client::at_revision`].
/// Its answers have no token. Streams are of now alone; a list takes a time or a revision in its message.
#[derive(Debug, Clone)]
pub struct Past {
    client: Client,
}

impl Past {
    /// The same at this time. Beside a revision the server refuses it.
    #[must_use]
    pub fn at_time(mut self, time: Timestamp) -> Self {
        self.client.when.at_time = Some(time);
        self
    }

    /// The same at this revision. Beside a time the server refuses it.
    #[must_use]
    pub fn at_revision(mut self, revision: i64) -> Self {
        self.client.when.at_revision = Some(revision);
        self
    }

    /// As [`Client::check`].
    ///
    /// # Errors
    /// As [`Client::check`]; TIME_NOT_SETTLED for a time that is too late, AS_OF_UNKNOWN for one before the
    /// organization was there or a revision that it never had; INVALID_ARGUMENT, without a call, for revision 0.
    pub async fn check(&self, subject: &str, right: &str, resource: &str) -> Result<Answer, Error> {
        self.asker()?.check(subject, right, resource).await
    }

    /// As [`Client::check_many`].
    ///
    /// # Errors
    /// As [`Client::check_many`]; INVALID_ARGUMENT, without a call, for revision 0.
    pub async fn check_many(
        &self,
        questions: impl IntoIterator<Item = v1::AccessQuestion>,
    ) -> Result<Answers, Error> {
        self.asker()?.check_many(questions).await
    }

    /// As [`Client::explain`].
    ///
    /// # Errors
    /// As [`check`](Self::check).
    pub async fn explain(
        &self,
        subject: &str,
        right: &str,
        resource: &str,
    ) -> Result<Explanation, Error> {
        self.asker()?.explain(subject, right, resource).await
    }

    /// A message can't tell revision 0 from none, and would ask about now.
    fn asker(&self) -> Result<&Client, Status> {
        if self.client.when.at_revision == Some(0) {
            return Err(Status::invalid_argument(
                "at_revision: it is 0, and the first is 1; to ask about now, ask the client",
            ));
        }
        Ok(&self.client)
    }
}
