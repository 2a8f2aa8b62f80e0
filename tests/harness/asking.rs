//! Somebody who asks one question after the other on a stream.

use std::time::Duration;

use grantor::v1;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;
use v1::access_result::Result as Outcome;

use super::actor::{Actor, Answer, Refused};

/// So that a test that waits in vain fails; nothing here ever takes that long.
const IN_VAIN: Duration = Duration::from_secs(60);

/// A stream of questions that is open.
#[derive(Debug)]
pub struct Asking {
    questions: mpsc::Sender<v1::StreamCheckAccessRequest>,
    answers: tonic::Streaming<v1::StreamCheckAccessResponse>,
}

/// A question of a stream.
pub fn streamed(subject: &str, right: &str, resource: &str) -> v1::StreamCheckAccessRequest {
    v1::StreamCheckAccessRequest {
        subject: format!("users/{subject}"),
        resource: resource.to_owned(),
        right: right.to_owned(),
        consistency: None,
    }
}

/// What an answer says: the decision, or the reason of the error.
pub fn said(answer: &v1::StreamCheckAccessResponse) -> Result<v1::Decision, v1::ErrorReason> {
    match answer
        .result
        .as_ref()
        .and_then(|result| result.result.as_ref())
    {
        Some(Outcome::Answer(answer)) => Ok(answer.decision()),
        Some(Outcome::Error(error)) => Err(error.reason()),
        None => panic!("an answer or an error: {answer:?}"),
    }
}

impl Actor {
    /// Opens a stream of questions.
    pub async fn opens_a_stream(&self) -> Answer<Asking> {
        let (questions, asked) = mpsc::channel(10_000);
        let asked = ReceiverStream::new(asked);
        let opened = self.access().stream_check_access(asked).await?;
        Ok(Asking {
            questions,
            answers: opened.into_inner(),
        })
    }

    /// All answers to these questions, which are sent at once.
    pub async fn asks_on_a_stream(
        &self,
        questions: Vec<v1::StreamCheckAccessRequest>,
    ) -> Answer<Vec<v1::StreamCheckAccessResponse>> {
        let asked = tokio_stream::iter(questions);
        let mut answers = self.access().stream_check_access(asked).await?.into_inner();
        let mut all = Vec::new();
        while let Some(answer) = answers.message().await? {
            all.push(answer);
        }
        Ok(all)
    }
}

impl Asking {
    /// Sends a question, and waits for its answer.
    pub async fn asks(
        &mut self,
        question: v1::StreamCheckAccessRequest,
    ) -> Answer<v1::StreamCheckAccessResponse> {
        self.questions.send(question).await.expect("it is open");
        Ok(self.answer().await?.expect("an answer before the end"))
    }

    /// How it ends, with nothing answered before.
    pub async fn fails(mut self) -> Refused {
        self.answer().await.expect_err("it ends with a reason")
    }

    /// Says that there are no more questions; the stream ends well.
    pub async fn ends(mut self) {
        self.questions = mpsc::channel(1).0;
        assert_eq!(self.answer().await.expect("no error"), None);
    }

    async fn answer(&mut self) -> Answer<Option<v1::StreamCheckAccessResponse>> {
        let answer = tokio::time::timeout(IN_VAIN, self.answers.message());
        Ok(answer.await.expect("an answer")?)
    }
}
