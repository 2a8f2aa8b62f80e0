//! Reads what a use case wants from rows, in the transaction that it will be decided in.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use access::{OrganizationState, State};
use decide::use_case::{Facts, Want};
use domain::{
    Change, ChangeRequest, Home, MailLimits, OrganizationId, PersonalId, Record, RequestedChange,
    Timestamp, UserId, Who,
};
use store::Reader;

use crate::engine::{Engine, advance};
use crate::error::Error;
use crate::mail_limit;

/// The rows of the database, as the transaction of the decision sees them.
#[derive(Clone, Copy)]
pub(crate) struct Stored<'a> {
    pub(crate) engine: &'a Engine,
    pub(crate) store: &'a store::Store,
    pub(crate) reader: &'a Reader,
}

impl Stored<'_> {
    /// Reads all of it.
    pub(crate) async fn gather(&self, wants: Vec<Want>) -> Result<Facts, Error> {
        gather(self.engine, self.store, self.reader, wants).await
    }

    /// Refuses changes whose mails are more than may leave, with those that left; of a proposal's some are left out first.
    pub(crate) async fn must_be_few(
        &self,
        limits: MailLimits,
        who: &Who,
        changes: &mut [Change],
        now: Timestamp,
    ) -> Result<(), Error> {
        mail_limit::must_be_few(limits, self.reader, who, changes, now).await
    }
}

async fn gather(
    engine: &Engine,
    store: &store::Store,
    reader: &Reader,
    wants: Vec<Want>,
) -> Result<Facts, Error> {
    let mut facts = Facts::default();
    emails(reader, &mut facts, &wants).await?;
    for want in wants {
        match want {
            // These were asked about together.
            Want::UserByEmail(_) | Want::SameEmail(..) => {}
            Want::UserByText(home, id) => user_by_text(reader, &mut facts, &home, id).await?,
            Want::User(id) => user(reader, &mut facts, id).await?,
            Want::Record(home, name) => {
                if let Some(record) = reader.record(&home, &name).await? {
                    if let Record::Invitation(invitation) = &record {
                        user_by_text(reader, &mut facts, &home, invitation.email.id.clone())
                            .await?;
                    }
                    if let Record::ChangeRequest(request) = &record {
                        person_of(reader, &mut facts, &home, request).await?;
                    }
                    facts.records.insert((home, name), record);
                }
            }
            Want::SameText(home, id) => {
                let mut texts = reader.texts(&home, std::slice::from_ref(&id)).await?;
                if let Some(email) = texts.remove(&id) {
                    same_emails(
                        reader,
                        &mut facts,
                        &home,
                        [email.to_ascii_lowercase()].into(),
                    )
                    .await?;
                }
            }
            Want::Memberships(user) => {
                let ids = reader.memberships(&user).await?;
                organizations(engine, store, reader, &mut facts, ids).await?;
            }
            Want::PartnerOf(home, id) => {
                let name = domain::RecordName::partnership(&id);
                if let Some(Record::Partnership(known)) = reader.record(&home, &name).await? {
                    let partner = vec![known.partner];
                    organizations(engine, store, reader, &mut facts, partner).await?;
                }
            }
            Want::EveryOrganization => {
                every_organization(engine, store, reader, &mut facts).await?
            }
            Want::Text(home, id) => facts.texts.extend(reader.texts(&home, &[id]).await?),
        }
    }
    Ok(facts)
}

/// Whose these emails are, and what has the same ones: a thousand people are taken in at once.
async fn emails(reader: &Reader, facts: &mut Facts, wants: &[Want]) -> Result<(), Error> {
    let mut people = BTreeSet::new();
    let mut same: BTreeMap<&Home, BTreeSet<String>> = BTreeMap::new();
    for want in wants {
        match want {
            Want::UserByEmail(email) => {
                people.insert(email.normalized());
            }
            Want::SameEmail(home, email) => {
                same.entry(home).or_default().insert(email.normalized());
            }
            _ => {}
        }
    }
    let texts: Vec<_> = people.iter().map(String::as_str).collect();
    let mut accounts = reader.accounts_of_emails(&texts).await?;
    for email in people {
        let accounts = accounts.remove(&email).unwrap_or_default();
        facts.by_email.insert(email, accounts);
    }
    for (home, emails) in same {
        same_emails(reader, facts, home, emails).await?;
    }
    Ok(())
}

