//! The layer around every service: who calls, and which rule the method has. Whatever it does not know is refused.

use std::convert::Infallible;
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use app::{Admission, App, Call, Credential, DEFAULT_DEADLINE, Finished, Permit, StoreError};
use axum::extract::State;
use axum::middleware::Next;
use axum::response::IntoResponse;
use decide::rule::Rule;
use domain::{Caller, Reason, Refusal, Timestamp, UserId, Who};
use futures_util::future::BoxFuture;
use http::header::{AUTHORIZATION, RETRY_AFTER};
use http::{HeaderMap, HeaderName, HeaderValue, Method, Request, Response, StatusCode};
use tokio::time::timeout_at;
use tonic::body::Body;
use tonic::{Code, Status};
use tower::Service;

use crate::method::Rules;
use crate::names;
use crate::status::status;

/// Who speaks for a user says so here.
pub(crate) const ACTING_USER: HeaderName = HeaderName::from_static("x-grantor-acting-user");
/// Every answer carries it.
pub(crate) const REQUEST_ID: HeaderName = HeaderName::from_static("x-request-id");
const TIMEOUT: HeaderName = HeaderName::from_static("grpc-timeout");
/// Health is public: load balancers have no key.
pub(crate) const HEALTH: &str = "/grpc.health.v1.Health/";
/// Reflection needs a caller, and nothing else.
const REFLECTION: &str = "/grpc.reflection.";

/// The longest that a client may let a call go on.
const LONGEST: Duration = Duration::from_secs(60);

/// Answers the requests that were let in.
pub(crate) trait Answers: Clone + Send + Sync + 'static {
    /// None stands beside what may be asked without a [`Call`]: health and reflection.
    fn answer(
        self,
        request: Request<Body>,
        call: Option<Call>,
    ) -> impl Future<Output = Response<Body>> + Send;
}

/// Puts a [`Call`] beside every request, or answers in its place.
pub(crate) struct AuthLayer {
    pub(crate) app: Arc<App>,
    pub(crate) admission: Arc<Admission>,
    pub(crate) rules: Rules,
}

impl AuthLayer {
    pub(crate) fn around<S>(self, inner: S) -> AuthService<S> {
        AuthService {
            layer: Arc::new(self),
            inner,
        }
    }
}

/// See [`AuthLayer`].
#[derive(Clone)]
pub(crate) struct AuthService<S> {
    layer: Arc<AuthLayer>,
    inner: S,
}

/// A call that was let in. However it ends, also by a caller who goes away, it is finished once.
struct Admitted {
    layer: Arc<AuthLayer>,
    who: Who,
    recognized_at: Timestamp,
    method: Arc<Rule>,
    /// By when it must have answered; streams have none but the caller's own.
    deadline: Option<Instant>,
    /// Held until the answer begins; what works on longer holds it too.
    _permit: Arc<Permit>,
    begun: Instant,
    /// Of gRPC, once it is answered.
    code: Code,
}

impl Drop for Admitted {
    fn drop(&mut self) {
        let finished = Finished {
            method: &self.method.method,
            code: self.code.into(),
            took: self.begun.elapsed(),
        };
        let AuthLayer { app, admission, .. } = &*self.layer;
        app.credentials().used(&self.who.caller, self.recognized_at);
        admission.finish(&self.who, &finished);
    }
}

impl<S: Answers> Service<Request<Body>> for AuthService<S> {
    type Response = Response<Body>;
    type Error = Infallible;
    // The one box of a call: what answers it stands in it.
    type Future = BoxFuture<'static, Result<Response<Body>, Infallible>>;

    fn poll_ready(&mut self, _: &mut Context<'_>) -> Poll<Result<(), Infallible>> {
        Poll::Ready(Ok(()))
    }

    fn call(&mut self, request: Request<Body>) -> Self::Future {
        let AuthService { layer, inner } = self.clone();
        Box::pin(async move {
            let (path, headers) = (request.uri().path(), request.headers());
            let id = request_id(headers);
            let mut response = match layer.admit(path, headers).await {
                Ok(None) => inner.answer(request, None).await,
                Ok(Some((mut admitted, call))) => {
                    let answering = pin!(inner.answer(request, call));
                    let response = in_time(admitted.deadline, answering).await;
                    admitted.code = code(&response);
                    response
                }
                Err(error) => status(error).into_http(),
            };
            if let Some(id) = id {
                response.headers_mut().insert(REQUEST_ID, id);
            }
            Ok(response)
        })
    }
}

async fn in_time(
    deadline: Option<Instant>,
    mut answering: Pin<&mut impl Future<Output = Response<Body>>>,
) -> Response<Body> {
    let late = || status(StoreError::Deadline.into()).into_http();
    let Some(deadline) = deadline else {
        return answering.await;
    };
    // Else an answer from memory would come in time, by chance.
    if deadline <= Instant::now() {
        return late();
    }
    // What is answered at once needs no timer.
    match poll_fn(|context| Poll::Ready(answering.as_mut().poll(context))).await {
        Poll::Ready(response) => response,
        Poll::Pending => timeout_at(deadline.into(), answering)
            .await
            .unwrap_or_else(|_| late()),
    }
}

