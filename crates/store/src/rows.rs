//! Which rows does a change write? They wait in their transaction and leave together, before anything is read there and
//! before its COMMIT: what a database does for a statement, it does once for all of them.

mod pending;
mod row;
mod runs;
mod short;
mod statement;

use sea_orm::DbBackend;

use crate::error::Error;

pub(crate) use pending::Pending;
pub(crate) use row::{Form, Named, Otherwise, Row, Verb};
pub(crate) use runs::Runs;
use short::must_be_fine;
use statement::statement;

/// SQLite prepares a statement for each number of rows: only for these, so that they stay prepared.
const SIZES: [usize; 3] = [64, 8, 1];

/// Rows that one statement writes on PostgreSQL, where each has its time: what is too much for one takes several.
const AT_ONCE: usize = 5_000;

/// Writes rows: on PostgreSQL by one statement for all, on SQLite, which is asked without a wire, by some for each form.
pub(crate) async fn write(tx: &impl Runs, waiting: Vec<(Form, Vec<Row>)>) -> Result<(), Error> {
    if tx.backend() == DbBackend::Postgres {
        for forms in at_once(&waiting) {
            write_forms(tx, &forms).await?;
        }
        return Ok(());
    }
    for (form, rows) in &waiting {
        let mut left = &rows[..];
        while let Some(size) = SIZES.into_iter().find(|size| *size <= left.len()) {
            let (now, later) = left.split_at(size);
            let count = tx.writes(statement(tx.backend(), &[(form, now)])?).await?;
            if usize::try_from(count) != Ok(size) {
                must_be_fine(tx, form, now).await?;
            }
            left = later;
        }
    }
    Ok(())
}

/// The rows in their order, in parts that are not too much.
fn at_once(waiting: &[(Form, Vec<Row>)]) -> Vec<Vec<(&Form, &[Row])>> {
    let parts = waiting.iter().flat_map(|(form, rows)| {
        let parts = rows.chunks(AT_ONCE);
        parts.map(move |rows| (form, rows))
    });
    let mut all: Vec<Vec<(&Form, &[Row])>> = Vec::new();
    let mut room = 0;
    for (form, rows) in parts {
        match all.last_mut() {
            Some(last) if rows.len() <= room => last.push((form, rows)),
            _ => {
                all.push(vec![(form, rows)]);
                room = AT_ONCE;
            }
        }
        room = room.saturating_sub(rows.len());
    }
    all
}

async fn write_forms(tx: &impl Runs, forms: &[(&Form, &[Row])]) -> Result<(), Error> {
    let counts = tx.asks(statement(DbBackend::Postgres, forms)?).await?;
    let counts = counts
        .first()
        .ok_or_else(|| Error::unavailable("no count"))?;
    for (number, (form, rows)) in forms.iter().enumerate() {
        let count: i64 = counts.try_get("", &format!("w{number}"))?;
        if usize::try_from(count) != Ok(rows.len()) {
            must_be_fine(tx, form, rows).await?;
        }
    }
    Ok(())
}
