//! How do internal services come to be known, and what may they do? Their keys are in `key`.

mod create;
mod delete;
mod key;
mod update;

pub use create::CreateServiceAccount;
pub use delete::DeleteServiceAccount;
pub use key::{CreateKey, RevokeKey};
pub use update::UpdateServiceAccount;

use domain::{
    Reach, RecordName, Refusal, ServiceAccount, ServiceAccountId, ServiceScope, Violation,
};

use crate::preconditions::{must_be_seen, must_exist};
use crate::use_case::Context;

/// The account as the caller saw it.
fn seen<'a>(
    context: &Context<'a>,
    id: &ServiceAccountId,
    etag: Option<&str>,
) -> Result<&'a ServiceAccount, Refusal> {
    let name = RecordName::service_account(id);
    let account = must_exist(context, context.view.platform.service_account(id), &name)?;
    must_be_seen(context, etag, account.stamp, &name)?;
    Ok(account)
}

/// Some scopes are about the whole platform, so they cannot be for some organizations only.
fn must_reach_all(scopes: &[ServiceScope]) -> Result<(), Refusal> {
    let narrow = |scope: &ServiceScope| scope.kind.is_platform_wide() && scope.reach != Reach::All;
    let wrong = scopes.iter().enumerate().filter(|(_, scope)| narrow(scope));
    let wrong: Vec<_> = wrong
        .map(|(at, scope)| Violation {
            field: format!("service_account.scopes[{at}]"),
            description: format!(
                "{} must be for all organizations: it is about the whole platform",
                scope.kind
            ),
        })
        .collect();
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(Refusal::invalid(wrong))
    }
}
