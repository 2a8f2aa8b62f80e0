//! A field of an update: left as it is, or set.

use serde::Serialize;

/// A field of an update. Not an `Option`: whether an optional field is kept or taken off must not look the same in
/// the hash that makes two requests the same.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum Edit<T> {
    /// Stays as it is.
    Keep,
    /// Is this from now on.
    Set(T),
}

impl<T: Clone> Edit<T> {
    /// The value after the update.
    pub(crate) fn over(&self, old: &T) -> T {
        match self {
            Self::Keep => old.clone(),
            Self::Set(new) => new.clone(),
        }
    }
}

impl<T> Edit<T> {
    /// Whether the update names the field.
    pub(crate) fn is_set(&self) -> bool {
        matches!(self, Self::Set(_))
    }
}
