//! Many questions at once: one state for each organization, each question its own answer or error.

use std::collections::BTreeMap;
use std::time::Instant;

use decide::queries::access::{Answer, Question};
use decide::rule::Authority;
use domain::{Home, OrganizationId, Refusal, Timestamp, UserId};
use tokio::time::timeout_at;

use crate::app::App;
use crate::call::{Call, Consistency, When};
use crate::done::Seen;
use crate::error::Error;
use crate::may_ask::Asked;

/// The answers of a batch.
#[derive(Debug, Default)]
pub struct Batch {
    /// One for each question, in their order; without an answer, the place of the error in `errors`.
    pub answers: Vec<Result<Answer, usize>>,
    /// Why there is no answer. Questions about one organization share what keeps all of them from being answered.
    pub errors: Vec<Error>,
    /// What was seen of each organization that was.
    pub seen: BTreeMap<OrganizationId, SeenAt>,
}

/// The states of one organization that a batch was answered on.
#[derive(Debug, Clone)]
pub struct SeenAt {
    /// The time that the answers speak of.
    pub at: Timestamp,
    /// The consistency token.
    pub token: String,
}

/// The states of one organization, or the place of the error.
type SeenOrganizations<'a> = BTreeMap<&'a OrganizationId, Result<Seen, usize>>;

/// How each organization is seen.
struct Each<'a> {
    call: &'a Call,
    when: &'a When,
    /// One that is not seen by then keeps only the questions about it from being answered.
    by: Option<Instant>,
}

impl Batch {
    fn fail(&mut self, error: impl Into<Error>) -> usize {
        self.errors.push(error.into());
        self.errors.len() - 1
    }

    /// So many questions have no answer, for one reason.
    pub(super) fn none(questions: usize, why: impl Into<Error>) -> Self {
        let mut batch = Self::default();
        let place = batch.fail(why);
        batch.answers = vec![Err(place); questions];
        batch
    }

    /// What was seen, a token for each organization; none of what is past.
    pub fn tokens(&self) -> Vec<String> {
        let tokens = self.seen.values().map(|seen| seen.token.clone());
        tokens.filter(|token| !token.is_empty()).collect()
    }

    /// The latest time that an answer speaks of.
    pub fn at(&self) -> Option<Timestamp> {
        self.seen.values().map(|seen| seen.at).max()
    }
}

impl App {
    /// Answers many questions, also about several organizations.
    pub async fn batch_check_access(
        &self,
        call: &Call,
        questions: &[Question],
        when: &When,
    ) -> Batch {
        self.batch_by(call, questions, when, None).await
    }

    /// The same; an organization that is not seen by then keeps only the questions about it from being answered.
    pub(super) async fn batch_by(
        &self,
        call: &Call,
        questions: &[Question],
        when: &When,
        by: Option<Instant>,
    ) -> Batch {
        let mut batch = Batch {
            answers: Vec::with_capacity(questions.len()),
            ..Batch::default()
        };
        let each = Each { call, when, by };
        let seen = self.see_each(&each, questions, &mut batch).await;
        for question in questions {
            let answered = match seen.get(&question.organization) {
                Some(Ok(seen)) => {
                    let answered = self.answer(call, question, seen);
                    answered.map_err(|refusal| batch.fail(refusal))
                }
                Some(Err(place)) => Err(*place),
                None => Err(batch.fail(Error::Interrupted)),
            };
            batch.answers.push(answered);
        }
        batch
    }

    async fn see_each<'a>(
        &self,
        each: &Each<'_>,
        questions: &'a [Question],
        batch: &mut Batch,
    ) -> SeenOrganizations<'a> {
        let mut all = SeenOrganizations::new();
        let organizations = organizations(each.call, questions);
        let when = match each.when {
            When::Now(Consistency::Fully) => {
                let homes = organizations
                    .keys()
                    .map(|id| Home::Organization((*id).clone()));
                match each
                    .in_time(self.engine.read_for_all(homes.collect()))
                    .await
                {
                    Ok(since) => When::Now(Consistency::FullySince(since)),
                    Err(error) => {
                        let place = batch.fail(error);
                        let failed = organizations.into_keys();
                        return failed.map(|id| (id, Err(place))).collect();
                    }
                }
            }
            when => when.clone(),
        };
        for (organization, about) in organizations {
            let home = Home::Organization(organization.clone());
            let seeing = self.see_when(each.call, &home, Some(about), &when);
            let seen = each.in_time(seeing).await;
            if let Ok(seen) = &seen {
                let token = seen.token.clone();
                let seen_at = SeenAt { at: seen.at, token };
                batch.seen.insert(organization.clone(), seen_at);
            }
            all.insert(organization, seen.map_err(|error| batch.fail(error)));
        }
        all
    }
}

impl App {
    fn answer(&self, call: &Call, question: &Question, seen: &Seen) -> Result<Answer, Refusal> {
        if matches!(&seen.authority, Authority::Own(user) if *user != question.subject) {
            may_ask_about(call, question, seen)?;
        }
        // Only then: who may not ask uses up nothing of it.
        call.ask_about(&question.organization)?;
        self.answer_noted(question, seen)
    }
}

impl Each<'_> {
    async fn in_time<T>(&self, seeing: impl Future<Output = Result<T, Error>>) -> Result<T, Error> {
        match self.by {
            None => seeing.await,
            // What is in memory is there at once, however late it is.
            Some(by) => timeout_at(by.into(), seeing)
                .await
                .unwrap_or_else(|_| Err(store::Error::Deadline.into())),
        }
    }
}

/// Each organization, and about whom it is seen: the acting user wherever a question is about them, since they may
/// ask that even where they may ask nothing else.
fn organizations<'a>(
    call: &Call,
    questions: &'a [Question],
) -> BTreeMap<&'a OrganizationId, &'a UserId> {
    let mut organizations = BTreeMap::new();
    for question in questions {
        let about = organizations
            .entry(&question.organization)
            .or_insert(&question.subject);
        if call.who.actor.as_ref() == Some(&question.subject) {
            *about = &question.subject;
        }
    }
    organizations
}

/// Who may ask about themselves is asked the rule again for everybody else.
fn may_ask_about(call: &Call, question: &Question, seen: &Seen) -> Result<(), Refusal> {
    let home = Home::Organization(question.organization.clone());
    let asked = Asked {
        call,
        home: &home,
        about: Some(&question.subject),
        birth: false,
    };
    asked.allowed_on(seen.acting(), seen.now).map(drop)
}
