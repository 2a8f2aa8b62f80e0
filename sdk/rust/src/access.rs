//! May this user do that, and why? An answer, or an error; never an allow by mistake.

use std::collections::HashSet;

use prost::UnknownEnumValue;
use prost_types::Timestamp;

use super::error::request_id;
use super::{Client, Error};
use crate::v1;
use crate::v1::access_result::Result as Outcome;

/// Questions in one call.
const BATCH: usize = 1000;

/// Whether a user may.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer {
    /// Whether the user may.
    pub allowed: bool,
    /// Why. A newer server may give a number that this client does not know.
    pub reason: Result<v1::AccessReason, UnknownEnumValue>,
    /// If allowed, one way that allows it now.
    pub path: Option<v1::AccessPath>,
    /// The next time at which the answer can change by itself: cache it no longer. None: it does not.
    pub valid_until: Option<Timestamp>,
    /// What was read, for [`Client::at_least_as_fresh`]. Empty in [`Answers`], which have theirs together, and of
    /// the past.
    pub token: String,
}

/// The answers to many questions, in their order.
#[derive(Debug, Clone, PartialEq)]
pub struct Answers {
    /// One for each question. An error is never to be taken for an allow.
    pub results: Vec<Result<Answer, Error>>,
    /// What was read, for [`Client::at_least_as_fresh`]: none twice. Of the past there are none.
    pub tokens: Vec<String>,
}

/// Why a user may or may not.
#[derive(Debug, Clone, PartialEq)]
pub struct Explanation {
    /// Whether the user may.
    pub allowed: bool,
    /// The answer in words. English, for people; not stable.
    pub sentence: String,
    /// All that was answered: every way that allows it, or what is missing.
    pub response: v1::ExplainAccessResponse,
}

impl Client {
    /// May this user (`users/alice`) do that (`manage`, `kdrive/manage`) on this product or organization
    /// (`organizations/acme/products/drive-1`)?
    ///
    /// # Errors
    /// RIGHT_UNKNOWN for a right that there is not, NOT_FOUND for an organization that the caller may not ask
    /// about, INTERNAL for a decision that this client does not know; see `AccessService` for all.
    pub async fn check(&self, subject: &str, right: &str, resource: &str) -> Result<Answer, Error> {
        let answer = self.ask(subject, right, resource).await;
        answer.map(|(answer, _)| answer)
    }

    /// The answer, and the time in the database for which it holds.
    pub(super) async fn ask(
        &self,
        subject: &str,
        right: &str,
        resource: &str,
    ) -> Result<(Answer, Option<Timestamp>), Error> {
        let question = v1::CheckAccessRequest {
            subject: subject.to_owned(),
            resource: resource.to_owned(),
            right: right.to_owned(),
            consistency: self.when.consistency.clone(),
            at_time: self.when.at_time(),
            at_revision: self.when.at_revision(),
        };
        let answer = self.access().check_access(question).await?;
        let call = request_id(answer.metadata());
        let response = answer.into_inner();
        let answer = Answer {
            allowed: allowed(response.decision, &call)?,
            reason: v1::AccessReason::try_from(response.reason),
            path: response.path,
            valid_until: response.valid_until,
            token: response.consistency_token,
        };
        Ok((answer, response.evaluate_time))
    }

    /// Asks any number of questions, 1000 a call; without a question nothing is called.
    ///
    /// # Errors
    /// A call failed as a whole, and no answer is given. A single question fails in its own place.
    pub async fn check_many(
        &self,
        questions: impl IntoIterator<Item = v1::AccessQuestion>,
    ) -> Result<Answers, Error> {
        let mut questions = questions.into_iter().peekable();
        let mut answers = Answers {
            results: Vec::new(),
            tokens: Vec::new(),
        };
        while questions.peek().is_some() {
            let batch = questions.by_ref().take(BATCH).collect();
            self.check_batch(batch, &mut answers).await?;
        }
        let mut seen = HashSet::new();
        answers.tokens.retain(|token| seen.insert(token.clone()));
        Ok(answers)
    }

    async fn check_batch(
        &self,
        questions: Vec<v1::AccessQuestion>,
        answers: &mut Answers,
    ) -> Result<(), Error> {
        let asked = questions.len();
        let batch = v1::BatchCheckAccessRequest {
            questions,
            consistency: self.when.consistency.clone(),
            at_time: self.when.at_time(),
            at_revision: self.when.at_revision(),
        };
        let answer = self.access().batch_check_access(batch).await?;
        let call = request_id(answer.metadata());
        let answer = answer.into_inner();
        if answer.results.len() != asked {
            let got = answer.results.len();
            let why = format!("{asked} questions were asked, and {got} answered");
            return Err(Error::not_understood(&why, &call));
        }
        let results = answer.results.into_iter();
        answers
            .results
            .extend(results.map(|one| result(one, &call, "")));
        answers.tokens.extend(answer.consistency_tokens);
        Ok(())
    }

    /// As [`check`](Self::check), and why: every way that allows it, or what is missing and who could give
    /// it.
    ///
    /// # Errors
    /// As [`check`](Self::check).
    pub async fn explain(
        &self,
        subject: &str,
        right: &str,
        resource: &str,
    ) -> Result<Explanation, Error> {
        let question = v1::ExplainAccessRequest {
            subject: subject.to_owned(),
            resource: resource.to_owned(),
            right: right.to_owned(),
            consistency: self.when.consistency.clone(),
            at_time: self.when.at_time(),
            at_revision: self.when.at_revision(),
        };
        let answer = self.access().explain_access(question).await?;
        let call = request_id(answer.metadata());
        let response = answer.into_inner();
        Ok(Explanation {
            allowed: allowed(response.decision, &call)?,
            sentence: response.sentence.clone(),
            response,
        })
    }
}

/// The answer to one question of many, with the token that stands beside it.
pub(super) fn result(one: v1::AccessResult, call: &str, token: &str) -> Result<Answer, Error> {
    match one.result {
        Some(Outcome::Answer(answer)) => Ok(Answer {
            allowed: allowed(answer.decision, call)?,
            reason: v1::AccessReason::try_from(answer.reason),
            path: answer.path,
            valid_until: answer.valid_until,
            token: token.to_owned(),
        }),
        Some(Outcome::Error(error)) => Err(Error::of_question(&error, call)),
        None => Err(Error::not_understood(
            "a question has neither an answer nor an error; is this client too old?",
            call,
        )),
    }
}

/// ALLOWED and DENIED are the only decisions there are.
fn allowed(decision: i32, call: &str) -> Result<bool, Error> {
    match v1::Decision::try_from(decision) {
        Ok(v1::Decision::Allowed) => Ok(true),
        Ok(v1::Decision::Denied) => Ok(false),
        Ok(v1::Decision::Unspecified) | Err(_) => Err(Error::not_understood(
            &format!("{decision} is no decision that this client knows, and so no allow"),
            call,
        )),
    }
}
