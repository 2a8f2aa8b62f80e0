//! What is done to people and their accounts, as sentences.

use grantor::v1;

use super::actions::mask;
use super::actor::{Actor, Answer};

/// Somebody with this email whom it is to make a collaborator.
pub fn person(email: &str) -> v1::CreateMemberRequest {
    let member = v1::Member {
        given_name: email.split('@').next().unwrap_or_default().to_owned(),
        email: email.to_owned(),
        role: v1::Role::Collaborator.into(),
        ..Default::default()
    };
    v1::CreateMemberRequest {
        member: Some(member),
        ..Default::default()
    }
}

/// Accounts.
impl Actor {
    /// Makes all of these members, or none.
    pub async fn makes_members(
        &self,
        organization: &str,
        requests: Vec<v1::CreateMemberRequest>,
    ) -> Answer<v1::BatchCreateMembersResponse> {
        let request = v1::BatchCreateMembersRequest {
            parent: format!("organizations/{organization}"),
            requests,
            ..Default::default()
        };
        let answer = self.members().batch_create_members(request).await?;
        Ok(answer.into_inner())
    }

    pub async fn sees_user(&self, user: &str) -> Answer<v1::User> {
        let request = v1::GetUserRequest {
            name: format!("users/{user}"),
        };
        Ok(self
            .users()
            .get_user(request)
            .await?
            .into_inner()
            .user
            .expect("the user"))
    }

    pub async fn finds(&self, email: &str) -> Answer<v1::User> {
        let request = v1::FindUserRequest {
            email: email.to_owned(),
        };
        Ok(self
            .users()
            .find_user(request)
            .await?
            .into_inner()
            .user
            .expect("the user"))
    }

    /// Registers somebody who says that this email is theirs, which nobody has made sure of.
    pub async fn claims(&self, id: &str, email: &str) -> Answer<v1::User> {
        let user = v1::User {
            given_name: id.to_owned(),
            email: email.to_owned(),
            ..Default::default()
        };
        let request = v1::RegisterUserRequest {
            user_id: id.to_owned(),
            user: Some(user),
            organization_id: format!("{id}-own"),
            ..Default::default()
        };
        let answer = self.users().register_user(request).await?.into_inner();
        Ok(answer.user.expect("the user"))
    }

    /// Who claims an email, and who has it, by name.
    pub async fn finds_claims(&self, email: &str) -> Answer<(Vec<String>, String)> {
        let request = v1::FindClaimsRequest {
            email: email.to_owned(),
        };
        let answer = self.users().find_claims(request).await?.into_inner();
        let names = answer.claimants.into_iter().map(|user| user.name);
        Ok((names.collect(), answer.holder))
    }

    /// Changes the named fields of an account.
    pub async fn updates_user(&self, id: &str, user: v1::User, paths: &[&str]) -> Answer<v1::User> {
        let user = Some(v1::User {
            name: format!("users/{id}"),
            ..user
        });
        let request = v1::UpdateUserRequest {
            user,
            update_mask: mask(paths),
            ..Default::default()
        };
        Ok(self
            .users()
            .update_user(request)
            .await?
            .into_inner()
            .user
            .expect("the user"))
    }

    pub async fn confirms_email(&self, token: &str) -> Answer<v1::User> {
        let request = v1::ConfirmEmailRequest {
            token: token.to_owned(),
            ..Default::default()
        };
        Ok(self
            .users()
            .confirm_email(request)
            .await?
            .into_inner()
            .user
            .expect("the user"))
    }

    /// Stops a user everywhere.
    pub async fn deactivates_user(&self, user: &str) -> Answer<v1::DeactivateUserResponse> {
        let request = v1::DeactivateUserRequest {
            name: format!("users/{user}"),
            ..Default::default()
        };
        Ok(self.users().deactivate_user(request).await?.into_inner())
    }

    pub async fn reactivates_user(&self, user: &str) -> Answer<v1::ReactivateUserResponse> {
        let request = v1::ReactivateUserRequest {
            name: format!("users/{user}"),
            ..Default::default()
        };
        Ok(self.users().reactivate_user(request).await?.into_inner())
    }

    pub async fn erases_user(&self, user: &str) -> Answer<v1::EraseUserResponse> {
        let request = v1::EraseUserRequest {
            name: format!("users/{user}"),
            ..Default::default()
        };
        Ok(self.users().erase_user(request).await?.into_inner())
    }
}
