//! The partner's own part of its directory entry: who gets the mails, and the name that it asks for.

use std::sync::Arc;

use access::View;
use domain::{
    Change, Contact, DisplayName, Email, Home, Locale, OrganizationId, Partner, RecordName,
    Refusal, Stamp,
};
use serde::Serialize;

use crate::use_case::{Given, Plan, UseCase, Want};
use crate::use_cases::edit::Edit;
use crate::use_cases::found::{acting_user, must_be_seen};

/// Where mails are to go.
#[derive(Debug, Clone, Serialize)]
pub struct NewContact {
    /// The address.
    pub email: Email,
    /// The language of the mails.
    pub locale: Locale,
}

/// Changes the directory entry, or makes it.
#[derive(Debug, Clone, Serialize)]
pub struct UpdatePartner {
    /// Whose.
    pub organization: OrganizationId,
    /// Who gets the mails.
    pub contacts: Edit<Vec<NewContact>>,
    /// The name that it asks for.
    pub proposed_name: Edit<Option<DisplayName>>,
    /// Whether to make the entry where there is none.
    pub allow_missing: bool,
    /// What the caller saw.
    pub etag: Option<String>,
}

impl UseCase for UpdatePartner {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    /// Whose addresses they are, so that erasing a person erases theirs here too.
    fn wants(&self, view: &View) -> Vec<Want> {
        let Edit::Set(contacts) = &self.contacts else {
            return Vec::new();
        };
        let present = view.organization.partner().into_iter();
        let present = present.flat_map(|partner| &partner.contacts);
        let texts = present.map(|contact| Want::Text(self.home(), contact.email.id.clone()));
        let users = contacts
            .iter()
            .map(|contact| Want::UserByEmail(contact.email.clone()));
        users.chain(texts).collect()
    }

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        acting_user(given)?;
        let mut change = given.change();
        let partner = match given.organization().partner() {
            Some(old) => self.changed(given, &mut change, old)?,
            None => self.made(given, &mut change)?,
        };
        change.save(partner);
        Ok(change.into())
    }
}

impl UpdatePartner {
    fn changed(
        &self,
        given: &Given<'_>,
        change: &mut Change,
        old: &Arc<Partner>,
    ) -> Result<Partner, Refusal> {
        let name = RecordName::partner(&self.organization);
        must_be_seen(given, self.etag.as_deref(), old.stamp, &name)?;
        let contacts = match &self.contacts {
            Edit::Keep => old.contacts.clone(),
            Edit::Set(contacts) => noted(given, change, contacts, &old.contacts),
        };
        Ok(Partner {
            contacts,
            proposed_name: self.proposed_name.over(&old.proposed_name),
            stamp: old.stamp.touched(given.moment),
            ..old.as_ref().clone()
        })
    }

    fn made(&self, given: &Given<'_>, change: &mut Change) -> Result<Partner, Refusal> {
        let name = RecordName::partner(&self.organization);
        if !self.allow_missing || self.etag.is_some() {
            return Err(Refusal::not_found(name.resource_name(given.home)));
        }
        let Edit::Set(contacts) = &self.contacts else {
            return Err(Refusal::field(
                "partner.contacts",
                "is required: a new entry has 1 to 10 contacts, who get the proposals",
            ));
        };
        Ok(Partner {
            organization: self.organization.clone(),
            listed: false,
            listed_name: None,
            proposed_name: self.proposed_name.over(&None),
            contacts: noted(given, change, contacts, &[]),
            stamp: Stamp::new(given.moment),
        })
    }
}

/// An address that stays is the same value still: mails on their way to it find it.
fn noted(
    given: &Given<'_>,
    change: &mut Change,
    contacts: &[NewContact],
    present: &[Contact],
) -> Vec<Contact> {
    let noted = contacts.iter().map(|contact| {
        let text = |known: &&Contact| given.facts.text(&known.email.id);
        let stays = present
            .iter()
            .find(|known| text(known) == Some(contact.email.as_str()));
        let email = stays.map_or_else(
            || {
                let user = given.facts.user_by_email(&contact.email);
                given.personal_email(change, user.map(|user| &user.id), &contact.email)
            },
            |known| known.email.clone(),
        );
        Contact {
            email,
            locale: contact.locale.clone(),
        }
    });
    noted.collect()
}
