//! The words of the domain, for refusals and explanations.

use domain::{RightNumber, Rights, Scope, ScopeEntry, UserId};

use crate::span::Span;
use crate::state::PlatformState;

/// How many people a sentence names before it counts.
const NAMED: usize = 3;

/// Rights as a grant names them.
pub(crate) fn rights(rights: &Rights, platform: &PlatformState) -> String {
    match rights {
        Rights::All => "all rights".to_owned(),
        Rights::Listed { .. } if rights.is_nothing() => "no rights".to_owned(),
        Rights::Listed { kinds, rights } => {
            let kinds = kinds.iter().map(|kind| kind.name().to_owned());
            let rights = rights.iter().map(|number| right(*number, platform));
            kinds.chain(rights).collect::<Vec<_>>().join(", ")
        }
    }
}

/// A right as `type/right`.
pub(crate) fn right(number: RightNumber, platform: &PlatformState) -> String {
    match platform.right(number) {
        Some((product_type, right)) => right.id.of_type(&product_type.id).to_string(),
        None => format!("right number {}", number.0),
    }
}

/// One scope entry; `None` is `all`.
pub(crate) fn entry(entry: Option<&ScopeEntry>) -> String {
    match entry {
        None => "all products".to_owned(),
        Some(ScopeEntry::Product(id)) => format!("product {id}"),
        Some(ScopeEntry::Group(id)) => format!("product group {id}"),
        Some(ScopeEntry::Tag(tag)) => format!("tag {:?}", tag.as_str()),
        Some(ScopeEntry::Type(id)) => format!("products of type {id}"),
        Some(ScopeEntry::FutureOfType(id)) => format!("future products of type {id}"),
    }
}

/// A whole scope.
pub(crate) fn scope(scope: &Scope) -> String {
    match scope {
        Scope::All => entry(None),
        Scope::Listed(entries) if entries.is_empty() => "no products".to_owned(),
        Scope::Listed(entries) => {
            let entries = entries.iter().map(|listed| entry(Some(listed)));
            entries.collect::<Vec<_>>().join(", ")
        }
    }
}

/// `, from … until …`, as far as the ends are not open.
pub(crate) fn span(span: Span) -> String {
    let mut words = String::new();
    if span.start != Span::ALWAYS.start {
        words.push_str(&format!(", from {}", span.start));
    }
    if span.end != Span::NEVER {
        words.push_str(&format!(", until {}", span.end));
    }
    words
}

/// People by resource name: the first few, and how many more.
pub(crate) fn people(users: &[UserId]) -> String {
    let named: Vec<_> = users
        .iter()
        .take(NAMED)
        .map(|user| user.resource_name().to_string())
        .collect();
    let more = users.len().saturating_sub(NAMED);
    match more {
        0 => named.join(", "),
        more => format!("{} and {more} more", named.join(", ")),
    }
}
