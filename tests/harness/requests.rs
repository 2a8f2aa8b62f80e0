//! Sentences about change requests: who asks the operator for what, and what becomes of it.

use grantor::v1;
use v1::ChangeRequestState;
use v1::change_request::Change;

use super::actor::{Actor, Answer};
use super::make::{fully, products, rights};

fn member_name(organization: &str, user: &str) -> String {
    format!("organizations/{organization}/members/{user}")
}

/// A new collaborator `ID@example.com`, with nothing.
pub fn creation(id: &str) -> v1::UserCreation {
    v1::UserCreation {
        given_name: id.to_owned(),
        family_name: "Example".into(),
        email: format!("{id}@example.com"),
        position: "Clerk".into(),
        role: Some(v1::RequestedRole {
            role: v1::Role::Collaborator.into(),
            ..Default::default()
        }),
        ..Default::default()
    }
}

/// The right to use a kDrive, as a request asks for it.
pub fn kdrive_use(product: &str) -> v1::OfferedGrant {
    v1::OfferedGrant {
        scope: Some(products(&[product])),
        rights: Some(rights(&["kdrive/use"])),
        ..Default::default()
    }
}

pub fn deactivation(organization: &str, user: &str, reason: &str) -> Change {
    Change::DeactivateMember(v1::MemberDeactivation {
        member: member_name(organization, user),
        reason: reason.to_owned(),
    })
}

pub fn reactivation(organization: &str, user: &str) -> Change {
    Change::ReactivateMember(v1::MemberReactivation {
        member: member_name(organization, user),
    })
}

/// What is asked about a request by its name.
macro_rules! by_name {
    ($($(#[$doc:meta])* $method:ident: $rpc:ident($request:ident);)*) => {
        impl Actor {$(
            $(#[$doc])*
            pub async fn $method(&self, name: &str) -> Answer<v1::ChangeRequest> {
                let request = v1::$request { name: name.to_owned(), ..Default::default() };
                let answer = self.change_requests().$rpc(request).await?.into_inner();
                Ok(answer.change_request.expect("the request"))
            }
        )*}
    };
}

by_name! {
    /// Takes it up.
    starts: start_change_request(StartChangeRequestRequest);
    /// Takes it back.
    cancels: cancel_change_request(CancelChangeRequestRequest);
}

impl Actor {
    pub async fn sees_request(&self, name: &str) -> Answer<v1::ChangeRequest> {
        let name = name.to_owned();
        let request = v1::GetChangeRequestRequest { name };
        let answer = self.change_requests().get_change_request(request).await?;
        Ok(answer.into_inner().change_request.expect("the request"))
    }

    /// Opens a request; scope `all` is acknowledged.
    pub async fn opens(&self, organization: &str, change: Change) -> Answer<v1::ChangeRequest> {
        self.opens_as("", organization, change).await
    }

    /// The same, under an id of the caller's.
    pub async fn opens_as(
        &self,
        id: &str,
        organization: &str,
        change: Change,
    ) -> Answer<v1::ChangeRequest> {
        let request = v1::ChangeRequest {
            change: Some(change),
            note: "Please.".into(),
            ..Default::default()
        };
        let request = v1::CreateChangeRequestRequest {
            parent: format!("organizations/{organization}"),
            change_request_id: id.to_owned(),
            change_request: Some(request),
            acknowledge_all_products: true,
            ..Default::default()
        };
        let answer = self
            .change_requests()
            .create_change_request(request)
            .await?
            .into_inner();
        Ok(answer.change_request.expect("the request"))
    }

    /// Opens a request for a new user.
    pub async fn asks_for_user(
        &self,
        organization: &str,
        creation: v1::UserCreation,
    ) -> Answer<v1::ChangeRequest> {
        self.opens(organization, Change::CreateUser(creation)).await
    }

    /// Opens a request to change a member as they are now.
    pub async fn asks_to_change(
        &self,
        organization: &str,
        user: &str,
        change: v1::MemberChange,
    ) -> Answer<v1::ChangeRequest> {
        let access_etag = self.sees_access(organization, user).await?.etag;
        let change = v1::MemberChange {
            member: member_name(organization, user),
            access_etag,
            ..change
        };
        self.opens(organization, Change::ChangeMember(change)).await
    }

    /// What opening the request, and applying it then, would do.
    pub async fn foresees(
        &self,
        organization: &str,
        change: Change,
    ) -> Answer<v1::CreateChangeRequestResponse> {
        let request = v1::CreateChangeRequestRequest {
            parent: format!("organizations/{organization}"),
            change_request: Some(v1::ChangeRequest {
                change: Some(change),
                ..Default::default()
            }),
            acknowledge_all_products: true,
            validate_only: true,
            ..Default::default()
        };
        Ok(self
            .change_requests()
            .create_change_request(request)
            .await?
            .into_inner())
    }

    /// Carries a request out; scope `all` is acknowledged.
    pub async fn applies(&self, name: &str) -> Answer<v1::ApplyChangeRequestResponse> {
        self.applies_as(v1::ApplyChangeRequestRequest {
            name: name.to_owned(),
            acknowledge_all_products: true,
            ..Default::default()
        })
        .await
    }

    pub async fn applies_as(
        &self,
        request: v1::ApplyChangeRequestRequest,
    ) -> Answer<v1::ApplyChangeRequestResponse> {
        Ok(self
            .change_requests()
            .apply_change_request(request)
            .await?
            .into_inner())
    }

    pub async fn rejects(&self, name: &str, reason: &str) -> Answer<v1::ChangeRequest> {
        let request = v1::RejectChangeRequestRequest {
            name: name.to_owned(),
            reason: reason.to_owned(),
            ..Default::default()
        };
        let answer = self
            .change_requests()
            .reject_change_request(request)
            .await?
            .into_inner();
        Ok(answer.change_request.expect("the request"))
    }

    pub async fn comments(&self, name: &str, text: &str) -> Answer<v1::ChangeRequest> {
        let request = v1::AddChangeRequestCommentRequest {
            name: name.to_owned(),
            text: text.to_owned(),
            ..Default::default()
        };
        let answer = self
            .change_requests()
            .add_change_request_comment(request)
            .await?
            .into_inner();
        Ok(answer.change_request.expect("the request"))
    }

    /// The requests of an organization, or of all where it is `-`.
    pub async fn lists_requests(
        &self,
        organization: &str,
        states: &[ChangeRequestState],
    ) -> Answer<Vec<v1::ChangeRequest>> {
        let request = v1::ListChangeRequestsRequest {
            parent: format!("organizations/{organization}"),
            states: states.iter().map(|state| (*state).into()).collect(),
            consistency: fully(),
            ..Default::default()
        };
        let answer = self.change_requests().list_change_requests(request).await?;
        Ok(answer.into_inner().change_requests)
    }

    /// The requests that the actor opened.
    pub async fn lists_own_requests(&self) -> Answer<Vec<v1::ChangeRequest>> {
        let request = v1::ListMyChangeRequestsRequest {
            consistency: fully(),
            ..Default::default()
        };
        let answer = self
            .change_requests()
            .list_my_change_requests(request)
            .await?;
        Ok(answer.into_inner().change_requests)
    }

    /// The number of the newest change of an organization, of `platform` or of `people`.
    pub async fn newest_revision(&self, parent: &str) -> i64 {
        let request = v1::ListChangesRequest {
            parent: parent.to_owned(),
            page_size: 1,
            consistency: fully(),
            ..Default::default()
        };
        let newest = self.audit().list_changes(request).await.expect("read");
        let newest = newest.into_inner().changes;
        newest.first().map_or(0, |change| change.revision)
    }
}
