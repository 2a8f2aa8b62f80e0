//! Somebody acts for the first time as an account that was made for them: from then on a link to its email proves
//! nothing by itself (rule 6).

use std::pin::Pin;

use access::View;
use domain::{Handover, Home, Refusal, User, UserId};
use serde::Serialize;

use super::known;
use crate::app::App;
use crate::call::Call;
use crate::error::Error;
use crate::use_case::{Given, Plan, UseCase, Want};

/// Notes that somebody acts as an account.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct NoteFirstAct {
    /// As which.
    pub(crate) user: UserId,
}

impl App {
    /// To be asked of every call that is allowed in somebody's name, before it does or answers anything: reading is
    /// acting too. Nearly always there is nothing to note.
    pub(crate) async fn note_first_act(&self, call: &Call, view: &View) -> Result<(), Error> {
        match &call.who.actor {
            Some(actor) if view.users.awaits_handover(actor) => {
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
}

impl UseCase for NoteFirstAct {
    fn home(&self) -> Home {
        Home::Users
    }

    fn wants(&self, _view: &View) -> Vec<Want> {
        vec![Want::User(self.user.clone())]
    }

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        let user = known(given, &self.user)?;
        let mut change = given.change();
        change.save(User {
            handover: user.handover.map(|_| Handover::Done),
            stamp: user.stamp.touched(given.moment),
            ..user.clone()
        });
        Ok(change.into())
    }
}
