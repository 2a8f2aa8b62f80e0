//! The answers of `grpc.health.v1`: once, and as it changes.

use std::pin::Pin;

use app::Error;
use domain::{Reason, Refusal};
use futures_util::Stream;
use futures_util::stream::unfold;
use tokio::sync::watch;
use tonic::metadata::{MetadataMap, MetadataValue};
use tonic::{Request, Response, Status};
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_server;
use tonic_health::pb::{HealthCheckRequest, HealthCheckResponse};

use super::{Health, STATE, Standing};
use crate::services;
use crate::status::status;

#[tonic::async_trait]
impl health_server::Health for Health {
    async fn check(
        &self,
        request: Request<HealthCheckRequest>,
    ) -> Result<Response<HealthCheckResponse>, Status> {
        let standing = *self.0.borrow();
        let service = known(request.into_inner().service, standing)?;
        Ok(beside(standing, answer(standing.status(&service))))
    }

    type WatchStream = Pin<Box<dyn Stream<Item = Result<HealthCheckResponse, Status>> + Send>>;

    async fn watch(
        &self,
        request: Request<HealthCheckRequest>,
    ) -> Result<Response<Self::WatchStream>, Status> {
        let standing = *self.0.borrow();
        let service = known(request.into_inner().service, standing)?;
        let told = Told {
            service,
            standings: self.0.subscribe(),
            last: None,
        };
        Ok(beside(standing, Box::pin(unfold(Some(told), Told::next))))
    }
}

/// What one who watches was told.
struct Told {
    service: String,
    standings: watch::Receiver<Standing>,
    last: Option<ServingStatus>,
}

impl Told {
    /// What is new to them. A server that drains waits for nobody who would watch for ever.
    async fn next(
        told: Option<Self>,
    ) -> Option<(Result<HealthCheckResponse, Status>, Option<Self>)> {
        let mut told = told?;
        loop {
            let standing = *told.standings.borrow_and_update();
            let now = standing.status(&told.service);
            if told.last.replace(now) != Some(now) {
                return Some((Ok(answer(now)), Some(told)));
            }
            if standing == Standing::Draining {
                return Some((Err(refused(standing, Error::Stopping)), None));
            }
            told.standings.changed().await.ok()?;
        }
    }
}

/// One of our services, or the whole.
fn known(service: String, standing: Standing) -> Result<String, Status> {
    if service.is_empty() || services::NAMES.contains(&service.as_str()) {
        return Ok(service);
    }
    let message = "No service here has this name; without a name, the whole server is asked for.";
    let unknown = Refusal::new(Reason::NotFound, message);
    Err(refused(standing, unknown.into()))
}

fn answer(status: ServingStatus) -> HealthCheckResponse {
    HealthCheckResponse {
        status: status.into(),
    }
}

fn beside<T>(standing: Standing, message: T) -> Response<T> {
    let mut response = Response::new(message);
    say(standing, response.metadata_mut());
    response
}

fn refused(standing: Standing, error: Error) -> Status {
    let mut status = status(error);
    say(standing, status.metadata_mut());
    status
}

fn say(standing: Standing, metadata: &mut MetadataMap) {
    metadata.insert(STATE, MetadataValue::from_static(standing.word()));
}
