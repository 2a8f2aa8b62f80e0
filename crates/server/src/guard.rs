//! The layer around every service: who calls, and which rule the method has. Whatever it does not know is refused.

use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::{Duration, Instant};

use app::{App, Call, StoreError, deadline};
use domain::{Caller, Reason, Refusal, UserId, Who};
use futures_util::future::BoxFuture;
use http::{HeaderMap, HeaderValue, Request, Response};
use tokio::time::timeout_at;
use tonic::body::Body;
use tower::{Layer, Service};

use crate::method::Rules;
use crate::names;
use crate::status::status;

/// Who speaks for a user says so here.
pub(crate) const ACTING_USER: &str = "x-grantor-acting-user";
/// Every answer carries it.
pub(crate) const REQUEST_ID: &str = "x-request-id";
/// Health is public: load balancers have no key.
const HEALTH: &str = "/grpc.health.v1.Health/";
/// Reflection needs a caller, and nothing else.
const REFLECTION: &str = "/grpc.reflection.";

/// The longest that a client may let a call go on.
const LONGEST: Duration = Duration::from_secs(60);

/// Puts a [`Call`] beside every request, or answers in its place.
#[derive(Clone)]
pub(crate) struct GuardLayer {
    pub(crate) app: Arc<App>,
    pub(crate) rules: Rules,
}

impl<S> Layer<S> for GuardLayer {
    type Service = Guard<S>;

    fn layer(&self, inner: S) -> Guard<S> {
        Guard {
            app: Arc::clone(&self.app),
            rules: self.rules.clone(),
            inner,
        }
    }
}

/// See [`GuardLayer`].
#[derive(Clone)]
pub(crate) struct Guard<S> {
    app: Arc<App>,
    rules: Rules,
    inner: S,
}

impl<S> Service<Request<Body>> for Guard<S>
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
        let app = Arc::clone(&self.app);
        let rules = self.rules.clone();
        Box::pin(async move {
            let id = request_id(request.headers());
            let mut response = match admit(&app, &rules, &mut request).await {
                Ok(None) => inner.call(request).await?,
                // Else an answer from memory would come in time, by chance.
                Ok(Some(deadline)) if deadline <= Instant::now() => {
                    status(StoreError::Deadline.into()).into_http()
                }
                Ok(Some(deadline)) => {
                    match timeout_at(deadline.into(), inner.call(request)).await {
                        Ok(response) => response?,
                        Err(_) => status(StoreError::Deadline.into()).into_http(),
                    }
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

/// The caller's own id of the call comes back, so that both logs can be matched.
fn request_id(headers: &HeaderMap) -> Option<HeaderValue> {
    headers
        .get(REQUEST_ID)
        .filter(|id| id.len() <= 128)
        .cloned()
}

/// Lets the call in, with the time at which it must have answered; streams have none but the caller's own.
async fn admit(
    app: &App,
    rules: &Rules,
    request: &mut Request<Body>,
) -> Result<Option<Instant>, app::Error> {
    let path = request.uri().path();
    if path.starts_with(HEALTH) {
        return Ok(None);
    }
    let rule = rules.get(path);
    let who = who(app, request.headers()).await?;
    if path.starts_with(REFLECTION) {
        return Ok(None);
    }
    let Some(rule) = rule else {
        let message = format!(
            "{path} has no rule here; the services are listed by reflection (grpcurl list)."
        );
        return Err(Refusal::new(Reason::NotFound, message).into());
    };
    let wish = timeout(request.headers());
    let deadline = if rule.streams {
        // A wish that no clock can tell is none.
        wish.and_then(|wish| Instant::now().checked_add(wish))
    } else {
        Some(deadline(wish.map(|wish| wish.min(LONGEST))))
    };
    let call = Call {
        who,
        rule,
        request_id: None,
        validate_only: false,
        deadline,
    };
    request.extensions_mut().insert(call);
    Ok(deadline)
}

async fn who(app: &App, headers: &HeaderMap) -> Result<Who, app::Error> {
    let presented = single(headers, "authorization")?.ok_or_else(|| {
        Refusal::new(
            Reason::CredentialsMissing,
            "The call has no key. Send metadata authorization: Bearer grk_…; the operator makes keys.",
        )
    })?;
    let key = presented
        .split_once(' ')
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"));
    let key = key
        .map(|(_, key)| key.trim())
        .ok_or_else(app::credentials_invalid)?;
    let (account, key) = app
        .find_key(key)
        .await?
        .ok_or_else(app::credentials_invalid)?;
    let actor = match single(headers, ACTING_USER)? {
        None => None,
        Some(name) => Some(
            names::one(name, "users/*", UserId::parse)
                .ok_or_else(|| Refusal::field(ACTING_USER, "must be a name like users/alice"))?,
        ),
    };
    Ok(Who {
        actor,
        caller: Caller::Service { account, key },
    })
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
