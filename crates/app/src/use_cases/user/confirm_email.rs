//! A link that was sent to an email is used: from then on it is the person's email.

use access::View;
use domain::{Home, PendingEmail, PersonalId, Refusal, User, UserId};
use serde::Serialize;

use super::must_be_active;
use super::person::email_taken;
use crate::app::App;
use crate::call::Call;
use crate::done::Done;
use crate::error::Error;
use crate::use_case::{Given, Plan, UseCase, Want};

/// What stands in the link.
#[derive(Clone, Serialize)]
pub struct EmailConfirmation {
    /// Whose email.
    pub user: UserId,
    /// The secret that only the mail carried.
    pub secret: String,
}

/// Makes the pending email the person's email.
#[derive(Debug, Clone, Serialize)]
pub struct ConfirmEmail {
    /// What stands in the link.
    pub confirmation: EmailConfirmation,
    /// The email that was pending when the call came; a replay finds none, and is the same command.
    #[serde(skip)]
    pending: Option<PersonalId>,
}

/// Logs never show the secret.
impl std::fmt::Debug for EmailConfirmation {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "EmailConfirmation({})", self.user)
    }
}

impl EmailConfirmation {
    /// The token of a link: `user.secret`.
    pub fn parse(token: &str) -> Option<Self> {
        let (user, secret) = token.split_once('.')?;
        let user = UserId::parse(user).ok()?;
        Some(Self {
            user,
            secret: secret.to_owned(),
        })
    }
}

impl App {
    /// Confirms an email; which text is pending has to be known before the lock, to read its rows under it.
    pub async fn confirm_email(
        &self,
        call: &Call,
        confirmation: EmailConfirmation,
    ) -> Result<Done, Error> {
        let user = self.user_row(&confirmation.user).await?;
        let pending = user
            .and_then(|user| user.pending_email)
            .map(|pending| pending.email.id);
        self.write(
            call.clone(),
            ConfirmEmail {
                confirmation,
                pending,
            },
        )
        .await
    }
}

impl UseCase for ConfirmEmail {
    fn home(&self) -> Home {
        Home::Users
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        let pending = self
            .pending
            .clone()
            .map(|text| Want::UserByText(Home::Users, text));
        [Want::User(self.confirmation.user.clone())]
            .into_iter()
            .chain(pending)
            .collect()
    }

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        let user = given
            .facts
            .user(&self.confirmation.user)
            .ok_or_else(link_invalid)?;
        let pending = user.pending_email.as_ref().ok_or_else(link_invalid)?;
        self.must_open(given, pending)?;
        must_be_active(user)?;
        let holder = given.facts.user_by_text(&pending.email.id);
        if holder.is_some_and(|holder| holder.id != user.id) {
            return Err(email_taken());
        }
        let mut change = given.change();
        change.save(User {
            email: Some(pending.email.clone()),
            email_confirmed: true,
            pending_email: None,
            stamp: user.stamp.touched(given.moment),
            ..user.clone()
        });
        Ok(change.into())
    }
}

impl ConfirmEmail {
    /// The link is the newest one, and its text is the one whose rows were read.
    fn must_open(&self, given: &Given<'_>, pending: &PendingEmail) -> Result<(), Refusal> {
        let EmailConfirmation { user, secret } = &self.confirmation;
        let newest = given
            .links
            .matches("email", &[user.as_str()], &pending.salt, secret);
        let read = self.pending.as_ref() == Some(&pending.email.id);
        if newest && read && given.moment.now < pending.expire_time {
            Ok(())
        } else {
            Err(link_invalid())
        }
    }
}

/// One answer to every link that does not work, so that nothing is learned from it.
fn link_invalid() -> Refusal {
    let mut refusal = Refusal::not_found("the link");
    "The link was used before, was replaced by a newer one, has expired, or is damaged. Set the email once more (UserService.UpdateUser) and a new link is sent."
        .clone_into(&mut refusal.message);
    refusal
}
