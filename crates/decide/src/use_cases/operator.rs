//! Who runs the platform: named on the operator's machine, never by an RPC.

use access::View;
use domain::{Caller, Home, Latch, Operator, Reason, Record, RecordName, Refusal, Stamp};
use serde::Serialize;

use super::user::known;
use crate::use_case::{Context, Plan, UseCase, Want};

/// Names an operator; one who is named already stays.
#[derive(Debug, Clone, Serialize)]
pub struct AddOperator {
    pub operator: Operator,
}

/// Takes an operator's name off.
#[derive(Debug, Clone, Serialize)]
pub struct RemoveOperator {
    pub operator: Operator,
}

impl UseCase for AddOperator {
    fn home(&self) -> Home {
        Home::Platform
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        match &self.operator {
            Operator::User(user) => vec![Want::User(user.clone())],
            Operator::ServiceAccount(_) => Vec::new(),
        }
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        must_be_command_line(context)?;
        must_exist(context, &self.operator)?;
        let mut change = context.change();
        if !context.view.platform.is_operator(&self.operator) {
            let stamp = Stamp::new(context.moment);
            change.save(Record::Operator {
                operator: self.operator.clone(),
                stamp,
            });
        }
        Ok(change.into())
    }
}

impl UseCase for RemoveOperator {
    fn home(&self) -> Home {
        Home::Platform
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        must_be_command_line(context)?;
        if !context.view.platform.is_operator(&self.operator) {
            return Err(Refusal::not_found(format!(
                "the operator {}",
                principal(&self.operator)
            )));
        }
        let mut change = context.change();
        change.remove(record_name(&self.operator, context));
        change.takes_from.push(match &self.operator {
            Operator::User(user) => Latch::User(user.clone()),
            Operator::ServiceAccount(account) => Latch::ServiceAccount(account.clone()),
        });
        Ok(change.into())
    }
}

/// The resource name of an operator: `users/ann` or `serviceAccounts/billing`.
pub fn principal(operator: &Operator) -> String {
    match operator {
        Operator::User(user) => user.resource_name().to_string(),
        Operator::ServiceAccount(account) => account.resource_name().to_string(),
    }
}

fn record_name(operator: &Operator, context: &Context<'_>) -> RecordName {
    Record::Operator {
        operator: operator.clone(),
        stamp: Stamp::new(context.moment),
    }
    .name()
}

fn must_exist(context: &Context<'_>, operator: &Operator) -> Result<(), Refusal> {
    match operator {
        Operator::User(user) => known(context, user)?.must_be_active(),
        Operator::ServiceAccount(account) => {
            let account = context.view.platform.service_account(account);
            account
                .map(|_| ())
                .ok_or_else(|| Refusal::not_found(principal(operator)))
        }
    }
}

fn must_be_command_line(context: &Context<'_>) -> Result<(), Refusal> {
    if context.who.caller == Caller::CommandLine {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::OperatorRequired,
        "Operators are named on the command line of the server (grantor operators add), never by a call.",
    ))
}
