//! The layer around every service: who calls, and which rule the method has. Whatever it does not know is refused.

use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use app::{Admission, App, Call, Credential, Finished, Permit, StoreError, deadline};
use axum::extract::State;
use axum::middleware::Next;
use axum::response::IntoResponse;
use decide::rule::Rule;
use domain::{Caller, Reason, Refusal, UserId, Who};
use futures_util::future::BoxFuture;
use http::header::RETRY_AFTER;
use http::{HeaderMap, HeaderValue, Method, Request, Response, StatusCode};
use tokio::time::timeout_at;
use tonic::body::Body;
use tonic::{Code, Status};
use tower::{Layer, Service};

use crate::method::Rules;
use crate::names;
use crate::status::status;

/// Who speaks for a user says so here.
pub(crate) const ACTING_USER: &str = "x-grantor-acting-user";
/// Every answer carries it.
pub(crate) const REQUEST_ID: &str = "x-request-id";
/// Health is public: load balancers have no key.
pub(crate) const HEALTH: &str = "/grpc.health.v1.Health/";
/// Reflection needs a caller, and nothing else.
const REFLECTION: &str = "/grpc.reflection.";

/// The longest that a client may let a call go on.
const LONGEST: Duration = Duration::from_secs(60);

/// Puts a [`Call`] beside every request, or answers in its place.
#[derive(Clone)]
pub(crate) struct AuthLayer {
    pub(crate) app: Arc<App>,
    pub(crate) admission: Arc<Admission>,
    pub(crate) rules: Rules,
}

impl<S> Layer<S> for AuthLayer {
    type Service = AuthService<S>;

    fn layer(&self, inner: S) -> AuthService<S> {
        AuthService {
            layer: self.clone(),
            inner,
        }
    }
}

/// See [`AuthLayer`].
#[derive(Clone)]
pub(crate) struct AuthService<S> {
    layer: AuthLayer,
    inner: S,
}

/// A call that was let in. However it ends, also by a caller who goes away, it is finished once.
struct Admitted {
    layer: AuthLayer,
    who: Who,
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
        let AuthLayer { app, admission, .. } = &self.layer;
        app.credentials().used(&self.who.caller);
        admission.finish(&self.who, &finished);
    }
}

impl<S> Service<Request<Body>> for AuthService<S>
where
    S: Service<Request<Body>, Response = Response<Body>> + Clone + Send + 'static,
    S::Future: Send + 'static,
{
    type Response = Response<Body>;
    type Error = S::Error;
    type Future = BoxFuture<'static, Result<Response<Body>, S::Error>>;

    fn poll_ready(&mut self, context: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(context)
    }

    fn call(&mut self, mut request: Request<Body>) -> Self::Future {
        // The clone takes the place of the service that was made ready (tower's rule).
        let clone = self.inner.clone();
        let mut inner = std::mem::replace(&mut self.inner, clone);
        let layer = self.layer.clone();
        Box::pin(async move {
            let id = request_id(request.headers());
            let mut response = match layer.admit(&mut request).await {
                Ok(None) => inner.call(request).await?,
                Ok(Some(mut admitted)) => {
                    let response = in_time(admitted.deadline, inner.call(request)).await?;
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

async fn in_time<E>(
    deadline: Option<Instant>,
    answering: impl Future<Output = Result<Response<Body>, E>>,
) -> Result<Response<Body>, E> {
    let late = || Ok(status(StoreError::Deadline.into()).into_http());
    match deadline {
        None => answering.await,
        // Else an answer from memory would come in time, by chance.
        Some(deadline) if deadline <= Instant::now() => late(),
        Some(deadline) => match timeout_at(deadline.into(), answering).await {
            Ok(response) => response,
            Err(_) => late(),
        },
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
    /// Lets the call in, and puts it beside its request. None for health, which is public and always answered.
    async fn admit(&self, request: &mut Request<Body>) -> Result<Option<Admitted>, app::Error> {
        let begun = Instant::now();
        let path = request.uri().path();
        if path.starts_with(HEALTH) {
            return Ok(None);
        }
        let is_reflection = path.starts_with(REFLECTION);
        let rule = self.rules.get(path);
        let who = who(&self.app, request.headers()).await?;
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
        let deadline = match timeout(request.headers()) {
            _ if is_reflection => None,
            // A wish that no clock can tell is none.
            wish if method.streams => wish.and_then(|wish| Instant::now().checked_add(wish)),
            wish => Some(deadline(wish.map(|wish| wish.min(LONGEST)))),
        };
        if !is_reflection {
            request.extensions_mut().insert(Call {
                who: who.clone(),
                rule: Arc::clone(&method),
                request: None,
                validate_only: false,
                deadline,
                place: Some(Arc::clone(&place)),
            });
        }
        Ok(Some(Admitted {
            layer: self.clone(),
            who,
            method,
            deadline,
            _permit: place,
            begun,
            code: Code::Cancelled,
        }))
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
    let presented = single(headers, "authorization")?.ok_or_else(|| {
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

async fn who(app: &App, headers: &HeaderMap) -> Result<Who, app::Error> {
    let caller = app.credentials().recognize(credential(headers)?).await?;
    let actor = match single(headers, ACTING_USER)? {
        None => None,
        Some(name) => Some(
            names::one(name, "users/*", UserId::parse)
                .ok_or_else(|| Refusal::field(ACTING_USER, "must be a name like users/alice"))?,
        ),
    };
    Ok(Who { actor, caller })
}

/// A header sent twice is refused: two readers could choose differently.
fn single<'a>(headers: &'a HeaderMap, name: &'static str) -> Result<Option<&'a str>, Refusal> {
    let mut values = headers.get_all(name).iter();
    let first = values.next();
    if values.next().is_some() {
        return Err(Refusal::field(name, "must be sent once"));
    }
    first
        .map(|value| {
            value
                .to_str()
                .map_err(|_| Refusal::field(name, "must be printable ASCII"))
        })
        .transpose()
}

/// `grpc-timeout`: up to eight digits and a unit (gRPC over HTTP/2).
fn timeout(headers: &HeaderMap) -> Option<Duration> {
    let text = headers.get("grpc-timeout")?.to_str().ok()?;
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
