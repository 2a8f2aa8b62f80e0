//! What did the browser send? The code of a link, the language wished for, and what was typed.

use app::Phrases;
use axum::Form;
use axum::extract::rejection::FormRejection;
use axum::http::HeaderMap;
use axum::http::header::ACCEPT_LANGUAGE;
use serde::Deserialize;

/// `?lang=fr`.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct LanguageQuery {
    lang: String,
}

/// What the forms of all pages send; each takes what it asked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Sent {
    token: String,
    lang: String,
    pub(super) given_name: String,
    pub(super) family_name: String,
    confirmed: String,
}

/// A form, or why it cannot be read.
pub(super) type Posted = Result<Form<Sent>, FormRejection>;

impl LanguageQuery {
    pub(super) fn language(&self) -> Option<Phrases> {
        Phrases::named(&self.lang)
    }
}

impl Sent {
    /// The code; of a whole link that was pasted, what stands behind its `#`.
    pub(super) fn token(&self) -> &str {
        let token = self.token.trim();
        token.rsplit_once('#').map_or(token, |(_, code)| code)
    }

    pub(super) fn language(&self) -> Option<Phrases> {
        Phrases::named(&self.lang)
    }

    pub(super) fn is_confirmed(&self) -> bool {
        self.confirmed == "yes"
    }
}

/// The language of the browser.
pub(super) fn accepted(headers: &HeaderMap) -> Phrases {
    let header = headers.get(ACCEPT_LANGUAGE);
    Phrases::accepted(
        header
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default(),
    )
}
