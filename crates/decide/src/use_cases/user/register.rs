//! Somebody gets an account and, alone so far, an organization of their own (rule 7, S2-3).

use access::View;
use domain::{Change, DisplayName, Home, OrganizationId, Refusal, User, UserId};
use serde::Serialize;

use crate::person::{MadeBy, Person, account_id};
use crate::rule::Authority;
use crate::rules::rule_06::new_email_must_be_free;
use crate::rules::rule_07::{gets_own_organization, own_name};
use crate::use_case::{Context, Plan, UseCase, Want};
use crate::use_cases::organization::must_be_free;

/// Who wants an account.
#[derive(Debug, Clone, Serialize)]
pub struct Registration {
    /// The id that the caller insists on.
    pub user: Option<UserId>,
    /// Who it is.
    pub person: Person,
    /// Whether the caller vouches for the email; otherwise a link is mailed.
    pub email_confirmed: bool,
    /// The organization id that the caller insists on.
    pub organization: Option<OrganizationId>,
    /// What the organization is called; the person's names where it is `None`.
    pub organization_display_name: Option<DisplayName>,
}

/// Opens an account together with an organization of the person's own.
#[derive(Debug, Clone, Serialize)]
pub struct RegisterUser {
    pub registration: Registration,
    /// The organization to be born.
    pub organization: OrganizationId,
}

impl UseCase for RegisterUser {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn birth(&self) -> bool {
        true
    }

    fn with_people(&self) -> bool {
        true
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        let email = Want::UserByEmail(self.registration.person.email.clone());
        self.registration
            .user
            .clone()
            .map(Want::User)
            .into_iter()
            .chain([email])
            .collect()
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        must_be_free(context, &self.organization)?;
        new_email_must_be_free(context, &self.registration.person.email, self.made(context))?;
        let id = account_id(context, self.registration.user.as_ref(), (0, "user_id"))?;
        let mut users = context.users_change();
        let user = self.account(context, &mut users, &id);
        users.save(user);
        let mut change = context.change();
        let Registration {
            person,
            organization_display_name: chosen,
            ..
        } = &self.registration;
        let display_name = own_name(context, &mut change, (&id, person), chosen.as_ref());
        gets_own_organization(context, &mut change, id, &self.organization, display_name);
        Ok(Plan {
            changes: vec![change, users],
            ..Plan::default()
        })
    }
}

impl RegisterUser {
    /// By whom, and whether its email is confirmed from the start.
    fn made(&self, context: &Context<'_>) -> (MadeBy, bool) {
        let made_by = match context.authority {
            Authority::Operator => MadeBy::Maker,
            Authority::Service(_)
            | Authority::User(_)
            | Authority::Own(_)
            | Authority::Anyone(_) => MadeBy::Person,
        };
        (made_by, self.registration.email_confirmed)
    }

    fn account(&self, context: &Context<'_>, users: &mut Change, id: &UserId) -> User {
        let person = &self.registration.person;
        person.account(
            context,
            users,
            context.people_moment,
            id,
            self.made(context),
        )
    }
}
