//! A link that somebody brings: of which noun is it, and what proves it?

use domain::{InvitationId, OrganizationId, PartnershipId, Record, RecordName};
use serde::Serialize;

use crate::links::{LinkSecret, Links};

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
                secret.opens_invitation(links, organization, known)
            }
            (Self::Proposal(client, _, secret), Record::Partnership(known)) => {
                secret.opens_proposal(links, client, known)
            }
            _ => false,
        }
    }
}

/// The token of a link, taken apart: `ORGANIZATION.INVITATION.SECRET`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InvitationLink {
    pub organization: OrganizationId,
    pub invitation: InvitationId,
    /// What proves it.
    pub secret: LinkSecret,
}

impl InvitationLink {
    /// Takes a token apart; `None` if it is none.
    pub fn parse(token: &str) -> Option<Self> {
        let (organization, rest) = token.split_once('.')?;
        let (invitation, secret) = rest.split_once('.')?;
        Some(Self {
            organization: OrganizationId::parse(organization).ok()?,
            invitation: InvitationId::parse(invitation).ok()?,
            secret: LinkSecret::new(secret),
        })
    }

    /// Into which organization it leads, to what, and what proves it.
    pub fn link(&self) -> Link<'_> {
        Link::Invitation(&self.organization, &self.invitation, &self.secret)
    }
}

/// The token of a link, taken apart: `CLIENT.PARTNERSHIP.SECRET`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ProposalLink {
    pub client: OrganizationId,
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
