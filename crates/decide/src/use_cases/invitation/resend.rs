//! Sends an open or expired invitation again: a new link, a new time, and the older link is dead in the same commit.

use access::View;
use domain::{
    Email, Home, Invitation, InvitationId, Mail, OrganizationId, RecordName, Refusal, Sending,
    Timestamp,
};
use serde::Serialize;

use super::expire_time;
use super::sender::may_send;
use super::{existing, must_be_new, wants};
use crate::etag::must_match;
use crate::preconditions::acting_user;
use crate::rules::rule_09::must_be_direct;
use crate::use_case::{Context, Plan, UseCase, Want};

/// Sends an invitation again; who does so is its sender from then on.
#[derive(Debug, Clone, Serialize)]
pub struct ResendInvitation {
    pub organization: OrganizationId,
    pub invitation: InvitationId,
    /// Until when it can be answered, where it is named.
    pub expire_time: Option<Timestamp>,
    /// The etag that was read.
    pub etag: Option<String>,
}

impl UseCase for ResendInvitation {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn consults(&self, view: &View) -> Vec<OrganizationId> {
        let invitation = view.organization.invitation(&self.invitation).into_iter();
        let teams = invitation.flat_map(|invitation| &invitation.teams);
        teams.flat_map(|team| view.clients_of_team(team)).collect()
    }

    fn wants(&self, view: &View) -> Vec<Want> {
        let mut wants = wants(self.home(), view, &self.invitation);
        if let Some(invitation) = view.organization.invitation(&self.invitation) {
            wants.push(Want::SameText(self.home(), invitation.email.id.clone()));
        }
        wants
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        must_be_direct(context)?;
        let sender = acting_user(context)?;
        let invitation = existing(context, &self.invitation)?;
        let name = RecordName::invitation(&self.invitation).resource_name(context.home);
        must_match(self.etag.as_deref(), invitation.stamp, &name)?;
        invitation.must_be_unanswered()?;
        if !invitation.is_open(context.moment.now) {
            must_be_as_new(context, invitation)?;
        }
        may_send(context, invitation, sender)?;
        let sending = Sending {
            sender: context.who.clone(),
            salt: context.seed.salt("invitation"),
            expire_time: expire_time(context, self.expire_time, "expire_time")?,
        };
        let mut change = context.change();
        change.save(invitation.resend(sending, context.moment)?);
        change.mails.push(Mail::Invitation {
            id: self.invitation.clone(),
        });
        Ok(change.into())
    }
}

/// One that has expired comes back as a new one would: to nobody who is a member by now, or was invited once more.
fn must_be_as_new(context: &Context<'_>, invitation: &Invitation) -> Result<(), Refusal> {
    let text = context.facts.text(&invitation.email.id);
    let Some(email) = text.and_then(|text| Email::parse(text).ok()) else {
        // Whoever was invited has been erased.
        return invitation.must_be_open(context.moment.now);
    };
    let accounts = context.facts.accounts_of_text(&invitation.email.id);
    must_be_new(
        context,
        &email,
        accounts.and_then(|accounts| accounts.holder.as_ref()),
    )
}
