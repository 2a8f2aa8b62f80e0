//! The link in a proposal's mail: whose proposal it opens, and what proves it.

use domain::{OrganizationId, Partnership, PartnershipId};
use serde::Serialize;

use crate::links::{Link, Links};
use crate::use_cases::invitation::LinkSecret;

/// What the secret of a proposal's link is for.
const KIND: &str = "partnership";

/// The token of a link, taken apart: `CLIENT.PARTNERSHIP.SECRET`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProposalLink {
    /// Whose proposal.
    pub client: OrganizationId,
    /// Which.
    pub partnership: PartnershipId,
    /// What proves it.
    pub secret: LinkSecret,
}

impl ProposalLink {
    /// Takes a token apart; `None` if it is none.
    pub fn parse(token: &str) -> Option<Self> {
        let (client, rest) = token.split_once('.')?;
        let (partnership, secret) = rest.split_once('.')?;
        Some(Self {
            client: OrganizationId::parse(client).ok()?,
            partnership: PartnershipId::parse(partnership).ok()?,
            secret: LinkSecret::new(secret),
        })
    }

    /// Into which organization it leads, to what, and what proves it.
    pub fn link(&self) -> Link<'_> {
        Link::Proposal(&self.client, &self.partnership, &self.secret)
    }
}

/// Whether it is the secret of this proposal's present link, in constant time.
pub fn opens(
    secret: &LinkSecret,
    links: &Links,
    client: &OrganizationId,
    partnership: &Partnership,
) -> bool {
    let parts = [client.as_str(), partnership.id.as_str()];
    secret.is_of(links, KIND, &parts, &partnership.salt)
}

/// What the link of a proposal carries: the client, its id and its secret.
pub fn proposal_token(links: &Links, client: &OrganizationId, partnership: &Partnership) -> String {
    let parts = [client.as_str(), partnership.id.as_str()];
    let secret = links.secret(KIND, &parts, &partnership.salt);
    format!("{client}.{}.{secret}", partnership.id)
}
