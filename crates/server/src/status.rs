//! From an error to a gRPC status: the only place that knows both, and one match for each table.

use std::time::Duration;

use app::{Error, FORMAT, StoreError};
use domain::{Home, Reason, Refusal};
use grantor::v1::ErrorReason;
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, FieldViolation, StatusExt};

/// The domain of every `ErrorInfo`.
const DOMAIN: &str = "grantor";

/// The status of an error. What a database or a bug said goes to the log, never to the wire.
pub(crate) fn status(error: Error) -> Status {
    match error {
        Error::Refused(refusal) => refused(&refusal),
        Error::Store(cause) => store(&cause),
        Error::Moved => plain(
            Code::Unavailable,
            ErrorReason::StoreUnavailable,
            "What the call rests on kept changing under it; nothing was done. Try again.",
        ),
        Error::Stopping => retry(
            Code::Unavailable,
            ErrorReason::StoreUnavailable,
            "This server stops. Go on at another one; a watch resumes from its last position.",
            Duration::ZERO,
        ),
        Error::Loading(home) => retry(
            Code::Unavailable,
            ErrorReason::StoreUnavailable,
            &format!(
                "{} is being read into memory, which takes longer than this call. The reading goes on; try again.",
                match home.organization() {
                    Some(organization) => format!("organizations/{organization}"),
                    None => home.to_string(),
                }
            ),
            Duration::from_secs(1),
        ),
        Error::Interrupted => {
            tracing::error!("the task of a call ended before it answered");
            plain(
                Code::Internal,
                ErrorReason::Internal,
                "The call was interrupted by a fault in Grantor.",
            )
        }
    }
}

/// What a call hears that a server which starts cannot keep waiting any longer.
pub(crate) fn starting() -> Status {
    retry(
        Code::Unavailable,
        ErrorReason::StoreUnavailable,
        "This server starts, and has not read its database yet. Try again.",
        Duration::from_secs(1),
    )
}

fn refused(refusal: &Refusal) -> Status {
    let (code, reason) = wire(refusal.reason);
    let metadata = refusal
        .metadata
        .iter()
        .map(|(key, value)| ((*key).to_owned(), value.clone()));
    let mut details = ErrorDetails::with_error_info(
        reason_name(reason),
        DOMAIN,
        metadata.collect::<std::collections::HashMap<_, _>>(),
    );
    if code == Code::InvalidArgument && !refusal.violations.is_empty() {
        let wrong = refusal.violations.iter();
        let wrong =
            wrong.map(|violation| FieldViolation::new(&violation.field, &violation.description));
        details.set_bad_request(wrong.collect::<Vec<_>>());
    }
    let subject = refusal.resource.clone().unwrap_or_default();
    match code {
        Code::FailedPrecondition => {
            if refusal.violations.is_empty() {
                details.add_precondition_failure_violation(
                    reason_name(reason),
                    &subject,
                    &refusal.message,
                );
            }
            for failed in &refusal.violations {
                details.add_precondition_failure_violation(
                    reason_name(reason),
                    &failed.field,
                    &failed.description,
                );
            }
        }
        // It is nobody's quota that is used up.
        Code::ResourceExhausted
            if matches!(
                reason,
                ErrorReason::Overloaded | ErrorReason::WorkBudgetExceeded | ErrorReason::MemoryFull
            ) => {}
        Code::ResourceExhausted => {
            details.add_quota_failure_violation(&subject, &refusal.message);
        }
        Code::Unavailable => {
            details.set_retry_info(Some(Duration::ZERO));
        }
        Code::NotFound | Code::AlreadyExists | Code::PermissionDenied if !subject.is_empty() => {
            let sort = subject.rsplit('/').nth(1).unwrap_or_default();
            details.set_resource_info(sort, &subject, "", &refusal.message);
        }
        _ => {}
    }
    if let Some(wait) = refusal.again_in {
        details.set_retry_info(Some(wait));
    }
    Status::with_error_details(code, &refusal.message, details)
}

fn store(cause: &StoreError) -> Status {
    match cause {
        StoreError::Contention | StoreError::Busy | StoreError::Slow => retry(
            Code::Aborted,
            ErrorReason::Contention,
            "Too many changes of the same organization at once. Send the same request again.",
            Duration::from_millis(100),
        ),
        StoreError::Deadline => plain(
            Code::DeadlineExceeded,
            ErrorReason::DeadlinePassed,
            "Time ran out. Whether the change was made is not known; the same request with the same request_id tells.",
        ),
        StoreError::IdTaken(name) => refused(
            &Refusal::new(
                Reason::IdTaken,
                format!("{name} is taken, or was once; ids are never used again. Choose another."),
            )
            .about(name),
        ),
        StoreError::RequestReused => refused(&Refusal::new(
            Reason::RequestIdReused,
            "request_id was used for another request within 24 hours. Send a new one.",
        )),
        StoreError::NoHome(home) => match home.organization() {
            Some(organization) => {
                refused(&Refusal::not_found(format!("organizations/{organization}")))
            }
            None => plain(
                Code::Internal,
                ErrorReason::Internal,
                "A fault in Grantor. The operator finds it in the log.",
            ),
        },
        StoreError::OutcomeUnknown => plain(
            Code::Unavailable,
            ErrorReason::StoreUnavailable,
            "The database went away while committing. Whether the change was made is not known; the same request with the same request_id tells.",
        ),
        StoreError::Unavailable(_) => {
            tracing::error!(%cause, "the store is away");
            retry(
                Code::Unavailable,
                ErrorReason::StoreUnavailable,
                "The database cannot be reached, so nothing is allowed and nothing was changed. Try again.",
                Duration::from_secs(1),
            )
        }
        StoreError::Clock { changed, now, .. } => {
            tracing::error!(%cause, "nothing is written while the database's clock is behind the log");
            plain(
                Code::FailedPrecondition,
                ErrorReason::ClockBehind,
                &format!(
                    "The last change here is of {changed}, and the clock of the database says {now}: it was ahead then, \
                     or is behind now. The operator sets it right (grantor audit verify says where)."
                ),
            )
        }
        StoreError::Format { home, format } => {
            tracing::error!(%cause, "this server is older than what is stored");
            newer(home, *format)
        }
        StoreError::Corrupt(_) => {
            tracing::error!(%cause, "the change log does not verify");
            plain(
                Code::DataLoss,
                ErrorReason::HistoryBroken,
                "The change log does not verify; it is not answered from until the operator has looked (grantor audit verify).",
            )
        }
        other => {
            tracing::error!(cause = %other, "a fault in the store");
            plain(
                Code::Internal,
                ErrorReason::Internal,
                "A fault in Grantor. The operator finds it in the log.",
            )
        }
    }
}

