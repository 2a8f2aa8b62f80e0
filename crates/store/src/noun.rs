//! How is a noun kept? All nouns in tables of one shape: keys, revisions, and the after-image as the log has it.

use std::fmt::Display;

use domain::{ChangeRequestStage, Home, Kind, Partner, Record, RecordName, Subject, UserState};
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query, SelectStatement, UnionType};
use sea_orm::{QueryResult, Value};

use crate::error::{Error, number};
use crate::rows::{Otherwise, Row, Verb};

/// The columns that every noun has.
const COLUMNS: [&str; 6] = [
    "home",
    "id",
    "create_revision",
    "revision",
    "removed_revision",
    "body",
];

/// Whether the id names somebody else's noun, so that it may come back: a member is a user, an operator as well.
fn may_come_back(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Member | Kind::ShutOut | Kind::Operator | Kind::Settings
    )
}

/// The columns more that queries need.
fn more(record: &Record) -> Vec<(&'static str, Value)> {
    match record {
        Record::User(user) => vec![("state", user_state(user.state).into())],
        Record::Grant(grant) => vec![
            ("subject", subject(&grant.subject).into()),
            ("end_time", grant.period.end.map(|end| end.0).into()),
        ],
        Record::Invitation(invitation) => vec![("email", invitation.email.id.as_str().into())],
        Record::Partner(partner) => vec![("search_name", search_name(partner).into())],
        Record::Partnership(partnership) => vec![("partner", partnership.partner.as_str().into())],
        Record::ChangeRequest(request) => {
            let requester = request.requester.actor.as_ref();
            vec![
                ("number", i64::try_from(request.number).ok().into()),
                (
                    "requester",
                    requester.map(|user| user.as_str().to_owned()).into(),
                ),
                ("state", request.state.stage().name().into()),
            ]
        }
        _ => vec![],
    }
}

pub(crate) fn user_state(state: UserState) -> &'static str {
    match state {
        UserState::Active => "active",
        UserState::Deactivated => "deactivated",
        UserState::Erased => "erased",
    }
}

fn subject(subject: &Subject) -> String {
    match subject {
        Subject::Member(id) => format!("member:{id}"),
        Subject::Team(id) => format!("team:{id}"),
        Subject::Partnership(id) => format!("partnership:{id}"),
    }
}

/// What a listed partner is found by in the directory; nothing of one that is not listed.
fn search_name(partner: &Partner) -> Option<String> {
    partner
        .name_in_directory()
        .map(|name| domain::searchable(name.as_str()))
}

/// A noun that comes with this revision. Not written where the id is or was another's.
pub(crate) fn new(home: &Home, record: &Record) -> Result<Row, Error> {
    let name = record.name();
    let stamp = record.stamp();
    let mut values = vec![
        ("create_revision", number(stamp.create_revision).into()),
        ("revision", number(stamp.revision).into()),
        ("removed_revision", Value::BigInt(None)),
        ("body", body(record)?.into()),
    ];
    values.extend(more(record));
    let taken = Otherwise::Taken(name.resource_name(home));
    let verb = if may_come_back(name.kind) {
        Verb::InsertOrReplace
    } else {
        // A change may name its own new noun twice.
        Verb::InsertOrReplaceIfSame("create_revision")
    };
    Ok(row(home, &name, verb, values, taken))
}

/// A noun that was made before. Not written where there is none.
pub(crate) fn changed(home: &Home, record: &Record) -> Result<Row, Error> {
    let mut values = vec![
        ("revision", number(record.stamp().revision).into()),
        ("body", body(record)?.into()),
    ];
    values.extend(more(record));
    Ok(live_row(home, &record.name(), values))
}

/// Takes a noun away; its id stays taken.
pub(crate) fn removed(home: &Home, name: &RecordName, revision: u64) -> Row {
    let mut values: Vec<(&'static str, Value)> = vec![
        ("revision", number(revision).into()),
        ("removed_revision", number(revision).into()),
        ("body", Value::String(None)),
    ];
    let gone = |column| (column, Value::String(None));
    match name.kind {
        Kind::User => values.push(gone("state")),
        Kind::Grant => values.extend([gone("subject"), ("end_time", Value::BigInt(None))]),
        Kind::Invitation => values.push(gone("email")),
        Kind::Partner => values.push(gone("search_name")),
        Kind::Partnership => values.push(gone("partner")),
        Kind::ChangeRequest => values.extend([gone("requester"), gone("state")]),
        _ => {}
    }
    live_row(home, name, values)
}

