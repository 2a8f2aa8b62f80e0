//! The letter that invites somebody: who, where, as what, and the link to answer by.

use decide::links::invitation_token;
use domain::{Invitation, InvitationId, Record, RecordName, Role};

use super::Desk;
use crate::error::Error;
use crate::look::{Look, is_white_label};
use crate::mail::letter::{Letter, Link};
use crate::phrases::Phrases;

pub(super) async fn letter(desk: &Desk<'_>, id: &InvitationId) -> Result<Option<Letter>, Error> {
    let record = desk.record(&RecordName::invitation(id)).await?;
    let Some(Record::Invitation(invitation)) = record else {
        return Ok(None);
    };
    // Not any more, or sent again since: that mail has the link that works.
    let stands = invitation.is_open(desk.now);
    if !stands || invitation.sent_at() != desk.due.at {
        return Ok(None);
    }
    let Some((organization, called)) = desk.organization().await? else {
        return Ok(None);
    };
    let Some(to) = desk.text(&desk.due.home, &invitation.email).await? else {
        return Ok(None);
    };
    let phrases = Phrases::of(&invitation.locale);
    let token = invitation_token(desk.links, &organization.id, &invitation);
    let until = phrases.moment(invitation.expire_time);
    let look = organization.shown_branding().map(Look::branded);
    Ok(Some(Letter {
        to,
        phrases,
        look: look.filter(|_| is_white_label(&invitation)),
        subject: "invitation-mail-subject",
        paragraphs: vec![
            phrases.say("invitation-mail-greeting"),
            who(desk, phrases, &invitation, &called).await?,
            phrases.say("invitation-mail-open"),
            phrases.fill("invitation-mail-until", &[("until", until.into())]),
        ],
        quote: None,
        link: Some(Link {
            label: phrases.say("invitation-mail-link"),
            url: desk.public_url.link("invitation", &token),
        }),
        code: Some(token),
    }))
}

async fn who(
    desk: &Desk<'_>,
    phrases: Phrases,
    invitation: &Invitation,
    organization: &str,
) -> Result<String, Error> {
    let role = phrases.say(role_phrase(&invitation.role));
    let places = [("organization", organization.into()), ("role", role.into())];
    let Some(sender) = &invitation.sender.actor else {
        return Ok(phrases.fill("invitation-mail-nobody", &places));
    };
    let sender = desk.person(sender).await?;
    let [organization, role] = places;
    let places = [organization, role, ("sender", sender.into())];
    Ok(phrases.fill("invitation-mail-who", &places))
}

/// The key of what a role is called.
pub fn role_phrase(role: &Role) -> &'static str {
    match role {
        Role::LegalRepresentative => "role-legal-representative",
        Role::Administrator(_) => "role-administrator",
        Role::Collaborator => "role-collaborator",
        Role::External => "role-external",
    }
}