/// Another server may be of the version that it takes.
fn newer(home: &Home, format: u32) -> Status {
    let of = match home.organization() {
        Some(organization) => format!("organizations/{organization}"),
        None => format!("{home}"),
    };
    let message = format!(
        "What is stored of {of} has format {format}, and this server reads formats 1 to {FORMAT}: it answers nothing of \
         it and changes nothing. Upgrade it; a newer server can be asked meanwhile."
    );
    retry(
        Code::Unavailable,
        ErrorReason::StoreUnavailable,
        &message,
        Duration::from_secs(1),
    )
}

/// It is worth trying again, from then on.
fn retry(code: Code, reason: ErrorReason, message: &str, after: Duration) -> Status {
    let mut details = ErrorDetails::with_error_info(
        reason_name(reason),
        DOMAIN,
        std::collections::HashMap::new(),
    );
    details.set_retry_info(Some(after));
    Status::with_error_details(code, message, details)
}

/// An answer that is not sent, as stock clients would not take it.
pub(crate) fn answer_too_large() -> Status {
    plain(
        Code::ResourceExhausted,
        ErrorReason::AnswerTooLarge,
        "The answer would be 4 MiB or more. Ask for less: a smaller page_size, one type, product or right. If it was a \
         change, it was made, and the audit says what it did.",
    )
}

fn plain(code: Code, reason: ErrorReason, message: &str) -> Status {
    let details = ErrorDetails::with_error_info(
        reason_name(reason),
        DOMAIN,
        std::collections::HashMap::new(),
    );
    Status::with_error_details(code, message, details)
}

/// `ErrorInfo.reason`: the enum's name without its prefix.
fn reason_name(reason: ErrorReason) -> &'static str {
    let name = reason.as_str_name();
    name.strip_prefix("ERROR_REASON_").unwrap_or(name)
}

/// The table: each refusal's code and documented reason.
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
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What a caller sees of an error: code, domain, reason.
    fn shown(error: Error) -> String {
        let status = status(error);
        let details = status.get_error_details();
        let info = details.error_info();
        let (domain, reason) = info.map_or(("none", "none"), |info| {
            (info.domain.as_str(), info.reason.as_str())
        });
        format!("{:?} {domain} {reason}", status.code())
    }

    fn every_store_error() -> Vec<StoreError> {
        let home = || domain::Home::Platform;
        vec![
            StoreError::Unavailable("password=hunter2".into()),
            StoreError::Contention,
            StoreError::Busy,
            StoreError::Deadline,
            StoreError::OutcomeUnknown,
            StoreError::IdTaken("organizations/acme/teams/web".into()),
            StoreError::RequestReused,
            StoreError::NoHome(home()),
            StoreError::Corrupt("hunter2".into()),
            StoreError::Format {
                home: home(),
                format: 7,
            },
            StoreError::Config("hunter2".into()),
            StoreError::Misuse("hunter2".into()),
        ]
    }

    #[test]
    fn every_reason_has_its_code_and_documented_name() {
        let refusals = Reason::ALL.iter().map(|reason| {
            let shown = shown(Refusal::new(*reason, "words").into());
            format!("{reason:?}: {shown}")
        });
        let store = every_store_error().into_iter().map(|error| {
            let name = format!("{error:?}");
            let name = name
                .split(['(', '{', ' '])
                .next()
                .unwrap_or_default()
                .to_owned();
            format!("store {name}: {}", shown(error.into()))
        });
        let interrupted = [
            format!("stopping: {}", shown(Error::Stopping)),
            format!("loading: {}", shown(Error::Loading(domain::Home::Platform))),
            format!("interrupted: {}", shown(Error::Interrupted)),
        ];
        let table: Vec<_> = refusals.chain(store).chain(interrupted).collect();
        insta::assert_snapshot!(table.join("\n"));
    }

    #[test]
    fn no_two_reasons_share_a_name() {
        let names: std::collections::BTreeSet<_> = Reason::ALL
            .iter()
            .map(|reason| reason_name(wire(*reason).1))
            .collect();
        assert_eq!(names.len(), Reason::ALL.len());
    }

    #[test]
    fn what_a_database_said_stays_inside() {
        for error in every_store_error() {
            let status = status(error.into());
            let seen = format!("{status:?} {}", String::from_utf8_lossy(status.details()));
            assert!(!seen.contains("hunter2"), "{seen}");
        }
    }
}
