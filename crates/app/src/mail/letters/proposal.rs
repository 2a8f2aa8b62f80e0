//! The letter that proposes a partnership to one of the partner's contacts, with the link to answer by (S0-11, S0-14).

use decide::links::proposal_token;
use domain::{AccessLevel, OrganizationId, PartnershipId, PersonalId};

use super::Desk;
use crate::error::Error;
use crate::mail::letter::{Letter, Link};
use crate::phrases::Phrases;

pub(super) async fn letter(
    desk: &Desk<'_>,
    id: &PartnershipId,
    partner: &OrganizationId,
    contact: &PersonalId,
) -> Result<Option<Letter>, Error> {
    let open = desk.partnership(id).await?;
    let open = open.filter(|open| open.is_open(desk.now));
    let (Some(open), Some((to, locale))) = (open, desk.contact(partner, contact).await?) else {
        return Ok(None);
    };
    let Some((client, called)) = desk.organization().await? else {
        return Ok(None);
    };
    let phrases = Phrases::of(&locale);
    let token = proposal_token(desk.links, &client.id, &open);
    let until = phrases.moment(open.expire_time);
    Ok(Some(Letter {
        to,
        phrases,
        look: None,
        subject: "proposal-mail-subject",
        paragraphs: vec![
            phrases.say("invitation-mail-greeting"),
            phrases.fill("proposal-mail-who", &[("organization", called.into())]),
            phrases.say(level_phrase(open.access)),
            phrases.say("proposal-mail-open"),
            phrases.fill("proposal-mail-until", &[("until", until.into())]),
        ],
        quote: None,
        link: Some(Link {
            label: phrases.say("proposal-mail-link"),
            url: desk.public_url.link("proposal", &token),
        }),
        code: Some(token),
    }))
}

/// The key of what a level means, in words.
pub fn level_phrase(access: AccessLevel) -> &'static str {
    match access {
        AccessLevel::Limited => "level-limited",
        AccessLevel::Full {
            wallet_entrusted: true,
        } => "level-full-wallet",
        AccessLevel::Full {
            wallet_entrusted: false,
        } => "level-full",
    }
}
