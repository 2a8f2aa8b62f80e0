//! How does a change come into the log? Sealed onto the one before.

use domain::{Change, Home, Timestamp, UserId, Who};

use crate::chain::Link;
use crate::entity::change::Model;
use crate::error::{Error, number};
use crate::format::FORMAT;
use crate::head::Head;
use crate::key_ring::KeyRing;
use crate::rows::{Otherwise, Row, Verb};
use crate::tx::Tx;

/// A change on its way into the log.
pub(crate) struct Entry<'a> {
    pub(crate) change: &'a Change,
    pub(crate) before: &'a Head,
    pub(crate) at: Timestamp,
    pub(crate) who: &'a Who,
    pub(crate) deps: &'a [(Home, u64)],
    pub(crate) request_id: Option<&'a str>,
}

impl Entry<'_> {
    /// Seals the change, writes it, and says where its home stands then.
    pub(crate) async fn write(
        &self,
        tx: &Tx,
        store: &str,
        ring: &KeyRing,
    ) -> Result<(Head, Model), Error> {
        let (row, head) = self.sealed(store, ring)?;
        tx.put(waiting(row.clone())).await?;
        Ok((head, row))
    }

    fn sealed(&self, store: &str, ring: &KeyRing) -> Result<(Model, Head), Error> {
        let (key_id, key) = ring
            .signing()
            .ok_or_else(|| Error::Config("the key ring has no signing key".to_owned()))?;
        let home = self.change.home.to_string();
        let payload = serde_json::to_string(self.change).map_err(Error::unavailable)?;
        let deps: Vec<_> = self
            .deps
            .iter()
            .map(|(home, at)| (home.to_string(), at))
            .collect();
        let deps = serde_json::to_string(&deps).map_err(Error::unavailable)?;
        let actor = self.who.actor.as_ref().map(UserId::to_string);
        let caller = serde_json::to_string(&self.who.caller).map_err(Error::unavailable)?;
        let revision = self.before.revision + 1;
        // It never goes down, so the last change of a home proves what its head says.
        let format = self.before.format.max(FORMAT);
        let link = Link {
            store,
            home: &home,
            revision,
            previous: &self.before.chain,
            key_id,
            format,
            payload: &payload,
            deps: &deps,
            actor: actor.as_deref(),
            caller: &caller,
            request_id: self.request_id,
            at: self.at.0,
        };
        let head = Head {
            revision,
            chain: link.seal(key),
            at: self.at,
            format,
        };
        let row = Model {
            key_id: key_id.to_owned(),
            format: i64::from(format),
            method: self.change.method.clone(),
            request_id: self.request_id.map(str::to_owned),
            revision: number(revision),
            at: self.at.0,
            chain: head.chain.to_vec(),
            home,
            payload,
            deps,
            actor,
            caller,
        };
        Ok((row, head))
    }
}

fn waiting(row: Model) -> Row {
    let key = vec![("home", row.home.into()), ("revision", row.revision.into())];
    let others = vec![
        ("format", row.format.into()),
        ("key_id", row.key_id.into()),
        ("method", row.method.into()),
        ("payload", row.payload.into()),
        ("deps", row.deps.into()),
        ("actor", row.actor.into()),
        ("caller", row.caller.into()),
        ("request_id", row.request_id.into()),
        ("at", row.at.into()),
        ("chain", row.chain.into()),
    ];
    Row::new(("change", Verb::Insert), key, others, Otherwise::Fine)
}
