//! A request that comes whole, in one frame: most do.

use std::pin::Pin;
use std::task::{Context, Poll};

use http::header::{CONTENT_TYPE, HeaderName};
use http::{HeaderMap, Request};
use http_body_util::BodyExt;
use hyper::body::{Body as HttpBody, Bytes, Frame, SizeHint};
use tonic::Status;
use tonic::body::Body;

use crate::serve::MAX_MESSAGE;

const GRPC: &[u8] = b"application/grpc";
const ENCODING: HeaderName = HeaderName::from_static("grpc-encoding");
/// One byte says whether the message is compressed, four how long it is.
pub(super) const PREFIX: usize = 5;

/// What is read in the message; or the request as it came where it is compressed, not whole in one frame or too large, or
/// where nothing is read in it.
pub(super) async fn read<T>(
    request: Request<Body>,
    decode: impl FnOnce(&[u8]) -> Option<T>,
) -> Result<T, Request<Body>> {
    if !is_plain(request.headers()) {
        return Err(request);
    }
    let (parts, mut body) = request.into_parts();
    let again = match whole(&mut body).await {
        Ok(data) => match message(&data).and_then(decode) {
            Some(asked) => return Ok(asked),
            None => vec![Ok(Frame::data(data))],
        },
        Err(read) => read,
    };
    let read = again.into_iter();
    let body = Body::new(Again { read, rest: body });
    Err(Request::from_parts(parts, body))
}

/// What was read of a body: frames, and perhaps how it failed.
type Frames = Vec<Result<Frame<Bytes>, Status>>;

/// All data of the body where it is one frame, perhaps with empty ones at its end; else what was read of it.
async fn whole(body: &mut Body) -> Result<Bytes, Frames> {
    let first = match body.frame().await {
        Some(Ok(frame)) => frame.into_data().map_err(|other| vec![Ok(other)])?,
        Some(Err(failure)) => return Err(vec![Err(failure)]),
        None => return Err(Vec::new()),
    };
    // Until the body says so it has not ended, whatever it expects.
    while let Some(more) = body.frame().await {
        match more {
            Ok(end) if end.data_ref().is_some_and(Bytes::is_empty) => {}
            more => return Err(vec![Ok(Frame::data(first)), more]),
        }
    }
    Ok(first)
}

fn is_plain(headers: &HeaderMap) -> bool {
    let content_type = headers.get(CONTENT_TYPE);
    content_type.is_some_and(|of| of.as_bytes() == GRPC) && !headers.contains_key(ENCODING)
}

fn message(data: &Bytes) -> Option<&[u8]> {
    let ([0, length @ ..], bytes) = data.split_first_chunk::<PREFIX>()? else {
        return None;
    };
    let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
    (length == bytes.len() && length <= MAX_MESSAGE).then_some(bytes)
}

/// A body of which some was read already.
struct Again {
    read: std::vec::IntoIter<Result<Frame<Bytes>, Status>>,
    rest: Body,
}

impl HttpBody for Again {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        match self.read.next() {
            Some(read) => Poll::Ready(Some(read)),
            None => Pin::new(&mut self.rest).poll_frame(context),
        }
    }

    fn is_end_stream(&self) -> bool {
        self.read.as_slice().is_empty() && self.rest.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::default()
    }
}

#[cfg(test)]
mod tests {
    use futures_util::stream;
    use grantor::v1::CheckAccessRequest;
    use http_body_util::{Full, StreamBody};
    use prost::Message;

    use super::*;

    fn framed() -> Bytes {
        let message = CheckAccessRequest {
            right: "manage".to_owned(),
            ..Default::default()
        };
        let message = message.encode_to_vec();
        let length = u32::try_from(message.len()).expect("short").to_be_bytes();
        [&[0], length.as_slice(), &message].concat().into()
    }

    fn request(body: Body) -> Request<Body> {
        let request = Request::builder().header(CONTENT_TYPE, "application/grpc");
        request.body(body).expect("a request")
    }

    fn in_frames(frames: Vec<Bytes>) -> Request<Body> {
        let frames = frames
            .into_iter()
            .map(|frame| Ok::<_, Status>(Frame::data(frame)));
        request(Body::new(StreamBody::new(stream::iter(frames))))
    }

    fn decoded(message: &[u8]) -> Option<CheckAccessRequest> {
        CheckAccessRequest::decode(message).ok()
    }

    /// What the body of a request that was given back holds.
    async fn given_back(request: Request<Body>) -> Bytes {
        let back = read(request, decoded).await;
        let back = back.expect_err("for the ordinary way").into_body();
        back.collect().await.expect("whole").to_bytes()
    }

    #[tokio::test]
    async fn what_comes_whole_is_read_here() {
        let ended = in_frames(vec![framed(), Bytes::new()]);
        for request in [request(Body::new(Full::new(framed()))), ended] {
            let asked = read(request, decoded).await;
            let right = asked.map(|asked| asked.right);
            assert!(right.is_ok_and(|right| right == "manage"));
        }
    }

    #[tokio::test]
    async fn what_does_not_is_given_back_as_it_came() {
        let [whole, long] = [framed(), [framed(), framed()].concat().into()];
        let pieces = in_frames(vec![whole.slice(..7), whole.slice(7..)]);
        assert_eq!(given_back(pieces).await, whole);
        let two = in_frames(vec![whole.clone(), Bytes::new(), whole.clone()]);
        assert_eq!(given_back(two).await, long);
        for bytes in [
            long,
            whole.slice(..7),
            Bytes::from(vec![0; 3]),
            Bytes::new(),
        ] {
            assert_eq!(given_back(in_frames(vec![bytes.clone()])).await, bytes);
        }
        let mut compressed = request(Body::new(Full::new(framed())));
        compressed
            .headers_mut()
            .insert(ENCODING, http::HeaderValue::from_static("gzip"));
        assert_eq!(given_back(compressed).await, whole);
    }
}
