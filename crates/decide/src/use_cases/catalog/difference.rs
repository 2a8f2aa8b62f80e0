//! What became different in a product type? Said in words, for those who preview a catalog.

use domain::{ProductType, ProductTypeId, Right, RightId, RightNumber};

/// What happened to a type or right.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DifferenceKind {
    /// It is new, or given again.
    Added,
    /// It is another than before.
    Changed,
    /// It was taken out.
    Removed,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Difference {
    /// Of which type.
    pub product_type: ProductTypeId,
    /// Of which right of it; `None` is the type itself.
    pub right: Option<RightId>,
    pub kind: DifferenceKind,
    /// The difference in words.
    pub description: String,
}

/// The differences of one type, the type itself first, then its rights by id.
pub fn differences(before: Option<&ProductType>, after: &ProductType) -> Vec<Difference> {
    let mut found = Vec::new();
    let mut differs = |right: Option<&Right>, what: Option<(DifferenceKind, String)>| {
        found.extend(what.map(|(kind, description)| Difference {
            product_type: after.id.clone(),
            right: right.map(|right| right.id.clone()),
            kind,
            description,
        }));
    };
    differs(None, of_type(before, after));
    for right in &after.rights {
        differs(Some(right), of_right(before, after, right));
    }
    found.sort_by(|a, b| a.right.cmp(&b.right));
    found
}

fn of_type(before: Option<&ProductType>, after: &ProductType) -> Option<(DifferenceKind, String)> {
    let Some(before) = before else {
        return Some((
            DifferenceKind::Added,
            format!("product type {:?} is new", after.display_name.as_str()),
        ));
    };
    let mut words = renamed(before.display_name.as_str(), after.display_name.as_str());
    if shared(before, after) != shared(after, before) {
        words.push("its rights are shown in another order".to_owned());
    }
    change_of(words)
}

/// The rights that are live in both, in the order of the first.
fn shared(product_type: &ProductType, other: &ProductType) -> Vec<RightNumber> {
    let numbers = product_type.live_rights().map(|right| right.number);
    numbers
        .filter(|number| other.live_rights().any(|right| right.number == *number))
        .collect()
}

fn of_right(
    before: Option<&ProductType>,
    after: &ProductType,
    right: &Right,
) -> Option<(DifferenceKind, String)> {
    let old = before.and_then(|before| {
        let old = before
            .live_rights()
            .find(|old| old.number == right.number)?;
        Some((before, old))
    });
    let name = right.display_name.as_str();
    match (old, right.removed) {
        (None, true) => None,
        (None, false) => Some((
            DifferenceKind::Added,
            format!("right {name:?} of kind {} is new", right.kind.name()),
        )),
        (Some(_), true) => Some((
            DifferenceKind::Removed,
            format!("right {name:?} gives nothing any more"),
        )),
        (Some((before, old)), false) => change_of(changed(before, old, after, right)),
    }
}

fn change_of(words: Vec<String>) -> Option<(DifferenceKind, String)> {
    (!words.is_empty()).then(|| (DifferenceKind::Changed, words.join("; ")))
}

fn changed(before: &ProductType, old: &Right, after: &ProductType, new: &Right) -> Vec<String> {
    let mut words = renamed(old.display_name.as_str(), new.display_name.as_str());
    if old.kind != new.kind {
        words.push(format!(
            "kind {} becomes {}",
            old.kind.name(),
            new.kind.name()
        ));
    }
    let (was, is) = (implied(before, old), implied(after, new));
    if was != is {
        words.push(format!("it implied {was} and implies {is}"));
    }
    words
}

fn renamed(old: &str, new: &str) -> Vec<String> {
    (old != new)
        .then(|| format!("display name {old:?} becomes {new:?}"))
        .into_iter()
        .collect()
}

fn implied(product_type: &ProductType, right: &Right) -> String {
    let mut ids: Vec<_> = product_type
        .rights
        .iter()
        .filter(|other| right.implies.contains(&other.number))
        .map(|other| other.id.as_str())
        .collect();
    ids.sort_unstable();
    if ids.is_empty() {
        "nothing".to_owned()
    } else {
        ids.join(", ")
    }
}
