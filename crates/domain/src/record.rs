//! All nouns as one type, so that rows, log and memory are written in one way.

use serde::{Deserialize, Serialize};

use crate::noun::every_noun;
use crate::{
    AssignmentId, ChangeRequest, ChangeRequestId, ClientAssignment, FormerPerson, Grant, GrantId,
    GroupId, Home, Invitation, InvitationId, Key, KeyId, Member, Operator, Organization,
    OrganizationId, Partner, Partnership, PartnershipId, Product, ProductGroup, ProductId,
    ProductType, ProductTypeId, ResourceName, ServiceAccount, ServiceAccountId, Settings, ShutOut,
    Stamp, Team, TeamId, User, UserId,
};

/// A noun's kind and id within its home.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordName {
    /// Which noun.
    pub kind: Kind,
    /// Its id within the home, see [`Record::name`].
    pub id: String,
}

/// A noun that a [`Record`] can be.
pub trait Noun {
    /// The noun, where the record is one.
    fn of(record: &Record) -> Option<&Self>;
}

/// A noun that is known within its home by an id.
pub trait Identified {
    /// The sort of its id.
    type Id: Ord + AsRef<str>;

    /// Its id, which stays the same as long as there is such a noun.
    fn id(&self) -> &Self::Id;
}

/// Where the resource name of a noun stands: below nothing, or below its organization.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    Top,
    Within,
}

macro_rules! records {
    ($($noun:ident, $function:ident, $id:ident: $of:ty, $home:ident, $place:ident $collection:literal;)*) => {
        /// Which noun.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[expect(missing_docs, reason = "each variant is the noun of its name")]
        pub enum Kind {
            Settings,
            Operator,
            $($noun,)*
        }

        impl Kind {
            /// All of them, in the order in which a home is loaded: what others name comes first.
            pub const ALL: [Self; 19] = [Self::Settings, Self::Operator, $(Self::$noun,)*];

            /// What one of them is called, as its table is.
            pub fn name(self) -> &'static str {
                match self {
                    Self::Settings => "settings",
                    Self::Operator => "operator",
                    $(Self::$noun => stringify!($function),)*
                }
            }

            /// Whether they live in this home.
            pub fn lives_in(self, home: &Home) -> bool {
                match self {
                    Self::Settings | Self::Operator => matches!(home, Home::Platform),
                    $(Self::$noun => matches!(home, Home::$home { .. }),)*
                }
            }

            /// Where its names stand, and in which collection.
            const fn place(self) -> (Place, &'static str) {
                match self {
                    Self::Settings => (Place::Top, "platform"),
                    Self::Operator => (Place::Top, "platform/operators"),
                    $(Self::$noun => (Place::$place, $collection),)*
                }
            }
        }

        /// A noun as it is after a change: the after-image.
        #[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(deny_unknown_fields)]
        #[expect(missing_docs, reason = "each variant is the noun of its name")]
        pub enum Record {
            Settings(Settings),
            Operator { operator: Operator, stamp: Stamp },
            $($noun($noun),)*
        }

        impl Record {
            /// Which noun it is and its id: for `Settings` the id is `settings`, for an operator `user:ID` or
            /// `account:ID`.
            pub fn name(&self) -> RecordName {
                let (kind, id) = match self {
                    Self::Settings(_) => (Kind::Settings, "settings".to_owned()),
                    Self::Operator { operator, .. } => (Kind::Operator, operator_id(operator)),
                    $(Self::$noun(noun) => (Kind::$noun, noun.$id.to_string()),)*
                };
                RecordName { kind, id }
            }

            /// When it was made and last changed.
            pub fn stamp(&self) -> Stamp {
                match self {
                    Self::Settings(noun) => noun.stamp,
                    Self::Operator { stamp, .. } => *stamp,
                    $(Self::$noun(noun) => noun.stamp,)*
                }
            }
        }

        impl RecordName {
            $(
                /// The name of the noun of this id.
                pub fn $function(id: &$of) -> Self {
                    Self { kind: Kind::$noun, id: id.to_string() }
                }
            )*
        }

        $(
            noun!($noun);

            impl Identified for $noun {
                type Id = $of;

                fn id(&self) -> &$of {
                    &self.$id
                }
            }
        )*
    };
}

macro_rules! noun {
    ($noun:ident) => {
        impl Noun for $noun {
            fn of(record: &Record) -> Option<&Self> {
                match record {
                    Record::$noun(noun) => Some(noun),
                    _ => None,
                }
            }
        }

        impl From<$noun> for Record {
            fn from(noun: $noun) -> Self {
                Self::$noun(noun)
            }
        }
    };
}

noun!(Settings);
every_noun!(records);

impl Kind {
    /// The resource name of `id`, as far as it does not name what it stands below.
    pub(crate) fn name_of(self, id: &str) -> ResourceName<'_> {
        let (_, collection) = self.place();
        ResourceName::top(collection, id)
    }
}

impl RecordName {
    /// The resource name of a key of `account`, which its own name does not tell.
    pub fn key_of<'a>(&'a self, account: &'a Self) -> ResourceName<'a> {
        self.kind
            .name_of(&self.id)
            .below(account.kind.name_of(&account.id))
    }

    /// The resource name (AIP-122) as callers write it.
    pub fn resource_name(&self, home: &Home) -> String {
        let name = self.kind.name_of(&self.id);
        match home
            .organization()
            .filter(|_| self.kind.place().0 == Place::Within)
        {
            Some(organization) => {
                let organization = Kind::Organization.name_of(organization.as_str());
                name.below(organization).to_string()
            }
            None => name.to_string(),
        }
    }
}

fn operator_id(operator: &Operator) -> String {
    match operator {
        Operator::User(id) => format!("user:{id}"),
        Operator::ServiceAccount(id) => format!("account:{id}"),
    }
}
