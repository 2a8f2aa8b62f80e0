//! The call that does nothing: same server, same layers, same codec, an empty answer.

use std::convert::Infallible;
use std::task::{Context, Poll};

use futures_util::future::BoxFuture;
use grantor::codec::SmallBuffers;
use http::{Request, Response};
use tonic::body::Body;
use tonic::server::{Grpc, NamedService, UnaryService};
use tonic::service::Routes;
use tower::Service;

/// The service.
pub(super) const NAME: &str = "grantor.bench.Noop";
pub(super) const PATH: &str = "/grantor.bench.Noop/Do";

#[derive(Clone)]
struct Noop;

impl NamedService for Noop {
    const NAME: &'static str = NAME;
}

impl UnaryService<()> for Noop {
    type Response = ();
    type Future = std::future::Ready<Result<tonic::Response<()>, tonic::Status>>;

    fn call(&mut self, _: tonic::Request<()>) -> Self::Future {
        std::future::ready(Ok(tonic::Response::new(())))
    }
}

impl Service<Request<Body>> for Noop {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = BoxFuture<'static, Result<Response<Body>, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        Box::pin(async move {
            let mut grpc = Grpc::new(SmallBuffers::<(), ()>::default());
            Ok(grpc.unary(Noop, request).await)
        })
    }
}

/// Beside the real services.
pub(super) fn beside(routes: Routes) -> Routes {
    routes.add_service(Noop)
}
