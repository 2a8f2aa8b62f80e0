//! The letter to who opened a change request, on each change of it, with what the operator said.

use domain::{ChangeRequest, ChangeRequestId, ChangeRequestState, Record, RecordName, RequestNews};

use super::Desk;
use crate::error::Error;
use crate::mail::letter::Letter;
use crate::phrases::Phrases;

pub(super) async fn letter(
    desk: &Desk<'_>,
    id: &ChangeRequestId,
    news: RequestNews,
) -> Result<Option<Letter>, Error> {
    let name = RecordName::change_request(id);
    let Some(Record::ChangeRequest(request)) = desk.record(&name).await? else {
        return Ok(None);
    };
    let Some(requester) = &request.requester.actor else {
        return Ok(None);
    };
    let Some((to, locale)) = desk.addressee(requester).await? else {
        return Ok(None);
    };
    let Some((_, organization)) = desk.organization().await? else {
        return Ok(None);
    };
    let phrases = Phrases::of(&locale);
    let number = request.number.to_string();
    let resource = name.resource_name(&desk.due.home);
    let places = [
        ("number", number.into()),
        ("organization", organization.into()),
        ("name", resource.into()),
    ];
    Ok(Some(Letter {
        to,
        phrases,
        look: None,
        subject: "request-mail-subject",
        paragraphs: vec![phrases.fill(news_phrase(news), &places)],
        quote: said(desk, &request, news).await?,
        link: None,
        code: None,
    }))
}

/// The key of what happened.
fn news_phrase(news: RequestNews) -> &'static str {
    match news {
        RequestNews::Opened => "request-mail-opened",
        RequestNews::Started => "request-mail-started",
        RequestNews::Commented(_) => "request-mail-commented",
        RequestNews::Applied => "request-mail-applied",
        RequestNews::Rejected => "request-mail-rejected",
        RequestNews::Cancelled => "request-mail-cancelled",
    }
}

/// The comment, or why it was rejected.
async fn said(
    desk: &Desk<'_>,
    request: &ChangeRequest,
    news: RequestNews,
) -> Result<Option<String>, Error> {
    let said = match (news, &request.state) {
        (RequestNews::Commented(place), _) => {
            request.comments.get(place).map(|comment| &comment.text)
        }
        (RequestNews::Rejected, ChangeRequestState::Rejected { reason, .. }) => Some(reason),
        _ => None,
    };
    match said {
        Some(said) => desk.text(&desk.due.home, said).await,
        None => Ok(None),
    }
}
