//! The bytes of an answer, as they come: within the deadline, none too large, and not cut off unnoticed.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use http_body::Frame;
use prost::bytes::Bytes;
use tonic::Status;
use tonic::body::Body;

use super::caller::REQUEST_ID;
use super::deadline::Deadline;
use super::failure::{Called, deepest};

/// The largest message that is taken, in bytes.
pub(super) const LARGEST: usize = 16 * 1024 * 1024;

/// What stands before each message: whether it is compressed, and its length.
const PREFIX: usize = 5;

/// The body of an answer.
pub struct AnswerBody {
    body: Body,
    deadline: Deadline,
    called: Called,
    sizes: Sizes,
    /// Nothing more need come: the status has been there.
    complete: bool,
}

impl AnswerBody {
    pub(super) fn of(
        response: http::Response<Body>,
        deadline: Deadline,
        called: Called,
    ) -> http::Response<Self> {
        let (mut head, body) = response.into_parts();
        let has_status = head.headers.contains_key("grpc-status");
        head.headers
            .entry(REQUEST_ID)
            .or_insert_with(|| called.request_id.clone());
        let answer = Self {
            body,
            deadline,
            called,
            sizes: Sizes::default(),
            // What stands between may answer in plain HTTP, without trailers.
            complete: has_status || !head.status.is_success(),
        };
        http::Response::from_parts(head, answer)
    }

    fn take(&mut self, frame: Frame<Bytes>) -> Result<Frame<Bytes>, Status> {
        if let Some(bytes) = frame.data_ref() {
            let fits = self.sizes.pass(bytes);
            fits.map_err(|length| self.called.too_large(length, LARGEST))?;
        }
        self.complete |= frame.is_trailers();
        Ok(frame)
    }
}

impl http_body::Body for AnswerBody {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        match Pin::new(&mut self.body).poll_frame(cx) {
            Poll::Ready(Some(Ok(frame))) => Poll::Ready(Some(self.take(frame))),
            Poll::Ready(Some(Err(cause))) => {
                Poll::Ready(Some(Err(self.called.cut(&deepest(&cause)))))
            }
            Poll::Ready(None) if !self.complete => {
                self.complete = true;
                Poll::Ready(Some(Err(self.called.cut("the answer has no end"))))
            }
            Poll::Ready(None) => Poll::Ready(None),
            Poll::Pending => self
                .deadline
                .poll(cx)
                .map(|_| Some(Err(self.called.late(self.deadline.timeout())))),
        }
    }
}

impl fmt::Debug for AnswerBody {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("AnswerBody")
            .field("called", &self.called)
            .finish_non_exhaustive()
    }
}

/// Reads the lengths of the messages that pass, however they are cut into frames.
#[derive(Default)]
struct Sizes {
    prefix: Vec<u8>,
    /// Bytes of the current message that are still to come.
    left: usize,
}

impl Sizes {
    /// Fails with the length of the first message that is too large.
    fn pass(&mut self, mut bytes: &[u8]) -> Result<(), usize> {
        while let Some((first, rest)) = bytes.split_first() {
            if self.left > 0 {
                let passed = self.left.min(bytes.len());
                self.left -= passed;
                bytes = bytes.get(passed..).unwrap_or_default();
                continue;
            }
            self.prefix.push(*first);
            bytes = rest;
            if let Some(length) = self.prefix.get(1..PREFIX) {
                let length = length
                    .iter()
                    .fold(0, |sum, byte| sum << 8 | usize::from(*byte));
                if length > LARGEST {
                    return Err(length);
                }
                self.prefix.clear();
                self.left = length;
            }
        }
        Ok(())
    }
}
