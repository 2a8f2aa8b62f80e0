//! Questions that come whole in one frame are answered a short way: whatever is asked, and whoever asks, the answer is the
//! same as to those that come in pieces, which go the ordinary way.

use std::convert::Infallible;
use std::num::NonZeroU32;

use app::CallerLimits;
use futures_util::stream;
use grantor::v1;
use http_body_util::combinators::BoxBody;
use http_body_util::{BodyExt, StreamBody};
use hyper::body::Frame;
use hyper::{HeaderMap, Request, StatusCode};
use hyper_util::client::legacy::{Client, connect::HttpConnector};
use hyper_util::rt::TokioExecutor;
use prost::Message;
use prost::bytes::Bytes;

use super::stage::{DRIVE, Stage};
use crate::harness::*;

const CHECK: &str = "CheckAccess";
const BATCH: &str = "BatchCheckAccess";
/// What stands before a message: whether it is compressed, and how long it is.
pub(super) const PREFIX: usize = 5;

type Body = BoxBody<Bytes, Infallible>;

/// Somebody who makes frames by hand.
pub(super) struct Caller {
    client: Client<HttpConnector, Body>,
    address: String,
    headers: Vec<(&'static str, String)>,
}

/// All that comes back.
#[derive(Debug, PartialEq)]
pub(super) struct Heard {
    status: StatusCode,
    headers: HeaderMap,
    pub(super) data: Bytes,
    trailers: Option<HeaderMap>,
}

impl Heard {
    /// The status of gRPC, wherever it stands.
    pub(super) fn code(&self) -> &str {
        let trailers = self.trailers.iter().chain([&self.headers]);
        let mut codes = trailers.filter_map(|headers| headers.get("grpc-status"));
        codes.next().map_or("", |code| code.to_str().expect("text"))
    }
}

impl Caller {
    pub(super) fn new(actor: &Actor, address: &str) -> Self {
        let mut client = Client::builder(TokioExecutor::new());
        Self {
            client: client.http2_only(true).build_http(),
            address: address.to_owned(),
            headers: actor.headers(),
        }
    }

    pub(super) fn with(mut self, name: &'static str, value: &str) -> Self {
        self.headers.push((name, value.to_owned()));
        self
    }

    /// These bytes as the body, in these frames.
    pub(super) async fn sends(&self, method: &str, frames: Vec<Bytes>) -> Heard {
        let frames = frames.into_iter().map(|frame| Ok(Frame::data(frame)));
        let uri = format!("http://{}/grantor.v1.AccessService/{method}", self.address);
        let mut request = Request::post(uri);
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let body = BodyExt::boxed(StreamBody::new(stream::iter(frames)));
        let request = request
            .header("te", "trailers")
            .body(body)
            .expect("a request");
        let response = self.client.request(request).await.expect("an answer");
        let (parts, body) = response.into_parts();
        let collected = body.collect().await.expect("a whole answer");
        let mut headers = parts.headers;
        headers.remove("date");
        Heard {
            status: parts.status,
            headers,
            trailers: collected.trailers().cloned(),
            data: collected.to_bytes(),
        }
    }

