//! What does the client cost? Checks per second through it, beside the bare generated stub, and what a kept answer takes:
//! `bench ROUNDS`.

mod hits;

use std::error::Error;
use std::time::{Duration, Instant};

use grantor::client::Client;
use grantor::v1::CheckAccessRequest;
use grantor::v1::access_service_client::AccessServiceClient;
use tonic::Request;
use tonic::metadata::AsciiMetadataValue;
use tonic::transport::{Channel, Endpoint};

/// How long one kind is measured at a time.
const ROUND: Duration = Duration::from_secs(2);

/// Calls in flight on one connection.
const IN_FLIGHT: usize = 16;

const ORGANIZATION: &str = "organizations/acme";
const SUBJECT: &str = "users/alice";
const RIGHT: &str = "use";
const RESOURCE: &str = "organizations/acme/products/drive-1";

type Failure = Box<dyn Error + Send + Sync>;

/// The bare stub with what no call can be without.
#[derive(Clone)]
struct Raw {
    stub: AccessServiceClient<Channel>,
    key: AsciiMetadataValue,
}

impl Raw {
    async fn check(&mut self) -> Result<bool, Failure> {
        let mut request = Request::new(CheckAccessRequest {
            subject: SUBJECT.to_owned(),
            resource: RESOURCE.to_owned(),
            right: RIGHT.to_owned(),
            consistency: None,
            ..Default::default()
        });
        let metadata = request.metadata_mut();
        metadata.insert("authorization", self.key.clone());
        let answer = self.stub.check_access(request).await?.into_inner();
        Ok(answer.decision() == grantor::v1::Decision::Allowed)
    }
}

#[tokio::main]
async fn main() -> Result<(), Failure> {
    let rounds = std::env::args().nth(1).ok_or("usage: bench ROUNDS")?;
    let rounds: usize = rounds.parse()?;
    let client = Client::from_env()?;
    let key = std::env::var("GRANTOR_KEY")?;
    let raw = Raw {
        stub: AccessServiceClient::new(
            Endpoint::new(std::env::var("GRANTOR_ADDRESS")?)?.connect_lazy(),
        ),
        key: format!("Bearer {key}").parse()?,
    };
    let (mut sdks, mut raws, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    // One round is not counted: connections and memory warm up.
    for round in 0..=rounds {
        // Neither is always the first of a round.
        let (sdk, raw) = if round % 2 == 0 {
            let sdk = through_client(&client).await?;
            (sdk, through_stub(&raw).await?)
        } else {
            let raw = through_stub(&raw).await?;
            (through_client(&client).await?, raw)
        };
        if round > 0 {
            sdks.push(sdk);
            raws.push(raw);
            ratios.push(sdk / raw);
        }
    }
    let hits = hits::measure(&client, rounds).await?;
    println!(
        r#"{{"language": "rust", "sdk": {:.0}, "raw": {:.0}, "ratio": {:.3}, "hit_ns": {:.0}, "hit_ns_each_its_user": {:.0}, "hit_ns_same_user": {:.0}}}"#,
        median(sdks),
        median(raws),
        median(ratios),
        hits.alone,
        hits.each_its_user,
        hits.same_user,
    );
    Ok(())
}

async fn through_client(client: &Client) -> Result<f64, Failure> {
    per_second(async || Ok(client.check(SUBJECT, RIGHT, RESOURCE).await?.allowed)).await
}

async fn through_stub(raw: &Raw) -> Result<f64, Failure> {
    per_second(async || raw.clone().check().await).await
}

/// Calls per second with so many in flight. Every one must be allowed.
async fn per_second(check: impl AsyncFn() -> Result<bool, Failure>) -> Result<f64, Failure> {
    let start = Instant::now();
    let one = async || {
        let mut calls = 0_u32;
        while start.elapsed() < ROUND {
            if !check().await? {
                return Err(Failure::from("alice may use drive-1, and was denied"));
            }
            calls += 1;
        }
        Ok(calls)
    };
    let all = futures_util::future::try_join_all((0..IN_FLIGHT).map(|_| one())).await?;
    Ok(f64::from(all.iter().sum::<u32>()) / start.elapsed().as_secs_f64())
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or_default()
}
