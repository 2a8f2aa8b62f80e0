//! What time is it? The database's, unless the log is a little ahead of it; by far, and nothing is written.

use domain::{Home, Timestamp};

use crate::error::Error;

/// How far the log may be ahead of the database's clock: so much a clock may be set back by whoever corrects it.
const AHEAD_SECONDS: i64 = 60;

/// Whether a change at `changed` is further ahead of the clock than clocks are set back.
pub fn is_far_ahead(changed: Timestamp, now: Timestamp) -> bool {
    changed > now.plus_seconds(AHEAD_SECONDS)
}

/// The time to go on from: never before what was changed, as long as the database's clock is not far behind that.
pub fn going_on(changed: Timestamp, now: Timestamp) -> Timestamp {
    if is_far_ahead(changed, now) {
        now
    } else {
        changed.max(now)
    }
}

/// The last of these changes, if it is far ahead of the clock.
pub(crate) fn fault<'a>(
    changes: impl Iterator<Item = (&'a Home, Timestamp)>,
    now: Timestamp,
) -> Option<Error> {
    let (home, changed) = changes.max_by_key(|(_, changed)| *changed)?;
    is_far_ahead(changed, now).then(|| Error::Clock {
        home: home.clone(),
        changed,
        now,
    })
}

/// When the clock has come near enough to what was changed.
pub fn near(changed: Timestamp) -> Timestamp {
    changed.plus_seconds(-AHEAD_SECONDS)
}
