//! Sentences about what is changed: members, grants, invitations, organizations, users, the platform.

use std::fmt::Debug;

use grantor::v1;
use tonic::Code;

use super::actor::{Actor, Answer, Refused};
use super::make::fully;

/// Code and reason of a refusal, as the caller sees them.
pub type Why = (Code, &'static str);

/// Each refusal with its code.
pub mod why {
    use super::{Code, Why};

    pub const ACTING_USER_INACTIVE: Why = (Code::PermissionDenied, "ACTING_USER_INACTIVE");
    pub const ACTING_USER_REQUIRED: Why = (Code::PermissionDenied, "ACTING_USER_REQUIRED");
    pub const ADMINISTRATOR_ABOVE: Why = (Code::PermissionDenied, "ADMINISTRATOR_ABOVE");
    pub const ADMINISTRATOR_LIMIT: Why = (Code::ResourceExhausted, "ADMINISTRATOR_LIMIT");
    pub const ALL_PRODUCTS_NOT_ACKNOWLEDGED: Why =
        (Code::InvalidArgument, "ALL_PRODUCTS_NOT_ACKNOWLEDGED");
    pub const CHANGE_POLICY_BY_REQUEST: Why =
        (Code::FailedPrecondition, "CHANGE_POLICY_BY_REQUEST");
    pub const CHANGE_REQUEST_NOT_OPEN: Why = (Code::FailedPrecondition, "CHANGE_REQUEST_NOT_OPEN");
    pub const CHANGE_REQUEST_OUTDATED: Why = (Code::FailedPrecondition, "CHANGE_REQUEST_OUTDATED");
    pub const CLOCK_BEHIND: Why = (Code::FailedPrecondition, "CLOCK_BEHIND");
    pub const EMAIL_NOT_CONFIRMED: Why = (Code::FailedPrecondition, "EMAIL_NOT_CONFIRMED");
    pub const EMAIL_TAKEN: Why = (Code::AlreadyExists, "EMAIL_TAKEN");
    pub const ETAG_MISMATCH: Why = (Code::Aborted, "ETAG_MISMATCH");
    pub const EXTERNALLY_MANAGED: Why = (Code::FailedPrecondition, "EXTERNALLY_MANAGED");
    pub const FIELD_INVALID: Why = (Code::InvalidArgument, "FIELD_INVALID");
    pub const GIVEN_BEFORE_PARTNERSHIP: Why =
        (Code::FailedPrecondition, "GIVEN_BEFORE_PARTNERSHIP");
    pub const GIVEN_BY_ANOTHER: Why = (Code::FailedPrecondition, "GIVEN_BY_ANOTHER");
    pub const GRANT_ENDED: Why = (Code::FailedPrecondition, "GRANT_ENDED");
    pub const GIVES_MORE_THAN_HELD: Why = (Code::PermissionDenied, "GIVES_MORE_THAN_HELD");
    pub const ID_TAKEN: Why = (Code::AlreadyExists, "ID_TAKEN");
    pub const INVITATION_EXPIRED: Why = (Code::FailedPrecondition, "INVITATION_EXPIRED");
    pub const INVITATION_NOT_OPEN: Why = (Code::FailedPrecondition, "INVITATION_NOT_OPEN");
    pub const INVITATION_OPEN: Why = (Code::AlreadyExists, "INVITATION_OPEN");
    pub const LAST_LEGAL_REPRESENTATIVE: Why =
        (Code::FailedPrecondition, "LAST_LEGAL_REPRESENTATIVE");
    pub const LAST_KEY: Why = (Code::FailedPrecondition, "LAST_KEY");
    pub const LAST_OPERATOR: Why = (Code::FailedPrecondition, "LAST_OPERATOR");
    pub const LEGAL_REPRESENTATIVE_REQUIRED: Why =
        (Code::PermissionDenied, "LEGAL_REPRESENTATIVE_REQUIRED");
    pub const MAIL_LIMIT: Why = (Code::ResourceExhausted, "MAIL_LIMIT");
    pub const MEMORY_FULL: Why = (Code::ResourceExhausted, "MEMORY_FULL");
    pub const WORK_BUDGET_EXCEEDED: Why = (Code::ResourceExhausted, "WORK_BUDGET_EXCEEDED");
    pub const MEMBER_EXISTS: Why = (Code::AlreadyExists, "MEMBER_EXISTS");
    pub const NOT_MADE_THROUGH: Why = (Code::FailedPrecondition, "NOT_MADE_THROUGH");
    pub const NOT_FOUND: Why = (Code::NotFound, "NOT_FOUND");
    pub const OPERATOR_REQUIRED: Why = (Code::PermissionDenied, "OPERATOR_REQUIRED");
    pub const PARTNER_MAY_NOT: Why = (Code::PermissionDenied, "PARTNER_MAY_NOT");
    pub const PARTNER_NOT_LISTED: Why = (Code::FailedPrecondition, "PARTNER_NOT_LISTED");
    pub const PARTNERSHIP_LIVE: Why = (Code::AlreadyExists, "PARTNERSHIP_LIVE");
    pub const PARTNERSHIP_NOT_ACTIVE: Why = (Code::FailedPrecondition, "PARTNERSHIP_NOT_ACTIVE");
    pub const WALLET_NOT_SWITCHABLE: Why = (Code::FailedPrecondition, "WALLET_NOT_SWITCHABLE");
    pub const OWN_CHANGE_REQUEST: Why = (Code::PermissionDenied, "OWN_CHANGE_REQUEST");
    pub const PRODUCT_TYPE_RETIRED: Why = (Code::FailedPrecondition, "PRODUCT_TYPE_RETIRED");
    pub const RAISES_SELF: Why = (Code::PermissionDenied, "RAISES_SELF");
    pub const REQUESTER_MAY_NO_LONGER: Why = (Code::FailedPrecondition, "REQUESTER_MAY_NO_LONGER");
    pub const REQUESTER_REQUIRED: Why = (Code::PermissionDenied, "REQUESTER_REQUIRED");
    pub const RIGHT_MISSING: Why = (Code::PermissionDenied, "RIGHT_MISSING");
    pub const RIGHTS_DO_NOT_APPLY: Why = (Code::InvalidArgument, "RIGHTS_DO_NOT_APPLY");
    pub const RIGHT_UNKNOWN: Why = (Code::InvalidArgument, "RIGHT_UNKNOWN");
    pub const SCOPE_MISSING: Why = (Code::PermissionDenied, "SCOPE_MISSING");
    pub const SENDER_MAY_NO_LONGER: Why = (Code::FailedPrecondition, "SENDER_MAY_NO_LONGER");
    pub const SHUT_OUT: Why = (Code::FailedPrecondition, "SHUT_OUT");
    pub const QUOTA_EXCEEDED: Why = (Code::ResourceExhausted, "QUOTA_EXCEEDED");
    pub const SIZE_LIMIT: Why = (Code::ResourceExhausted, "SIZE_LIMIT");
    pub const STILL_GIVEN_BY_OTHER_PATH: Why =
        (Code::FailedPrecondition, "STILL_GIVEN_BY_OTHER_PATH");
    pub const UPPER_ROLE_HOLDS_NO_GRANTS: Why =
        (Code::FailedPrecondition, "UPPER_ROLE_HOLDS_NO_GRANTS");
    pub const USER_INACTIVE: Why = (Code::FailedPrecondition, "USER_INACTIVE");
    pub const WATCH_START_UNKNOWN: Why = (Code::OutOfRange, "WATCH_START_UNKNOWN");
    pub const RATE_LIMIT: Why = (Code::ResourceExhausted, "RATE_LIMIT");
    pub const WATCH_TOO_SLOW: Why = (Code::Unavailable, "WATCH_TOO_SLOW");
    pub const WHITE_LABEL_OFF: Why = (Code::FailedPrecondition, "WHITE_LABEL_OFF");
}

/// The refusal, which must have this code and reason.
#[track_caller]
pub fn refused<T: Debug>(answer: Answer<T>, why: Why) -> Refused {
    let refusal = answer.expect_err("refused");
    assert_eq!(
        (refusal.code, refusal.reason.as_str()),
        why,
        "{}",
        refusal.message
    );
    refusal
}

pub(super) fn mask(paths: &[&str]) -> Option<prost_types::FieldMask> {
    Some(prost_types::FieldMask {
        paths: paths.iter().map(|path| (*path).to_owned()).collect(),
    })
}

pub(super) fn organization_name(id: &str) -> String {
    format!("organizations/{id}")
}

/// Members and grants.
impl Actor {
    /// Changes the named fields of a member.
    pub async fn updates_member(
        &self,
        organization: &str,
        user: &str,
        member: v1::Member,
        paths: &[&str],
    ) -> Answer<v1::UpdateMemberResponse> {
        let member = v1::Member {
            name: format!("organizations/{organization}/members/{user}"),
            ..member
        };
        let request = v1::UpdateMemberRequest {
            member: Some(member),
            update_mask: mask(paths),
            ..Default::default()
        };
        Ok(self.members().update_member(request).await?.into_inner())
    }

    /// Makes a member an administrator with these areas; TECHNICAL has this scope.
    pub async fn hands_out(
        &self,
        organization: &str,
        user: &str,
        areas: &[v1::Area],
        technical_scope: Option<v1::Scope>,
    ) -> Answer<v1::UpdateMemberResponse> {
        let member = v1::Member {
            role: v1::Role::Administrator.into(),
            areas: areas.iter().map(|area| (*area).into()).collect(),
            technical_scope: technical_scope.clone(),
            ..Default::default()
        };
        let named: &[&str] = if technical_scope.is_some() {
            &["role", "areas", "technical_scope"]
        } else {
            &["role", "areas"]
        };
        self.updates_member(organization, user, member, named).await
    }

    /// Takes themselves out of the organization.
    pub async fn leaves(&self, organization: &str) -> Answer<v1::LeaveOrganizationResponse> {
        let request = v1::LeaveOrganizationRequest {
            name: organization_name(organization),
            ..Default::default()
        };
        Ok(self
            .members()
            .leave_organization(request)
            .await?
            .into_inner())
    }

    /// Changes the named fields of a grant; scope `all` is acknowledged.
    pub async fn updates_grant(&self, grant: v1::Grant, paths: &[&str]) -> Answer<v1::Grant> {
        let request = v1::UpdateGrantRequest {
            grant: Some(grant),
            update_mask: mask(paths),
            acknowledge_all_products: true,
            ..Default::default()
        };
        Ok(self
            .grants()
            .update_grant(request)
            .await?
            .into_inner()
            .grant
            .expect("the grant"))
    }

    pub async fn deletes_grant(&self, name: &str) -> Answer<v1::DeleteGrantResponse> {
        let request = v1::DeleteGrantRequest {
            name: name.to_owned(),
            ..Default::default()
        };
        Ok(self.grants().delete_grant(request).await?.into_inner())
    }

    /// Creates all of these grants, or none.
    pub async fn grants_at_once(
        &self,
        organization: &str,
        grants: Vec<v1::Grant>,
    ) -> Answer<Vec<v1::Grant>> {
        let item = |grant| v1::CreateGrantRequest {
            grant: Some(grant),
            acknowledge_all_products: true,
            ..Default::default()
        };
        let request = v1::BatchCreateGrantsRequest {
            parent: organization_name(organization),
            requests: grants.into_iter().map(item).collect(),
            ..Default::default()
        };
        Ok(self
            .grants()
            .batch_create_grants(request)
            .await?
            .into_inner()
            .grants)
    }

    /// Deletes all of these grants, or none.
    pub async fn deletes_at_once(
        &self,
        organization: &str,
        names: &[&str],
    ) -> Answer<v1::BatchDeleteGrantsResponse> {
        let request = v1::BatchDeleteGrantsRequest {
            parent: organization_name(organization),
            names: names.iter().map(|name| (*name).to_owned()).collect(),
            ..Default::default()
        };
        Ok(self
            .grants()
            .batch_delete_grants(request)
            .await?
            .into_inner())
    }

    /// The grants of the organization, the first page.
    pub async fn sees_grants(&self, organization: &str) -> Answer<Vec<v1::Grant>> {
        let parent = organization_name(organization);
        let request = v1::ListGrantsRequest {
            parent,
            consistency: fully(),
            ..Default::default()
        };
        Ok(self
            .grants()
            .list_grants(request)
            .await?
            .into_inner()
            .grants)
    }

    pub async fn sees_team(&self, organization: &str, team: &str) -> Answer<v1::Team> {
        let request = v1::GetTeamRequest {
            name: format!("organizations/{organization}/teams/{team}"),
        };
        Ok(self
            .teams()
            .get_team(request)
            .await?
            .into_inner()
            .team
            .expect("the team"))
    }

    pub async fn deletes_team(
        &self,
        organization: &str,
        team: &str,
    ) -> Answer<v1::DeleteTeamResponse> {
        let name = format!("organizations/{organization}/teams/{team}");
        Ok(self
            .teams()
            .delete_team(v1::DeleteTeamRequest {
                name,
                ..Default::default()
            })
            .await?
            .into_inner())
    }

    pub async fn deletes_group(&self, name: &str) -> Answer<v1::DeleteProductGroupResponse> {
        let request = v1::DeleteProductGroupRequest {
            name: name.to_owned(),
            ..Default::default()
        };
        Ok(self
            .products()
            .delete_product_group(request)
            .await?
            .into_inner())
    }

    pub async fn deletes_product(&self, name: &str) -> Answer<v1::DeleteProductResponse> {
        let request = v1::DeleteProductRequest {
            name: name.to_owned(),
            ..Default::default()
        };
        Ok(self.products().delete_product(request).await?.into_inner())
    }

    pub async fn renames_product(&self, name: &str, display_name: &str) -> Answer<v1::Product> {
        let (name, display_name) = (name.to_owned(), display_name.to_owned());
        let product = Some(v1::Product {
            name,
            display_name,
            ..Default::default()
        });
        let request = v1::UpdateProductRequest {
            product,
            update_mask: mask(&["display_name"]),
            ..Default::default()
        };
        Ok(self
            .products()
            .update_product(request)
            .await?
            .into_inner()
            .product
            .expect("the product"))
    }
}

/// Invitations.
impl Actor {
    pub async fn sees_invitation(&self, name: &str) -> Answer<v1::Invitation> {
        let request = v1::GetInvitationRequest {
            name: name.to_owned(),
        };
        Ok(self
            .invitations()
            .get_invitation(request)
            .await?
            .into_inner()
            .invitation
            .expect("the invitation"))
    }

    /// Sends an invitation again.
    pub async fn resends(&self, name: &str) -> Answer<v1::Invitation> {
        let request = v1::ResendInvitationRequest {
            name: name.to_owned(),
            ..Default::default()
        };
        let answer = self
            .invitations()
            .resend_invitation(request)
            .await?
            .into_inner();
        Ok(answer.invitation.expect("the invitation"))
    }

    pub async fn withdraws(&self, name: &str) -> Answer<v1::Invitation> {
        let request = v1::WithdrawInvitationRequest {
            name: name.to_owned(),
            ..Default::default()
        };
        let answer = self
            .invitations()
            .withdraw_invitation(request)
            .await?
            .into_inner();
        Ok(answer.invitation.expect("the invitation"))
    }

    /// Opens the link.
    pub async fn views(&self, token: &str) -> Answer<v1::ViewInvitationResponse> {
        let request = v1::ViewInvitationRequest {
            token: token.to_owned(),
        };
        Ok(self
            .invitations()
            .view_invitation(request)
            .await?
            .into_inner())
    }

    /// Accepts with the link.
    pub async fn accepts_by_link(
        &self,
        token: &str,
        new_user: Option<v1::NewUser>,
    ) -> Answer<v1::AcceptInvitationResponse> {
        let invitation = Some(v1::accept_invitation_request::Invitation::Token(
            token.to_owned(),
        ));
        let request = v1::AcceptInvitationRequest {
            invitation,
            new_user,
            ..Default::default()
        };
        Ok(self
            .invitations()
            .accept_invitation(request)
            .await?
            .into_inner())
    }

    /// Refuses signed in.
    pub async fn refuses(&self, name: &str) -> Answer<v1::Invitation> {
        self.refuses_as(v1::refuse_invitation_request::Invitation::Name(
            name.to_owned(),
        ))
        .await
    }

    /// Refuses with the link.
    pub async fn refuses_by_link(&self, token: &str) -> Answer<v1::Invitation> {
        self.refuses_as(v1::refuse_invitation_request::Invitation::Token(
            token.to_owned(),
        ))
        .await
    }

    async fn refuses_as(
        &self,
        which: v1::refuse_invitation_request::Invitation,
    ) -> Answer<v1::Invitation> {
        let request = v1::RefuseInvitationRequest {
            invitation: Some(which),
            ..Default::default()
        };
        let answer = self
            .invitations()
            .refuse_invitation(request)
            .await?
            .into_inner();
        Ok(answer.invitation.expect("the invitation"))
    }
}
