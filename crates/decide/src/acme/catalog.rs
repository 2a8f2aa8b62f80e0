//! The catalog of the tests: the same as on the wire, small, with one of each that matters.

use domain::RightId;
use domain::RightKind::{self, Detailed, Management, Statistics, Technical, Usage};

use super::make;
use crate::use_cases::catalog::{DeclaredRight, DeclaredType};

fn right(id: &str, kind: RightKind, implies: &[&str]) -> DeclaredRight {
    let of = |id: &str| RightId::parse(id).expect("an id");
    DeclaredRight {
        id: of(id),
        display_name: make::display_name(id),
        kind,
        implies: implies.iter().map(|id| of(id)).collect(),
    }
}

fn product_type(id: &str, rights: Vec<DeclaredRight>) -> DeclaredType {
    DeclaredType {
        id: make::product_type(id),
        display_name: make::display_name(id),
        rights,
        managing_system: None,
        etag: None,
    }
}

/// kdrive: use, manage, technical, statistics. domain: manage, dns, no statistics. ticketing: sell, refund implies
/// sell, scan. contacts: read and write, kept by the system "Back office".
pub(super) fn types() -> Vec<DeclaredType> {
    let kdrive = vec![
        right("use", Usage, &[]),
        right("manage", Management, &[]),
        right("technical", Technical, &[]),
        right("statistics", Statistics, &[]),
    ];
    let domain = vec![
        right("manage", Management, &[]),
        right("dns", Technical, &[]),
    ];
    let ticketing = vec![
        right("sell", Detailed, &[]),
        right("refund", Detailed, &["sell"]),
        right("scan", Detailed, &[]),
    ];
    let contacts = vec![
        right("read", Usage, &[]),
        right("write", Management, &["read"]),
    ];
    vec![
        product_type("kdrive", kdrive),
        product_type("domain", domain),
        product_type("ticketing", ticketing),
        DeclaredType {
            managing_system: Some(make::display_name("Back office")),
            ..product_type("contacts", contacts)
        },
    ]
}
