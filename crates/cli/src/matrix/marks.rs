//! What does a cell say? For each kind of right whether all, some or none of it is held.

use grantor::v1;

use crate::catalog::KINDS;

/// How much of the rights of one kind is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// The type declares no such right, or none that is asked for.
    Undeclared,
    None,
    Some,
    All,
}

/// One member on one product.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    /// In the order of `KINDS`.
    pub(super) marks: [Mark; KINDS.len()],
    /// The ids of the rights held, of those that are asked for, in the order of the catalog.
    pub(super) held: Vec<String>,
}

/// Which rights are drawn.
pub(super) enum Wanted<'a> {
    Every,
    Kind(v1::RightKind),
    /// `kdrive/manage`, or `manage` of every type.
    Named(&'a str),
}

impl<'a> Wanted<'a> {
    /// A word that is no kind is the name of a right.
    pub(super) fn of(word: Option<&'a str>) -> Self {
        let Some(word) = word else {
            return Self::Every;
        };
        let kind = KINDS.iter().find(|(name, _)| *name == word);
        kind.map_or(Self::Named(word), |(_, kind)| Self::Kind(*kind))
    }

    /// Whether this right of this type is drawn.
    pub(super) fn takes(&self, of: &v1::ProductType, right: &v1::Right) -> bool {
        match self {
            Self::Every => true,
            Self::Kind(kind) => right.kind() == *kind,
            Self::Named(name) => match name.split_once('/') {
                None => right.id == *name,
                Some((type_id, id)) => {
                    right.id == id && of.name == format!("productTypes/{type_id}")
                }
            },
        }
    }
}

impl Cell {
    /// What of a type's rights is held, among those that are wanted.
    pub(super) fn of(of: Option<&v1::ProductType>, wanted: &Wanted<'_>, held: &[String]) -> Self {
        let rights = of.into_iter().flat_map(|of| {
            of.rights
                .iter()
                .filter(move |right| wanted.takes(of, right))
        });
        let rights: Vec<_> = rights
            .map(|right| (right, held.contains(&right.id)))
            .collect();
        let marks = KINDS.map(|(_, kind)| {
            let mut of_kind = rights
                .iter()
                .filter(|(right, _)| right.kind() == kind)
                .map(|(_, held)| *held);
            match of_kind.next() {
                None => Mark::Undeclared,
                Some(first) if of_kind.clone().all(|held| held == first) => {
                    if first {
                        Mark::All
                    } else {
                        Mark::None
                    }
                }
                Some(_) => Mark::Some,
            }
        });
        let held = rights
            .iter()
            .filter(|(_, held)| *held)
            .map(|(right, _)| right.id.clone())
            .collect();
        Self { marks, held }
    }

    /// Whether anything is held.
    pub(super) fn any(&self) -> bool {
        self.marks
            .iter()
            .any(|mark| matches!(mark, Mark::Some | Mark::All))
    }

    /// Whether everything that is drawn is held.
    pub(super) fn everything(&self) -> bool {
        self.any()
            && self
                .marks
                .iter()
                .all(|mark| matches!(mark, Mark::All | Mark::Undeclared))
    }

    /// A capital, a small letter, a dot or a space for each of the kinds that are drawn.
    pub(super) fn letters(&self, kinds: &[usize]) -> String {
        let drawn = kinds
            .iter()
            .filter_map(|kind| Some((self.marks.get(*kind)?, letter(*kind))));
        drawn
            .map(|(mark, letter)| match mark {
                Mark::All => letter.to_ascii_uppercase(),
                Mark::Some => letter,
                Mark::None => '·',
                Mark::Undeclared => ' ',
            })
            .collect()
    }

    /// The same without what the type does not declare: where letters need not stand under each other.
    pub(super) fn declared(&self, kinds: &[usize]) -> String {
        self.letters(kinds).replace(' ', "")
    }

    /// For whoever does not see letters: `usage all, management some`.
    pub(super) fn spoken(&self) -> String {
        let said = self
            .marks
            .iter()
            .zip(KINDS)
            .filter_map(|(mark, (kind, _))| match mark {
                Mark::All => Some(format!("{kind} all")),
                Mark::Some => Some(format!("{kind} some")),
                Mark::None | Mark::Undeclared => None,
            });
        let said: Vec<_> = said.collect();
        if said.is_empty() {
            "nothing".to_owned()
        } else {
            said.join(", ")
        }
    }
}

/// The small letter of a kind: its first.
pub(super) fn letter(kind: usize) -> char {
    KINDS
        .get(kind)
        .and_then(|(name, _)| name.chars().next())
        .unwrap_or(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drive() -> v1::ProductType {
        let right = |id: &str, kind: v1::RightKind| v1::Right {
            id: id.into(),
            kind: kind.into(),
            ..Default::default()
        };
        v1::ProductType {
            name: "productTypes/drive".into(),
            rights: vec![
                right("use", v1::RightKind::Usage),
                right("share", v1::RightKind::Usage),
                right("manage", v1::RightKind::Management),
                right("figures", v1::RightKind::Statistics),
            ],
            ..Default::default()
        }
    }

    fn letters(word: Option<&str>, held: &[&str]) -> String {
        let held: Vec<_> = held.iter().map(ToString::to_string).collect();
        Cell::of(Some(&drive()), &Wanted::of(word), &held).letters(&[0, 1, 2, 3, 4])
    }

    #[test]
    fn capitals_are_all_of_a_kind_small_letters_some_dots_none() {
        assert_eq!(letters(None, &["use", "share", "manage"]), "UM · ");
        assert_eq!(letters(None, &["use"]), "u· · ");
        assert_eq!(letters(None, &[]), "·· · ");
    }

    #[test]
    fn only_what_is_asked_for_counts() {
        assert_eq!(letters(Some("usage"), &["use", "share", "manage"]), "U    ");
        assert_eq!(letters(Some("drive/use"), &["use"]), "U    ");
        assert_eq!(letters(Some("mail/use"), &["use"]), "     ");
        assert_eq!(letters(Some("manage"), &["use"]), " ·   ");
    }
}
