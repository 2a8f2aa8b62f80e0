//! A person's data is deleted for ever: in `users` first, then in each home that holds something of theirs.

use access::View;
use domain::{Home, Latch, Refusal, UserId};
use serde::Serialize;

use super::known;
use crate::etag::must_match;
use crate::rules::rule_05::{left_without_representative, must_leave_none_alone};
use crate::use_case::{Context, Plan, UseCase, Want};

/// Deletes a person's data in `users`; the id stays, without access.
#[derive(Debug, Clone, Serialize)]
pub struct EraseUser {
    pub user: UserId,
    /// The etag that was read.
    pub etag: Option<String>,
}

/// Deletes what another home holds of an erased person.
#[derive(Debug, Clone, Serialize)]
pub struct EraseUserIn {
    pub home: Home,
    pub user: UserId,
}

impl UseCase for EraseUser {
    fn home(&self) -> Home {
        Home::People
    }

    fn about(&self) -> Option<&UserId> {
        Some(&self.user)
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        vec![
            Want::User(self.user.clone()),
            Want::Memberships(self.user.clone()),
        ]
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let user = known(context, &self.user)?;
        // A repeat goes through, whatever its caller saw, so that it can go on elsewhere.
        if !user.is_erased() {
            must_match(
                self.etag.as_deref(),
                user.stamp,
                &self.user.resource_name().to_string(),
            )?;
        }
        must_leave_none_alone(context, &self.user)?;
        let mut change = context.change();
        change.save(user.erase(context.moment));
        change.erases = Some(self.user.clone());
        change.takes_from.push(Latch::User(self.user.clone()));
        change.outcome.without_representative = left_without_representative(context, &self.user);
        Ok(change.into())
    }
}

impl UseCase for EraseUserIn {
    fn home(&self) -> Home {
        self.home.clone()
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        vec![Want::User(self.user.clone())]
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        known(context, &self.user)?.must_be_erased()?;
        let mut change = context.change();
        change.erases = Some(self.user.clone());
        Ok(change.into())
    }
}
