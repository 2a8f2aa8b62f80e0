//! A web service that opens a drive to whoever may use it: `GET /drives/ID` with the header `X-User: ID`.
//!
//! `web ADDRESS`, with `GRANTOR_ADDRESS` and `GRANTOR_KEY`. Real services learn from a session who the user is.

use axum::Router;
use axum::extract::{Path, State};
use axum::routing::get;
use grantor::client::Client;
use http::{HeaderMap, StatusCode};
use tokio::net::TcpListener;
use tonic::Code;
use tonic::service::Routes;
use tonic::transport::Server;
use tonic::transport::server::TcpIncoming;

#[tokio::main]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let address = std::env::args().nth(1).ok_or("usage: web ADDRESS")?;
    let drives = Router::new()
        .route("/drives/{id}", get(drive))
        .with_state(Client::from_env()?);
    let listener = TcpListener::bind(address).await?;
    println!("listening on {}", listener.local_addr()?);
    // In a service of your own this is `axum::serve(listener, drives)`: this repository builds axum without
    // its own server, and tonic's does the same.
    Server::builder()
        .accept_http1(true)
        .add_routes(Routes::from(drives))
        .serve_with_incoming(TcpIncoming::from(listener))
        .await?;
    Ok(())
}

async fn drive(
    State(grantor): State<Client>,
    Path(id): Path<String>,
    headers: HeaderMap,
) -> (StatusCode, String) {
    let Some(user) = headers.get("x-user").and_then(|user| user.to_str().ok()) else {
        return (StatusCode::UNAUTHORIZED, "Who are you?\n".to_owned());
    };
    let subject = format!("users/{user}");
    let resource = format!("organizations/acme/products/{id}");
    match grantor.check(&subject, "use", &resource).await {
        Ok(answer) if answer.allowed => (StatusCode::OK, format!("Here is {id}.\n")),
        Ok(_) => (StatusCode::FORBIDDEN, format!("{id} is not yours.\n")),
        Err(error) if error.code() == Code::InvalidArgument => {
            (StatusCode::NOT_FOUND, format!("There is no {id}.\n"))
        }
        // Without an answer nobody gets in.
        Err(error) => {
            eprintln!("Grantor can't be asked: {error}");
            let later = "We can't tell right now; try again soon.\n";
            (StatusCode::SERVICE_UNAVAILABLE, later.to_owned())
        }
    }
}
