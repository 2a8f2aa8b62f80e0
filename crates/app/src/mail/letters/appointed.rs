//! The letter to the legal representatives when the operator appointed another one, with the operator's note.

use domain::UserId;

use super::Desk;
use crate::error::Error;
use crate::mail::letter::Letter;
use crate::phrases::Phrases;

pub(super) async fn letter(
    desk: &Desk<'_>,
    user: &UserId,
    to: &UserId,
    lifts_shut_out: bool,
) -> Result<Option<Letter>, Error> {
    let Some((to, locale)) = desk.warned(to).await? else {
        return Ok(None);
    };
    let Some((_, organization)) = desk.organization().await? else {
        return Ok(None);
    };
    let phrases = Phrases::of(&locale);
    let person = desk.person(user).await?;
    let places = [
        ("person", person.into()),
        ("organization", organization.into()),
    ];
    let mut paragraphs = vec![phrases.fill("appointed-mail-who", &places)];
    if lifts_shut_out {
        paragraphs.push(phrases.fill("appointed-mail-lifted", &places));
    }
    let quote = note(desk).await?;
    if quote.is_some() {
        paragraphs.push(phrases.say("appointed-mail-note"));
    }
    Ok(Some(Letter {
        to,
        phrases,
        look: None,
        subject: "appointed-mail-subject",
        paragraphs,
        quote,
        link: None,
        code: None,
    }))
}

async fn note(desk: &Desk<'_>) -> Result<Option<String>, Error> {
    let change = desk
        .reader
        .change(&desk.due.home, desk.due.revision)
        .await?;
    match change.and_then(|logged| logged.change.note) {
        Some(note) => desk.text(&desk.due.home, &note).await,
        None => Ok(None),
    }
}
