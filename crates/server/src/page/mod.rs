//! The pages that links in mails open: each kind of link has a file here, what they share is in the others.
//!
//! The code of a link stands behind the `#`, which browsers send to nobody. A page is opened by GET, knows nothing, and
//! hands the code over by POST. What changes something is POST alone, and the code in it is what allows it.

mod asked;
mod email;
mod frame;
mod invitation;
mod offer;
mod pages;
mod proposal;
mod said;
mod sent;

use std::sync::Arc;

use app::{App, Color};
use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use axum::{Router, middleware};

use self::frame::{Frame, content_security_policy};
use self::pages::Pages;
use crate::method::Rules;

/// The most that a form sends, in bytes.
const MAX_FORM: usize = 16 << 10;

const STYLE: &str = include_str!("../../assets/page.css");
const SCRIPT: &str = include_str!("../../assets/page.js");

/// All pages, and a page for every other path.
pub(crate) fn router(app: &Arc<App>, rules: &Rules) -> Router {
    let pages = Pages {
        app: Arc::clone(app),
        rules: rules.clone(),
    };
    Router::new()
        .merge(invitation::routes())
        .merge(proposal::routes())
        .merge(email::routes())
        .route("/page.css", get(asset("text/css; charset=utf-8", STYLE)))
        .route(
            "/page.js",
            get(asset("text/javascript; charset=utf-8", SCRIPT)),
        )
        .route("/colors/{file}", get(color))
        .fallback(missing)
        .method_not_allowed_fallback(missing)
        .layer(DefaultBodyLimit::max(MAX_FORM))
        .layer(middleware::map_response(guarded))
        .with_state(pages)
}

fn asset(
    content_type: &'static str,
    content: &'static str,
) -> impl Fn() -> std::future::Ready<([(HeaderName, &'static str); 2], &'static str)> + Clone {
    move || {
        let headers = [
            (CONTENT_TYPE, content_type),
            (CACHE_CONTROL, "public, max-age=3600"),
        ];
        std::future::ready((headers, content))
    }
}

/// The brand's colour, as a style sheet of its own: none is allowed inside a page.
async fn color(
    State(pages): State<Pages>,
    headers: HeaderMap,
    Path(file): Path<String>,
) -> Response {
    let Some(color) = file.strip_suffix(".css").and_then(Color::parse) else {
        return missing(State(pages), headers).await;
    };
    let style = format!(
        ":root {{ --brand: #{}; --on-brand: #{}; }}\n",
        color.digits(),
        color.text()
    );
    let headers = [
        (CONTENT_TYPE, "text/css; charset=utf-8"),
        (CACHE_CONTROL, "public, max-age=3600"),
    ];
    (headers, style).into_response()
}

async fn missing(State(pages): State<Pages>, headers: HeaderMap) -> Response {
    let frame = Frame::new(&pages, sent::accepted(&headers), "invitation");
    said::page(
        StatusCode::NOT_FOUND,
        frame.titled("page-missing-title", &[]),
        &["page-missing-text"],
        &[],
    )
}

/// No answer is kept, indexed, framed, guessed at or told to the next page.
async fn guarded(mut response: Response) -> Response {
    let headers = response.headers_mut();
    let fixed = [
        (CACHE_CONTROL, "no-store"),
        (HeaderName::from_static("content-security-policy"), ""),
        (REFERRER_POLICY, "no-referrer"),
        (X_CONTENT_TYPE_OPTIONS, "nosniff"),
        (HeaderName::from_static("x-robots-tag"), "noindex, nofollow"),
        (HeaderName::from_static("x-frame-options"), "DENY"),
    ];
    for (name, value) in fixed {
        let value = match value {
            "" => content_security_policy(None),
            value => HeaderValue::from_static(value),
        };
        headers.entry(name).or_insert(value);
    }
    response
}
