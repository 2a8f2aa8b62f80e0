//! UserService: people and their accounts.

use std::sync::Arc;

use app::queries::user::SeenUser;
use app::{App, Done};
use domain::{Organization, Refusal, User};
use grantor::v1;
use tonic::{Request, Response, Status};

use crate::call::take;
use crate::convert::done::{consistency_token, effect};
use crate::convert::organization::organization_to_proto;
use crate::convert::user::{email_confirmation, user_to_proto};
use crate::fields::parse;
use crate::mutation::mutation;
use crate::status::status;

pub(crate) struct Users(pub(crate) Arc<App>);

fn saved_user(done: &Done) -> Option<v1::User> {
    done.saved::<User>()
        .map(|user| user_to_proto(user, &done.texts))
}

fn without_representative(done: &Done) -> Vec<String> {
    done.change()
        .map(|change| change.outcome.without_representative.clone())
        .unwrap_or_default()
}

#[tonic::async_trait]
impl v1::user_service_server::UserService for Users {
    async fn register_user(
        &self,
        request: Request<v1::RegisterUserRequest>,
    ) -> Result<Response<v1::RegisterUserResponse>, Status> {
        let (call, message) = mutation(request)?;
        let registration = parse(message)?;
        let done = self
            .0
            .register_user(&call, registration)
            .await
            .map_err(status)?;
        let organization = done.saved::<Organization>();
        Ok(Response::new(v1::RegisterUserResponse {
            user: saved_user(&done),
            organization: organization.map(|own| {
                organization_to_proto(own, &done.view, &done.texts, own.stamp.update_time)
            }),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn get_user(
        &self,
        request: Request<v1::GetUserRequest>,
    ) -> Result<Response<v1::GetUserResponse>, Status> {
        let (call, message) = take(request)?;
        let id = parse(message)?;
        let SeenUser { user, texts, seen } = self.0.get_user(&call, &id).await.map_err(status)?;
        Ok(Response::new(v1::GetUserResponse {
            user: Some(user_to_proto(&user, &texts)),
            consistency_token: seen.token,
        }))
    }

    async fn find_user(
        &self,
        request: Request<v1::FindUserRequest>,
    ) -> Result<Response<v1::FindUserResponse>, Status> {
        let (call, message) = take(request)?;
        let email = parse(message)?;
        let SeenUser { user, texts, seen } =
            self.0.find_user(&call, &email).await.map_err(status)?;
        Ok(Response::new(v1::FindUserResponse {
            user: Some(user_to_proto(&user, &texts)),
            consistency_token: seen.token,
        }))
    }

    async fn find_claims(
        &self,
        request: Request<v1::FindClaimsRequest>,
    ) -> Result<Response<v1::FindClaimsResponse>, Status> {
        let (call, message) = take(request)?;
        let email = parse(message)?;
        let found = self.0.find_claims(&call, &email).await.map_err(status)?;
        let claimants = found.claimants.iter();
        Ok(Response::new(v1::FindClaimsResponse {
            claimants: claimants
                .map(|user| user_to_proto(user, &found.texts))
                .collect(),
            holder: found
                .holder
                .map_or_else(String::new, |holder| holder.resource_name().to_string()),
            consistency_token: found.seen.token,
        }))
    }

    async fn update_user(
        &self,
        request: Request<v1::UpdateUserRequest>,
    ) -> Result<Response<v1::UpdateUserResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command = parse(message)?;
        let done = self.0.write(call, command).await.map_err(status)?;
        Ok(Response::new(v1::UpdateUserResponse {
            user: saved_user(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn confirm_email(
        &self,
        request: Request<v1::ConfirmEmailRequest>,
    ) -> Result<Response<v1::ConfirmEmailResponse>, Status> {
        let (call, message) = mutation(request)?;
        if message.token.is_empty() {
            return Err(status(
                Refusal::field("token", "is required: the token of the link in the mail").into(),
            ));
        }
        let confirmation =
            email_confirmation(&message.token).map_err(|refusal| status(refusal.into()))?;
        let done = self
            .0
            .confirm_email(&call, confirmation)
            .await
            .map_err(status)?;
        Ok(Response::new(v1::ConfirmEmailResponse {
            user: saved_user(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn deactivate_user(
        &self,
        request: Request<v1::DeactivateUserRequest>,
    ) -> Result<Response<v1::DeactivateUserResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command = parse(message)?;
        let done = self.0.write(call, command).await.map_err(status)?;
        Ok(Response::new(v1::DeactivateUserResponse {
            user: saved_user(&done),
            organizations_without_legal_representative: without_representative(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn reactivate_user(
        &self,
        request: Request<v1::ReactivateUserRequest>,
    ) -> Result<Response<v1::ReactivateUserResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command = parse(message)?;
        let done = self.0.write(call, command).await.map_err(status)?;
        Ok(Response::new(v1::ReactivateUserResponse {
            user: saved_user(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn erase_user(
        &self,
        request: Request<v1::EraseUserRequest>,
    ) -> Result<Response<v1::EraseUserResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command = parse(message)?;
        let done = self.0.erase_user(&call, command).await.map_err(status)?;
        Ok(Response::new(v1::EraseUserResponse {
            user: saved_user(&done),
            organizations_without_legal_representative: without_representative(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }
}
