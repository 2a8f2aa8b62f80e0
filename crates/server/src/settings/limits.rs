//! The limits on connections, callers and mails. Each has a default that honest callers do not meet.

use std::num::NonZeroU32;
use std::ops::RangeInclusive;
use std::time::Duration;

use app::{CallerLimits, Capacity};
use clap::Args;
use domain::MailLimits;
use serde::Deserialize;

use super::error::SettingsError;
use crate::connections::ConnectionLimits;

/// The limits, each absent where it was not given; in the settings file they stand in the table `limits`.
#[derive(Debug, Clone, Default, Args, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case", default)]
pub(crate) struct RawLimits {
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
    /// Calls a second of one key, 1 to 1000000. [default: 20000]
    #[arg(long, env = "GRANTOR_CALLS_PER_SECOND_PER_KEY", value_name = "COUNT")]
    pub(crate) calls_per_second_per_key: Option<u32>,
    /// Calls a second about one organization, of all keys together, 1 to 1000000. [default: 20000]
    #[arg(
        long,
        env = "GRANTOR_CALLS_PER_SECOND_PER_ORGANIZATION",
        value_name = "COUNT"
    )]
    pub(crate) calls_per_second_per_organization: Option<u32>,
    /// Calls a second of one key that take something away, beside its others, 1 to 1000000. [default: 1000]
    #[arg(long, env = "GRANTOR_REVOKES_PER_SECOND_PER_KEY", value_name = "COUNT")]
    pub(crate) revokes_per_second_per_key: Option<u32>,
    /// Searches for partners a minute of one key for one acting user, 1 to 1000000. [default: 60]
    #[arg(long, env = "GRANTOR_SEARCHES_PER_MINUTE", value_name = "COUNT")]
    pub(crate) searches_per_minute: Option<u32>,
    /// Calls that are worked on at once, 1 to 1000000; an eighth as many that take something away have places beside
    /// these. [default: 1000]
    #[arg(long, env = "GRANTOR_MAX_CALLS", value_name = "COUNT")]
    pub(crate) max_calls: Option<usize>,
    /// How much of these one key, and one organization, has at most, 1 to 100 percent. [default: 50]
    #[arg(long, env = "GRANTOR_MAX_SHARE_PERCENT", value_name = "PERCENT")]
    pub(crate) max_share_percent: Option<usize>,
    /// How long a call waits for a place before it is refused, 1 to 1000 milliseconds. [default: 5]
    #[arg(long, env = "GRANTOR_QUEUE_MILLISECONDS", value_name = "MILLISECONDS")]
    pub(crate) queue_milliseconds: Option<u64>,
    /// Watches that may be open at once, 1 to 1000000. [default: 10000]
    #[arg(long, env = "GRANTOR_MAX_WATCHES", value_name = "COUNT")]
    pub(crate) max_watches: Option<usize>,
    /// Watches that may be open at once of one key, 1 to 1000000. [default: 1000]
    #[arg(long, env = "GRANTOR_MAX_WATCHES_PER_KEY", value_name = "COUNT")]
    pub(crate) max_watches_per_key: Option<usize>,
    /// Previews that are worked on at once, and eight times as many decisions under locks, 2 to 1024; of one key, and
    /// about one organization, at most half. [default: as many as there are cores]
    #[arg(long, env = "GRANTOR_MAX_DECISIONS", value_name = "COUNT")]
    pub(crate) max_decisions: Option<usize>,
    /// Steps of one decision or preview, each about 60 ns of a core, 100000 to 1000000000. [default: 4000000]
    #[arg(long, env = "GRANTOR_MAX_DECISION_STEPS", value_name = "COUNT")]
    pub(crate) max_decision_steps: Option<u64>,
    /// How much memory organizations may take, in MiB, 64 to 1048576. [default: 1024]
    #[arg(long, env = "GRANTOR_MEMORY_MEBIBYTES", value_name = "MEBIBYTES")]
    pub(crate) memory_mebibytes: Option<u64>,
    /// Mails within 24 hours from one organization to one address, and that confirm emails of one account, 1 to
    /// 1000000. [default: 10]
    #[arg(long, env = "GRANTOR_MAILS_PER_ADDRESS", value_name = "COUNT")]
    pub(crate) mails_per_address: Option<u32>,
    /// Mails within 24 hours to one address, of all organizations together, 1 to 1000000. [default: 50]
    #[arg(long, env = "GRANTOR_MAILS_PER_ADDRESS_OF_ALL", value_name = "COUNT")]
    pub(crate) mails_per_address_of_all: Option<u32>,
    /// Mails within 24 hours by one person or service in one organization, 1 to 1000000. [default: 5000]
    #[arg(long, env = "GRANTOR_MAILS_PER_SENDER", value_name = "COUNT")]
    pub(crate) mails_per_sender: Option<u32>,
}

