//! Beside the API on the same port: reflection in both versions, and health.

use std::collections::BTreeSet;

use tokio_stream::StreamExt;
use tonic::{Code, Request};

use crate::harness::*;

/// With the key that reflection needs.
fn with_key<T>(world: &World, message: T) -> Request<T> {
    let mut request = Request::new(message);
    request.metadata_mut().insert(
        "authorization",
        format!("Bearer {}", world.key).parse().expect("ASCII"),
    );
    request
}

/// The services that the descriptors hold, as reflection names them.
fn published() -> BTreeSet<String> {
    let service = |method: &grantor::Method| {
        method.path[1..]
            .split('/')
            .next()
            .expect("a service")
            .to_owned()
    };
    let beside = [
        "grpc.health.v1.Health",
        "grpc.reflection.v1.ServerReflection",
        "grpc.reflection.v1alpha.ServerReflection",
    ];
    grantor::METHODS
        .iter()
        .map(service)
        .chain(beside.map(str::to_owned))
        .collect()
}

macro_rules! reflection {
    ($module:ident, $version:ident, $own:literal) => {
        mod $module {
            use super::*;
            use tonic_reflection::pb::$version::ServerReflectionRequest;
            use tonic_reflection::pb::$version::server_reflection_client::ServerReflectionClient;
            use tonic_reflection::pb::$version::server_reflection_request::MessageRequest;
            use tonic_reflection::pb::$version::server_reflection_response::MessageResponse;

            async fn asks(world: &World, question: MessageRequest) -> MessageResponse {
                let request = ServerReflectionRequest {
                    host: String::new(),
                    message_request: Some(question),
                };
                let request = with_key(world, tokio_stream::once(request));
                let mut client = ServerReflectionClient::new(world.channel.clone());
                let mut answers = client
                    .server_reflection_info(request)
                    .await
                    .expect("answers")
                    .into_inner();
                answers
                    .next()
                    .await
                    .expect("one")
                    .expect("good")
                    .message_response
                    .expect("something")
            }

            #[tokio::test]
            async fn every_service_is_listed() {
                let world = World::new().await;
                let MessageResponse::ListServicesResponse(list) =
                    asks(&world, MessageRequest::ListServices(String::new())).await
                else {
                    panic!("no list");
                };
                let listed: BTreeSet<_> = list
                    .service
                    .into_iter()
                    .map(|service| service.name)
                    .collect();
                let missing: Vec<_> = published()
                    .into_iter()
                    .filter(|name| !name.starts_with("grpc.reflection") && !listed.contains(name))
                    .collect();
                assert!(missing.is_empty(), "{missing:?} not in {listed:?}");
                assert!(listed.contains($own), "{listed:?}");
                assert!(listed.is_subset(&published()), "{listed:?}");
            }

            #[tokio::test]
            async fn a_symbol_comes_with_its_file() {
                let world = World::new().await;
                for symbol in [
                    "grantor.v1.GrantService.CreateGrant",
                    "grantor.v1.Effect",
                    "google.rpc.ErrorInfo",
                ] {
                    let answer =
                        asks(&world, MessageRequest::FileContainingSymbol(symbol.into())).await;
                    assert!(
                        matches!(answer, MessageResponse::FileDescriptorResponse(_)),
                        "{symbol}: {answer:?}"
                    );
                }
            }

            #[tokio::test]
            async fn reflection_needs_a_key() {
                let world = World::new().await;
                let question = MessageRequest::ListServices(String::new());
                let request = ServerReflectionRequest {
                    host: String::new(),
                    message_request: Some(question),
                };
                let mut client = ServerReflectionClient::new(world.channel.clone());
                let answer = client
                    .server_reflection_info(tokio_stream::once(request))
                    .await;
                let refusal = Refused::from(answer.map(|_| ()).expect_err("refused"));
                assert_eq!(
                    (refusal.code, refusal.reason.as_str()),
                    (Code::Unauthenticated, "CREDENTIALS_MISSING")
                );
            }
        }
    };
}

reflection!(version_1, v1, "grpc.reflection.v1.ServerReflection");
reflection!(
    version_1_alpha,
    v1alpha,
    "grpc.reflection.v1alpha.ServerReflection"
);

mod health {
    use tonic_health::pb::HealthCheckRequest;
    use tonic_health::pb::health_check_response::ServingStatus;
    use tonic_health::pb::health_client::HealthClient;

    use super::*;

    #[tokio::test]
    async fn health_is_told_without_a_key_for_the_server_and_each_service() {
        let world = World::new().await;
        let mut health = HealthClient::new(world.channel.clone());
        let services = published()
            .into_iter()
            .filter(|name| name.starts_with("grantor."));
        for service in services.chain([String::new()]) {
            let status = health
                .check(HealthCheckRequest {
                    service: service.clone(),
                })
                .await
                .expect(&service);
            assert_eq!(
                status.into_inner().status(),
                ServingStatus::Serving,
                "{service}"
            );
        }
    }

    #[tokio::test]
    async fn the_health_of_an_unknown_service_is_not_found() {
        let world = World::new().await;
        let mut health = HealthClient::new(world.channel.clone());
        let unknown = health
            .check(HealthCheckRequest {
                service: "grantor.v1.Nothing".into(),
            })
            .await;
        assert_eq!(unknown.expect_err("unknown").code(), Code::NotFound);
    }
}
