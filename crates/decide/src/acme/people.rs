//! What is done to people and their accounts, as sentences.

use domain::Locale;

use super::actor::{Actor, Answer, Done};
use super::make::{display_name, email, organization, user};
use crate::person::Person;
use crate::use_cases::member::{CreateMembers, PersonToJoin};
use crate::use_cases::role_spec::{RoleName, RoleSpec};
use crate::use_cases::user::{
    DeactivateUser, EraseUser, ReactivateUser, RegisterUser, Registration,
};

/// Somebody with the email `ID@example.com` whom it is to make a member of this role.
pub(super) fn person(id: &str, role: RoleName) -> PersonToJoin {
    PersonToJoin {
        user: None,
        person: Person {
            given_name: display_name(id),
            family_name: None,
            email: email(&format!("{id}@example.com")),
            login: None,
            position: None,
            locale: Locale::default(),
        },
        email_confirmed: false,
        role: RoleSpec {
            role: Some(role),
            areas: None,
            technical_scope: None,
        },
        panel: None,
    }
}

impl Actor {
    /// Makes all of these members, or none.
    pub(super) fn makes_members(&self, here: &str, people: Vec<PersonToJoin>) -> Answer<Done> {
        let command = CreateMembers {
            organization: organization(here),
            people,
        };
        self.does("BatchCreateMembers", &command)
    }

    /// Opens an account with an unconfirmed email `ID@example.com`.
    pub(super) fn claims(&self, id: &str) -> Answer<Done> {
        let own = organization(&format!("{id}-own"));
        let registration = Registration {
            user: Some(user(id)),
            person: person(id, RoleName::External).person,
            email_confirmed: false,
            organization: Some(own.clone()),
            organization_display_name: None,
        };
        let command = RegisterUser {
            registration,
            organization: own,
        };
        self.does("RegisterUser", &command)
    }

    pub(super) fn registers(&self, id: &str) -> Answer<Done> {
        let organization = organization(&format!("{id}-own"));
        let registration = Registration {
            user: Some(user(id)),
            person: Person {
                given_name: display_name(id),
                family_name: Some(display_name("Example")),
                email: email(&format!("{id}@example.com")),
                login: None,
                position: None,
                locale: Locale::default(),
            },
            email_confirmed: true,
            organization: Some(organization.clone()),
            organization_display_name: None,
        };
        let command = RegisterUser {
            registration,
            organization,
        };
        self.does("RegisterUser", &command)
    }

    /// Stops a user everywhere.
    pub(super) fn deactivates_user(&self, id: &str) -> Answer<Done> {
        let (user, etag) = (user(id), None);
        self.does("DeactivateUser", &DeactivateUser { user, etag })
    }

    pub(super) fn erases_user(&self, id: &str) -> Answer<Done> {
        let (user, etag) = (user(id), None);
        self.does("EraseUser", &EraseUser { user, etag })
    }

    pub(super) fn reactivates_user(&self, id: &str) -> Answer<Done> {
        let (user, etag) = (user(id), None);
        self.does("ReactivateUser", &ReactivateUser { user, etag })
    }
}
