//! People: what comes before or after the write that opens, confirms, first uses or erases an account.

use std::pin::Pin;

use access::View;
use decide::use_cases::user::{
    ConfirmEmail, EmailConfirmation, EraseUser, EraseUserIn, NoteFirstAct, RegisterUser,
    Registration,
};
use domain::{Home, UserId};

use crate::app::App;
use crate::call::Call;
use crate::done::Done;
use crate::error::Error;

impl App {
    /// Opens an account; the server makes the organization's id where the caller named none.
    pub async fn register_user(
        &self,
        call: &Call,
        registration: Registration,
    ) -> Result<Done, Error> {
        let spec = registration.organization.clone();
        let command = |organization| RegisterUser {
            registration: registration.clone(),
            organization,
        };
        self.write_birth(call, spec, command).await
    }

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

    /// To be asked of every call that is allowed in somebody's name, before it does or answers anything: reading is
    /// acting too. Nearly always there is nothing to note.
    pub(crate) async fn note_first_act(&self, call: &Call, view: &View) -> Result<(), Error> {
        match &call.who.actor {
            Some(actor) if view.people.awaits_handover(actor) => {
                self.note(call, actor.clone()).await
            }
            Some(_) | None => Ok(()),
        }
    }

    /// Boxed: a note is a write, and every write asks for it.
    fn note<'a>(
        &'a self,
        call: &'a Call,
        user: UserId,
    ) -> Pin<Box<dyn Future<Output = Result<(), Error>> + Send + 'a>> {
        Box::pin(async move {
            // That the call may be made in their name is settled; the note itself is Grantor's.
            let note = NoteFirstAct { user };
            self.write(call.of_itself(), note).await.map(|_| ())
        })
    }

    /// Erases a person everywhere. A repeat goes on where the first one was interrupted.
    pub async fn erase_user(&self, call: &Call, command: EraseUser) -> Result<Done, Error> {
        let user = command.user.clone();
        let done = self.write(call.clone(), command).await?;
        if !call.validate_only {
            self.erase_elsewhere(call, &user).await?;
        }
        Ok(done)
    }

    async fn erase_elsewhere(&self, call: &Call, user: &UserId) -> Result<(), Error> {
        let homes = self.reader().await?.homes_holding(user).await?;
        let call = continuation(call);
        for home in homes.into_iter().filter(|home| *home != Home::People) {
            self.write(
                call.clone(),
                EraseUserIn {
                    home,
                    user: user.clone(),
                },
            )
            .await?;
        }
        Ok(())
    }
}

/// Only after the decision in `users`: that this person goes is settled, and they can act no more themselves. It is carried
/// out however long it takes and whoever else asks: no deadline, no share.
fn continuation(call: &Call) -> Call {
    Call {
        deadline: None,
        place: None,
        ..call.of_itself()
    }
}
