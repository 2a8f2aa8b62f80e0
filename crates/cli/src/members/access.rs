//! `grantor members access`: what a member has on products, as a tree by type.

use clap::Args;
use grantor::v1;
use v1::future_products::Choice;
use v1::member_service_client::MemberServiceClient;

use super::{Caller, Fresh, Output, answered};
use crate::words::{counted, path, rights, scope, visible};
use crate::{Failure, short};

/// See what a member has.
#[derive(Debug, Args)]
#[command(after_help = "Example: grantor members access acme/alice --type kdrive")]
pub(super) struct Access {
    /// Whose, such as organizations/acme/members/alice or acme/alice.
    #[arg(value_parser = short::member)]
    name: String,
    /// Only on products of this type, such as productTypes/kdrive or kdrive.
    #[arg(long = "type", value_name = "TYPE", value_parser = short::product_type)]
    product_type: Option<String>,
    /// Show types on which the member has nothing as well.
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    fresh: Fresh,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    caller: Caller,
}

impl Access {
    pub(super) async fn run(self) -> Result<(), Failure> {
        let mut client = MemberServiceClient::new(self.caller.open().await?);
        let request = v1::GetMemberAccessRequest {
            name: self.name,
            product_type: self.product_type.unwrap_or_default(),
            consistency: self.fresh.consistency(),
        };
        let answer = answered(client.get_member_access(request).await)?;
        let access = answer.access.unwrap_or_default();
        self.output.one(&access, || tree(&access, self.all))
    }
}

/// A type with its products, and below it each way in which the member has something on them.
fn tree(access: &v1::MemberAccess, all: bool) -> String {
    let mut text = format!("{} (etag {})\n", access.member, access.etag);
    let shown = access
        .types
        .iter()
        .filter(|on| all || on.own.is_some() || !on.others.is_empty());
    for on in shown {
        let managed = if on.externally_managed {
            ", managed by another system"
        } else {
            ""
        };
        text += &format!(
            "{} ({}): rights on {}{managed}\n",
            visible(&on.display_name),
            short::id(&on.product_type),
            counted(on.product_count, "product"),
        );
        text += &own(on.own.as_ref());
        for other in &on.others {
            let way = other.path.as_ref().map(path).unwrap_or_default();
            // A legal representative has everything; no scope says so.
            let on = other
                .scope
                .as_ref()
                .map_or("all products".to_owned(), |on| scope(Some(on)));
            text += &format!(
                "  {way}: {} on {}\n",
                rights(other.rights.as_ref()),
                visible(&on)
            );
        }
    }
    text
}

fn own(own: Option<&v1::OwnTypeAccess>) -> String {
    let Some(own) = own else {
        return String::new();
    };
    let mut text = String::new();
    if own.type_rights.is_some() {
        text += &format!(
            "  own: {} on all of the type\n",
            rights(own.type_rights.as_ref())
        );
    }
    for on in &own.products {
        text += &format!(
            "  own: {} on {}\n",
            rights(on.rights.as_ref()),
            short::id(&on.product)
        );
    }
    if let Some(Choice::Rights(later)) = own
        .future_products
        .as_ref()
        .and_then(|later| later.choice.as_ref())
    {
        text += &format!("  own: {} on those made later\n", rights(Some(later)));
    }
    text
}
