//! What happened, for ever? Writing a change into the log, and reading changes back.

use std::sync::Arc;

use domain::{Change, Event, Home, RecordName, Timestamp, UserId, Who};
use sea_orm::sea_query::ExprTrait;
use sea_orm::{
    ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, QueryTrait, Select,
};

use crate::chain::Link;
use crate::entity::change::{ActiveModel, Column, Entity, Model};
use crate::error::{Error, bytes32, number, revision};
use crate::head::{Head, read_home};
use crate::key_ring::KeyRing;
use crate::tx::Tx;

/// The payload is JSON of `domain::Change`.
const FORMAT: u32 = 1;

/// Rows read at a time where a filter can only be judged on the decoded change.
const SCAN: u64 = 500;

/// A change as the log holds it.
#[derive(Debug, Clone)]
pub struct Logged {
    /// Where.
    pub home: Home,
    /// Which revision of the home it made.
    pub revision: u64,
    /// When.
    pub at: Timestamp,
    /// Who did it.
    pub who: Who,
    /// What it did; personal values and mails are not part of it.
    pub change: Change,
    /// The revisions of other homes that it was decided on.
    pub deps: Vec<(Home, u64)>,
    /// The id of the request, where it had one.
    pub request_id: Option<String>,
    /// The chain at this revision.
    pub chain: [u8; 32],
    /// The row as it was sealed.
    row: Arc<Model>,
}

/// Which changes of a home, for the audit.
#[derive(Debug, Clone, Default)]
pub struct ChangeFilter {
    /// Done by this person.
    pub actor: Option<UserId>,
    /// Done by this RPC or command.
    pub method: Option<String>,
    /// That saved or removed the noun of this resource name.
    pub resource: Option<String>,
    /// Not before.
    pub from: Option<Timestamp>,
    /// Before.
    pub until: Option<Timestamp>,
}

impl Logged {
    /// The head of the home right after this change.
    pub fn head(&self) -> Head {
        Head {
            revision: self.revision,
            chain: self.chain,
            at: self.at,
        }
    }

    /// Whether this change is sealed onto `previous`, by a key of the ring.
    pub(crate) fn is_sealed(&self, store: &str, ring: &KeyRing, previous: &[u8; 32]) -> bool {
        let row = &self.row;
        let (Some(key), Ok(format)) = (ring.key(&row.key_id), u32::try_from(row.format)) else {
            return false;
        };
        let link = Link {
            store,
            home: &row.home,
            revision: self.revision,
            previous,
            key_id: &row.key_id,
            format,
            payload: &row.payload,
            deps: &row.deps,
            actor: row.actor.as_deref(),
            caller: &row.caller,
            request_id: row.request_id.as_deref(),
            at: row.at,
        };
        // The method stands in a column of its own for queries; it must be the sealed one.
        row.method == self.change.method && link.is_sealed(key, &self.chain)
    }

    /// The payload as it was sealed.
    pub(crate) fn payload(&self) -> &str {
        &self.row.payload
    }

    /// Whether it saved or removed the noun of this resource name.
    fn is_about(&self, resource: &str) -> bool {
        let is_it = |name: &RecordName| name.resource_name(&self.home) == resource;
        self.change.events.iter().any(|event| match event {
            Event::Saved(record) => is_it(&record.name()),
            Event::Removed(name) => is_it(name),
        })
    }

