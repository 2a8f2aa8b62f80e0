//! Where does a page of a list begin and end? The same for every list.

use serde::Serialize;

use crate::app::App;
use crate::call::Call;
use crate::done::{Page, Seen, Texts};

/// How much of a list is asked for.
#[derive(Debug, Clone, Default)]
pub struct Paging {
    /// At most this many.
    pub size: usize,
    /// Where the page before ended; empty for the first page.
    pub token: String,
}

impl App {
    /// The page of what follows the page before; `key` is what the next page starts after.
    pub(crate) fn page_of<T, Q: Serialize>(
        &self,
        call: &Call,
        query: &Q,
        size: usize,
        seen: Seen,
        following: impl Iterator<Item = T>,
        key: impl Fn(&T) -> String,
    ) -> Page<T> {
        let mut items: Vec<T> = following.take(size.saturating_add(1)).collect();
        let more = items.len() > size;
        items.truncate(size);
        let last = items.last().filter(|_| more).map(key);
        let next_page_token = last.map(|last| self.page_token(call, query, &last));
        Page {
            items,
            next_page_token,
            seen,
            texts: Texts::default(),
        }
    }
}
