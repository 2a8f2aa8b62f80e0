//! A question: may it be asked, and which states answer it. What they answer is the queries' to say.

use decide::rule::Authority;
use domain::{Home, Personal, PersonalId, UserId};

use crate::app::App;
use crate::call::{Call, Consistency, When};
use crate::done::{Seen, Texts};
use crate::error::Error;
use crate::may_ask::Asked;
use crate::states::{Answering, answering};
use crate::token;

impl App {
    /// The states of `home` that answer the call, if its rule allows it there now.
    ///
    /// Outside the caller's organizations the answer is NOT_FOUND, whether the thing exists or not.
    pub async fn see(
        &self,
        call: &Call,
        home: &Home,
        about: Option<&UserId>,
        consistency: &Consistency,
    ) -> Result<Seen, Error> {
        self.see_when(call, home, about, &When::Now(consistency.clone()))
            .await
    }

    /// The same, or the states of a time that is past. Whoever asks must be allowed to now.
    pub(crate) async fn see_when(
        &self,
        call: &Call,
        home: &Home,
        about: Option<&UserId>,
        when: &When,
    ) -> Result<Seen, Error> {
        let asked = Asked {
            call,
            home,
            about,
            birth: false,
        };
        let present = self.present(&asked, when.consistency()).await;
        let present = present.map_err(|error| error.told_at(home))?;
        let allowed = self.may_ask(&asked, &present)?;
        self.note_first_act(call, &present.view).await?;
        let authority = allowed.authority.clone();
        let answering = match when {
            When::Now(_) => answering(present, allowed.acting),
            When::Then(as_of) => self
                .answering_as_of((call, home), *as_of, present, allowed)
                .await
                .map_err(|error| error.told_at(home))?,
        };
        self.seen(authority, answering)
    }

    fn seen(&self, authority: Authority, answering: Answering) -> Result<Seen, Error> {
        let now = self.engine.now();
        let token = match answering.as_of {
            None => token::of_answer(&self.seal, &self.engine, &answering.snapshot)?,
            // It saw nothing that another answer could be behind.
            Some(_) => String::new(),
        };
        Ok(Seen {
            authority,
            at: answering.as_of.unwrap_or(now),
            now,
            token,
            view: answering.view,
            acting: answering.acting,
        })
    }

    /// The texts behind personal values of one home.
    pub(crate) async fn texts_of<'a>(
        &self,
        home: &Home,
        personals: impl IntoIterator<Item = &'a Personal>,
    ) -> Result<Texts, Error> {
        let ids: Vec<PersonalId> = personals
            .into_iter()
            .map(|personal| personal.id.clone())
            .collect();
        if ids.is_empty() {
            return Ok(Texts::default());
        }
        Ok(Texts(self.reader().await?.texts(home, &ids).await?))
    }
}
