//! Pages that ask something: for the code, for an answer, and whether a refusal is meant.

use app::Phrases;
use askama::Template;
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;

use super::frame::{Frame, page};
use super::offer::Part;
use super::pages::Pages;
use super::sent::{LanguageQuery, accepted};

#[derive(Template)]
#[template(path = "open.html")]
struct OpenPage {
    frame: Frame,
    /// The language that was asked for in so many words.
    chosen: Option<Phrases>,
}

/// Who offers what, until when, and the two answers.
#[derive(Template)]
#[template(path = "offer.html")]
pub(super) struct OfferPage {
    pub(super) frame: Frame,
    pub(super) token: String,
    pub(super) who: String,
    pub(super) offer: Vec<Part>,
    pub(super) until: String,
    pub(super) address: Option<String>,
    pub(super) sign_in: Option<SignIn>,
    pub(super) names: Option<Names>,
}

/// Where to sign in, which no page of ours does. Without such an address the code of the link is shown.
pub(super) struct SignIn {
    pub(super) why: String,
    pub(super) uri: Option<String>,
}

/// Whose address it is, and how that is confirmed.
#[derive(Template)]
#[template(path = "email.html")]
pub(super) struct EmailPage {
    pub(super) frame: Frame,
    pub(super) token: String,
    pub(super) address: String,
    /// None where the link alone confirms it.
    pub(super) sign_in: Option<SignIn>,
}

/// The names of a new account, as they were typed.
pub(super) struct Names {
    pub(super) given_name: String,
    pub(super) family_name: String,
    pub(super) wrong: Option<String>,
}

/// Whether a refusal is meant.
#[derive(Template)]
#[template(path = "refuse.html")]
pub(super) struct RefusePage {
    pub(super) frame: Frame,
    pub(super) token: String,
    pub(super) why: String,
}

/// Opening a link asks nothing and changes nothing: the code has not been sent yet.
pub(super) fn open(
    pages: &Pages,
    wish: &LanguageQuery,
    headers: &HeaderMap,
    kind: &'static str,
    title: &str,
) -> Response {
    let chosen = wish.language();
    let phrases = chosen.unwrap_or_else(|| accepted(headers));
    let frame = Frame::new(pages, phrases, kind).titled(title, &[]);
    let open = OpenPage { frame, chosen };
    page(StatusCode::OK, &open.frame, &open)
}
