//! Every use case by name, so that what holds for all of them is one match without wildcard.

/// A use case that stands in the list of all.
pub trait Named {
    /// Its name there.
    const NAME: UseCaseName;
}

/// Calls a macro with all use cases; a new one is added here.
macro_rules! every_use_case {
    ($call:ident) => {
        $call! {
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
            CreateMembers,
            CreateOrganization,
            CreateProduct,
            CreateProductGroup,
            CreateProducts,
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
    };
}

macro_rules! names {
    ($($name:ident,)*) => {
        /// The use cases; whoever asks by name decides about each.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum UseCaseName {
            $($name,)*
        }
    };
}

every_use_case!(names);

pub(crate) use every_use_case;
