//! From a stream of questions to one of answers: those that wait are answered together, and none is taken before its
//! answers are read.

use std::pin::Pin;
use std::sync::Arc;

use app::queries::access::{CheckStream, SeenAt};
use app::{Consistency, Error, StoreError};
use decide::queries::access::Question;
use futures_util::stream::ReadyChunks;
use futures_util::{Stream, StreamExt, stream};
use grantor::v1;
use tonic::{Status, Streaming};

use crate::call::DEFAULT;
use crate::connections::OpenCall;
use crate::convert::access::FreshQuestion;
use crate::convert::batch::{results_to_proto, unread_to_proto};
use crate::convert::time::proto;
use crate::fields::parse;
use crate::problem::Problem;
use crate::status::status;
use crate::watch::passed;

/// The most questions that are answered together; others on the same core wait that long.
const TOGETHER: usize = 256;

/// The answers, and perhaps at last why there are no more.
pub(crate) type Answered =
    Pin<Box<dyn Stream<Item = Result<v1::StreamCheckAccessResponse, Status>> + Send + 'static>>;

/// Answers until there are no more questions. That long the connection is not idle.
pub(crate) fn answered(
    checks: CheckStream,
    questions: Streaming<v1::StreamCheckAccessRequest>,
    open: Option<Arc<OpenCall>>,
) -> Answered {
    let asking = Asking {
        checks,
        questions: questions.ready_chunks(TOGETHER),
        end: None,
        told: Told::default(),
        _open: open,
    };
    let each = stream::unfold(Some(asking), async |asking| {
        let mut asking = asking?;
        match asking.answers().await {
            Ok(answers) => {
                let answers: Vec<_> = answers?.into_iter().map(Ok).collect();
                Some((answers, Some(asking)))
            }
            Err(why) => Some((vec![Err(why)], None)),
        }
    });
    Box::pin(each.flat_map(stream::iter))
}

/// A stream of questions, as far as it was answered.
struct Asking {
    checks: CheckStream,
    questions: ReadyChunks<Streaming<v1::StreamCheckAccessRequest>>,
    /// Why there are no more questions, once those before it are answered.
    end: Option<Status>,
    told: Told,
    _open: Option<Arc<OpenCall>>,
}

/// What the answers so far have told.
#[derive(Default)]
struct Told {
    answers: i64,
    token: String,
}

/// A question that was read, or what is wrong with it.
type Read = Result<Question, Problem>;

impl Asking {
    /// The answers to the questions that wait; none where there are no more.
    async fn answers(&mut self) -> Result<Option<Vec<v1::StreamCheckAccessResponse>>, Status> {
        if let Some(end) = self.end.take() {
            return Err(end);
        }
        let Some(questions) = self.waiting().await.map_err(status)? else {
            return Ok(None);
        };
        if questions.len() == TOGETHER {
            // There may be more: first those who wait on the same core.
            tokio::task::yield_now().await;
        }
        let mut read = Vec::with_capacity(questions.len());
        for question in questions {
            match question {
                Ok(question) => read.push(parse(question)),
                Err(end) => self.end = Some(end),
            }
        }
        let mut answers = Vec::with_capacity(read.len());
        for (questions, consistency) in equally_fresh(read) {
            answers.extend(self.answer(questions, &consistency).await);
        }
        Ok(Some(answers))
    }

    /// The questions that have come; at least one, or none where there are no more.
    async fn waiting(
        &mut self,
    ) -> Result<Option<Vec<Result<v1::StreamCheckAccessRequest, Status>>>, Error> {
        loop {
            tokio::select! {
                biased;
                () = self.checks.ends() => return Err(Error::Stopping),
                () = passed(self.checks.deadline()) => return Err(StoreError::Deadline.into()),
                () = self.checks.look_is_due() => {}
                questions = self.questions.next() => return Ok(questions),
            }
            self.checks.look().await?;
        }
    }

    async fn answer(
        &mut self,
        questions: Vec<Read>,
        consistency: &Consistency,
    ) -> Vec<v1::StreamCheckAccessResponse> {
        let (questions, unread) = unread_to_proto(questions);
        let batch = self.checks.answer(&questions, consistency).await;
        let mut places = questions.iter();
        let seen: Vec<_> = unread
            .iter()
            .map(|wrong| match wrong {
                Some(_) => None,
                None => batch.seen.get(&places.next()?.organization),
            })
            .collect();
        let results = results_to_proto(batch.answers, batch.errors, &questions, unread);
        let told = &mut self.told;
        let answers = results.into_iter().zip(seen);
        answers
            .map(|(result, seen)| told.answer(result, seen))
            .collect()
    }
}

impl Told {
    fn answer(
        &mut self,
        result: v1::AccessResult,
        seen: Option<&SeenAt>,
    ) -> v1::StreamCheckAccessResponse {
        let index = self.answers;
        self.answers += 1;
        let seen =
            seen.filter(|_| matches!(result.result, Some(v1::access_result::Result::Answer(_))));
        v1::StreamCheckAccessResponse {
            index,
            result: Some(result),
            evaluate_time: seen.map(|seen| proto(seen.at)),
            consistency_token: seen.map(|seen| self.news(&seen.token)).unwrap_or_default(),
        }
    }

    /// The token, where it is another than that of the answer before.
    fn news(&mut self, token: &str) -> String {
        if self.token == token {
            return String::new();
        }
        token.clone_into(&mut self.token);
        token.to_owned()
    }
}

/// The questions in their order, in runs that ask for the same freshness. One that can't be asked belongs to any.
fn equally_fresh(read: Vec<Result<FreshQuestion, Problem>>) -> Vec<(Vec<Read>, Consistency)> {
    let mut runs: Vec<(Vec<Read>, Consistency)> = Vec::new();
    for question in read {
        let (question, consistency) = match question {
            Ok(asked) => (Ok(asked.question), Some(asked.consistency)),
            Err(wrong) => (Err(wrong), None),
        };
        match runs.last_mut() {
            Some((run, of_run)) if consistency.as_ref().is_none_or(|own| own == of_run) => {
                run.push(question);
            }
            _ => runs.push((vec![question], consistency.unwrap_or(DEFAULT))),
        }
    }
    runs
}
