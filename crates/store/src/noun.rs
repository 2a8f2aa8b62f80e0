//! How is a noun kept? All nouns in tables of one shape: keys, revisions, and the after-image as the log has it.

use domain::{Home, Kind, Partner, Record, RecordName, Subject, UserState};
use sea_orm::sea_query::{
    Expr, ExprTrait, InsertStatement, OnConflict, Order, Query, SelectStatement, UpdateStatement,
};
use sea_orm::{QueryResult, Value};

use crate::error::{Error, number};

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

/// Writes a noun that comes with this revision. Touches no row where the id is or was another's.
pub(crate) fn insert(home: &Home, record: &Record) -> Result<InsertStatement, Error> {
    let RecordName { kind, id } = record.name();
    let stamp = record.stamp();
    let mut columns = COLUMNS.to_vec();
    let mut values: Vec<Expr> = vec![
        home.to_string().into(),
        id.into(),
        number(stamp.create_revision).into(),
        number(stamp.revision).into(),
        Option::<i64>::None.into(),
        body(record)?.into(),
    ];
    for (column, value) in more(record) {
        columns.push(column);
        values.push(value.into());
    }
    let mut conflict = OnConflict::columns(["home", "id"]);
    conflict.update_columns(columns.iter().skip(2).copied());
    if !may_come_back(kind) {
        // A change may name its own new noun twice.
        let own = Expr::col((kind.name(), "create_revision")).eq(number(stamp.create_revision));
        conflict.action_and_where(own);
    }
    Ok(Query::insert()
        .into_table(kind.name())
        .columns(columns)
        .values_panic(values)
        .on_conflict(conflict)
        .take())
}

/// Writes a noun that was made before. Touches no row where there is none.
pub(crate) fn update(home: &Home, record: &Record) -> Result<UpdateStatement, Error> {
    let mut values = vec![
        ("revision", number(record.stamp().revision).into()),
        ("body", body(record)?.into()),
    ];
    values.extend(more(record));
    Ok(at_home(home, &record.name(), values))
}

/// Takes a noun away; its id stays taken.
pub(crate) fn remove(home: &Home, name: &RecordName, revision: u64) -> UpdateStatement {
    let mut values: Vec<(&'static str, Value)> = vec![
        ("revision", number(revision).into()),
        ("removed_revision", number(revision).into()),
        ("body", Option::<String>::None.into()),
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
    at_home(home, name, values)
}

fn at_home(home: &Home, name: &RecordName, values: Vec<(&'static str, Value)>) -> UpdateStatement {
    Query::update()
        .table(name.kind.name())
        .values(
            values
                .into_iter()
                .map(|(column, value)| (column, Expr::val(value))),
        )
        .and_where(Expr::col("home").eq(home.to_string()))
        .and_where(Expr::col("id").eq(name.id.as_str()))
        .and_where(Expr::col("removed_revision").is_null())
        .take()
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

/// What a home is loaded from. Of change requests only the last: memory keeps nothing of them but its number.
pub(crate) fn loaded(home: &Home, kind: Kind) -> SelectStatement {
    match kind {
        Kind::ChangeRequest => live(kind)
            .and_where(Expr::col("home").eq(home.to_string()))
            .order_by("number", Order::Desc)
            .limit(1)
            .take(),
        _ => live_in(home, kind),
    }
}

/// The noun that a row holds.
pub(crate) fn read(row: &QueryResult) -> Result<Record, Error> {
    let broken = |why: &str| {
        let home: String = row.try_get("", "home").unwrap_or_default();
        let id: String = row.try_get("", "id").unwrap_or_default();
        Error::Corrupt(format!("the row of {id} in {home} {why}"))
    };
    let body: Option<String> = row.try_get("", "body")?;
    let body = body.ok_or_else(|| broken("is live and empty"))?;
    serde_json::from_str(&body)
        .map_err(|_| broken("cannot be read; a later version may have written it"))
}
