//! The partner's contacts: is the partner in the directory, and who is written to?

use std::sync::Arc;

use domain::{Change, Mail, OrganizationId, Partner, Partnership, Reason, Refusal, Subject};

use crate::use_case::Context;

/// The directory entry of a partner, where it is consulted and has one.
fn entry(context: &Context<'_>, partner: &OrganizationId) -> Option<Arc<Partner>> {
    let view = context.view.of(partner)?;
    view.organization.partner().cloned()
}

/// Refuses a partner that is not in the directory, whether there is such an organization or not.
pub(crate) fn must_be_listed(
    context: &Context<'_>,
    partner: &OrganizationId,
) -> Result<Arc<Partner>, Refusal> {
    let name = partner.partner_name().to_string();
    entry(context, partner)
        .filter(|entry| entry.listed)
        .ok_or_else(|| {
            Refusal::new(
                Reason::PartnerNotListed,
                format!(
                    "{name} is not in the directory, so no partnership with it begins. Search for listed partners \
                     (SearchPartners); the operator lists them."
                ),
            )
            .about(name)
        })
}

/// The link to each contact.
pub(crate) fn tell_of_proposal(change: &mut Change, partnership: &Partnership, entry: &Partner) {
    let mails = entry.contacts.iter().map(|contact| Mail::Proposal {
        id: partnership.id.clone(),
        partner: partnership.partner.clone(),
        contact: contact.email.id.clone(),
    });
    change.mails.extend(mails);
}

/// What the partner has to know: its mandate or wallet was changed, or it ended. Each contact once for a change.
pub(crate) fn tell_of_change(
    context: &Context<'_>,
    change: &mut Change,
    partnership: &Partnership,
) {
    let entry = entry(context, &partnership.partner);
    let contacts = entry.iter().flat_map(|entry| &entry.contacts);
    for contact in contacts {
        let mail = Mail::PartnershipChanged {
            id: partnership.id.clone(),
            partner: partnership.partner.clone(),
            contact: contact.email.id.clone(),
        };
        if !change.mails.contains(&mail) {
            change.mails.push(mail);
        }
    }
}

/// The partner is told that its mandate changed.
pub(crate) fn tell_of_mandate(context: &Context<'_>, change: &mut Change, subject: &Subject) {
    if let Subject::Partnership(id) = subject
        && let Some(partnership) = context.organization().partnership(id)
    {
        tell_of_change(context, change, partnership);
    }
}
