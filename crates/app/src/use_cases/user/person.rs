//! Who somebody is, as told when their account is made.

use domain::{
    Change, DisplayName, Email, Locale, Mail, Moment, PendingEmail, Personal, Reason, Refusal,
    Stamp, User, UserId, UserState,
};
use serde::Serialize;

use super::EMAIL_LINK_LIFE;
use crate::use_case::Given;

/// Names, email and what else is shown of a person.
#[derive(Debug, Clone, Serialize)]
pub struct Person {
    /// First name.
    pub given_name: DisplayName,
    /// Last name.
    pub family_name: Option<DisplayName>,
    /// The email.
    pub email: Email,
    /// The login shown in lists.
    pub login: Option<DisplayName>,
    /// The position.
    pub position: Option<DisplayName>,
    /// The language of mails and pages.
    pub locale: Locale,
}

impl Person {
    /// First and last name in one.
    pub fn full_name(&self) -> String {
        match &self.family_name {
            Some(family_name) => format!("{} {family_name}", self.given_name),
            None => self.given_name.to_string(),
        }
    }

    /// The account of this person, its texts beside `change`, which is one of `users` made at `moment`.
    pub(crate) fn account(
        &self,
        given: &Given<'_>,
        change: &mut Change,
        moment: Moment,
        id: &UserId,
        email_confirmed: bool,
    ) -> User {
        let email = given.personal_email(change, Some(id), &self.email);
        let pending_email =
            (!email_confirmed).then(|| awaits_link(given, change, moment, id, email.clone()));
        User {
            id: id.clone(),
            given_name: Some(given.personal(change, Some(id), self.given_name.as_str())),
            family_name: optional(given, change, id, self.family_name.as_ref()),
            email: Some(email),
            email_confirmed,
            pending_email,
            login: optional(given, change, id, self.login.as_ref()),
            position: optional(given, change, id, self.position.as_ref()),
            locale: self.locale.clone(),
            state: UserState::Active,
            stamp: Stamp::new(moment),
        }
    }
}

/// The email as pending, and the mail with the link that confirms it.
pub(super) fn awaits_link(
    given: &Given<'_>,
    change: &mut Change,
    moment: Moment,
    user: &UserId,
    email: Personal,
) -> PendingEmail {
    change.mails.push(Mail::ConfirmEmail { user: user.clone() });
    PendingEmail {
        email,
        salt: given.draw.salt("email"),
        expire_time: moment.now.plus_seconds(EMAIL_LINK_LIFE),
    }
}

/// Puts an optional text about the person beside the change.
pub(super) fn optional(
    given: &Given<'_>,
    change: &mut Change,
    user: &UserId,
    text: Option<&DisplayName>,
) -> Option<Personal> {
    text.map(|text| given.personal(change, Some(user), text.as_str()))
}

/// An email belongs to one person.
pub(super) fn email_taken() -> Refusal {
    Refusal::new(
        Reason::EmailTaken,
        "The email belongs to another user; an email is unique on the platform. Use another, or find its user (UserService.FindUser).",
    )
}
