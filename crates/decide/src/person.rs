//! Who somebody is, as told when their account is made.

use domain::{
    Change, DisplayName, Email, Handover, Locale, Mail, Moment, PendingEmail, Personal, Reason,
    Refusal, User, UserId,
};
use serde::Serialize;

use crate::use_case::Context;

/// Names, email and what else is shown of a person.
#[derive(Debug, Clone, Serialize)]
pub struct Person {
    pub given_name: DisplayName,
    pub family_name: Option<DisplayName>,
    pub email: Email,
    /// The login shown in lists.
    pub login: Option<DisplayName>,
    pub position: Option<DisplayName>,
    /// The language of mails and pages.
    pub locale: Locale,
}

/// The id of an account that is to be made, which `field` of the request may name.
pub(crate) fn account_id(
    context: &Context<'_>,
    wanted: Option<&UserId>,
    (ordinal, field): (usize, &str),
) -> Result<UserId, Refusal> {
    let Some(id) = wanted else {
        return UserId::parse(&context.seed.id("user", ordinal))
            .map_err(|invalid| Refusal::field(field, invalid.to_string()));
    };
    if context.facts.user(id).is_none() {
        return Ok(id.clone());
    }
    Err(Refusal::new(
        Reason::IdTaken,
        format!(
            "{} is taken, or was once; ids are never used again. Leave user_id empty and the server makes one.",
            id.resource_name()
        ),
    )
    .about(id.resource_name()))
}

/// Who makes an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum MadeBy {
    /// Its person, or a service for them.
    Person,
    /// The operator or a request, for whoever has its email.
    Maker,
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
        context: &Context<'_>,
        change: &mut Change,
        moment: Moment,
        id: &UserId,
        (made_by, email_confirmed): (MadeBy, bool),
    ) -> User {
        let email = context.personal_email(change, Some(id), &self.email);
        let pending_email =
            (!email_confirmed).then(|| awaits_link(context, change, moment, id, email.clone()));
        User {
            given_name: Some(context.personal(change, Some(id), self.given_name.as_str())),
            family_name: optional(context, change, id, self.family_name.as_ref()),
            email: Some(email),
            email_confirmed,
            pending_email,
            login: optional(context, change, id, self.login.as_ref()),
            position: optional(context, change, id, self.position.as_ref()),
            locale: self.locale.clone(),
            handover: match made_by {
                MadeBy::Person => None,
                MadeBy::Maker if email_confirmed => Some(Handover::Done),
                MadeBy::Maker => Some(Handover::Waiting),
            },
            ..User::new(id.clone(), moment)
        }
    }
}

/// The email as pending, and the mail with the link that confirms it.
pub(crate) fn awaits_link(
    context: &Context<'_>,
    change: &mut Change,
    moment: Moment,
    user: &UserId,
    email: Personal,
) -> PendingEmail {
    change.mails.push(Mail::ConfirmEmail { user: user.clone() });
    PendingEmail {
        email,
        salt: context.seed.salt("email"),
        expire_time: moment.now.plus_seconds(PendingEmail::LINK_LIFE),
    }
}

/// Puts an optional text about the person beside the change.
pub(crate) fn optional(
    context: &Context<'_>,
    change: &mut Change,
    user: &UserId,
    text: Option<&DisplayName>,
) -> Option<Personal> {
    text.map(|text| context.personal(change, Some(user), text.as_str()))
}
