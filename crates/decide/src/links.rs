//! The secrets in links: computed when a mail is written, kept nowhere. And which noun a link is of.

use std::fmt;

use aws_lc_rs::{constant_time, hmac};
use domain::{InvitationId, OrganizationId, PartnershipId, Record, RecordName};

use crate::seed::base32;
use crate::use_cases::invitation::LinkSecret;
use crate::use_cases::partnership;

/// Letters of a link's secret: 160 bits.
const LENGTH: usize = 32;

/// Makes and checks the secrets of links, under a key outside the database.
pub struct Links(hmac::Key);

impl Links {
    /// With the key of the ring.
    pub fn new(key: &[u8]) -> Self {
        Self(hmac::Key::new(hmac::HMAC_SHA256, key))
    }

    /// The secret of this link: `salt` changes whenever the older link has to die.
    pub fn secret(&self, kind: &str, parts: &[&str], salt: &str) -> String {
        let mut context = hmac::Context::with_key(&self.0);
        for part in [kind].iter().chain(parts).chain([&salt]) {
            context.update(&(part.len() as u64).to_be_bytes());
            context.update(part.as_bytes());
        }
        base32(context.sign().as_ref(), LENGTH)
    }

    /// Whether the presented secret is that of this link, in constant time.
    pub fn matches(&self, kind: &str, parts: &[&str], salt: &str, presented: &str) -> bool {
        let secret = self.secret(kind, parts, salt);
        constant_time::verify_slices_are_equal(secret.as_bytes(), presented.as_bytes()).is_ok()
    }
}

/// Logs never show the key.
impl fmt::Debug for Links {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Links(…)")
    }
}

/// A link that somebody brings, taken apart: into which organization, to what, and what proves it.
#[derive(Debug, Clone, Copy)]
pub enum Link<'a> {
    /// To an invitation.
    Invitation(&'a OrganizationId, &'a InvitationId, &'a LinkSecret),
    /// To a proposal.
    Proposal(&'a OrganizationId, &'a PartnershipId, &'a LinkSecret),
}

impl<'a> Link<'a> {
    /// Whose the noun is.
    pub fn organization(&self) -> &'a OrganizationId {
        match self {
            Self::Invitation(organization, ..) | Self::Proposal(organization, ..) => organization,
        }
    }

    /// Which noun it is.
    pub fn name(&self) -> RecordName {
        match self {
            Self::Invitation(_, id, _) => RecordName::invitation(id),
            Self::Proposal(_, id, _) => RecordName::partnership(id),
        }
    }

    /// Whether it is the present link of this noun, in constant time.
    pub fn opens(&self, links: &Links, record: &Record) -> bool {
        match (self, record) {
            (Self::Invitation(organization, _, secret), Record::Invitation(known)) => {
                secret.opens(links, organization, known)
            }
            (Self::Proposal(client, _, secret), Record::Partnership(known)) => {
                partnership::opens(secret, links, client, known)
            }
            _ => false,
        }
    }
}
