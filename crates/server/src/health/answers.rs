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

use super::{Health, STATE, ServerState};
use crate::services;
use crate::status::status;

#[tonic::async_trait]
impl health_server::Health for Health {
    async fn check(
        &self,
        request: Request<HealthCheckRequest>,
    ) -> Result<Response<HealthCheckResponse>, Status> {
        let state = *self.0.borrow();
        let service = known(request.into_inner().service, state)?;
        Ok(beside(state, answer(state.status(&service))))
    }

    type WatchStream = Pin<Box<dyn Stream<Item = Result<HealthCheckResponse, Status>> + Send>>;

    async fn watch(
        &self,
        request: Request<HealthCheckRequest>,
    ) -> Result<Response<Self::WatchStream>, Status> {
        let state = *self.0.borrow();
        let service = known(request.into_inner().service, state)?;
        let subscriber = Subscriber {
            service,
            states: self.0.subscribe(),
            last: None,
        };
        Ok(beside(
            state,
            Box::pin(unfold(Some(subscriber), Subscriber::next)),
        ))
    }
}

/// What one who watches was told.
struct Subscriber {
    service: String,
    states: watch::Receiver<ServerState>,
    last: Option<ServingStatus>,
}

impl Subscriber {
    /// What is new to them. A server that drains waits for nobody who would watch for ever.
    async fn next(
        subscriber: Option<Self>,
    ) -> Option<(Result<HealthCheckResponse, Status>, Option<Self>)> {
        let mut subscriber = subscriber?;
        loop {
            let state = *subscriber.states.borrow_and_update();
            let now = state.status(&subscriber.service);
            if subscriber.last.replace(now) != Some(now) {
                return Some((Ok(answer(now)), Some(subscriber)));
            }
            if state == ServerState::Draining {
                return Some((Err(refused(state, Error::Stopping)), None));
            }
            subscriber.states.changed().await.ok()?;
        }
    }
}

/// One of our services, or the whole.
fn known(service: String, state: ServerState) -> Result<String, Status> {
    if service.is_empty() || services::NAMES.contains(&service.as_str()) {
        return Ok(service);
    }
    let message = "No service here has this name; without a name, the whole server is asked for.";
    let unknown = Refusal::new(Reason::NotFound, message);
    Err(refused(state, unknown.into()))
}

fn answer(status: ServingStatus) -> HealthCheckResponse {
    HealthCheckResponse {
        status: status.into(),
    }
}

fn beside<T>(state: ServerState, message: T) -> Response<T> {
    let mut response = Response::new(message);
    say(state, response.metadata_mut());
    response
}

fn refused(state: ServerState, error: Error) -> Status {
    let mut status = status(error);
    say(state, status.metadata_mut());
    status
}

fn say(state: ServerState, metadata: &mut MetadataMap) {
    metadata.insert(STATE, MetadataValue::from_static(state.word()));
}
