//! The partner's answer to a proposal on the wire: by the link, or by name.

use decide::link::ProposalLink;
use decide::use_cases::invitation::{Proof, link_invalid};
use decide::use_cases::partnership::{AcceptProposal, RefuseProposal};
use domain::{OrganizationId, PartnershipId, Refusal};
use grantor::v1;

use crate::fields::{Fields, Parse};

/// What stands in a link; a token that is none opens nothing, as one that is wrong.
pub(crate) fn proposal_link(token: &str) -> Result<ProposalLink, Refusal> {
    ProposalLink::parse(token).ok_or_else(link_invalid)
}

/// Which proposal is answered, and what shows that the partner answers.
type Answered = (OrganizationId, PartnershipId, Proof);

fn by_link(token: &str) -> Result<Answered, Refusal> {
    let link = proposal_link(token)?;
    Ok((link.client, link.partnership, Proof::Link(link.secret)))
}

fn by_name(fields: &mut Fields, name: &str) -> Option<Answered> {
    let (client, partnership) = fields.partnership("name", name)?;
    Some((client, partnership, Proof::SignedIn))
}

fn no_proposal<T>(fields: &mut Fields) -> Option<T> {
    fields.reject("proposal", "must be token or name; it has no default");
    None
}

impl Parse for v1::AcceptProposalRequest {
    /// A token that is none is as one that is wrong, which is no fault of a field.
    type Command = Result<AcceptProposal, Refusal>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        use v1::accept_proposal_request::Proposal as Named;
        let answered = match &self.proposal {
            Some(Named::Token(token)) => by_link(token),
            Some(Named::Name(name)) => Ok(by_name(fields, name)?),
            None => return no_proposal(fields),
        };
        Some(answered.map(|(client, partnership, proof)| AcceptProposal {
            client,
            partnership,
            proof,
        }))
    }
}

impl Parse for v1::RefuseProposalRequest {
    /// As of [`v1::AcceptProposalRequest`].
    type Command = Result<RefuseProposal, Refusal>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        use v1::refuse_proposal_request::Proposal as Named;
        let answered = match &self.proposal {
            Some(Named::Token(token)) => by_link(token),
            Some(Named::Name(name)) => Ok(by_name(fields, name)?),
            None => return no_proposal(fields),
        };
        Some(answered.map(|(client, partnership, proof)| RefuseProposal {
            client,
            partnership,
            proof,
        }))
    }
}
