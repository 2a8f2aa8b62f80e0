//! Roles in an organization, the areas of an administrator, and the panel that a member sees.

use serde::{Deserialize, Serialize};

use crate::{Scope, ScopeEntry};

/// What a member is in an organization. PARTNER is derived and never stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Role {
    /// Every right on all products, and the organization itself.
    LegalRepresentative,
    /// What the areas say.
    Administrator(Areas),
    /// Belongs to the organization and holds grants.
    Collaborator,
    /// Does not belong to the organization and holds grants.
    External,
}

impl Role {
    /// True of the two roles that have access by role alone and hold no grants (S2-12).
    pub fn is_upper(&self) -> bool {
        matches!(self, Self::LegalRepresentative | Self::Administrator(_))
    }

    /// The areas, where this is an administrator.
    pub fn areas(&self) -> Option<&Areas> {
        match self {
            Self::Administrator(areas) => Some(areas),
            Self::LegalRepresentative | Self::Collaborator | Self::External => None,
        }
    }

    /// Whether it is narrowed to a scope that lists this entry.
    pub fn lists(&self, entry: &ScopeEntry) -> bool {
        let scope = self.areas().and_then(|areas| areas.technical.as_ref());
        scope.is_some_and(|scope| scope.lists(entry))
    }

    /// The role without the entry in its TECHNICAL; `None` if it did not list it. Who has nothing else there is left
    /// with nothing, never with all.
    pub fn without(&self, gone: &ScopeEntry) -> Option<Self> {
        let areas = self.areas()?;
        let technical = areas.technical.as_ref()?.without(gone)?;
        Some(Self::Administrator(Areas {
            technical: Some(technical),
            ..areas.clone()
        }))
    }

    /// The role in words and in the wire's spelling.
    pub fn name(&self) -> &'static str {
        match self {
            Self::LegalRepresentative => "LEGAL_REPRESENTATIVE",
            Self::Administrator(_) => "ADMINISTRATOR",
            Self::Collaborator => "COLLABORATOR",
            Self::External => "EXTERNAL",
        }
    }
}

/// The areas of an administrator (S4-7). `technical` is the area together with its scope.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Areas {
    /// Money: invoices, the wallet.
    pub financial: bool,
    /// The audit, and what other services keep as security settings.
    pub security: bool,
    /// Members, teams, grants, invitations.
    pub user_rights: bool,
    /// Products: `None` without the area, `Scope::All` when it is not narrowed.
    pub technical: Option<Scope>,
}

impl Areas {
    /// All four areas, TECHNICAL not narrowed.
    pub fn all() -> Self {
        Self {
            financial: true,
            security: true,
            user_rights: true,
            technical: Some(Scope::All),
        }
    }
}

/// Whose panel a member works in (S4-8, S4-12). The upper roles always use BRANDED.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
pub enum Panel {
    /// The operator's own.
    #[default]
    Branded,
    /// The organization's, under its name and logo.
    WhiteLabel,
}
