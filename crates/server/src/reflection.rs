//! What there is to call, told to whoever asks: the same by every server of this process, which reads the descriptors once.

use std::sync::OnceLock;

use axum::Router;
use tonic::service::Routes;
use tonic_reflection::server::{Builder, Error};

static SERVICES: OnceLock<Router> = OnceLock::new();

/// Both versions of reflection, to be merged into what a server answers.
pub(crate) fn services() -> Result<Router, Error> {
    if let Some(services) = SERVICES.get() {
        return Ok(services.clone());
    }
    let services = Routes::default()
        .add_service(described().build_v1()?)
        .add_service(described().build_v1alpha()?)
        .into_axum_router();
    // What is not there is answered by the server.
    let services = services.reset_fallback();
    Ok(SERVICES.get_or_init(|| services).clone())
}

fn described() -> Builder<'static> {
    Builder::configure()
        .register_encoded_file_descriptor_set(grantor::FILE_DESCRIPTOR_SET)
        .register_encoded_file_descriptor_set(tonic_health::pb::FILE_DESCRIPTOR_SET)
        .register_encoded_file_descriptor_set(tonic_types::pb::FILE_DESCRIPTOR_SET)
}
