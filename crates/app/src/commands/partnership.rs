//! Partnerships: a link that is none is refused before anything is read into memory for it.

use decide::links::Links;
use decide::use_cases::invitation::{LinkSecret, Proof, link_invalid};
use decide::use_cases::partnership::{AcceptProposal, RefuseProposal, opens, proposal_token};
use domain::{OrganizationId, Partnership, PartnershipId, Record, RecordName};

use crate::app::App;
use crate::call::Call;
use crate::done::Done;
use crate::error::Error;

impl App {
    /// Accepts a proposal.
    pub async fn accept_proposal(
        &self,
        call: Call,
        command: AcceptProposal,
    ) -> Result<Done, Error> {
        if let Proof::Link(secret) = &command.proof {
            self.proposal_must_open(&command.client, &command.partnership, secret)
                .await?;
        }
        self.write(call, command).await
    }

    /// Refuses a proposal.
    pub async fn refuse_proposal(
        &self,
        call: Call,
        command: RefuseProposal,
    ) -> Result<Done, Error> {
        if let Proof::Link(secret) = &command.proof {
            self.proposal_must_open(&command.client, &command.partnership, secret)
                .await?;
        }
        self.write(call, command).await
    }

    /// Refuses a link that is none before anything is read into memory for it.
    pub(crate) async fn proposal_must_open(
        &self,
        client: &OrganizationId,
        id: &PartnershipId,
        secret: &LinkSecret,
    ) -> Result<(), Error> {
        let theirs = |links: &Links, record: &Record| match record {
            Record::Partnership(known) => opens(secret, links, client, known),
            _ => false,
        };
        let name = RecordName::partnership(id);
        self.link_must_open(client, &name, theirs, link_invalid)
            .await
    }

    /// What the link of a proposal carries: the client, its id and its secret.
    pub fn proposal_token(&self, client: &OrganizationId, partnership: &Partnership) -> String {
        proposal_token(&self.links, client, partnership)
    }
}
