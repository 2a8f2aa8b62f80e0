//! A change as the log holds it, read back.

use std::sync::Arc;

use domain::{Change, Home, Timestamp, UserId, Who};
use sea_orm::{ColumnTrait, EntityTrait, QueryFilter, Select};

use crate::chain::Link;
use crate::entity::change::{Column, Entity, Model};
use crate::error::{Error, bytes32, revision};
use crate::format;
use crate::head::{Head, must_be_readable, read_home};
use crate::key_ring::KeyRing;

/// A change as the log holds it.
#[derive(Debug, Clone)]
pub struct Logged {
    pub home: Home,
    /// Which revision of the home it made.
    pub revision: u64,
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

    pub(crate) fn read(row: Model) -> Result<Self, Error> {
        let place = format!("{} revision {}", row.home, row.revision);
        let broken = |what: &str| Error::Corrupt(format!("{place}: {what} cannot be read"));
        let home = read_home(&row.home)?;
        must_be_readable(&home, format::of_column(row.format))?;
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

/// The changes of a home.
pub(super) fn of(home: &Home) -> Select<Entity> {
    Entity::find().filter(Column::Home.eq(home.to_string()))
}
