//! Partnerships: to whom a proposal or partnership is none of theirs, there is none, before and after the write.

use decide::links::Links;
use decide::use_cases::invitation::{LinkSecret, Proof, link_invalid};
use decide::use_cases::partnership::{
    AcceptProposal, RefuseProposal, TerminatePartnership, nobody, opens, proposal_token,
};
use domain::{Home, OrganizationId, Partnership, PartnershipId, Record, RecordName, Refusal};

use super::invitation::{hidden, must_be_somebody};
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
        let not_found = unknown(&command.client, &command.partnership, &command.proof);
        must_be_somebody(&call, &command.proof, nobody)?;
        if let Proof::Link(secret) = &command.proof {
            self.proposal_must_open(&command.client, &command.partnership, secret)
                .await?;
        }
        self.write(call, command)
            .await
            .map_err(|error| hidden(error, || not_found))
    }

    /// Refuses a proposal.
    pub async fn refuse_proposal(
        &self,
        call: Call,
        command: RefuseProposal,
    ) -> Result<Done, Error> {
        let not_found = unknown(&command.client, &command.partnership, &command.proof);
        must_be_somebody(&call, &command.proof, nobody)?;
        if let Proof::Link(secret) = &command.proof {
            self.proposal_must_open(&command.client, &command.partnership, secret)
                .await?;
        }
        self.write(call, command)
            .await
            .map_err(|error| hidden(error, || not_found))
    }

    /// Ends a partnership, from either side.
    pub async fn terminate_partnership(
        &self,
        call: Call,
        command: TerminatePartnership,
    ) -> Result<Done, Error> {
        let home = Home::Organization(command.client.clone());
        let name = RecordName::partnership(&command.id).resource_name(&home);
        self.write(call, command)
            .await
            .map_err(|error| hidden(error, || Refusal::not_found(name)))
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

/// The one answer where there is nothing to answer for this caller.
fn unknown(client: &OrganizationId, id: &PartnershipId, proof: &Proof) -> Refusal {
    match proof {
        Proof::Link(_) => link_invalid(),
        Proof::SignedIn => {
            let home = Home::Organization(client.clone());
            Refusal::not_found(RecordName::partnership(id).resource_name(&home))
        }
    }
}
