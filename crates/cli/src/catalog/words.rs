//! How are kinds, areas and lengths of time spelled in the file? One table for reading and printing each.

use grantor::v1::{Area, RightKind};

/// The kinds of rights.
pub(crate) const KINDS: [(&str, RightKind); 5] = [
    ("usage", RightKind::Usage),
    ("management", RightKind::Management),
    ("technical", RightKind::Technical),
    ("statistics", RightKind::Statistics),
    ("detailed", RightKind::Detailed),
];

/// The areas of administrators.
pub(super) const AREAS: [(&str, Area); 4] = [
    ("financial", Area::Financial),
    ("security", Area::Security),
    ("user_rights", Area::UserRights),
    ("technical", Area::Technical),
];

/// Units of time with their seconds, the longest first.
const UNITS: [(&str, i64); 4] = [
    ("day", 24 * 3600),
    ("hour", 3600),
    ("minute", 60),
    ("second", 1),
];

/// What a word stands for; otherwise what would be right.
pub(super) fn meant<T: Copy>(table: &[(&str, T)], word: &str) -> Result<T, String> {
    let found = table.iter().find(|(name, _)| *name == word);
    found.map(|(_, meaning)| *meaning).ok_or_else(|| {
        let names: Vec<_> = table.iter().map(|(name, _)| *name).collect();
        format!("{word:?} must be one of {}", names.join(", "))
    })
}

/// The word for it.
pub(super) fn word<T: PartialEq + Copy>(table: &[(&'static str, T)], meaning: T) -> &'static str {
    let found = table.iter().find(|(_, listed)| *listed == meaning);
    found.map_or("unspecified", |(name, _)| *name)
}

/// Seconds of a text such as "30 days".
pub(super) fn seconds(text: &str) -> Result<i64, String> {
    let wrong =
        || format!("{text:?} must be a number and a unit, such as \"30 days\" or \"12 hours\"");
    let (count, unit) = text.split_once(' ').ok_or_else(wrong)?;
    let unit = unit.strip_suffix('s').unwrap_or(unit);
    let (_, each) = UNITS
        .iter()
        .find(|(name, _)| *name == unit)
        .ok_or_else(wrong)?;
    let count: i64 = count.parse().map_err(|_| wrong())?;
    count.checked_mul(*each).ok_or_else(wrong)
}

/// The text of so many seconds, in the longest unit that tells them whole.
pub(super) fn length(seconds: i64) -> String {
    let whole = UNITS.iter().find(|(_, each)| seconds % each == 0);
    let (unit, each) = whole.copied().unwrap_or(("second", 1));
    let count = seconds / each;
    format!("{count} {unit}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_read_as_they_are_printed() {
        for (text, count) in [
            ("30 days", 2_592_000),
            ("1 day", 86_400),
            ("36 hours", 129_600),
            ("90 minutes", 5400),
            ("1 second", 1),
        ] {
            assert_eq!(seconds(text), Ok(count));
            assert_eq!(length(count), text);
        }
        for wrong in [
            "",
            "30",
            "30days",
            "days 30",
            "1.5 days",
            "9999999999999999 days",
            "2 weeks",
        ] {
            assert!(seconds(wrong).is_err(), "{wrong}");
        }
    }
}
