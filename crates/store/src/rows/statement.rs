//! By which statement are rows written?

use sea_orm::DbBackend;

use super::row::{Form, Row, Verb};
use crate::error::Error;
use crate::sql::{Sql, quoted};

/// The statement that writes these rows, which answers for each form how many it wrote: of all of them on PostgreSQL, and
/// of one form on SQLite, which counts by itself.
pub(super) fn statement(backend: DbBackend, forms: &[(&Form, &[Row])]) -> Result<Sql, Error> {
    let mut sql = Sql::new(backend);
    let (mut parts, mut counts) = (Vec::new(), Vec::new());
    for (number, (form, rows)) in forms.iter().enumerate() {
        let source = format!("r{number}");
        let values = rows.iter().map(|row| row.values.clone());
        let values = sql.rows(values)?;
        let columns = quoted(form.columns.iter().copied());
        parts.push(format!("\"{source}\" ({columns}) AS ({values})"));
        let write = form.write(&source);
        if backend == DbBackend::Postgres {
            parts.push(format!("\"w{number}\" AS ({write} RETURNING 1)"));
            counts.push(format!(
                "(SELECT count(*) FROM \"w{number}\") AS \"w{number}\""
            ));
        } else {
            counts.push(write);
        }
    }
    let select = match backend {
        DbBackend::Postgres => "SELECT ",
        _ => "",
    };
    sql.text = format!("WITH {} {select}{}", parts.join(", "), counts.join(", "));
    Ok(sql)
}

impl Form {
    fn keys(&self) -> &[&'static str] {
        self.columns.get(..self.key).unwrap_or_default()
    }

    fn others(&self) -> &[&'static str] {
        self.columns.get(self.key..).unwrap_or_default()
    }

    /// Writes what stands in `source`.
    fn write(&self, source: &str) -> String {
        match self.verb {
            Verb::Update => self.update(source, ""),
            Verb::UpdateIfNull(column) => {
                let only = format!(" AND \"{}\".\"{column}\" IS NULL", self.table);
                self.update(source, &only)
            }
            Verb::Insert => self.insert(source, ""),
            Verb::InsertOrLeave => self.insert_or(source, "true", " DO NOTHING"),
            Verb::InsertOrReplace => self.insert_or(source, "true", &self.replace()),
            Verb::InsertOrReplaceIfSame(column) => {
                let (replace, table) = (self.replace(), self.table);
                let same = format!("\"{table}\".\"{column}\" = \"excluded\".\"{column}\"");
                self.insert_or(source, "true", &format!("{replace} WHERE {same}"))
            }
            Verb::RaiseOfLive(nouns) => self.raise_of_live(source, nouns),
            Verb::Delete => self.delete(source),
        }
    }

    fn insert(&self, source: &str, then: &str) -> String {
        let (table, columns) = (self.table, quoted(self.columns.iter().copied()));
        format!("INSERT INTO \"{table}\" ({columns}) SELECT {columns} FROM \"{source}\"{then}")
    }

    /// Writes those of which `only` is true; without a WHERE, SQLite takes the ON for that of a join.
    fn insert_or(&self, source: &str, only: &str, otherwise: &str) -> String {
        let keys = quoted(self.keys().iter().copied());
        self.insert(
            source,
            &format!(" WHERE {only} ON CONFLICT ({keys}){otherwise}"),
        )
    }

    fn raise_of_live(&self, source: &str, nouns: &str) -> String {
        let of =
            |(own, noun): (&&str, &str)| format!("\"{nouns}\".\"{noun}\" = \"{source}\".\"{own}\"");
        let same: Vec<_> = self.keys().iter().zip(["home", "id"]).map(of).collect();
        let live = format!(
            "EXISTS (SELECT 1 FROM \"{nouns}\" WHERE {} AND \"{nouns}\".\"removed_revision\" IS NULL)",
            same.join(" AND ")
        );
        let table = self.table;
        let less = |column: &&str| format!("\"{table}\".\"{column}\" < \"excluded\".\"{column}\"");
        let less: Vec<_> = self.others().iter().map(less).collect();
        let raise = format!("{} WHERE {}", self.replace(), less.join(" AND "));
        self.insert_or(source, &live, &raise)
    }

    fn delete(&self, source: &str) -> String {
        let keys = quoted(self.keys().iter().copied());
        let table = self.table;
        format!("DELETE FROM \"{table}\" WHERE ({keys}) IN (SELECT {keys} FROM \"{source}\")")
    }

    fn replace(&self) -> String {
        format!(" DO UPDATE SET {}", self.set("excluded"))
    }

    fn update(&self, source: &str, only: &str) -> String {
        let (table, set) = (self.table, self.set(source));
        let same = |key: &&str| format!("\"{table}\".\"{key}\" = \"{source}\".\"{key}\"");
        let keys: Vec<_> = self.keys().iter().map(same).collect();
        let keys = keys.join(" AND ");
        format!("UPDATE \"{table}\" SET {set} FROM \"{source}\" WHERE {keys}{only}")
    }

    fn set(&self, source: &str) -> String {
        let set = |column: &&str| format!("\"{column}\" = \"{source}\".\"{column}\"");
        let set: Vec<_> = self.others().iter().map(set).collect();
        set.join(", ")
    }
}
