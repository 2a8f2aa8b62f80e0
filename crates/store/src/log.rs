//! What happened, for ever? A change as the log holds it, read back and verified.

mod across;
mod entry;
mod fitting;
mod page;

use std::sync::Arc;

use domain::{Change, Home, Timestamp, UserId, Who};
use sea_orm::sea_query::Order;
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, QueryOrder, QuerySelect, Select};

use crate::chain::Link;
use crate::entity::change::{Column, Entity, Model};
use crate::error::{Error, bytes32, number, revision};
use crate::format;
use crate::head::{Head, read_home};
use crate::key_ring::KeyRing;
use crate::tx::Tx;

pub use across::{Key, Reached};
pub(crate) use across::{across, keys_across};
pub(crate) use entry::Entry;
use fitting::fitting;
pub use page::{ChangeFilter, ChangePage};
pub(crate) use page::{last, page};

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

impl Logged {
    /// The bytes of what it did, as they are stored.
    pub fn size(&self) -> usize {
        self.row.payload.len()
    }

    /// The head of the home right after this change.
    pub fn head(&self) -> Head {
        Head {
            revision: self.revision,
            chain: self.chain,
            at: self.at,
            format: format::of_column(self.row.format),
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

    fn read(row: Model) -> Result<Self, Error> {
        let place = format!("{} revision {}", row.home, row.revision);
        let broken = |what: &str| Error::Corrupt(format!("{place}: {what} cannot be read"));
        let home = read_home(&row.home)?;
        format::must_be_readable(&home, format::of_column(row.format))?;
        let actor = row.actor.as_deref().map(UserId::parse).transpose();
        let deps: Vec<(String, u64)> =
            serde_json::from_str(&row.deps).map_err(|_| broken("deps"))?;
        let deps: Result<_, Error> = deps
            .iter()
            .map(|(home, at)| Ok((read_home(home)?, *at)))
            .collect();
        Ok(Self {
            home,
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

fn of(home: &Home) -> Select<Entity> {
    Entity::find().filter(Column::Home.eq(home.to_string()))
}

/// The changes after a revision, in order, as many as fit; the caller sees holes by the revisions.
pub(crate) async fn after(
    tx: &Tx,
    home: &Home,
    after: u64,
    limit: u64,
) -> Result<Vec<Logged>, Error> {
    let found = of(home)
        .filter(Column::Revision.gt(number(after)))
        .limit(limit);
    fitting(tx, home, found, Order::Asc).await
}

/// The last change before a time.
pub(crate) async fn last_before(
    tx: &Tx,
    home: &Home,
    time: Timestamp,
) -> Result<Option<Logged>, Error> {
    // A later revision never has an earlier time, so the index on both finds it without a search.
    let query = of(home)
        .filter(Column::At.lt(time.0))
        .order_by_desc(Column::At)
        .order_by_desc(Column::Revision)
        .limit(1);
    let row = tx.all(query).await?.into_iter().next();
    row.map(Logged::read).transpose()
}

/// The change that made this revision.
pub(crate) async fn one(tx: &Tx, home: &Home, revision: u64) -> Result<Option<Logged>, Error> {
    let query = of(home).filter(Column::Revision.eq(number(revision)));
    let row = tx.all(query).await?.into_iter().next();
    row.map(Logged::read).transpose()
}

/// The changes that made these revisions, which are few, the last first; as many as fit.
pub(crate) async fn some(tx: &Tx, home: &Home, revisions: &[u64]) -> Result<Vec<Logged>, Error> {
    let revisions = revisions.iter().copied().map(number);
    let found = of(home).filter(Column::Revision.is_in(revisions));
    fitting(tx, home, found, Order::Desc).await
}
