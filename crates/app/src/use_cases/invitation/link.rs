//! Is this answer the invited person's? They have the link, or are signed in with the invited email.

use std::fmt;

use domain::{
    Invitation, InvitationId, InvitationState, OrganizationId, Reason, RecordName, Refusal, User,
};
use serde::Serialize;

use super::known;
use crate::links::Links;
use crate::use_case::Given;

/// What the secret of an invitation's link is for.
const KIND: &str = "invitation";

/// The secret in a link.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct LinkSecret(String);

/// Logs never show the secret.
impl fmt::Debug for LinkSecret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LinkSecret(…)")
    }
}

/// The token of a link, taken apart: `ORGANIZATION.INVITATION.SECRET`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct InvitationLink {
    /// Whose invitation.
    pub organization: OrganizationId,
    /// Which.
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
}

/// How somebody shows that the invitation is for them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Proof {
    /// By the link that was mailed to them; it also confirms the email.
    Link(LinkSecret),
    /// By being signed in as the user who has the invited email, confirmed.
    SignedIn,
}

impl LinkSecret {
    /// The secret part of a token.
    pub(crate) fn new(secret: &str) -> Self {
        Self(secret.to_owned())
    }

    /// Whether it is the secret of this link, in constant time.
    pub(crate) fn is_of(&self, links: &Links, kind: &str, parts: &[&str], salt: &str) -> bool {
        links.matches(kind, parts, salt, &self.0)
    }

    /// Whether it is the secret of this invitation's present link, in constant time.
    pub(crate) fn opens(
        &self,
        links: &Links,
        organization: &OrganizationId,
        invitation: &Invitation,
    ) -> bool {
        let parts = [organization.as_str(), invitation.id.as_str()];
        self.is_of(links, KIND, &parts, &invitation.salt)
    }
}

/// The invitation that is to be answered, and the user who has the invited email, where there is one.
pub(super) fn answered<'a>(
    given: &Given<'a>,
    organization: &OrganizationId,
    id: &InvitationId,
    proof: &Proof,
) -> Result<(&'a Invitation, Option<&'a User>), Refusal> {
    match proof {
        Proof::Link(secret) => {
            let invitation =
                known(given, id).filter(|known| secret.opens(given.links, organization, known));
            let invitation = invitation.ok_or_else(link_invalid)?;
            invitation.must_be_open(given.moment.now)?;
            Ok((invitation, invited(given, invitation)))
        }
        Proof::SignedIn => signed_in(given, id).map(|(invitation, user)| (invitation, Some(user))),
    }
}

fn signed_in<'a>(
    given: &Given<'a>,
    id: &InvitationId,
) -> Result<(&'a Invitation, &'a User), Refusal> {
    let actor = given.actor().ok_or_else(nobody)?;
    must_reach_everywhere(given)?;
    let name = RecordName::invitation(id).resource_name(given.home);
    if let Some(invitation) = known(given, id)
        && matches!(&invitation.state, InvitationState::Accepted { user, .. } if user == actor)
    {
        invitation.must_be_open(given.moment.now)?;
    }
    let invited =
        known(given, id).and_then(|invitation| Some((invitation, invited(given, invitation)?)));
    // To everybody else it does not exist.
    let Some((invitation, user)) = invited.filter(|(_, user)| user.id == *actor) else {
        return Err(Refusal::not_found(name));
    };
    if !user.email_confirmed {
        return Err(Refusal::new(
            Reason::EmailNotConfirmed,
            format!(
                "The email of users/{actor} is not confirmed. Use the link in its mail (UserService.ConfirmEmail), or \
                 answer with the link of the invitation, which confirms it too."
            ),
        )
        .about(name));
    }
    invitation.must_be_open(given.moment.now)?;
    Ok((invitation, user))
}

/// Whose an account is, and what they accept, is not one organization's: who may speak for users in some only may not
/// answer in their name.
fn must_reach_everywhere(given: &Given<'_>) -> Result<(), Refusal> {
    if given.view.narrowed.reach.is_none() {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::ScopeMissing,
        "Answering an invitation as who is signed in needs act.for.users for all organizations, which this account has \
         for some only. Answer with the token of the link, or ask the operator to change the account.",
    )
    .with("scopes", "act.for.users"))
}

/// Who has neither the link nor a name.
pub(super) fn nobody() -> Refusal {
    Refusal::new(
        Reason::ActingUserRequired,
        "Only the invited person answers an invitation. Send metadata x-grantor-acting-user: users/ID, or the token of \
         the link.",
    )
}

fn invited<'a>(given: &Given<'a>, invitation: &Invitation) -> Option<&'a User> {
    let facts = given.facts;
    facts.user_by_text(&invitation.email.id)
}

/// The one answer to every token that does not work, so that nothing is learned from it.
pub fn link_invalid() -> Refusal {
    Refusal::new(
        Reason::NotFound,
        "The link does not work: it is damaged or was replaced by a newer one. Use the newest mail, or ask who sent \
         it for another.",
    )
}
