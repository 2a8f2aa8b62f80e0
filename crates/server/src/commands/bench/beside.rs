//! How does one tenant's check fare while another asks for what costs most: previews of deleting a team that holds very
//! many grants?

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use cli::Failure;
use grantor::v1;
use grantor::v1::team_service_client::TeamServiceClient;
use tokio::time::Instant;
use tonic::Status;
use tonic::transport::Channel;

use super::connect::connect;
use super::crowd;
use super::load::check;
use super::world::World;

/// Grants made in one call.
const BATCH: usize = 1_000;
/// One check is sent so often, whether or not the one before was answered.
const EVERY: Duration = Duration::from_millis(5);

/// What is measured.
pub(super) struct Beside {
    pub(super) world: Arc<World>,
    pub(super) address: SocketAddr,
    pub(super) grants: usize,
    /// Asked for at once.
    pub(super) previews: usize,
    pub(super) lasting: Duration,
}

impl Beside {
    /// Checks alone, then beside the previews.
    pub(super) async fn run(&self) -> Result<String, Failure> {
        let channel = connect(self.address).await?;
        self.fill(&channel).await?;
        eprintln!("{} grants made", self.grants);
        let alone = self.checks(&channel).await?;
        let previews = Arc::new(Previews::default());
        let mut asking = Vec::new();
        for _ in 0..self.previews {
            let channel = connect(self.address).await?;
            let (world, previews) = (Arc::clone(&self.world), Arc::clone(&previews));
            asking.push(tokio::spawn(preview(channel, world, previews)));
        }
        let beside = self.checks(&channel).await?;
        previews.stop.store(true, Ordering::Relaxed);
        let [answered, refused] =
            [&previews.answered, &previews.refused].map(|count| count.load(Ordering::Relaxed));
        Ok(format!(
            "| checks | count | p50 ms | p99 ms | longest ms |\n|---|---|---|---|---|\n| alone | {} |\n\
             | beside {} previews | {} |\n\nPreviews answered meanwhile: {answered}, refused: {refused}\n",
            alone.row(),
            self.previews,
            beside.row()
        ))
    }
}

/// What the previews came to.
#[derive(Debug, Default)]
struct Previews {
    stop: AtomicBool,
    answered: AtomicUsize,
    refused: AtomicUsize,
}

/// How long each check took from when it was due, in order.
struct Times(Vec<Duration>);

impl Times {
    fn row(&self) -> String {
        let at = |share: usize| {
            let place = (self.0.len() * share / 100).min(self.0.len().saturating_sub(1));
            let time = self.0.get(place).copied().unwrap_or_default();
            format!("{:.1}", time.as_secs_f64() * 1_000.0)
        };
        let (p50, p99, longest) = (at(50), at(99), at(100));
        format!("{} | {p50} | {p99} | {longest}", self.0.len())
    }
}

impl Beside {
    /// A team in the other tenant that holds so many grants.
    async fn fill(&self, channel: &Channel) -> Result<(), Failure> {
        let key = &self.world.key;
        crowd::make(channel, key).await?;
        let all: Vec<_> = (0..self.grants).map(crowd::grant).collect();
        for requests in all.chunks(BATCH) {
            crowd::give_all(channel, key, requests.to_vec()).await?;
        }
        Ok(())
    }

    /// Sends checks at a steady pace for so long, and waits for all answers.
    async fn checks(&self, channel: &Channel) -> Result<Times, Failure> {
        let mut pace = tokio::time::interval(EVERY);
        let begun = Instant::now();
        let mut asked = Vec::new();
        while begun.elapsed() < self.lasting {
            let due = pace.tick().await;
            let (channel, world) = (channel.clone(), Arc::clone(&self.world));
            asked.push(tokio::spawn(async move {
                check(&channel, &world.key, &world.questions, 0).await?;
                Ok::<_, Status>(due.elapsed())
            }));
        }
        let mut times = Vec::with_capacity(asked.len());
        for answer in asked {
            times.push(answer.await??);
        }
        times.sort_unstable();
        Ok(Times(times))
    }
}

/// Asks for previews one after the other until it is told to stop.
async fn preview(channel: Channel, world: Arc<World>, previews: Arc<Previews>) {
    let client = TeamServiceClient::new(channel);
    let mut client = client.max_decoding_message_size(usize::MAX);
    while !previews.stop.load(Ordering::Relaxed) {
        let request = v1::DeleteTeamRequest {
            name: crowd::team(),
            validate_only: true,
            ..Default::default()
        };
        let answer = match crowd::acting(request, &world.key) {
            Ok(request) => client.delete_team(request).await.map(|_| ()),
            Err(status) => Err(status),
        };
        let count = if answer.is_ok() {
            &previews.answered
        } else {
            &previews.refused
        };
        count.fetch_add(1, Ordering::Relaxed);
    }
}
