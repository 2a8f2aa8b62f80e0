//! A call that does nothing on tonic as it comes: its server, its codec, its routes, and tokio's multi-threaded runtime. Only
//! the allocator is Grantor's, which makes it faster than it comes.

use std::convert::Infallible;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::task::{Context, Poll};

use cli::Failure;
use futures_util::future::BoxFuture;
use http::{Request, Response};
use tokio::runtime::Runtime;
use tokio_stream::wrappers::TcpListenerStream;
use tonic::body::Body;
use tonic::server::{Grpc, NamedService, UnaryService};
use tonic::transport::Server;
use tonic_prost::ProstCodec;
use tower::Service;

/// Answers until it is dropped.
pub(super) struct Stock {
    pub(super) address: SocketAddr,
    /// Dropped, it ends whatever runs in it.
    _runtime: Runtime,
}

impl Stock {
    /// Begins on the cores of this thread.
    pub(super) fn begin() -> Result<Self, Failure> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .enable_all()
            .build()?;
        let listener = runtime.block_on(async { tokio::net::TcpListener::from_std(listener) })?;
        let server = Server::builder().tcp_nodelay(true).add_service(Noop);
        // Whatever ends it early, the load hears of it.
        runtime.spawn(server.serve_with_incoming(TcpListenerStream::new(listener)));
        Ok(Self {
            address,
            _runtime: runtime,
        })
    }
}

#[derive(Clone)]
struct Noop;

impl NamedService for Noop {
    const NAME: &'static str = super::noop::NAME;
}

impl UnaryService<()> for Noop {
    type Response = ();
    type Future = BoxFuture<'static, Result<tonic::Response<()>, tonic::Status>>;

    fn call(&mut self, _: tonic::Request<()>) -> Self::Future {
        Box::pin(async { Ok(tonic::Response::new(())) })
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
            let mut grpc = Grpc::new(ProstCodec::<(), ()>::default());
            Ok(grpc.unary(Self, request).await)
        })
    }
}
