//! Who is this person, and whose is this email? Answered from rows: memory keeps hardly anything of people.

use decide::use_cases::user::{EmailConfirmation, confirmation_invalid};
use domain::{Email, Home, Locale, Reason, RecordName, Refusal, User, UserId};

use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::{Seen, Texts};
use crate::error::Error;

/// A user as answered.
#[derive(Debug, Clone)]
pub struct SeenUser {
    pub user: User,
    /// Their texts; none once erased.
    pub texts: Texts,
    /// The states that the call was allowed on.
    pub seen: Seen,
}

/// Who says that an email is theirs.
#[derive(Debug, Clone)]
pub struct SeenClaims {
    /// The accounts that claim it, the oldest first.
    pub claimants: Vec<User>,
    /// Who has it confirmed: then the claims are void.
    pub holder: Option<UserId>,
    /// The texts of the claimants.
    pub texts: Texts,
    /// The states that the call was allowed on.
    pub seen: Seen,
}

/// What whoever has the link that confirms an email sees.
#[derive(Debug, Clone)]
pub struct ViewedEmail {
    pub email: String,
    /// The language of the account.
    pub locale: Locale,
    /// Whether the link confirms it by itself; otherwise its person has to be signed in.
    pub by_itself: bool,
    /// The states that it was read on.
    pub seen: Seen,
}

impl App {
    pub async fn get_user(&self, call: &Call, id: &UserId) -> Result<SeenUser, Error> {
        let seen = self
            .see(call, &Home::People, Some(id), &Consistency::default())
            .await?;
        let user = self
            .user_row(id)
            .await?
            .ok_or_else(|| Refusal::not_found(id.resource_name()))?;
        self.with_texts(user, seen).await
    }

    /// The user who has confirmed this email: a claim finds nobody. People find only themselves, and learn nothing of others.
    pub async fn find_user(&self, call: &Call, email: &Email) -> Result<SeenUser, Error> {
        let holder = self
            .reader()
            .await?
            .user_by_email(&email.normalized())
            .await?;
        let about = holder.as_ref().map(|holder| &holder.id);
        let seen = self
            .see(call, &Home::People, about, &Consistency::default())
            .await;
        let seen = seen.map_err(|error| hidden(call, error))?;
        let user = holder.ok_or_else(not_found_by_email)?;
        self.with_texts(user, seen).await
    }

    /// Who claims an email, and who has it.
    pub async fn find_claims(&self, call: &Call, email: &Email) -> Result<SeenClaims, Error> {
        let seen = self
            .see(call, &Home::People, None, &Consistency::default())
            .await?;
        let reader = self.reader().await?;
        let accounts = reader.accounts_of_email(&email.normalized()).await?;
        let claimants: Vec<_> = accounts
            .claims
            .into_iter()
            .map(|claim| claim.user)
            .collect();
        let personal = claimants.iter().flat_map(User::personal);
        let texts = self.texts_of(&Home::People, personal).await?;
        Ok(SeenClaims {
            claimants,
            holder: accounts.holder.map(|holder| holder.id),
            texts,
            seen,
        })
    }

    /// Shows what a link confirms to whoever has it; changes nothing.
    pub async fn view_email(
        &self,
        call: &Call,
        confirmation: &EmailConfirmation,
    ) -> Result<ViewedEmail, Error> {
        let seen = self
            .see(call, &Home::People, None, &Consistency::default())
            .await?;
        let user = self.user_row(&confirmation.user).await?;
        let user = user.ok_or_else(confirmation_invalid)?;
        let pending = confirmation.opens(&self.links, &user, self.engine.now());
        let pending = pending.ok_or_else(confirmation_invalid)?;
        let texts = self.texts_of(&Home::People, [&pending.email]).await?;
        Ok(ViewedEmail {
            email: texts.get(&pending.email).to_owned(),
            locale: user.locale.clone(),
            by_itself: user.awaits_handover(),
            seen,
        })
    }

    /// The user of this id, in whatever state.
    pub(crate) async fn user_row(&self, id: &UserId) -> Result<Option<User>, Error> {
        let record = self
            .reader()
            .await?
            .record(&Home::People, &RecordName::user(id))
            .await?;
        Ok(match record {
            Some(domain::Record::User(user)) => Some(user),
            _ => None,
        })
    }

    async fn with_texts(&self, user: User, seen: Seen) -> Result<SeenUser, Error> {
        let texts = self.texts_of(&Home::People, user.personal()).await?;
        Ok(SeenUser { user, texts, seen })
    }
}

/// To a person, somebody else's email looks like nobody's.
fn hidden(call: &Call, error: Error) -> Error {
    match error {
        Error::Refused(refusal)
            if call.who.actor.is_some() && refusal.reason == Reason::OperatorRequired =>
        {
            not_found_by_email().into()
        }
        other => other,
    }
}

/// Never repeats the address.
fn not_found_by_email() -> Refusal {
    Refusal::not_found("A user with this confirmed email")
}
