//! In which format is a home stored, and can this version read it? What it can't read it does not guess at.
//!
//! | format | what it has |
//! | --- | --- |
//! | 1 | JSON of `domain::Change` in the log, of `domain::Record` in the rows: what 0.1.0 writes. Read for ever. |
//! | 2 | The same with more: `FormerPerson`, `ShutOut`, `Partnership::partner_revision`, `User::handover`, what lifts being |
//! |   | shut out, what was made through a partnership, `Organization::approved_branding`, quotas, and settings for |
//! |   | claims and signing in, `Mail::MadeMember`. In the log also `Event::Amended`: of a long list only what came and what left. |
//!
//! Every change carries the format that it was written in, sealed by the chain; a head carries the highest of its home,
//! which never goes down. Stored types refuse fields that they do not know, since a condition that is left out would be
//! read as an allow. Whoever gives them a field more raises [`FORMAT`] and says here what the new one has.

/// The highest format that this version reads, all lower ones included, and the one that it writes.
pub const FORMAT: u32 = 2;

/// A column of the database as a format. One that can be none is not to be read, whatever it is.
pub(crate) fn of_column(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
