//! Is every service within reach of the client?

use std::collections::BTreeSet;

#[test]
fn every_service_has_its_stub() {
    let source = include_str!("../../sdk/rust/src/stubs.rs");
    let services: BTreeSet<&str> = grantor::METHODS
        .iter()
        .filter_map(|method| method.path.strip_prefix("/grantor.v1.")?.split('/').next())
        .collect();
    assert!(services.len() > 10);
    for service in services {
        let stub = format!("::{service}Client;");
        assert!(
            source.contains(&stub),
            "sdk/rust/src/stubs.rs has no {service}"
        );
    }
}
