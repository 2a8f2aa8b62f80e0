//! What was changed, when, by whom and why? The change log as those read it who may.

use domain::{Caller, Event, Home, Record, Refusal, ServiceAccountId, Timestamp, UserId};
use serde::Serialize;
use store::{ChangeFilter, Reader};

pub use store::Logged;

use super::paging::{Page, Paging, keyed};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::{Seen, Texts};
use crate::error::Error;
use crate::whole_lists::WantedLists;

/// Changes looked at for one page where a filter can only be judged one by one.
const MAX_LOOKED_AT: usize = 10_000;

/// Changes read at first; then twice as many each time, up to `MOST_READ`: where they are large the first ones fill a page.
const FIRST_READ: usize = 16;
const MOST_READ: usize = 128;
/// Bytes of changes, as they are stored, that are enough for any page.
const MAX_BYTES: usize = 4 << 20;

/// Who made a change.
#[derive(Debug, Clone, Serialize)]
pub enum By {
    /// It was made for this user.
    User(UserId),
    /// This service account called.
    ServiceAccount(ServiceAccountId),
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
    /// Before.
    pub until: Option<Timestamp>,
    /// How much of it.
    #[serde(skip)]
    pub paging: Paging,
    /// How fresh.
    #[serde(skip)]
    pub consistency: Consistency,
}

/// Asks for all that one change did.
#[derive(Debug, Clone, Serialize)]
pub struct ListResourceChanges {
    /// Of which home.
    pub home: Home,
    /// Which change.
    pub revision: u64,
    /// How much of it.
    #[serde(skip)]
    pub paging: Paging,
    /// How fresh.
    #[serde(skip)]
    pub consistency: Consistency,
}

/// Where looking ended, and what was found up to there.
struct Looked {
    found: Vec<Logged>,
    /// The last revision looked at; `None` at the end of the log.
    last: Option<u64>,
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
        query: ListResourceChanges,
    ) -> Result<(Logged, Page<Event>), Error> {
        let (home, revision) = (&query.home, query.revision);
        let seen = self.see(call, home, None, &query.consistency).await?;
        let after = self.page_start(call, &query, &query.paging.token)?;
        let reader = self.reader().await?;
        let logged = reader.change(home, revision).await?;
        let mut logged = logged.ok_or_else(|| Refusal::not_found(change_name(home, revision)))?;
        let passed = after.and_then(|after| after.parse().ok()).unwrap_or(0);
        let events = logged.change.events.iter_mut().filter(|it| is_told(it));
        let events = events.skip(passed).take(query.paging.size);
        let lists = WantedLists::of_events(home, revision, events);
        lists.make_whole(&reader).await?;
        drop(reader);
        let texts = self.texts_in([&logged.change]).await?;
        let places = told(&logged).cloned().zip(1_usize..).skip(passed);
        let page = self.page_of(
            call,
            &query,
            query.paging.size,
            seen,
            places,
            |(_, place)| place.to_string(),
        );
        let page = page.map(|(event, _)| event).with_texts(texts);
        Ok((logged, page))
    }

    /// The changes of a home, the newest first.
    pub async fn list_changes(
        &self,
        call: &Call,
        query: ListChanges,
    ) -> Result<Page<Logged>, Error> {
        let seen = self
            .see(call, &query.home, None, &query.consistency)
            .await?;
        let before = self.page_start(call, &query, &query.paging.token)?;
        let before = before.and_then(|before| before.parse().ok());
        let reader = self.reader().await?;
        let mut looked = look(&reader, &query, before).await?;
        let lists = WantedLists::of(&mut looked.found);
        lists.make_whole(&reader).await?;
        drop(reader);
        let changes = looked.found.iter().map(|logged| &logged.change);
        let texts = self.texts_in(changes).await?;
        let found = keyed(looked.found, |logged| logged.revision.to_string());
        let end = looked.last.map(|last| last.to_string());
        Ok(self.page(call, &query, seen, found, end).with_texts(texts))
    }
}

async fn look(reader: &Reader, query: &ListChanges, before: Option<u64>) -> Result<Looked, Error> {
    let filter = filter(query);
    let size = query.paging.size;
    let mut chunk = FIRST_READ;
    let mut bytes = 0;
    let mut looked = Looked {
        found: Vec::new(),
        last: before,
    };
    let mut at = 0;
    while at < MAX_LOOKED_AT {
        let page = reader
            .changes_page(&query.home, &filter, looked.last, chunk as u64, true)
            .await?;
        let ends = page.len() < chunk;
        let read: usize = page.iter().map(Logged::size).sum();
        for logged in page {
            if looked.found.len() == size || bytes > MAX_BYTES {
                return Ok(looked);
            }
            at += 1;
            looked.last = Some(logged.revision);
            if is_by(&logged, query.by.as_ref()) {
                bytes += logged.size();
                looked.found.push(logged);
            }
        }
        if ends {
            looked.last = None;
            break;
        }
        // Of large ones fewer are held at once, whether or not they are wanted.
        chunk = if read > MAX_BYTES {
            (chunk / 2).max(1)
        } else {
            MOST_READ.min(chunk * 2)
        };
    }
    Ok(looked)
}

fn filter(query: &ListChanges) -> ChangeFilter {
    ChangeFilter {
        actor: match &query.by {
            Some(By::User(user)) => Some(user.clone()),
            Some(By::ServiceAccount(_)) | None => None,
        },
        method: query.method.clone(),
        resource: query.resource.clone(),
        from: query.from,
        until: query.until,
    }
}

fn is_by(logged: &Logged, by: Option<&By>) -> bool {
    match by {
        None => true,
        Some(By::User(user)) => logged.who.actor.as_ref() == Some(user),
        Some(By::ServiceAccount(wanted)) => {
            matches!(&logged.who.caller, Caller::Service { account, .. } if account == wanted)
        }
    }
}

/// What a change did that is told: that somebody is one of the people no more follows from their membership in the same
/// change.
pub fn told(logged: &Logged) -> impl Iterator<Item = &Event> {
    logged.change.events.iter().filter(|event| is_told(event))
}

fn is_told(event: &Event) -> bool {
    !matches!(event, Event::Saved(Record::FormerPerson(_)))
}

/// The resource name under which a home keeps its changes.
pub fn parent_name(home: &Home) -> String {
    match home {
        Home::Platform => "platform".to_owned(),
        Home::Users => "people".to_owned(),
        Home::Organization(id) => format!("organizations/{id}"),
    }
}

/// The resource name of a change.
pub fn change_name(home: &Home, revision: u64) -> String {
    format!("{}/changes/{revision}", parent_name(home))
}