    fn read(row: Model) -> Result<Self, Error> {
        let place = format!("{} revision {}", row.home, row.revision);
        let broken = |what: &str| Error::Corrupt(format!("{place}: {what} cannot be read"));
        match u32::try_from(row.format) {
            Ok(FORMAT) => {}
            Ok(format) => return Err(Error::Format(format)),
            Err(_) => return Err(broken("the format")),
        }
        let actor = row.actor.as_deref().map(UserId::parse).transpose();
        let deps: Vec<(String, u64)> =
            serde_json::from_str(&row.deps).map_err(|_| broken("deps"))?;
        let deps: Result<_, Error> = deps
            .iter()
            .map(|(home, at)| Ok((read_home(home)?, *at)))
            .collect();
        Ok(Self {
            home: read_home(&row.home)?,
            revision: revision(row.revision)?,
            at: Timestamp(row.at),
            who: Who {
                actor: actor.map_err(|_| broken("the actor"))?,
                caller: serde_json::from_str(&row.caller).map_err(|_| broken("the caller"))?,
            },
            change: serde_json::from_str(&row.payload).map_err(|_| broken("the payload"))?,
            deps: deps?,
            request_id: row.request_id.clone(),
            chain: bytes32(&row.chain, "a chain")?,
            row: Arc::new(row),
        })
    }
}

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
    pub(crate) async fn write(&self, tx: &Tx, store: &str, ring: &KeyRing) -> Result<Head, Error> {
        let (row, head) = self.sealed(store, ring)?;
        tx.run(Entity::insert(row).as_query()).await?;
        Ok(head)
    }

    fn sealed(&self, store: &str, ring: &KeyRing) -> Result<(ActiveModel, Head), Error> {
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
        let link = Link {
            store,
            home: &home,
            revision,
            previous: &self.before.chain,
            key_id,
            format: FORMAT,
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
        };
        let row = Model {
            key_id: key_id.to_owned(),
            format: i64::from(FORMAT),
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
        Ok((active(row), head))
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

fn of(home: &Home) -> Select<Entity> {
    Entity::find().filter(Column::Home.eq(home.to_string()))
}

/// The changes after a revision, in order; the caller sees holes by the revisions.
pub(crate) async fn after(
    tx: &Tx,
    home: &Home,
    after: u64,
    limit: u64,
) -> Result<Vec<Logged>, Error> {
    let query = of(home)
        .filter(Column::Revision.gt(number(after)))
        .order_by_asc(Column::Revision)
        .limit(limit);
    tx.all(query).await?.into_iter().map(Logged::read).collect()
}

/// The change that made this revision.
pub(crate) async fn one(tx: &Tx, home: &Home, revision: u64) -> Result<Option<Logged>, Error> {
    let query = of(home).filter(Column::Revision.eq(number(revision)));
    let row = tx.all(query).await?.into_iter().next();
    row.map(Logged::read).transpose()
}

/// The last revision not after this time; `None` before the first.
pub(crate) async fn at(tx: &Tx, home: &Home, time: Timestamp) -> Result<Option<Head>, Error> {
    let query = of(home)
        .filter(Column::At.lte(time.0))
        .order_by_desc(Column::At)
        .order_by_desc(Column::Revision)
        .limit(1);
    let row = tx.all(query).await?.into_iter().next();
    Ok(row
        .map(Logged::read)
        .transpose()?
        .map(|logged| logged.head()))
}

/// A page of the changes that a filter takes, beyond `beyond` in the order asked for.
pub(crate) async fn page(
    tx: &Tx,
    home: &Home,
    filter: &ChangeFilter,
    beyond: Option<u64>,
    limit: u64,
    descending: bool,
) -> Result<Vec<Logged>, Error> {
    let mut found = Vec::new();
    let mut beyond = beyond;
    let chunk = if filter.resource.is_some() {
        SCAN
    } else {
        limit
    };
    loop {
        let rows = tx
            .all(scan(home, filter, beyond, chunk, descending))
            .await?;
        let last = (rows.len() as u64) < chunk;
        for row in rows {
            let logged = Logged::read(row)?;
            beyond = Some(logged.revision);
            if filter
                .resource
                .as_deref()
                .is_none_or(|resource| logged.is_about(resource))
            {
                found.push(logged);
            }
            if found.len() as u64 >= limit {
                return Ok(found);
            }
        }
        if last {
            return Ok(found);
        }
    }
}

fn scan(
    home: &Home,
    filter: &ChangeFilter,
    beyond: Option<u64>,
    limit: u64,
    descending: bool,
) -> Select<Entity> {
    let mut query = of(home)
        .apply_if(filter.actor.as_ref(), |query, actor| {
            query.filter(Column::Actor.eq(actor.as_str()))
        })
        .apply_if(filter.method.as_ref(), |query, method| {
            query.filter(Column::Method.eq(method.as_str()))
        })
        .apply_if(filter.from, |query, from| {
            query.filter(Column::At.gte(from.0))
        })
        .apply_if(filter.until, |query, until| {
            query.filter(Column::At.lt(until.0))
        })
        .limit(limit);
    if let Some(id) = filter.resource.as_deref().and_then(plain_id) {
        query = query.filter(Column::Payload.into_expr().like(format!("%\"{id}\"%")));
    }
    match (descending, beyond.map(number)) {
        (false, beyond) => query
            .apply_if(beyond, |query, beyond| {
                query.filter(Column::Revision.gt(beyond))
            })
            .order_by_asc(Column::Revision),
        (true, beyond) => query
            .apply_if(beyond, |query, beyond| {
                query.filter(Column::Revision.lt(beyond))
            })
            .order_by_desc(Column::Revision),
    }
}

/// The id in a resource name as it stands in payloads, so that the database leaves most rows aside.
fn plain_id(resource: &str) -> Option<&str> {
    if resource == "platform/settings" {
        return None;
    }
    let id = resource.rsplit(['/', ':']).next()?;
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    (!id.is_empty() && id.bytes().all(plain)).then_some(id)
}
