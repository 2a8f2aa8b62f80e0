//! Which rows does a change write? They wait in their transaction and leave together, before anything is read there and
//! before its COMMIT: what a database does for a statement, it does once for all of them.

mod pending;
mod short;
mod statement;

use sea_orm::{DbBackend, Value};

use crate::error::Error;
use crate::tx::Tx;

pub(crate) use pending::Pending;
use short::must_be_fine;
use statement::statement;

/// A row on its way into a table.
#[derive(Debug)]
pub(crate) struct Row {
    pub(crate) form: Form,
    /// Of the columns of its form, in their order.
    pub(crate) values: Vec<Value>,
    /// What it means if it was not written.
    pub(crate) otherwise: Otherwise,
}

/// What rows have in common that one statement can write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Form {
    pub(crate) table: &'static str,
    pub(crate) verb: Verb,
    /// First those of the key, which are so many.
    pub(crate) columns: Vec<&'static str>,
    pub(crate) key: usize,
}

/// What becomes of a row that has the same key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Verb {
    /// There is none.
    Insert,
    /// It stays.
    InsertOrLeave,
    /// It is overwritten.
    InsertOrReplace,
    /// It is overwritten if this column says the same.
    InsertOrReplaceIfSame(&'static str),
    /// It is changed.
    Update,
    /// It is changed if this column is empty.
    UpdateIfNull(&'static str),
}

/// What it means that a row was not written.
#[derive(Debug, Clone)]
pub(crate) enum Otherwise {
    /// Nothing.
    Fine,
    /// The id of the noun of this name is or was another's.
    Taken(String),
    /// The engine that decided and the rows do not agree, and the rows are under the lock.
    Absent(String),
}

impl Otherwise {
    fn error(&self) -> Option<Error> {
        match self {
            Self::Fine => None,
            Self::Taken(name) => Some(Error::IdTaken(name.clone())),
            Self::Absent(name) => Some(Error::Corrupt(format!(
                "{name} is not there, though a change is based on it"
            ))),
        }
    }
}

/// A column, and what is to stand there.
pub(crate) type Named = (&'static str, Value);

impl Row {
    /// A row of this key in a table.
    pub(crate) fn new(
        (table, verb): (&'static str, Verb),
        key: Vec<Named>,
        others: Vec<Named>,
        otherwise: Otherwise,
    ) -> Self {
        let keys = key.len();
        let (columns, values) = key.into_iter().chain(others).unzip();
        let form = Form {
            table,
            verb,
            columns,
            key: keys,
        };
        Self {
            form,
            values,
            otherwise,
        }
    }

    /// Where it stands, as a text.
    fn place(&self) -> (&'static str, String) {
        let key = self.values.get(..self.form.key).unwrap_or_default();
        (self.form.table, format!("{key:?}"))
    }
}

/// SQLite prepares a statement for each number of rows: only for these, so that they stay prepared.
const SIZES: [usize; 3] = [64, 8, 1];

/// Writes rows: on PostgreSQL by one statement for all, on SQLite, which is asked without a wire, by some for each form.
pub(crate) async fn write(tx: &Tx, waiting: Vec<(Form, Vec<Row>)>) -> Result<(), Error> {
    if tx.backend() == DbBackend::Postgres {
        let forms: Vec<_> = waiting
            .iter()
            .map(|(form, rows)| (form, &rows[..]))
            .collect();
        let counts = tx.asks(statement(DbBackend::Postgres, &forms)?).await?;
        let counts = counts
            .first()
            .ok_or_else(|| Error::unavailable("no count"))?;
        for (number, (form, rows)) in forms.into_iter().enumerate() {
            let count: i64 = counts.try_get("", &format!("w{number}"))?;
            if usize::try_from(count) != Ok(rows.len()) {
                must_be_fine(tx, form, rows).await?;
            }
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
