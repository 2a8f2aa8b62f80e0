//! From when until when, with closed ends, so that spans compare and join without special cases.

use domain::{Period, Timestamp};

/// A period whose open ends are the ends of time. One that ends before it starts covers nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: Timestamp,
    pub(crate) end: Timestamp,
}

impl Span {
    /// The end that never comes.
    pub(crate) const NEVER: Timestamp = Timestamp(i64::MAX);
    pub(crate) const ALWAYS: Self = Self {
        start: Timestamp(i64::MIN),
        end: Self::NEVER,
    };

    /// Whether `at` lies in it.
    pub(crate) fn covers(self, at: Timestamp) -> bool {
        self.start <= at && at < self.end
    }

    /// Whether it begins after `at` and then covers something.
    pub(crate) fn comes_after(self, at: Timestamp) -> bool {
        at < self.start && self.start < self.end
    }

    /// Whether it covered something and has ended by `at`.
    pub(crate) fn is_over(self, at: Timestamp) -> bool {
        self.end <= at && !self.is_empty()
    }

    /// Whether it has begun by `reach` and goes on past it.
    pub(crate) fn extends(self, reach: Timestamp) -> bool {
        self.start <= reach && reach < self.end
    }

    /// The part of it from `at` on.
    pub(crate) fn since(self, at: Timestamp) -> Self {
        Self {
            start: self.start.max(at),
            end: self.end,
        }
    }

    /// Whether it covers nothing.
    pub(crate) fn is_empty(self) -> bool {
        self.end <= self.start
    }

    /// A moment as callers know it: `None` where it never comes.
    pub(crate) fn unless_never(at: Timestamp) -> Option<Timestamp> {
        (at != Self::NEVER).then_some(at)
    }
}

impl From<Period> for Span {
    fn from(period: Period) -> Self {
        Self {
            start: period.start.unwrap_or(Self::ALWAYS.start),
            end: period.end.unwrap_or(Self::NEVER),
        }
    }
}
