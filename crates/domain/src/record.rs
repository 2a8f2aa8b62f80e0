//! All nouns as one type, so that rows, log and memory are written in one way.

use serde::{Deserialize, Serialize};

use crate::{
    AssignmentId, ChangeRequest, ChangeRequestId, ClientAssignment, FormerPerson, Grant, GrantId,
    GroupId, Home, Invitation, InvitationId, Key, KeyId, Member, Operator, Organization,
    OrganizationId, Partner, Partnership, PartnershipId, Product, ProductGroup, ProductId,
    ProductType, ProductTypeId, ResourceName, ServiceAccount, ServiceAccountId, Settings, ShutOut,
    Stamp, Team, TeamId, User, UserId,
};

/// Which noun.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// `Settings`
    Settings,
    /// `Operator`
    Operator,
    /// `ProductType`
    ProductType,
    /// `ServiceAccount`
    ServiceAccount,
    /// `Key`
    Key,
    /// `User`
    User,
    /// `Organization`
    Organization,
    /// `Member`
    Member,
    /// `Product`
    Product,
    /// `ProductGroup`
    ProductGroup,
    /// `Team`
    Team,
    /// `Partner`
    Partner,
    /// `Partnership`
    Partnership,
    /// `ClientAssignment`
    ClientAssignment,
    /// `Grant`
    Grant,
    /// `Invitation`
    Invitation,
    /// `ChangeRequest`
    ChangeRequest,
    /// `FormerPerson`
    FormerPerson,
    /// `ShutOut`
    ShutOut,
}

impl Kind {
    /// All of them, in the order in which a home is loaded: what others name comes first.
    pub const ALL: [Self; 19] = [
        Self::Settings,
        Self::Operator,
        Self::ProductType,
        Self::ServiceAccount,
        Self::Key,
        Self::User,
        Self::Organization,
        Self::Member,
        Self::ShutOut,
        Self::ProductGroup,
        Self::Product,
        Self::Team,
        Self::Partner,
        Self::Partnership,
        Self::ClientAssignment,
        Self::Grant,
        Self::Invitation,
        Self::ChangeRequest,
        Self::FormerPerson,
    ];
}

/// A noun as it is after a change: the after-image.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "each variant is the noun of its name")]
pub enum Record {
    Settings(Settings),
    Operator { operator: Operator, stamp: Stamp },
    ProductType(ProductType),
    ServiceAccount(ServiceAccount),
    Key(Key),
    User(User),
    Organization(Organization),
    Member(Member),
    Product(Product),
    ProductGroup(ProductGroup),
    Team(Team),
    Partner(Partner),
    Partnership(Partnership),
    ClientAssignment(ClientAssignment),
    Grant(Grant),
    Invitation(Invitation),
    ChangeRequest(ChangeRequest),
    FormerPerson(FormerPerson),
    ShutOut(ShutOut),
}

/// A noun's kind and id within its home.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RecordName {
    /// Which noun.
    pub kind: Kind,
    /// Its id within the home, see [`Record::name`].
    pub id: String,
}

impl Record {
    /// Which noun it is and its id: for `Settings` the id is `settings`, for an operator `user:ID` or `account:ID`.
    pub fn name(&self) -> RecordName {
        let (kind, id) = match self {
            Self::Settings(_) => (Kind::Settings, "settings".to_owned()),
            Self::Operator {
                operator: Operator::User(id),
                ..
            } => (Kind::Operator, format!("user:{id}")),
            Self::Operator {
                operator: Operator::ServiceAccount(id),
                ..
            } => (Kind::Operator, format!("account:{id}")),
            Self::ProductType(noun) => (Kind::ProductType, noun.id.to_string()),
            Self::ServiceAccount(noun) => (Kind::ServiceAccount, noun.id.to_string()),
            Self::Key(noun) => (Kind::Key, noun.id.to_string()),
            Self::User(noun) => (Kind::User, noun.id.to_string()),
            Self::Organization(noun) => (Kind::Organization, noun.id.to_string()),
            Self::Member(noun) => (Kind::Member, noun.user.to_string()),
            Self::Product(noun) => (Kind::Product, noun.id.to_string()),
            Self::ProductGroup(noun) => (Kind::ProductGroup, noun.id.to_string()),
            Self::Team(noun) => (Kind::Team, noun.id.to_string()),
            Self::Partner(noun) => (Kind::Partner, noun.organization.to_string()),
            Self::Partnership(noun) => (Kind::Partnership, noun.id.to_string()),
            Self::ClientAssignment(noun) => (Kind::ClientAssignment, noun.id.to_string()),
            Self::Grant(noun) => (Kind::Grant, noun.id.to_string()),
            Self::Invitation(noun) => (Kind::Invitation, noun.id.to_string()),
            Self::ChangeRequest(noun) => (Kind::ChangeRequest, noun.id.to_string()),
            Self::FormerPerson(noun) => (Kind::FormerPerson, noun.user.to_string()),
            Self::ShutOut(noun) => (Kind::ShutOut, noun.user.to_string()),
        };
        RecordName { kind, id }
    }

