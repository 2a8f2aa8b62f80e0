//! How does a change come into the log? Sealed onto the one before.

use domain::{Change, Home, Timestamp, UserId, Who};
use sea_orm::{ActiveValue, EntityTrait, QueryTrait};

use crate::chain::Link;
use crate::entity::change::{ActiveModel, Entity, Model};
use crate::error::{Error, number};
use crate::format::FORMAT;
use crate::head::Head;
use crate::key_ring::KeyRing;
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
    /// Seals the change, writes it, and says where its home stands then, and how many bytes the change takes.
    pub(crate) async fn write(
        &self,
        tx: &Tx,
        store: &str,
        ring: &KeyRing,
    ) -> Result<(Head, usize), Error> {
        let (row, head) = self.sealed(store, ring)?;
        let bytes = row.payload.len();
        tx.run(Entity::insert(active(row)).as_query()).await?;
        Ok((head, bytes))
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

fn active(row: Model) -> ActiveModel {
    ActiveModel {
        home: ActiveValue::Set(row.home),
        revision: ActiveValue::Set(row.revision),
        format: ActiveValue::Set(row.format),
        key_id: ActiveValue::Set(row.key_id),
        method: ActiveValue::Set(row.method),
        payload: ActiveValue::Set(row.payload),
        deps: ActiveValue::Set(row.deps),
        actor: ActiveValue::Set(row.actor),
        caller: ActiveValue::Set(row.caller),
        request_id: ActiveValue::Set(row.request_id),
        at: ActiveValue::Set(row.at),
        chain: ActiveValue::Set(row.chain),
    }
}
