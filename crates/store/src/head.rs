//! Where does a home stand? The head: lock, counter and clock of all that is written there.

use std::collections::{BTreeMap, HashMap};
use std::iter;
use std::time::Duration;

use domain::{Home, Latch, Timestamp};
use sea_orm::sea_query::{
    Expr, ExprTrait, InsertStatement, OnConflict, Query, ReturningClause, SelectStatement,
};
use sea_orm::{DbBackend, QueryResult};

use crate::error::{Error, bytes32, number, revision};
use crate::format::{self, FORMAT};
use crate::latch::Held;
use crate::rows::{Otherwise, Row, Verb};
use crate::sql::Sql;
use crate::tx::Tx;

/// How long a head read may take; whoever asked has given up long before.
pub(crate) const HEAD_READ: Duration = Duration::from_secs(4);

/// Where a home stands: its last revision, the chain up to there, and when that was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Head {
    /// The last revision; 0 before the first.
    pub revision: u64,
    /// The chain at that revision; zeros before the first.
    pub chain: [u8; 32],
    /// When it was written.
    pub at: Timestamp,
    /// The highest format that anything of the home is stored in; 0 before the first revision.
    pub format: u32,
}

/// Heads as one statement saw them.
#[derive(Debug, Clone)]
pub struct Heads {
    /// The homes that exist.
    pub heads: HashMap<Home, Head>,
    /// The database's time in the same statement.
    pub now: Timestamp,
}

/// Per home the highest revision that any change of a home used.
pub(crate) type Requires = BTreeMap<String, u64>;

const COLUMNS: [&str; 6] = ["home", "revision", "chain", "at", "requires", "format"];

impl Head {
    pub(crate) fn read(row: &QueryResult) -> Result<Self, Error> {
        let chain: Vec<u8> = row.try_get("", "chain")?;
        Ok(Self {
            revision: revision(row.try_get("", "revision")?)?,
            chain: bytes32(&chain, "a chain")?,
            at: Timestamp(row.try_get("", "at")?),
            format: format::of_column(row.try_get("", "format")?),
        })
    }

    /// Refuses a home that a later version has written, since its rows may say what this one does not understand.
    pub fn must_be_readable(&self, home: &Home) -> Result<(), Error> {
        match self.revision {
            0 => Ok(()),
            _ => must_be_readable(home, self.format),
        }
    }
}

/// Refuses what this version can't read of a home.
pub(crate) fn must_be_readable(home: &Home, format: u32) -> Result<(), Error> {
    if (1..=FORMAT).contains(&format) {
        return Ok(());
    }
    Err(Error::Format {
        home: home.clone(),
        format,
    })
}

pub(crate) fn read_home(text: &str) -> Result<Home, Error> {
    Home::parse(text).ok_or_else(|| Error::Corrupt(format!("{text:?} is no home")))
}

pub(crate) fn read_requires(row: &QueryResult) -> Result<Requires, Error> {
    let text: String = row.try_get("", "requires")?;
    serde_json::from_str(&text)
        .map_err(|_| Error::Corrupt(format!("{text:?} is no list of revisions")))
}

/// The database's time in microseconds, read when the statement runs (`now()` would be the begin time).
fn clock(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => "CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS bigint)",
        _ => "CAST(unixepoch('subsec') * 1000000 AS integer)",
    }
}

fn standby(backend: DbBackend) -> &'static str {
    match backend {
        DbBackend::Postgres => "pg_is_in_recovery()",
        _ => "false",
    }
}

/// Heads of these homes, the time, and whether a standby answers: one statement.
pub(crate) fn heads(backend: DbBackend, homes: &[Home]) -> SelectStatement {
    let one = Query::select().expr_as(Expr::val(1), "one").take();
    let homes = homes.iter().map(Home::to_string);
    // In a list without a name the databases look through all heads.
    let named = iter::once(String::new()).chain(homes);
    let these = Expr::col(("head", "home")).is_in(named);
    Query::select()
        .expr_as(Expr::cust(clock(backend)), "now")
        .expr_as(Expr::cust(standby(backend)), "standby")
        .columns(COLUMNS.map(|column| ("head", column)))
        .from_subquery(one, "one")
        .left_join("head", these)
        .take()
}

/// Reads what [`heads`] answers.
pub(crate) fn read_heads(rows: &[QueryResult]) -> Result<Heads, Error> {
    let first = rows
        .first()
        .ok_or_else(|| Error::unavailable("a read of heads had no answer"))?;
    if first.try_get::<bool>("", "standby")? {
        return Err(Error::unavailable("a standby answers, not the primary"));
    }
    let mut heads = HashMap::new();
    for row in rows {
        if let Some(home) = row.try_get::<Option<String>>("", "home")? {
            heads.insert(read_home(&home)?, Head::read(row)?);
        }
    }
    Ok(Heads {
        heads,
        now: Timestamp(first.try_get("", "now")?),
    })
}

/// Takes the lock of a home, then holds these latches, and says where the home stands. `birth` makes it where there is none.
pub(crate) async fn lock(
    tx: &Tx,
    home: &Home,
    birth: bool,
    latches: &[Latch],
) -> Result<(Head, Requires), Error> {
    let backend = tx.backend();
    let lock = if birth {
        Sql::over(backend, &birth_lock(home))
    } else {
        let lock = Query::update()
            .table("head")
            .value("revision", Expr::col("revision"))
            .and_where(Expr::col("home").eq(home.to_string()))
            .returning(returned())
            .take();
        Sql::over(backend, &lock)
    };
    let held = Held::of(backend, latches);
    let rows = tx.asks(held.after(lock)?).await?;
    let row = rows.first().ok_or_else(|| Error::NoHome(home.clone()))?;
    held.must_be_all(tx, row).await?;
    let head = Head::read(row)?;
    head.must_be_readable(home)?;
    Ok((head, read_requires(row)?))
}

fn birth_lock(home: &Home) -> InsertStatement {
    let new = [
        home.to_string().into(),
        0i64.into(),
        vec![0u8; 32].into(),
        0i64.into(),
        "{}".into(),
        i64::from(FORMAT).into(),
    ];
    Query::insert()
        .into_table("head")
        .columns(COLUMNS)
        .values_panic(new)
        .on_conflict(
            OnConflict::column("home")
                .value("revision", Expr::col(("head", "revision")))
                .to_owned(),
        )
        .returning(returned())
        .take()
}

fn returned() -> ReturningClause {
    Query::returning().columns(COLUMNS)
}

/// Moves the head to its new place.
pub(crate) async fn advance(
    tx: &Tx,
    home: &Home,
    head: &Head,
    requires: &Requires,
) -> Result<(), Error> {
    let requires = serde_json::to_string(requires).map_err(Error::unavailable)?;
    let key = vec![("home", home.to_string().into())];
    let others = vec![
        ("revision", number(head.revision).into()),
        ("chain", head.chain.to_vec().into()),
        ("at", head.at.0.into()),
        ("requires", requires.into()),
        ("format", i64::from(head.format).into()),
    ];
    let absent = Otherwise::Absent(format!("the head of {home}"));
    tx.put(Row::new(("head", Verb::Update), key, others, absent))
        .await
}

/// What a home rests on once a change was decided on these revisions of others.
pub(crate) fn raised(requires: &Requires, of: &Home, deps: &[(Home, u64)]) -> Requires {
    let mut requires = requires.clone();
    for (home, at) in deps.iter().filter(|(home, _)| home != of) {
        let highest = requires.entry(home.to_string()).or_default();
        *highest = Ord::max(*highest, *at);
    }
    requires
}
