//! The service of a server that starts: health is answered, and whatever else comes waits for a while until calls are.

use std::convert::Infallible;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use axum::response::IntoResponse;
use futures_util::future::{BoxFuture, Either};
use http::header::RETRY_AFTER;
use http::{Request, Response, StatusCode};
use tokio::sync::{Semaphore, SetOnce};
use tokio::time::timeout;
use tonic::Status;
use tonic::body::Body;
use tonic_health::pb::health_server::HealthServer;
use tower::util::Oneshot;
use tower::{Service, ServiceExt};

use crate::auth::HEALTH;
use crate::health::Health;
use crate::problem::Problem;
use crate::protocol::Way;

/// Calls that wait at once, of whomever: nobody knows yet who they are.
const WAITING: usize = 256;
/// How long each waits.
const PATIENCE: Duration = Duration::from_secs(5);

/// Leads to `S`, once it is there.
#[derive(Clone)]
pub(crate) struct Lobby<S> {
    health: HealthServer<Health>,
    calls: Arc<SetOnce<S>>,
    places: Arc<Semaphore>,
}

impl<S> Lobby<S> {
    pub(crate) fn new(health: Health) -> Self {
        Self {
            health: HealthServer::new(health),
            calls: Arc::default(),
            places: Arc::new(Semaphore::new(WAITING)),
        }
    }

    /// From now on calls are answered by this; by the first, if it is told twice.
    pub(crate) fn leads_to(&self, calls: S) {
        let _ = self.calls.set(calls);
    }
}

impl<S> Service<Request<Body>> for Lobby<S>
where
    S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>
        + Clone
        + Send
        + Sync
        + 'static,
    S::Future: Send + 'static,
{
    type Response = Response<Body>;
    type Error = Infallible;
    // Calls that need not wait are not boxed for those that do.
    type Future =
        Either<Oneshot<S, Request<Body>>, BoxFuture<'static, Result<Response<Body>, Infallible>>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        if let Some(calls) = self.calls.get() {
            return Either::Left(calls.clone().oneshot(request));
        }
        let way = Way::of(&request);
        // Of a page's script the answer would need another form, so its question waits too.
        if request.uri().path().starts_with(HEALTH) && way == Way::Grpc {
            return Either::Right(Box::pin(self.health.clone().oneshot(request)));
        }
        let (calls, places) = (Arc::clone(&self.calls), Arc::clone(&self.places));
        Either::Right(Box::pin(async move {
            let waited = async {
                let _place = places.try_acquire().ok()?;
                let calls = timeout(PATIENCE, calls.wait()).await.ok()?;
                Some(S::clone(calls))
            };
            match waited.await {
                Some(calls) => calls.oneshot(request).await,
                None => Ok(not_yet(way)),
            }
        }))
    }
}

fn not_yet(way: Way) -> Response<Body> {
    match way {
        Way::Grpc => Status::from(Problem::starting()).into_http(),
        _ => {
            let why = "Grantor starts. Please try again in a minute.\n";
            let answer = (StatusCode::SERVICE_UNAVAILABLE, [(RETRY_AFTER, "60")], why);
            answer.into_response().map(Body::new)
        }
    }
}
