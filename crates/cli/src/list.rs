//! `grantor list`: the question turned round: which products, who, which rights, and which since when.

mod access_changes;

use std::process::ExitCode;

use clap::{Args, Subcommand};
use grantor::v1;
use v1::access_service_client::AccessServiceClient;

use super::caller::Caller;
use super::fresh::Fresh;
use super::output::Output;
use super::pages::{Limit, Listed};
use super::refusal::answered;
use super::table::Table;
use super::terminal::note;
use super::words::{paths, plain, role, time};
use super::{Failure, short};

/// Ask which products a user may use, who may use a product, which rights somebody has, gained or lost.
#[derive(Debug, Args)]
pub(super) struct List {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// On which products of an organization a user has any right, or a given one.
    Products(Products),
    /// Who has a right on a product or an organization, and through what.
    Accessors(Accessors),
    /// All rights that a user has on a product or an organization, and through what.
    Rights(Rights),
    /// What a user, or everybody on a product, gained and lost between two times, and by what.
    AccessChanges(access_changes::AccessChanges),
}

impl List {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        match self.verb {
            Verb::Products(asked) => asked.run().await,
            Verb::Accessors(asked) => asked.run().await,
            Verb::Rights(asked) => asked.run().await,
            Verb::AccessChanges(asked) => asked.run().await,
        }?;
        Ok(ExitCode::SUCCESS)
    }
}

/// How an answer of now is asked for and shown.
#[derive(Debug, Args)]
struct AnswerOptions {
    #[command(flatten)]
    fresh: Fresh,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    caller: Caller,
}

#[derive(Debug, Args)]
#[command(after_help = "Example: grantor list products alice acme --right kdrive/manage")]
struct Products {
    /// Who, such as users/alice or alice.
    #[arg(value_parser = short::user)]
    subject: String,
    /// Of which organization, such as organizations/acme or acme.
    #[arg(value_parser = short::organization)]
    organization: String,
    /// Only where the user has this right, with its type, such as kdrive/manage.
    #[arg(long)]
    right: Option<String>,
    /// Only products of this type, such as productTypes/kdrive or kdrive.
    #[arg(long = "type", value_name = "TYPE", value_parser = short::product_type)]
    product_type: Option<String>,
    #[command(flatten)]
    limit: Limit,
    #[command(flatten)]
    asked: AnswerOptions,
}

impl Products {
    async fn run(self) -> Result<(), Failure> {
        let request = v1::ListAccessibleProductsRequest {
            parent: self.organization,
            subject: self.subject,
            right: self.right.unwrap_or_default(),
            product_type: self.product_type.unwrap_or_default(),
            consistency: self.asked.fresh.consistency(),
            ..Default::default()
        };
        let listed = self
            .limit
            .read(self.asked.caller.open().await?, |page_size| {
                v1::ListAccessibleProductsRequest {
                    page_size,
                    ..request.clone()
                }
            });
        self.asked.output.many(&listed.await?, |products| {
            let mut table = Table::new(["PRODUCT", "TYPE", "CALLED", "RIGHTS"]);
            for product in products {
                table.row([
                    product.product.clone(),
                    short::id(&product.product_type).to_owned(),
                    product.display_name.clone(),
                    product.rights.join(", "),
                ]);
            }
            table
        })
    }
}

#[derive(Debug, Args)]
#[command(after_help = "Example: grantor list accessors acme/drive-1 --right statistics")]
struct Accessors {
    /// On what: organizations/acme or acme; organizations/acme/products/drive-1 or acme/drive-1.
    #[arg(value_parser = short::resource)]
    resource: String,
    /// Which right, such as manage or, on an organization, manage_users.
    #[arg(long)]
    right: String,
    #[command(flatten)]
    limit: Limit,
    #[command(flatten)]
    asked: AnswerOptions,
}

impl Accessors {
    async fn run(self) -> Result<(), Failure> {
        let request = v1::ListAccessorsRequest {
            resource: self.resource,
            right: self.right,
            consistency: self.asked.fresh.consistency(),
            ..Default::default()
        };
        let listed = self
            .limit
            .read(self.asked.caller.open().await?, |page_size| {
                v1::ListAccessorsRequest {
                    page_size,
                    ..request.clone()
                }
            });
        self.asked.output.many(&listed.await?, |accessors| {
            let mut table = Table::new(["USER", "ROLE", "THROUGH", "UNTIL"]);
            for accessor in accessors {
                table.row([
                    accessor.user.clone(),
                    role(accessor.role()),
                    paths(&accessor.paths),
                    time(accessor.valid_until.as_ref()),
                ]);
            }
            table
        })
    }
}

#[derive(Debug, Args)]
#[command(after_help = "Example: grantor list rights alice acme/drive-1")]
struct Rights {
    /// Who, such as users/alice or alice.
    #[arg(value_parser = short::user)]
    subject: String,
    /// On what: organizations/acme or acme; organizations/acme/products/drive-1 or acme/drive-1.
    #[arg(value_parser = short::resource)]
    resource: String,
    #[command(flatten)]
    asked: AnswerOptions,
}

impl Rights {
    async fn run(self) -> Result<(), Failure> {
        let mut client = AccessServiceClient::new(self.asked.caller.open().await?);
        let request = v1::ListRightsRequest {
            subject: self.subject,
            resource: self.resource,
            consistency: self.asked.fresh.consistency(),
            ..Default::default()
        };
        let answer = answered(client.list_rights(request).await)?;
        if answer.rights.is_empty() {
            let reason = plain(answer.reason().as_str_name(), "ACCESS_REASON_");
            note(&format!("no right at all: {reason}"));
        }
        if let Some(until) = &answer.valid_until {
            note(&format!(
                "this can change by itself at {}",
                time(Some(until))
            ));
        }
        self.asked
            .output
            .many(&Listed::whole(answer.rights), |rights| {
                let mut table = Table::new(["RIGHT", "THROUGH"]);
                for held in rights {
                    table.row([held.right.clone(), paths(&held.paths)]);
                }
                table
            })
    }
}
