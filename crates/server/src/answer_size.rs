//! No answer is larger than the clients of gRPC take that are set up as they come: whatever is forgotten elsewhere ends
//! here, in an error that says how to ask for less.

use http::{HeaderMap, Response};
use http_body_util::BodyExt;
use hyper::body::Frame;
use tonic::body::Body;
use tonic::{Code, Status};

use crate::problem::Problem;

/// The most bytes of a message that is sent: below 4 MiB.
pub(crate) const MAX_ANSWER: usize = (4 << 20) - 1;

/// The answer, with a reason where tonic refused to send it.
pub(crate) fn with_reason(response: Response<Body>) -> Response<Body> {
    let explained = |trailers: HeaderMap| {
        if is_too_large(&trailers) {
            in_trailers(&Problem::answer_too_large().into())
        } else {
            trailers
        }
    };
    let frame = move |frame: Frame<_>| match frame.into_trailers() {
        Ok(trailers) => Frame::trailers(explained(trailers)),
        Err(frame) => frame,
    };
    response.map(|body| Body::new(body.map_frame(frame)))
}

/// Grantor's own OUT_OF_RANGE has details; that of tonic, which found the message too large, has none.
fn is_too_large(trailers: &HeaderMap) -> bool {
    let code = trailers.get(Status::GRPC_STATUS);
    let out_of_range =
        code.is_some_and(|code| Code::from_bytes(code.as_bytes()) == Code::OutOfRange);
    out_of_range && !trailers.contains_key(Status::GRPC_STATUS_DETAILS)
}

fn in_trailers(status: &Status) -> HeaderMap {
    let mut trailers = HeaderMap::new();
    // It fails only for a message that is no header, and these are ASCII.
    let _ = status.add_header(&mut trailers);
    trailers
}

#[cfg(test)]
mod tests {
    use http::Request;
    use tonic::server::Grpc;
    use tonic_prost::ProstCodec;
    use tonic_types::StatusExt;
    use tower::service_fn;

    use super::*;

    /// What a method answers with so many letters, as it comes out of the layer.
    async fn answer(letters: usize) -> Response<Body> {
        let method = service_fn(move |_: tonic::Request<String>| async move {
            Ok(tonic::Response::new("x".repeat(letters)))
        });
        let codec = ProstCodec::<String, String>::default();
        // An empty message that is not compressed.
        let request = Request::new(Body::new(http_body_util::Full::from(&[0; 5][..])));
        let mut grpc = Grpc::new(codec).max_encoding_message_size(MAX_ANSWER);
        with_reason(grpc.unary(method, request).await)
    }

    /// The bytes that are sent before the trailers, which end the answer, and what those say.
    async fn status_of(answer: Response<Body>) -> (usize, Status) {
        let mut body = answer.into_body();
        let mut bytes = 0;
        loop {
            let frame = body.frame().await.expect("trailers").expect("a frame");
            match frame.into_trailers() {
                Ok(trailers) => {
                    let status = Status::from_header_map(&trailers).expect("a status");
                    return (bytes, status);
                }
                Err(frame) => bytes += frame.into_data().expect("bytes").len(),
            }
        }
    }

    #[tokio::test]
    async fn attack_c4_an_answer_that_clients_would_not_take_is_an_error_that_says_so() {
        let (bytes, status) = status_of(answer(4 << 20).await).await;
        assert_eq!(bytes, 0);
        assert_eq!(status.code(), Code::ResourceExhausted);
        let info = status.get_details_error_info().expect("a reason");
        assert_eq!(info.reason, "ANSWER_TOO_LARGE");
        assert!(
            status.message().contains("page_size"),
            "{}",
            status.message()
        );
    }

    #[tokio::test]
    async fn one_that_they_take_comes_as_it_is() {
        let (bytes, status) = status_of(answer((4 << 20) - 16).await).await;
        assert!(bytes > (4 << 20) - 16, "{bytes}");
        assert_eq!(status.code(), Code::Ok);
    }

    #[tokio::test]
    async fn an_error_of_grantor_keeps_its_own_reason() {
        let refusal = domain::Refusal::new(domain::Reason::WatchStartUnknown, "Begin elsewhere.");
        let own = in_trailers(&crate::status::status(refusal.into()));
        assert!(!is_too_large(&own));
    }
}
