//! An answer that goes out whole: its message in one frame, and then how it ended.

use std::convert::Infallible;
use std::pin::Pin;
use std::task::{Context, Poll};

use http::header::CONTENT_TYPE;
use http::{HeaderMap, HeaderValue, Response};
use hyper::body::{Body as HttpBody, Bytes, Frame};
use tonic::Status;
use tonic::body::Body;

use crate::answer_size::MAX_ANSWER;
use crate::problem::Problem;

use super::request::PREFIX;

const GRPC: HeaderValue = HeaderValue::from_static("application/grpc");
const OK: HeaderValue = HeaderValue::from_static("0");

/// The answer with the message that is written, for which this is about room enough.
pub(super) fn whole(room: usize, write: impl FnOnce(&mut Vec<u8>)) -> Response<Body> {
    let mut bytes = Vec::with_capacity(PREFIX + room);
    bytes.extend([0; PREFIX]);
    write(&mut bytes);
    let length = bytes.len() - PREFIX;
    if length > MAX_ANSWER {
        return failed(Problem::answer_too_large().into());
    }
    if let Some([_, prefix @ ..]) = bytes.first_chunk_mut::<PREFIX>() {
        *prefix = u32::try_from(length).unwrap_or(u32::MAX).to_be_bytes();
    }
    // Without room to spare, which would have to be remembered elsewhere.
    let bytes = bytes.into_boxed_slice().into();
    let mut response = Response::new(Body::new(Whole::Message(bytes)));
    response.headers_mut().insert(CONTENT_TYPE, GRPC);
    response
}

/// The answer without a message.
pub(super) fn failed(status: Status) -> Response<Body> {
    status.into_http()
}

/// What is left to send.
enum Whole {
    Message(Bytes),
    Trailers,
    Nothing,
}

impl HttpBody for Whole {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        let frame = match std::mem::replace(&mut *self, Self::Nothing) {
            Self::Message(bytes) => {
                *self = Self::Trailers;
                Some(Ok(Frame::data(bytes)))
            }
            Self::Trailers => Some(Ok(Frame::trailers(trailers()))),
            Self::Nothing => None,
        };
        Poll::Ready(frame)
    }

    fn is_end_stream(&self) -> bool {
        matches!(self, Self::Nothing)
    }
}

fn trailers() -> HeaderMap {
    let mut trailers = HeaderMap::with_capacity(1);
    trailers.insert(Status::GRPC_STATUS, OK);
    trailers
}
