//! Who is in the directory of partners, and under which name or address is one found (S0-6, S0-7)?

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::{DisplayName, Email, Home, OrganizationId, Partner, RecordName, Refusal};
use serde::Serialize;

use super::list::{List, Listing, Source};
use super::paging::Page;
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::{Seen, Texts};
use crate::error::Error;

/// The most that a search answers.
const MAX_FOUND: usize = 20;
/// The least letters and digits of a name that are searched for.
const MIN_LETTERS: usize = 3;

/// What a search looks for.
#[derive(Debug, Clone, Serialize)]
pub enum Sought {
    /// A part of the name.
    Name(String),
    /// The whole email of a contact.
    Email(Email),
}

impl Sought {
    /// What the query means; in words why it is none.
    pub fn parse(query: &str) -> Result<Self, String> {
        if query.contains('@') {
            return Email::parse(query)
                .map(Self::Email)
                .map_err(|invalid| invalid.to_string());
        }
        let name = DisplayName::parse(query).map_err(|invalid| invalid.to_string())?;
        let letters = name.as_str().chars().filter(|c| c.is_alphanumeric());
        if letters.count() < MIN_LETTERS {
            return Err(format!(
                "must be a part of the name with at least {MIN_LETTERS} letters or digits, or a whole email"
            ));
        }
        Ok(Self::Name(name.as_str().to_owned()))
    }
}

/// Searches the directory for an organization that looks for a partner.
#[derive(Debug, Clone)]
pub struct SearchPartners {
    pub organization: OrganizationId,
    pub sought: Sought,
}

/// A listed partner as a search answers it.
#[derive(Debug, Clone)]
pub struct FoundPartner {
    pub organization: OrganizationId,
    /// The name in the directory.
    pub listed_name: DisplayName,
    /// The domains of its contacts, to tell homonyms apart.
    pub contact_domains: BTreeSet<String>,
}

/// Asks for all directory entries.
#[derive(Debug, Clone, Serialize)]
pub struct ListPartners {}

impl App {
    /// The directory entry of an organization.
    pub async fn get_partner(
        &self,
        call: &Call,
        organization: &OrganizationId,
    ) -> Result<(Arc<Partner>, Texts, Seen), Error> {
        let home = Home::Organization(organization.clone());
        let seen = self.see(call, &home, None, &Consistency::default()).await?;
        let partner = seen.view.organization.partner().cloned();
        let name = RecordName::partner(organization);
        let partner = partner.ok_or_else(|| Refusal::not_found(name.resource_name(&home)))?;
        let texts = self.contacts(&partner).await?;
        Ok((partner, texts, seen))
    }

    /// All directory entries, each with its texts.
    pub async fn list_partners(
        &self,
        call: &Call,
        asked: &Listing<ListPartners>,
    ) -> Result<Page<(Partner, Texts)>, Error> {
        let mut page = self.list(call, asked).await?;
        let mut partners = Vec::new();
        for (key, partner) in std::mem::take(&mut page.items) {
            let texts = self.contacts(&partner).await?;
            partners.push((key, (partner, texts)));
        }
        Ok(page.of(partners))
    }

    /// Listed partners by a part of their name or by a contact's email; never who asks.
    pub async fn search_partners(
        &self,
        call: &Call,
        query: SearchPartners,
    ) -> Result<Vec<FoundPartner>, Error> {
        let home = Home::Organization(query.organization.clone());
        self.see(call, &home, None, &Consistency::default()).await?;
        let limit = MAX_FOUND as u64 + 1;
        let reader = self.reader().await?;
        let found = match &query.sought {
            Sought::Name(fragment) => reader.partners_named(fragment, limit).await?,
            Sought::Email(email) => {
                reader
                    .partners_reached_at(&email.normalized(), limit)
                    .await?
            }
        };
        let others = found
            .into_iter()
            .filter(|found| found.organization != query.organization);
        let mut answered = Vec::new();
        for partner in others.take(MAX_FOUND) {
            answered.extend(self.found(partner).await?);
        }
        Ok(answered)
    }

    async fn found(&self, partner: Partner) -> Result<Option<FoundPartner>, Error> {
        let texts = self.contacts(&partner).await?;
        let emails = partner.contacts.iter();
        let domains = emails.filter_map(|contact| {
            let email = texts.get(&contact.email);
            Some(email.rsplit_once('@')?.1.to_lowercase())
        });
        let contact_domains = domains.collect();
        Ok(partner
            .name_in_directory()
            .cloned()
            .map(|listed_name| FoundPartner {
                organization: partner.organization,
                listed_name,
                contact_domains,
            }))
    }

    async fn contacts(&self, partner: &Partner) -> Result<Texts, Error> {
        let home = Home::Organization(partner.organization.clone());
        let emails = partner.contacts.iter().map(|contact| &contact.email);
        self.texts_of(&home, emails).await
    }
}

/// All directory entries, by id.
impl List for ListPartners {
    type Item = Partner;

    fn home(&self) -> Home {
        Home::Platform
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Partner>, Error> {
        let after = after.and_then(|after| OrganizationId::parse(after).ok());
        let reader = from.app.reader().await?;
        Ok(reader.partners_after(after.as_ref(), most as u64).await?)
    }

    fn key(partner: &Partner) -> String {
        partner.organization.to_string()
    }
}
