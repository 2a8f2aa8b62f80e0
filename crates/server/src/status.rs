//! A problem as gRPC tells it: the only place that makes a status.

use std::collections::HashMap;

use app::Error;
use grantor::v1::ErrorReason;
use tonic::Status;
use tonic_types::{ErrorDetails, FieldViolation, StatusExt};

use crate::problem::{About, Problem};

/// The domain of every `ErrorInfo`.
const DOMAIN: &str = "grantor";

/// The status of an error.
pub(crate) fn status(error: Error) -> Status {
    Problem::from(error).into()
}

/// What tonic says of a broken message in the midst of a stream, with details, though there are none: the layer around takes
/// OUT_OF_RANGE without any for an answer that is too large.
pub(crate) fn detailed(broken: &Status) -> Status {
    Status::with_error_details(broken.code(), broken.message(), ErrorDetails::new())
}

impl From<Problem> for Status {
    fn from(problem: Problem) -> Self {
        let (reason, message) = (reason_name(problem.reason), problem.message);
        let metadata = problem.metadata.into_iter();
        let metadata: HashMap<_, _> = metadata
            .map(|(key, value)| (key.to_owned(), value))
            .collect();
        let mut details = ErrorDetails::with_error_info(reason, DOMAIN, metadata);
        match problem.about {
            None => {}
            Some(About::Fields(wrong)) => {
                let wrong = wrong.into_iter();
                let wrong = wrong.map(|wrong| FieldViolation::new(wrong.field, wrong.description));
                details.set_bad_request(wrong.collect::<Vec<_>>());
            }
            Some(About::State(failed)) => {
                for failed in failed {
                    details.add_precondition_failure_violation(
                        reason,
                        failed.field,
                        failed.description,
                    );
                }
            }
            Some(About::Quota(subject)) => {
                details.add_quota_failure_violation(subject, &message);
            }
            Some(About::Resource(name)) => {
                let sort = name.rsplit('/').nth(1).unwrap_or_default();
                details.set_resource_info(sort, &name, "", &message);
            }
        }
        if let Some(wait) = problem.again_in {
            details.set_retry_info(Some(wait));
        }
        Self::with_error_details(problem.code, message, details)
    }
}

/// `ErrorInfo.reason`: the enum's name without its prefix.
fn reason_name(reason: ErrorReason) -> &'static str {
    let name = reason.as_str_name();
    name.strip_prefix("ERROR_REASON_").unwrap_or(name)
}
