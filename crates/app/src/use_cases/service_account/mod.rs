//! How do internal services come to be known, and what may they do? Their keys are in `key`.

mod create;
mod delete;
mod key;
mod update;

pub use create::CreateServiceAccount;
pub use delete::DeleteServiceAccount;
pub use key::{CreateKey, RevokeKey};
pub use update::UpdateServiceAccount;

use domain::{RecordName, Refusal, ServiceAccount, ServiceAccountId};

use super::found::{found, must_be_seen};
use crate::use_case::Given;

/// The account as the caller saw it.
fn seen<'a>(
    given: &Given<'a>,
    id: &ServiceAccountId,
    etag: Option<&str>,
) -> Result<&'a ServiceAccount, Refusal> {
    let name = RecordName::service_account(id);
    let account = found(given, given.view.platform.service_account(id), &name)?;
    must_be_seen(given, etag, account.stamp, &name)?;
    Ok(account)
}
