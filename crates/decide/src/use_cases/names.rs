//! Which name has which use case? Each is called as its command.

use super::catalog::{ApplyCatalog, RetireProductType};
use super::change_request::{
    AddChangeRequestComment, ApplyChangeRequest, CancelChangeRequest, CreateChangeRequest,
    RejectChangeRequest, StartChangeRequest,
};
use super::client_assignment::{
    CreateClientAssignment, DeleteClientAssignment, UpdateClientAssignment,
};
use super::grant::{CreateGrant, CreateGrants, DeleteGrant, DeleteGrants, UpdateGrant};
use super::invitation::{
    AcceptInvitation, CreateInvitation, RefuseInvitation, ResendInvitation, WithdrawInvitation,
};
use super::member::{
    CreateMembers, DeactivateMember, GrantFullAccess, LeaveOrganization, ReactivateMember,
    RemoveMember, ReplaceAllMemberAccess, ReplaceMemberAccess, UpdateMember,
};
use super::operator::{AddOperator, RemoveOperator};
use super::organization::{
    AppointLegalRepresentative, CreateOrganization, SetAdministratorLimit, SetBrandingApproval,
    SetChangePolicy, SetQuotas, UpdateOrganization,
};
use super::partner::{EnlistPartner, UnlistPartner, UpdatePartner};
use super::partnership::{
    AcceptProposal, ChangeMandate, ProposePartnership, RefuseProposal, ResendProposal,
    SwitchWallet, TakeBackMadeThings, TerminatePartnership, WithdrawProposal,
};
use super::platform::UpdatePlatformSettings;
use super::product::{
    AddProductTags, CreateProduct, CreateProducts, DeleteProduct, RemoveProductTags, UpdateProduct,
};
use super::product_group::{
    AddProductsToGroup, CreateProductGroup, DeleteProductGroup, RemoveProductsFromGroup,
    UpdateProductGroup,
};
use super::service_account::{
    CreateKey, CreateServiceAccount, DeleteServiceAccount, RevokeKey, UpdateServiceAccount,
};
use super::shut_out::{LiftShutOut, ShutOutUser};
use super::team::{AddTeamMembers, CreateTeam, DeleteTeam, RemoveTeamMembers, UpdateTeam};
use super::user::{
    ConfirmEmail, DeactivateUser, EraseUser, EraseUserIn, NoteFirstAct, ReactivateUser,
    RegisterUser, UpdateUser,
};

use crate::use_case_name::{Named, UseCaseName, every_use_case};

macro_rules! named {
    ($($name:ident,)*) => {$(
        impl Named for $name {
            const NAME: UseCaseName = UseCaseName::$name;
        }
    )*};
}

every_use_case!(named);
