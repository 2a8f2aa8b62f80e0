//! Every kind of letter, each in a file of its own: to whom, in which language and look, and what it says.

mod appointed;
mod change_request;
mod confirm_email;
mod invitation;
mod made_member;
mod partnership_changed;
mod proposal;

pub use invitation::role_phrase;
pub use proposal::level_phrase;

use decide::links::Links;
use domain::{
    Home, Locale, Mail, OrganizationId, Partnership, PartnershipId, Personal, PersonalId, Record,
    RecordName, Timestamp, User, UserId, unlinked,
};
use store::{OutboxMail, Reader};

use super::letter::Letter;
use super::options::PublicUrl;
use crate::error::Error;

/// What a letter is written from: one moment of the store, read right before it is sent.
pub(super) struct Desk<'a> {
    pub(super) reader: &'a Reader,
    pub(super) links: &'a Links,
    pub(super) now: Timestamp,
    pub(super) due: &'a OutboxMail,
    pub(super) public_url: &'a PublicUrl,
}

/// The letter, or none where there is nobody to write to any more, or what it says no longer stands.
pub(super) async fn letter(desk: &Desk<'_>) -> Result<Option<Letter>, Error> {
    match &desk.due.mail {
        Mail::Invitation { id } => invitation::letter(desk, id).await,
        Mail::Proposal {
            id,
            partner,
            contact,
        } => proposal::letter(desk, id, partner, contact).await,
        Mail::PartnershipChanged {
            id,
            partner,
            contact,
        } => partnership_changed::letter(desk, id, partner, contact).await,
        Mail::ChangeRequest { id, news } => change_request::letter(desk, id, *news).await,
        Mail::ConfirmEmail { user } => confirm_email::letter(desk, user).await,
        Mail::MadeMember { user } => made_member::letter(desk, user).await,
        Mail::RepresentativeAppointed {
            user,
            to,
            lifts_shut_out,
        } => appointed::letter(desk, user, to, *lifts_shut_out).await,
    }
}

/// What the operator's command calls it.
pub(super) fn kind(mail: &Mail) -> &'static str {
    match mail {
        Mail::Invitation { .. } => "invitation",
        Mail::Proposal { .. } => "proposal",
        Mail::PartnershipChanged { .. } => "partnership changed",
        Mail::ChangeRequest { .. } => "change request",
        Mail::ConfirmEmail { .. } => "confirm email",
        Mail::MadeMember { .. } => "made a member",
        Mail::RepresentativeAppointed { .. } => "representative appointed",
    }
}

/// What more than one kind of letter needs.
impl Desk<'_> {
    /// The noun of this name in the mail's home.
    async fn record(&self, name: &RecordName) -> Result<Option<Record>, Error> {
        Ok(self.reader.record(&self.due.home, name).await?)
    }

    async fn user(&self, id: &UserId) -> Result<Option<User>, Error> {
        let name = RecordName::user(id);
        Ok(match self.reader.record(&Home::People, &name).await? {
            Some(Record::User(user)) => Some(user),
            _ => None,
        })
    }

    /// A text about a person or of somebody; none once erased.
    async fn text(&self, home: &Home, personal: &Personal) -> Result<Option<String>, Error> {
        let texts = self.reader.texts(home, std::slice::from_ref(&personal.id));
        Ok(texts.await?.remove(&personal.id))
    }

    /// Confirmed address and language of a person; none once erased, or without an address that counts.
    async fn addressee(&self, id: &UserId) -> Result<Option<(String, Locale)>, Error> {
        self.reached_at(id, User::confirmed_email).await
    }

    /// The same for a notice that protects: also where the address is only claimed, since nobody else would be told.
    async fn warned(&self, id: &UserId) -> Result<Option<(String, Locale)>, Error> {
        self.reached_at(id, |user| user.email.as_ref()).await
    }

    async fn reached_at(
        &self,
        id: &UserId,
        address: impl Fn(&User) -> Option<&Personal>,
    ) -> Result<Option<(String, Locale)>, Error> {
        let Some(user) = self.user(id).await? else {
            return Ok(None);
        };
        let Some(email) = address(&user) else {
            return Ok(None);
        };
        let to = self.text(&Home::People, email).await?;
        Ok(to.map(|to| (to, user.locale.clone())))
    }

    /// Address and language of a partner's contact; none where it is no contact any more.
    async fn contact(
        &self,
        partner: &OrganizationId,
        contact: &PersonalId,
    ) -> Result<Option<(String, Locale)>, Error> {
        let home = Home::Organization(partner.clone());
        let name = RecordName::partner(partner);
        let Some(Record::Partner(entry)) = self.reader.record(&home, &name).await? else {
            return Ok(None);
        };
        let mut contacts = entry.contacts.iter();
        let Some(contact) = contacts.find(|known| known.email.id == *contact) else {
            return Ok(None);
        };
        let to = self.text(&home, &contact.email).await?;
        Ok(to.map(|to| (to, contact.locale.clone())))
    }

    /// A partnership of the organization whose mail it is.
    async fn partnership(&self, id: &PartnershipId) -> Result<Option<Partnership>, Error> {
        Ok(match self.record(&RecordName::partnership(id)).await? {
            Some(Record::Partnership(partnership)) => Some(partnership),
            _ => None,
        })
    }

    /// What a person is called, or their id where they have no name any more.
    async fn person(&self, id: &UserId) -> Result<String, Error> {
        let mut parts = Vec::new();
        if let Some(user) = self.user(id).await? {
            for name in [&user.given_name, &user.family_name].into_iter().flatten() {
                parts.extend(self.text(&Home::People, name).await?);
            }
        }
        Ok(if parts.is_empty() {
            id.resource_name().to_string()
        } else {
            unlinked(&parts.join(" "))
        })
    }

    /// The organization whose mail it is, and what it is called.
    async fn organization(&self) -> Result<Option<(domain::Organization, String)>, Error> {
        let Some(id) = self.due.home.organization() else {
            return Ok(None);
        };
        let name = RecordName {
            kind: domain::Kind::Organization,
            id: id.to_string(),
        };
        let Some(Record::Organization(organization)) = self.record(&name).await? else {
            return Ok(None);
        };
        let called = self
            .text(&self.due.home, &organization.display_name)
            .await?;
        let called = called.map_or_else(|| id.resource_name().to_string(), |name| unlinked(&name));
        Ok(Some((organization, called)))
    }
}
