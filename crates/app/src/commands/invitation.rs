//! Invitations: who has neither link nor name learns nothing of what is there, before and after an answer is written.

use decide::links::Links;
use decide::use_cases::invitation::{
    AcceptInvitation, LinkSecret, Proof, RefuseInvitation, link_invalid, nobody,
};
use domain::{Home, InvitationId, OrganizationId, Reason, Record, RecordName, Refusal};

use crate::app::App;
use crate::call::Call;
use crate::done::Done;
use crate::error::Error;

impl App {
    /// Accepts an invitation.
    pub async fn accept_invitation(
        &self,
        call: Call,
        command: AcceptInvitation,
    ) -> Result<Done, Error> {
        let not_found = unknown(&command.organization, &command.invitation, &command.proof);
        must_be_somebody(&call, &command.proof, nobody)?;
        if let Proof::Link(secret) = &command.proof {
            self.must_open(&command.organization, &command.invitation, secret)
                .await?;
        }
        self.write(call, command)
            .await
            .map_err(|error| hidden(error, || not_found))
    }

    /// Refuses an invitation.
    pub async fn refuse_invitation(
        &self,
        call: Call,
        command: RefuseInvitation,
    ) -> Result<Done, Error> {
        let not_found = unknown(&command.organization, &command.invitation, &command.proof);
        must_be_somebody(&call, &command.proof, nobody)?;
        if let Proof::Link(secret) = &command.proof {
            self.must_open(&command.organization, &command.invitation, secret)
                .await?;
        }
        self.write(call, command)
            .await
            .map_err(|error| hidden(error, || not_found))
    }

    /// Refuses a link that is none before anything is read into memory for it.
    pub(crate) async fn must_open(
        &self,
        organization: &OrganizationId,
        id: &InvitationId,
        secret: &LinkSecret,
    ) -> Result<(), Error> {
        let opens = |links: &Links, record: &Record| match record {
            Record::Invitation(known) => secret.opens(links, organization, known),
            _ => false,
        };
        let name = RecordName::invitation(id);
        self.link_must_open(organization, &name, opens, link_invalid)
            .await
    }
}

/// Refuses whoever has neither link nor name, before anything is looked up: so they learn nothing of what is there.
pub(crate) fn must_be_somebody(
    call: &Call,
    proof: &Proof,
    nobody: impl FnOnce() -> Refusal,
) -> Result<(), Refusal> {
    match (proof, &call.who.actor) {
        (Proof::SignedIn, None) => Err(nobody()),
        (Proof::SignedIn, Some(_)) | (Proof::Link(_), _) => Ok(()),
    }
}

/// The one answer where there is nothing to answer for this caller.
fn unknown(organization: &OrganizationId, id: &InvitationId, proof: &Proof) -> Refusal {
    match proof {
        Proof::Link(_) => link_invalid(),
        Proof::SignedIn => {
            let home = Home::Organization(organization.clone());
            Refusal::not_found(RecordName::invitation(id).resource_name(&home))
        }
    }
}

/// Whether the organization is there is not told to whoever has no invitation into it.
pub(crate) fn hidden(error: Error, not_found: impl FnOnce() -> Refusal) -> Error {
    match error {
        Error::Refused(refusal) if refusal.reason == Reason::NotFound => not_found().into(),
        other => other,
    }
}
