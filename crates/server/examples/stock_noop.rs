//! A call that does nothing on tonic as it comes: its server, its codec, its routes, tokio's multi-threaded runtime, and the
//! system's allocator. `grantor bench` starts it, reads where it listens from its output, and closes its input to end it.

use std::convert::Infallible;
use std::error::Error;
use std::io::Read;
use std::net::Ipv4Addr;
use std::task::{Context, Poll};

use futures_util::future::BoxFuture;
use http::{Request, Response};
use tokio_stream::wrappers::TcpListenerStream;
use tonic::body::Body;
use tonic::server::{Grpc, NamedService, UnaryService};
use tonic::transport::Server;
use tonic_prost::ProstCodec;
use tower::Service;

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let listener = tokio::net::TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).await?;
    println!("{}", listener.local_addr()?);
    let server = Server::builder().tcp_nodelay(true).add_service(Noop);
    let serving = server.serve_with_incoming(TcpListenerStream::new(listener));
    // So that it does not outlive who started it, however that one ends.
    let ended = tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new()));
    tokio::select! {
        served = serving => served?,
        ended = ended => {
            ended??;
        }
    }
    Ok(())
}

#[derive(Clone)]
struct Noop;

impl NamedService for Noop {
    const NAME: &'static str = "grantor.bench.Noop";
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
