//! The page of an invitation: who invites whom to what, and the answer.

use app::queries::invitation::{InvitationStage, ViewedInvitation};
use app::{Consistency, Error, Look, Phrases, role_phrase};
use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;
use decide::link::InvitationLink;
use decide::use_cases::invitation::{
    AcceptInvitation, NewUser, Proof, RefuseInvitation, link_invalid,
};
use domain::{DisplayName, Reason, Refusal};

use super::asked::{self, Names, OfferPage, RefusePage, SignIn};
use super::frame::{Frame, page};
use super::offer::offer;
use super::pages::Pages;
use super::said;
use super::sent::{LanguageQuery, Posted, Sent, accepted};

/// The path of this kind of link.
const KIND: &str = "invitation";

const VIEW: &str = "/grantor.v1.InvitationService/ViewInvitation";
const ACCEPT: &str = "/grantor.v1.InvitationService/AcceptInvitation";
const REFUSE: &str = "/grantor.v1.InvitationService/RefuseInvitation";

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/invitation", get(open).post(show))
        .route("/invitation/accept", get(open).post(accept))
        .route("/invitation/refuse", get(open).post(refuse))
}

async fn open(
    State(pages): State<Pages>,
    Query(wish): Query<LanguageQuery>,
    headers: HeaderMap,
) -> Response {
    asked::open(&pages, &wish, &headers, KIND, "page-open-title")
}

async fn show(State(pages): State<Pages>, headers: HeaderMap, posted: Posted) -> Response {
    let visit = match Visit::new(pages, &headers, posted).await {
        Ok(visit) => visit,
        Err(answered) => return *answered,
    };
    visit.offer(StatusCode::OK, None)
}

async fn accept(State(pages): State<Pages>, headers: HeaderMap, posted: Posted) -> Response {
    let visit = match Visit::new(pages, &headers, posted).await {
        Ok(visit) => visit,
        Err(answered) => return *answered,
    };
    let new_user = match visit.new_user() {
        Ok(new_user) => new_user,
        Err(wrong) => return visit.offer(StatusCode::BAD_REQUEST, Some(wrong)),
    };
    match visit.accept(new_user).await {
        Ok(()) => visit.accepted(),
        // The account went away while the page was open: now there are names to ask for.
        Err(Error::Refused(refusal)) if refusal.reason == Reason::FieldInvalid => {
            visit.offer(StatusCode::BAD_REQUEST, Some("invitation-name-missing"))
        }
        Err(error) => visit.failed(error).await,
    }
}

async fn refuse(State(pages): State<Pages>, headers: HeaderMap, posted: Posted) -> Response {
    let visit = match Visit::new(pages, &headers, posted).await {
        Ok(visit) => visit,
        Err(answered) => return *answered,
    };
    if !visit.sent.is_confirmed() {
        return visit.ask_whether_to_refuse();
    }
    match visit.refuse().await {
        Ok(()) => visit.refused(),
        Err(error) => visit.failed(error).await,
    }
}

