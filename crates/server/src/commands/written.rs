//! Which commands write, and as what does the log name them?

/// A command that writes. Changes that it made are asked for by its name, so none is ever taken out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Written {
    OperatorsAdd,
    OperatorsRemove,
    KeysCreate,
    Dev,
}

impl Written {
    pub(crate) const ALL: [Self; 4] = [
        Self::OperatorsAdd,
        Self::OperatorsRemove,
        Self::KeysCreate,
        Self::Dev,
    ];

    /// The method of its changes.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::OperatorsAdd => "operators add",
            Self::OperatorsRemove => "operators remove",
            Self::KeysCreate => "keys create",
            Self::Dev => "dev",
        }
    }
}
