//! A rule said no: the reason for machines, and the words for people.

use std::collections::BTreeMap;
use std::time::Duration;

/// Why. Stable: the wire's `ErrorInfo.reason`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[expect(
    missing_docs,
    reason = "each stands with its meaning in proto/grantor/v1/error.proto"
)]
pub enum Reason {
    // The request itself is wrong.
    FieldInvalid,
    RightUnknown,
    RightsDoNotApply,
    AllProductsNotAcknowledged,
    PageTokenInvalid,
    ConsistencyTokenInvalid,
    RequestIdReused,
    // The caller is not known.
    CredentialsMissing,
    CredentialsInvalid,
    // The caller is known and may not.
    ScopeMissing,
    ActingUserRequired,
    ActingUserInactive,
    RightMissing,
    LegalRepresentativeRequired,
    PartnerMayNot,
    OperatorRequired,
    GivesMoreThanHeld,
    RaisesSelf,
    AdministratorAbove,
    OwnChangeRequest,
    RequesterRequired,
    // There is no such thing, or the caller may not know.
    NotFound,
    // It is there already.
    AlreadyExists,
    IdTaken,
    EmailTaken,
    MemberExists,
    InvitationOpen,
    // The state of things forbids it.
    UpperRoleHoldsNoGrants,
    LastLegalRepresentative,
    LastOperator,
    LastKey,
    ExternallyManaged,
    ChangePolicyByRequest,
    ProductTypeRetired,
    StillGivenByOtherPath,
    InvitationNotOpen,
    InvitationExpired,
    SenderMayNoLonger,
    ShutOut,
    PartnerNotListed,
    PartnershipLive,
    PartnershipNotActive,
    WalletNotSwitchable,
    GivenBeforePartnership,
    GivenByAnother,
    GrantEnded,
    NotMadeThrough,
    EmailNotConfirmed,
    UserInactive,
    CatalogTakesRights,
    CatalogGivesRights,
    SecretShownOnce,
    HistoryLost,
    ChangeRequestNotOpen,
    ChangeRequestOutdated,
    RequesterMayNoLonger,
    WhiteLabelOff,
    // Someone else was faster.
    EtagMismatch,
    // A limit is reached.
    AdministratorLimit,
    KeyLimit,
    SizeLimit,
    QuotaExceeded,
    MailLimit,
    // More is asked than may be; later it can be asked again.
    RateLimit,
    Overloaded,
    WorkBudgetExceeded,
    MemoryFull,
    // A watch can't begin there, or can't go on.
    WatchStartUnknown,
    WatchTooSlow,
    // There is no such past, or not yet.
    TimeNotSettled,
    AsOfUnknown,
}

impl Reason {
    /// Whether it says that whoever asks may not, or that to them there is no such thing: what they hear whatever else
    /// is so.
    pub fn is_about_the_caller(self) -> bool {
        matches!(
            self,
            Self::CredentialsMissing
                | Self::CredentialsInvalid
                | Self::ScopeMissing
                | Self::ActingUserRequired
                | Self::ActingUserInactive
                | Self::RightMissing
                | Self::LegalRepresentativeRequired
                | Self::PartnerMayNot
                | Self::OperatorRequired
                | Self::GivesMoreThanHeld
                | Self::RaisesSelf
                | Self::AdministratorAbove
                | Self::OwnChangeRequest
                | Self::ShutOut
                | Self::RequesterRequired
                | Self::NotFound
        )
    }

