//! From a stream of questions to one of answers: those that wait are answered together, and none is taken before its
//! answers are read.

use std::collections::VecDeque;
use std::future::ready;
use std::pin::Pin;
use std::time::Instant;

use app::queries::access::{CheckStream, SeenAt};
use app::{Consistency, deadline};
use decide::queries::access::Question;
use futures_util::stream::ReadyChunks;
use futures_util::{Stream, StreamExt, stream};
use grantor::v1;
use tonic::{Status, Streaming};

use crate::call::DEFAULT;
use crate::convert::access::FreshQuestion;
use crate::convert::batch::{results_to_proto, unread_to_proto};
use crate::convert::time::proto;
use crate::fields::parse;
use crate::problem::Problem;
use crate::status::{detailed, status};

/// The most questions that are answered together; others on the same core wait that long.
const TOGETHER: usize = 256;

/// The answers, and perhaps at last why there are no more.
pub(crate) type Answered = Answers<v1::StreamCheckAccessResponse>;

type Answers<T> = Pin<Box<dyn Stream<Item = Result<T, Status>> + Send + 'static>>;

/// Answers until there are no more questions, or the stream is over.
pub(crate) fn answered(
    checks: CheckStream,
    questions: Streaming<v1::StreamCheckAccessRequest>,
) -> Answered {
    let asking = Asking {
        checks,
        questions: until_broken(questions).ready_chunks(TOGETHER),
        runs: VecDeque::new(),
        broken: None,
        sent: Sent::default(),
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

/// The messages up to the first that is broken: nobody knows where the next one would begin, and what stands in the middle of
/// one message must not be taken for another.
fn until_broken<T: Send + 'static>(
    messages: impl Stream<Item = Result<T, Status>> + Send + 'static,
) -> Answers<T> {
    let whole = messages.scan(false, |is_broken, message| {
        let was_broken = std::mem::replace(is_broken, message.is_err());
        ready((!was_broken).then_some(message))
    });
    Box::pin(whole)
}

/// A stream of questions, as far as it was answered.
struct Asking {
    checks: CheckStream,
    questions: ReadyChunks<Answers<v1::StreamCheckAccessRequest>>,
    /// Those that have come and are not answered yet.
    runs: VecDeque<Run>,
    /// What is wrong with the message behind them.
    broken: Option<Status>,
    sent: Sent,
}

/// Questions that follow each other and ask for the same freshness.
struct Run {
    questions: Vec<Read>,
    consistency: Consistency,
    /// What is not known by then is not answered.
    by: Instant,
}

/// What the answers so far have sent.
#[derive(Default)]
struct Sent {
    answers: i64,
    token: String,
}

/// A question that was read, or what is wrong with it.
type Read = Result<Question, Problem>;

impl Asking {
    /// The next answers; none where there are no more questions.
    async fn answers(&mut self) -> Result<Option<Vec<v1::StreamCheckAccessResponse>>, Status> {
        while self.runs.is_empty() {
            if let Some(broken) = self.broken.take() {
                return Err(broken);
            }
            let questions = tokio::select! {
                biased;
                why = self.checks.is_over() => return Err(status(why)),
                questions = self.questions.next() => questions,
            };
            let Some(questions) = questions else {
                return Ok(None);
            };
            self.take(questions).await;
        }
        let Some(run) = self.runs.pop_front() else {
            return Ok(None);
        };
        Ok(Some(self.answer(run).await))
    }

    /// Takes the questions that have come, as many as the limits allow.
    async fn take(&mut self, questions: Vec<Result<v1::StreamCheckAccessRequest, Status>>) {
        if questions.len() == TOGETHER {
            // There may be more: first those who wait on the same core.
            tokio::task::yield_now().await;
        }
        // Once it is over there is no answer, and the stream says why.
        let Ok((allowed, refusal)) = self.checks.ask(questions.len()) else {
            return;
        };
        let mut read = Vec::with_capacity(questions.len());
        for question in questions {
            match question {
                Err(broken) => self.broken = Some(detailed(&broken)),
                Ok(question) => read.push(match &refusal {
                    Some(refusal) if read.len() >= allowed => Err(refusal.clone().into()),
                    _ => parse(question),
                }),
            }
        }
        self.runs = equally_fresh(read).into();
    }

    async fn answer(&mut self, run: Run) -> Vec<v1::StreamCheckAccessResponse> {
        let Run {
            questions,
            consistency,
            by,
        } = run;
        let (questions, unread) = unread_to_proto(questions);
        if questions.is_empty() {
            let results = results_to_proto(Vec::new(), Vec::new(), &[], unread);
            let results = results.into_iter();
            return results
                .map(|result| self.sent.answer(result, None))
                .collect();
        }
        let batch = self.checks.answer(&questions, &consistency, by).await;
        let mut places = questions.iter();
        let seen: Vec<_> = unread
            .iter()
            .map(|wrong| match wrong {
                Some(_) => None,
                None => batch.seen.get(&places.next()?.organization),
            })
            .collect();
        let results = results_to_proto(batch.answers, batch.errors, &questions, unread);
        let sent = &mut self.sent;
        let answers = results.into_iter().zip(seen);
        answers
            .map(|(result, seen)| sent.answer(result, seen))
            .collect()
    }
}

impl Sent {
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

    /// The token, where it is another than the one that was sent last.
    fn news(&mut self, token: &str) -> String {
        if self.token == token {
            return String::new();
        }
        token.clone_into(&mut self.token);
        token.to_owned()
    }
}

/// The questions in their order, in runs that ask for the same freshness. One that can't be asked belongs to any.
fn equally_fresh(read: Vec<Result<FreshQuestion, Problem>>) -> Vec<Run> {
    let by = deadline();
    let mut runs: Vec<Run> = Vec::new();
    for question in read {
        let (question, consistency) = match question {
            Ok(asked) => (Ok(asked.question), Some(asked.consistency)),
            Err(wrong) => (Err(wrong), None),
        };
        match runs.last_mut() {
            Some(run)
                if consistency
                    .as_ref()
                    .is_none_or(|own| *own == run.consistency) =>
            {
                run.questions.push(question);
            }
            _ => runs.push(Run {
                questions: vec![question],
                consistency: consistency.unwrap_or(DEFAULT),
                by,
            }),
        }
    }
    runs
}
