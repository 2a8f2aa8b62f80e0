//! People on the wire.

use app::Texts;
use decide::person::Person;
use decide::use_cases::user::{EmailConfirmation, Registration, UpdateUser};
use domain::{
    DisplayName, Email, Locale, OrganizationId, Personal, Reason, Refusal, User, UserId, UserState,
};
use grantor::v1;

use super::edit::{Mask, seen};
use super::time;
use crate::fields::{Fields, Parse};

/// What UpdateUser can change.
const PATHS: [&str; 6] = [
    "given_name",
    "family_name",
    "email",
    "login",
    "position",
    "locale",
];

/// A user; erased texts are empty.
pub(crate) fn user_to_proto(user: &User, texts: &Texts) -> v1::User {
    let text = |personal: Option<&Personal>| texts.get_opt(personal);
    v1::User {
        name: user.id.resource_name().to_string(),
        given_name: text(user.given_name.as_ref()),
        family_name: text(user.family_name.as_ref()),
        email: text(user.email.as_ref()),
        pending_email: text(user.pending_email.as_ref().map(|pending| &pending.email)),
        email_confirmed: user.email_confirmed,
        login: text(user.login.as_ref()),
        position: text(user.position.as_ref()),
        locale: user.locale.as_str().to_owned(),
        state: user_state_to_proto(user.state).into(),
        create_time: Some(time::proto(user.stamp.create_time)),
        update_time: Some(time::proto(user.stamp.update_time)),
        etag: user.stamp.etag(),
    }
}

/// Whether a user may act.
pub(crate) fn user_state_to_proto(state: UserState) -> v1::UserState {
    match state {
        UserState::Active => v1::UserState::Active,
        UserState::Deactivated => v1::UserState::Deactivated,
        UserState::Erased => v1::UserState::Erased,
    }
}

impl Parse for v1::RegisterUserRequest {
    type Command = Registration;

    fn parse(self, fields: &mut Fields) -> Option<Registration> {
        let user = fields.optional_id("user_id", &self.user_id, UserId::parse);
        let organization = fields.optional_id(
            "organization_id",
            &self.organization_id,
            OrganizationId::parse,
        );
        let person = fields
            .required("user", self.user)
            .and_then(|user| person(fields, "user", "user.locale", &user));
        let name = &self.organization_display_name;
        let name = fields.optional_text(
            "organization_display_name",
            name,
            DisplayName::parse_without_link,
        );
        Some(Registration {
            user: user?,
            person: person?,
            email_confirmed: self.email_confirmed,
            organization: organization?,
            organization_display_name: name?,
        })
    }
}

/// Who somebody is, said in the fields of `at` and in the one of the language.
pub(super) fn person(
    fields: &mut Fields,
    at: &str,
    locale: &str,
    user: &v1::User,
) -> Option<Person> {
    let field = |name: &str| format!("{at}.{name}");
    let mailed = DisplayName::parse_without_link;
    let given_name = fields.text(&field("given_name"), &user.given_name, mailed);
    let family_name = fields.optional_text(&field("family_name"), &user.family_name, mailed);
    let email = fields.text(&field("email"), &user.email, Email::parse);
    let login = fields.optional_text(&field("login"), &user.login, DisplayName::parse);
    let position = fields.optional_text(&field("position"), &user.position, DisplayName::parse);
    let locale = fields.optional_text(locale, &user.locale, Locale::parse);
    Some(Person {
        given_name: given_name?,
        family_name: family_name?,
        email: email?,
        login: login?,
        position: position?,
        locale: locale?.unwrap_or_default(),
    })
}

impl Parse for v1::UpdateUserRequest {
    type Command = UpdateUser;

    fn parse(self, fields: &mut Fields) -> Option<UpdateUser> {
        let mask = Mask::parse(fields, self.update_mask.as_ref(), &PATHS);
        let wire = fields.required("user", self.user)?;
        let user = fields.user("user.name", &wire.name);
        let mask = mask?;
        let text = DisplayName::parse;
        let mailed = DisplayName::parse_without_link;
        let given_name = mask.text(fields, "user", "given_name", &wire.given_name, mailed);
        let family_name =
            mask.optional_text(fields, "user", "family_name", &wire.family_name, mailed);
        let email = mask.text(fields, "user", "email", &wire.email, Email::parse);
        let login = mask.optional_text(fields, "user", "login", &wire.login, text);
        let position = mask.optional_text(fields, "user", "position", &wire.position, text);
        let locale = mask.text(fields, "user", "locale", &wire.locale, Locale::parse);
        Some(UpdateUser {
            user: user?,
            etag: seen(wire.etag),
            given_name: given_name?,
            family_name: family_name?,
            email: email?,
            email_confirmed: self.email_confirmed,
            login: login?,
            position: position?,
            locale: locale?,
        })
    }
}

impl Parse for v1::FindUserRequest {
    type Command = Email;

    fn parse(self, fields: &mut Fields) -> Option<Email> {
        fields.text("email", &self.email, Email::parse)
    }
}

impl Parse for v1::FindClaimsRequest {
    type Command = Email;

    fn parse(self, fields: &mut Fields) -> Option<Email> {
        fields.text("email", &self.email, Email::parse)
    }
}

/// What stands in the link; a token that is none opens nothing, as one that is wrong.
pub(crate) fn email_confirmation(token: &str) -> Result<EmailConfirmation, Refusal> {
    EmailConfirmation::parse(token).ok_or_else(|| {
        Refusal::new(
            Reason::NotFound,
            "The token is not one of a link that confirms an email. Copy all of it from the mail.",
        )
    })
}
