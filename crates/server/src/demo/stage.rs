//! Who acts in the demo: everybody through the same rules as over the wire.

use std::sync::Arc;

use app::{App, Call, Done};
use cli::Failure;
use decide::link::InvitationLink;
use decide::use_case::UseCase;
use decide::use_cases::invitation::{AcceptInvitation, CreateInvitation, NewUser, Proof};
use decide::use_cases::role_spec::{RoleName, RoleSpec};
use domain::{Caller, DisplayName, Email, Invitation, OrganizationId, UserId, Who};

use crate::method::Rules;

/// The application, and the service that speaks for the people of the demo.
pub(super) struct Stage<'a> {
    pub(super) app: &'a Arc<App>,
    pub(super) rules: Rules,
    pub(super) service: Caller,
}

/// Somebody who is to join.
pub(super) struct Guest {
    /// Their id, which is also the first part of their email.
    pub(super) id: &'static str,
    pub(super) given_name: &'static str,
    pub(super) family_name: &'static str,
    pub(super) position: &'static str,
    pub(super) role: RoleSpec,
}

impl Stage<'_> {
    /// A user does it, through the service.
    pub(super) async fn user<U: UseCase>(
        &self,
        user: &UserId,
        method: &str,
        command: U,
    ) -> Result<Done, Failure> {
        Ok(self
            .app
            .write(self.call(Some(user.clone()), method)?, command)
            .await?)
    }

    /// The service does it by itself.
    pub(super) async fn service<U: UseCase>(
        &self,
        method: &str,
        command: U,
    ) -> Result<Done, Failure> {
        Ok(self.app.write(self.call(None, method)?, command).await?)
    }

    /// A call as the guard would hand it over.
    pub(super) fn call(&self, actor: Option<UserId>, method: &str) -> Result<Call, Failure> {
        let rule = self.rules.get(&format!("/grantor.v1.{method}"));
        Ok(Call {
            who: Who {
                actor,
                caller: self.service.clone(),
            },
            rule: rule.ok_or_else(|| format!("there is no method {method}"))?,
            request: None,
            validate_only: false,
            deadline: None,
            place: None,
        })
    }

    /// Invites somebody; the link goes out by mail.
    pub(super) async fn invites(
        &self,
        host: &UserId,
        organization: &OrganizationId,
        guest: &Guest,
    ) -> Result<Invitation, Failure> {
        let invitation = CreateInvitation {
            organization: organization.clone(),
            id: None,
            email: email(guest.id)?,
            role: guest.role.clone(),
            panel: None,
            grants: Vec::new(),
            teams: Vec::new(),
            locale: None,
            expire_time: None,
            lift_shut_out: false,
        };
        let done = self
            .user(host, "InvitationService/CreateInvitation", invitation)
            .await?;
        Ok(done
            .saved::<Invitation>()
            .cloned()
            .ok_or("no invitation was made")?)
    }

    /// Invites somebody, who accepts with the link; an account is made where there is none.
    pub(super) async fn welcomes(
        &self,
        host: &UserId,
        organization: &OrganizationId,
        guest: &Guest,
        has_account: bool,
    ) -> Result<UserId, Failure> {
        let invitation = self.invites(host, organization, guest).await?;
        let token = self.app.invitation_token(organization, &invitation);
        let link = InvitationLink::parse(&token).ok_or("the link does not read as one")?;
        let accept = AcceptInvitation {
            organization: link.organization,
            invitation: link.invitation,
            proof: Proof::Link(link.secret),
            new_user: if has_account {
                None
            } else {
                Some(guest.new_user()?)
            },
        };
        self.service("InvitationService/AcceptInvitation", accept)
            .await?;
        Ok(UserId::parse(guest.id)?)
    }
}

impl Guest {
    fn new_user(&self) -> Result<NewUser, Failure> {
        Ok(NewUser {
            id: Some(UserId::parse(self.id)?),
            given_name: DisplayName::parse(self.given_name)?,
            family_name: Some(DisplayName::parse(self.family_name)?),
            login: Some(DisplayName::parse(self.id)?),
            position: Some(DisplayName::parse(self.position)?),
            locale: None,
        })
    }
}

/// Everybody's email in the demo: a domain that never delivers (RFC 2606).
pub(super) fn email(id: &str) -> Result<Email, Failure> {
    Ok(Email::parse(&format!("{id}@example.com"))?)
}

/// A role without areas of its own.
pub(super) fn plain(role: RoleName) -> RoleSpec {
    RoleSpec {
        role: Some(role),
        areas: None,
        technical_scope: None,
    }
}
