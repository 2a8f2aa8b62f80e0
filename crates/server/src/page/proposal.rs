//! The page of a proposal: which client entrusts the partner with what, and the answer.

use app::queries::partnership::ViewedProposal;
use app::{Consistency, Error, Phrases};
use axum::Router;
use axum::extract::{Query, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::Response;
use axum::routing::get;
use decide::link::ProposalLink;
use decide::use_cases::invitation::{Proof, link_invalid};
use decide::use_cases::partnership::{AcceptProposal, RefuseProposal};
use domain::{PartnershipState, Reason, Refusal};

use super::asked::{self, OfferPage, RefusePage};
use super::frame::{Frame, page};
use super::offer::mandate;
use super::pages::Pages;
use super::said;
use super::sent::{LanguageQuery, Posted, Sent, accepted};

/// The path of this kind of link.
const KIND: &str = "proposal";

const VIEW: &str = "/grantor.v1.PartnershipService/ViewProposal";
const ACCEPT: &str = "/grantor.v1.PartnershipService/AcceptProposal";
const REFUSE: &str = "/grantor.v1.PartnershipService/RefuseProposal";

pub(super) fn routes() -> Router<Pages> {
    Router::new()
        .route("/proposal", get(open).post(show))
        .route("/proposal/accept", get(open).post(accept))
        .route("/proposal/refuse", get(open).post(refuse))
}

async fn open(
    State(pages): State<Pages>,
    Query(wish): Query<LanguageQuery>,
    headers: HeaderMap,
) -> Response {
    asked::open(&pages, &wish, &headers, KIND, "proposal-open-title")
}

async fn show(State(pages): State<Pages>, headers: HeaderMap, posted: Posted) -> Response {
    match Visit::new(pages, &headers, posted).await {
        Ok(visit) => visit.offer(),
        Err(answered) => *answered,
    }
}

async fn accept(State(pages): State<Pages>, headers: HeaderMap, posted: Posted) -> Response {
    let visit = match Visit::new(pages, &headers, posted).await {
        Ok(visit) => visit,
        Err(answered) => return *answered,
    };
    match visit.accept().await {
        Ok(()) => visit.done("accepted-title", "proposal-accepted-text"),
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
        Ok(()) => visit.done("refused-title", "proposal-refused-text"),
        Err(error) => visit.failed(error).await,
    }
}

/// Somebody with a link that works, to a proposal that waits for an answer.
struct Visit {
    pages: Pages,
    sent: Sent,
    link: ProposalLink,
    phrases: Phrases,
    viewed: ViewedProposal,
}

impl Visit {
    /// The visit, or the page that says why there is none.
    async fn new(pages: Pages, headers: &HeaderMap, posted: Posted) -> Result<Self, Box<Response>> {
        let browser = accepted(headers);
        let sent = match posted {
            Ok(axum::Form(sent)) => sent,
            Err(rejection) => {
                let frame = Frame::new(&pages, browser, KIND);
                return Err(Box::new(said::unreadable(frame, rejection.status())));
            }
        };
        // A partner has no language of its own: what the browser says.
        let phrases = sent.language().unwrap_or(browser);
        let frame = Frame::new(&pages, phrases, KIND).of(sent.token());
        let found = view(&pages, sent.token(), &Consistency::default()).await;
        let (link, viewed) =
            found.map_err(|error| Box::new(said::refused(frame, &error.into())))?;
        let visit = Self {
            pages,
            sent,
            link,
            phrases,
            viewed,
        };
        if visit.viewed.partnership.is_open(visit.viewed.seen.at) {
            Ok(visit)
        } else {
            Err(Box::new(over(visit.frame(), &visit.viewed)))
        }
    }

    fn frame(&self) -> Frame {
        Frame::new(&self.pages, self.phrases, KIND).of(self.sent.token())
    }

    fn client(&self) -> &str {
        &self.viewed.client_display_name
    }

    async fn accept(&self) -> Result<(), Error> {
        let call = self.pages.call(ACCEPT).ok_or_else(link_invalid)?;
        let command = AcceptProposal {
            client: self.link.client.clone(),
            partnership: self.link.partnership.clone(),
            proof: Proof::Link(self.link.secret.clone()),
        };
        let app = &self.pages.app;
        app.write(call, command).await.map(|_| ())
    }

    async fn refuse(&self) -> Result<(), Error> {
        let call = self.pages.call(REFUSE).ok_or_else(link_invalid)?;
        let command = RefuseProposal {
            client: self.link.client.clone(),
            partnership: self.link.partnership.clone(),
            proof: Proof::Link(self.link.secret.clone()),
        };
        let app = &self.pages.app;
        app.write(call, command).await.map(|_| ())
    }

    /// Somebody else may have answered in between: then what became of it is told.
    async fn failed(&self, error: Error) -> Response {
        let is_over = matches!(
            &error,
            Error::Refused(Refusal {
                reason: Reason::InvitationNotOpen | Reason::InvitationExpired,
                ..
            })
        );
        if is_over
            && let Ok((_, viewed)) = view(&self.pages, self.sent.token(), &Consistency::Fully).await
        {
            return over(self.frame(), &viewed);
        }
        said::refused(self.frame(), &error.into())
    }

    fn offer(&self) -> Response {
        let (phrases, viewed) = (self.phrases, &self.viewed);
        let proposal = &viewed.partnership;
        let places = [("organization", self.client().into())];
        let until = phrases.moment(proposal.expire_time);
        let shown = OfferPage {
            frame: self.frame().titled("proposal-title", &places),
            token: self.sent.token().to_owned(),
            who: phrases.fill("proposal-mail-who", &places),
            offer: mandate(
                &viewed.seen.view,
                proposal.access,
                &proposal.offered,
                phrases,
            ),
            until: phrases.fill("invitation-until", &[("until", until.into())]),
            address: None,
            sign_in: None,
            names: None,
        };
        page(StatusCode::OK, &shown.frame, &shown)
    }

    fn ask_whether_to_refuse(&self) -> Response {
        let places = [("organization", self.client().into())];
        let asked = RefusePage {
            frame: self.frame().titled("proposal-refuse-title", &[]),
            token: self.sent.token().to_owned(),
            why: self.phrases.fill("proposal-refuse-text", &places),
        };
        page(StatusCode::OK, &asked.frame, &asked)
    }

    fn done(&self, title: &str, text: &str) -> Response {
        let places = [("organization", self.client().into())];
        let frame = self.frame().titled(title, &[]);
        said::page(StatusCode::OK, frame, &[text, "accepted-close"], &places)
    }
}

/// What became of a proposal that is not open any more.
fn over(frame: Frame, viewed: &ViewedProposal) -> Response {
    let proposal = &viewed.partnership;
    let (title, text, at) = match &proposal.state {
        PartnershipState::Active { since } => {
            ("was-accepted-title", "proposal-was-accepted-text", *since)
        }
        PartnershipState::Terminated { at, .. } => {
            ("was-accepted-title", "proposal-was-ended-text", *at)
        }
        PartnershipState::Declined { at } => {
            ("was-refused-title", "proposal-was-refused-text", *at)
        }
        PartnershipState::Withdrawn { at } => {
            ("proposal-withdrawn-title", "proposal-withdrawn-text", *at)
        }
        PartnershipState::Invited => (
            "proposal-expired-title",
            "was-expired-text",
            proposal.expire_time,
        ),
    };
    let at = frame.phrases.moment(at);
    let places = [
        ("organization", viewed.client_display_name.as_str().into()),
        ("at", at.into()),
    ];
    said::page(StatusCode::GONE, frame.titled(title, &[]), &[text], &places)
}

/// The proposal of a code; a code that is none opens nothing, as one that is wrong.
async fn view(
    pages: &Pages,
    token: &str,
    consistency: &Consistency,
) -> Result<(ProposalLink, ViewedProposal), Error> {
    let link = ProposalLink::parse(token).ok_or_else(link_invalid)?;
    let call = pages.call(VIEW).ok_or_else(link_invalid)?;
    let viewed = pages.app.view_proposal(&call, &link, consistency).await?;
    Ok((link, viewed))
}
