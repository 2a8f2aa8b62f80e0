//! Who is this person? Answered from rows: memory keeps of people only who is not active.

use domain::{Email, Home, Reason, RecordName, Refusal, User, UserId};

use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::{Seen, Texts};
use crate::error::Error;

/// A user as answered.
#[derive(Debug, Clone)]
pub struct SeenUser {
    /// The user.
    pub user: User,
    /// Their texts; none once erased.
    pub texts: Texts,
    /// The states that the call was allowed on.
    pub seen: Seen,
}

impl App {
    /// One user.
    pub async fn get_user(&self, call: &Call, id: &UserId) -> Result<SeenUser, Error> {
        let seen = self
            .see(call, &Home::Users, Some(id), &Consistency::default())
            .await?;
        let user = self
            .user_row(id)
            .await?
            .ok_or_else(|| Refusal::not_found(format!("users/{id}")))?;
        self.with_texts(user, seen).await
    }

    /// The user who has confirmed this email. People find only themselves, and learn nothing of others.
    pub async fn find_user(&self, call: &Call, email: &Email) -> Result<SeenUser, Error> {
        let holder = self
            .reader()
            .await?
            .user_by_email(&email.normalized())
            .await?;
        let holder = holder.filter(|holder| holder.email_confirmed);
        let about = holder.as_ref().map(|holder| &holder.id);
        let seen = self
            .see(call, &Home::Users, about, &Consistency::default())
            .await;
        let seen = seen.map_err(|error| hidden(call, error))?;
        let user = holder.ok_or_else(not_found_by_email)?;
        self.with_texts(user, seen).await
    }

    /// The user of this id, in whatever state.
    pub(crate) async fn user_row(&self, id: &UserId) -> Result<Option<User>, Error> {
        let record = self
            .reader()
            .await?
            .record(&Home::Users, &RecordName::user(id))
            .await?;
        Ok(match record {
            Some(domain::Record::User(user)) => Some(user),
            _ => None,
        })
    }

    async fn with_texts(&self, user: User, seen: Seen) -> Result<SeenUser, Error> {
        let texts = self.texts_of(&Home::Users, user.personal()).await?;
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
