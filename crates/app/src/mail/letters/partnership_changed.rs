//! The letter to one of the partner's contacts when a mandate or the wallet was changed, or the partnership ended.

use domain::{OrganizationId, PartnershipId, PersonalId};

use super::Desk;
use super::proposal::level_phrase;
use crate::error::Error;
use crate::mail::letter::Letter;
use crate::phrases::Phrases;

pub(super) async fn letter(
    desk: &Desk<'_>,
    id: &PartnershipId,
    partner: &OrganizationId,
    contact: &PersonalId,
) -> Result<Option<Letter>, Error> {
    let known = desk.partnership(id).await?;
    let (Some(known), Some((to, locale))) = (known, desk.contact(partner, contact).await?) else {
        return Ok(None);
    };
    let Some((_, client)) = desk.organization().await? else {
        return Ok(None);
    };
    let phrases = Phrases::of(&locale);
    let client = [("organization", client.into())];
    let paragraphs = if known.is_active() {
        vec![
            phrases.fill("partnership-mail-changed", &client),
            phrases.say(level_phrase(known.access)),
        ]
    } else {
        vec![phrases.fill("partnership-mail-ended", &client)]
    };
    Ok(Some(Letter {
        to,
        phrases,
        look: None,
        subject: "partnership-mail-subject",
        paragraphs,
        quote: None,
        link: None,
        code: None,
    }))
}
