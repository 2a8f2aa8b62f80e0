//! What came into a long list and what left it, on the wire.

use app::{Done, Texts};
use domain::{Amendment, Home, Kind, ListEntry, OrganizationId, WHOLE_LIST};
use grantor::v1;
use grantor::v1::list_entry::Entry;

use super::comment::comment_to_proto;
use super::rights::entry_to_proto;

/// Entries of a list; none of a home that is no organization, where no list is long.
pub(crate) fn entries_to_proto(
    entries: &[ListEntry],
    home: &Home,
    texts: &Texts,
) -> Vec<v1::ListEntry> {
    let Some(organization) = home.organization() else {
        return Vec::new();
    };
    entries
        .iter()
        .map(|entry| list_entry(entry, organization, texts))
        .collect()
}

fn list_entry(entry: &ListEntry, organization: &OrganizationId, texts: &Texts) -> v1::ListEntry {
    let entry = match entry {
        ListEntry::Place(place) => {
            Entry::TeamMember(place.user.member_of(organization).to_string())
        }
        ListEntry::Scope(entry) => Entry::ScopeEntry(entry_to_proto(organization, entry)),
        ListEntry::Comment(_, comment) => Entry::Comment(comment_to_proto(comment, texts)),
    };
    v1::ListEntry { entry: Some(entry) }
}

/// What became of the list of the noun of this kind that the call changed; `None` where the change tells it whole.
pub(crate) fn amendment(done: &Done, kind: Kind) -> Option<&Amendment> {
    let mut amendments = done.change()?.amendments();
    amendments.find(|amendment| amendment.name().kind == kind)
}

/// Whether what changed a list of so many entries answers without it.
pub(crate) fn is_long(count: i32) -> bool {
    usize::try_from(count).is_ok_and(|count| count > WHOLE_LIST)
}

/// How many entries a list has.
pub(crate) fn count_to_proto(entries: usize) -> i32 {
    i32::try_from(entries).unwrap_or(i32::MAX)
}