impl RawLimits {
    /// These, with what the file says where they say nothing.
    pub(super) fn over(self, under: Self) -> Self {
        Self {
            handshake_seconds: self.handshake_seconds.or(under.handshake_seconds),
            idle_seconds: self.idle_seconds.or(under.idle_seconds),
            max_connections: self.max_connections.or(under.max_connections),
            max_connections_per_address: self
                .max_connections_per_address
                .or(under.max_connections_per_address),
            calls_per_second_per_key: self
                .calls_per_second_per_key
                .or(under.calls_per_second_per_key),
            calls_per_second_per_organization: self
                .calls_per_second_per_organization
                .or(under.calls_per_second_per_organization),
            revokes_per_second_per_key: self
                .revokes_per_second_per_key
                .or(under.revokes_per_second_per_key),
            searches_per_minute: self.searches_per_minute.or(under.searches_per_minute),
            max_calls: self.max_calls.or(under.max_calls),
            max_share_percent: self.max_share_percent.or(under.max_share_percent),
            queue_milliseconds: self.queue_milliseconds.or(under.queue_milliseconds),
            max_watches: self.max_watches.or(under.max_watches),
            max_watches_per_key: self.max_watches_per_key.or(under.max_watches_per_key),
            max_decisions: self.max_decisions.or(under.max_decisions),
            max_decision_steps: self.max_decision_steps.or(under.max_decision_steps),
            memory_mebibytes: self.memory_mebibytes.or(under.memory_mebibytes),
            mails_per_address: self.mails_per_address.or(under.mails_per_address),
            mails_per_address_of_all: self
                .mails_per_address_of_all
                .or(under.mails_per_address_of_all),
            mails_per_sender: self.mails_per_sender.or(under.mails_per_sender),
        }
    }

    pub(super) fn connections(&self) -> Result<ConnectionLimits, SettingsError> {
        let usual = ConnectionLimits::default();
        let handshake = within("handshake-seconds", self.handshake_seconds, 1..=300)?;
        let idle = within("idle-seconds", self.idle_seconds, 1..=86_400)?;
        Ok(ConnectionLimits {
            handshake: handshake.map_or(usual.handshake, Duration::from_secs),
            idle: idle.map_or(usual.idle, Duration::from_secs),
            all: count("max-connections", self.max_connections, usual.all)?,
            per_address: count(
                "max-connections-per-address",
                self.max_connections_per_address,
                usual.per_address,
            )?,
        })
    }
}

