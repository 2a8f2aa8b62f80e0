//! The table: which code, and which documented reason, has what a rule refuses with.

use domain::Reason;
use grantor::v1::ErrorReason;
use tonic::Code;

/// Each refusal's code and documented reason.
pub(crate) fn wire(reason: Reason) -> (Code, ErrorReason) {
    use ErrorReason as R;
    match reason {
        Reason::FieldInvalid => (Code::InvalidArgument, R::FieldInvalid),
        Reason::RightUnknown => (Code::InvalidArgument, R::RightUnknown),
        Reason::RightsDoNotApply => (Code::InvalidArgument, R::RightsDoNotApply),
        Reason::AllProductsNotAcknowledged => {
            (Code::InvalidArgument, R::AllProductsNotAcknowledged)
        }
        Reason::PageTokenInvalid => (Code::InvalidArgument, R::PageTokenInvalid),
        Reason::ConsistencyTokenInvalid => (Code::InvalidArgument, R::ConsistencyTokenInvalid),
        Reason::RequestIdReused => (Code::InvalidArgument, R::RequestIdReused),
        Reason::CredentialsMissing => (Code::Unauthenticated, R::CredentialsMissing),
        Reason::CredentialsInvalid => (Code::Unauthenticated, R::CredentialsInvalid),
        Reason::ScopeMissing => (Code::PermissionDenied, R::ScopeMissing),
        Reason::ActingUserRequired => (Code::PermissionDenied, R::ActingUserRequired),
        Reason::ActingUserInactive => (Code::PermissionDenied, R::ActingUserInactive),
        Reason::RightMissing => (Code::PermissionDenied, R::RightMissing),
        Reason::LegalRepresentativeRequired => {
            (Code::PermissionDenied, R::LegalRepresentativeRequired)
        }
        Reason::PartnerMayNot => (Code::PermissionDenied, R::PartnerMayNot),
        Reason::OperatorRequired => (Code::PermissionDenied, R::OperatorRequired),
        Reason::GivesMoreThanHeld => (Code::PermissionDenied, R::GivesMoreThanHeld),
        Reason::RaisesSelf => (Code::PermissionDenied, R::RaisesSelf),
        Reason::AdministratorAbove => (Code::PermissionDenied, R::AdministratorAbove),
        Reason::OwnChangeRequest => (Code::PermissionDenied, R::OwnChangeRequest),
        Reason::RequesterRequired => (Code::PermissionDenied, R::RequesterRequired),
        Reason::NotFound => (Code::NotFound, R::NotFound),
        Reason::AlreadyExists => (Code::AlreadyExists, R::AlreadyExists),
        Reason::IdTaken => (Code::AlreadyExists, R::IdTaken),
        Reason::EmailTaken => (Code::AlreadyExists, R::EmailTaken),
        Reason::MemberExists => (Code::AlreadyExists, R::MemberExists),
        Reason::InvitationOpen => (Code::AlreadyExists, R::InvitationOpen),
        Reason::UpperRoleHoldsNoGrants => (Code::FailedPrecondition, R::UpperRoleHoldsNoGrants),
        Reason::LastLegalRepresentative => (Code::FailedPrecondition, R::LastLegalRepresentative),
        Reason::ExternallyManaged => (Code::FailedPrecondition, R::ExternallyManaged),
        Reason::ChangePolicyByRequest => (Code::FailedPrecondition, R::ChangePolicyByRequest),
        Reason::ProductTypeRetired => (Code::FailedPrecondition, R::ProductTypeRetired),
        Reason::StillGivenByOtherPath => (Code::FailedPrecondition, R::StillGivenByOtherPath),
        Reason::InvitationNotOpen => (Code::FailedPrecondition, R::InvitationNotOpen),
        Reason::InvitationExpired => (Code::FailedPrecondition, R::InvitationExpired),
        Reason::SenderMayNoLonger => (Code::FailedPrecondition, R::SenderMayNoLonger),
        Reason::ShutOut => (Code::FailedPrecondition, R::ShutOut),
        Reason::PartnerNotListed => (Code::FailedPrecondition, R::PartnerNotListed),
        Reason::PartnershipLive => (Code::AlreadyExists, R::PartnershipLive),
        Reason::PartnershipNotActive => (Code::FailedPrecondition, R::PartnershipNotActive),
        Reason::WalletNotSwitchable => (Code::FailedPrecondition, R::WalletNotSwitchable),
        Reason::GivenBeforePartnership => (Code::FailedPrecondition, R::GivenBeforePartnership),
        Reason::GivenByAnother => (Code::FailedPrecondition, R::GivenByAnother),
        Reason::GrantEnded => (Code::FailedPrecondition, R::GrantEnded),
        Reason::NotMadeThrough => (Code::FailedPrecondition, R::NotMadeThrough),
        Reason::EmailNotConfirmed => (Code::FailedPrecondition, R::EmailNotConfirmed),
        Reason::UserInactive => (Code::FailedPrecondition, R::UserInactive),
        Reason::CatalogTakesRights => (Code::FailedPrecondition, R::CatalogTakesRights),
        Reason::CatalogGivesRights => (Code::FailedPrecondition, R::CatalogGivesRights),
        Reason::SecretShownOnce => (Code::FailedPrecondition, R::SecretShownOnce),
        Reason::HistoryLost => (Code::FailedPrecondition, R::HistoryLost),
        Reason::ChangeRequestNotOpen => (Code::FailedPrecondition, R::ChangeRequestNotOpen),
        Reason::ChangeRequestOutdated => (Code::FailedPrecondition, R::ChangeRequestOutdated),
        Reason::RequesterMayNoLonger => (Code::FailedPrecondition, R::RequesterMayNoLonger),
        Reason::WhiteLabelOff => (Code::FailedPrecondition, R::WhiteLabelOff),
        Reason::EtagMismatch => (Code::Aborted, R::EtagMismatch),
        Reason::AdministratorLimit => (Code::ResourceExhausted, R::AdministratorLimit),
        Reason::KeyLimit => (Code::ResourceExhausted, R::KeyLimit),
        Reason::SizeLimit => (Code::ResourceExhausted, R::SizeLimit),
        Reason::QuotaExceeded => (Code::ResourceExhausted, R::QuotaExceeded),
        Reason::LastOperator => (Code::FailedPrecondition, R::LastOperator),
        Reason::LastKey => (Code::FailedPrecondition, R::LastKey),
        Reason::MailLimit => (Code::ResourceExhausted, R::MailLimit),
        Reason::RateLimit => (Code::ResourceExhausted, R::RateLimit),
        Reason::Overloaded => (Code::ResourceExhausted, R::Overloaded),
        Reason::WorkBudgetExceeded => (Code::ResourceExhausted, R::WorkBudgetExceeded),
        Reason::MemoryFull => (Code::ResourceExhausted, R::MemoryFull),
        Reason::WatchStartUnknown => (Code::OutOfRange, R::WatchStartUnknown),
        Reason::WatchTooSlow => (Code::Unavailable, R::WatchTooSlow),
        Reason::TimeNotSettled => (Code::FailedPrecondition, R::TimeNotSettled),
        Reason::AsOfUnknown => (Code::OutOfRange, R::AsOfUnknown),
    }
}
