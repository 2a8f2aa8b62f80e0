//! What is done to people and their accounts, as sentences.

use domain::Locale;

use super::actor::{Actor, Answer, Done};
use super::make::{display_name, email, organization, user};
use crate::person::Person;
use crate::use_cases::user::{
    DeactivateUser, EraseUser, ReactivateUser, RegisterUser, Registration,
};

impl Actor {
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
