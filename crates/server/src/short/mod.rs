//! A short way for the questions that are asked most: what comes whole in one frame is read, handed to its handler and
//! answered here, without the routes and the server of tonic, which are made for whatever may come. Everything else goes the
//! ordinary way, and both give the same answers.

mod request;
mod response;

use std::convert::Infallible;
use std::sync::Arc;

use app::{App, Call};
use grantor::v1::access_service_server::AccessService;
use http::{Request, Response};
use prost::Message;
use tonic::Status;
use tonic::body::Body;
use tonic::metadata::MetadataMap;
use tower::{Service, ServiceExt};

use crate::answer_size::with_reason;
use crate::auth::Answers;
use crate::handlers::access::Access;

use request::{Asked, read};
use response::{failed, whole};

const CHECK: &str = "/grantor.v1.AccessService/CheckAccess";
const BATCH: &str = "/grantor.v1.AccessService/BatchCheckAccess";

/// Answers the short way what it can, and by `S` all else.
#[derive(Clone)]
pub(crate) struct Short<S> {
    access: Arc<Access>,
    ordinary: S,
}

impl<S> Short<S> {
    pub(crate) fn beside(app: &Arc<App>, ordinary: S) -> Self {
        Self {
            access: Arc::new(Access(Arc::clone(app))),
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
            request.extensions_mut().insert(call);
        }
        let request = match Method::of(&request) {
            None => request,
            Some(method) => match answered(&self.access, method, request).await {
                Ok(response) => return response,
                Err(request) => request,
            },
        };
        match self.ordinary.oneshot(request).await {
            Ok(response) => with_reason(response),
            Err(never) => match never {},
        }
    }
}

/// The answer, or the request as it came where it is not for the short way.
async fn answered(
    access: &Access,
    method: Method,
    request: Request<Body>,
) -> Result<Response<Body>, Request<Body>> {
    Ok(match method {
        Method::Check => {
            let asked = read(request).await?;
            ended(access.check_access(asked.into()).await)
        }
        Method::Batch => {
            let asked = read(request).await?;
            ended(access.batch_check_access(asked.into()).await)
        }
    })
}

fn ended<M: Message>(answer: Result<tonic::Response<M>, Status>) -> Response<Body> {
    match answer {
        Ok(answer) => whole(answer.get_ref()),
        Err(status) => failed(&status),
    }
}

impl<M> From<Asked<M>> for tonic::Request<M> {
    fn from(asked: Asked<M>) -> Self {
        // What handlers need of the headers is beside the message already.
        Self::from_parts(MetadataMap::new(), asked.extensions, asked.message)
    }
}
