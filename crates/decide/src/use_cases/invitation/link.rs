//! Is this answer the invited person's, and as which account do they give it? They have the link, or are signed in with
//! the invited email.

use domain::{
    Claim, EmailAccounts, Home, Invitation, InvitationId, OrganizationId, Reason, RecordName,
    Refusal, User, UserId, Who,
};
use serde::Serialize;

use super::known;
use crate::links::LinkSecret;
use crate::use_case::Context;

/// How somebody shows that the invitation is for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Proof {
    /// By the link that was mailed to them; it proves the mailbox, and so confirms the email.
    Link(LinkSecret),
    /// By being signed in as the user who has the invited email, confirmed.
    SignedIn,
}

impl Proof {
    /// The secret of the link, where it is one.
    pub(crate) fn secret(&self) -> Option<&LinkSecret> {
        match self {
            Self::Link(secret) => Some(secret),
            Self::SignedIn => None,
        }
    }
}

/// As which account an invitation is answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Invited<'a> {
    /// The one that has the invited email, confirmed.
    Holder(&'a User),
    /// One that claims it: its link confirms that now.
    Claimer(&'a Claim),
    /// None: accepting makes one.
    Nobody,
}

/// Whose answer the link is: of the account that has the email confirmed, since the link proves the mailbox and the
/// account is the mailbox's; else of the one signed in, where it claims the email; else of the one that was made for
/// whoever has the mailbox. Anybody else who claims it counts for nothing.
pub fn invited_by_link<'a>(
    accounts: Option<&'a EmailAccounts>,
    signed_in: Option<&UserId>,
) -> Invited<'a> {
    let Some(accounts) = accounts else {
        return Invited::Nobody;
    };
    if let Some(holder) = &accounts.holder {
        return Invited::Holder(holder);
    }
    let own = signed_in.and_then(|user| accounts.claim_of(user));
    own.or_else(|| accounts.waiting_claim())
        .map_or(Invited::Nobody, Invited::Claimer)
}

/// The invitation that is to be answered, and as which account.
pub(super) fn answered<'a>(
    context: &Context<'a>,
    organization: &OrganizationId,
    id: &InvitationId,
    proof: &Proof,
) -> Result<(&'a Invitation, Invited<'a>), Refusal> {
    match proof {
        Proof::Link(secret) => {
            let invitation = known(context, id)
                .filter(|known| secret.opens_invitation(context.links, organization, known));
            let invitation = invitation.ok_or_else(link_invalid)?;
            invitation.must_be_open(context.moment.now)?;
            let accounts = accounts(context, invitation);
            Ok((invitation, invited_by_link(accounts, context.actor())))
        }
        Proof::SignedIn => {
            signed_in(context, id).map(|(invitation, user)| (invitation, Invited::Holder(user)))
        }
    }
}

fn signed_in<'a>(
    context: &Context<'a>,
    id: &InvitationId,
) -> Result<(&'a Invitation, &'a User), Refusal> {
    let actor = context.actor().ok_or_else(nobody)?;
    must_reach_everywhere(context)?;
    let name = RecordName::invitation(id).resource_name(context.home);
    if let Some(invitation) = known(context, id)
        && invitation.was_accepted_by(actor)
    {
        invitation.must_be_open(context.moment.now)?;
    }
    let invited = known(context, id)
        .and_then(|invitation| Some((invitation, accounts(context, invitation)?)));
    // To everybody else it does not exist.
    let Some((invitation, accounts)) = invited else {
        return Err(Refusal::not_found(name));
    };
    if let Some(user) = accounts
        .holder
        .as_ref()
        .filter(|holder| holder.id == *actor)
    {
        invitation.must_be_open(context.moment.now)?;
        return Ok((invitation, user));
    }
    // The same words whether or not somebody else has it confirmed.
    if accounts.claim_of(actor).is_none() {
        return Err(Refusal::not_found(name));
    }
    Err(Refusal::new(
        Reason::EmailNotConfirmed,
        format!(
            "The email of {} is not confirmed. Use the link in its mail (UserService.ConfirmEmail), or \
             answer with the link of the invitation, which confirms it too.",
            actor.resource_name()
        ),
    )
    .about(name))
}

/// Whose an account is, and what they accept, is not one organization's: who may speak for users in some only may not
/// answer in their name.
fn must_reach_everywhere(context: &Context<'_>) -> Result<(), Refusal> {
    if context.view.narrowed.reach.is_none() {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::ScopeMissing,
        "Answering an invitation as who is signed in needs act.for.users for all organizations, which this account has \
         for some only. Answer with the token of the link, or ask the operator to change the account.",
    )
    .with("scopes", "act.for.users"))
}

/// Refuses whoever has neither link nor name, before anything is looked up: so they learn nothing of what is there.
pub(crate) fn must_be_somebody(
    proof: &Proof,
    who: &Who,
    nobody: impl FnOnce() -> Refusal,
) -> Result<(), Refusal> {
    match (proof, &who.actor) {
        (Proof::SignedIn, None) => Err(nobody()),
        (Proof::SignedIn, Some(_)) | (Proof::Link(_), _) => Ok(()),
    }
}

/// The one answer where there is nothing to answer for this caller: whether the organization is there is not told to
/// whoever has no invitation into it.
pub(super) fn unknown(organization: &OrganizationId, id: &InvitationId, proof: &Proof) -> Refusal {
    match proof {
        Proof::Link(_) => link_invalid(),
        Proof::SignedIn => {
            let home = Home::Organization(organization.clone());
            Refusal::not_found(RecordName::invitation(id).resource_name(&home))
        }
    }
}

/// Who has neither the link nor a name.
pub(super) fn nobody() -> Refusal {
    Refusal::new(
        Reason::ActingUserRequired,
        "Only the invited person answers an invitation. Send metadata x-grantor-acting-user: users/ID, or the token of \
         the link.",
    )
}

fn accounts<'a>(context: &Context<'a>, invitation: &Invitation) -> Option<&'a EmailAccounts> {
    let facts = context.facts;
    facts.accounts_of_text(&invitation.email.id)
}

/// The one answer to every token that does not work, so that nothing is learned from it.
pub fn link_invalid() -> Refusal {
    Refusal::new(
        Reason::NotFound,
        "The link does not work: it is damaged or was replaced by a newer one. Use the newest mail, or ask who sent \
         it for another.",
    )
}
