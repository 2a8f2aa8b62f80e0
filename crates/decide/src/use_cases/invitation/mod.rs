//! Invitations: somebody is asked by email to become a member; nothing of it holds before they accept.

mod accept;
mod create;
mod link;
mod refuse;
mod resend;
mod sender;
mod withdraw;

use access::View;
use domain::{Home, Invitation, InvitationId, RecordName, Refusal};

use crate::use_case::{Context, Want};

pub use accept::{AcceptInvitation, NewUser};
pub use create::CreateInvitation;
pub(crate) use create::{
    expire_time, must_be_new, must_be_no_member, must_be_uninvited, open_by_email,
};
pub(crate) use link::must_be_somebody;
pub use link::{Invited, Proof, invited_by_link, link_invalid};
pub use refuse::RefuseInvitation;
pub use resend::ResendInvitation;
pub use withdraw::WithdrawInvitation;

/// Memory keeps the open ones; one that was answered is read, so that its state can be told.
fn wants(home: Home, view: &View, id: &InvitationId) -> Vec<Want> {
    match view.organization.invitation(id) {
        // The text of the email says whose account it is.
        Some(invitation) => vec![Want::UserByText(home, invitation.email.id.clone())],
        None => vec![Want::Record(home, RecordName::invitation(id))],
    }
}

/// The invitation in whatever state.
fn known<'a>(context: &Context<'a>, id: &InvitationId) -> Option<&'a Invitation> {
    let (view, facts) = (context.view, context.facts);
    let open = view.organization.invitation(id).map(AsRef::as_ref);
    open.or_else(|| facts.record(context.home, &RecordName::invitation(id)))
}

/// The same, or NOT_FOUND.
fn existing<'a>(context: &Context<'a>, id: &InvitationId) -> Result<&'a Invitation, Refusal> {
    known(context, id)
        .ok_or_else(|| Refusal::not_found(RecordName::invitation(id).resource_name(context.home)))
}
