//! The ids of all nouns: `[a-z0-9-]{1,63}`, compared byte for byte, never reused.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::id_text::Text;

/// The longest id, in bytes (RFC 1035 label).
const MAX_LENGTH: usize = 63;

/// Why a text is no id.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("must be 1 to 63 characters of a-z, 0-9 and '-' (got {got:?})")]
pub struct InvalidId {
    /// What was given, cut to 80 characters.
    pub got: String,
}

#[inline]
fn parse(text: &str) -> Result<Text, InvalidId> {
    let fits = (1..=MAX_LENGTH).contains(&text.len());
    // Each is looked at, whatever the others are: so a processor looks at many at once.
    let is_plain = |byte: u8| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-');
    if fits && text.bytes().fold(true, |all, byte| all & is_plain(byte)) {
        Ok(Text::of(text))
    } else {
        Err(InvalidId {
            got: text.chars().take(80).collect(),
        })
    }
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(Text);

        impl $name {
            /// Takes `[a-z0-9-]{1,63}` and nothing else.
            #[inline]
            pub fn parse(text: &str) -> Result<Self, InvalidId> {
                parse(text).map(Self)
            }

            /// The id as it stands in names.
            #[inline]
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidId;
            fn try_from(text: String) -> Result<Self, InvalidId> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(id: $name) -> String {
                id.as_str().to_owned()
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(self.as_str())
            }
        }
    )*};
}

ids! {
    /// A person, on the whole platform.
    UserId;
    /// An organization.
    OrganizationId;
    /// A product, within its organization.
    ProductId;
    /// A product group, within its organization.
    GroupId;
    /// A team, within its organization.
    TeamId;
    /// A grant, within its organization.
    GrantId;
    /// An invitation, within its organization.
    InvitationId;
    /// A partnership, within the client organization.
    PartnershipId;
    /// A client assignment, within the partner organization.
    AssignmentId;
    /// A change request, within its organization.
    ChangeRequestId;
    /// A product type of the catalog.
    ProductTypeId;
    /// A right, within its product type.
    RightId;
    /// A service account.
    ServiceAccountId;
    /// A key, within its service account.
    KeyId;
    /// A personal value, within its home.
    PersonalId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_what_the_pattern_says_and_nothing_else() {
        for good in ["a", "0", "-", "drive-1", &"x".repeat(63)] {
            assert!(UserId::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "A", "a_b", "a/b", "é", "a\u{200b}", &"x".repeat(64)] {
            assert!(UserId::parse(bad).is_err(), "{bad}");
        }
    }
}
