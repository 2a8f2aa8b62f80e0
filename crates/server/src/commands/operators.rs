//! `grantor operators`: who runs the platform. Only the operator's own machine can say it.

use std::process::ExitCode;

use clap::{Args, Subcommand};
use cli::{Failure, say};
use decide::use_cases::operator::{AddOperator, RemoveOperator};
use domain::{Operator, ServiceAccountId, UserId};

use super::{Configured, Written, command_line, with_app};
use crate::names;

/// Name operators.
#[derive(Debug, Args)]
pub(super) struct Operators {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Make a user or service account an operator. An account also needs the scope `operator`.
    Add(Named),
    /// Take it back.
    Remove(Named),
}

#[derive(Debug, Args)]
struct Named {
    /// users/ID or serviceAccounts/ID.
    #[arg(value_parser = operator)]
    operator: Operator,
    #[command(flatten)]
    configured: Configured,
}

impl Operators {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        match self.verb {
            Verb::Add(Named {
                operator,
                configured,
            }) => {
                let add = AddOperator { operator };
                with_app(configured, async |app| {
                    app.write(command_line(Written::OperatorsAdd), add).await?;
                    say("named; it counts within 5 seconds on a running service")
                })
                .await?;
            }
            Verb::Remove(Named {
                operator,
                configured,
            }) => {
                let remove = RemoveOperator { operator };
                with_app(configured, async |app| {
                    app.write(command_line(Written::OperatorsRemove), remove)
                        .await?;
                    say("removed; it counts within 5 seconds on a running service")
                })
                .await?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

fn operator(text: &str) -> Result<Operator, String> {
    let user = names::one(text, "users/*", UserId::parse).map(Operator::User);
    user.or_else(|| {
        names::one(text, "serviceAccounts/*", ServiceAccountId::parse).map(Operator::ServiceAccount)
    })
    .ok_or_else(|| "must be users/ID or serviceAccounts/ID".to_owned())
}
