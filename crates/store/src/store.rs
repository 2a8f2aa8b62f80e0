//! What is a store, and how is it opened?

use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, OnceLock};

use domain::{Home, Timestamp};
use migrations::Progress;
use sea_orm::sea_query::{Expr, ExprTrait, OnConflict, Order, Query, SelectStatement};
use sea_orm::{
    ConnectionTrait, DatabaseConnection, DbBackend, DbErr, QueryResult, StatementBuilder,
};

use crate::address::Address;
use crate::background::Background;
use crate::connect::{Connections, connect, writer};
use crate::error::Error;
use crate::gate::{Gate, Pass};
use crate::head::{self, HEAD_READ, Heads};
use crate::key_ring::{KeyRing, hex, random};
use crate::log::{self, Key as ChangeKey, Logged, Reached};
use crate::reader::Reader;
use crate::sql;
use crate::transact::Queues;
use crate::tx::{Purpose, Tx};
use crate::writes::Writes;

/// A clock that stands for the database's.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;

/// Where the database is and how it is used.
#[derive(Clone)]
pub struct Options {
    /// `sqlite:PATH` or `postgres://…`.
    pub url: String,
    /// How many connections read.
    pub reader_connections: u32,
    /// Overrides what the database says the time is: the seam for tests that move the clock. `None` in production.
    pub clock: Option<Clock>,
}

impl Options {
    /// The database at `url`, with eight reading connections and its own clock.
    pub fn new(url: impl Into<String>) -> Self {
        Self {
            url: url.into(),
            reader_connections: 8,
            clock: None,
        }
    }
}

/// What Grantor remembers. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

struct Inner {
    address: Address,
    connections: Connections,
    background: Background,
    gate: Gate,
    queues: Queues,
    writes: Arc<Writes>,
    ring: Arc<KeyRing>,
    clock: Option<Clock>,
    id: OnceLock<String>,
}

/// A write of one statement or two, inside a transaction.
type Work = dyn for<'a> FnOnce(&'a Tx) -> Pin<Box<dyn Future<Output = Result<(), Error>> + Send + 'a>>
    + Send;

impl Store {
    /// Connects, and refuses a database that could lose what it acknowledged. Whoever asks later, from whichever
    /// runtime: all work on the database is done in the runtime that this is called in.
    pub async fn open(options: &Options, ring: Arc<KeyRing>) -> Result<Self, Error> {
        let address = Address::parse(&options.url)?;
        let connections = connect(&address, options.reader_connections).await?;
        let store = Self {
            inner: Arc::new(Inner {
                address,
                gate: Gate::new(connections.writers),
                queues: Queues::default(),
                writes: Arc::default(),
                connections,
                background: Background::here(),
                ring,
                clock: options.clock.clone(),
                id: OnceLock::new(),
            }),
        };
        if store
            .migration_status()
            .await?
            .iter()
            .all(|(_, applied)| *applied)
        {
            store.identify().await?;
        }
        Ok(store)
    }

    /// Applies the migrations that are missing, also while others do; names those that this call applied. `tell` hears
    /// of each before and after.
    pub async fn migrate(
        &self,
        tell: impl Fn(Progress) + Send + Sync + 'static,
    ) -> Result<Vec<String>, Error> {
        let db = writer(&self.inner.address);
        let migrate = async move {
            // A connection of its own, closed afterwards, since these transactions are not ours.
            let applied = migrations::up(&db, tokio::time::sleep, tell).await;
            db.close().await?;
            applied.map_err(unfit)
        };
        let applied = self.background().run(migrate).await?;
        self.identify().await?;
        Ok(applied)
    }

    /// Every migration, and whether it was applied.
    pub async fn migration_status(&self) -> Result<Vec<(String, bool)>, Error> {
        let db = self.inner.connections.readers.clone();
        let read = async move { migrations::status(&db).await.map_err(unfit) };
        self.background().run(read).await
    }

