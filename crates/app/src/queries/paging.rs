//! Where does a page of a list begin and end? The same for every list.

use serde::Serialize;

use crate::app::App;
use crate::call::Call;
use crate::done::{Seen, Texts};
use crate::page::PageTokens;

/// How much of a list is asked for.
#[derive(Debug, Clone, Default)]
pub struct Paging {
    /// At most this many.
    pub size: usize,
    /// Where the page before ended; empty for the first page.
    pub token: String,
    /// Whether it is also asked how much there is in all.
    pub total: bool,
}

/// One page of a list. Only whoever writes the answer knows how large the items are: it takes those that fit
/// ([`Page::fitting`]), and the next page starts after the last one taken.
#[derive(Debug, Clone)]
pub struct Page<T> {
    /// The items in their order, each with what a page starts after that goes on behind it.
    pub(crate) items: Vec<(String, T)>,
    /// What the next page starts after where all items fit; `None` at the end of the list.
    end: Option<String>,
    /// How many items the whole list has, where that is asked for.
    pub total: Option<usize>,
    tokens: PageTokens,
    /// The states that it was read on.
    pub seen: Seen,
    /// The texts of the items.
    pub texts: Texts,
}

impl<T> Page<T> {
    /// The answers to the items as far as they stay within `most` bytes together, but at least one, and the token of
    /// the page after them, empty at the end of the list.
    pub fn fitting<A>(
        &self,
        most: usize,
        answer: impl Fn(&T) -> A,
        size: impl Fn(&A) -> usize,
    ) -> (Vec<A>, String) {
        let mut fitting = Vec::new();
        let mut bytes: usize = 0;
        let mut last = None;
        for (key, item) in &self.items {
            let answer = answer(item);
            bytes = bytes.saturating_add(size(&answer));
            if bytes > most && last.is_some() {
                return (fitting, self.token_after(last));
            }
            fitting.push(answer);
            last = Some(key);
        }
        (fitting, self.token_after(self.end.as_ref()))
    }

    fn token_after(&self, last: Option<&String>) -> String {
        let seen = &self.seen.token;
        last.map(|last| self.tokens.after(last, seen))
            .unwrap_or_default()
    }

    /// The items alone.
    pub(crate) fn items(&self) -> impl Iterator<Item = &T> {
        self.items.iter().map(|(_, item)| item)
    }

    /// The same page of other items, which have the keys of these.
    pub(crate) fn of<U>(self, items: Vec<(String, U)>) -> Page<U> {
        Page {
            items,
            end: self.end,
            total: self.total,
            tokens: self.tokens,
            seen: self.seen,
            texts: self.texts,
        }
    }

    /// The page with how many items the whole list has.
    pub(crate) fn with_total(self, total: Option<usize>) -> Self {
        Self { total, ..self }
    }

    /// The page with the texts of its items.
    pub(crate) fn with_texts(self, texts: Texts) -> Self {
        Self { texts, ..self }
    }
}

impl App {
    /// The page of these items, which each have their key; the next page starts after `end`, if there may be more.
    pub(crate) fn page<T, Q: Serialize>(
        &self,
        call: &Call,
        query: &Q,
        seen: Seen,
        items: Vec<(String, T)>,
        end: Option<String>,
    ) -> Page<T> {
        Page {
            items,
            end,
            total: None,
            tokens: self.page_tokens(call, query),
            seen,
            texts: Texts::default(),
        }
    }
}

/// Each item with its key.
pub(crate) fn keyed<T>(items: Vec<T>, key: impl Fn(&T) -> String) -> Vec<(String, T)> {
    let with_key = |item| (key(&item), item);
    items.into_iter().map(with_key).collect()
}
