//! A connection to the server that is measured.

use std::net::SocketAddr;

use cli::Failure;
use tonic::transport::{Channel, Endpoint};

pub(super) async fn connect(address: SocketAddr) -> Result<Channel, Failure> {
    let endpoint = Endpoint::from_shared(format!("http://{address}"))?;
    Ok(endpoint.connect().await?)
}
