//! How a right is named: bare, or after what declares it. What `type/right` is made of stands here only.

use std::fmt;

use serde::Serialize;

use crate::{OrganizationRight, ProductTypeId, RightId};

/// The one right on products that no type declares.
pub const CONTACT_SUPPORT: &str = "contact_support";

/// Before the slash, where the organization declares the right.
const ORGANIZATION: &str = "organization";

/// A right as somebody wrote it, who may have meant none that there is: `use`, `kdrive/use` or `organization/view`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct RightName(String);

/// A right after what declares it, not written yet.
#[derive(Debug, Clone, Copy)]
pub struct DeclaredRight<'a> {
    declared_by: &'a str,
    bare: &'a str,
}

impl RightName {
    /// What stands before the slash: the type that declares it, or `organization`.
    pub fn declared_by(&self) -> Option<&str> {
        self.0.split_once('/').map(|(declared_by, _)| declared_by)
    }

    /// The right without what declares it.
    pub fn bare(&self) -> &str {
        self.0.split_once('/').map_or(&self.0, |(_, bare)| bare)
    }

    /// The right on the organization itself that it names.
    pub fn on_organization(&self) -> Option<OrganizationRight> {
        let fits = self.declared_by().is_none_or(|by| by == ORGANIZATION);
        OrganizationRight::parse(self.bare()).filter(|_| fits)
    }

    /// Whether it is the right that no type declares.
    pub fn is_contact_support(&self) -> bool {
        self.0 == CONTACT_SUPPORT
    }
}

impl From<&str> for RightName {
    fn from(text: &str) -> Self {
        Self(text.to_owned())
    }
}

impl From<String> for RightName {
    fn from(text: String) -> Self {
        Self(text)
    }
}

impl fmt::Display for RightName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for RightName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl fmt::Display for DeclaredRight<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.declared_by, self.bare)
    }
}

impl RightId {
    /// The right after the type that declares it.
    pub fn of_type<'a>(&'a self, declared_by: &'a ProductTypeId) -> DeclaredRight<'a> {
        declared_by.declaring(self.as_str())
    }
}

impl ProductTypeId {
    /// The bare right after this type, which declares it.
    pub fn declaring<'a>(&'a self, bare: &'a str) -> DeclaredRight<'a> {
        let declared_by = self.as_str();
        DeclaredRight { declared_by, bare }
    }
}

impl OrganizationRight {
    /// The right after what declares it, for lists in which rights of types stand too.
    pub fn of_organization(self) -> DeclaredRight<'static> {
        DeclaredRight {
            declared_by: ORGANIZATION,
            bare: self.name(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_declares_a_right_stands_before_the_first_slash() {
        for (text, declared_by, bare) in [
            ("use", None, "use"),
            ("kdrive/use", Some("kdrive"), "use"),
            ("a/b/c", Some("a"), "b/c"),
            ("/", Some(""), ""),
            ("", None, ""),
        ] {
            let right = RightName::from(text);
            assert_eq!((right.declared_by(), right.bare()), (declared_by, bare));
        }
    }

    #[test]
    fn a_right_of_the_organization_is_named_bare_or_after_it() {
        let on = |text: &str| RightName::from(text).on_organization();
        let view = Some(OrganizationRight::View);
        assert_eq!(["view", "organization/view"].map(on), [view, view]);
        assert_eq!(
            ["kdrive/view", "organization/use", "/view"].map(on),
            [None; 3]
        );
    }
}
