//! What stands around every page: title, whose look it has, the languages, and what the browser may load for it.

use app::{Filling, Look, Phrases};
use askama::Template;
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::response::{Html, IntoResponse, Response};

use super::pages::Pages;

/// Around every page.
pub(super) struct Frame {
    pub(super) phrases: Phrases,
    pub(super) look: Look,
    pub(super) title: String,
    /// What stands before the paths of the pages.
    pub(super) base: String,
    /// The path of this kind of link.
    pub(super) kind: &'static str,
    /// The code of the link, so that the language can be changed.
    pub(super) token: Option<String>,
}

impl Frame {
    pub(super) fn new(pages: &Pages, phrases: Phrases, kind: &'static str) -> Self {
        Self {
            phrases,
            look: pages.app.platform_look(),
            title: String::new(),
            base: pages.app.page_path().to_owned(),
            kind,
            token: None,
        }
    }

    pub(super) fn titled(mut self, key: &str, places: &[(&'static str, Filling<'_>)]) -> Self {
        self.title = self.phrases.fill(key, places);
        self
    }

    pub(super) fn of(mut self, token: &str) -> Self {
        self.token = Some(token.to_owned());
        self
    }

    pub(super) fn with_look(mut self, look: Option<Look>) -> Self {
        if let Some(look) = look {
            self.look = look;
        }
        self
    }

    pub(super) fn languages(&self) -> Vec<Phrases> {
        Phrases::all().collect()
    }

    /// The address that the logo comes from, `https://HOST`.
    fn logo_origin(&self) -> Option<String> {
        let rest = self.look.logo_uri.as_deref()?.strip_prefix("https://")?;
        let host = rest.split(['/', '?', '#']).next()?;
        let plain = host
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b".-:".contains(&byte));
        plain.then(|| format!("https://{host}"))
    }
}

/// The page as an answer.
pub(super) fn page(status: StatusCode, frame: &Frame, template: &impl Template) -> Response {
    let policy = (
        HeaderName::from_static("content-security-policy"),
        content_security_policy(frame.logo_origin().as_deref()),
    );
    match template.render() {
        Ok(html) => (status, [policy], Html(html)).into_response(),
        Err(cause) => {
            tracing::error!(%cause, "a page could not be written");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}

/// Nothing but our own style, script and forms, and one logo. In no frame of anybody.
pub(super) fn content_security_policy(logo: Option<&str>) -> HeaderValue {
    let images = logo.unwrap_or("'none'");
    let policy = format!(
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src {images}; form-action 'self'; \
         base-uri 'none'; frame-ancestors 'none'"
    );
    HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static("default-src 'none'"))
}
