//! What was done under this request id already? Of a write it is asked under the lock, of a preview on a snapshot.

use access::View;
use decide::rule::{Asking, Rule};
use decide::use_case::UseCase;
use domain::{Refusal, Timestamp};
use store::{Remembered, RequestKey};

use crate::app::App;
use crate::call::{Call, SentRequest, sha256};
use crate::error::Error;

impl App {
    /// What is remembered under the call's request id, where it has one.
    pub(crate) async fn remembered<U: UseCase>(
        &self,
        call: &Call,
        command: &U,
    ) -> Result<Option<Remembered>, Error> {
        let Some(request) = request_key(call, command)? else {
            return Ok(None);
        };
        let (home, now) = (command.home(), self.engine.now());
        let reader = self.reader().await?;
        let remembered = reader.remembered(&home, &call.who, &request, now);
        Ok(remembered.await?)
    }

    /// A retry of what was done is answered even if the right to do it is gone since.
    pub(crate) async fn refused_unless_replay<U: UseCase>(
        &self,
        call: &Call,
        command: &U,
        refusal: Refusal,
    ) -> Result<(), Error> {
        if let Some(Remembered::Same { .. }) = self.remembered(call, command).await? {
            return Ok(());
        }
        let error = Error::Refused(refusal);
        self.refusals.note(call, &command.home(), &error);
        Err(error)
    }
}

/// What a retry is known by, where the caller sent an id.
pub(crate) fn request_key<U: UseCase>(
    call: &Call,
    command: &U,
) -> Result<Option<RequestKey>, Error> {
    let (method, actor) = (&call.rule.method, &call.who.actor);
    let key = |request: &SentRequest| {
        let parsed =
            serde_json::to_vec(&(method, actor, command)).map_err(|_| Error::Interrupted)?;
        Ok(RequestKey {
            id: request.id.clone(),
            hash: request.hash(method, actor.as_ref()),
            former_hash: sha256(&parsed),
        })
    };
    call.request.as_ref().map(key).transpose()
}

/// Who asks again must still be known; what they asked for is not judged twice.
pub(crate) fn must_still_be_known<U: UseCase>(
    call: &Call,
    command: &U,
    view: &View,
    now: Timestamp,
) -> Result<(), Refusal> {
    let known = Rule {
        any_caller: true,
        method: call.rule.method.clone(),
        ..Rule::default()
    };
    let asking = Asking {
        who: &call.who,
        home: &command.home(),
        about: None,
        now,
        birth: true,
    };
    known.allow(&asking, view).map(drop)
}

/// Who may not ask hears what they would hear without the id: that it was used tells nothing of what others did.
pub(crate) fn may_hear_of_reuse<T>(decided: Result<T, Error>) -> Result<(), Error> {
    match decided {
        Err(Error::Refused(refusal)) if !refusal.reason.is_about_the_caller() => Ok(()),
        decided => decided.map(drop),
    }
}
