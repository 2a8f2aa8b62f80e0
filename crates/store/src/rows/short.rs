//! Which of several rows were not written, and what does it mean?

use std::collections::HashSet;

use sea_orm::{QueryResult, Value};

use super::row::{Form, Row};
use super::runs::Runs;
use crate::error::Error;
use crate::sql::{Sql, quoted};

/// Rows that are looked for at a time.
const AT_A_TIME: usize = 1_000;

/// What it means that not all of these rows were written.
pub(super) async fn must_be_fine(tx: &impl Runs, form: &Form, rows: &[Row]) -> Result<(), Error> {
    let mut missing: Vec<_> = rows.iter().collect();
    if rows.len() > 1 && rows.iter().any(|row| row.otherwise.error().is_some()) {
        let there = there(tx, form, rows).await?;
        missing.retain(|row| !Place::of(form, row).is_some_and(|own| there.contains(&own)));
    }
    let error = missing.iter().find_map(|row| row.otherwise.error());
    error.map_or(Ok(()), Err)
}

/// Those of these nouns that are there as they were to be written.
async fn there(tx: &impl Runs, form: &Form, rows: &[Row]) -> Result<HashSet<Place>, Error> {
    let mut there = HashSet::new();
    for rows in rows.chunks(AT_A_TIME) {
        let mut sql = Sql::new(tx.backend());
        let places = rows.iter().filter_map(|row| Place::of(form, row));
        let places: Vec<_> = places.map(Place::values).collect();
        if places.is_empty() {
            continue;
        }
        let values = sql.rows(places.into_iter())?;
        let (table, columns) = (form.table, quoted(PLACE));
        let same = PLACE.map(|column| format!("t.\"{column}\" = r.\"{column}\""));
        let found = PLACE.map(|column| format!("t.\"{column}\""));
        sql.text = format!(
            "WITH r ({columns}) AS ({values}) SELECT {} FROM r JOIN \"{table}\" t ON {}",
            found.join(", "),
            same.join(" AND ")
        );
        for row in tx.asks(sql).await? {
            there.insert(Place::read(&row)?);
        }
    }
    Ok(there)
}

/// Home, id and revision of a noun.
#[derive(PartialEq, Eq, Hash)]
struct Place(String, String, i64);

/// Its columns.
const PLACE: [&str; 3] = ["home", "id", "revision"];

impl Place {
    fn of(form: &Form, row: &Row) -> Option<Self> {
        let values = PLACE.map(|name| form.value(row, name));
        match values {
            [
                Some(Value::String(Some(home))),
                Some(Value::String(Some(id))),
                Some(Value::BigInt(Some(revision))),
            ] => Some(Self(home.clone(), id.clone(), *revision)),
            _ => None,
        }
    }

    fn values(self) -> Vec<Value> {
        let Self(home, id, revision) = self;
        vec![home.into(), id.into(), revision.into()]
    }

    fn read(row: &QueryResult) -> Result<Self, Error> {
        let [home, id, revision] = PLACE;
        Ok(Self(
            row.try_get("", home)?,
            row.try_get("", id)?,
            row.try_get("", revision)?,
        ))
    }
}

impl Form {
    fn value<'a>(&self, row: &'a Row, name: &str) -> Option<&'a Value> {
        let place = self.columns.iter().position(|column| *column == name)?;
        row.values.get(place)
    }
}
