//! The directory entry of an organization that offers to manage others'.

use serde::{Deserialize, Serialize};

use crate::{DisplayName, Locale, OrganizationId, Personal, Stamp};

/// Where proposals are mailed to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    /// The address.
    pub email: Personal,
    /// The language of the mails.
    pub locale: Locale,
}

/// The directory entry of an organization that offers to manage others' (S0-1). One per organization, in its home.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Partner {
    /// The organization; also the id of the entry.
    pub organization: OrganizationId,
    /// Whether it is found in the directory and its proposals can be accepted.
    pub listed: bool,
    /// The name in the directory, as the operator approved it.
    pub listed_name: Option<DisplayName>,
    /// The name that it asks for; the operator approves it by listing the partner.
    pub proposed_name: Option<DisplayName>,
    /// Who gets the mails, at least one.
    pub contacts: Vec<Contact>,
    /// When.
    pub stamp: Stamp,
}

impl Partner {
    /// The name in the directory, while it is listed there.
    pub fn name_in_directory(&self) -> Option<&DisplayName> {
        self.listed_name.as_ref().filter(|_| self.listed)
    }
}
