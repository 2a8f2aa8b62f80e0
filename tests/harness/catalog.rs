//! The catalog of the tests: small, with one of each that matters.

use grantor::v1;
use v1::RightKind::{Detailed, Management, Statistics, Technical, Usage};

fn right(id: &str, kind: v1::RightKind, implies: &[&str]) -> v1::Right {
    v1::Right {
        id: id.into(),
        display_name: id.into(),
        kind: kind.into(),
        implies: implies.iter().map(|id| (*id).to_owned()).collect(),
    }
}

fn product_type(id: &str, rights: Vec<v1::Right>) -> v1::ProductType {
    v1::ProductType {
        name: format!("productTypes/{id}"),
        display_name: id.into(),
        rights,
        ..Default::default()
    }
}

/// kdrive: use, manage, technical, statistics. domain: manage, dns, no statistics. ticketing: sell, refund implies
/// sell, scan. contacts: read and write, kept by the system "Back office".
pub fn types() -> Vec<v1::ProductType> {
    vec![
        product_type(
            "kdrive",
            vec![
                right("use", Usage, &[]),
                right("manage", Management, &[]),
                right("technical", Technical, &[]),
                right("statistics", Statistics, &[]),
            ],
        ),
        product_type(
            "domain",
            vec![
                right("manage", Management, &[]),
                right("dns", Technical, &[]),
            ],
        ),
        product_type(
            "ticketing",
            vec![
                right("sell", Detailed, &[]),
                right("refund", Detailed, &["sell"]),
                right("scan", Detailed, &[]),
            ],
        ),
        v1::ProductType {
            managing_system: "Back office".into(),
            ..product_type(
                "contacts",
                vec![
                    right("read", Usage, &[]),
                    right("write", Management, &["read"]),
                ],
            )
        },
    ]
}
