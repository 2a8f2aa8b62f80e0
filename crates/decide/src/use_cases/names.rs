//! Every use case by name, so that what holds for all of them is one match without wildcard.

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
    DeactivateMember, GrantFullAccess, LeaveOrganization, ReactivateMember, RemoveMember,
    ReplaceAllMemberAccess, ReplaceMemberAccess, UpdateMember,
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
    AddProductTags, CreateProduct, DeleteProduct, RemoveProductTags, UpdateProduct,
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

/// A use case that stands in the list of all.
pub trait Named {
    /// Its name there.
    const NAME: UseCaseName;
}

macro_rules! names {
    ($($name:ident,)*) => {
        /// The use cases; a new one is added here, and whoever asks by name decides about it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum UseCaseName {
            $($name,)*
        }

        $(impl Named for $name {
            const NAME: UseCaseName = UseCaseName::$name;
        })*
    };
}

names! {
    AcceptInvitation,
    AcceptProposal,
    AddChangeRequestComment,
    AddOperator,
    AddProductTags,
    AddProductsToGroup,
    AddTeamMembers,
    ApplyCatalog,
    ApplyChangeRequest,
    AppointLegalRepresentative,
    CancelChangeRequest,
    ChangeMandate,
    ConfirmEmail,
    CreateChangeRequest,
    CreateClientAssignment,
    CreateGrant,
    CreateGrants,
    CreateInvitation,
    CreateKey,
    CreateOrganization,
    CreateProduct,
    CreateProductGroup,
    CreateServiceAccount,
    CreateTeam,
    DeactivateMember,
    DeactivateUser,
    DeleteClientAssignment,
    DeleteGrant,
    DeleteGrants,
    DeleteProduct,
    DeleteProductGroup,
    DeleteServiceAccount,
    DeleteTeam,
    EnlistPartner,
    EraseUser,
    EraseUserIn,
    GrantFullAccess,
    LeaveOrganization,
    LiftShutOut,
    NoteFirstAct,
    ProposePartnership,
    ReactivateMember,
    ReactivateUser,
    RefuseInvitation,
    RefuseProposal,
    RegisterUser,
    RejectChangeRequest,
    RemoveMember,
    RemoveOperator,
    RemoveProductTags,
    RemoveProductsFromGroup,
    RemoveTeamMembers,
    ReplaceAllMemberAccess,
    ReplaceMemberAccess,
    ResendInvitation,
    ResendProposal,
    RetireProductType,
    RevokeKey,
    SetAdministratorLimit,
    SetBrandingApproval,
    SetChangePolicy,
    SetQuotas,
    ShutOutUser,
    StartChangeRequest,
    SwitchWallet,
    TakeBackMadeThings,
    TerminatePartnership,
    UnlistPartner,
    UpdateClientAssignment,
    UpdateGrant,
    UpdateMember,
    UpdateOrganization,
    UpdatePartner,
    UpdatePlatformSettings,
    UpdateProduct,
    UpdateProductGroup,
    UpdateServiceAccount,
    UpdateTeam,
    UpdateUser,
    WithdrawInvitation,
    WithdrawProposal,
}
