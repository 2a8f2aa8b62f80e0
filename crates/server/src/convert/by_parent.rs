//! Requests that say nothing but a page of which list: `build.rs` finds them in the descriptors, and here stands how the
//! name of what a list is below is read.

use app::queries::audit::ListResourceChanges;
use app::queries::list::Listing;
use app::queries::made_thing::ListMadeThings;
use app::queries::partner::ListPartners;
use app::queries::platform::ListOperators;
use app::queries::product_group::ListProductGroups;
use app::queries::service_account::{ListKeys, ListServiceAccounts};
use app::queries::shut_out::ListShutOuts;
use app::queries::team::ListTeamMembers;
use grantor::v1;

use super::by_name::together;
use crate::fields::{Fields, Parse};

/// A list is its parent's ids, and none where it is of the whole platform.
macro_rules! parse {
    ($list:ident: $request:ident) => {
        impl Parse for v1::$request {
            type Command = Listing<$list>;

            fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
                let page = fields.page(self.page_size, self.page_token, self.consistency);
                Some(page?.of($list {}))
            }
        }
    };
    ($list:ident: $request:ident, $parent:ident($($id:ident),*)) => {
        impl Parse for v1::$request {
            type Command = Listing<$list>;

            fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
                let named = fields.$parent("parent", &self.parent);
                let page = fields.page(self.page_size, self.page_token, self.consistency);
                let together!($($id),*) = named?;
                Some(page?.of($list { $($id),* }))
            }
        }
    };
}

/// The ids in the name of each parent, as the lists call them.
macro_rules! by_parent {
    ($list:ident: $request:ident) => {
        parse! { $list: $request }
    };
    ($list:ident: $request:ident, change) => {
        parse! { $list: $request, change(home, revision) }
    };
    ($list:ident: $request:ident, organization) => {
        parse! { $list: $request, organization(organization) }
    };
    ($list:ident: $request:ident, partnership) => {
        parse! { $list: $request, partnership(organization, partnership) }
    };
    ($list:ident: $request:ident, service_account) => {
        parse! { $list: $request, service_account(account) }
    };
    ($list:ident: $request:ident, team) => {
        parse! { $list: $request, team(organization, team) }
    };
}

include!(concat!(env!("OUT_DIR"), "/by_parent.rs"));
