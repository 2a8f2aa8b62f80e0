//! What PostgreSQL can commit by itself: so many writers, each with a connection, that add one to a number and read it back.
//! `grantor bench writes` starts it, to say what is Grantor's and what the database's:
//!
//!     bare_updates postgres://… WRITERS ROWS CALLS
//!
//! With one row the writers wait for each other, as those of one organization do. It prints how many were committed in a
//! second, then the times in microseconds within which half and 99 of a hundred were.

use std::error::Error;
use std::time::{Duration, Instant};

use sqlx::{AssertSqlSafe, Connection, PgConnection};

/// Made for this, and dropped afterwards.
const TABLE: &str = "bare_updates";

type Failure = Box<dyn Error + Send + Sync>;

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [url, writers, rows, calls] = arguments.as_slice() else {
        return Err("bare_updates postgres://… WRITERS ROWS CALLS".into());
    };
    let (writers, rows, calls) = (writers.parse()?, rows.parse()?, calls.parse()?);
    let mut connection = PgConnection::connect(url).await?;
    let made = make(&mut connection, rows).await;
    let outcome = match made {
        Ok(()) => run(url, writers, rows, calls).await,
        Err(failure) => Err(failure),
    };
    execute(&mut connection, format!("DROP TABLE IF EXISTS {TABLE}")).await?;
    println!("{}", outcome?);
    Ok(())
}

async fn make(connection: &mut PgConnection, rows: i64) -> Result<(), Failure> {
    for statement in [
        format!("DROP TABLE IF EXISTS {TABLE}"),
        format!("CREATE TABLE {TABLE} (id bigint PRIMARY KEY, revision bigint NOT NULL)"),
        format!("INSERT INTO {TABLE} SELECT id, 0 FROM generate_series(0, {rows} - 1) AS id"),
    ] {
        execute(connection, statement).await?;
    }
    Ok(())
}

async fn execute(connection: &mut PgConnection, statement: String) -> Result<(), Failure> {
    let statement = sqlx::raw_sql(AssertSqlSafe(statement));
    statement.execute(connection).await?;
    Ok(())
}

async fn run(url: &str, writers: i64, rows: i64, calls: usize) -> Result<String, Failure> {
    let mut connections = Vec::new();
    for writer in 0..writers {
        connections.push((writer % rows.max(1), PgConnection::connect(url).await?));
    }
    let begun = Instant::now();
    let writing: Vec<_> = connections
        .into_iter()
        .map(|(row, connection)| tokio::spawn(write(connection, row, calls)))
        .collect();
    let mut times = Vec::new();
    for writer in writing {
        times.extend(writer.await??);
    }
    let seconds = begun.elapsed().as_secs_f64();
    times.sort_unstable();
    let at = |share: usize| {
        times
            .get(times.len() * share / 100)
            .map(Duration::as_micros)
    };
    #[expect(clippy::cast_precision_loss, reason = "a rate needs no more digits")]
    let per_second = times.len() as f64 / seconds;
    let (p50, p99) = (at(50).unwrap_or_default(), at(99).unwrap_or_default());
    Ok(format!("{per_second} {p50} {p99}"))
}

/// Each is a transaction of its own, as durable as those of Grantor.
async fn write(
    mut connection: PgConnection,
    row: i64,
    calls: usize,
) -> Result<Vec<Duration>, Failure> {
    execute(&mut connection, "SET synchronous_commit = 'on'".to_owned()).await?;
    let statement =
        format!("UPDATE {TABLE} SET revision = revision + 1 WHERE id = $1 RETURNING revision");
    let mut times = Vec::with_capacity(calls);
    for _ in 0..calls {
        let sent = Instant::now();
        let update = sqlx::query(AssertSqlSafe(statement.clone())).bind(row);
        update.fetch_one(&mut connection).await?;
        times.push(sent.elapsed());
    }
    Ok(times)
}