    /// The id of the store, made once; empty before the first migration.
    pub fn id(&self) -> &str {
        self.inner.id.get().map_or("", String::as_str)
    }

    /// One moment of everything: a read transaction, rolled back when the reader is dropped.
    pub async fn snapshot(&self) -> Result<Reader, Error> {
        let tx = self.begin_snapshot().await?;
        // The first statement fixes the moment.
        tx.rows(&head::heads(tx.backend(), &[])).await?;
        Ok(Reader::new(tx, Arc::clone(&self.inner.ring)))
    }

    /// Heads of homes and the database's time, in one statement on a connection for nothing else.
    pub async fn heads(&self, homes: &[Home]) -> Result<Heads, Error> {
        let rows = self.beheld(&head::heads(self.backend(), homes)).await?;
        let mut heads = head::read_heads(&rows)?;
        heads.now = self.saw(heads.now);
        Ok(heads)
    }

    /// The changes of a home after a revision, in order; at most `limit`, and no more than fit: none only at the end. The
    /// caller verifies the chain ([`Store::verify_link`]).
    pub async fn changes(&self, home: &Home, after: u64, limit: u64) -> Result<Vec<Logged>, Error> {
        let tx = self.begin_snapshot().await?;
        log::after(&tx, home, after, limit).await
    }

    /// The changes of all organizations after a place and before a time, by time, each sealed onto the one before it in
    /// its home; at most `limit`, and no more than fit: none only at the end.
    pub async fn changes_across(
        &self,
        after: &Reached,
        before: Timestamp,
        limit: u64,
    ) -> Result<Vec<Logged>, Error> {
        let tx = self.begin_snapshot().await?;
        log::across(&tx, (self.id(), &self.inner.ring), after, before, limit).await
    }

    /// Which changes of all organizations there are after a place, by time; read from an index alone.
    pub async fn change_keys_across(
        &self,
        after: &Reached,
        limit: u64,
    ) -> Result<Vec<ChangeKey>, Error> {
        let tx = self.begin_snapshot().await?;
        log::keys_across(&tx, after, limit).await
    }

    /// Whether a change is sealed onto the chain before it.
    pub fn verify_link(&self, previous: &[u8; 32], logged: &Logged) -> bool {
        logged.is_sealed(self.id(), &self.inner.ring, previous)
    }

    /// Every home, in order.
    pub async fn homes(&self) -> Result<Vec<Home>, Error> {
        let tx = self.begin_snapshot().await?;
        let select = Query::select()
            .column("home")
            .from("head")
            .order_by("home", Order::Asc)
            .take();
        let rows = tx.rows(&select).await?;
        rows.iter()
            .map(|row| head::read_home(&row.try_get::<String>("", "home")?))
            .collect()
    }

    /// The store's time: the injected clock, or else the database's.
    pub(crate) async fn now(&self) -> Result<Timestamp, Error> {
        match &self.inner.clock {
            Some(clock) => Ok(clock()),
            None => Ok(self.heads(&[]).await?.now),
        }
    }

    /// What counts as now where the database said `database`.
    pub(crate) fn clock(&self, database: Timestamp) -> Timestamp {
        self.inner.clock.as_ref().map_or(database, |clock| clock())
    }

    /// What counts as now where the database said `database` just now; a write that begins later has no earlier time.
    pub(crate) fn saw(&self, database: Timestamp) -> Timestamp {
        let now = self.clock(database);
        self.gate().saw(now);
        now
    }

    pub(crate) fn backend(&self) -> DbBackend {
        self.inner.connections.heads.get_database_backend()
    }

    /// Where what takes long goes on beside the calls.
    pub fn background(&self) -> &Background {
        &self.inner.background
    }

    pub(crate) fn ring(&self) -> &Arc<KeyRing> {
        &self.inner.ring
    }

    pub(crate) fn gate(&self) -> &Gate {
        &self.inner.gate
    }

    pub(crate) fn queues(&self) -> &Queues {
        &self.inner.queues
    }

