//! How does the command line say what the API has as enums, times, scopes and paths?

use grantor::v1;
use prost_types::Timestamp;
use v1::scope::Scope as Choice;
use v1::scope_entry::Entry;

use super::short::id;

/// What is not there.
pub(super) const NONE: &str = "-";

/// A variant as people say it: `ROLE_LEGAL_REPRESENTATIVE` of `ROLE_` is `legal representative`.
pub(super) fn plain(variant: &str, prefix: &str) -> String {
    let word = variant.strip_prefix(prefix).unwrap_or(variant);
    word.to_ascii_lowercase().replace('_', " ")
}

/// A role.
pub(super) fn role(role: v1::Role) -> String {
    plain(role.as_str_name(), "ROLE_")
}

/// UTC to the second, by RFC 3339.
pub(super) fn time(at: Option<&Timestamp>) -> String {
    at.map_or_else(
        || NONE.to_owned(),
        |at| {
            Timestamp {
                seconds: at.seconds,
                nanos: 0,
            }
            .to_string()
        },
    )
}

/// The text, or that there is none.
pub(super) fn or_none(text: &str) -> String {
    if text.is_empty() {
        NONE.to_owned()
    } else {
        text.to_owned()
    }
}

/// Which rights: `all`, kinds, `type/right`.
pub(super) fn rights(rights: Option<&v1::Rights>) -> String {
    let Some(rights) = rights else {
        return NONE.to_owned();
    };
    if rights.all {
        return "all".to_owned();
    }
    let kinds = rights
        .kinds()
        .map(|kind| plain(kind.as_str_name(), "RIGHT_KIND_"));
    let listed: Vec<_> = kinds.chain(rights.names.iter().cloned()).collect();
    listed.join(", ")
}

/// Which products.
pub(super) fn scope(scope: Option<&v1::Scope>) -> String {
    match scope.and_then(|scope| scope.scope.as_ref()) {
        None => NONE.to_owned(),
        Some(Choice::All(())) => "all products".to_owned(),
        Some(Choice::Listed(list)) if list.entries.is_empty() => "nothing".to_owned(),
        Some(Choice::Listed(list)) => {
            let entries: Vec<_> = list
                .entries
                .iter()
                .filter_map(|entry| entry.entry.as_ref())
                .map(said)
                .collect();
            entries.join(", ")
        }
    }
}

/// An entry of a long list.
pub(super) fn list_entry(entry: &v1::ListEntry) -> String {
    use v1::list_entry::Entry as Listed;
    match &entry.entry {
        Some(Listed::TeamMember(member)) => member.clone(),
        Some(Listed::ScopeEntry(entry)) => entry.entry.as_ref().map(said).unwrap_or_default(),
        Some(Listed::Comment(comment)) => format!("{}: {}", comment.author, comment.text),
        None => NONE.to_owned(),
    }
}

fn said(entry: &Entry) -> String {
    match entry {
        Entry::Product(name) => id(name).to_owned(),
        Entry::ProductGroup(name) => format!("group {}", id(name)),
        Entry::Tag(tag) => format!("tag {tag}"),
        Entry::ProductType(name) => format!("type {}", id(name)),
        Entry::FutureProductType(name) => format!("future {}", id(name)),
    }
}

/// Through what: `grant g1`, `team webmasters (grant g2)`, `role administrator (technical)`.
pub(super) fn path(path: &v1::AccessPath) -> String {
    let through = if path.grant.is_empty() {
        String::new()
    } else {
        format!(" (grant {})", id(&path.grant))
    };
    match path.kind() {
        v1::PathKind::Grant => format!("grant {}", id(&path.grant)),
        v1::PathKind::Team => format!("team {}{through}", id(&path.team)),
        v1::PathKind::Partnership => format!("partnership {}{through}", id(&path.partnership)),
        v1::PathKind::Role if path.area() == v1::Area::Unspecified => {
            format!("role {}", role(path.role()))
        }
        v1::PathKind::Role => format!(
            "role {} ({})",
            role(path.role()),
            plain(path.area().as_str_name(), "AREA_")
        ),
        v1::PathKind::Unspecified => NONE.to_owned(),
    }
}

/// Several, in one cell.
pub(super) fn paths(paths: &[v1::AccessPath]) -> String {
    paths.iter().map(path).collect::<Vec<_>>().join("; ")
}

/// A thing by its name, and below it a line for each label with what is said of it. Labels take so much room.
pub(super) fn labelled(name: &str, room: usize, lines: &[(&str, String)]) -> String {
    let mut text = format!("{name}\n");
    for (label, said) in lines {
        text += &format!("  {label:<room$} {}\n", visible(said));
    }
    text
}

/// Who would gain or lose what, a line each.
pub(super) fn effect(effect: Option<&v1::Effect>) -> String {
    let Some(effect) = effect.filter(|effect| !effect.lines.is_empty()) else {
        return "Nobody would gain or lose a right.\n".to_owned();
    };
    let mut text = String::new();
    for line in &effect.lines {
        for (verb, products) in [("gains", line.gained), ("loses", line.lost)] {
            if products > 0 {
                text += &format!(
                    "  {} {verb} {} on {}\n",
                    visible(&line.user),
                    line.right,
                    counted(products, "product")
                );
            }
        }
    }
    if effect.shortened {
        text += "  … and more\n";
    }
    text + &format!(
        "{} gaining, {} losing.\n",
        counted(effect.gaining_user_count, "user"),
        counted(effect.losing_user_count, "user")
    )
}

/// `1 product`, `2 products`.
pub(super) fn counted(count: i64, thing: &str) -> String {
    format!("{count} {thing}{}", if count == 1 { "" } else { "s" })
}

/// Text of strangers on a terminal: what would move the cursor, or turn the direction of writing, is shown instead.
pub(super) fn visible(text: &str) -> String {
    let hides = |letter: char| {
        letter.is_control()
            || matches!(letter, '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    };
    let mut shown = String::with_capacity(text.len());
    for letter in text.chars() {
        if hides(letter) {
            shown.extend(letter.escape_unicode());
        } else {
            shown.push(letter);
        }
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_strangers_typed_cannot_steer_the_terminal() {
        assert_eq!(visible("Zoë \u{1b}[2J\u{202e}x"), r"Zoë \u{1b}[2J\u{202e}x");
    }

    #[test]
    fn times_are_utc_to_the_second() {
        let at = Timestamp {
            seconds: 1_700_000_000,
            nanos: 123_000_000,
        };
        assert_eq!(time(Some(&at)), "2023-11-14T22:13:20Z");
        assert_eq!(time(None), "-");
    }
}
