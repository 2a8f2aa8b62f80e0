//! On which day was each grant last used? Noted with every answer that rests on it, written now and then.
//!
//! What is noted is one mark for each grant and day: the first use of a day, whichever it is, and none of the others. So a
//! grant that is used once a day is never taken for one that nobody uses, as it could be if only one of so many uses were
//! looked at.

mod recent;
mod unwritten;

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use domain::{Day, GrantId, Home, OrganizationId, Timestamp};
use store::Store;

use crate::engine::Engine;
use crate::error::Error;
use recent::Recent;
use unwritten::Unwritten;

/// The uses of grants that this instance answered, and what is written of all.
pub(crate) struct GrantUses {
    engine: Arc<Engine>,
    store: Store,
    /// Those that were noted today.
    recent: Recent,
    unwritten: Unwritten,
    /// Whether calls are answered here, so that all uses of this instance are noted.
    answers: AtomicBool,
    since: OnceLock<Day>,
}

/// What is known of the use of some grants.
#[derive(Debug, Clone)]
pub struct KnownUses {
    /// The day on which marking began: what was used before is not known.
    pub since: Day,
    /// The last day on which each was used, as far as known.
    pub last: HashMap<GrantId, Day>,
}

impl GrantUses {
    pub(crate) fn new(engine: Arc<Engine>, store: Store) -> Self {
        Self {
            engine,
            store,
            recent: Recent::default(),
            unwritten: Unwritten::default(),
            answers: AtomicBool::new(false),
            since: OnceLock::new(),
        }
    }

    /// Calls are answered from now on: where none was before, that is when marking begins. Not where the application is
    /// opened for a command alone, which answers nobody.
    pub(crate) fn begin(&self) {
        self.answers.store(true, Ordering::Relaxed);
        self.unwritten.must_not_wait();
    }

    /// Notes that an answer of this time rests on the grant; nearly always only a look.
    pub(crate) fn note(&self, organization: &OrganizationId, grant: &GrantId, at: Timestamp) {
        let day = Day::of(at);
        let mark = self.recent.mark(organization, grant, day);
        // Where there is no room it is noted with another use.
        if !self.recent.has(mark) && self.unwritten.add(organization, grant, day) {
            self.recent.put(mark);
        }
    }

    /// Comes back when something should be written that must not wait.
    pub(crate) async fn must_not_wait(&self) {
        self.unwritten.are_urgent().await;
    }

    /// Writes those that were noted since; they stay until they are written.
    pub(crate) async fn write(&self) -> Result<(), Error> {
        if self.answers.load(Ordering::Relaxed) {
            self.since().await?;
        }
        let uses = self.unwritten.all();
        if !uses.is_empty() {
            self.store.mark_grant_uses(&uses).await?;
            self.unwritten.remove(&uses);
        }
        Ok(())
    }

    /// The day on which marking began.
    pub(crate) async fn since(&self) -> Result<Day, Error> {
        if let Some(since) = self.since.get() {
            return Ok(*since);
        }
        let today = Day::of(self.engine.now());
        let since = self.store.grant_uses_since(today).await?;
        Ok(*self.since.get_or_init(|| since))
    }

    /// When these grants were last used: as it is written, and as this instance has still to write it; what others have is
    /// late by a minute.
    pub(crate) async fn of(
        &self,
        organization: &OrganizationId,
        grants: &[&GrantId],
    ) -> Result<KnownUses, Error> {
        // What is written meanwhile is in one of the two; asked in the other order it could be in none.
        let waiting = self.unwritten.of(organization, grants);
        let home = Home::Organization(organization.clone());
        let mut last = self.store.grant_uses(&home, grants).await?;
        for (grant, day) in waiting {
            let known = last.entry(grant).or_insert(day);
            *known = day.max(*known);
        }
        Ok(KnownUses {
            since: self.since().await?,
            last,
        })
    }
}

impl KnownUses {
    /// Whether it is known that a grant of that age was not used on that day or later. Of one that was never marked that is
    /// known if marking had begun by then; one that was not there yet is not looked for.
    pub(crate) fn is_unused(&self, (grant, made): (&GrantId, Timestamp), since: Day) -> bool {
        match self.last.get(grant) {
            Some(last) => *last < since,
            None => self.since <= since && Day::of(made) < since,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grant(id: &str) -> GrantId {
        GrantId::parse(id).unwrap()
    }

    #[test]
    fn what_was_used_before_marking_began_is_not_known() {
        let known = KnownUses {
            since: Day(10),
            last: HashMap::from([(grant("used"), Day(12))]),
        };
        let unused = |id: &str, made: i64, since: i64| {
            known.is_unused((&grant(id), Day(made).start()), Day(since))
        };
        assert!(!unused("used", 5, 12));
        assert!(unused("used", 5, 13));
        assert!(!unused("never", 5, 9));
        assert!(unused("never", 5, 10));
        assert!(!unused("never", 11, 11), "it was not there yet");
        assert!(unused("never", 11, 12));
    }
}
