//! Invitations: a link that is none is refused before anything is read into memory for it.

use decide::links::Links;
use decide::use_cases::invitation::{
    AcceptInvitation, LinkSecret, Proof, RefuseInvitation, link_invalid,
};
use domain::{InvitationId, OrganizationId, Record, RecordName};

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
        if let Proof::Link(secret) = &command.proof {
            self.must_open(&command.organization, &command.invitation, secret)
                .await?;
        }
        self.write(call, command).await
    }

    /// Refuses an invitation.
    pub async fn refuse_invitation(
        &self,
        call: Call,
        command: RefuseInvitation,
    ) -> Result<Done, Error> {
        if let Proof::Link(secret) = &command.proof {
            self.must_open(&command.organization, &command.invitation, secret)
                .await?;
        }
        self.write(call, command).await
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
