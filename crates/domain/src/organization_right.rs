//! The rights on the organization itself, and the table of who has them by role.

use serde::{Deserialize, Serialize};

use crate::{Role, Scope};

/// A right on the organization. No grant carries one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum OrganizationRight {
    /// Name and branding, one's own membership, rights and products.
    View,
    /// Calendars and address books of the whole organization (S2-8).
    ShareDirectory,
    /// Settings and branding.
    ManageOrganization,
    /// Partnerships.
    ManagePartners,
    /// The organization as a partner of others.
    ActAsPartner,
    /// Members, teams, grants, invitations, requests.
    ManageUsers,
    /// Name, tag and group products; only those in scope where TECHNICAL is narrowed.
    ManageProducts,
    /// The audit, and what other services keep as security settings.
    ManageSecurity,
    /// Money.
    ManageFinances,
    /// Paying from the wallet.
    UseWallet,
    /// Asking the operator for help (S4-5, S4-6, S4-10).
    ContactSupport,
}

impl OrganizationRight {
    /// All of them, in the order of the table.
    pub const ALL: [Self; 11] = [
        Self::View,
        Self::ShareDirectory,
        Self::ManageOrganization,
        Self::ManagePartners,
        Self::ActAsPartner,
        Self::ManageUsers,
        Self::ManageProducts,
        Self::ManageSecurity,
        Self::ManageFinances,
        Self::UseWallet,
        Self::ContactSupport,
    ];

    /// Its id on the wire.
    pub fn name(self) -> &'static str {
        match self {
            Self::View => "view",
            Self::ShareDirectory => "share_directory",
            Self::ManageOrganization => "manage_organization",
            Self::ManagePartners => "manage_partners",
            Self::ActAsPartner => "act_as_partner",
            Self::ManageUsers => "manage_users",
            Self::ManageProducts => "manage_products",
            Self::ManageSecurity => "manage_security",
            Self::ManageFinances => "manage_finances",
            Self::UseWallet => "use_wallet",
            Self::ContactSupport => "contact_support",
        }
    }

    /// The right of this id.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|right| right.name() == text)
    }

    /// Whether a member of this role has it.
    pub fn comes_with(self, role: &Role) -> bool {
        match role {
            Role::LegalRepresentative => true,
            Role::Administrator(areas) => match self {
                Self::View | Self::ShareDirectory | Self::ContactSupport => true,
                Self::ManageOrganization | Self::ManagePartners => false,
                Self::ActAsPartner => areas.technical == Some(Scope::All),
                Self::ManageUsers => areas.user_rights,
                Self::ManageProducts => areas.technical.is_some(),
                Self::ManageSecurity => areas.security,
                Self::ManageFinances | Self::UseWallet => areas.financial,
            },
            Role::Collaborator => matches!(self, Self::View | Self::ShareDirectory),
            Role::External => self == Self::View,
        }
    }

    /// Which roles have it, in words, for refusals.
    pub fn held_by(self) -> &'static str {
        match self {
            Self::View => "every member",
            Self::ShareDirectory => "legal representatives, administrators and collaborators",
            Self::ManageOrganization | Self::ManagePartners => "legal representatives",
            Self::ActAsPartner => {
                "legal representatives and administrators whose TECHNICAL is not narrowed"
            }
            Self::ManageUsers => "legal representatives and administrators with USER_RIGHTS",
            Self::ManageProducts => "legal representatives and administrators with TECHNICAL",
            Self::ManageSecurity => "legal representatives and administrators with SECURITY",
            Self::ManageFinances | Self::UseWallet => {
                "legal representatives and administrators with FINANCIAL"
            }
            Self::ContactSupport => "legal representatives and administrators",
        }
    }
}
