//! Was this request done already? One row per request that succeeded; its answer is rebuilt from the change.

use domain::{Caller, Home, Latch, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QueryTrait};

use crate::entity::idempotency::{ActiveModel, Column, Entity, Model};
use crate::error::{Error, bytes32, number, revision};
use crate::log;
use crate::transact::Committed;
use crate::tx::Tx;

/// How long a request is remembered: 24 h.
const LIFE: i64 = 24 * 3600;

/// What stands before a hash of what was sent; a former hash stands alone.
const HASHED: u8 = 2;

/// A request's id, and the hash of what it asks for.
#[derive(Debug, Clone)]
pub struct RequestKey {
    /// Chosen by the caller.
    pub id: String,
    /// Of method, acting user and message.
    pub hash: [u8; 32],
    /// As 0.1 hashed them: by the parsed command, whose names change from version to version. It is compared for the day
    /// after an upgrade from there, so the release after 0.2 needs it no more.
    pub former_hash: [u8; 32],
}

/// What is remembered under a request id.
#[derive(Debug, Clone)]
pub enum Remembered {
    /// This very request succeeded.
    Same {
        /// What it did.
        committed: Committed,
        /// From whom it took something.
        takes_from: Vec<Latch>,
    },
    /// Another request succeeded.
    Other,
}

/// A success on its way into the table.
pub(crate) struct Success<'a> {
    pub(crate) home: &'a Home,
    pub(crate) caller: &'a Caller,
    pub(crate) request: &'a RequestKey,
    pub(crate) revision: Option<u64>,
    pub(crate) users_revision: Option<u64>,
    pub(crate) takes_from: &'a [Latch],
    pub(crate) at: Timestamp,
}

/// A key is told apart by its account, so that a retry may come with the account's other key.
fn caller(caller: &Caller) -> String {
    match caller {
        Caller::Service { account, .. } => format!("account:{account}"),
        Caller::CommandLine => "command-line".to_owned(),
        Caller::LinkPage => "link-page".to_owned(),
    }
}

/// What is remembered at this time under the id of a request.
pub(crate) async fn remembered(
    tx: &Tx,
    home: &Home,
    by: &Caller,
    request: &RequestKey,
    now: Timestamp,
) -> Result<Option<Remembered>, Error> {
    let query = Entity::find()
        .filter(Column::Home.eq(home.to_string()))
        .filter(Column::Caller.eq(caller(by)))
        .filter(Column::Key.eq(&request.id));
    let row = tx.all(query).await?.into_iter().next();
    match row.filter(|row| now < Timestamp(row.at).plus_seconds(LIFE)) {
        None => Ok(None),
        Some(row) if is_same(&row, request)? => Ok(Some(Remembered::Same {
            committed: committed(tx, home, &row).await?,
            takes_from: serde_json::from_str(&row.takes_from).map_err(|_| {
                Error::Corrupt("the latches of a request cannot be read".to_owned())
            })?,
        })),
        Some(_) => Ok(Some(Remembered::Other)),
    }
}

fn is_same(row: &Model, request: &RequestKey) -> Result<bool, Error> {
    match row.request_hash.split_first() {
        Some((&HASHED, hash)) if hash.len() == request.hash.len() => Ok(hash == request.hash),
        _ => Ok(bytes32(&row.request_hash, "a request hash")? == request.former_hash),
    }
}

/// The changes that the request made, as the log tells them.
async fn committed(tx: &Tx, home: &Home, row: &Model) -> Result<Committed, Error> {
    let mut committed = Committed {
        changes: Vec::new(),
        heads: Vec::new(),
        replayed: true,
    };
    for (home, at) in [(home, row.revision), (&Home::People, row.users_revision)] {
        if let Some(at) = at {
            let logged = log::one(tx, home, revision(at)?).await?;
            let logged =
                logged.ok_or_else(|| Error::Corrupt(format!("{home} has no revision {at}")))?;
            committed.heads.push((logged.home.clone(), logged.head()));
            committed.changes.push(logged.change);
        }
    }
    Ok(committed)
}

impl Success<'_> {
    /// Remembers it; one that is no longer remembered makes room.
    pub(crate) async fn write(&self, tx: &Tx) -> Result<(), Error> {
        let row = ActiveModel {
            home: ActiveValue::Set(self.home.to_string()),
            caller: ActiveValue::Set(caller(self.caller)),
            key: ActiveValue::Set(self.request.id.clone()),
            request_hash: ActiveValue::Set([&[HASHED][..], &self.request.hash].concat()),
            revision: ActiveValue::Set(self.revision.map(number)),
            users_revision: ActiveValue::Set(self.users_revision.map(number)),
            takes_from: ActiveValue::Set(
                serde_json::to_string(self.takes_from).map_err(Error::unavailable)?,
            ),
            at: ActiveValue::Set(self.at.0),
        };
        let newer = OnConflict::columns([Column::Home, Column::Caller, Column::Key])
            .update_columns([
                Column::RequestHash,
                Column::Revision,
                Column::UsersRevision,
                Column::TakesFrom,
                Column::At,
            ])
            .to_owned();
        let insert = Entity::insert(row).on_conflict(newer);
        tx.run(insert.as_query()).await.map(|_| ())
    }
}

/// Forgets requests that no longer count.
pub(crate) async fn forget(tx: &Tx, now: Timestamp) -> Result<u64, Error> {
    let delete = Query::delete()
        .from_table("idempotency")
        .and_where(Expr::col("at").lt(now.plus_seconds(-LIFE).0))
        .take();
    tx.run(&delete).await
}
