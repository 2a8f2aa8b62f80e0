//! What is stored keeps its form: each object of each frozen row refuses one field more, wherever it stands, and is written
//! again as it was read, whatever its parts are called by now.

use domain::{Caller, Change, Mail, Record};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use sqlx::Connection;

use super::files::read_small;

/// The nouns' tables that the first format had.
pub(super) const NOUNS: [&str; 17] = [
    "settings",
    "operator",
    "product_type",
    "service_account",
    "key",
    "user",
    "organization",
    "member",
    "product",
    "product_group",
    "team",
    "partner",
    "partnership",
    "client_assignment",
    "grant",
    "invitation",
    "change_request",
];

#[tokio::test]
async fn frozen_1_has_no_object_that_takes_an_unknown_field_and_is_written_as_it_was() {
    let directory = tempfile::tempdir().expect("a temporary directory");
    let path = directory.path().join("grantor.db");
    let frozen = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/tests/frozen/1/sqlite/grantor.db.gz"
    );
    std::fs::write(&path, read_small(frozen.as_ref())).expect("the copy");
    let mut copy = sqlx::SqliteConnection::connect(&format!("sqlite://{}", path.display()))
        .await
        .expect("the copy opens");
    keeps_its_form::<Change>(&mut copy, "SELECT payload FROM change").await;
    keeps_its_form::<Caller>(&mut copy, "SELECT caller FROM change").await;
    keeps_its_form::<Mail>(&mut copy, "SELECT mail FROM outbox").await;
    for noun in NOUNS {
        let bodies = format!(r#"SELECT body FROM "{noun}" WHERE body IS NOT NULL"#);
        keeps_its_form::<Record>(&mut copy, &bodies).await;
    }
}

async fn keeps_its_form<T: DeserializeOwned + Serialize>(
    copy: &mut sqlx::SqliteConnection,
    select: &str,
) {
    let stored: Vec<String> = sqlx::query_scalar(sqlx::AssertSqlSafe(select))
        .fetch_all(copy)
        .await
        .expect("read");
    assert!(!stored.is_empty(), "{select}");
    for text in stored {
        let whole: Value = serde_json::from_str(&text).expect("JSON");
        let read = serde_json::from_value::<T>(whole.clone()).expect("it is read as it is");
        let written = serde_json::to_value(read).expect("it is written");
        assert!(
            keeps(&written, &whole),
            "{select}: {whole} became {written}"
        );
        for place in 0..objects(&whole) {
            let mut more = whole.clone();
            add(&mut more, &mut { place });
            assert!(
                serde_json::from_value::<T>(more.clone()).is_err(),
                "{select}: a condition is left out of {more}"
            );
        }
    }
}

/// Whether all that was there is there as it was; later formats have more fields.
fn keeps(written: &Value, was: &Value) -> bool {
    match (written, was) {
        (Value::Object(written), Value::Object(was)) => was.iter().all(|(name, was)| {
            let written = written.get(name);
            written.is_some_and(|written| keeps(written, was))
        }),
        (Value::Array(written), Value::Array(was)) => {
            let pairs = || written.iter().zip(was);
            written.len() == was.len() && pairs().all(|(written, was)| keeps(written, was))
        }
        _ => written == was,
    }
}

/// How many objects there are in a value.
fn objects(value: &Value) -> usize {
    match value {
        Value::Object(fields) => 1 + fields.values().map(objects).sum::<usize>(),
        Value::Array(items) => items.iter().map(objects).sum(),
        _ => 0,
    }
}

/// Adds a field to the object of this number.
fn add(value: &mut Value, place: &mut usize) {
    let inner: Vec<&mut Value> = match value {
        Value::Object(fields) => {
            if *place == 0 {
                fields.insert("only_on".to_owned(), "tuesdays".into());
            }
            *place = place.wrapping_sub(1);
            fields.values_mut().collect()
        }
        Value::Array(items) => items.iter_mut().collect(),
        _ => return,
    };
    inner.into_iter().for_each(|value| add(value, place));
}