impl RawLimits {
    pub(super) fn callers(&self) -> Result<CallerLimits, SettingsError> {
        let usual = CallerLimits::default();
        let queue = within("queue-milliseconds", self.queue_milliseconds, 1..=1_000)?;
        Ok(CallerLimits {
            key_rate: rate(
                "calls-per-second-per-key",
                self.calls_per_second_per_key,
                usual.key_rate,
            )?,
            organization_rate: rate(
                "calls-per-second-per-organization",
                self.calls_per_second_per_organization,
                usual.organization_rate,
            )?,
            taking_away_rate: rate(
                "revokes-per-second-per-key",
                self.revokes_per_second_per_key,
                usual.taking_away_rate,
            )?,
            search_rate: rate(
                "searches-per-minute",
                self.searches_per_minute,
                usual.search_rate,
            )?,
            places: count("max-calls", self.max_calls, usual.places)?,
            share: within("max-share-percent", self.max_share_percent, 1..=100)?
                .unwrap_or(usual.share),
            patience: queue.map_or(usual.patience, Duration::from_millis),
            watches: count("max-watches", self.max_watches, usual.watches)?,
            key_watches: count(
                "max-watches-per-key",
                self.max_watches_per_key,
                usual.key_watches,
            )?,
        })
    }
}

impl RawLimits {
    pub(super) fn capacity(&self) -> Result<Capacity, SettingsError> {
        let usual = Capacity::default();
        let decisions = within("max-decisions", self.max_decisions, 2..=1_024)?;
        let steps = self.max_decision_steps;
        let steps = within("max-decision-steps", steps, 100_000..=1_000_000_000)?;
        let memory = within("memory-mebibytes", self.memory_mebibytes, 64..=1_048_576)?;
        Ok(Capacity {
            decisions: decisions.unwrap_or(usual.decisions),
            steps: steps.unwrap_or(usual.steps),
            memory: memory.map_or(usual.memory, |mebibytes| mebibytes << 20),
            replayed: usual.replayed,
        })
    }

    pub(super) fn mails(&self) -> Result<MailLimits, SettingsError> {
        let usual = MailLimits::default();
        let limit = |setting, raw: Option<u32>, usual| {
            Ok::<_, SettingsError>(within(setting, raw, 1..=1_000_000)?.unwrap_or(usual))
        };
        Ok(MailLimits {
            to_one: limit("mails-per-address", self.mails_per_address, usual.to_one)?,
            to_one_of_all: limit(
                "mails-per-address-of-all",
                self.mails_per_address_of_all,
                usual.to_one_of_all,
            )?,
            by_one: limit("mails-per-sender", self.mails_per_sender, usual.by_one)?,
        })
    }
}

fn rate(setting: &str, raw: Option<u32>, usual: NonZeroU32) -> Result<NonZeroU32, SettingsError> {
    let raw = within(setting, raw, 1..=1_000_000)?;
    Ok(raw.and_then(NonZeroU32::new).unwrap_or(usual))
}

fn count(setting: &str, raw: Option<usize>, usual: usize) -> Result<usize, SettingsError> {
    Ok(within(setting, raw, 1..=1_000_000)?.unwrap_or(usual))
}

/// The number, if it is one that can be meant.
pub(super) fn within<N: PartialOrd + std::fmt::Display>(
    setting: &str,
    raw: Option<N>,
    range: RangeInclusive<N>,
) -> Result<Option<N>, SettingsError> {
    match raw {
        Some(number) if !range.contains(&number) => {
            let (least, most) = (range.start(), range.end());
            let why = format!("{setting} must be {least} to {most} (got {number})");
            Err(SettingsError::Contradiction(why))
        }
        raw => Ok(raw),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_given_has_its_default() {
        let limits = RawLimits::default().connections().expect("fine");
        assert_eq!(limits.handshake, Duration::from_secs(10));
        let raw = RawLimits {
            idle_seconds: Some(7),
            ..RawLimits::default()
        };
        let under = RawLimits {
            idle_seconds: Some(9),
            max_connections: Some(3),
            ..RawLimits::default()
        };
        let limits = raw.over(under).connections().expect("fine");
        assert_eq!((limits.idle, limits.all), (Duration::from_secs(7), 3));
    }

    #[test]
    fn a_limit_that_nobody_can_mean_is_named_with_its_range() {
        let none = RawLimits {
            handshake_seconds: Some(0),
            ..RawLimits::default()
        };
        let wrong = none.connections().expect_err("refused").to_string();
        assert_eq!(wrong, "handshake-seconds must be 1 to 300 (got 0)");
    }
}
