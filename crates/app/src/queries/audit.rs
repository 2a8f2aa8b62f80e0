//! What was changed, when, by whom and why? The change log as those read it who may.

use domain::{
    Event, Home, Personal, Record, RecordName, Refusal, ServiceAccountId, Timestamp, UserId, Who,
};
use serde::Serialize;
use store::{ChangeFilter, ChangePage};

pub use store::Logged;

use super::list::Listing;
use super::paging::{Page, keyed};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::{Seen, Texts};
use crate::error::Error;
use crate::whole_lists::WantedLists;

/// Who made a change.
#[derive(Debug, Clone, Serialize)]
pub enum By {
    /// It was made for this user.
    User(UserId),
    /// This service account called.
    ServiceAccount(ServiceAccountId),
}

/// Who made a change, how and why: all that is told of it beside what it did.
#[derive(Debug, Clone)]
pub struct Made {
    pub home: Home,
    pub revision: u64,
    pub at: Timestamp,
    pub who: Who,
    pub method: String,
    pub request_id: Option<String>,
    pub note: Option<Personal>,
    /// What the call that made it was about.
    pub about: Option<RecordName>,
    /// How many things it did.
    pub things: usize,
}

impl Made {
    pub fn of(logged: &Logged) -> Self {
        Self {
            home: logged.home.clone(),
            revision: logged.revision,
            at: logged.at,
            who: logged.who.clone(),
            method: logged.change.method.clone(),
            request_id: logged.request_id.clone(),
            note: logged.change.note.clone(),
            about: logged.change.outcome.about.clone(),
            things: shown_events(logged).count(),
        }
    }
}

/// Asks for changes; they must pass everything that is set.
#[derive(Debug, Clone, Serialize)]
pub struct ListChanges {
    /// Of which home.
    pub home: Home,
    /// Only by these.
    pub by: Option<By>,
    /// Only those that changed the thing of this name, as the log writes it.
    pub resource: Option<String>,
    /// Only those made by this method.
    pub method: Option<String>,
    /// Not before.
    pub from: Option<Timestamp>,
    pub until: Option<Timestamp>,
}

/// Asks for all that one change did.
#[derive(Debug, Clone, Serialize)]
pub struct ListResourceChanges {
    /// Of which home.
    pub home: Home,
    pub revision: u64,
}

impl App {
    /// One change, with the texts that were not erased since.
    pub async fn get_change(
        &self,
        call: &Call,
        home: &Home,
        revision: u64,
    ) -> Result<(Logged, Texts, Seen), Error> {
        let seen = self.see(call, home, None, &Consistency::default()).await?;
        let reader = self.reader().await?;
        let logged = reader.change(home, revision).await?;
        let mut logged = logged.ok_or_else(|| Refusal::not_found(change_name(home, revision)))?;
        WantedLists::of([&mut logged]).make_whole(&reader).await?;
        drop(reader);
        let texts = self.texts_in([&logged.change]).await?;
        Ok((logged, texts, seen))
    }

    /// What one change did, in its order.
    pub async fn list_resource_changes(
        &self,
        call: &Call,
        asked: &Listing<ListResourceChanges>,
    ) -> Result<(Logged, Page<Event>), Error> {
        let Listing { list, paging, .. } = asked;
        let (home, revision) = (&list.home, list.revision);
        let seen = self
            .see(call, home, None, &self.freshness(call, asked))
            .await?;
        let after = self.page_start(call, &asked.query(), &paging.token)?;
        let reader = self.reader().await?;
        let logged = reader.change(home, revision).await?;
        let mut logged = logged.ok_or_else(|| Refusal::not_found(change_name(home, revision)))?;
        let passed = after.and_then(|after| after.parse().ok()).unwrap_or(0);
        let events = logged.change.events.iter_mut().filter(|it| is_shown(it));
        let events = events.skip(passed).take(paging.size);
        let lists = WantedLists::of_events(home, revision, events);
        lists.make_whole(&reader).await?;
        drop(reader);
        let texts = self.texts_in([&logged.change]).await?;
        let places = shown_events(&logged).cloned().zip(1_usize..).skip(passed);
        let mut items: Vec<_> = places
            .take(paging.size + 1)
            .map(|(event, place)| (place.to_string(), event))
            .collect();
        let more = items.len() > paging.size;
        items.truncate(paging.size);
        let end = items.last().filter(|_| more).map(|(key, _)| key.clone());
        let page = self.page(call, &asked.query(), seen, items, end);
        Ok((logged, page.with_texts(texts)))
    }

    /// The changes of a home, the newest first.
    pub async fn list_changes(
        &self,
        call: &Call,
        asked: &Listing<ListChanges>,
    ) -> Result<Page<Logged>, Error> {
        let Listing { list, paging, .. } = asked;
        let seen = self
            .see(call, &list.home, None, &self.freshness(call, asked))
            .await?;
        let before = self.page_start(call, &asked.query(), &paging.token)?;
        let before = before.and_then(|before| before.parse().ok());
        let reader = self.reader().await?;
        let (size, filter) = (paging.size as u64, filter(list));
        let looked = reader.changes_page(&list.home, &filter, before, size);
        let ChangePage { mut changes, last } = looked.await?;
        let lists = WantedLists::of(&mut changes);
        lists.make_whole(&reader).await?;
        drop(reader);
        let texts = self.texts_in(changes.iter().map(|it| &it.change)).await?;
        let found = keyed(changes, |logged| logged.revision.to_string());
        let end = last.map(|last| last.to_string());
        Ok(self
            .page(call, &asked.query(), seen, found, end)
            .with_texts(texts))
    }
}

fn filter(query: &ListChanges) -> ChangeFilter {
    let (actor, account) = match query.by.clone() {
        Some(By::User(user)) => (Some(user), None),
        Some(By::ServiceAccount(account)) => (None, Some(account)),
        None => (None, None),
    };
    ChangeFilter {
        actor,
        account,
        method: query.method.clone(),
        resource: query.resource.clone(),
        from: query.from,
        until: query.until,
    }
}

/// What a change did that is shown: that somebody is one of the people no more follows from their membership in the same
/// change.
pub fn shown_events(logged: &Logged) -> impl Iterator<Item = &Event> {
    logged.change.events.iter().filter(|event| is_shown(event))
}

fn is_shown(event: &Event) -> bool {
    !matches!(event, Event::Saved(Record::FormerPerson(_)))
}

/// The resource name under which a home keeps its changes.
pub fn parent_name(home: &Home) -> String {
    match home {
        Home::Platform => "platform".to_owned(),
        Home::People => "people".to_owned(),
        Home::Organization(id) => id.resource_name().to_string(),
    }
}

/// The resource name of a change.
pub fn change_name(home: &Home, revision: u64) -> String {
    format!("{}/changes/{revision}", parent_name(home))
}
