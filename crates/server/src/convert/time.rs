//! Times on the wire.

use domain::Timestamp;

/// Microseconds as seconds and nanos.
pub(crate) fn proto(time: Timestamp) -> prost_types::Timestamp {
    prost_types::Timestamp {
        seconds: time.0.div_euclid(1_000_000),
        nanos: i32::try_from(time.0.rem_euclid(1_000_000) * 1000).unwrap_or_default(),
    }
}
