//! About how much memory does an organization take? By counts of what it holds, so that it is known at once.

use super::OrganizationState;

/// Bytes of one noun with its place in the indexes: of a grant as docs/benchmarks.md measured it, of the others a guess.
const GRANT: u64 = 450;
const MEMBER: u64 = 700;
const PRODUCT: u64 = 900;
const OTHER: u64 = 800;
/// Of an entry of a scope, and of a key of an entry that is named anywhere.
const ENTRY: u64 = 80;
const KEY: u64 = 130;
/// Of a pair of a key and whoever holds something through it, and of a key and a product under it.
const HELD: u64 = 12;
const COVERED: u64 = 36;
/// Of a subject that held something since it was loaded.
const SUBJECT: u64 = 150;
/// Of a member's place in a team.
const PLACE: u64 = 64;
/// Of one that has nothing.
const EMPTY: u64 = 4_096;

impl OrganizationState {
    /// About how many bytes it takes.
    pub fn size(&self) -> u64 {
        let others = self.groups.len()
            + self.teams.len()
            + self.invitations.len()
            + self.partnerships.len()
            + self.assignments.len()
            + self.shut_outs.len()
            + self.former_people.len();
        EMPTY
            + times(GRANT, self.grants.len())
            + times(MEMBER, self.members.len())
            + times(PRODUCT, self.products.len())
            + times(OTHER, others)
            + times(KEY, self.keys.len())
            + times(HELD, self.holders.len())
            + times(SUBJECT, self.subjects.len())
            + times(COVERED, self.covered.len())
            + times(ENTRY, self.usage.scope_entries + self.listed.offered)
            + times(PLACE, self.listed.places)
    }
}

fn times(bytes: u64, count: usize) -> u64 {
    bytes.saturating_mul(u64::try_from(count).unwrap_or(u64::MAX))
}
