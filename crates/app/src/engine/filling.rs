//! How a state is filled with what is stored, which can be a million nouns: while the database reads some of them, those
//! before are decoded on another thread, and those before that are taken in.

use std::vec::IntoIter;

use access::{Loading, State};
use domain::{Home, Record};
use store::{Blocks, Part, Store};

use crate::error::Error;
use crate::pool::aside;

/// Makes nouns of what is stored.
pub(super) type Decode = Box<dyn FnOnce() -> Result<Vec<Record>, store::Error> + Send>;

/// Where nouns are stored.
pub(super) trait Source: Send {
    /// Reads some more of them; `None` where there are no more.
    fn next(&mut self) -> impl Future<Output = Result<Option<Decode>, store::Error>> + Send;
}

impl Source for Blocks<'_> {
    async fn next(&mut self) -> Result<Option<Decode>, store::Error> {
        let block = Self::next(self).await?;
        Ok(block.map(|block| Box::new(move || block.records()) as Decode))
    }
}

impl Source for IntoIter<Part> {
    async fn next(&mut self) -> Result<Option<Decode>, store::Error> {
        let part = Iterator::next(self);
        Ok(part.map(|part| Box::new(move || part.records()) as Decode))
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
    let (mut stored, mut records) = (source.next().await?, Vec::new());
    while stored.is_some() || !records.is_empty() {
        let (next, decoded, ()) = tokio::join!(source.next(), decoded(store, stored), async {
            aside(|| loading.add(records));
        });
        (stored, records) = (next?, decoded?);
    }
    Ok(aside(|| loading.done(revision)))
}

async fn decoded(store: &Store, stored: Option<Decode>) -> Result<Vec<Record>, Error> {
    let Some(decode) = stored else {
        return Ok(Vec::new());
    };
    let decoding = store.background().spawn(async { aside(decode) });
    Ok(decoding.await.map_err(|_| Error::Interrupted)??)
}
