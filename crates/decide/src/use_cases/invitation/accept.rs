//! The invited person becomes a member, with all that the invitation says, in one change.

use access::View;
use domain::{
    Change, DisplayName, Email, Home, Invitation, InvitationId, Locale, OrganizationId, Reason,
    RecordName, Refusal, ServiceAccountId, User, UserId, Who,
};
use serde::Serialize;

use super::link::{Invited, answered, must_be_somebody, nobody, unknown};
use super::sender::{must_still_may, sending_account};
use super::{Proof, wants};
use crate::link::Link;
use crate::person::{MadeBy, Person, account_id};
use crate::rules::rule_09::policy_must_be_open;
use crate::rules::rule_12::must_not_be_shut_out;
use crate::use_case::{Author, Context, Facts, Plan, UseCase, Want};
use crate::use_cases::new_member::NewMember;

/// Who opens an account by accepting.
#[derive(Debug, Clone, Serialize)]
pub struct NewUser {
    /// The id that the caller wants.
    pub id: Option<UserId>,
    pub given_name: DisplayName,
    pub family_name: Option<DisplayName>,
    pub login: Option<DisplayName>,
    pub position: Option<DisplayName>,
    /// The language; the invitation's where it is not named.
    pub locale: Option<Locale>,
}

/// Accepts an invitation; makes the account where none has the invited email.
#[derive(Debug, Clone, Serialize)]
pub struct AcceptInvitation {
    pub organization: OrganizationId,
    pub invitation: InvitationId,
    /// What shows that it is theirs.
    pub proof: Proof,
    /// The new account, where there is none yet.
    pub new_user: Option<NewUser>,
}

impl UseCase for AcceptInvitation {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn consults(&self, view: &View) -> Vec<OrganizationId> {
        let invitation = view.organization.invitation(&self.invitation).into_iter();
        let teams = invitation.flat_map(|invitation| &invitation.teams);
        teams.flat_map(|team| view.clients_of_team(team)).collect()
    }

    fn with_people(&self) -> bool {
        true
    }

    /// Whether it lets the invited person in again is asked where they become a member.
    fn open_to_shut_out(&self) -> bool {
        true
    }

    fn rests_on(&self, view: &View) -> Vec<UserId> {
        let invitation = view.organization.invitation(&self.invitation);
        let sender = invitation.and_then(|invitation| invitation.sender.actor.clone());
        sender.into_iter().collect()
    }

    fn wants(&self, view: &View) -> Vec<Want> {
        let id = self.new_user.as_ref().and_then(|new| new.id.clone());
        wants(self.home(), view, &self.invitation)
            .into_iter()
            .chain(id.map(Want::User))
            .collect()
    }

    fn rests_on_accounts(&self, view: &View) -> Vec<ServiceAccountId> {
        let invitation = view.organization.invitation(&self.invitation);
        let account = invitation.and_then(|invitation| sending_account(invitation).cloned());
        account.into_iter().collect()
    }

    fn author(&self, view: &View, _facts: &Facts) -> Author {
        Author::Other(self.rests_on(view).into_iter().next())
    }

    fn must_be_asked_by(&self, who: &Who) -> Result<(), Refusal> {
        must_be_somebody(&self.proof, who, nobody)
    }

    fn link(&self) -> Option<Link<'_>> {
        let secret = self.proof.secret()?;
        Some(Link::Invitation(
            &self.organization,
            &self.invitation,
            secret,
        ))
    }

    fn unknown(&self) -> Option<Refusal> {
        Some(unknown(&self.organization, &self.invitation, &self.proof))
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let (invitation, invited) =
            answered(context, &self.organization, &self.invitation, &self.proof)?;
        // One that a request made is open whatever the policy (rule 9).
        if invitation.request.is_none() {
            policy_must_be_open(context.view)?;
        }
        let mut users = context.users_change();
        let user = match invited {
            Invited::Holder(user) => known_user(context, user)?,
            Invited::Claimer(claim) => {
                let user = known_user(context, &claim.user)?;
                users.save(claim.confirmed(claim.user.stamp.touched(context.people_moment)));
                user
            }
            Invited::Nobody => self.new_user(context, &mut users, invitation)?,
        };
        if context.who.actor.as_ref() != Some(&user) {
            must_not_be_shut_out(context)?;
        }
        must_still_may(context, invitation, &user)?;
        let mut change = context.change();
        change.save(invitation.accept(user.clone(), context.moment)?);
        // It was sent to an address; from now on it is known whose that is.
        change
            .adopts
            .push((invitation.email.id.clone(), user.clone()));
        NewMember {
            user: &user,
            role: &invitation.role,
            panel: invitation.panel,
            grants: invitation.live_plans(context.moment.now).collect(),
            teams: &invitation.teams,
            granted_by: &invitation.sender,
            lifts_shut_out: invitation.lift_shut_out,
        }
        .join(context, &mut change)?;
        let users = (!users.events.is_empty()).then_some(users);
        Ok(Plan {
            changes: [change].into_iter().chain(users).collect(),
            ..Plan::default()
        })
    }
}

impl AcceptInvitation {
    fn new_user(
        &self,
        context: &Context<'_>,
        users: &mut Change,
        invitation: &Invitation,
    ) -> Result<UserId, Refusal> {
        let Some(new) = &self.new_user else {
            return Err(Refusal::field(
                "new_user",
                "is required: no account has the invited email confirmed, so accepting makes one. Whoever has an \
                 account with that email sends the link signed in (x-grantor-acting-user)",
            ));
        };
        let id = account_id(context, new.id.as_ref(), (0, "new_user.user_id"))?;
        // Erased since it was sent: there is nobody left whom it is for.
        let email = context
            .facts
            .text(&invitation.email.id)
            .and_then(|text| Email::parse(text).ok());
        let person = Person {
            given_name: new.given_name.clone(),
            family_name: new.family_name.clone(),
            email: email.ok_or_else(super::link_invalid)?,
            login: new.login.clone(),
            position: new.position.clone(),
            locale: new
                .locale
                .clone()
                .unwrap_or_else(|| invitation.locale.clone()),
        };
        // The link proves the mailbox, and its reader says who they are.
        let made = (MadeBy::Person, true);
        let account = person.account(context, users, context.people_moment, &id, made);
        users.save(account);
        Ok(id)
    }
}

/// The user who accepts, if they can become a member.
fn known_user(context: &Context<'_>, user: &User) -> Result<UserId, Refusal> {
    user.must_be_active()?;
    if context.organization().member(&user.id).is_some() {
        let name = RecordName::member(&user.id).resource_name(context.home);
        return Err(Refusal::new(
            Reason::MemberExists,
            format!("The invited person is {name} already; accepting never changes an existing membership."),
        )
        .about(name));
    }
    Ok(user.id.clone())
}
