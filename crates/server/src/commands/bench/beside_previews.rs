//! How does one tenant's check fare while another asks for what costs most: previews of deleting a team that holds very
//! many grants?

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use clap::Args;
use cli::Failure;
use grantor::v1;
use grantor::v1::team_service_client::TeamServiceClient;
use tokio::task::JoinSet;
use tonic::transport::Channel;

use super::beside::{Steady, Stop};
use super::connect::connect;
use super::crowd;
use super::load::alone;
use super::options::{On, at_least_one};
use super::world::World;

/// Grants made in one call.
const BATCH: usize = 1_000;

/// Measure checks at a steady pace, alone and beside previews of deleting another tenant's team.
///
/// The team holds so many grants, of tags that no product has. A check is sent every 5 ms, whether or not the one before was
/// answered.
#[derive(Debug, Args)]
pub(super) struct BesidePreviews {
    /// Grants of the team.
    #[arg(long, default_value_t = 18_000)]
    grants: usize,
    /// Previews that are asked for at once.
    #[arg(long, default_value_t = 5)]
    previews: usize,
    /// Rounds; checks alone and beside the previews take turns.
    #[arg(long, default_value_t = 3, value_parser = at_least_one)]
    rounds: usize,
    /// How long each is measured in a round.
    #[arg(long, default_value_t = 20, value_parser = clap::value_parser!(u64).range(1..))]
    seconds: u64,
    #[command(flatten)]
    on: On,
}

/// What the previews came to.
#[derive(Debug, Default)]
struct Previews {
    answered: AtomicUsize,
    refused: AtomicUsize,
}

impl BesidePreviews {
    pub(super) async fn run(self) -> Result<String, Failure> {
        let world = World::begin(&self.on, None).await?;
        alone(async move || self.compare(&world).await).await
    }

    async fn compare(&self, world: &World) -> Result<String, Failure> {
        let channel = connect(world.address).await?;
        crowd::make(&channel, &world.key).await?;
        let all: Vec<_> = (0..self.grants).map(crowd::grant).collect();
        for requests in all.chunks(BATCH) {
            crowd::give_all(&channel, &world.key, requests.to_vec()).await?;
        }
        eprintln!("{} grants made", self.grants);
        let mut channels = Vec::new();
        for _ in 0..self.previews {
            channels.push(connect(world.address).await?);
        }
        let steady = Steady {
            address: world.address,
            key: world.key.clone(),
            questions: Arc::clone(&world.questions),
            rounds: self.rounds,
            lasting: Duration::from_secs(self.seconds),
        };
        let previews = Arc::new(Previews::default());
        let begin = |stop: Stop| {
            let mut asking = JoinSet::new();
            for channel in &channels {
                let (channel, key) = (channel.clone(), world.key.clone());
                let (stop, previews) = (Arc::clone(&stop), Arc::clone(&previews));
                asking.spawn(async move {
                    ask(channel, &key, &stop, &previews).await;
                    Ok(())
                });
            }
            asking
        };
        let compared = steady.compare(begin).await?;
        let [answered, refused] =
            [&previews.answered, &previews.refused].map(|count| count.load(Ordering::Relaxed));
        let table = compared.table(&format!("{} previews", self.previews));
        Ok(format!(
            "{table}\nPreviews answered meanwhile: {answered}, refused: {refused}\n"
        ))
    }
}

/// Asks for previews one after the other until it is told to stop.
async fn ask(channel: Channel, key: &str, stop: &Stop, previews: &Previews) {
    let client = TeamServiceClient::new(channel);
    let mut client = client.max_decoding_message_size(usize::MAX);
    while !stop.load(Ordering::Relaxed) {
        let request = v1::DeleteTeamRequest {
            name: crowd::team(),
            validate_only: true,
            ..Default::default()
        };
        let answer = match crowd::acting(request, key) {
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
