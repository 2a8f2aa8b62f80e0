//! The results of a batch on the wire: each question its own answer or error, in the order asked.

use app::Error;
use decide::queries::access::{Answer, Question};
use grantor::v1;
use grantor::v1::access_result::Result as Outcome;

use super::answer::{About, answer_to_proto};
use crate::problem::Problem;

/// Which questions of a batch can be asked: in their place nothing, or what is wrong with it.
pub(crate) type Unread = Vec<Option<v1::AccessError>>;

/// Parts the questions that can be asked from what is wrong with the others.
pub(crate) fn unread_to_proto(
    questions: Vec<Result<Question, Problem>>,
) -> (Vec<Question>, Unread) {
    let mut readable = Vec::with_capacity(questions.len());
    let places = questions.into_iter().map(|question| match question {
        Ok(question) => {
            readable.push(question);
            None
        }
        Err(wrong) => Some(error_to_proto(wrong)),
    });
    let unread = places.collect();
    (readable, unread)
}

/// One result for each question.
pub(crate) fn results_to_proto(
    answers: Vec<Result<Answer, usize>>,
    errors: Vec<Error>,
    questions: &[Question],
    unread: Unread,
) -> Vec<v1::AccessResult> {
    let errors: Vec<_> = errors
        .into_iter()
        .map(|error| error_to_proto(error.into()))
        .collect();
    let mut answered = answers
        .into_iter()
        .zip(questions)
        .map(|(answer, question)| match answer {
            Ok(answer) => Outcome::Answer(answer_to_proto(&answer, &About::of(question))),
            Err(place) => Outcome::Error(errors.get(place).cloned().unwrap_or_default()),
        });
    let results = unread.into_iter().map(|wrong| match wrong {
        Some(wrong) => Some(Outcome::Error(wrong)),
        None => answered.next(),
    });
    results.map(|result| v1::AccessResult { result }).collect()
}

/// Why a question has no answer: what CheckAccess would have failed with.
pub(crate) fn error_to_proto(problem: Problem) -> v1::AccessError {
    v1::AccessError {
        code: problem.code.into(),
        reason: problem.reason.into(),
        message: problem.message,
        retry_delay: problem.again_in.and_then(|wait| wait.try_into().ok()),
    }
}
