//! One page of a list, whatever it is a list of: who may ask, where it goes on, what it passes over, how much it looks at.

use std::collections::HashMap;
use std::sync::Arc;

use access::View;
use decide::visible::Sight;
use domain::{Home, Kind, Noun, Record, UserId};
use serde::Serialize;
use tokio::sync::Mutex;

use super::paging::{Page, Paging, keyed};
use crate::app::App;
use crate::call::{AsOf, Call, Consistency, When};
use crate::done::Seen;
use crate::error::Error;

/// The most things that are read at once.
const MOST_READ: usize = 500;

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

    /// At most so many of what follows a key, in order; fewer only at the end.
    fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> impl Future<Output = Result<Vec<Self::Item>, Error>> + Send;

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

/// Asks for a page of a list.
#[derive(Debug, Clone)]
pub struct Listing<L> {
    /// Of which list.
    pub list: L,
    /// How much of it.
    pub paging: Paging,
    pub consistency: Consistency,
    /// The state that it is asked of, where that is past.
    pub as_of: Option<AsOf>,
}

impl Listing<()> {
    /// The same of a state that is past, if one is asked for.
    #[must_use]
    pub fn as_of(self, as_of: Option<AsOf>) -> Self {
        Self { as_of, ..self }
    }

    /// The same of a list.
    pub fn of<L>(self, list: L) -> Listing<L> {
        Listing {
            list,
            paging: self.paging,
            consistency: self.consistency,
            as_of: self.as_of,
        }
    }
}

impl<L> Listing<L> {
    /// Of which states it is asked.
    pub(crate) fn when(&self) -> When {
        self.as_of
            .map_or_else(|| When::Now(self.consistency.clone()), When::Then)
    }
}

/// What a list is read from.
pub struct Source<'a> {
    pub(crate) app: &'a App,
    pub(crate) call: &'a Call,
    pub(crate) home: Home,
    /// The states of its home, of which whoever asks may know.
    pub(crate) seen: &'a Seen,
    consistency: &'a Consistency,
    /// The states of other homes that were looked at.
    views: Mutex<HashMap<Home, View>>,
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

    /// The states of another home, as fresh as was asked; of one moment for the whole page.
    pub(crate) async fn view(&self, home: &Home) -> Result<View, Error> {
        let mut views = self.views.lock().await;
        if let Some(view) = views.get(home) {
            return Ok(view.clone());
        }
        let view = self.app.pick(home, self.consistency).await?.view();
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
        let when = asked.when();
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
            consistency: &asked.consistency,
            views: Mutex::default(),
        };
        list.must_be_askable(&from).await?;
        // A page goes on with the same states of the past.
        let query = (list, asked.as_of);
        let after = self.page_start(call, &query, &paging.token)?;
        let (items, end) = gathered(list, &from, after, paging.size).await?;
        Ok(self.page(call, &query, seen, keyed(items, L::key), end))
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
        if is_end {
            return Ok((items, None));
        }
        most = most.saturating_mul(2).min(MOST_READ.max(size + 1));
    }
}