    /// When it was made and last changed.
    pub fn stamp(&self) -> Stamp {
        match self {
            Self::Settings(noun) => noun.stamp,
            Self::Operator { stamp, .. } => *stamp,
            Self::ProductType(noun) => noun.stamp,
            Self::ServiceAccount(noun) => noun.stamp,
            Self::Key(noun) => noun.stamp,
            Self::User(noun) => noun.stamp,
            Self::Organization(noun) => noun.stamp,
            Self::Member(noun) => noun.stamp,
            Self::Product(noun) => noun.stamp,
            Self::ProductGroup(noun) => noun.stamp,
            Self::Team(noun) => noun.stamp,
            Self::Partner(noun) => noun.stamp,
            Self::Partnership(noun) => noun.stamp,
            Self::ClientAssignment(noun) => noun.stamp,
            Self::Grant(noun) => noun.stamp,
            Self::Invitation(noun) => noun.stamp,
            Self::ChangeRequest(noun) => noun.stamp,
            Self::FormerPerson(noun) => noun.stamp,
            Self::ShutOut(noun) => noun.stamp,
        }
    }
}

macro_rules! names {
    ($($function:ident($id:ty) => $kind:ident;)*) => {
        impl RecordName {$(
            /// The name of the noun of this id.
            pub fn $function(id: &$id) -> Self {
                Self { kind: Kind::$kind, id: id.to_string() }
            }
        )*}
    };
}

names! {
    product_type(ProductTypeId) => ProductType;
    service_account(ServiceAccountId) => ServiceAccount;
    key(KeyId) => Key;
    user(UserId) => User;
    member(UserId) => Member;
    product(ProductId) => Product;
    group(GroupId) => ProductGroup;
    team(TeamId) => Team;
    partner(OrganizationId) => Partner;
    partnership(PartnershipId) => Partnership;
    client_assignment(AssignmentId) => ClientAssignment;
    grant(GrantId) => Grant;
    invitation(InvitationId) => Invitation;
    change_request(ChangeRequestId) => ChangeRequest;
    shut_out(UserId) => ShutOut;
}

impl RecordName {
    /// The resource name of a key of `account`, which its own name does not tell.
    pub fn key_of<'a>(&'a self, account: &'a Self) -> ResourceName<'a> {
        ResourceName::below(("serviceAccounts", &account.id), "keys", &self.id)
    }

    /// The resource name (AIP-122) as callers write it.
    pub fn resource_name(&self, home: &Home) -> String {
        let id = &self.id;
        let within = |collection: &str| match home.organization() {
            Some(organization) => format!("organizations/{organization}/{collection}/{id}"),
            None => format!("{collection}/{id}"),
        };
        match self.kind {
            Kind::Settings => "platform/settings".to_owned(),
            Kind::Operator => format!("platform/operators/{id}"),
            Kind::ProductType => format!("productTypes/{id}"),
            Kind::ServiceAccount => format!("serviceAccounts/{id}"),
            Kind::Key => format!("keys/{id}"),
            Kind::User => format!("users/{id}"),
            Kind::Organization => format!("organizations/{id}"),
            Kind::Member => within("members"),
            Kind::Product => within("products"),
            Kind::ProductGroup => within("productGroups"),
            Kind::Team => within("teams"),
            Kind::Partner => format!("partners/{id}"),
            Kind::Partnership => within("partnerships"),
            Kind::ClientAssignment => within("clientAssignments"),
            Kind::Grant => within("grants"),
            Kind::Invitation => within("invitations"),
            Kind::ChangeRequest => within("changeRequests"),
            Kind::FormerPerson => within("formerPeople"),
            Kind::ShutOut => within("shutOuts"),
        }
    }
}

/// A noun that a [`Record`] can be.
pub trait Noun {
    /// The noun, where the record is one.
    fn of(record: &Record) -> Option<&Self>;
}

macro_rules! nouns {
    ($($noun:ident),*) => {$(
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
    )*};
}

nouns!(
    Settings,
    ProductType,
    ServiceAccount,
    Key,
    User,
    Organization,
    Member,
    Product,
    ProductGroup,
    Team,
    Partner,
    Partnership,
    ClientAssignment,
    Grant,
    Invitation,
    ChangeRequest,
    FormerPerson,
    ShutOut
);
