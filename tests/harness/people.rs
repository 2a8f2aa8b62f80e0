//! What is done to people and their accounts, as sentences.

use grantor::v1;

use super::actor::{Actor, Answer};
use super::deeds::mask;

/// Accounts.
impl Actor {
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
