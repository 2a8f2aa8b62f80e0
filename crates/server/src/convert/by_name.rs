//! Requests that say nothing but a resource's name, and perhaps the etag that was seen: `build.rs` finds them in the
//! descriptors, and here stands how the name of each noun is read.

use decide::use_cases::catalog::RetireProductType;
use decide::use_cases::change_request::{CancelChangeRequest, StartChangeRequest};
use decide::use_cases::client_assignment::DeleteClientAssignment;
use decide::use_cases::grant::DeleteGrant;
use decide::use_cases::invitation::WithdrawInvitation;
use decide::use_cases::member::{
    DeactivateMember, LeaveOrganization, ReactivateMember, RemoveMember,
};
use decide::use_cases::partner::UnlistPartner;
use decide::use_cases::partnership::WithdrawProposal;
use decide::use_cases::product::DeleteProduct;
use decide::use_cases::product_group::DeleteProductGroup;
use decide::use_cases::service_account::{DeleteServiceAccount, RevokeKey};
use decide::use_cases::shut_out::LiftShutOut;
use decide::use_cases::team::DeleteTeam;
use decide::use_cases::user::{DeactivateUser, EraseUser, ReactivateUser};
use domain::{
    AssignmentId, ChangeRequestId, GrantId, GroupId, Home, InvitationId, KeyId, OrganizationId,
    PartnershipId, ProductId, ProductTypeId, ServiceAccountId, TeamId, UserId,
};
use grantor::v1;

use super::edit::seen;
use crate::fields::{Fields, Parse};

/// One alone, or all of them as a tuple.
macro_rules! together {
    ($one:ident) => { $one };
    ($($all:ident),*) => { ($($all),*) };
}

pub(super) use together;

/// A question is the ids alone; what changes something is a use case, with the etag where there is one.
macro_rules! parse {
    ($noun:ident($($id:ident: $type:ident),*): $request:ident) => {
        impl Parse for v1::$request {
            type Command = together!($($type),*);

            fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
                fields.$noun("name", &self.name)
            }
        }
    };
    ($noun:ident($($id:ident: $type:ident),*): $request:ident => $command:ident $(, $etag:ident)?) => {
        impl Parse for v1::$request {
            type Command = $command;

            fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
                let together!($($id),*): together!($($type),*) = fields.$noun("name", &self.name)?;
                Some($command { $($id,)* $($etag: seen(self.$etag))? })
            }
        }
    };
}

/// Makes `by_name!`, which hands what is asked on to `parse!`, with the ids of its noun. `$d` is the `$` of that macro.
macro_rules! nouns {
    ($d:tt $($noun:ident($($ids:tt)*);)*) => {
        macro_rules! by_name {$(
            ($noun: $d($d asked:tt)*) => { parse! { $noun($($ids)*): $d($d asked)* } };
        )*}
    };
}

// The ids in the name of each noun, as the use cases call them.
nouns! { $
    change(home: Home, revision: u64);
    change_request(organization: OrganizationId, id: ChangeRequestId);
    client_assignment(organization: OrganizationId, id: AssignmentId);
    grant(organization: OrganizationId, id: GrantId);
    invitation(organization: OrganizationId, invitation: InvitationId);
    key(account: ServiceAccountId, key: KeyId);
    member(organization: OrganizationId, user: UserId);
    organization(organization: OrganizationId);
    partner(organization: OrganizationId);
    partnership(organization: OrganizationId, id: PartnershipId);
    platform_settings();
    product(organization: OrganizationId, id: ProductId);
    product_group(organization: OrganizationId, id: GroupId);
    product_type(id: ProductTypeId);
    service_account(id: ServiceAccountId);
    shut_out(organization: OrganizationId, user: UserId);
    team(organization: OrganizationId, id: TeamId);
    user(user: UserId);
}

include!(concat!(env!("OUT_DIR"), "/by_name.rs"));
