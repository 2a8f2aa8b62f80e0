//! How a state is filled with what is stored, which can be a million nouns: while the database reads some of them, those
//! before are decoded on another thread, and those before that are taken in.

use std::vec::IntoIter;

use access::{Loading, State};
use domain::{Home, Record};
use store::{Blocks, Store};

use crate::error::Error;
use crate::pool::{FEW, SHORT, aside};

/// Some of the nouns that a state is filled with.
pub(super) enum Part {
    Decoded(Vec<Record>),
    Stored(Box<dyn FnOnce() -> Result<Vec<Record>, store::Error> + Send>),
}

/// Where nouns are stored.
pub(super) trait Source: Send {
    /// Reads some more of them; `None` where there are no more.
    fn next(&mut self) -> impl Future<Output = Result<Option<Part>, store::Error>> + Send;
}

impl Source for Blocks<'_> {
    async fn next(&mut self) -> Result<Option<Part>, store::Error> {
        let Some(block) = Self::next(self).await? else {
            return Ok(None);
        };
        Ok(Some(if block.size() <= SHORT {
            Part::Decoded(block.records()?)
        } else {
            Part::Stored(Box::new(move || block.records()))
        }))
    }
}

impl Source for IntoIter<store::Part> {
    async fn next(&mut self) -> Result<Option<Part>, store::Error> {
        let part = Iterator::next(self);
        Ok(part.map(|part| Part::Stored(Box::new(move || part.records()))))
    }
}

/// The state of a home at a revision, of all that its source has.
pub(super) async fn filled(
    store: &Store,
    home: &Home,
    revision: u64,
    mut source: impl Source,
) -> Result<State, Error> {
    let mut loading = Loading::new(home);
    let (mut part, mut records) = (source.next().await?, Vec::new());
    while part.is_some() || !records.is_empty() {
        let (next, decoded, ()) = tokio::join!(source.next(), decoded(store, part), async {
            take_in(&mut loading, records);
        });
        records = decoded?;
        part = next?;
    }
    Ok(aside(|| loading.done(revision)))
}

async fn decoded(store: &Store, part: Option<Part>) -> Result<Vec<Record>, Error> {
    match part {
        None => Ok(Vec::new()),
        Some(Part::Decoded(records)) => Ok(records),
        Some(Part::Stored(decode)) => Ok(store.background().run(async { aside(decode) }).await?),
    }
}

fn take_in(loading: &mut Loading, records: Vec<Record>) {
    if records.len() <= FEW {
        loading.add(records);
    } else {
        aside(|| loading.add(records));
    }
}