async fn same_emails(
    reader: &Reader,
    facts: &mut Facts,
    home: &Home,
    emails: BTreeSet<String>,
) -> Result<(), Error> {
    let texts: Vec<_> = emails.iter().map(String::as_str).collect();
    let mut same = reader.personal_with_lookups(home, &texts).await?;
    for email in emails {
        let same = same.remove(&email).unwrap_or_default();
        facts.same_email.insert(email, same);
    }
    Ok(())
}

async fn user_by_text(
    reader: &Reader,
    facts: &mut Facts,
    home: &Home,
    id: PersonalId,
) -> Result<(), Error> {
    let texts = reader.texts(home, std::slice::from_ref(&id)).await?;
    if let Some(text) = texts.get(&id) {
        let email = text.to_ascii_lowercase();
        let accounts = reader.accounts_of_email(&email).await?;
        facts.by_text.insert(id, accounts);
    }
    facts.texts.extend(texts);
    Ok(())
}

/// Whom a request to create a user is about: the texts, and which accounts have that email by now.
async fn person_of(
    reader: &Reader,
    facts: &mut Facts,
    home: &Home,
    request: &ChangeRequest,
) -> Result<(), Error> {
    let RequestedChange::CreateUser(creation) = &*request.wanted else {
        return Ok(());
    };
    let ids: Vec<_> = creation.personal().map(|text| text.id.clone()).collect();
    facts.texts.extend(reader.texts(home, &ids).await?);
    user_by_text(reader, facts, home, creation.email.id.clone()).await?;
    if let Some(email) = facts.texts.get(&creation.email.id) {
        let email = email.to_ascii_lowercase();
        same_emails(reader, facts, home, [email.clone()].into()).await?;
        if let Some(accounts) = facts.by_text.get(&creation.email.id) {
            facts.by_email.insert(email, accounts.clone());
        }
    }
    Ok(())
}

async fn user(reader: &Reader, facts: &mut Facts, id: UserId) -> Result<(), Error> {
    let record = reader
        .record(&Home::People, &domain::RecordName::user(&id))
        .await?;
    if let Some(Record::User(user)) = record {
        facts.users.insert(id, user);
    }
    Ok(())
}

async fn organizations(
    engine: &Engine,
    store: &store::Store,
    reader: &Reader,
    facts: &mut Facts,
    ids: Vec<OrganizationId>,
) -> Result<(), Error> {
    for id in ids {
        let home = Home::Organization(id.clone());
        let head = reader.head(&home).await?.unwrap_or_default();
        let known = engine.cell(&home).published();
        let published = advance(store, reader, &home, known, &head).await?;
        facts
            .organizations
            .push((id, organization_of(&published.state)));
    }
    Ok(())
}

fn organization_of(state: &State) -> Arc<OrganizationState> {
    match state {
        State::Organization(state) => Arc::clone(state),
        State::Platform(_) | State::People(_) => Arc::default(),
    }
}

/// Organizations read at a time.
const PAGE: u64 = 500;

async fn every_organization(
    engine: &Engine,
    store: &store::Store,
    reader: &Reader,
    facts: &mut Facts,
) -> Result<(), Error> {
    let mut after: Option<String> = None;
    loop {
        let page = reader.organizations(after.as_deref(), PAGE).await?;
        let Some(last) = page.last() else {
            return Ok(());
        };
        after = Some(last.to_string());
        organizations(engine, store, reader, facts, page).await?;
    }
}
