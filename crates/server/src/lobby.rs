//! The service of a server that starts: health is answered, and whatever else comes waits until calls are.

use std::convert::Infallible;
use std::sync::Arc;
use std::task::{Context, Poll};

use futures_util::future::{BoxFuture, Either};
use http::{Request, Response};
use tokio::sync::SetOnce;
use tonic::body::Body;
use tonic_health::pb::health_server::HealthServer;
use tower::util::Oneshot;
use tower::{Service, ServiceExt};

use crate::door::Way;
use crate::guard::HEALTH;
use crate::health::Health;

/// Leads to `S`, once it is there.
#[derive(Clone)]
pub(crate) struct Lobby<S> {
    health: HealthServer<Health>,
    calls: Arc<SetOnce<S>>,
}

impl<S> Lobby<S> {
    pub(crate) fn new(health: Health) -> Self {
        Self {
            health: HealthServer::new(health),
            calls: Arc::default(),
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
    // Calls that need not wait pay nothing for those that do.
    type Future =
        Either<Oneshot<S, Request<Body>>, BoxFuture<'static, Result<Response<Body>, Infallible>>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        if let Some(calls) = self.calls.get() {
            return Either::Left(calls.clone().oneshot(request));
        }
        // Of a page's script the answer would need another form, so its question waits too.
        if request.uri().path().starts_with(HEALTH) && Way::of(&request) == Way::Grpc {
            return Either::Right(Box::pin(self.health.clone().oneshot(request)));
        }
        let calls = Arc::clone(&self.calls);
        Either::Right(Box::pin(async move {
            let calls = calls.wait().await.clone();
            calls.oneshot(request).await
        }))
    }
}
