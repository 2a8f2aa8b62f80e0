//! Sentences about who is shut out of an organization without being a member of it.

use grantor::v1;

use super::actions::organization_name;
use super::actor::{Actor, Answer};
use super::make::fully;

fn shut_out_name(organization: &str, user: &str) -> String {
    format!("organizations/{organization}/shutOuts/{user}")
}

impl Actor {
    /// Shuts out somebody who is no member.
    pub async fn shuts_out(&self, organization: &str, user: &str) -> Answer<v1::ShutOut> {
        let request = v1::ShutOutUserRequest {
            parent: organization_name(organization),
            user: format!("users/{user}"),
            ..Default::default()
        };
        let answer = self.members().shut_out_user(request).await?.into_inner();
        Ok(answer.shut_out.expect("who is shut out"))
    }

    /// Lets somebody in again who is no member.
    pub async fn lifts(&self, organization: &str, user: &str) -> Answer<v1::ShutOut> {
        let request = v1::LiftShutOutRequest {
            name: shut_out_name(organization, user),
            ..Default::default()
        };
        let answer = self.members().lift_shut_out(request).await?.into_inner();
        Ok(answer.shut_out.expect("who was shut out"))
    }

    pub async fn sees_shut_out(&self, organization: &str, user: &str) -> Answer<v1::ShutOut> {
        let request = v1::GetShutOutRequest {
            name: shut_out_name(organization, user),
        };
        let answer = self.members().get_shut_out(request).await?.into_inner();
        Ok(answer.shut_out.expect("who is shut out"))
    }

    /// The users who are shut out and no members, page by page of this size.
    pub async fn sees_shut_outs(&self, organization: &str, size: i32) -> Answer<Vec<String>> {
        let mut users = Vec::new();
        let mut page_token = String::new();
        loop {
            let request = v1::ListShutOutsRequest {
                parent: organization_name(organization),
                page_size: size,
                page_token,
                consistency: fully(),
            };
            let page = self.members().list_shut_outs(request).await?.into_inner();
            users.extend(page.shut_outs.into_iter().map(|shut_out| shut_out.user));
            if page.next_page_token.is_empty() {
                return Ok(users);
            }
            page_token = page.next_page_token;
        }
    }
}
