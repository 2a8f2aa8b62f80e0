//! The whole table, as gRPC tells it.

use app::{Error, StoreError};
use domain::{Reason, Refusal};
use tonic_types::StatusExt;

use super::wire;
use crate::status::status;

/// What a caller sees of an error: code, domain, reason.
fn shown(error: Error) -> String {
    let status = status(error);
    let details = status.get_error_details();
    let info = details.error_info();
    let (domain, reason) = info.map_or(("none", "none"), |info| {
        (info.domain.as_str(), info.reason.as_str())
    });
    format!("{:?} {domain} {reason}", status.code())
}

fn every_store_error() -> Vec<StoreError> {
    let home = || domain::Home::Platform;
    vec![
        StoreError::Unavailable("password=hunter2".into()),
        StoreError::Contention,
        StoreError::Busy,
        StoreError::Deadline,
        StoreError::OutcomeUnknown,
        StoreError::IdTaken("organizations/acme/teams/web".into()),
        StoreError::RequestReused,
        StoreError::NoHome(home()),
        StoreError::Corrupt("hunter2".into()),
        StoreError::Format {
            home: home(),
            format: 7,
        },
        StoreError::Config("hunter2".into()),
        StoreError::Misuse("hunter2".into()),
    ]
}

#[test]
fn every_reason_has_its_code_and_documented_name() {
    let refusals = Reason::ALL.iter().map(|reason| {
        let shown = shown(Refusal::new(*reason, "words").into());
        format!("{reason:?}: {shown}")
    });
    let store = every_store_error().into_iter().map(|error| {
        let name = format!("{error:?}");
        let name = name
            .split(['(', '{', ' '])
            .next()
            .unwrap_or_default()
            .to_owned();
        format!("store {name}: {}", shown(error.into()))
    });
    let interrupted = [
        format!("stopping: {}", shown(Error::Stopping)),
        format!("loading: {}", shown(Error::Loading(domain::Home::Platform))),
        format!("interrupted: {}", shown(Error::Interrupted)),
    ];
    let table: Vec<_> = refusals.chain(store).chain(interrupted).collect();
    insta::assert_snapshot!(table.join("\n"));
}

#[test]
fn no_two_reasons_share_a_name() {
    let names: std::collections::BTreeSet<_> = Reason::ALL
        .iter()
        .map(|reason| wire(*reason).1.as_str_name())
        .collect();
    assert_eq!(names.len(), Reason::ALL.len());
}

#[test]
fn what_a_database_said_stays_inside() {
    for error in every_store_error() {
        let status = status(error.into());
        let seen = format!("{status:?} {}", String::from_utf8_lossy(status.details()));
        assert!(!seen.contains("hunter2"), "{seen}");
    }
}