fn live_row(home: &Home, name: &RecordName, values: Vec<(&'static str, Value)>) -> Row {
    let verb = Verb::UpdateIfNull("removed_revision");
    let absent = Otherwise::Absent(name.resource_name(home));
    row(home, name, verb, values, absent)
}

fn row(
    home: &Home,
    name: &RecordName,
    verb: Verb,
    others: Vec<(&'static str, Value)>,
    otherwise: Otherwise,
) -> Row {
    let key = vec![
        ("home", home.to_string().into()),
        ("id", name.id.as_str().into()),
    ];
    Row::new((name.kind.name(), verb), key, others, otherwise)
}

fn body(record: &Record) -> Result<String, Error> {
    serde_json::to_string(record).map_err(Error::unavailable)
}

/// The live nouns of a kind, anywhere.
pub(crate) fn live(kind: Kind) -> SelectStatement {
    Query::select()
        .columns(COLUMNS)
        .from(kind.name())
        .and_where(Expr::col("removed_revision").is_null())
        .take()
}

/// The live nouns of a kind in a home, by id, byte for byte.
pub(crate) fn live_in(home: &Home, kind: Kind) -> SelectStatement {
    live(kind)
        .and_where(Expr::col("home").eq(home.to_string()))
        .order_by("id", Order::Asc)
        .take()
}

/// The column of a block.
pub(crate) const LINES: &str = "lines";

/// What a home is loaded from, so many rows after an id: one row in which each is a line, of its id, a tab, and its body.
/// Of change requests only those that wait, and the last: memory keeps nothing of them but which these are. Of people only
/// those of whom a state may remember anything.
pub(crate) fn block(home: &Home, kind: Kind, after: Option<&str>, rows: u64) -> SelectStatement {
    let lines = "string_agg(id || '\t' || coalesce(body, ''), '\n' ORDER BY id)";
    Query::select()
        .expr_as(Expr::cust(lines), LINES)
        .from_subquery(loaded(home, kind, after, rows), "block")
        .take()
}

fn loaded(home: &Home, kind: Kind, after: Option<&str>, rows: u64) -> SelectStatement {
    let mut select = match kind {
        Kind::ChangeRequest => waiting_and_last(home),
        _ => bodies(home, kind),
    };
    if kind == Kind::User {
        // The others, who are many, would only be read to be left out.
        let waits = Expr::col("body").like("%\"handover\":\"Waiting\"%");
        let is_active = Expr::col("body").like("%\"state\":\"Active\"%");
        let stands_out = Expr::col("body").is_null().or(is_active.not()).or(waits);
        select.and_where(stands_out);
    }
    if let Some(after) = after {
        select.and_where(Expr::col("id").gt(after));
    }
    select.order_by("id", Order::Asc).limit(rows).take()
}

/// The ids and bodies of the live nouns of a kind in a home.
fn bodies(home: &Home, kind: Kind) -> SelectStatement {
    Query::select()
        .columns(["id", "body"])
        .from(kind.name())
        .and_where(Expr::col("home").eq(home.to_string()))
        .and_where(Expr::col("removed_revision").is_null())
        .take()
}

/// Of the change requests of a home, which stay for ever, those that can still be worked, and the last.
fn waiting_and_last(home: &Home) -> SelectStatement {
    let last = bodies(home, Kind::ChangeRequest)
        .order_by("number", Order::Desc)
        .limit(1)
        .take();
    let last = Query::select()
        .columns(["id", "body"])
        .from_subquery(last, "last")
        .take();
    let stages = ChangeRequestStage::WAITING.map(ChangeRequestStage::name);
    let both = bodies(home, Kind::ChangeRequest)
        .and_where(Expr::col("state").is_in(stages))
        .union(UnionType::Distinct, last)
        .take();
    Query::select()
        .columns(["id", "body"])
        .from_subquery(both, "both")
        .take()
}

/// The noun that a row holds.
pub(crate) fn read(row: &QueryResult) -> Result<Record, Error> {
    let home: String = row.try_get("", "home")?;
    let id: String = row.try_get("", "id")?;
    let body: Option<String> = row.try_get("", "body")?;
    let body = body.unwrap_or_default();
    must_be_whole(&home, &id, &body)?;
    record(&home, &id, &body)
}

/// Refuses a live row that holds nothing.
pub(crate) fn must_be_whole(home: &impl Display, id: &str, body: &str) -> Result<(), Error> {
    if body.is_empty() {
        return Err(broken(home, id, "is live and empty"));
    }
    Ok(())
}

/// The noun that this body is of.
pub(crate) fn record(home: &impl Display, id: &str, body: &str) -> Result<Record, Error> {
    let why = "cannot be read; a later version may have written it";
    serde_json::from_str(body).map_err(|_| broken(home, id, why))
}

fn broken(home: &impl Display, id: &str, why: &str) -> Error {
    Error::Corrupt(format!("the row of {id} in {home} {why}"))
}
