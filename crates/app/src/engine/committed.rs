//! What this instance committed itself is in memory before anybody asks for it: nobody has to read it from the log again.

use std::slice;

use store::Logged;

use super::Engine;
use super::feed::apply;

impl Engine {
    /// Takes in changes that were committed a moment ago, in the order of their revisions in each home. One that does not
    /// follow what is in memory, or of whose home somebody is reading, is left to whoever reads it. It proves nothing: as of
    /// when a state is current, reads alone say.
    pub(crate) fn take_in(&self, changes: Vec<Logged>) {
        for change in changes {
            let cell = self.cell(&change.home);
            let Ok(_fetching) = cell.fetching.try_lock() else {
                continue;
            };
            let follows = cell.published();
            let follows = follows.filter(|it| it.head.revision + 1 == change.revision);
            let Some(before) = follows else {
                continue;
            };
            // Where it does not verify, whoever reads it finds so too, and says what is wrong.
            if let Ok(after) = apply(&self.store, before, &cell.home, slice::from_ref(&change)) {
                cell.keep(vec![change]);
                self.publish(&cell, after);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;
    use std::sync::{Arc, Mutex, PoisonError};

    use domain::{Caller, Change, Home, Who};
    use store::{Decide, Decided, Intent, Locked, Reader};

    use super::super::testing::{engine, home};
    use super::*;
    use crate::error::Error;

    /// Writes nothing but a revision, and keeps what it is told.
    #[derive(Clone, Default)]
    struct Nothing(Arc<Mutex<Vec<Logged>>>);

    impl Decide for Nothing {
        type Error = Error;

        async fn decide(&mut self, locked: &Locked, _: &Reader) -> Result<Decided, Error> {
            Ok(Decided {
                changes: vec![Change::new(locked.home.clone(), "Test.Nothing")],
                deps: Vec::new(),
                before: BTreeMap::new(),
            })
        }

        async fn replay(&mut self, _: &Locked, _: &Reader) -> Result<(), Error> {
            Ok(())
        }

        async fn reused(&mut self, _: &Locked, _: &Reader) -> Result<(), Error> {
            Ok(())
        }

        fn committed(&mut self, changes: Vec<Logged>) {
            let mut told = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            told.extend(changes);
        }
    }

    /// Commits one more revision, past the engine.
    async fn one_more(engine: &Engine, home: &Home) -> Logged {
        let told = Nothing::default();
        let intent = Intent {
            home: home.clone(),
            birth: true,
            with_people: false,
            who: Who {
                actor: None,
                caller: Caller::CommandLine,
            },
            request: None,
            latches: Vec::new(),
            consult: Vec::new(),
            deadline: None,
        };
        let done = engine.store.transact(intent, told.clone()).await;
        assert_eq!(done.expect("committed").changes.len(), 1);
        let mut told = told.0.lock().unwrap_or_else(PoisonError::into_inner);
        assert_eq!(told.len(), 1);
        told.remove(0)
    }

    fn revision(engine: &Engine, home: &Home) -> Option<u64> {
        let published = engine.cell(home).published();
        published.map(|published| published.head.revision)
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn what_follows_memory_is_taken_in_and_proves_nothing() {
        let directory = tempfile::tempdir().expect("a directory");
        let (engine, _) = engine(&directory).await;
        let home = home("acme");
        let first = one_more(&engine, &home).await;
        // Nothing is in memory yet, so nothing follows.
        engine.take_in(vec![first]);
        assert_eq!(revision(&engine, &home), None);
        let cell = engine.cell(&home);
        let read = engine.current(&cell).await.expect("read");
        assert_eq!(read.head.revision, 1);
        let proven = cell.proven_at();
        let second = one_more(&engine, &home).await;
        let third = one_more(&engine, &home).await;
        engine.take_in(vec![second, third.clone()]);
        assert_eq!(revision(&engine, &home), Some(3));
        assert_eq!(cell.chain_at(3), Some(third.chain));
        assert_eq!(cell.proven_at(), proven);
        // Read anew it is the same, or this would be refused.
        let read = engine.current(&cell).await.expect("read");
        assert_eq!((read.head.revision, read.head.chain), (3, third.chain));
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn what_does_not_follow_or_is_being_read_is_left() {
        let directory = tempfile::tempdir().expect("a directory");
        let (engine, _) = engine(&directory).await;
        let home = home("acme");
        one_more(&engine, &home).await;
        let cell = engine.cell(&home);
        engine.current(&cell).await.expect("read");
        let second = one_more(&engine, &home).await;
        let third = one_more(&engine, &home).await;
        engine.take_in(vec![third.clone()]);
        assert_eq!(revision(&engine, &home), Some(1));
        {
            let _reading = cell.fetching.lock().await;
            engine.take_in(vec![second.clone()]);
            assert_eq!(revision(&engine, &home), Some(1));
        }
        let mut wrong = second.clone();
        wrong.chain = third.chain;
        engine.take_in(vec![wrong]);
        assert_eq!(revision(&engine, &home), Some(1));
        engine.take_in(vec![second, third]);
        assert_eq!(revision(&engine, &home), Some(3));
    }
}
