//! The rights in a grant: all, all of some kinds, or named ones.

use serde::{Deserialize, Serialize};

use crate::{Kinds, RightNumber};

/// Rights as a grant names them. Each product gets those of its own type.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub enum Rights {
    /// Every right there is, now and later.
    All,
    /// These kinds (all rights of each, now and later) and these rights.
    Listed {
        /// The kinds.
        kinds: Kinds,
        /// The rights, ascending and each once.
        rights: Box<[RightNumber]>,
    },
}

impl Rights {
    /// Kinds and rights, sorted.
    pub fn listed(kinds: Kinds, rights: impl IntoIterator<Item = RightNumber>) -> Self {
        let mut rights: Vec<_> = rights.into_iter().collect();
        rights.sort_unstable();
        rights.dedup();
        Self::Listed {
            kinds,
            rights: rights.into(),
        }
    }

    /// No right at all.
    pub fn nothing() -> Self {
        Self::listed(Kinds::NONE, [])
    }

    /// Both together.
    #[must_use]
    pub fn with(&self, more: &Self) -> Self {
        match (self.named(), more.named()) {
            (Some((kinds, rights)), Some((more_kinds, more_rights))) => Self::listed(
                kinds.and(more_kinds),
                rights.iter().chain(more_rights).copied(),
            ),
            _ => Self::All,
        }
    }

    /// What these name and the others do not, word for word.
    #[must_use]
    pub fn without(&self, others: &Self) -> Self {
        match (self.named(), others.named()) {
            (_, None) => Self::nothing(),
            (None, Some(_)) => Self::All,
            (Some((kinds, rights)), Some((gone_kinds, gone_rights))) => {
                let rest = rights.iter().filter(|right| !gone_rights.contains(right));
                Self::listed(kinds.without(gone_kinds), rest.copied())
            }
        }
    }

    /// Whether the whole names every right that is named here, word for word.
    pub fn is_part_of(&self, whole: &Self) -> bool {
        self.without(whole).is_nothing()
    }

    fn named(&self) -> Option<(Kinds, &[RightNumber])> {
        match self {
            Self::All => None,
            Self::Listed { kinds, rights } => Some((*kinds, rights)),
        }
    }

    /// True when nothing is named.
    pub fn is_nothing(&self) -> bool {
        matches!(self, Self::Listed { kinds, rights } if kinds.is_empty() && rights.is_empty())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::RightKind;

    fn rights(kinds: &[RightKind], numbers: &[u32]) -> Rights {
        Rights::listed(
            kinds.iter().copied().collect(),
            numbers.iter().copied().map(RightNumber),
        )
    }

    #[test]
    fn rights_are_added_and_subtracted_word_for_word() {
        use RightKind::{Management, Technical};
        let (one, other) = (
            rights(&[Management], &[1, 2]),
            rights(&[Technical], &[2, 3]),
        );
        let both = rights(&[Management, Technical], &[1, 2, 3]);
        let nothing = Rights::nothing();
        for (one, other, with, without) in [
            (&one, &other, &both, rights(&[Management], &[1])),
            (&both, &one, &both, rights(&[Technical], &[3])),
            (&one, &both, &both, nothing.clone()),
            (&one, &nothing, &one, one.clone()),
            (&one, &Rights::All, &Rights::All, nothing.clone()),
            (&Rights::All, &both, &Rights::All, Rights::All),
            (&Rights::All, &Rights::All, &Rights::All, nothing.clone()),
        ] {
            assert_eq!(one.with(other), *with, "{one:?} and {other:?}");
            assert_eq!(one.without(other), without, "{one:?} but {other:?}");
            assert_eq!(one.is_part_of(other), without.is_nothing());
        }
    }
}
