//! How is a decision written? Rows, log, request, and at last the head.

use domain::{Change, Home};

use super::held::{AttemptResult, LockedTx, TryEnd};
use super::{Committed, Decided, Intent, Locked};
use crate::entity::change::Model;
use crate::entity::idempotency;
use crate::error::Error;
use crate::head::{self, Head, Requires, raised};
use crate::idempotency::Success;
use crate::log::Entry;
use crate::save::save;
use crate::tx::Tx;

/// Everything that writing a decision needs.
pub(super) struct Writing<'a> {
    pub(super) intent: &'a Intent,
    pub(super) held: &'a LockedTx,
    pub(super) people: Option<&'a (Head, Requires)>,
    pub(super) locked: &'a Locked,
}

impl Writing<'_> {
    pub(super) async fn write(&self, decided: Decided) -> Result<TryEnd, Error> {
        let Decided {
            changes: whole,
            deps,
            before,
        } = decided;
        let mut heads: Vec<(Home, Head)> = Vec::new();
        let mut changes = Vec::with_capacity(whole.len());
        let mut rows = Vec::with_capacity(whole.len());
        for change in whole {
            if heads.iter().any(|(home, _)| *home == change.home) {
                return Err(Error::Misuse(format!(
                    "two changes of {} in one commit",
                    change.home
                )));
            }
            let told = change.amending(&before);
            let (head, row) = self.change(&change, &told, &deps).await?;
            rows.push(row);
            heads.push((change.home, head));
            changes.push(told);
        }
        if changes.is_empty() {
            heads.push((self.intent.home.clone(), self.held.head));
        }
        let takes_from: Vec<_> = changes
            .iter()
            .flat_map(|change| change.takes_from.clone())
            .collect();
        let mut done = AttemptResult {
            committed: Committed {
                changes,
                heads,
                replayed: false,
            },
            takes_from,
            rows,
            request: None,
        };
        if done.committed.changes.is_empty() {
            return Ok(TryEnd::Leave(done));
        }
        done.request = self.remember(&done).await?;
        Ok(TryEnd::Commit(done))
    }

    fn tx(&self) -> &Tx {
        self.held.reader.tx()
    }

    /// Rows, log, head. The log gets the change as it is `told`.
    async fn change(
        &self,
        change: &Change,
        told: &Change,
        deps: &[(Home, u64)],
    ) -> Result<(Head, Model), Error> {
        let (before, requires) = self.before(&change.home)?;
        let others = deps.iter().filter(|(home, _)| *home != change.home);
        let deps: Vec<_> = others.cloned().collect();
        let ring = &self.held.ring;
        let at = self.locked.now;
        let who = &self.intent.who;
        save(self.tx(), ring, change, who, (before.revision + 1, at)).await?;
        let entry = Entry {
            change: told,
            before,
            at,
            who: &self.intent.who,
            deps: &deps,
            request_id: self
                .intent
                .request
                .as_ref()
                .map(|request| request.id.as_str()),
        };
        let (head, row) = entry.write(self.tx(), &self.held.store, ring).await?;
        self.held.reader.wrote(row.clone());
        let requires = raised(requires, &change.home, &deps);
        head::advance(self.tx(), &change.home, &head, &requires).await?;
        Ok((head, row))
    }

    /// Where a locked home stood.
    fn before(&self, home: &Home) -> Result<(&Head, &Requires), Error> {
        match self.people {
            _ if *home == self.intent.home => Ok((&self.held.head, &self.held.requires)),
            Some((head, requires)) if *home == Home::People => Ok((head, requires)),
            _ => Err(Error::Misuse(format!(
                "a change of {home}, which is not locked"
            ))),
        }
    }

    async fn remember(&self, done: &AttemptResult) -> Result<Option<idempotency::Model>, Error> {
        let Some(request) = &self.intent.request else {
            return Ok(None);
        };
        let own = &self.intent.home;
        let revision_of = |is_own: bool| {
            let mut heads = done.committed.heads.iter();
            heads
                .find(|(home, _)| (home == own) == is_own)
                .map(|(_, head)| head.revision)
        };
        let success = Success {
            home: own,
            caller: &self.intent.who.caller,
            request,
            revision: revision_of(true),
            users_revision: revision_of(false),
            takes_from: &done.takes_from,
            at: self.locked.now,
        };
        success.write(self.tx()).await.map(Some)
    }
}
