//! InvitationService: asking somebody by email to become a member, and their answer.

use std::sync::Arc;

use app::{App, Done};
use domain::{Refusal, User};
use grantor::v1;
use tonic::{Request, Response, Status};

use super::member::saved_member;
use crate::call::{DEFAULT, take};
use crate::convert::done::{consistency_token, effect};
use crate::convert::grant::{opened_products, saved_grants};
use crate::convert::invitation::{invitation_to_proto, link, saved_invitation, viewed_to_proto};
use crate::convert::page::page_to_proto;
use crate::convert::user::user_to_proto;
use crate::fields::parse;
use crate::mutation::{mutation, written};
use crate::status::status;

pub(crate) struct Invitations(pub(crate) Arc<App>);

impl Invitations {
    /// The user who accepted: made, or changed, or as they were.
    async fn accepted_by(&self, done: &Done) -> Result<Option<v1::User>, Status> {
        if let Some(user) = done.saved::<User>() {
            return Ok(Some(user_to_proto(user, &done.texts)));
        }
        let Some(member) = done.saved::<domain::Member>() else {
            return Ok(None);
        };
        let user = self.0.user_with_texts(&member.user).await.map_err(status)?;
        Ok(user.map(|(user, texts)| user_to_proto(&user, &texts)))
    }
}

#[tonic::async_trait]
impl v1::invitation_service_server::InvitationService for Invitations {
    async fn create_invitation(
        &self,
        request: Request<v1::CreateInvitationRequest>,
    ) -> Result<Response<v1::CreateInvitationResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::CreateInvitationResponse {
            invitation: saved_invitation(&done),
            opened_products: opened_products(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn get_invitation(
        &self,
        request: Request<v1::GetInvitationRequest>,
    ) -> Result<Response<v1::GetInvitationResponse>, Status> {
        let (call, message) = take(request)?;
        let (organization, id) = parse(message)?;
        let found = self
            .0
            .get_invitation(&call, &organization, &id)
            .await
            .map_err(status)?;
        let (invitation, texts, seen) = found;
        let platform = &seen.view.platform;
        Ok(Response::new(v1::GetInvitationResponse {
            invitation: Some(invitation_to_proto(
                &invitation,
                &organization,
                platform,
                &texts,
                seen.at,
            )),
            consistency_token: seen.token,
        }))
    }

    async fn list_invitations(
        &self,
        request: Request<v1::ListInvitationsRequest>,
    ) -> Result<Response<v1::ListInvitationsResponse>, Status> {
        let (call, message) = take(request)?;
        let asked = parse(message)?;
        let page = self
            .0
            .list_invitations(&call, &asked)
            .await
            .map_err(status)?;
        let (platform, at) = (&page.seen.view.platform, page.seen.at);
        let (invitations, next_page_token) = page_to_proto(&page, |item| {
            invitation_to_proto(item, &asked.list.organization, platform, &page.texts, at)
        });
        Ok(Response::new(v1::ListInvitationsResponse {
            invitations,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }

    async fn withdraw_invitation(
        &self,
        request: Request<v1::WithdrawInvitationRequest>,
    ) -> Result<Response<v1::WithdrawInvitationResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::WithdrawInvitationResponse {
            invitation: saved_invitation(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn resend_invitation(
        &self,
        request: Request<v1::ResendInvitationRequest>,
    ) -> Result<Response<v1::ResendInvitationResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::ResendInvitationResponse {
            invitation: saved_invitation(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn view_invitation(
        &self,
        request: Request<v1::ViewInvitationRequest>,
    ) -> Result<Response<v1::ViewInvitationResponse>, Status> {
        let (call, message) = take(request)?;
        if message.token.is_empty() {
            return Err(status(
                Refusal::field("token", "is required: the token of the link in the mail").into(),
            ));
        }
        let link = link(&message.token).map_err(|refusal| status(refusal.into()))?;
        let viewed = self
            .0
            .view_invitation(&call, &link, &DEFAULT)
            .await
            .map_err(status)?;
        Ok(Response::new(viewed_to_proto(&viewed, &link.organization)))
    }

    async fn accept_invitation(
        &self,
        request: Request<v1::AcceptInvitationRequest>,
    ) -> Result<Response<v1::AcceptInvitationResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command = parse(message)?.map_err(|refusal| status(refusal.into()))?;
        let done = self.0.write(call, command).await.map_err(status)?;
        Ok(Response::new(v1::AcceptInvitationResponse {
            invitation: saved_invitation(&done),
            member: saved_member(&self.0, &done).await?,
            user: self.accepted_by(&done).await?,
            grants: saved_grants(&done),
            opened_products: opened_products(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn refuse_invitation(
        &self,
        request: Request<v1::RefuseInvitationRequest>,
    ) -> Result<Response<v1::RefuseInvitationResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command = parse(message)?.map_err(|refusal| status(refusal.into()))?;
        let done = self.0.write(call, command).await.map_err(status)?;
        Ok(Response::new(v1::RefuseInvitationResponse {
            invitation: saved_invitation(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }
}
