//! How often may one thing be mailed? So often within a day; then it waits.

use crate::{Reason, Refusal, Timestamp};

/// Mails with a link that one invitation or proposal may send to one person within [`MAIL_WINDOW`].
const MAILS_PER_WINDOW: usize = 5;
/// The seconds of a day: for so long a sent mail counts.
const MAIL_WINDOW: i64 = 24 * 3600;

/// The times of `resent` with one more at `now`, unless too many mails went out lately. The first left at `first`.
pub(crate) fn sent_again(
    first: Timestamp,
    resent: &[Timestamp],
    now: Timestamp,
) -> Result<Vec<Timestamp>, Refusal> {
    let sent = [first].into_iter().chain(resent.iter().copied());
    let mut lately: Vec<_> = sent
        .filter(|at| now < at.plus_seconds(MAIL_WINDOW))
        .collect();
    if let (Some(oldest), true) = (lately.first(), lately.len() >= MAILS_PER_WINDOW) {
        let again = oldest.plus_seconds(MAIL_WINDOW);
        return Err(Refusal::new(
            Reason::MailLimit,
            format!(
                "{} mails of this left within 24 hours, which is the most there may be. Send it again from {again} on, \
                 or ask whom it is for to look for the latest mail.",
                lately.len()
            ),
        )
        .with("retry_time", again.to_string()));
    }
    // The first mail's time is known from the stamp.
    lately.retain(|at| *at != first);
    lately.push(now);
    Ok(lately)
}
