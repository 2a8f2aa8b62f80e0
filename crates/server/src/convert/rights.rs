//! Rights, scopes and right kinds on the wire.

use app::access::PlatformState;
use decide::named_rights::right_names;
use domain::{OrganizationId, RightKind, Rights, Scope, ScopeEntry};
use grantor::v1;

/// The rights of a grant by name.
pub(crate) fn rights_to_proto(rights: &Rights, platform: &PlatformState) -> v1::Rights {
    match rights {
        Rights::All => v1::Rights {
            all: true,
            ..Default::default()
        },
        Rights::Listed { kinds, .. } => v1::Rights {
            all: false,
            kinds: kinds
                .iter()
                .map(|kind| kind_to_proto(kind).into())
                .collect(),
            names: right_names(rights, platform),
        },
    }
}

/// The kind of a right.
pub(crate) fn kind_to_proto(kind: RightKind) -> v1::RightKind {
    match kind {
        RightKind::Usage => v1::RightKind::Usage,
        RightKind::Management => v1::RightKind::Management,
        RightKind::Technical => v1::RightKind::Technical,
        RightKind::Statistics => v1::RightKind::Statistics,
        RightKind::Detailed => v1::RightKind::Detailed,
    }
}

/// A scope. One that lost its last entry is an empty list: it covers nothing.
pub(crate) fn scope_to_proto(organization: &OrganizationId, scope: &Scope) -> v1::Scope {
    use v1::scope::Scope as Wire;
    let wire = match scope {
        Scope::All => Wire::All(()),
        Scope::Listed(entries) => {
            let entries = entries
                .iter()
                .map(|entry| entry_to_proto(organization, entry))
                .collect();
            Wire::Listed(v1::ScopeList { entries })
        }
    };
    v1::Scope { scope: Some(wire) }
}

/// One entry of a scope.
pub(crate) fn entry_to_proto(organization: &OrganizationId, entry: &ScopeEntry) -> v1::ScopeEntry {
    use v1::scope_entry::Entry as Wire;
    let wire = match entry {
        ScopeEntry::Product(id) => Wire::Product(id.within(organization).to_string()),
        ScopeEntry::Group(id) => Wire::ProductGroup(id.within(organization).to_string()),
        ScopeEntry::Tag(tag) => Wire::Tag(tag.to_string()),
        ScopeEntry::Type(id) => Wire::ProductType(id.resource_name().to_string()),
        ScopeEntry::FutureOfType(id) => Wire::FutureProductType(id.resource_name().to_string()),
    };
    v1::ScopeEntry { entry: Some(wire) }
}
