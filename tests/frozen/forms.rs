//! Which forms does today's version store? All of them in one picture, so that a field or a variant that is renamed is seen
//! before a release, while a released form is held by its frozen database.

use std::collections::BTreeSet;

use grantor::v1;
use prost_reflect::Value as Field;
use serde_json::Value;
use sqlx::Connection;

use super::cast::Cast;
use super::files::database;
use super::make::played;
use super::strict::NOUNS;
use crate::api::requests::GOOD;
use crate::api::stage::Stage;
use crate::harness::{World, collaborator, listed, rights, to_member};

/// More entries than a list has that is told whole.
const MANY: usize = 102;
/// Fields that hold what people type, which could look like a variant.
const TYPED: [&str; 4] = [
    "display_name",
    "listed_name",
    "managing_system",
    "proposed_name",
];

#[tokio::test]
async fn what_is_stored_has_these_forms() {
    if database() == "postgres" {
        println!(
            "skipped: what_is_stored_has_these_forms reads SQLite's file; PostgreSQL holds the same texts"
        );
        return;
    }
    let mut forms = Forms::default();
    let world = World::new().await;
    played(&world).await;
    long_lists(&Cast::new(&world)).await;
    forms.read(&world).await;
    let stage = Stage::new().await;
    all_methods(&stage).await;
    forms.read(&stage.world).await;
    let picture: String = forms.0.iter().flat_map(|form| [form, "\n"]).collect();
    insta::with_settings!({ snapshot_path => "../snapshots", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("forms", picture);
    });
}

/// Lists that are told by entry: a team's members, what a grant gives access to, the comments of a request.
async fn long_lists(cast: &Cast<'_>) {
    cast.founds("crowd", "roberta").await;
    let (roberta, operator) = (cast.of("roberta"), &cast.operator);
    let ids: Vec<_> = (0..MANY).map(|number| format!("m-{number:0>3}")).collect();
    for id in &ids {
        cast.joins_new("crowd", "roberta", id, collaborator()).await;
    }
    roberta.creates_team("crowd", "all").await.expect("made");
    let (last, first) = ids.split_last().expect("many");
    let first: Vec<_> = first.iter().map(String::as_str).collect();
    for users in [&first[..], &[last.as_str()]] {
        let added = roberta.adds_to_team("crowd", "all", users).await;
        added.expect("in");
    }
    let product = operator
        .creates_product("crowd", "short-lived", "kdrive")
        .await;
    let product = product.expect("made");
    let tags = (0..MANY).map(|number| v1::scope_entry::Entry::Tag(format!("tag-{number}")));
    let scope = listed(tags.chain([v1::scope_entry::Entry::Product(product.clone())]));
    let given = to_member("crowd", last, rights(&["kdrive/use"]), scope);
    roberta.grants_access("crowd", given).await.expect("given");
    operator.deletes_product(&product).await.expect("deleted");
}

/// Each method that changes something, by a request that may come again.
async fn all_methods(stage: &Stage) {
    for good in GOOD.iter().filter(|good| good.is_mutation()) {
        let mut message = stage.message(good);
        message.set_field_by_name("request_id", Field::String(format!("once-{}", good.rpc)));
        let done = stage.sender(good.sender).calls(good.rpc, &message).await;
        done.expect(good.rpc);
    }
    for number in 0..MANY {
        let text = format!("Comment {number}.");
        let request = "organizations/acme/changeRequests/talk";
        stage.ann.comments(request, &text).await.expect("said");
    }
}

/// Paths of fields, each with what stands there.
#[derive(Default)]
struct Forms(BTreeSet<String>);

impl Forms {
    async fn read(&mut self, world: &World) {
        let url = &world.options.database_url;
        let connection = sqlx::SqliteConnection::connect(url).await;
        let mut connection = connection.expect("the file opens");
        let mut columns = vec![
            ("change", r#"SELECT payload FROM change"#.to_owned()),
            ("caller", r#"SELECT caller FROM change"#.to_owned()),
            ("deps", r#"SELECT deps FROM change"#.to_owned()),
            ("mail", r#"SELECT mail FROM outbox"#.to_owned()),
            (
                "takes_from",
                r#"SELECT takes_from FROM idempotency"#.to_owned(),
            ),
        ];
        columns.extend(
            NOUNS
                .iter()
                .chain(&["former_person", "shut_out"])
                .map(|noun| {
                    let bodies = format!(r#"SELECT body FROM "{noun}" WHERE body IS NOT NULL"#);
                    ("row", bodies)
                }),
        );
        for (name, select) in columns {
            let stored = sqlx::query_scalar::<_, String>(sqlx::AssertSqlSafe(select));
            for text in stored.fetch_all(&mut connection).await.expect("read") {
                self.add(name, &serde_json::from_str(&text).expect("JSON"));
            }
        }
    }

    fn add(&mut self, path: &str, value: &Value) {
        let kind = match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    if value.get("stamp").is_some() {
                        // A noun has one form, wherever it stands.
                        self.0.insert(format!("{path}: a {name}"));
                        self.add(name, value);
                    } else {
                        self.add(&format!("{path}.{name}"), value);
                    }
                }
                return;
            }
            Value::Array(items) => {
                let inner = format!("{path}[]");
                items.iter().for_each(|item| self.add(&inner, item));
                return;
            }
            Value::String(text) if is_variant(path, text) => text,
            Value::String(_) => "text",
            Value::Number(_) => "number",
            Value::Bool(_) => "bool",
            Value::Null => "null",
        };
        self.0.insert(format!("{path}: {kind}"));
    }
}

/// Ids and digests have no capital letters, and what people type stands in few fields.
fn is_variant(path: &str, text: &str) -> bool {
    let is_typed = TYPED.iter().any(|field| path.ends_with(field));
    let mut letters = text.chars();
    !is_typed
        && letters
            .next()
            .is_some_and(|first| first.is_ascii_uppercase())
        && letters.all(|letter| letter.is_ascii_alphabetic())
}

/// The worlds of the picture have no long team with a bound place.
#[test]
fn a_bound_place_in_a_long_team_has_this_form() {
    let place = domain::TeamPlace {
        user: domain::UserId::parse("bob").expect("an id"),
        bound_to: vec![domain::PartnershipId::parse("m").expect("an id")],
        made: None,
    };
    let form = serde_json::to_string(&domain::ListEntry::Place(place)).expect("JSON");
    assert_eq!(form, r#"{"Place":{"user":"bob","lent_by":["m"]}}"#);
}
