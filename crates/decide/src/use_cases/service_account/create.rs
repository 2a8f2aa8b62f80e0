//! How does an internal service become known?

use domain::{
    DisplayName, Home, RecordName, Refusal, ServiceAccount, ServiceAccountId, ServiceScope, Stamp,
};
use serde::Serialize;

use super::must_reach_all;
use crate::use_case::{Given, Plan, UseCase};
use crate::use_cases::found::must_be_free;

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

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        let id = match &self.id {
            Some(id) => id.clone(),
            None => ServiceAccountId::parse(&given.draw.id("service_account", 0))
                .map_err(|invalid| Refusal::field("service_account_id", invalid.to_string()))?,
        };
        must_reach_all(&self.scopes)?;
        let known = given.view.platform.service_account(&id);
        must_be_free(given, known, &RecordName::service_account(&id))?;
        let mut change = given.change();
        change.save(ServiceAccount {
            id,
            display_name: self.display_name.clone(),
            scopes: self.scopes.clone(),
            stamp: Stamp::new(given.moment),
        });
        Ok(change.into())
    }
}
