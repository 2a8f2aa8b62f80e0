//! The partner's own part of its directory entry: who gets the mails, and the name that it asks for.

use std::sync::Arc;

use access::View;
use domain::{
    Change, Contact, DisplayName, Email, Home, Locale, OrganizationId, Partner, RecordName,
    Refusal, Stamp,
};
use serde::Serialize;

use crate::preconditions::{acting_user, must_be_seen};
use crate::use_case::{Context, Plan, UseCase, Want};
use crate::use_cases::edit::Edit;

/// Where mails are to go.
#[derive(Debug, Clone, Serialize)]
pub struct NewContact {
    pub email: Email,
    /// The language of the mails.
    pub locale: Locale,
}

/// Changes the directory entry, or makes it.
#[derive(Debug, Clone, Serialize)]
pub struct UpdatePartner {
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

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        acting_user(context)?;
        let mut change = context.change();
        let partner = match context.organization().partner() {
            Some(old) => self.changed(context, &mut change, old)?,
            None => self.made(context, &mut change)?,
        };
        change.save(partner);
        Ok(change.into())
    }
}

impl UpdatePartner {
    fn changed(
        &self,
        context: &Context<'_>,
        change: &mut Change,
        old: &Arc<Partner>,
    ) -> Result<Partner, Refusal> {
        let name = RecordName::partner(&self.organization);
        must_be_seen(context, self.etag.as_deref(), old.stamp, &name)?;
        let contacts = match &self.contacts {
            Edit::Keep => old.contacts.clone(),
            Edit::Set(contacts) => noted(context, change, contacts, &old.contacts),
        };
        Ok(Partner {
            contacts,
            proposed_name: self.proposed_name.over(&old.proposed_name),
            stamp: old.stamp.touched(context.moment),
            ..old.as_ref().clone()
        })
    }

    fn made(&self, context: &Context<'_>, change: &mut Change) -> Result<Partner, Refusal> {
        let name = RecordName::partner(&self.organization);
        if !self.allow_missing || self.etag.is_some() {
            return Err(Refusal::not_found(name.resource_name(context.home)));
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
            contacts: noted(context, change, contacts, &[]),
            stamp: Stamp::new(context.moment),
        })
    }
}

/// An address that stays is the same value still: mails on their way to it find it.
fn noted(
    context: &Context<'_>,
    change: &mut Change,
    contacts: &[NewContact],
    present: &[Contact],
) -> Vec<Contact> {
    let noted = contacts.iter().map(|contact| {
        let text = |known: &&Contact| context.facts.text(&known.email.id);
        let stays = present
            .iter()
            .find(|known| text(known) == Some(contact.email.as_str()));
        let email = stays.map_or_else(
            || {
                let user = context.facts.user_by_email(&contact.email);
                context.personal_email(change, user.map(|user| &user.id), &contact.email)
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
