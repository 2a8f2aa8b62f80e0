//! When is a checkpoint made, and of what? Of the rows, in one snapshot with their head.

use domain::{Home, Kind, Record};
use sea_orm::sea_query::{Expr, ExprTrait, Func, InsertStatement, OnConflict, Query};

use super::last;
use super::part::{COLUMNS, Lines, Part};
use crate::error::{Error, number};
use crate::head::Head;
use crate::reader::Reader;
use crate::store::Store;
use crate::tx::Tx;

/// Bytes of records in a part, before they are compressed; the last record of it may reach beyond.
const PART: usize = 4 << 20;

impl Store {
    /// Keeps what a home holds now, where its log has grown since the last checkpoint by as much as that takes: so that all
    /// of them together are no larger than the log. Says which revision it kept.
    pub async fn keep_checkpoint(&self, home: &Home) -> Result<Option<u64>, Error> {
        let reader = self.snapshot().await?;
        let Some(head) = reader.readable_head(home).await? else {
            return Ok(None);
        };
        if !is_due(reader.tx(), home, &head).await? {
            return Ok(None);
        }
        let bodies = bodies(&reader, home).await?;
        drop(reader);
        let count = number(bodies.len() as u64);
        let parts = (0..).zip(bodies).map(|(part, body)| Part {
            head,
            part,
            parts: count,
            key_id: String::new(),
            body,
            seal: Vec::new(),
        });
        let inserts = parts.map(|part| self.insert(home, part));
        let inserts = inserts.collect::<Result<Vec<_>, _>>()?;
        // All in one, so that no checkpoint is of parts that two have made.
        self.beside(move |tx| {
            Box::pin(async move {
                for insert in &inserts {
                    tx.run(insert).await?;
                }
                Ok(())
            })
        })
        .await?;
        Ok(Some(head.revision))
    }

    fn insert(&self, home: &Home, part: Part) -> Result<InsertStatement, Error> {
        let part = part.sealed(self.id(), home, self.ring())?;
        let insert = Query::insert()
            .into_table("checkpoint")
            .columns(["home"].into_iter().chain(COLUMNS))
            .values_panic([
                home.to_string().into(),
                number(part.head.revision).into(),
                part.part.into(),
                part.parts.into(),
                part.head.chain.to_vec().into(),
                part.head.at.0.into(),
                i64::from(part.head.format).into(),
                part.key_id.into(),
                part.body.into(),
                part.seal.into(),
            ])
            // Another instance kept the same.
            .on_conflict(
                OnConflict::columns(["home", "revision", "part"])
                    .do_nothing()
                    .to_owned(),
            )
            .take();
        Ok(insert)
    }
}

async fn is_due(tx: &Tx, home: &Home, head: &Head) -> Result<bool, Error> {
    let Some(kept) = last(tx, home, head.revision.saturating_add(1)).await? else {
        return Ok(head.revision > 0);
    };
    if kept == head.revision {
        return Ok(false);
    }
    let taken = size(
        tx,
        ("checkpoint", "body"),
        home,
        Expr::col("revision").eq(number(kept)),
    );
    let grown = size(
        tx,
        ("change", "payload"),
        home,
        Expr::col("revision").gt(number(kept)),
    );
    Ok(grown.await? >= taken.await?)
}

/// The bytes of a column in these rows, which the databases know without reading it.
async fn size(
    tx: &Tx,
    (table, column): (&'static str, &'static str),
    home: &Home,
    which: Expr,
) -> Result<i64, Error> {
    let size = Func::cust("octet_length").arg(Expr::col(column));
    let sum = Expr::expr(Func::sum(size)).cast_as("bigint");
    let select = Query::select()
        .expr_as(sum, "size")
        .from(table)
        .and_where(Expr::col("home").eq(home.to_string()))
        .and_where(which)
        .take();
    let row = tx.row(&select).await?;
    let size: Option<i64> = row
        .map(|row| row.try_get("", "size"))
        .transpose()?
        .flatten();
    Ok(size.unwrap_or_default())
}

/// All that a load of the home would read, in parts; never none.
async fn bodies(reader: &Reader, home: &Home) -> Result<Vec<Vec<u8>>, Error> {
    let (mut parts, mut lines) = (Vec::new(), Lines::new());
    let mut blocks = reader.blocks(home);
    while let Some(block) = blocks.next().await? {
        for (_, body) in block.rows() {
            if is_remembered(block.kind, body)? {
                lines.add(body)?;
            }
            if lines.size >= PART {
                parts.push(std::mem::replace(&mut lines, Lines::new()).compressed()?);
            }
        }
    }
    parts.push(lines.compressed()?);
    Ok(parts)
}

/// Of all people, who are many, states remember few.
fn is_remembered(kind: Kind, body: &str) -> Result<bool, Error> {
    if kind != Kind::User {
        return Ok(true);
    }
    let record: Record =
        serde_json::from_str(body).map_err(|why| Error::Corrupt(why.to_string()))?;
    Ok(!matches!(record, Record::User(user) if !user.is_remembered()))
}