/// Somebody with a link that works, to an invitation that waits for an answer.
struct Visit {
    pages: Pages,
    sent: Sent,
    link: InvitationLink,
    phrases: Phrases,
    viewed: ViewedInvitation,
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
        let found = view(&pages, sent.token(), &Consistency::default()).await;
        let (link, viewed) = found
            .map_err(|error| Box::new(said::refused(browser.of(sent.token()), &error.into())))?;
        let phrases = chosen.unwrap_or_else(|| Phrases::of(&viewed.invitation.locale));
        let visit = Self {
            pages,
            sent,
            link,
            phrases,
            viewed,
        };
        match InvitationStage::of(&visit.viewed.invitation, visit.viewed.seen.at) {
            InvitationStage::Open => Ok(visit),
            _ => Err(Box::new(said::over(visit.frame(), &visit.viewed))),
        }
    }

    fn frame(&self) -> Frame {
        Frame::new(&self.pages, self.phrases, KIND)
            .of(self.sent.token())
            .with_look(self.viewed.branding.as_ref().map(Look::branded))
    }

    fn organization(&self) -> &str {
        &self.viewed.organization_display_name
    }

    /// The names of a new account, where one has to be made; else the key of what is wrong with them.
    fn new_user(&self) -> Result<Option<NewUser>, &'static str> {
        let (given, family) = (self.sent.given_name.trim(), self.sent.family_name.trim());
        if !self.viewed.new_user_required {
            return Ok(None);
        }
        if given.is_empty() {
            return Err("invitation-name-missing");
        }
        let name =
            |text| DisplayName::parse_without_link(text).map_err(|_| "invitation-name-invalid");
        Ok(Some(NewUser {
            id: None,
            given_name: name(given)?,
            family_name: (!family.is_empty()).then(|| name(family)).transpose()?,
            login: None,
            position: None,
            locale: domain::Locale::parse(self.phrases.code()).ok(),
        }))
    }

    async fn accept(&self, new_user: Option<NewUser>) -> Result<(), Error> {
        let call = self.pages.call(ACCEPT).ok_or_else(unserved)?;
        let command = AcceptInvitation {
            organization: self.link.organization.clone(),
            invitation: self.link.invitation.clone(),
            proof: Proof::Link(self.link.secret.clone()),
            new_user,
        };
        let app = &self.pages.app;
        app.write(call, command).await.map(|_| ())
    }

    async fn refuse(&self) -> Result<(), Error> {
        let call = self.pages.call(REFUSE).ok_or_else(unserved)?;
        let command = RefuseInvitation {
            organization: self.link.organization.clone(),
            invitation: self.link.invitation.clone(),
            proof: Proof::Link(self.link.secret.clone()),
        };
        let app = &self.pages.app;
        app.write(call, command).await.map(|_| ())
    }

    /// Somebody else may have answered in between: then what became of it is told.
    async fn failed(&self, error: Error) -> Response {
        let over = matches!(
            &error,
            Error::Refused(Refusal {
                reason: Reason::InvitationNotOpen | Reason::InvitationExpired,
                ..
            })
        );
        if over
            && let Ok((_, viewed)) = view(&self.pages, self.sent.token(), &Consistency::Fully).await
        {
            return said::over(self.frame(), &viewed);
        }
        said::refused(self.frame(), &error.into())
    }

    fn offer(&self, code: StatusCode, wrong: Option<&str>) -> Response {
        let (phrases, viewed) = (self.phrases, &self.viewed);
        let organization = self.organization();
        let places = [
            ("organization", organization.into()),
            ("sender", viewed.sender_display_name.as_str().into()),
        ];
        let who = match viewed.sender_display_name.as_str() {
            "" => phrases.fill("invitation-nobody", &places),
            _ => phrases.fill("invitation-who", &places),
        };
        let until = phrases.moment(viewed.invitation.expire_time);
        let email = viewed.texts.get(&viewed.invitation.email);
        let platform = self.pages.app.platform_look();
        // The same for everybody: whether the address has an account is not to be read here.
        let names = Names {
            given_name: self.sent.given_name.clone(),
            family_name: self.sent.family_name.clone(),
            wrong: wrong.map(|key| phrases.say(key)),
        };
        let shown = OfferPage {
            frame: self.frame().titled("invitation-title", &places),
            token: self.sent.token().to_owned(),
            who,
            offer: offer(viewed, phrases, &platform.name),
            until: phrases.fill("invitation-until", &[("until", until.into())]),
            address: Some(phrases.fill("invitation-address", &[("email", email.into())])),
            sign_in: Some(self.sign_in(&platform.name)),
            names: Some(names),
        };
        page(code, &shown.frame, &shown)
    }

    /// Who has an account answers there: the link alone could not know it by what it only claims.
    fn sign_in(&self, platform: &str) -> SignIn {
        let settings = self.viewed.seen.view.platform.settings();
        let uri = settings.sign_in_link(KIND, self.sent.token());
        let why = match uri {
            Some(_) => "sign-in-why",
            None => "sign-in-code",
        };
        let why = self.phrases.fill(why, &[("name", platform.into())]);
        SignIn { why, uri }
    }

    fn ask_whether_to_refuse(&self) -> Response {
        let places = [("organization", self.organization().into())];
        let asked = RefusePage {
            frame: self.frame().titled("invitation-refuse-title", &[]),
            token: self.sent.token().to_owned(),
            why: self.phrases.fill("invitation-refuse-text", &places),
        };
        page(StatusCode::OK, &asked.frame, &asked)
    }

    fn accepted(&self) -> Response {
        let role = self.phrases.say(role_phrase(&self.viewed.invitation.role));
        let places = [
            ("organization", self.organization().into()),
            ("role", role.into()),
        ];
        said::page(
            StatusCode::OK,
            self.frame().titled("accepted-title", &[]),
            &["accepted-text", "accepted-close"],
            &places,
        )
    }

    fn refused(&self) -> Response {
        let places = [("organization", self.organization().into())];
        said::page(
            StatusCode::OK,
            self.frame().titled("refused-title", &[]),
            &["refused-text", "accepted-close"],
            &places,
        )
    }
}

/// The invitation of a code; a code that is none opens nothing, as one that is wrong.
async fn view(
    pages: &Pages,
    token: &str,
    consistency: &Consistency,
) -> Result<(InvitationLink, ViewedInvitation), Error> {
    let link = InvitationLink::parse(token).ok_or_else(link_invalid)?;
    let call = pages.call(VIEW).ok_or_else(unserved)?;
    let viewed = pages.app.view_invitation(&call, &link, consistency).await?;
    Ok((link, viewed))
}

/// A method without rule is not served, to the page neither.
fn unserved() -> Error {
    link_invalid().into()
}
