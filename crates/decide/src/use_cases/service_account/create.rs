//! How does an internal service become known?

use domain::{
    DisplayName, Home, RecordName, Refusal, ServiceAccount, ServiceAccountId, ServiceScope, Stamp,
};
use serde::Serialize;

use super::must_reach_all;
use crate::preconditions::must_be_free;
use crate::use_case::{Context, Plan, UseCase};

/// Makes a service account, without keys. For the operator.
#[derive(Debug, Clone, Serialize)]
pub struct CreateServiceAccount {
    /// The id; made by the server where it is `None`.
    pub id: Option<ServiceAccountId>,
    /// The name for people.
    pub display_name: DisplayName,
    /// What it may do and where.
    pub scopes: Vec<ServiceScope>,
}

impl UseCase for CreateServiceAccount {
    fn home(&self) -> Home {
        Home::Platform
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let id = match &self.id {
            Some(id) => id.clone(),
            None => ServiceAccountId::parse(&context.seed.id("service_account", 0))
                .map_err(|invalid| Refusal::field("service_account_id", invalid.to_string()))?,
        };
        must_reach_all(&self.scopes)?;
        let known = context.view.platform.service_account(&id);
        must_be_free(context, known, &RecordName::service_account(&id))?;
        let mut change = context.change();
        change.save(ServiceAccount {
            id,
            display_name: self.display_name.clone(),
            scopes: self.scopes.clone(),
            stamp: Stamp::new(context.moment),
        });
        Ok(change.into())
    }
}