    /// The answer, which is the same both ways.
    async fn hears(&self, method: &str, body: &[u8]) -> Heard {
        let whole = Bytes::copy_from_slice(body);
        let heard = async |frames| timeless(method, self.sends(method, frames).await);
        let short = heard(vec![whole.clone()]).await;
        let pieces = vec![whole.slice(..PREFIX), whole.slice(PREFIX..)];
        let ordinary = heard(pieces).await;
        assert_eq!(short, ordinary);
        // As the clients of tonic end what they send.
        let ended = heard(vec![whole, Bytes::new()]).await;
        assert_eq!(ended, ordinary);
        ordinary
    }
}

/// The same answer at no time: each is given at its own. It is as prost writes it.
fn timeless(method: &str, heard: Heard) -> Heard {
    if heard.data.is_empty() {
        return heard;
    }
    let message = &heard.data[PREFIX..];
    let (again, timeless) = if method == BATCH {
        let answer = v1::BatchCheckAccessResponse::decode(message).expect("answers");
        let timeless = v1::BatchCheckAccessResponse {
            evaluate_time: None,
            ..answer.clone()
        };
        (answer.encode_to_vec(), timeless.encode_to_vec())
    } else {
        let answer = v1::CheckAccessResponse::decode(message).expect("an answer");
        let timeless = v1::CheckAccessResponse {
            evaluate_time: None,
            ..answer.clone()
        };
        (answer.encode_to_vec(), timeless.encode_to_vec())
    };
    assert_eq!(heard.data, framed(&again));
    Heard {
        data: framed(&timeless).into(),
        ..heard
    }
}

pub(super) fn framed(message: &[u8]) -> Vec<u8> {
    let length = u32::try_from(message.len()).expect("short");
    [&[0], length.to_be_bytes().as_slice(), message].concat()
}

fn question(user: &str, right: &str, resource: &str) -> v1::AccessQuestion {
    v1::AccessQuestion {
        subject: format!("users/{user}"),
        resource: resource.to_owned(),
        right: right.to_owned(),
    }
}

/// A question with this freshness.
fn asks(asked: v1::AccessQuestion, consistency: Option<v1::Consistency>) -> Vec<u8> {
    let request = v1::CheckAccessRequest {
        subject: asked.subject,
        resource: asked.resource,
        right: asked.right,
        consistency,
        ..Default::default()
    };
    framed(&request.encode_to_vec())
}

fn good() -> Vec<u8> {
    asks(question("bob", "use", DRIVE), None)
}

#[tokio::test]
async fn whatever_is_asked() {
    let stage = Stage::new().await;
    let asker = stage.world.service("asker", &["access.ask"]).await;
    let caller = Caller::new(&asker, &stage.world.address).with("content-type", "application/grpc");
    let answer = caller.hears(CHECK, &good()).await;
    assert_eq!((answer.status, answer.code()), (StatusCode::OK, "0"));
    let answer = v1::CheckAccessResponse::decode(&answer.data[PREFIX..]).expect("an answer");
    assert_eq!(answer.decision(), v1::Decision::Allowed);
    for (asked, code) in [
        (question("bob", "manage", DRIVE), "0"),
        (question("ann", "manage", DRIVE), "0"),
        (question("ann", "manage_users", "organizations/acme"), "0"),
        (question("nobody", "use", DRIVE), "0"),
        (question("bob", "juggle", DRIVE), "3"),
        (question("Bob!", "", "drives/1"), "3"),
        (
            question("bob", "use", "organizations/nowhere/products/x"),
            "5",
        ),
    ] {
        let none = asks(asked.clone(), None);
        assert_eq!(caller.hears(CHECK, &none).await.code(), code, "{asked:?}");
        let fresh = asks(asked.clone(), fully());
        assert_eq!(caller.hears(CHECK, &fresh).await.code(), code, "{asked:?}");
    }
    let stale = asks(question("bob", "use", DRIVE), at_least("nonsense"));
    assert_eq!(caller.hears(CHECK, &stale).await.code(), "3");
    let questions = vec![question("bob", "use", DRIVE), question("", "use", DRIVE)];
    for (questions, code) in [(questions, "0"), (Vec::new(), "3")] {
        let request = v1::BatchCheckAccessRequest {
            questions,
            consistency: None,
            ..Default::default()
        };
        let answer = caller.hears(BATCH, &framed(&request.encode_to_vec())).await;
        assert_eq!(answer.code(), code);
    }
}

#[tokio::test]
async fn whatever_is_sent() {
    let stage = Stage::new().await;
    let caller = Caller::new(&stage.ann, &stage.world.address);
    let caller = caller.with("content-type", "application/grpc");
    // A field that this version does not know is passed over.
    let unknown = [&good()[PREFIX..], &[0xfa, 0x01, 0x01, 0x78]].concat();
    assert_eq!(caller.hears(CHECK, &framed(&unknown)).await.code(), "0");
    let compressed = [&[1], &good()[1..]].concat();
    let longer = [&good()[..], &good()[..]].concat();
    let shorter = &good()[..20];
    let no_message = framed(&[0xff; 20]);
    let too_large = framed(&vec![0x0a; (1 << 20) + 1]);
    for (bytes, code) in [
        (compressed.as_slice(), "13"),
        // Of two messages the first is asked.
        (&longer, "0"),
        (shorter, "13"),
        (&no_message, "13"),
        (&too_large, "11"),
    ] {
        let heard = caller.hears(CHECK, bytes).await;
        assert_eq!(heard.code(), code, "{heard:?}");
    }
    let another = Caller::new(&stage.ann, &stage.world.address);
    let another = another.with("content-type", "application/grpc+proto");
    assert_eq!(another.hears(CHECK, &good()).await.code(), "0");
    let encoded = Caller::new(&stage.ann, &stage.world.address)
        .with("content-type", "application/grpc")
        .with("grpc-encoding", "br");
    assert_eq!(encoded.hears(CHECK, &compressed).await.code(), "12");
}

#[tokio::test]
async fn whoever_asks() {
    let stage = Stage::new().await;
    let blind = stage.world.service("blind", &["read"]).await;
    let address = stage.world.address.clone();
    let by = |actor: &Actor| Caller::new(actor, &address).with("content-type", "application/grpc");
    let carl = stage.world.acting("carl");
    let sam = stage.world.acting("sam");
    let stranger = stage.world.stranger();
    for (caller, code) in [
        (by(&blind), "7"),
        (by(&stranger), "16"),
        (by(&carl), "7"),
        (by(&sam), "5"),
        (by(&stage.world.acting("bob")), "0"),
        (by(&stage.world.acting("Bob!")), "3"),
        (
            by(&stage.ann).with("x-grantor-acting-user", "users/bob"),
            "3",
        ),
        (by(&stage.ann).with("grpc-timeout", "1n"), "4"),
        (by(&stage.ann).with("x-request-id", "mine"), "0"),
    ] {
        let heard = caller.hears(CHECK, &good()).await;
        assert_eq!(heard.code(), code, "{heard:?}");
    }
    stage
        .world
        .operator()
        .deactivates_user("bob")
        .await
        .expect("stopped");
    let fresh = asks(question("bob", "use", DRIVE), fully());
    let stopped = by(&stage.world.acting("bob"));
    assert_eq!(stopped.hears(CHECK, &fresh).await.code(), "7");
}

#[tokio::test]
async fn whoever_asks_too_much() {
    let stage = Stage::new().await;
    let limits = CallerLimits {
        key_rate: NonZeroU32::MIN,
        ..CallerLimits::default()
    };
    let door = stage.world.limits(limits).await;
    let caller = Caller::new(&stage.ann, &door.address).with("content-type", "application/grpc");
    let pieces = |body: Vec<u8>| {
        let whole = Bytes::from(body);
        vec![whole.slice(..PREFIX), whole.slice(PREFIX..)]
    };
    // The wait is another one each time; the limit is the same.
    for frames in [vec![Bytes::from(good())], pieces(good())] {
        let mut refused = 0;
        while refused < 3 {
            let heard = caller.sends(CHECK, frames.clone()).await;
            if heard.code() == "8" {
                assert!(heard.trailers.is_none() && heard.data.is_empty());
                refused += 1;
            }
        }
    }
}