    pub(crate) fn writes(&self) -> &Writes {
        &self.inner.writes
    }

    /// What every connection but those inside transactions sees: the rows of one statement.
    pub(crate) async fn beheld(&self, select: &SelectStatement) -> Result<Vec<QueryResult>, Error> {
        let db = self.inner.connections.heads.clone();
        let statement = StatementBuilder::build(select, &self.backend());
        sql::is_sent(&statement.sql);
        let read = async move {
            let rows = tokio::time::timeout(HEAD_READ, db.query_all_raw(statement)).await;
            Ok(rows.map_err(Error::unavailable)??)
        };
        self.background().run(read).await
    }

    pub(crate) async fn begin_snapshot(&self) -> Result<Tx, Error> {
        Tx::snapshot(self.background(), &self.inner.connections.readers).await
    }

    /// Begins a write; only for tasks that nobody drops, and only with a pass.
    pub(crate) async fn begin_write(&self, _pass: &Pass) -> Result<Tx, Error> {
        if self.id().is_empty() {
            return Err(Error::Config(
                "the database is not migrated: run `grantor migrate up`".to_owned(),
            ));
        }
        Tx::write(&self.inner.connections.writer, &self.inner.writes).await
    }

    /// Writes what stands beside the log, in a task and a transaction of its own.
    pub(crate) async fn beside<W>(&self, work: W) -> Result<(), Error>
    where
        W: for<'a> FnOnce(&'a Tx) -> Pin<Box<dyn Future<Output = Result<(), Error>> + Send + 'a>>
            + Send
            + 'static,
    {
        let store = self.clone();
        let work: Box<Work> = Box::new(work);
        let write = async move {
            let pass = store.gate().beside().await?;
            let tx = store.begin_write(&pass).await?;
            match work(&tx).await {
                Ok(()) => Ok(tx.commit().await?),
                Err(error) => {
                    tx.rollback().await;
                    Err(error)
                }
            }
        };
        self.background().run(write).await
    }

    /// Reads the store's id, makes it where there is none, and refuses a key ring of another store.
    async fn identify(&self) -> Result<(), Error> {
        let db = self.inner.connections.writer.clone();
        let ring = Arc::clone(&self.inner.ring);
        let read = async move { identity(&db, &ring).await };
        let (id, mark) = self.background().run(read).await?;
        if self.inner.ring.mark(&id) != mark {
            let why = "the key ring is not the one that this store was made with";
            return Err(Error::Config(why.to_owned()));
        }
        self.inner.id.get_or_init(|| id);
        Ok(())
    }
}

/// sea-orm says by such an error alone that migrations were applied that it does not know.
fn unfit(error: DbErr) -> Error {
    match error {
        DbErr::Custom(_) => Error::Config(
            "the database was migrated by a newer Grantor: run that version, or a newer one"
                .to_owned(),
        ),
        error => error.into(),
    }
}

async fn identity(db: &DatabaseConnection, ring: &KeyRing) -> Result<(String, String), Error> {
    let select = Query::select()
        .columns(["id", "ring"])
        .from("store")
        .and_where(Expr::col("one").eq(1i64))
        .take();
    if let Some(row) = db.query_one(&select).await? {
        return Ok((row.try_get("", "id")?, row.try_get("", "ring")?));
    }
    let id = hex(&random::<16>()?);
    let mark = ring.mark(&id);
    let tx = Tx::begin(db, Purpose::Write).await?;
    let insert = Query::insert()
        .into_table("store")
        .columns(["one", "id", "ring"])
        .values_panic([1i64.into(), id.into(), mark.into()])
        .on_conflict(OnConflict::column("one").do_nothing().to_owned())
        .take();
    tx.run(&insert).await?;
    // Another starter may have been faster; what it wrote counts.
    let row = tx.row(&select).await?;
    tx.commit().await?;
    let row = row.ok_or_else(|| Error::Corrupt("the store has no id".to_owned()))?;
    Ok((row.try_get("", "id")?, row.try_get("", "ring")?))
}
