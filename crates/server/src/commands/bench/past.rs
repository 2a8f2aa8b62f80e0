//! How long does it take to say how things stood, where much has changed since?

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use clap::Args;
use cli::Failure;
use grantor::v1::access_service_client::AccessServiceClient;
use grantor::v1::{CheckAccessRequest, CheckAccessResponse};
use prost_types::Timestamp;
use tonic::transport::Channel;
use tonic::{Code, Status};

use super::connect::{connect, keyed};
use super::held::{self, Gifts, Held, Size};
use super::load::{alone, give};
use super::options::{Filled, On};
use super::turns::median;
use super::world::World;

/// So many change it at once.
const WRITERS: usize = 16;
/// How often it is tried whether a time is settled or read, and how long.
const EVERY: Duration = Duration::from_millis(20);
const PATIENCE: Duration = Duration::from_secs(120);

/// Measure checks with `at_time`: the first answer about a time, and the second.
///
/// The organization is loaded and then changed, a grant at a time. Times are noted before the changes and evenly among them,
/// and asked about from the last to the first, so that no state of the past serves the next. It waits until the last is
/// settled, some ten seconds.
#[derive(Debug, Args)]
pub(super) struct Past {
    /// Changes made after it was loaded.
    #[arg(long, default_value_t = 10_000)]
    changes: usize,
    /// Times that are asked about.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u16).range(1..))]
    times: u16,
    #[command(flatten)]
    filled: Filled,
    #[command(flatten)]
    on: On,
}

/// A time, and how many changes were made before it and after it was loaded.
struct Noted {
    time: Timestamp,
    after: usize,
}

impl Past {
    pub(super) async fn run(self) -> Result<String, Failure> {
        let world = World::begin(&self.on, None).await?;
        let size = Size::of(self.filled)?;
        let held = held::load(&world, size, held::CALLERS).await?;
        let all = (size.grants + self.changes).saturating_mul(2);
        held::make_room(&world, all).await?;
        alone(async move || self.measure(&world, &held).await).await
    }

    async fn measure(&self, world: &World, held: &Held) -> Result<String, Failure> {
        let channel = connect(world.address).await?;
        let asking = Asking {
            channel,
            key: &world.key,
            question: held.allowed(),
            gifts: held.gifts(),
        };
        let noted = self.change(&asking).await?;
        asking.settled(asking.now().await?).await?;
        let mut table =
            "| changes before it | first answer, ms | second, ms |\n|---|---|---|\n".to_owned();
        let (mut firsts, mut seconds) = (Vec::new(), Vec::new());
        for Noted { time, after } in noted.into_iter().rev() {
            let (first, second) = (asking.timed(time).await?, asking.timed(time).await?);
            // A String takes whatever is written to it.
            let _ = writeln!(table, "| {after} | {first:.1} | {second:.2} |");
            firsts.push(first);
            seconds.push(second);
        }
        let (first, second) = (median(firsts), median(seconds));
        let _ = writeln!(table, "| median | {first:.1} | {second:.2} |");
        Ok(table)
    }

    /// Makes the changes, and notes times before and among them.
    async fn change(&self, asking: &Asking<'_>) -> Result<Vec<Noted>, Failure> {
        let times = usize::from(self.times);
        let place = |number: usize| self.changes * number / times;
        let mut noted = Vec::new();
        for number in 0..times {
            let (after, end) = (place(number), place(number + 1));
            let time = asking.now().await?;
            noted.push(Noted { time, after });
            let grants = (after, end - after);
            let caller = (&asking.channel, asking.key);
            give(caller, &asking.gifts, WRITERS, grants).await?;
            eprintln!("{end} of {} changes made", self.changes);
        }
        Ok(noted)
    }
}

struct Asking<'a> {
    channel: Channel,
    key: &'a str,
    question: CheckAccessRequest,
    gifts: Gifts,
}

impl Asking<'_> {
    /// Waits until all is known of this time.
    async fn settled(&self, time: Timestamp) -> Result<(), Failure> {
        self.until_not(Code::FailedPrecondition, time).await
    }

    /// In milliseconds. What takes longer than a call goes on after it, and is waited for by the next.
    async fn timed(&self, time: Timestamp) -> Result<f64, Failure> {
        let sent = Instant::now();
        self.until_not(Code::Unavailable, time).await?;
        Ok(sent.elapsed().as_secs_f64() * 1_000.0)
    }

    /// Asks until the answer is not this error.
    async fn until_not(&self, code: Code, time: Timestamp) -> Result<(), Failure> {
        let begun = Instant::now();
        loop {
            match self.asked(Some(time)).await {
                Err(status) if status.code() == code && begun.elapsed() < PATIENCE => {
                    tokio::time::sleep(EVERY).await;
                }
                answer => return Ok(answer.map(|_| ())?),
            }
        }
    }

    /// The server's time.
    async fn now(&self) -> Result<Timestamp, Failure> {
        let answer = self.asked(None).await?;
        Ok(answer.evaluate_time.ok_or("an answer says no time")?)
    }

    async fn asked(&self, at_time: Option<Timestamp>) -> Result<CheckAccessResponse, Status> {
        let question = CheckAccessRequest {
            at_time,
            ..self.question.clone()
        };
        let mut client = AccessServiceClient::new(self.channel.clone());
        let answer = client.check_access(keyed(question, self.key)?).await?;
        Ok(answer.into_inner())
    }
}
