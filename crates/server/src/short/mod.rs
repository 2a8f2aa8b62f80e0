//! A short way for the questions that are asked most: what comes whole in one frame and is as usual is read, asked and
//! answered here, without the routes and the server of tonic and without the messages of prost, which are made for whatever
//! may come. Everything else goes the ordinary way, and both give the same answers.

mod decode;
mod encode;
mod request;
mod response;

use std::convert::Infallible;
use std::sync::Arc;

use app::{App, Call};
use http::{Request, Response};
use tonic::body::Body;
use tower::{Service, ServiceExt};

use crate::answer_size::with_reason;
use crate::auth::Answers;
use crate::status::status;

use request::read;
use response::{failed, whole};

const CHECK: &str = "/grantor.v1.AccessService/CheckAccess";
const BATCH: &str = "/grantor.v1.AccessService/BatchCheckAccess";

/// What nearly every answer fits in, with what stands before its message.
const ROOM: usize = 256 - request::PREFIX;
/// And an answer of a batch.
const ROOM_OF_EACH: usize = 80;

/// Answers the short way what it can, and by `S` all else.
#[derive(Clone)]
pub(crate) struct Short<S> {
    app: Arc<App>,
    ordinary: S,
}

impl<S> Short<S> {
    pub(crate) fn beside(app: &Arc<App>, ordinary: S) -> Self {
        Self {
            app: Arc::clone(app),
            ordinary,
        }
    }
}

/// The methods that are answered here.
#[derive(Clone, Copy)]
enum Method {
    Check,
    Batch,
}

impl Method {
    fn of(request: &Request<Body>) -> Option<Self> {
        match request.uri().path() {
            _ if request.method() != http::Method::POST => None,
            CHECK => Some(Self::Check),
            BATCH => Some(Self::Batch),
            _ => None,
        }
    }
}

impl<S> Answers for Short<S>
where
    S: Service<Request<Body>, Response = Response<Body>, Error = Infallible>,
    S: Clone + Send + Sync + 'static,
    S::Future: Send,
{
    async fn answer(self, mut request: Request<Body>, call: Option<Call>) -> Response<Body> {
        if let Some(call) = call {
            if let Some(method) = Method::of(&request) {
                request = match answered(&self.app, method, &call, request).await {
                    Ok(response) => return response,
                    Err(request) => request,
                };
            }
            request.extensions_mut().insert(call);
        }
        match self.ordinary.oneshot(request).await {
            Ok(response) => with_reason(response),
            Err(never) => match never {},
        }
    }
}

/// The answer, or the request as it came where it is not for the short way.
async fn answered(
    app: &App,
    method: Method,
    call: &Call,
    request: Request<Body>,
) -> Result<Response<Body>, Request<Body>> {
    Ok(match method {
        Method::Check => {
            let asked = read(request, decode::check).await?;
            let question = &asked.question;
            match app.check_access(call, question, &asked.when).await {
                Ok((answer, seen)) => whole(ROOM, |bytes| {
                    encode::check(bytes, &answer, question, seen.at, &seen.token);
                }),
                Err(error) => failed(status(error)),
            }
        }
        Method::Batch => {
            let asked = read(request, decode::batch).await?;
            let questions = &asked.questions;
            let batch = app.batch_check_access(call, questions, &asked.when).await;
            let room = ROOM + questions.len() * ROOM_OF_EACH;
            whole(room, |bytes| encode::batch(bytes, batch, questions))
        }
    })
}
