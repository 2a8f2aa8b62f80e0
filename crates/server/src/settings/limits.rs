//! The limits on connections and callers. Each has a default that honest callers do not meet.

use std::ops::RangeInclusive;
use std::time::Duration;

use clap::Args;
use serde::Deserialize;

use super::SettingsError;
use crate::connections::ConnectionLimits;

/// The limits, each absent where it was not given; in the settings file they stand in the table `limits`.
#[derive(Debug, Clone, Default, Args, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct GivenLimits {
    /// How long a new connection may take for TLS and the first bytes of HTTP, 1 to 300 seconds. [default: 10]
    #[arg(long, env = "GRANTOR_HANDSHAKE_SECONDS", value_name = "SECONDS")]
    pub(crate) handshake_seconds: Option<u64>,
    /// How long a connection may be open without a call, 1 to 86400 seconds; an open watch is a call. [default: 300]
    #[arg(long, env = "GRANTOR_IDLE_SECONDS", value_name = "SECONDS")]
    pub(crate) idle_seconds: Option<u64>,
    /// Connections that may be open at once, 1 to 1000000. Each needs an open file. [default: 10000]
    #[arg(long, env = "GRANTOR_MAX_CONNECTIONS", value_name = "COUNT")]
    pub(crate) max_connections: Option<usize>,
    /// Connections that may be open at once from one address, 1 to 1000000; a proxy is one address. Of IPv6, from one
    /// network of 64 bits. [default: 1000]
    #[arg(
        long,
        env = "GRANTOR_MAX_CONNECTIONS_PER_ADDRESS",
        value_name = "COUNT"
    )]
    pub(crate) max_connections_per_address: Option<usize>,
}

impl GivenLimits {
    /// These, with what the file says where they say nothing.
    pub(super) fn over(self, under: Self) -> Self {
        Self {
            handshake_seconds: self.handshake_seconds.or(under.handshake_seconds),
            idle_seconds: self.idle_seconds.or(under.idle_seconds),
            max_connections: self.max_connections.or(under.max_connections),
            max_connections_per_address: self
                .max_connections_per_address
                .or(under.max_connections_per_address),
        }
    }

    pub(super) fn connections(&self) -> Result<ConnectionLimits, SettingsError> {
        let usual = ConnectionLimits::default();
        let handshake = within("handshake-seconds", self.handshake_seconds, 1..=300)?;
        let idle = within("idle-seconds", self.idle_seconds, 1..=86_400)?;
        let all = within("max-connections", self.max_connections, 1..=1_000_000)?;
        let per_address = within(
            "max-connections-per-address",
            self.max_connections_per_address,
            1..=1_000_000,
        )?;
        Ok(ConnectionLimits {
            handshake: handshake.map_or(usual.handshake, Duration::from_secs),
            idle: idle.map_or(usual.idle, Duration::from_secs),
            all: all.unwrap_or(usual.all),
            per_address: per_address.unwrap_or(usual.per_address),
        })
    }
}

/// The number, if it is one that can be meant.
fn within<N: PartialOrd + std::fmt::Display>(
    setting: &str,
    given: Option<N>,
    range: RangeInclusive<N>,
) -> Result<Option<N>, SettingsError> {
    match given {
        Some(number) if !range.contains(&number) => {
            let (least, most) = (range.start(), range.end());
            let why = format!("{setting} must be {least} to {most} (got {number})");
            Err(SettingsError::Contradiction(why))
        }
        given => Ok(given),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_given_has_its_default() {
        let limits = GivenLimits::default().connections().expect("fine");
        assert_eq!(limits.handshake, Duration::from_secs(10));
        let given = GivenLimits {
            idle_seconds: Some(7),
            ..GivenLimits::default()
        };
        let under = GivenLimits {
            idle_seconds: Some(9),
            max_connections: Some(3),
            ..GivenLimits::default()
        };
        let limits = given.over(under).connections().expect("fine");
        assert_eq!((limits.idle, limits.all), (Duration::from_secs(7), 3));
    }

    #[test]
    fn a_limit_that_nobody_can_mean_is_named_with_its_range() {
        let none = GivenLimits {
            handshake_seconds: Some(0),
            ..GivenLimits::default()
        };
        let wrong = none.connections().expect_err("refused").to_string();
        assert_eq!(wrong, "handshake-seconds must be 1 to 300 (got 0)");
    }
}