    /// Every reason, for the checked-in table.
    pub const ALL: [Self; 71] = [
        Self::FieldInvalid,
        Self::RightUnknown,
        Self::RightsDoNotApply,
        Self::AllProductsNotAcknowledged,
        Self::PageTokenInvalid,
        Self::ConsistencyTokenInvalid,
        Self::RequestIdReused,
        Self::CredentialsMissing,
        Self::CredentialsInvalid,
        Self::ScopeMissing,
        Self::ActingUserRequired,
        Self::ActingUserInactive,
        Self::RightMissing,
        Self::LegalRepresentativeRequired,
        Self::PartnerMayNot,
        Self::OperatorRequired,
        Self::GivesMoreThanHeld,
        Self::RaisesSelf,
        Self::AdministratorAbove,
        Self::NotFound,
        Self::AlreadyExists,
        Self::IdTaken,
        Self::EmailTaken,
        Self::MemberExists,
        Self::InvitationOpen,
        Self::UpperRoleHoldsNoGrants,
        Self::LastLegalRepresentative,
        Self::LastOperator,
        Self::LastKey,
        Self::ExternallyManaged,
        Self::ChangePolicyByRequest,
        Self::ProductTypeRetired,
        Self::StillGivenByOtherPath,
        Self::InvitationNotOpen,
        Self::InvitationExpired,
        Self::SenderMayNoLonger,
        Self::ShutOut,
        Self::PartnerNotListed,
        Self::PartnershipLive,
        Self::PartnershipNotActive,
        Self::WalletNotSwitchable,
        Self::GivenBeforePartnership,
        Self::GivenByAnother,
        Self::GrantEnded,
        Self::NotMadeThrough,
        Self::EmailNotConfirmed,
        Self::UserInactive,
        Self::CatalogTakesRights,
        Self::CatalogGivesRights,
        Self::SecretShownOnce,
        Self::HistoryLost,
        Self::WhiteLabelOff,
        Self::EtagMismatch,
        Self::AdministratorLimit,
        Self::KeyLimit,
        Self::SizeLimit,
        Self::QuotaExceeded,
        Self::OwnChangeRequest,
        Self::RequesterRequired,
        Self::ChangeRequestNotOpen,
        Self::ChangeRequestOutdated,
        Self::RequesterMayNoLonger,
        Self::MailLimit,
        Self::RateLimit,
        Self::Overloaded,
        Self::WorkBudgetExceeded,
        Self::MemoryFull,
        Self::WatchStartUnknown,
        Self::WatchTooSlow,
        Self::TimeNotSettled,
        Self::AsOfUnknown,
    ];
}

/// One wrong field of a request.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Violation {
    /// Its path in the request, such as `grant.scope.products[2]`.
    pub field: String,
    /// What is wrong and what would be right.
    pub description: String,
}

/// A rule said no. Nothing has changed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{message}")]
pub struct Refusal {
    /// Why, for machines.
    pub reason: Reason,
    /// The rule in words, what is missing, and who could do it.
    pub message: String,
    /// The resource name it is about.
    pub resource: Option<String>,
    /// Wrong fields, all at once.
    pub violations: Vec<Violation>,
    /// More facts for machines.
    pub metadata: BTreeMap<&'static str, String>,
    /// When the same can be asked again, where that is known.
    pub again_in: Option<Duration>,
}

impl Refusal {
    /// A refusal in words.
    pub fn new(reason: Reason, message: impl Into<String>) -> Self {
        Self {
            reason,
            message: message.into(),
            resource: None,
            violations: Vec::new(),
            metadata: BTreeMap::new(),
            again_in: None,
        }
    }

    /// The request has these wrong fields.
    pub fn invalid(violations: Vec<Violation>) -> Self {
        let fields: Vec<_> = violations
            .iter()
            .map(|violation| format!("{}: {}", violation.field, violation.description))
            .collect();
        Self {
            violations,
            ..Self::new(Reason::FieldInvalid, fields.join("; "))
        }
    }

    /// One wrong field.
    pub fn field(field: impl Into<String>, description: impl Into<String>) -> Self {
        Self::invalid(vec![Violation {
            field: field.into(),
            description: description.into(),
        }])
    }

    /// There is no such thing, or the caller may not know (AIP-211).
    pub fn not_found(resource: impl Into<String>) -> Self {
        let resource = resource.into();
        Self::new(
            Reason::NotFound,
            format!("{resource} was not found, or you may not see it. Check the name and whom you act for."),
        )
        .about(resource)
    }

    /// The same, about a resource.
    #[must_use]
    pub fn about(mut self, resource: impl Into<String>) -> Self {
        self.resource = Some(resource.into());
        self
    }

    /// The same, which can be asked again then.
    #[must_use]
    pub fn again_in(mut self, wait: Duration) -> Self {
        self.again_in = Some(wait);
        self
    }

    /// The same, with one more fact for machines.
    #[must_use]
    pub fn with(mut self, key: &'static str, value: impl Into<String>) -> Self {
        self.metadata.insert(key, value.into());
        self
    }
}