/// The caller's own id of the call comes back, so that both logs can be matched.
fn request_id(headers: &HeaderMap) -> Option<HeaderValue> {
    headers
        .get(REQUEST_ID)
        .filter(|id| id.len() <= 128)
        .cloned()
}

impl AuthLayer {
    /// Lets the call in, and says who asks. None for health, which is public and always answered.
    async fn admit(
        self: &Arc<Self>,
        path: &str,
        headers: &HeaderMap,
    ) -> Result<Option<(Admitted, Option<Call>)>, app::Error> {
        let begun = Instant::now();
        if path.starts_with(HEALTH) {
            return Ok(None);
        }
        let is_reflection = path.starts_with(REFLECTION);
        let rule = self.rules.get(path);
        let (who, recognized_at) = who(&self.app, headers).await?;
        let method = match rule {
            Some(rule) => rule,
            None if is_reflection => Arc::new(Rule {
                method: path.to_owned(),
                ..Rule::default()
            }),
            None => {
                let message = format!(
                    "{path} has no rule here; the services are listed by reflection (grpcurl list)."
                );
                return Err(Refusal::new(Reason::NotFound, message).into());
            }
        };
        let place = self.admission.admit(&who, &method).await?;
        let deadline = match timeout(headers) {
            _ if is_reflection => None,
            // A wish that no clock can tell is none.
            wish if method.streams => wish.and_then(|wish| begun.checked_add(wish)),
            wish => Some(begun + wish.map_or(DEFAULT_DEADLINE, |wish| wish.min(LONGEST))),
        };
        let call = (!is_reflection).then(|| Call {
            who: who.clone(),
            rule: Arc::clone(&method),
            request: None,
            validate_only: false,
            deadline,
            place: Some(Arc::clone(&place)),
        });
        let admitted = Admitted {
            layer: Arc::clone(self),
            who,
            recognized_at,
            method,
            deadline,
            _permit: place,
            begun,
            code: Code::Cancelled,
        };
        Ok(Some((admitted, call)))
    }
}

/// A failure stands in the headers; whoever answers well says so after the answer.
fn code(response: &Response<Body>) -> Code {
    let failure = response.headers().get(Status::GRPC_STATUS);
    failure.map_or(Code::Ok, |code| Code::from_bytes(code.as_bytes()))
}

/// Browsers that send a page's form are one caller together: they take its share of the places, and no more.
pub(crate) async fn page(
    State(admission): State<Arc<Admission>>,
    request: axum::extract::Request,
    next: Next,
) -> axum::response::Response {
    // What is only opened stands in the program already.
    if request.method() != Method::POST {
        return next.run(request).await;
    }
    let browser = Who {
        actor: None,
        caller: Caller::LinkPage,
    };
    let admitted = admission.admit(&browser, &Rule::default()).await;
    let Ok(_permit) = admitted else {
        let why = "Too many people answer at once. Please try again in a minute.\n";
        return (StatusCode::SERVICE_UNAVAILABLE, [(RETRY_AFTER, "60")], why).into_response();
    };
    next.run(request).await
}

/// What the caller shows, of whichever kind.
fn credential(headers: &HeaderMap) -> Result<Credential<'_>, Refusal> {
    let presented = single(headers, AUTHORIZATION)?.ok_or_else(|| {
        Refusal::new(
            Reason::CredentialsMissing,
            "The call has no key. Send metadata authorization: Bearer grk_…; the operator makes keys.",
        )
    })?;
    let key = presented
        .split_once(' ')
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    key.map(|(_, key)| Credential::Key(key.trim()))
        .ok_or_else(decide::rule::credentials_invalid)
}

/// Who asks, and when they were recognized.
async fn who(app: &App, headers: &HeaderMap) -> Result<(Who, Timestamp), app::Error> {
    let (caller, at) = app.credentials().recognize(credential(headers)?).await?;
    let actor = match single(headers, ACTING_USER)? {
        None => None,
        Some(name) => Some(names::one(name, "users/*", UserId::parse).ok_or_else(|| {
            Refusal::field(ACTING_USER.as_str(), "must be a name like users/alice")
        })?),
    };
    Ok((Who { actor, caller }, at))
}

/// A header sent twice is refused: two readers could choose differently.
fn single(headers: &HeaderMap, name: HeaderName) -> Result<Option<&str>, Refusal> {
    let mut values = headers.get_all(&name).iter();
    let first = values.next();
    let wrong = |what: &str| Refusal::field(name.as_str(), what);
    if values.next().is_some() {
        return Err(wrong("must be sent once"));
    }
    first
        .map(|value| value.to_str().map_err(|_| wrong("must be printable ASCII")))
        .transpose()
}

/// `grpc-timeout`: up to eight digits and a unit (gRPC over HTTP/2).
fn timeout(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get(TIMEOUT)?.to_str().ok()?;
    let (digits, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    let amount: u64 = digits.parse().ok().filter(|_| digits.len() <= 8)?;
    Some(match unit {
        "H" => Duration::from_secs(amount * 3600),
        "M" => Duration::from_secs(amount * 60),
        "S" => Duration::from_secs(amount),
        "m" => Duration::from_millis(amount),
        "u" => Duration::from_micros(amount),
        "n" => Duration::from_nanos(amount),
        _ => return None,
    })
}
