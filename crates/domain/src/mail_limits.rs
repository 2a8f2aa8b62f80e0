//! How many mails may leave because somebody wants them to? So many within a day, whatever they are about.

use std::time::Duration;

use crate::{Reason, Refusal, Timestamp};

/// The mails that may leave within a day. Each number has a default that honest use does not meet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MailLimits {
    /// From one organization to one address; and mails that confirm emails of one account.
    pub to_one: u32,
    /// To one address, of all organizations together.
    pub to_one_of_all: u32,
    /// By one person, or service that acts by itself, in one organization: who employs many invites many.
    pub by_one: u32,
}

impl Default for MailLimits {
    fn default() -> Self {
        Self {
            to_one: 10,
            to_one_of_all: 50,
            by_one: 5_000,
        }
    }
}

impl MailLimits {
    /// For how long a mail counts, in seconds: a day.
    pub const WINDOW: i64 = 24 * 3600;

    /// Of so many mails at most `limit` may be `which`; one that left at `left` is still in the way.
    pub fn reached(limit: u32, which: &str, left: Timestamp, now: Timestamp) -> Refusal {
        let again = left.plus_seconds(Self::WINDOW);
        let wait = u64::try_from(again.0.saturating_sub(now.0)).unwrap_or_default();
        Refusal::new(
            Reason::MailLimit,
            format!(
                "At most {limit} mails within 24 hours may leave {which}, so nothing was done. It can be done from \
                 {again} on; or ask whom it is for to look for the latest mail."
            ),
        )
        .with("limit", limit.to_string())
        .with("retry_time", again.to_string())
        .again_in(Duration::from_micros(wait))
    }
}
