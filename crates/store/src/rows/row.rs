//! A row on its way into a table, and what it has in common with others.

use sea_orm::Value;

use crate::error::Error;

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
    /// It gets the greater of both values. None is written but of what is live in this table of nouns.
    RaiseOfLive(&'static str),
    /// It goes.
    Delete,
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
    pub(super) fn error(&self) -> Option<Error> {
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
    pub(super) fn place(&self) -> (&'static str, String) {
        let key = self.values.get(..self.form.key).unwrap_or_default();
        (self.form.table, format!("{key:?}"))
    }
}
