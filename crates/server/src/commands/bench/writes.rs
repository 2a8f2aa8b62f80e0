//! What do writes of one organization gain from being committed together, and how much of what PostgreSQL can do by itself
//! is left?

use std::fmt::Write as _;
use std::time::Duration;

use clap::Args;
use cli::Failure;
use tonic::transport::Channel;

use super::children::example;
use super::connect::connect;
use super::cores::Whose;
use super::held::{self, Gifts, Size};
use super::load::{Measured, alone, give};
use super::options::{Filled, On, at_least_one};
use super::turns::median;
use super::world::World;

/// Measure grants made in one organization, by one caller and by many at once; on PostgreSQL beside bare updates.
///
/// Each grant is one acknowledged change, to each member in turn. The CPU of the server is that of this process without the
/// load, and that of PostgreSQL of all its processes on this machine, so nothing else should use it. Bare updates are
/// `UPDATE … RETURNING` with as many writers, as durable: of one row, for which they wait as writers of one organization do,
/// and of a row for each.
#[derive(Debug, Args)]
pub(super) struct Writes {
    /// Callers at once.
    #[arg(long, default_value_t = 16, value_parser = clap::value_parser!(u32).range(2..))]
    writers: u32,
    /// Grants that each of them makes in a round.
    #[arg(long, default_value_t = 1_000, value_parser = clap::value_parser!(u32).range(1..))]
    calls: u32,
    /// Rounds; what is measured takes turns, and the medians are shown.
    #[arg(long, default_value_t = 5, value_parser = at_least_one)]
    rounds: usize,
    #[command(flatten)]
    filled: Filled,
    #[command(flatten)]
    on: On,
}

/// What is measured.
#[derive(Debug, Clone, Copy)]
enum Written {
    Grants,
    /// Bare updates of one row, or of a row for each writer.
    OneRow,
    RowEach,
}

impl Written {
    fn name(self) -> &'static str {
        match self {
            Self::Grants => "grants",
            Self::OneRow => "bare updates of one row",
            Self::RowEach => "bare updates, a row each",
        }
    }
}

/// One round of it.
#[derive(Debug, Clone, Copy)]
struct Round {
    measured: Measured,
    /// Microseconds of CPU for each.
    server: f64,
    postgres: f64,
}

/// Who writes what, and how that went, round by round.
struct Row {
    written: Written,
    writers: u32,
    rounds: Vec<Round>,
}

impl Writes {
    pub(super) async fn run(self) -> Result<String, Failure> {
        let world = World::begin(&self.on, None).await?;
        if world.store.is_postgres() {
            example("bare_updates")?;
        }
        let size = Size::of(self.filled)?;
        let held = held::load(&world, size, held::CALLERS).await?;
        let calls = u64::from(self.calls) * u64::from(self.writers + 1);
        let grants = usize::try_from(calls)?.saturating_mul(self.rounds + 1);
        let all = size.grants.saturating_add(grants);
        held::make_room(&world, all.saturating_mul(2)).await?;
        let gifts = held.gifts();
        alone(async move || self.measure(&world, &gifts).await).await
    }

    async fn measure(&self, world: &World, gifts: &Gifts) -> Result<String, Failure> {
        let channel = connect(world.address).await?;
        let mut rows = Vec::new();
        for writers in [1, self.writers] {
            let bare = world.store.is_postgres();
            let bare = [Written::OneRow, Written::RowEach]
                .into_iter()
                .filter(|_| bare);
            rows.extend(
                [Written::Grants]
                    .into_iter()
                    .chain(bare)
                    .map(|written| Row {
                        written,
                        writers,
                        rounds: Vec::new(),
                    }),
            );
        }
        let mut made = 0;
        // One round of each that is not counted: connections and memory warm up.
        for round in 0..=self.rounds {
            for row in &mut rows {
                let grants = usize::try_from(self.calls.saturating_mul(row.writers))?;
                let one = self.round(world, (&channel, gifts), row, (made, grants));
                let one = one.await?;
                made += grants;
                if round > 0 {
                    row.rounds.push(one);
                }
            }
            eprintln!("round {round} of {} done", self.rounds);
        }
        Ok(table(&rows, world.store.is_postgres()))
    }

