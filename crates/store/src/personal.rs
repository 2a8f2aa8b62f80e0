//! Where are names and emails? Beside the log, each under its id, so that erasing them leaves the chain whole.

use std::collections::HashMap;

use aws_lc_rs::digest::{Context, SHA256};
use domain::{Home, PersonalId, PersonalValue, UserId};
use sea_orm::sea_query::{Expr, ExprTrait, Query};
use sea_orm::{ColumnTrait, EntityTrait, FromQueryResult, QueryFilter, QueryTrait};

use crate::entity::personal::{Column, Entity, Model};
use crate::error::Error;
use crate::head::read_home;
use crate::key_ring::{KeyRing, hex};
use crate::rows::{Named, Otherwise, Row, Verb};
use crate::tx::Tx;

/// The digest of a personal value: SHA-256 of salt and value, in hex.
pub fn personal_digest(salt: &[u8], value: &str) -> String {
    let mut context = Context::new(&SHA256);
    context.update(salt);
    context.update(value.as_bytes());
    hex(context.finish().as_ref())
}

/// Keeps the values that a change brings.
pub(crate) async fn write(
    tx: &Tx,
    ring: &KeyRing,
    home: &Home,
    values: &[PersonalValue],
) -> Result<(), Error> {
    for value in values {
        let subject = value.subject.as_ref().map(UserId::to_string);
        let lookup = value.lookup.as_deref().map(|text| ring.lookup(text));
        let others = vec![
            ("subject", subject.into()),
            ("salt", value.salt.to_vec().into()),
            ("value", value.value.as_str().into()),
            ("lookup", lookup.into()),
        ];
        tx.put(row(home, &value.id, Verb::Insert, others)).await?;
    }
    Ok(())
}

/// A value turns out to be about this person.
pub(crate) async fn adopt(
    tx: &Tx,
    home: &Home,
    id: &PersonalId,
    subject: &UserId,
) -> Result<(), Error> {
    let subject = vec![("subject", subject.as_str().into())];
    tx.put(row(home, id, Verb::Update, subject)).await
}

fn row(home: &Home, id: &PersonalId, verb: Verb, others: Vec<Named>) -> Row {
    let key = vec![
        ("home", home.to_string().into()),
        ("id", id.as_str().into()),
    ];
    Row::new(("personal", verb), key, others, Otherwise::Fine)
}

/// Erases what is about a person in a home. Ids, and that they were this person's, stay.
pub(crate) async fn erase(tx: &Tx, home: &Home, subject: &UserId) -> Result<(), Error> {
    let update = Query::update()
        .table("personal")
        .value("salt", Option::<Vec<u8>>::None)
        .value("value", Option::<String>::None)
        .value("lookup", Option::<String>::None)
        .and_where(Expr::col("home").eq(home.to_string()))
        .and_where(Expr::col("subject").eq(subject.as_str()))
        .take();
    tx.run(&update).await.map(|_| ())
}

/// The values of these ids; erased and unknown ones are missing.
pub(crate) async fn texts(
    tx: &Tx,
    home: &Home,
    ids: &[PersonalId],
) -> Result<HashMap<PersonalId, String>, Error> {
    let rows = rows(tx, home, ids.iter().map(PersonalId::as_str)).await?;
    let texts = rows
        .into_iter()
        .filter_map(|row| Some((PersonalId::parse(&row.id).ok()?, row.value?)));
    Ok(texts.collect())
}

/// The rows of these ids.
pub(crate) async fn rows<'a>(
    tx: &Tx,
    home: &Home,
    ids: impl Iterator<Item = &'a str>,
) -> Result<Vec<Model>, Error> {
    among(tx, home, "id", ids).await
}

/// The rows of a home that have one of these texts in a column.
async fn among<'a>(
    tx: &Tx,
    home: &Home,
    column: &'static str,
    texts: impl Iterator<Item = &'a str>,
) -> Result<Vec<Model>, Error> {
    let here = Entity::find().filter(Column::Home.eq(home.to_string()));
    let rows = tx.among(here.as_query(), ("personal", column), texts);
    let rows = rows.await?;
    let read = |row| Ok(Model::from_query_result(row, "")?);
    rows.iter().map(read).collect()
}

/// What is found by each of these normalized texts in a home, by id; nothing of one by which nothing is found.
pub(crate) async fn with_lookups(
    tx: &Tx,
    ring: &KeyRing,
    home: &Home,
    normalized: &[&str],
) -> Result<HashMap<String, Vec<Model>>, Error> {
    let lookups = normalized.iter().map(|text| (ring.lookup(text), *text));
    let lookups: HashMap<_, _> = lookups.collect();
    let all = lookups.keys().map(String::as_str);
    let mut found: HashMap<String, Vec<Model>> = HashMap::new();
    for row in among(tx, home, "lookup", all).await? {
        let text = row.lookup.as_ref().and_then(|lookup| lookups.get(lookup));
        if let Some(text) = text {
            found.entry((*text).to_owned()).or_default().push(row);
        }
    }
    // Asked for in this order, SQLite goes through the whole home by id.
    for rows in found.values_mut() {
        rows.sort_unstable_by(|one, other| one.id.cmp(&other.id));
    }
    Ok(found)
}

/// The homes that hold values about a person.
pub(crate) async fn homes_holding(tx: &Tx, subject: &UserId) -> Result<Vec<Home>, Error> {
    let query = Query::select()
        .distinct()
        .column("home")
        .from("personal")
        .and_where(Expr::col("subject").eq(subject.as_str()))
        .and_where(Expr::col("value").is_not_null())
        .order_by("home", sea_orm::sea_query::Order::Asc)
        .take();
    let rows = tx.rows(&query).await?;
    rows.iter()
        .map(|row| read_home(&row.try_get::<String>("", "home")?))
        .collect()
}
