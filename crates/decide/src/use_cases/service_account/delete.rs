//! What goes when a service goes? Its keys, and its being an operator.

use domain::{Home, Kind, Latch, Operator, RecordName, Refusal, ServiceAccountId};
use serde::Serialize;

use super::seen;
use crate::use_case::{Context, Plan, UseCase};

/// Deletes a service account and its keys for good. For the operator.
#[derive(Debug, Clone, Serialize)]
pub struct DeleteServiceAccount {
    pub id: ServiceAccountId,
    /// What was read.
    pub etag: Option<String>,
}

impl UseCase for DeleteServiceAccount {
    fn home(&self) -> Home {
        Home::Platform
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let account = seen(context, &self.id, self.etag.as_deref())?;
        let platform = &context.view.platform;
        let mut change = context.change();
        for key in platform.keys_of(&account.id) {
            change.remove(RecordName::key(&key.id));
            change.takes_from.push(Latch::Key(key.id.clone()));
        }
        let operator = Operator::ServiceAccount(account.id.clone());
        if platform.is_operator(&operator) {
            change.remove(operator_name(&account.id));
        }
        let name = RecordName::service_account(&account.id);
        change.remove(name.clone());
        change
            .takes_from
            .push(Latch::ServiceAccount(account.id.clone()));
        change.outcome.about = Some(name);
        Ok(change.into())
    }
}

/// As `Record::name` writes it.
fn operator_name(id: &ServiceAccountId) -> RecordName {
    RecordName {
        kind: Kind::Operator,
        id: format!("account:{id}"),
    }
}
