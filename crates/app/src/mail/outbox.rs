//! What waits in the outbox, and what was given up? For the operator's command.

use domain::{Home, Timestamp};
use store::OutboxMail;

use super::letters::kind;
use crate::app::App;
use crate::error::Error;

/// What an unsent mail is called: its home and its id there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnsentMailName {
    home: Home,
    id: String,
}

/// A mail that was not sent so far.
#[derive(Debug, Clone)]
pub struct UnsentMail {
    /// What it is called.
    pub name: UnsentMailName,
    /// What sort of letter it is.
    pub kind: &'static str,
    /// Since when it waits.
    pub since: Timestamp,
    /// How often it was tried.
    pub attempts: u32,
    /// When it is tried next; `None` once it was given up.
    pub due: Option<Timestamp>,
    /// When it was given up.
    pub given_up_at: Option<Timestamp>,
    /// What failed last.
    pub failure: Option<String>,
}

impl UnsentMailName {
    /// As [`std::fmt::Display`] writes it, such as `o:acme/12-0`.
    pub fn parse(text: &str) -> Option<Self> {
        let (home, id) = text.split_once('/')?;
        Some(Self {
            home: Home::parse(home)?,
            id: id.to_owned(),
        })
    }
}

impl std::fmt::Display for UnsentMailName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.home, self.id)
    }
}

impl App {
    /// Mails that wait or were given up, the oldest first.
    pub async fn unsent_mails(&self, limit: u64) -> Result<Vec<UnsentMail>, Error> {
        let mails = self.store.unsent_mails(limit).await?;
        Ok(mails.into_iter().map(shown).collect())
    }

    /// Tries an unsent mail from the beginning; false if there is none of this name.
    pub async fn retry_mail(&self, name: &UnsentMailName) -> Result<bool, Error> {
        Ok(self.store.retry_mail(&name.home, &name.id).await?)
    }
}

fn shown(mail: OutboxMail) -> UnsentMail {
    UnsentMail {
        kind: kind(&mail.mail),
        name: UnsentMailName {
            home: mail.home,
            id: mail.id,
        },
        since: mail.at,
        attempts: mail.attempts,
        due: mail.due,
        given_up_at: mail.given_up_at,
        failure: mail.failure,
    }
}
