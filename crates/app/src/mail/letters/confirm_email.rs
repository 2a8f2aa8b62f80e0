//! The letter that proves a new address: its code comes back from whoever reads it.

use decide::links::Links;
use domain::{Home, UserId};

use super::Desk;
use crate::error::Error;
use crate::mail::letter::{Letter, Link};
use crate::phrases::Phrases;

pub(super) async fn letter(desk: &Desk<'_>, id: &UserId) -> Result<Option<Letter>, Error> {
    let Some(user) = desk.user(id).await? else {
        return Ok(None);
    };
    let Some(pending) = &user.pending_email else {
        return Ok(None);
    };
    // Changed again since: that mail has the link that works.
    if pending.sent_at() != desk.due.at {
        return Ok(None);
    }
    let Some(to) = desk.text(&Home::People, &pending.email).await? else {
        return Ok(None);
    };
    let phrases = Phrases::of(&user.locale);
    let token = email_token(desk.links, id, &pending.salt);
    let until = phrases.moment(pending.expire_time);
    Ok(Some(Letter {
        to,
        phrases,
        look: None,
        subject: "confirm-email-mail-subject",
        paragraphs: vec![
            phrases.say("confirm-email-mail-why"),
            phrases.fill("confirm-email-mail-until", &[("until", until.into())]),
        ],
        quote: None,
        link: Some(Link {
            label: phrases.say("confirm-email-mail-link"),
            url: desk.public_url.link("email", &token),
        }),
        code: Some(token),
    }))
}

/// What the link that confirms an email carries.
fn email_token(links: &Links, user: &UserId, salt: &str) -> String {
    let secret = links.secret("email", &[user.as_str()], salt);
    format!("{user}.{secret}")
}
