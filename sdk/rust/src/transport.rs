//! How does a call reach Grantor? Signed, within its deadline, and tried again while the server is UNAVAILABLE.

use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;

use futures_util::future::BoxFuture;
use http::request::Parts;
use http::{HeaderValue, Request, Response};
use http_body_util::{BodyExt as _, Full};
use prost::bytes::Bytes;
use tonic::Status;
use tonic::body::Body;
use tonic::transport::{self, Channel, Endpoint};
use tower::Service;

use super::AnswerBody;
use super::caller::Caller;
use super::deadline::{Deadline, Passed};
use super::failure::Called;
use super::retry::{ATTEMPTS, Backoff, is_unavailable};
use super::{request_id, shape};

/// The longest pause between two attempts of a call.
const LONGEST_PAUSE: Duration = Duration::from_secs(1);

/// The connection of a [`Client`](super::Client): what the generated clients need to call Grantor.
///
/// It adds key, acting user, deadline and `x-request-id` to each call, and `request_id` to a message that has
/// none. It sends the message of a unary method again while the server is UNAVAILABLE; of a stream nothing is
/// sent twice, and without a timeout of its own a stream has no deadline. A compressed change is sent once too:
/// its `request_id` can't be seen. A method that is not of Grantor's API, such as `grpc.health.v1.Health/Check`,
/// is treated as a stream: give it a timeout (`Request::set_timeout`).
#[derive(Debug, Clone)]
pub struct Transport {
    /// Where the channel goes, for another one.
    endpoint: Endpoint,
    channel: Channel,
    caller: Arc<Caller>,
}

impl Transport {
    pub(super) fn new(endpoint: Endpoint, caller: Caller) -> Self {
        Self {
            channel: endpoint.connect_lazy(),
            endpoint,
            caller: Arc::new(caller),
        }
    }

    /// The same on a connection of its own, which ends with it.
    pub(super) fn reconnected(&self) -> Self {
        Self {
            channel: self.endpoint.connect_lazy(),
            ..self.clone()
        }
    }

    /// The address that is called, with its scheme.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.caller.address
    }

    /// A call with this id, as its failures name it.
    pub(super) fn called(&self, request_id: HeaderValue) -> Called {
        Called {
            caller: Arc::clone(&self.caller),
            request_id,
        }
    }

    /// How long a call may take with all its attempts.
    pub(super) fn timeout(&self) -> Duration {
        self.caller.timeout
    }

    /// The same connection for another caller.
    pub(super) fn with(&self, change: impl FnOnce(&mut Caller)) -> Self {
        let mut caller = Caller::clone(&self.caller);
        change(&mut caller);
        Self {
            caller: Arc::new(caller),
            ..self.clone()
        }
    }
}

impl Service<Request<Body>> for Transport {
    type Response = Response<AnswerBody>;
    type Error = Status;
    type Future = BoxFuture<'static, Result<Self::Response, Status>>;

    /// Always: a call waits for the connection within its deadline.
    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Status>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        Box::pin(call(
            self.channel.clone(),
            Arc::clone(&self.caller),
            request,
        ))
    }
}

async fn call(
    channel: Channel,
    caller: Arc<Caller>,
    request: Request<Body>,
) -> Result<Response<AnswerBody>, Status> {
    let (mut head, body) = request.into_parts();
    let id = request_id::fresh()?;
    Caller::allows(&head.headers).map_err(|wrong| Status::invalid_argument(wrong.to_string()))?;
    let unary = shape::of(head.uri.path()).filter(|shape| !shape.streams);
    let mut attempts = Attempts {
        deadline: Deadline::of(&head.headers, unary.map(|_| caller.timeout)),
        called: Called {
            request_id: caller.sign(&mut head.headers, &id),
            caller,
        },
        channel,
    };
    let answer = match unary {
        None => attempts.once(head, body).await,
        Some(shape) => {
            let mut message = body.collect().await?.to_bytes();
            let change = shape.request_id > 0;
            if change {
                message = request_id::set(message, shape.request_id, &id);
            }
            let tries = if change && request_id::is_compressed(&message) {
                1
            } else {
                ATTEMPTS
            };
            attempts.several(tries, &head, &message).await
        }
    };
    let Attempts {
        called, deadline, ..
    } = attempts;
    answer.map(|answer| AnswerBody::of(answer, deadline, called))
}

/// One call, under way.
struct Attempts {
    channel: Channel,
    deadline: Deadline,
    called: Called,
}

impl Attempts {
    async fn several(
        &mut self,
        mut left: usize,
        head: &Parts,
        message: &Bytes,
    ) -> Result<Response<Body>, Status> {
        let mut backoff = Backoff::up_to(LONGEST_PAUSE);
        loop {
            left -= 1;
            let body = Body::new(Full::new(message.clone()));
            let answer = self.once(head.clone(), body).await;
            let again = match &answer {
                Ok(answer) => is_unavailable(answer),
                Err(status) => status.code() == tonic::Code::Unavailable,
            };
            if !again || left == 0 {
                return answer;
            }
            let pause = tokio::time::sleep(backoff.pause());
            let waited = self.deadline.within(pause).await;
            waited.map_err(|Passed| self.late())?;
        }
    }

    async fn once(&mut self, mut head: Parts, body: Body) -> Result<Response<Body>, Status> {
        self.deadline.tell(&mut head.headers);
        let request = Request::from_parts(head, body);
        let sent = self.deadline.within(send(&mut self.channel, request)).await;
        match sent {
            Ok(Ok(answer)) => Ok(answer),
            Ok(Err(error)) => Err(self.called.unreached(&error).unwrap_or_else(|| self.late())),
            Err(Passed) => Err(self.late()),
        }
    }

    fn late(&self) -> Status {
        self.called.late(self.deadline.timeout())
    }
}

async fn send(
    channel: &mut Channel,
    request: Request<Body>,
) -> Result<Response<Body>, transport::Error> {
    poll_fn(|cx| channel.poll_ready(cx)).await?;
    channel.call(request).await
}
