//! Several homes are to be read anew for one answer: by one statement for all of them, not by one after the other.

use std::collections::BTreeSet;
use std::sync::Arc;

use domain::Home;

use super::flight::PATIENCE;
use super::sweep::BATCH;
use super::{Cell, Engine, Published};
use crate::error::Error;

impl Engine {
    /// Reads where these homes stand, after the age clock said `since`, and brings to that what is in memory. What is not,
    /// or is being fetched, is left to whoever asks for it. One at a time: whoever waited finds most of it read by then.
    pub(crate) async fn read_together(
        self: &Arc<Self>,
        homes: &[Home],
        since: u64,
    ) -> Result<(), Error> {
        if homes.len() < 2 {
            return Ok(());
        }
        self.must_be_reachable()?;
        let mut cells: Vec<_> = homes.iter().map(|home| self.cell(home)).collect();
        let now = self.age_clock();
        cells.iter().for_each(|cell| cell.use_at(now));
        let turn = Arc::clone(&self.together).lock_owned();
        let turn = tokio::time::timeout(PATIENCE, turn).await.map_err(late)?;
        cells.retain(|cell| cell.proven_at().is_none_or(|sent| sent <= since));
        let engine = Arc::clone(self);
        // In a task of its own: who asked may go away.
        let reading = self.store.background().spawn(async move {
            let _turn = turn;
            for batch in cells.chunks(BATCH) {
                engine.sweep_batch(batch).await?;
            }
            Ok(())
        });
        let read = tokio::time::timeout(PATIENCE, reading).await;
        read.map_err(late)?.map_err(|_| Error::Interrupted)?
    }

    /// Reads anew what a question about these organizations is answered on, as far as it is in memory, by one statement for
    /// all of it. What the age clock said before.
    pub(crate) async fn read_for_all(
        self: &Arc<Self>,
        organizations: Vec<Home>,
    ) -> Result<u64, Error> {
        let since = self.age_clock();
        let mut homes = BTreeSet::from([Home::Platform, Home::People]);
        for home in organizations {
            // No cell is made for whoever asks: they may have nothing to ask there.
            if self.holds(&home) {
                let published = self.cell(&home).published();
                let partners = published.map_or_else(Vec::new, |published| published.partners());
                homes.extend(partners.into_iter().map(Home::Organization));
                homes.insert(home);
            }
        }
        let homes: Vec<_> = homes.into_iter().collect();
        self.read_together(&homes, since).await?;
        Ok(since)
    }

    /// The state, current at least as of a head read that was sent after the age clock said `since`.
    pub(crate) async fn current_since(
        self: &Arc<Self>,
        cell: &Arc<Cell>,
        since: u64,
    ) -> Result<Arc<Published>, Error> {
        // Looked at before what it proves.
        let is_proved = cell.proven_at().is_some_and(|sent| sent > since);
        match cell.published().filter(|_| is_proved) {
            Some(published) => Ok(published),
            None => self.current(cell).await,
        }
    }
}

fn late(late: tokio::time::error::Elapsed) -> Error {
    store::Error::Unavailable(late.into()).into()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::Ordering;

    use super::super::testing::{engine, home};
    use super::*;

    #[tokio::test]
    async fn many_homes_are_read_anew_by_one_read() {
        let directory = tempfile::tempdir().expect("a directory");
        let (engine, reads) = engine(&directory).await;
        let homes = ["one", "two", "three"].map(home);
        for home in homes.iter().chain(&[Home::Platform, Home::People]) {
            engine.current(&engine.cell(home)).await.expect("read");
        }
        let since = engine.age_clock();
        let before = reads.load(Ordering::SeqCst);
        // Of many who ask at once, one reads.
        let (one, other) = tokio::join!(
            engine.read_together(&homes, since),
            engine.read_together(&homes, since)
        );
        one.and(other).expect("read");
        for home in &homes {
            let current = engine.current_since(&engine.cell(home), since).await;
            current.expect("proved");
        }
        assert_eq!(reads.load(Ordering::SeqCst) - before, 1);
        // Those of all organizations are among them.
        let before = reads.load(Ordering::SeqCst);
        let since = engine.read_for_all(homes.to_vec()).await.expect("read");
        for home in homes.iter().chain(&[Home::Platform, Home::People]) {
            let current = engine.current_since(&engine.cell(home), since).await;
            current.expect("proved");
        }
        assert_eq!(reads.load(Ordering::SeqCst) - before, 1);
        // What was read before is not new.
        let since = engine.age_clock();
        let before = reads.load(Ordering::SeqCst);
        let [one, ..] = &homes;
        let current = engine.current_since(&engine.cell(one), since).await;
        current.expect("read");
        assert_eq!(reads.load(Ordering::SeqCst) - before, 1);
    }
}
