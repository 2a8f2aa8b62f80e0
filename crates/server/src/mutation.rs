//! What every mutation repeats: its request id, whether it is only a preview, the write, and its errors.

use app::{App, Call, Done, SentRequest};
use decide::use_case::UseCase;
use domain::Refusal;
use grantor::v1;
use prost::Message;
use tonic::Request;

use crate::call::take;
use crate::fields::{Parse, parse};
use crate::problem::Problem;

/// The longest request id, in bytes.
const MAX_REQUEST_ID: usize = 128;

/// A request that changes something.
pub(crate) trait Mutation: Message + Sized {
    /// Answer what would happen and store nothing (AIP-163).
    fn validate_only_mut(&mut self) -> &mut bool;
    /// The idempotency key (AIP-155), which may be empty.
    fn request_id_mut(&mut self) -> &mut String;
}

/// The call that the guard let through, with its idempotency key and whether it is only a preview, and its message.
pub(crate) fn mutation<M: Mutation>(request: Request<M>) -> Result<(Call, M), Problem> {
    let (mut call, mut message) = take(request)?;
    let id = std::mem::take(message.request_id_mut());
    if id.len() > MAX_REQUEST_ID || !id.bytes().all(|byte| byte.is_ascii_graphic()) {
        let why = "must be at most 128 printable ASCII characters without spaces, such as a UUID";
        return Err(Refusal::field("request_id", why).into());
    }
    // A preview is of the same request.
    call.validate_only = std::mem::take(message.validate_only_mut());
    call.request = (!id.is_empty()).then(|| SentRequest::new(&id, &message.encode_to_vec()));
    Ok((call, message))
}

/// Makes the change that a request asks for.
pub(crate) async fn written<M>(app: &App, request: Request<M>) -> Result<Done, Problem>
where
    M: Mutation + Parse<Command: UseCase>,
{
    let (call, message) = mutation(request)?;
    Ok(app.write(call, parse(message)?).await?)
}

macro_rules! mutations {
    ($($message:ident,)*) => {$(
        impl Mutation for v1::$message {
            fn validate_only_mut(&mut self) -> &mut bool {
                &mut self.validate_only
            }

            fn request_id_mut(&mut self) -> &mut String {
                &mut self.request_id
            }
        }
    )*};
}

mutations! {
    AcceptInvitationRequest, AcceptProposalRequest, AddChangeRequestCommentRequest, AddProductTagsRequest,
    AddProductsToGroupRequest, AddTeamMembersRequest, ApplyCatalogRequest, ApplyChangeRequestRequest,
    AppointLegalRepresentativeRequest, BatchCreateGrantsRequest, BatchCreateMembersRequest, BatchCreateProductsRequest, BatchDeleteGrantsRequest,
    CancelChangeRequestRequest, ChangeMandateRequest, ConfirmEmailRequest, CreateChangeRequestRequest,
    CreateClientAssignmentRequest, CreateGrantRequest, CreateInvitationRequest, CreateKeyRequest,
    CreateOrganizationRequest, CreateProductGroupRequest, CreateProductRequest, CreateServiceAccountRequest,
    CreateTeamRequest, DeactivateMemberRequest, DeactivateUserRequest, DeleteClientAssignmentRequest,
    DeleteGrantRequest, DeleteProductGroupRequest, DeleteProductRequest, DeleteServiceAccountRequest,
    DeleteTeamRequest, EnlistPartnerRequest, EraseUserRequest, GrantFullAccessRequest, LeaveOrganizationRequest,
    LiftShutOutRequest, ProposePartnershipRequest, ReactivateMemberRequest, ReactivateUserRequest,
    RefuseInvitationRequest, RefuseProposalRequest, RegisterUserRequest, RejectChangeRequestRequest,
    RemoveMemberRequest, RemoveProductTagsRequest, RemoveProductsFromGroupRequest, RemoveTeamMembersRequest,
    ReplaceAllMemberAccessRequest, ReplaceMemberAccessRequest, ResendInvitationRequest, ResendProposalRequest,
    RetireProductTypeRequest, RevokeKeyRequest, SetAdministratorLimitRequest, SetBrandingApprovalRequest,
    SetChangePolicyRequest, SetQuotasRequest, ShutOutUserRequest, StartChangeRequestRequest, SwitchWalletRequest,
    TakeBackMadeThingsRequest, TerminatePartnershipRequest, UnlistPartnerRequest, UpdateClientAssignmentRequest,
    UpdateGrantRequest, UpdateMemberRequest, UpdateOrganizationRequest, UpdatePartnerRequest,
    UpdatePlatformSettingsRequest, UpdateProductGroupRequest, UpdateProductRequest, UpdateServiceAccountRequest,
    UpdateTeamRequest, UpdateUserRequest, WithdrawInvitationRequest, WithdrawProposalRequest,
}
