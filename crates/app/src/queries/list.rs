//! One page of a list, whatever it is a list of: who may ask, where it goes on, what it passes over, how much it looks at.

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use access::{View, Work};
use decide::visible::Sight;
use domain::{Home, Kind, Noun, Record, Refusal, Timestamp, UserId};
use serde::Serialize;
use tokio::sync::Mutex;

pub use super::listing::Listing;
use super::paging::{Page, keyed};
use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::Seen;
use crate::engine::Snapshot;
use crate::error::Error;

/// The most things that are read at once.
const MOST_READ: usize = 500;

/// How many steps of looking one page has where it is answered on the core of the connection, whose other calls wait
/// meanwhile: 6 ms, in which a person with few teams has thousands of products looked at.
const PAGE_STEPS: u64 = 100_000;

/// Counts all of a list, on states and at a time.
pub(crate) type Count = Box<dyn FnOnce(&View, Timestamp) -> Result<usize, Refusal> + Send>;

/// A list: an order, and what of it is asked for. Its serialized form is what a page token is bound to.
pub trait List: Serialize + Send + Sync {
    /// What stands in the order.
    type Item: Send + Sync;

    /// How many things are looked at for one page, where [`List::takes`] leaves out.
    const MOST_LOOKED_AT: usize = usize::MAX;

    /// Where it is.
    fn home(&self) -> Home;

    /// Whom it is about.
    fn about(&self) -> Option<&UserId> {
        None
    }

    /// Refuses who has nothing to ask for here, and to list by what is not there; asked before the page token is read.
    fn must_be_askable(
        &self,
        _from: &Source<'_>,
    ) -> impl Future<Output = Result<(), Error>> + Send {
        std::future::ready(Ok(()))
    }

    /// At most so many of what follows a key, in order; fewer only at the end, or where it says that it stops
    /// (`Source::stops_after`).
    fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> impl Future<Output = Result<Vec<Self::Item>, Error>> + Send;

    /// What counts all of it, where that can be asked for.
    fn counting(&self) -> Option<Count> {
        None
    }

    /// What a page starts after that goes on behind the item.
    fn key(item: &Self::Item) -> String;

    /// Whether it is asked for, where that takes long to say; what is left out cheaply is not read.
    fn takes(
        &self,
        _from: &Source<'_>,
        _item: &Self::Item,
    ) -> impl Future<Output = Result<bool, Error>> + Send {
        std::future::ready(Ok(true))
    }
}

/// What a list is read from.
pub struct Source<'a> {
    pub(crate) app: &'a App,
    pub(crate) call: &'a Call,
    pub(crate) home: Home,
    /// The states of its home, of which whoever asks may know.
    pub(crate) seen: &'a Seen,
    consistency: Consistency,
    /// The states of other homes that were looked at.
    views: Mutex<HashMap<Home, View>>,
    /// What a read that looked at enough stopped after.
    stop: OnceLock<String>,
}

impl Source<'_> {
    /// What whoever asks may see there.
    pub(crate) fn sight(&self) -> Sight {
        self.seen.sight(self.call, &self.home)
    }

    /// The nouns of a kind in the home, by id; of these rows alone memory does not keep all.
    pub(crate) async fn rows<N: Noun + Clone>(
        &self,
        kind: Kind,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Arc<N>>, Error> {
        let reader = self.app.reader().await?;
        let records = reader.records(&self.home, kind, after, most as u64).await?;
        let of = |record: &Record| N::of(record).cloned().map(Arc::new);
        Ok(records.iter().filter_map(of).collect())
    }

    /// A read looked at enough for one page, and found fewer than it might have: the page ends there, and the next one goes
    /// on after this key.
    pub(crate) fn stops_after(&self, key: &str) {
        self.stop.get_or_init(|| key.to_owned());
    }

    /// The states of its home, with as much work as one page may be.
    pub(crate) fn view_for_page(&self) -> View {
        self.seen.view.clone().with_work(Work::of(PAGE_STEPS))
    }

    /// The states of another home, as fresh as was asked, to be looked at once.
    pub(crate) async fn snapshot(&self, home: &Home) -> Result<Snapshot, Error> {
        self.app.pick(home, &self.consistency).await
    }

    /// The states of another home, as fresh as was asked; of one moment for the whole page.
    pub(crate) async fn view(&self, home: &Home) -> Result<View, Error> {
        let mut views = self.views.lock().await;
        if let Some(view) = views.get(home) {
            return Ok(view.clone());
        }
        let view = self.snapshot(home).await?.view();
        views.insert(home.clone(), view.clone());
        Ok(view)
    }
}

impl App {
    /// A page of a list.
    pub async fn list<L: List>(
        &self,
        call: &Call,
        asked: &Listing<L>,
    ) -> Result<Page<L::Item>, Error> {
        let home = asked.list.home();
        let when = self.when(call, asked);
        let seen = self.see_when(call, &home, asked.list.about(), &when);
        let seen = seen.await?;
        self.list_on(call, asked, seen).await
    }

    /// A page of a list on states that whoever asks may see.
    pub(crate) async fn list_on<L: List>(
        &self,
        call: &Call,
        asked: &Listing<L>,
        seen: Seen,
    ) -> Result<Page<L::Item>, Error> {
        let Listing { list, paging, .. } = asked;
        let from = Source {
            app: self,
            call,
            home: list.home(),
            seen: &seen,
            consistency: self.freshness(call, asked),
            views: Mutex::default(),
            stop: OnceLock::new(),
        };
        list.must_be_askable(&from).await?;
        let query = asked.query();
        let after = self.page_start(call, &query, &paging.token)?;
        let (items, end) = gathered(list, &from, after, paging.size).await?;
        let total = match list.counting().filter(|_| paging.total) {
            Some(count) => Some(self.counted(&from, count).await?),
            None => None,
        };
        let page = self.page(call, &query, seen, keyed(items, L::key), end);
        Ok(page.with_total(total))
    }
}

impl App {
    /// How many there are on the states that the page is read from: all of them are looked at, so that is done beside it.
    async fn counted(&self, from: &Source<'_>, count: Count) -> Result<usize, Error> {
        let (seen, at) = (from.seen, from.seen.at);
        let counting = move |view: &View| count(view, at);
        self.look_aside(from.call, &from.home, seen, &seen.view, counting)
            .await
    }
}

/// The items of a page, and what the next one starts after, if there may be more.
async fn gathered<L: List>(
    list: &L,
    from: &Source<'_>,
    mut after: Option<String>,
    size: usize,
) -> Result<(Vec<L::Item>, Option<String>), Error> {
    let (mut items, mut looked_at) = (Vec::new(), 0);
    // One more than a page, so that the last page is known for the last.
    let mut most = size.saturating_add(1);
    loop {
        let read = list.read(from, after.as_deref(), most).await?;
        let is_end = read.len() < most;
        for item in read {
            if items.len() == size || looked_at == L::MOST_LOOKED_AT {
                return Ok((items, after));
            }
            after = Some(L::key(&item));
            looked_at += 1;
            if list.takes(from, &item).await? {
                items.push(item);
            }
        }
        if let Some(stop) = from.stop.get() {
            return Ok((items, Some(stop.clone())));
        }
        if is_end {
            return Ok((items, None));
        }
        most = most.saturating_mul(2).min(MOST_READ.max(size + 1));
    }
}
