//! The secrets in links: computed when a mail is written, kept nowhere.

use std::fmt;

use aws_lc_rs::{constant_time, hmac};
use domain::{Invitation, OrganizationId, Partnership};
use serde::Serialize;

use crate::seed::base32;

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

/// What the secret of an invitation's link is for.
const INVITATION: &str = "invitation";
/// What the secret of a proposal's link is for.
const PROPOSAL: &str = "partnership";

/// What the link in an invitation's mail carries: the organization, the invitation's id and the secret.
pub fn invitation_token(
    links: &Links,
    organization: &OrganizationId,
    invitation: &Invitation,
) -> String {
    let parts = [organization.as_str(), invitation.id.as_str()];
    let secret = links.secret(INVITATION, &parts, &invitation.salt);
    format!("{organization}.{}.{secret}", invitation.id)
}

/// What the link in a proposal's mail carries: the client, the partnership's id and the secret.
pub fn proposal_token(links: &Links, client: &OrganizationId, partnership: &Partnership) -> String {
    let parts = [client.as_str(), partnership.id.as_str()];
    let secret = links.secret(PROPOSAL, &parts, &partnership.salt);
    format!("{client}.{}.{secret}", partnership.id)
}

/// The secret in a link.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct LinkSecret(String);

impl LinkSecret {
    /// The secret part of a token.
    pub(crate) fn new(secret: &str) -> Self {
        Self(secret.to_owned())
    }

    /// Whether it is the secret of this invitation's present link, in constant time.
    pub fn opens_invitation(
        &self,
        links: &Links,
        organization: &OrganizationId,
        invitation: &Invitation,
    ) -> bool {
        let parts = [organization.as_str(), invitation.id.as_str()];
        links.matches(INVITATION, &parts, &invitation.salt, &self.0)
    }

    /// Whether it is the secret of this proposal's present link, in constant time.
    pub fn opens_proposal(
        &self,
        links: &Links,
        client: &OrganizationId,
        partnership: &Partnership,
    ) -> bool {
        let parts = [client.as_str(), partnership.id.as_str()];
        links.matches(PROPOSAL, &parts, &partnership.salt, &self.0)
    }
}

/// Logs never show the secret.
impl fmt::Debug for LinkSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkSecret(…)")
    }
}
