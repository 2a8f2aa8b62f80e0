//! Invitations: somebody is asked by email to become a member; nothing of it holds before they accept.

mod accept;
mod create;
mod link;
mod refuse;
mod resend;
mod sender;
mod withdraw;

use access::View;
use domain::{
    GrantPlan, Home, Invitation, InvitationId, OrganizationId, Reason, RecordName, Refusal,
    Timestamp,
};

use crate::app::App;
use crate::call::Call;
use crate::done::Done;
use crate::error::Error;
use crate::use_case::{Given, Want};

pub use accept::{AcceptInvitation, NewUser};
pub use create::CreateInvitation;
pub(crate) use create::{default_panel, expire_time, must_be_new};
pub use link::{InvitationLink, LinkSecret, Proof, link_invalid};
pub(crate) use link::{Invited, invited_by_link};
pub use refuse::RefuseInvitation;
pub use resend::ResendInvitation;
pub use withdraw::WithdrawInvitation;

impl App {
    /// Accepts an invitation.
    pub async fn accept_invitation(
        &self,
        call: Call,
        command: AcceptInvitation,
    ) -> Result<Done, Error> {
        let not_found = unknown(&command.organization, &command.invitation, &command.proof);
        must_be_somebody(&call, &command.proof, link::nobody)?;
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
        must_be_somebody(&call, &command.proof, link::nobody)?;
        if let Proof::Link(secret) = &command.proof {
            self.must_open(&command.organization, &command.invitation, secret)
                .await?;
        }
        self.write(call, command)
            .await
            .map_err(|error| hidden(error, || not_found))
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

/// Memory keeps the open ones; one that was answered is read, so that its state can be told.
fn wants(home: Home, view: &View, id: &InvitationId) -> Vec<Want> {
    match view.organization.invitation(id) {
        // The text of the email says whose account it is.
        Some(invitation) => vec![Want::UserByText(home, invitation.email.id.clone())],
        None => vec![Want::Record(home, RecordName::invitation(id))],
    }
}

/// The invitation in whatever state.
fn known<'a>(given: &Given<'a>, id: &InvitationId) -> Option<&'a Invitation> {
    let (view, facts) = (given.view, given.facts);
    let open = view.organization.invitation(id).map(AsRef::as_ref);
    open.or_else(|| facts.record(given.home, &RecordName::invitation(id)))
}

/// The same, or NOT_FOUND.
fn found<'a>(given: &Given<'a>, id: &InvitationId) -> Result<&'a Invitation, Refusal> {
    known(given, id)
        .ok_or_else(|| Refusal::not_found(RecordName::invitation(id).resource_name(given.home)))
}

/// The grants that acceptance makes: what is over or covers nothing any more would be a grant of nothing.
fn live_plans(invitation: &Invitation, now: Timestamp) -> impl Iterator<Item = &GrantPlan> {
    let counts = move |plan: &&GrantPlan| {
        plan.period.end.is_none_or(|end| now < end) && !plan.scope.is_nothing()
    };
    invitation.grants.iter().filter(counts)
}
