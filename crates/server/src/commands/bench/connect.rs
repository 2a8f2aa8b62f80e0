//! A connection to the server that is measured, and how a call shows its key and how long it waits.

use std::net::SocketAddr;
use std::time::Duration;

use cli::Failure;
use tonic::metadata::AsciiMetadataValue;
use tonic::transport::{Channel, Endpoint};
use tonic::{Request, Status};

/// As long as the server works on a call at most: where it is slow, that is what is to be told.
const LONGEST: Duration = Duration::from_secs(60);

pub(super) async fn connect(address: SocketAddr) -> Result<Channel, Failure> {
    let endpoint = Endpoint::from_shared(format!("http://{address}"))?;
    Ok(endpoint.connect().await?)
}

pub(super) fn keyed<T>(message: T, key: &str) -> Result<Request<T>, Status> {
    let mut request = Request::new(message);
    request.set_timeout(LONGEST);
    let bearer =
        AsciiMetadataValue::try_from(key).map_err(|_| Status::internal("the key is not ASCII"))?;
    request.metadata_mut().insert("authorization", bearer);
    Ok(request)
}
