//! A link that was sent to an email is used: from then on it is the person's email.

use access::View;
use domain::{Claim, Home, PendingEmail, PersonalId, Refusal, Timestamp, User, UserId};
use serde::Serialize;

use crate::links::Links;
use crate::rules::rule_06::{must_be_its_person, must_be_no_others};
use crate::use_case::{Context, Plan, UseCase, Want};

/// What stands in the link.
#[derive(Clone, Serialize)]
pub struct EmailConfirmation {
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
    pub pending: Option<PersonalId>,
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

    /// The email of this account that waits for exactly this link, in constant time.
    pub fn opens<'a>(
        &self,
        links: &Links,
        user: &'a User,
        now: Timestamp,
    ) -> Option<&'a PendingEmail> {
        let pending = user.pending_email.as_ref()?;
        let newest = links.matches("email", &[self.user.as_str()], &pending.salt, &self.secret);
        (newest && user.id == self.user && pending.is_open(now)).then_some(pending)
    }
}

impl UseCase for ConfirmEmail {
    fn home(&self) -> Home {
        Home::People
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        let pending = self
            .pending
            .clone()
            .map(|text| Want::UserByText(Home::People, text));
        [Want::User(self.confirmation.user.clone())]
            .into_iter()
            .chain(pending)
            .collect()
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let user = context
            .facts
            .user(&self.confirmation.user)
            .ok_or_else(confirmation_invalid)?;
        let pending = self.opened(context, user)?;
        user.must_be_active()?;
        must_be_its_person(context, user)?;
        must_be_no_others(context, user, &pending.email.id)?;
        let claim = Claim {
            user: user.clone(),
            email: pending.email.clone(),
        };
        let mut change = context.change();
        change.save(claim.confirmed(user.stamp.touched(context.moment)));
        Ok(change.into())
    }
}

impl ConfirmEmail {
    /// The link is the newest one, and its text is the one whose rows were read.
    fn opened<'a>(
        &self,
        context: &Context<'_>,
        user: &'a User,
    ) -> Result<&'a PendingEmail, Refusal> {
        let pending = self
            .confirmation
            .opens(context.links, user, context.moment.now);
        let read = |pending: &&PendingEmail| self.pending.as_ref() == Some(&pending.email.id);
        pending.filter(read).ok_or_else(confirmation_invalid)
    }
}

/// One answer to every link that does not work, so that nothing is learned from it.
pub fn confirmation_invalid() -> Refusal {
    let mut refusal = Refusal::not_found("the link");
    "The link was used before, was replaced by a newer one, has expired, or is damaged. Set the email once more (UserService.UpdateUser) and a new link is sent."
        .clone_into(&mut refusal.message);
    refusal
}
