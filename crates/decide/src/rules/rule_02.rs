//! Rule 2: partners are the legal representatives' affair, and through a partnership one manages the lower roles only.

use access::View;
use domain::{Member, Reason, Refusal, Role, UserId};

use super::manager::{Manager, manager};

/// Only a legal representative makes another.
pub(super) fn only_representatives_appoint(giver: &UserId) -> Refusal {
    representatives_only("Only a legal representative appoints another", giver)
}

/// Whether `actor` may change anything at all of `target`, the panel included.
pub(crate) fn may_touch(view: &View, actor: &UserId, target: &Member) -> Result<(), Refusal> {
    if target.role.is_upper() && manager(view, actor)? == Manager::Partner {
        return Err(partner_may_not(actor));
    }
    Ok(())
}

/// Through a partnership one manages collaborators and externals.
pub(super) fn partner_may_change(actor: &UserId, target: &Member) -> Result<(), Refusal> {
    if target.role.is_upper() {
        return Err(partner_may_not(actor));
    }
    Ok(())
}

/// Nor does one make anybody a member of an upper role.
pub(super) fn partner_may_hand_out(giver: &UserId, role: &Role) -> Result<(), Refusal> {
    if role.is_upper() {
        return Err(partner_may_not(giver));
    }
    Ok(())
}

/// A partner's staff don't make one of a partner's people, past ones included, one of the organization's own.
pub(crate) fn may_make_person(view: &View, actor: &UserId, user: &UserId) -> Result<(), Refusal> {
    let as_partner = manager(view, actor)? == Manager::Partner;
    if !as_partner || !view.is_or_was_person(user) {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::PartnerMayNot,
        format!(
            "users/{user} belongs to a partner of the organization, and a partner's staff make none of these one of \
             its own. Ask a legal representative of the organization."
        ),
    ))
}

fn partner_may_not(actor: &UserId) -> Refusal {
    Refusal::new(
        Reason::PartnerMayNot,
        format!(
            "Through a partnership one manages COLLABORATORs and EXTERNALs only: users/{actor} acts as staff of a \
             partner, and never invites, promotes to, demotes, deactivates or removes one of the upper roles. Ask a \
             legal representative of the organization."
        ),
    )
}

pub(super) fn representatives_only(rule: &str, actor: &UserId) -> Refusal {
    Refusal::new(
        Reason::LegalRepresentativeRequired,
        format!(
            "{rule}; users/{actor} is none here. Ask a legal representative of the organization."
        ),
    )
}
