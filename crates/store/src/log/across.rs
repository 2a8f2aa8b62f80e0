//! What was changed since a time, in all organizations together? By one index, and each change proved where it stands.

use domain::{Home, Timestamp};
use sea_orm::sea_query::{
    Condition, Expr, ExprTrait, JoinType, Order, Query, SelectStatement, SimpleExpr,
};
use sea_orm::{FromQueryResult, Iterable, QueryResult};

use super::fitting::{fit, size};
use super::logged::Logged;
use crate::entity::change::{Column, Model};
use crate::error::{Error, bytes32, number, revision};
use crate::head::read_home;
use crate::key_ring::KeyRing;
use crate::tx::Tx;

/// What orders the changes of all organizations.
const ORDER: [&str; 3] = ["at", "home", "revision"];

/// Homes of organizations begin with `o:` and no others do; `;` is the next after `:`.
const ORGANIZATIONS: [&str; 2] = ["o:", "o;"];

/// A change by its place in that order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    pub at: Timestamp,
    pub home: Home,
    pub revision: u64,
}

/// How far somebody has read: up to and with a change, or up to a time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reached {
    at: Timestamp,
    /// Empty before all that has this time.
    home: String,
    revision: i64,
}

impl Reached {
    /// Everything before this time.
    pub fn before(at: Timestamp) -> Self {
        Self {
            at,
            home: String::new(),
            revision: 0,
        }
    }

    /// Everything up to and with this change.
    pub fn change(logged: &Logged) -> Self {
        Self {
            at: logged.at,
            home: logged.home.to_string(),
            revision: number(logged.revision),
        }
    }

    /// Everything up to and with the change of this key.
    pub fn key(key: &Key) -> Self {
        Self {
            at: key.at,
            home: key.home.to_string(),
            revision: number(key.revision),
        }
    }

    /// The time up to which it reaches.
    pub fn at(&self) -> Timestamp {
        self.at
    }
}

/// The changes after a place and before a time, in order, proved against the one before each in its home.
pub(crate) async fn across(
    tx: &Tx,
    (store, ring): (&str, &KeyRing),
    after: &Reached,
    before: Timestamp,
    limit: u64,
) -> Result<Vec<Logged>, Error> {
    let place = || ORDER.map(|column| Expr::col(("change", column)));
    let mut found = Query::select()
        .columns(ORDER.map(|column| ("change", column)))
        .expr_as(size(Expr::col(("change", "payload"))), "size")
        .from("change")
        .take();
    following(&mut found, after, limit).and_where(Expr::col(("change", "at")).lt(before.0));
    let fit = fit(found, &ORDER, Order::Asc);
    let mut select = Query::select()
        .columns(Column::iter().map(|column| ("change", column)))
        .expr_as(Expr::col(("before", "chain")), "previous")
        .from("change")
        .join_as(JoinType::LeftJoin, "change", "before", onto())
        .and_where(Expr::tuple(place()).in_subquery(fit))
        .take();
    for column in ORDER {
        select.order_by(("change", column), Order::Asc);
    }
    let rows = tx.rows(&select).await?;
    rows.iter().map(|row| verified(row, store, ring)).collect()
}

/// The keys of the changes after a place, in order.
pub(crate) async fn keys_across(tx: &Tx, after: &Reached, limit: u64) -> Result<Vec<Key>, Error> {
    let mut select = Query::select()
        .columns(ORDER.map(|column| ("change", column)))
        .from("change")
        .take();
    let rows = tx.rows(following(&mut select, after, limit)).await?;
    rows.iter()
        .map(|row| {
            Ok(Key {
                at: Timestamp(row.try_get("", "at")?),
                home: read_home(&row.try_get::<String>("", "home")?)?,
                revision: revision(row.try_get("", "revision")?)?,
            })
        })
        .collect()
}

/// The change before, in the same home.
fn onto() -> Condition {
    let previous = Expr::col(("change", "revision")).sub(1i64);
    Condition::all()
        .add(Expr::col(("before", "home")).equals(("change", "home")))
        .add(Expr::col(("before", "revision")).eq(previous))
}

fn following<'a>(
    select: &'a mut SelectStatement,
    after: &Reached,
    limit: u64,
) -> &'a mut SelectStatement {
    let place = ORDER.map(|column| Expr::col(("change", column)));
    let reached: [SimpleExpr; 3] = [
        after.at.0.into(),
        after.home.as_str().into(),
        after.revision.into(),
    ];
    let [first, end] = ORGANIZATIONS;
    select
        .and_where(Expr::tuple(place).gt(Expr::tuple(reached)))
        .and_where(Expr::col(("change", "home")).gte(first))
        .and_where(Expr::col(("change", "home")).lt(end))
        .limit(limit);
    for column in ORDER {
        select.order_by(("change", column), Order::Asc);
    }
    select
}

fn verified(row: &QueryResult, store: &str, ring: &KeyRing) -> Result<Logged, Error> {
    let previous: Option<Vec<u8>> = row.try_get("", "previous")?;
    let logged = Logged::read(Model::from_query_result(row, "")?)?;
    let broken = |why| {
        Error::Corrupt(format!(
            "{} at revision {}: {why}",
            logged.home, logged.revision
        ))
    };
    let previous = match (previous, logged.revision) {
        (Some(chain), _) => bytes32(&chain, "a chain")?,
        (None, 1) => [0; 32],
        (None, _) => return Err(broken("a revision is missing before it")),
    };
    if logged.is_sealed(store, ring, &previous) {
        Ok(logged)
    } else {
        Err(broken("its chain does not verify"))
    }
}
