//! A statement over any number of rows. PostgreSQL takes each column of many as an array, so that the statement is the same
//! for ten rows and for a thousand, and stays prepared; each value of a few, so that it knows that they are few, and keeps
//! its plan. SQLite takes each value.

use sea_orm::{DbBackend, Statement, StatementBuilder, Value};

use crate::error::Error;

/// A statement, and what it is about.
pub(crate) struct Sql {
    backend: DbBackend,
    pub(crate) text: String,
    pub(crate) arguments: Vec<Argument>,
}

/// As many rows are few.
const FEW: usize = 4;

/// What a statement is about.
pub(crate) enum Argument {
    Value(Value),
    Numbers(Vec<Option<i64>>),
    Texts(Vec<Option<String>>),
    Bytes(Vec<Option<Vec<u8>>>),
}

impl Sql {
    /// Without a word yet.
    pub(crate) fn new(backend: DbBackend) -> Self {
        Self {
            backend,
            text: String::new(),
            arguments: Vec::new(),
        }
    }

    /// Begins with this statement: what its values are counts on from it.
    pub(crate) fn over(backend: DbBackend, statement: &impl StatementBuilder) -> Self {
        let statement = statement.build(&backend);
        let values = statement.values.into_iter().flatten();
        Self {
            backend,
            text: statement.sql,
            arguments: values.map(Argument::Value).collect(),
        }
    }

    /// The place of a value.
    pub(crate) fn value(&mut self, value: impl Into<Value>) -> String {
        let place = self.place();
        self.arguments.push(Argument::Value(value.into()));
        place
    }

    /// A query that finds these rows, of which there is one at least.
    pub(crate) fn rows(
        &mut self,
        rows: impl ExactSizeIterator<Item = Vec<Value>>,
    ) -> Result<String, Error> {
        if self.backend == DbBackend::Postgres && rows.len() > FEW {
            return self.arrays(rows);
        }
        let mut places = Vec::with_capacity(rows.len());
        for row in rows {
            let row = row.into_iter().map(|value| self.typed(value));
            let row = row.collect::<Result<Vec<_>, Error>>()?;
            places.push(format!("({})", row.join(", ")));
        }
        Ok(format!("VALUES {}", places.join(", ")))
    }

    /// The place of a value that does not say by itself of which type it is.
    fn typed(&mut self, value: Value) -> Result<String, Error> {
        let kind = match (self.backend, &value) {
            (DbBackend::Postgres, Value::BigInt(_)) => "::bigint",
            (DbBackend::Postgres, Value::String(_)) => "::text",
            (DbBackend::Postgres, Value::Bytes(_)) => "::bytea",
            (DbBackend::Postgres, _) => return Err(misfit(&value)),
            _ => "",
        };
        Ok(format!("{}{kind}", self.value(value)))
    }

    /// The same statement where it has no arrays.
    pub(crate) fn valued(self) -> Result<Statement, Error> {
        let value = |argument| match argument {
            Argument::Value(value) => Ok(value),
            _ => Err(Error::Misuse("SQLite knows no arrays".to_owned())),
        };
        let values = self.arguments.into_iter().map(value);
        let values = values.collect::<Result<Vec<_>, _>>()?;
        Ok(Statement::from_sql_and_values(
            self.backend,
            self.text,
            values,
        ))
    }

    fn arrays(&mut self, rows: impl Iterator<Item = Vec<Value>>) -> Result<String, Error> {
        let mut arrays: Vec<Option<Argument>> = Vec::new();
        for row in rows {
            arrays.resize_with(row.len(), || None);
            for (array, value) in arrays.iter_mut().zip(row) {
                add(array, value)?;
            }
        }
        let mut places = Vec::with_capacity(arrays.len());
        for array in arrays.into_iter().flatten() {
            let kind = match array {
                Argument::Numbers(_) => "bigint",
                Argument::Texts(_) => "text",
                Argument::Bytes(_) => "bytea",
                Argument::Value(value) => return Err(misfit(&value)),
            };
            places.push(format!("{}::{kind}[]", self.place()));
            self.arguments.push(array);
        }
        Ok(format!("SELECT * FROM UNNEST({})", places.join(", ")))
    }

    /// The place of what comes next.
    fn place(&self) -> String {
        let sign = match self.backend {
            DbBackend::Postgres => '$',
            _ => '?',
        };
        format!("{sign}{}", self.arguments.len() + 1)
    }
}

fn add(array: &mut Option<Argument>, value: Value) -> Result<(), Error> {
    match (array, value) {
        (Some(Argument::Numbers(numbers)), Value::BigInt(number)) => numbers.push(number),
        (Some(Argument::Texts(texts)), Value::String(text)) => texts.push(text),
        (Some(Argument::Bytes(all)), Value::Bytes(bytes)) => all.push(bytes),
        (array @ None, Value::BigInt(number)) => *array = Some(Argument::Numbers(vec![number])),
        (array @ None, Value::String(text)) => *array = Some(Argument::Texts(vec![text])),
        (array @ None, Value::Bytes(bytes)) => *array = Some(Argument::Bytes(vec![bytes])),
        (_, value) => return Err(misfit(&value)),
    }
    Ok(())
}

fn misfit(value: &Value) -> Error {
    Error::Misuse(format!("{value:?} fits in no column of the others"))
}

/// Tells whoever looks what is sent, without values.
pub(crate) fn is_sent(statement: &str) {
    tracing::trace!(target: "store::statements", statement);
}

/// Names as the databases read them.
pub(crate) fn quoted<'a>(names: impl IntoIterator<Item = &'a str>) -> String {
    let names: Vec<_> = names
        .into_iter()
        .map(|name| format!("\"{name}\""))
        .collect();
    names.join(", ")
}