    async fn round(
        &self,
        world: &World,
        (channel, gifts): (&Channel, &Gifts),
        row: &Row,
        (first, count): (usize, usize),
    ) -> Result<Round, Failure> {
        let used = || Ok::<_, Failure>((Whose::Others.used()?, Whose::Postgres.used()?));
        let before = used()?;
        let url = &world.store.database_url;
        let measured = match row.written {
            Written::Grants => {
                let callers = usize::try_from(row.writers)?;
                let caller = (channel, world.key.as_str());
                give(caller, gifts, callers, (first, count)).await?
            }
            Written::OneRow => bare(url, row.writers, 1, self.calls)?,
            Written::RowEach => bare(url, row.writers, row.writers, self.calls)?,
        };
        let after = used()?;
        #[expect(clippy::cast_precision_loss, reason = "a mean needs no more digits")]
        let each = |after: Duration, before| {
            after.saturating_sub(before).as_secs_f64() * 1e6 / count as f64
        };
        Ok(Round {
            measured,
            server: each(after.0, before.0),
            postgres: each(after.1, before.1),
        })
    }
}

/// Runs it to its end.
fn bare(url: &str, writers: u32, rows: u32, calls: u32) -> Result<Measured, Failure> {
    let mut command = example("bare_updates")?;
    command.arg(url);
    let numbers = [writers, rows, calls].map(|number| number.to_string());
    let output = command.args(numbers).output()?;
    let told = String::from_utf8_lossy(&output.stdout).into_owned();
    if !output.status.success() {
        let why = String::from_utf8_lossy(&output.stderr).trim().to_owned();
        return Err(format!("bare updates failed: {why}").into());
    }
    let mut figures = told.split_whitespace();
    let mut figure = || figures.next().ok_or("bare updates told too little");
    Ok(Measured {
        per_second: figure()?.parse()?,
        p50: figure()?.parse()?,
        p99: figure()?.parse()?,
    })
}

impl Row {
    fn median(&self, figure: impl Fn(&Round) -> f64) -> f64 {
        median(self.rounds.iter().map(figure).collect())
    }

    /// How many times the other's rate this one's is, the median of the rounds.
    fn over(&self, other: &Self) -> f64 {
        let rounds = self.rounds.iter().zip(&other.rounds);
        let ratios = rounds.map(|(one, other)| one.measured.per_second / other.measured.per_second);
        median(ratios.collect())
    }
}

#[expect(clippy::cast_precision_loss, reason = "microseconds of a call")]
fn table(rows: &[Row], is_postgres: bool) -> String {
    let mut table = "| what | writers | a second | p50 µs | p99 µs | CPU µs of the server | CPU µs of PostgreSQL |\n\
                     |---|---|---|---|---|---|---|\n"
        .to_owned();
    for row in rows {
        let server = match row.written {
            Written::Grants => format!("{:.0}", row.median(|round| round.server)),
            Written::OneRow | Written::RowEach => String::new(),
        };
        let postgres = if is_postgres {
            format!("{:.0}", row.median(|round| round.postgres))
        } else {
            String::new()
        };
        // A String takes whatever is written to it.
        let _ = writeln!(
            table,
            "| {} | {} | {:.0} | {:.0} | {:.0} | {server} | {postgres} |",
            row.written.name(),
            row.writers,
            row.median(|round| round.measured.per_second),
            row.median(|round| round.measured.p50 as f64),
            row.median(|round| round.measured.p99 as f64),
        );
    }
    table.push('\n');
    let mut alone = None;
    for grants in rows {
        if !matches!(grants.written, Written::Grants) {
            continue;
        }
        let writers = grants.writers;
        let beside = rows.iter().filter(|row| row.writers == writers).skip(1);
        for bare in beside {
            let (name, ratio) = (bare.written.name(), grants.over(bare));
            let _ = writeln!(table, "{writers} at once, grants ÷ {name}: {ratio:.2}");
        }
        let Some(alone) = alone.replace(grants) else {
            continue;
        };
        let ratio = grants.over(alone);
        let _ = writeln!(table, "{writers} writers ÷ 1 writer: {ratio:.2}");
    }
    table
}
