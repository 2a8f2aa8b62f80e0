//! The letter to somebody whom the operator made a member of an organization, unasked: where, as what, and that they may
//! leave.

use domain::{Record, RecordName, UserId};

use super::{Desk, role_phrase};
use crate::error::Error;
use crate::mail::letter::Letter;
use crate::phrases::Phrases;

pub(super) async fn letter(desk: &Desk<'_>, user: &UserId) -> Result<Option<Letter>, Error> {
    let Some(Record::Member(member)) = desk.record(&RecordName::member(user)).await? else {
        return Ok(None);
    };
    let Some((to, locale)) = desk.warned(user).await? else {
        return Ok(None);
    };
    let Some((_, organization)) = desk.organization().await? else {
        return Ok(None);
    };
    let phrases = Phrases::of(&locale);
    let role = phrases.say(role_phrase(&member.role));
    let places = [("organization", organization.into()), ("role", role.into())];
    Ok(Some(Letter {
        to,
        phrases,
        look: None,
        subject: "made-member-mail-subject",
        paragraphs: vec![
            phrases.fill("made-member-mail-who", &places),
            phrases.say("made-member-mail-leave"),
        ],
        quote: None,
        link: None,
        code: None,
    }))
}
