//! Was this request done already? One row per request that succeeded; its answer is rebuilt from the change.

use std::collections::{BTreeSet, HashMap};

use domain::{Caller, Home, Latch, Timestamp};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{
    ColumnTrait, EntityTrait, FromQueryResult, IdenStatic, Iterable, QueryFilter, QueryResult,
};

use crate::entity::idempotency::{Column, Entity, Model};
use crate::error::{Error, bytes32, number, revision};
use crate::log;
use crate::rows::{Otherwise, Row, Verb};
use crate::sql::Sql;
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
    match tx.all(query).await?.first() {
        Some(row) => told(tx, home, row, request, now).await,
        None => Ok(None),
    }
}

async fn told(
    tx: &Tx,
    home: &Home,
    row: &Model,
    request: &RequestKey,
    now: Timestamp,
) -> Result<Option<Remembered>, Error> {
    if now >= Timestamp(row.at).plus_seconds(LIFE) {
        return Ok(None);
    }
    if !is_same(row, request)? {
        return Ok(Some(Remembered::Other));
    }
    Ok(Some(Remembered::Same {
        committed: committed(tx, home, row).await?,
        takes_from: serde_json::from_str(&row.takes_from)
            .map_err(|_| Error::Corrupt("the latches of a request cannot be read".to_owned()))?,
    }))
}

/// What is remembered under the ids of the requests that are decided in one transaction.
#[derive(Default)]
pub(crate) struct Requests {
    rows: HashMap<(String, String), Model>,
}

/// What stands before the names of its columns, beside others'.
const FOUND: &str = "request_";

impl Requests {
    /// Reads it by the same statement, which reads something else of which there is a row in any case.
    pub(crate) fn beside(
        other: Sql,
        home: &Home,
        requests: &[(&Caller, &RequestKey)],
    ) -> Result<Sql, Error> {
        let mut sql = other;
        let ids = requests.iter();
        let ids: BTreeSet<_> = ids
            .map(|(by, request)| (caller(by), request.id.as_str()))
            .collect();
        let asked = ids.into_iter().map(|(by, id)| vec![by.into(), id.into()]);
        let asked = sql.rows(asked)?;
        let home = sql.value(home.to_string());
        let columns = Column::iter().map(|column| {
            let column = column.as_str();
            format!("i.\"{column}\" AS \"{FOUND}{column}\"")
        });
        sql.text = format!(
            "WITH other AS ({}), asked (\"caller\", \"key\") AS ({asked}), found AS (\
             SELECT {} FROM asked JOIN \"idempotency\" i \
             ON i.\"home\" = {home} AND i.\"caller\" = asked.\"caller\" AND i.\"key\" = asked.\"key\") \
             SELECT * FROM other LEFT JOIN found ON true",
            sql.text,
            columns.collect::<Vec<_>>().join(", ")
        );
        Ok(sql)
    }

    /// What that found.
    pub(crate) fn read(rows: &[QueryResult]) -> Result<Self, Error> {
        let mut requests = Self::default();
        for row in rows {
            let key: Option<String> = row.try_get(FOUND, "key")?;
            if key.is_some() {
                requests.extend([Model::from_query_result(row, FOUND)?]);
            }
        }
        Ok(requests)
    }

    /// Remembers what succeeded meanwhile.
    pub(crate) fn extend(&mut self, rows: impl IntoIterator<Item = Model>) {
        let rows = rows.into_iter();
        let rows = rows.map(|row| ((row.caller.clone(), row.key.clone()), row));
        self.rows.extend(rows);
    }

    /// What is remembered at this time under the id of one of them.
    pub(crate) async fn remembered(
        &self,
        tx: &Tx,
        home: &Home,
        (by, request): (&Caller, &RequestKey),
        now: Timestamp,
    ) -> Result<Option<Remembered>, Error> {
        match self.rows.get(&(caller(by), request.id.clone())) {
            Some(row) => told(tx, home, row, request, now).await,
            None => Ok(None),
        }
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
    pub(crate) async fn write(&self, tx: &Tx) -> Result<Model, Error> {
        let row = Model {
            home: self.home.to_string(),
            caller: caller(self.caller),
            key: self.request.id.clone(),
            request_hash: [&[HASHED][..], &self.request.hash].concat(),
            revision: self.revision.map(number),
            users_revision: self.users_revision.map(number),
            takes_from: serde_json::to_string(self.takes_from).map_err(Error::unavailable)?,
            at: self.at.0,
        };
        tx.put(waiting(row.clone())).await?;
        Ok(row)
    }
}

fn waiting(row: Model) -> Row {
    let key = vec![
        ("home", row.home.into()),
        ("caller", row.caller.into()),
        ("key", row.key.into()),
    ];
    let others = vec![
        ("request_hash", row.request_hash.into()),
        ("revision", row.revision.into()),
        ("users_revision", row.users_revision.into()),
        ("takes_from", row.takes_from.into()),
        ("at", row.at.into()),
    ];
    let table = ("idempotency", Verb::InsertOrReplace);
    Row::new(table, key, others, Otherwise::Fine)
}

/// Forgets requests that no longer count.
pub(crate) async fn forget(tx: &Tx, now: Timestamp) -> Result<u64, Error> {
    let delete = Query::delete()
        .from_table("idempotency")
        .and_where(Expr::col("at").lt(now.plus_seconds(-LIFE).0))
        .take();
    tx.run(&delete).await
}
