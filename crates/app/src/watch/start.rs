//! Where does a watch begin? Every start is proved, or refused with what there is.

use std::sync::Arc;

use domain::{Home, Reason, Refusal, Timestamp};
use store::{Head, Store};

use super::across::Across;
use super::one::One;
use super::position::{self, Position};
use super::shared_tail::SharedTail;
use super::source::Source;
use super::wish::{Start, Watched};
use crate::engine::{Cell, Engine, Mark, corrupt};
use crate::error::Error;

/// How old the start of a watch of all organizations may be, in seconds.
const OLDEST: i64 = 30 * 24 * 3600;

/// How much is read again, in seconds, where a watch of all organizations resumes.
const AGAIN: i64 = 30;

/// The source of a watch, and the time up to which all is known to be before its start.
pub(super) async fn source(
    store: &Store,
    engine: &Arc<Engine>,
    tail: &SharedTail,
    of: &Watched,
    start: &Start,
) -> Result<(Source, Timestamp), Error> {
    match of {
        Watched::Home(home) => {
            let cell = engine.cell(home);
            let (head, begun) = after(store, engine, &cell, start).await?;
            Ok((Source::One(One::after(cell, head, begun)), begun))
        }
        Watched::AllOrganizations => {
            let across = across(store, engine.now(), tail, start).await?;
            let begun = across.proven_at();
            Ok((Source::Across(across), begun))
        }
    }
}

/// The change of a home that a watch begins after.
async fn after(
    store: &Store,
    engine: &Arc<Engine>,
    cell: &Arc<Cell>,
    start: &Start,
) -> Result<(Head, Timestamp), Error> {
    // Who may watch was asked of the present: what is published is not older than the call.
    let proven_at = cell.proven_at();
    let head = engine.recent(cell).await?.head;
    let home = &cell.home;
    match start {
        Start::Now => {
            let begun = proven_at.map(|proven_at| engine.time_of(proven_at));
            Ok((head, begun.unwrap_or_default().max(head.at)))
        }
        Start::After(revision) if *revision > head.revision => Err(unknown(
            format!("after_revision is {revision}"),
            1.min(head.revision),
            head.revision,
        )
        .into()),
        Start::After(revision) => at_its_time(head_at(store, home, *revision).await?),
        Start::Since(time) => {
            let now = engine.now();
            if *time > now {
                let first = head_at(store, home, 1.min(head.revision)).await?.at;
                return Err(unknown(format!("start_time is {time}"), first, now).into());
            }
            let last = store
                .snapshot()
                .await?
                .last_change_before(home, *time)
                .await?;
            Ok((last.map(|logged| logged.head()).unwrap_or_default(), *time))
        }
        Start::Position(text) => match position::read(store.id(), text)? {
            Position::After(of, mark) if of == *home => {
                at_its_time(resumed(store, engine, cell, &mark).await?)
            }
            _ => Err(of_another_parent().into()),
        },
    }
}

/// What was acknowledged by the time of a change is not after it.
fn at_its_time(head: Head) -> Result<(Head, Timestamp), Error> {
    Ok((head, head.at))
}

async fn resumed(
    store: &Store,
    engine: &Arc<Engine>,
    cell: &Arc<Cell>,
    mark: &Mark,
) -> Result<Head, Error> {
    match engine.at_least(cell, mark).await {
        Ok(_) => head_at(store, &cell.home, mark.revision).await,
        Err(Error::Refused(refusal)) if refusal.reason == Reason::HistoryLost => {
            Err(position::lost("names a change that this store does not have").into())
        }
        Err(error) => Err(error),
    }
}

/// Where the home stood right after a revision that there is.
async fn head_at(store: &Store, home: &Home, revision: u64) -> Result<Head, Error> {
    if revision == 0 {
        return Ok(Head::default());
    }
    let logged = store.snapshot().await?.change(home, revision).await?;
    let logged = logged.ok_or_else(|| corrupt(home, revision, "it is missing in the log"))?;
    Ok(logged.head())
}

async fn across(
    store: &Store,
    now: Timestamp,
    tail: &SharedTail,
    start: &Start,
) -> Result<Across, Error> {
    match start {
        Start::Now => Across::from_now(tail.open(), store).await,
        Start::After(_) => {
            let why = "is for one parent; begin organizations/- at start_time or position";
            Err(Refusal::field("after_revision", why).into())
        }
        Start::Since(time) => {
            let time = recent(now, "start_time", *time)?;
            Across::since(tail.open(), store, time, time).await
        }
        Start::Position(text) => match position::read(store.id(), text)? {
            Position::Since(settled) => {
                let settled = recent(now, "position", settled)?;
                let since = settled.plus_seconds(-AGAIN);
                Across::since(tail.open(), store, since, settled).await
            }
            Position::After(..) => Err(of_another_parent().into()),
        },
    }
}

/// A time from which the changes of all organizations can be sent.
fn recent(now: Timestamp, field: &str, time: Timestamp) -> Result<Timestamp, Refusal> {
    let oldest = now.plus_seconds(-OLDEST);
    if (oldest..=now).contains(&time) {
        Ok(time)
    } else {
        Err(unknown(format!("{field} is of {time}"), oldest, now))
    }
}

fn unknown(what: String, first: impl ToString, last: impl ToString) -> Refusal {
    let (first, last) = (first.to_string(), last.to_string());
    Refusal::new(
        Reason::WatchStartUnknown,
        format!(
            "{what}, and a watch can begin from {first} to {last}. Begin elsewhere, and read what is true now by the \
             lists."
        ),
    )
    .with("first", first)
    .with("last", last)
}

fn of_another_parent() -> Refusal {
    let why = "is of a watch of another parent; send it with the parent that it came from";
    Refusal::field("position", why)
}
