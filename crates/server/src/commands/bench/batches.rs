//! What does it cost to know that nothing newer is there? A batch that asks about as many organizations as it has questions,
//! answered from memory, and with the latest read for each.

use std::num::NonZeroUsize;
use std::sync::Arc;

use clap::Args;
use cli::Failure;
use grantor::v1;
use grantor::v1::consistency::Requirement;
use grantor::v1::organization_service_client::OrganizationServiceClient;
use grantor::v1::product_service_client::ProductServiceClient;
use hyper::body::Bytes;
use tonic::transport::Channel;

use super::connect::{connect, keyed};
use super::crowd::ACTOR;
use super::held::{RIGHT, TOGETHER, product};
use super::options::{AtOnce, On, Turns};
use super::turns::{self, BATCH, Rounds, micros_of_half, micros_of_most};
use super::wire::{Target, framed};
use super::world::World;

/// Products of each organization.
const PRODUCTS: usize = 100;

/// Measure fully consistent batches beside those of the default: 100 questions about 100 organizations.
///
/// The default answers from memory that is proved to be at most 5 seconds old; fully consistent means that the latest is
/// read first. Each is measured one at a time, and many at once. It takes two cores, one for the server and one for the load.
#[derive(Debug, Args)]
pub(super) struct Batches {
    #[command(flatten)]
    at_once: AtOnce,
    #[command(flatten)]
    turns: Turns,
    #[command(flatten)]
    on: On,
}

impl Batches {
    pub(super) async fn run(self) -> Result<String, Failure> {
        let world = World::begin(&self.on, Some(NonZeroUsize::MIN)).await?;
        let channel = connect(world.address).await?;
        for number in 0..TOGETHER {
            found(&channel, &world.key, number).await?;
        }
        drop(channel);
        eprintln!("{TOGETHER} organizations made");
        tokio::task::spawn_blocking(move || self.measure(&world)).await?
    }

    fn measure(&self, world: &World) -> Result<String, Failure> {
        turns::take_cores()?;
        let (usual, full) = (messages(false), messages(true));
        let target = |name, messages, at_once| world.target(name, BATCH, messages, at_once);
        let alone = AtOnce {
            connections: 1,
            in_flight: 1,
        };
        let targets: [Target; 4] = [
            target("default, one at a time", &usual, alone),
            target("fully consistent, one at a time", &full, alone),
            target("default, many at once", &usual, self.at_once),
            target("fully consistent, many at once", &full, self.at_once),
        ];
        let measured = turns::measure(&targets, self.turns)?;
        let mut told = turns::table(&measured);
        told.push_str("\nFully consistent ÷ default, the medians of the rounds:\n\n");
        told.push_str("| | p50 | p99 | CPU |\n|---|---|---|---|\n");
        for (name, pair) in ["one at a time", "many at once"]
            .into_iter()
            .zip(measured.chunks_exact(2))
        {
            if let [usual, full] = pair {
                told.push_str(&compared(name, usual, full));
            }
        }
        Ok(told)
    }
}

fn compared(name: &str, usual: &Rounds, full: &Rounds) -> String {
    format!(
        "| {name} | {:.2} | {:.2} | {:.2} |\n",
        full.over(usual, micros_of_half),
        full.over(usual, micros_of_most),
        full.over(usual, |round| round.cpu)
    )
}

fn organization(number: usize) -> String {
    format!("tenant-{number}")
}

/// An organization with products.
async fn found(channel: &Channel, key: &str, number: usize) -> Result<(), Failure> {
    let id = organization(number);
    let request = v1::CreateOrganizationRequest {
        organization_id: id.clone(),
        organization: Some(v1::Organization {
            display_name: format!("Tenant {number}"),
            ..Default::default()
        }),
        legal_representative: ACTOR.to_owned(),
        ..Default::default()
    };
    let mut organizations = OrganizationServiceClient::new(channel.clone());
    organizations
        .create_organization(keyed(request, key)?)
        .await?;
    let batch = v1::BatchCreateProductsRequest {
        parent: format!("organizations/{id}"),
        requests: (0..PRODUCTS).map(product).collect(),
        ..Default::default()
    };
    let mut products = ProductServiceClient::new(channel.clone());
    products.batch_create_products(keyed(batch, key)?).await?;
    Ok(())
}

/// Batches with a question for each organization, each about another of its products.
fn messages(fully_consistent: bool) -> Arc<Vec<Bytes>> {
    let question = |number, place| v1::AccessQuestion {
        subject: ACTOR.to_owned(),
        resource: format!(
            "organizations/{}/products/{}",
            organization(number),
            product(place).product_id
        ),
        right: RIGHT.to_owned(),
    };
    let batch = |place| v1::BatchCheckAccessRequest {
        questions: (0..TOGETHER)
            .map(|number| question(number, (number + place) % PRODUCTS))
            .collect(),
        consistency: fully_consistent.then_some(v1::Consistency {
            requirement: Some(Requirement::FullyConsistent(())),
        }),
        ..Default::default()
    };
    Arc::new((0..PRODUCTS).map(|place| framed(&batch(place))).collect())
}
