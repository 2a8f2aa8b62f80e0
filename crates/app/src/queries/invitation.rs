//! Which invitations were sent, and what became of them? Memory keeps the open ones, rows the answered ones.

use std::sync::Arc;

use decide::link::InvitationLink;
use decide::use_cases::invitation::{Invited, invited_by_link, link_invalid};
use domain::{
    Branding, Home, Invitation, InvitationId, InvitationState, Kind, OrganizationId, Panel, Record,
    RecordName, Refusal, Timestamp, User,
};
use serde::Serialize;

use super::list::{List, Listing, Source};
use super::paging::Page;
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::{Seen, Texts};
use crate::error::Error;

/// What became of an invitation, as a caller asks for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum InvitationStage {
    /// Waits for an answer.
    Open,
    Accepted,
    Refused,
    Withdrawn,
    /// Its time ran out.
    Expired,
}

impl InvitationStage {
    /// What became of it by then.
    pub fn of(invitation: &Invitation, at: Timestamp) -> Self {
        match invitation.state {
            InvitationState::Open if invitation.is_open(at) => Self::Open,
            InvitationState::Open => Self::Expired,
            InvitationState::Accepted { .. } => Self::Accepted,
            InvitationState::Refused { .. } => Self::Refused,
            InvitationState::Withdrawn { .. } => Self::Withdrawn,
        }
    }
}

/// Asks for the invitations of an organization.
#[derive(Debug, Clone, Serialize)]
pub struct ListInvitations {
    pub organization: OrganizationId,
    /// Only those of which this became.
    pub outcome: Option<InvitationStage>,
}

/// What whoever has the link sees.
#[derive(Debug, Clone)]
pub struct ViewedInvitation {
    pub invitation: Arc<Invitation>,
    /// The texts of it and of the organization.
    pub texts: Texts,
    /// What the organization is called.
    pub organization_display_name: String,
    /// Its look, where the panel is white-label.
    pub branding: Option<Branding>,
    /// The names of whoever sent it.
    pub sender_display_name: String,
    /// Whether accepting makes an account.
    pub new_user_required: bool,
    /// The states that it was read on.
    pub seen: Seen,
}

/// The invitations of an organization, by id.
impl List for ListInvitations {
    type Item = Arc<Invitation>;

    const MOST_LOOKED_AT: usize = 5_000;

    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Arc<Invitation>>, Error> {
        from.rows(Kind::Invitation, after, most).await
    }

    async fn takes(&self, from: &Source<'_>, invitation: &Arc<Invitation>) -> Result<bool, Error> {
        let became = InvitationStage::of(invitation, from.seen.at);
        Ok(self.outcome.is_none_or(|wanted| wanted == became))
    }

    fn key(invitation: &Arc<Invitation>) -> String {
        invitation.id.to_string()
    }
}

impl App {
    pub async fn get_invitation(
        &self,
        call: &Call,
        organization: &OrganizationId,
        id: &InvitationId,
    ) -> Result<(Arc<Invitation>, Texts, Seen), Error> {
        let home = Home::Organization(organization.clone());
        let seen = self.see(call, &home, None, &Consistency::default()).await?;
        let invitation = self.invitation(&seen, &home, id).await?;
        let invitation = invitation
            .ok_or_else(|| Refusal::not_found(RecordName::invitation(id).resource_name(&home)))?;
        let texts = self.texts_of(&home, [&invitation.email]).await?;
        Ok((invitation, texts, seen))
    }

    /// The invitations of an organization, with their addresses.
    pub async fn list_invitations(
        &self,
        call: &Call,
        asked: &Listing<ListInvitations>,
    ) -> Result<Page<Arc<Invitation>>, Error> {
        let page = self.list(call, asked).await?;
        let emails = page.items().map(|invitation| &invitation.email);
        let texts = self.texts_of(&asked.list.home(), emails).await?;
        Ok(page.with_texts(texts))
    }

    /// Shows an invitation to whoever has its link; changes nothing.
    pub async fn view_invitation(
        &self,
        call: &Call,
        link: &InvitationLink,
        consistency: &Consistency,
    ) -> Result<ViewedInvitation, Error> {
        self.link_must_open(link.link()).await?;
        let home = Home::Organization(link.organization.clone());
        let seen = self.see(call, &home, None, consistency).await;
        let seen = seen.map_err(|error| error.hidden(link_invalid))?;
        let invitation = self.invitation(&seen, &home, &link.invitation).await?;
        let opens = |known: &Arc<Invitation>| {
            link.secret
                .opens_invitation(&self.links, &link.organization, known)
        };
        let invitation = invitation.filter(opens).ok_or_else(link_invalid)?;
        let organization = seen.view.organization.organization().cloned();
        let names = organization
            .as_ref()
            .map(|organization| &organization.display_name);
        let texts = self
            .texts_of(&home, names.into_iter().chain([&invitation.email]))
            .await?;
        let branding = organization
            .as_ref()
            .and_then(|organization| organization.shown_branding().cloned());
        let sender = self.sender(&invitation).await?;
        Ok(ViewedInvitation {
            organization_display_name: texts.get_opt(names),
            branding: branding
                .filter(|_| invitation.panel == Panel::WhiteLabel && !invitation.role.is_upper()),
            sender_display_name: sender,
            new_user_required: self.needs_user(call, &invitation, &texts).await?,
            invitation,
            texts,
            seen,
        })
    }

    /// Memory first; a row for one that was answered, or that memory has not heard of yet.
    async fn invitation(
        &self,
        seen: &Seen,
        home: &Home,
        id: &InvitationId,
    ) -> Result<Option<Arc<Invitation>>, Error> {
        if let Some(open) = seen.view.organization.invitation(id) {
            return Ok(Some(Arc::clone(open)));
        }
        Ok(
            match self
                .reader()
                .await?
                .record(home, &RecordName::invitation(id))
                .await?
            {
                Some(Record::Invitation(invitation)) => Some(Arc::new(invitation)),
                _ => None,
            },
        )
    }

    async fn sender(&self, invitation: &Invitation) -> Result<String, Error> {
        let users = self.users(invitation.sender.actor.as_ref()).await?;
        let Some(sender) = users.values().next() else {
            return Ok(String::new());
        };
        let texts = self.texts_of(&Home::People, names(sender)).await?;
        let parts: Vec<_> = names(sender)
            .map(|part| texts.get(part))
            .filter(|part| !part.is_empty())
            .collect();
        Ok(parts.join(" "))
    }

    async fn needs_user(
        &self,
        call: &Call,
        invitation: &Invitation,
        texts: &Texts,
    ) -> Result<bool, Error> {
        if !invitation.is_unanswered() {
            return Ok(false);
        }
        let email = texts.get(&invitation.email).to_ascii_lowercase();
        let accounts = self.reader().await?.accounts_of_email(&email).await?;
        let invited = invited_by_link(Some(&accounts), call.who.actor.as_ref());
        Ok(invited == Invited::Nobody)
    }
}

fn names(user: &User) -> impl Iterator<Item = &domain::Personal> {
    [&user.given_name, &user.family_name].into_iter().flatten()
}
