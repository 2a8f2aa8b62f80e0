//! Was this request done already? One row per request that succeeded; its answer is rebuilt from the change.

use domain::{Caller, Home, Latch, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Query};
use sea_orm::{ActiveValue, ColumnTrait, EntityTrait, QueryFilter, QueryTrait};

use crate::entity::idempotency::{ActiveModel, Column, Entity, Model};
use crate::error::{Error, bytes32, number, revision};
use crate::log::{self, Logged};
use crate::transact::RequestKey;
use crate::tx::Tx;

/// How long a request is remembered: 24 h.
const LIFE: i64 = 24 * 3600;

/// What stands before a hash of what was sent; a former hash stands alone.
const HASHED: u8 = 2;

/// A request that succeeded.
pub(crate) struct Earlier {
    row: Model,
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

/// The request of this key, if it succeeded at some time.
pub(crate) async fn find(
    tx: &Tx,
    home: &Home,
    by: &Caller,
    key: &str,
) -> Result<Option<Earlier>, Error> {
    let query = Entity::find()
        .filter(Column::Home.eq(home.to_string()))
        .filter(Column::Caller.eq(caller(by)))
        .filter(Column::Key.eq(key));
    let row = tx.all(query).await?.into_iter().next();
    Ok(row.map(|row| Earlier { row }))
}

impl Earlier {
    /// Whether it is still remembered.
    pub(crate) fn counts(&self, now: Timestamp) -> bool {
        now < Timestamp(self.row.at).plus_seconds(LIFE)
    }

    /// Whether it was the same request.
    pub(crate) fn is_same(&self, request: &RequestKey) -> Result<bool, Error> {
        match self.row.request_hash.split_first() {
            Some((&HASHED, hash)) if hash.len() == request.hash.len() => Ok(hash == request.hash),
            _ => Ok(bytes32(&self.row.request_hash, "a request hash")? == request.former_hash),
        }
    }

    /// From whom it took something.
    pub(crate) fn takes_from(&self) -> Result<Vec<Latch>, Error> {
        serde_json::from_str(&self.row.takes_from)
            .map_err(|_| Error::Corrupt("the latches of a request cannot be read".to_owned()))
    }

    /// The changes it made.
    pub(crate) async fn changes(&self, tx: &Tx, home: &Home) -> Result<Vec<Logged>, Error> {
        let mut changes = Vec::new();
        for (home, at) in [
            (home, self.row.revision),
            (&Home::Users, self.row.users_revision),
        ] {
            if let Some(at) = at {
                let change = log::one(tx, home, revision(at)?).await?;
                changes.push(
                    change.ok_or_else(|| Error::Corrupt(format!("{home} has no revision {at}")))?,
                );
            }
        }
        Ok(changes)
    }
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
