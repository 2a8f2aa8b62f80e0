//! The outermost layer: which way did it come? As gRPC, as gRPC-Web from a page's script, or from a browser that
//! opens one of our pages. The first two meet the same guard; the third reaches the pages alone.

use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::future::{BoxFuture, Either};
use http::header::{ACCESS_CONTROL_REQUEST_METHOD, CONTENT_TYPE, ORIGIN};
use http::{Method, Request, Response, StatusCode};
use tonic::body::Body;
use tonic_web::{GrpcWebLayer, GrpcWebService};
use tower::{Layer, Service, ServiceExt};
use tower_http::cors::{Cors, CorsLayer};

use crate::origins::Origins;

/// How long a browser may take to send a form and have it answered.
const BROWSING: Duration = Duration::from_secs(15);

/// Sorts what comes in.
#[derive(Clone)]
pub(crate) struct ProtocolLayer {
    /// What answers browsers: whatever is no call.
    pages: axum::Router,
    cors: CorsLayer,
}

impl ProtocolLayer {
    /// With these pages; scripts of these origins may call.
    pub(crate) fn new(pages: axum::Router, origins: Origins) -> Self {
        Self {
            pages,
            cors: origins.layer(),
        }
    }
}

impl<S: Clone> Layer<S> for ProtocolLayer {
    type Service = ProtocolService<S>;

    fn layer(&self, calls: S) -> ProtocolService<S> {
        // Outside of the guard: browsers ask with no key whether they may send one.
        let web = self.cors.layer(GrpcWebLayer::new().layer(calls.clone()));
        let pages = self.pages.clone();
        ProtocolService {
            browsers: Arc::new(Browsers { pages, web }),
            calls,
        }
    }
}

/// See [`ProtocolLayer`].
#[derive(Clone)]
pub(crate) struct ProtocolService<S> {
    /// In one place, since every call has a clone of the service.
    browsers: Arc<Browsers<S>>,
    calls: S,
}

/// What answers browsers, and their pages' scripts.
struct Browsers<S> {
    pages: axum::Router,
    web: Cors<GrpcWebService<S>>,
}

impl<S> Service<Request<Body>> for ProtocolService<S>
where
    S: Service<Request<Body>, Response = Response<Body>> + Clone + Send + Sync + 'static,
    S::Future: Send + 'static,
    S::Error: 'static,
{
    type Response = Response<Body>;
    type Error = S::Error;
    // Calls that come as gRPC pay nothing for the other ways.
    type Future = Either<S::Future, BoxFuture<'static, Result<Response<Body>, S::Error>>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.calls.poll_ready(context)
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        let Browsers { pages, web } = &*self.browsers;
        match Way::of(&request) {
            Way::Grpc => Either::Left(self.calls.call(request)),
            Way::GrpcWeb => Either::Right(Box::pin(web.clone().oneshot(request))),
            Way::Page => Either::Right(Box::pin(browse(pages.clone(), request))),
        }
    }
}

/// The way that a request came.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Way {
    Grpc,
    /// Or the question of a browser whether it may.
    GrpcWeb,
    Page,
}

impl Way {
    /// Whatever is no call is a browser's and reaches the pages alone: no service answers without the guard.
    pub(crate) fn of(request: &Request<Body>) -> Self {
        let content_type = request.headers().get(CONTENT_TYPE);
        let content_type = content_type.map_or(b"".as_slice(), |value| value.as_bytes());
        if content_type.starts_with(b"application/grpc-web") || is_preflight(request) {
            Self::GrpcWeb
        } else if content_type.starts_with(b"application/grpc") {
            Self::Grpc
        } else {
            Self::Page
        }
    }
}

/// Only calls are ever asked about: the pages' forms lead to the pages' own origin.
fn is_preflight(request: &Request<Body>) -> bool {
    let headers = request.headers();
    request.method() == Method::OPTIONS
        && headers.contains_key(ORIGIN)
        && headers.contains_key(ACCESS_CONTROL_REQUEST_METHOD)
}

async fn browse<E>(mut pages: axum::Router, request: Request<Body>) -> Result<Response<Body>, E> {
    let response = match tokio::time::timeout(BROWSING, pages.call(request)).await {
        Ok(Ok(response)) => response.map(Body::new),
        Ok(Err(never)) => match never {},
        Err(_) => {
            let mut late = Response::new(Body::empty());
            *late.status_mut() = StatusCode::REQUEST_TIMEOUT;
            late
        }
    };
    Ok(response)
}
