//! Which page of which list, and on which states? A page that goes on sees at least what the one before it saw, whichever
//! instance answers: else something that was there all the time would be on none of them.

use serde::Serialize;

use super::paging::Paging;
use crate::app::App;
use crate::call::{AsOf, Call, Consistency, When};

/// Asks for a page of a list.
#[derive(Debug, Clone)]
pub struct Listing<L> {
    /// Of which list.
    pub list: L,
    /// How much of it.
    pub paging: Paging,
    /// How fresh it was asked to be; a page that goes on may have to be fresher.
    consistency: Consistency,
    /// The state that it is asked of, where that is past.
    as_of: Option<AsOf>,
}

impl Listing<()> {
    /// Asks for a page of whatever list.
    pub fn new(paging: Paging, consistency: Consistency) -> Self {
        Self {
            list: (),
            paging,
            consistency,
            as_of: None,
        }
    }

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
    /// The same page of another list.
    pub(crate) fn page_of<M>(&self, list: M) -> Listing<M> {
        Listing {
            list,
            paging: self.paging.clone(),
            consistency: self.consistency.clone(),
            as_of: self.as_of,
        }
    }

    /// What its page tokens are bound to.
    pub(crate) fn query(&self) -> (&L, Option<AsOf>) {
        (&self.list, self.as_of)
    }
}

impl App {
    /// On which states a page is asked for.
    pub(crate) fn when<L: Serialize>(&self, call: &Call, asked: &Listing<L>) -> When {
        match asked.as_of {
            Some(as_of) => When::Then(as_of),
            None => When::Now(self.freshness(call, asked)),
        }
    }

    /// How fresh the present must be for a page.
    pub(crate) fn freshness<L: Serialize>(&self, call: &Call, asked: &Listing<L>) -> Consistency {
        let before = self.seen_on_page(call, &asked.query(), &asked.paging.token);
        match (asked.consistency.clone(), before) {
            (Consistency::MinimizeLatency, Some(seen)) => Consistency::AtLeastAsFresh(vec![seen]),
            (Consistency::AtLeastAsFresh(mut tokens), Some(seen)) => {
                tokens.push(seen);
                Consistency::AtLeastAsFresh(tokens)
            }
            // Whatever was seen was committed by then.
            (consistency, _) => consistency,
        }
    }
}
