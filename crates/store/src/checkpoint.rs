//! What did a home hold at a revision? Kept now and then, so that a question about the past need not replay all that came
//! before it. Only a help: what is missing, or is not as it was sealed, is told by the log alone.

mod keeping;
mod part;

use std::ops::RangeInclusive;

use domain::Home;
use sea_orm::QueryResult;
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query, SelectStatement};

use crate::error::{Error, number, revision};
use crate::head::Head;
use crate::log;
use crate::store::Store;
use crate::tx::Tx;

pub use part::Part;

/// What a home held at a revision.
#[derive(Debug)]
pub struct Checkpoint {
    pub head: Head,
    /// What a load has.
    pub parts: Vec<Part>,
}

impl Store {
    /// The last checkpoint of a home among these revisions. One that is not as it was sealed, or not of this log, counts as
    /// none: the one before it is taken.
    pub async fn checkpoint(
        &self,
        home: &Home,
        among: RangeInclusive<u64>,
    ) -> Result<Option<Checkpoint>, Error> {
        let tx = self.begin_snapshot().await?;
        let mut before = among.end().saturating_add(1);
        while let Some(at) = last(&tx, home, before)
            .await?
            .filter(|at| among.contains(at))
        {
            match self.read(&tx, home, at).await {
                Ok(checkpoint) => return Ok(Some(checkpoint)),
                Err(why @ (Error::Corrupt(_) | Error::Format { .. })) => {
                    tracing::warn!(%home, revision = at, %why, "a checkpoint was passed over");
                }
                Err(failed) => return Err(failed),
            }
            before = at;
        }
        Ok(None)
    }

    async fn read(&self, tx: &Tx, home: &Home, at: u64) -> Result<Checkpoint, Error> {
        let head = log::head_of(tx, home, at).await?;
        let head = head.ok_or_else(|| Error::Corrupt("it is of no change".to_owned()))?;
        head.must_be_readable(home)?;
        let rows = tx.rows(&parts(home, at)).await?;
        let parts = rows.iter().map(Part::read).collect::<Result<Vec<_>, _>>()?;
        let count = number(parts.len() as u64);
        for (place, part) in (0..).zip(&parts) {
            if (part.part, part.parts) != (place, count) || part.head != head {
                return Err(Error::Corrupt("its parts are not one".to_owned()));
            }
            part.must_be_sealed(self.id(), home, self.ring())?;
        }
        if parts.is_empty() {
            return Err(Error::Corrupt("it has no parts".to_owned()));
        }
        Ok(Checkpoint { head, parts })
    }
}

/// The revision of the last checkpoint before another.
async fn last(tx: &Tx, home: &Home, before: u64) -> Result<Option<u64>, Error> {
    let select = Query::select()
        .column("revision")
        .from("checkpoint")
        .and_where(Expr::col("home").eq(home.to_string()))
        .and_where(Expr::col("revision").lt(number(before)))
        .order_by("revision", Order::Desc)
        .limit(1)
        .take();
    tx.row(&select).await?.as_ref().map(revision_of).transpose()
}

fn parts(home: &Home, at: u64) -> SelectStatement {
    Query::select()
        .columns(part::COLUMNS)
        .from("checkpoint")
        .and_where(Expr::col("home").eq(home.to_string()))
        .and_where(Expr::col("revision").eq(number(at)))
        .order_by("part", Order::Asc)
        .take()
}

fn revision_of(row: &QueryResult) -> Result<u64, Error> {
    revision(row.try_get("", "revision")?)
}
