//! A person with an account, global to the platform.

use serde::{Deserialize, Serialize};

use crate::{Locale, Personal, Stamp, Timestamp, UserId};

/// Whether the account works.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum UserState {
    /// It works.
    Active,
    /// Switched off everywhere by the operator.
    Deactivated,
    /// Personal values are gone; the id stays.
    Erased,
}

/// A new email that waits for its link to be used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PendingEmail {
    /// The address.
    pub email: Personal,
    /// Mixed into the link's secret: a newer request kills the older link.
    pub salt: String,
    /// When the link dies.
    pub expire_time: Timestamp,
}

/// A person with an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct User {
    /// The id.
    pub id: UserId,
    /// First name.
    pub given_name: Option<Personal>,
    /// Last name.
    pub family_name: Option<Personal>,
    /// The email, unique on the platform; gone once erased.
    pub email: Option<Personal>,
    /// Whether a link sent there was used, or a trusted service vouched for it.
    pub email_confirmed: bool,
    /// The email to come.
    pub pending_email: Option<PendingEmail>,
    /// The login shown in lists (S3-6).
    pub login: Option<Personal>,
    /// The position (S3-12).
    pub position: Option<Personal>,
    /// The language of mails and pages.
    pub locale: Locale,
    /// Whether the account works.
    pub state: UserState,
    /// When.
    pub stamp: Stamp,
}

impl User {
    /// Whether the account works.
    pub fn is_active(&self) -> bool {
        self.state == UserState::Active
    }

    /// Every personal value that it names.
    pub fn personal(&self) -> impl Iterator<Item = &Personal> {
        [
            &self.given_name,
            &self.family_name,
            &self.email,
            &self.login,
            &self.position,
        ]
        .into_iter()
        .flatten()
        .chain(self.pending_email.as_ref().map(|pending| &pending.email))
    }
}
