//! The page of a link that confirms an email: whose address it is, and where that is confirmed. It signs nobody in.

use app::queries::user::ViewedEmail;
use app::{Error, Phrases};
use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;
use decide::use_cases::user::{EmailConfirmation, confirmation_invalid};
use domain::Reason;
use grantor::v1::ErrorReason;

use super::asked::{self, EmailPage, SignIn};
use super::frame::{Frame, page};
use super::pages::Pages;
use super::said;
use super::sent::{LanguageQuery, Posted, Sent, accepted};
use crate::problem::Problem;

/// The path of this kind of link.
const KIND: &str = "email";

const CONFIRM: &str = "/grantor.v1.UserService/ConfirmEmail";

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/email", get(open).post(show))
        .route("/email/confirm", get(open).post(confirm))
}

async fn open(
    State(pages): State<Pages>,
    Query(wish): Query<LanguageQuery>,
    headers: HeaderMap,
) -> Response {
    asked::open(&pages, &wish, &headers, KIND, "email-open-title")
}

async fn show(State(pages): State<Pages>, headers: HeaderMap, posted: Posted) -> Response {
    match Visit::new(pages, &headers, posted).await {
        Ok(visit) => visit.ask(),
        Err(answered) => *answered,
    }
}

async fn confirm(State(pages): State<Pages>, headers: HeaderMap, posted: Posted) -> Response {
    let visit = match Visit::new(pages, &headers, posted).await {
        Ok(visit) => visit,
        Err(answered) => return *answered,
    };
    match visit.confirm().await {
        Ok(()) => visit.confirmed(),
        // Somebody has acted as the account since the page was opened: now its person has to sign in.
        Err(Error::Refused(refusal)) if refusal.reason == Reason::ActingUserRequired => {
            visit.ask_to_sign_in()
        }
        Err(error) => refused(visit.frame(), error),
    }
}

/// Somebody with a link that works.
struct Visit {
    pages: Pages,
    sent: Sent,
    confirmation: EmailConfirmation,
    phrases: Phrases,
    viewed: ViewedEmail,
}

impl Visit {
    /// The visit, or the page that says why there is none.
    async fn new(pages: Pages, headers: &HeaderMap, posted: Posted) -> Result<Self, Box<Response>> {
        let browser = Frame::new(&pages, accepted(headers), KIND);
        let sent = match posted {
            Ok(axum::Form(sent)) => sent,
            Err(rejection) => {
                return Err(Box::new(said::unreadable(browser, rejection.status())));
            }
        };
        let chosen = sent.language();
        let browser = Frame {
            phrases: chosen.unwrap_or(browser.phrases),
            ..browser
        };
        let found = view(&pages, sent.token()).await;
        let (confirmation, viewed) =
            found.map_err(|error| Box::new(refused(browser.of(sent.token()), error)))?;
        let phrases = chosen.unwrap_or_else(|| Phrases::of(&viewed.locale));
        Ok(Self {
            pages,
            sent,
            confirmation,
            phrases,
            viewed,
        })
    }

    fn frame(&self) -> Frame {
        Frame::new(&self.pages, self.phrases, KIND).of(self.sent.token())
    }

    fn ask(&self) -> Response {
        if self.viewed.by_itself {
            self.asked(None)
        } else {
            self.ask_to_sign_in()
        }
    }

    fn ask_to_sign_in(&self) -> Response {
        let settings = self.viewed.seen.view.platform.settings();
        let uri = settings.sign_in_link(KIND, self.sent.token());
        let why = match uri {
            Some(_) => "email-sign-in",
            None => "email-code",
        };
        let why = self.phrases.say(why);
        self.asked(Some(SignIn { why, uri }))
    }

    fn asked(&self, sign_in: Option<SignIn>) -> Response {
        let platform = self.pages.app.platform_look();
        let places = [
            ("email", self.viewed.email.as_str().into()),
            ("name", platform.name.as_str().into()),
        ];
        let asked = EmailPage {
            frame: self.frame().titled("email-title", &[]),
            token: self.sent.token().to_owned(),
            address: self.phrases.fill("email-address", &places),
            sign_in,
        };
        page(StatusCode::OK, &asked.frame, &asked)
    }

    async fn confirm(&self) -> Result<(), Error> {
        let call = self.pages.call(CONFIRM).ok_or_else(confirmation_invalid)?;
        let app = &self.pages.app;
        let confirmation = self.confirmation.clone();
        app.confirm_email(&call, confirmation).await.map(|_| ())
    }

    fn confirmed(&self) -> Response {
        let places = [("email", self.viewed.email.as_str().into())];
        said::page(
            StatusCode::OK,
            self.frame().titled("email-confirmed-title", &[]),
            &["email-confirmed-text", "accepted-close"],
            &places,
        )
    }
}

/// Why it did not work, in the words of this kind of link.
fn refused(frame: Frame, error: Error) -> Response {
    let problem = Problem::from(error);
    let (title, text) = match problem.reason {
        ErrorReason::NotFound => ("unknown-title", "email-unknown-text"),
        ErrorReason::EmailTaken => ("email-taken-title", "email-taken-text"),
        _ => return said::refused(frame, &problem),
    };
    said::told(frame, &problem, title, text)
}

/// What a code confirms; a code that is none opens nothing, as one that is wrong.
async fn view(pages: &Pages, token: &str) -> Result<(EmailConfirmation, ViewedEmail), Error> {
    let confirmation = EmailConfirmation::parse(token).ok_or_else(confirmation_invalid)?;
    let call = pages.call(CONFIRM).ok_or_else(confirmation_invalid)?;
    let viewed = pages.app.view_email(&call, &confirmation).await?;
    Ok((confirmation, viewed))
}
