//! Somebody acts for the first time as an account that was made for them: from then on a link to its email proves
//! nothing by itself (rule 6).

use access::View;
use domain::{Home, Refusal, UserId};
use serde::Serialize;

use super::known;
use crate::use_case::{Context, Plan, UseCase, Want};

/// Notes that somebody acts as an account.
#[derive(Debug, Clone, Serialize)]
pub struct NoteFirstAct {
    pub user: UserId,
}

impl UseCase for NoteFirstAct {
    fn home(&self) -> Home {
        Home::People
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        vec![Want::User(self.user.clone())]
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let user = known(context, &self.user)?;
        let mut change = context.change();
        change.save(user.acted_as(context.moment));
        Ok(change.into())
    }
}
