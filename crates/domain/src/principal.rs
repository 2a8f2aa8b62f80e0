//! Who did something: the acting user and the service that called.

use serde::{Deserialize, Serialize};

use crate::{KeyId, ServiceAccountId, UserId};

/// What called Grantor.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Caller {
    /// A service with one of its keys.
    Service {
        /// The account.
        account: ServiceAccountId,
        /// The key.
        key: KeyId,
    },
    /// The `grantor` command on the operator's machine.
    CommandLine,
    /// Grantor's own page, for whoever has the link of a mail; it may do nothing else.
    LinkPage,
}

/// Who did something.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Who {
    /// The person, where one was named.
    pub actor: Option<UserId>,
    /// What called.
    pub caller: Caller,
}
