//! Rule 2: partners are the legal representatives' affair, and through a partnership one manages the lower roles only.
//!
//! That nobody else proposes or changes a partnership for the client is the right `manage_partners`, which the methods ask
//! for (`proto/grantor/v1/partnership.proto`) and only legal representatives hold (`domain::OrganizationRight`).

use access::View;
use domain::{
    AccessLevel, Member, OrganizationId, OrganizationRight, PartnershipId, Reason, RecordName,
    Refusal, Role, Scope, Subject, UserId,
};

use super::manager::{Manager, manager};
use crate::grant_spec::GrantSpec;
use crate::preconditions::{must_exist, must_hold};
use crate::use_case::Context;

/// Whether the grant is of a partnership.
pub(crate) fn is_of_mandate(subject: &Subject) -> bool {
    matches!(subject, Subject::Partnership(_))
}

/// The partnership is there and holds grants, and is the affair of whoever asks.
pub(crate) fn partnership_must_hold_grants(
    context: &Context<'_>,
    id: &PartnershipId,
) -> Result<(), Refusal> {
    must_manage_partners(context)?;
    let name = RecordName::partnership(id);
    let partnership = must_exist(context, context.organization().partnership(id), &name)?;
    partnership.must_be_active()?;
    if partnership.access == AccessLevel::Limited {
        return Ok(());
    }
    Err(Refusal::field(
        "grant.subject",
        format!(
            "must not be a FULL partnership: {} gives everything and holds no grants; make it LIMITED (ChangeMandate) \
             with the grants that it shall have",
            name.resource_name(context.home)
        ),
    ))
}

/// A grant of a partnership is changed by whoever manages partners; of others nothing is asked here.
pub(crate) fn must_be_theirs(context: &Context<'_>, subject: &Subject) -> Result<(), Refusal> {
    if is_of_mandate(subject) {
        must_manage_partners(context)?;
    }
    Ok(())
}

/// A LIMITED partnership never covers all products.
pub(crate) fn mandate_must_not_be_all(subject: &Subject, scope: &Scope) -> Result<(), Refusal> {
    if is_of_mandate(subject) && *scope == Scope::All {
        return Err(Refusal::field(
            "grant.scope",
            "must not be all: a partnership that covers all products is FULL (ChangeMandate)",
        ));
    }
    Ok(())
}

fn must_manage_partners(context: &Context<'_>) -> Result<(), Refusal> {
    let what = "The grants of a partnership are its mandate: giving or taking one";
    must_hold(context, OrganizationRight::ManagePartners, what)
}

/// A LIMITED proposal or change names at least one grant; `field` is where the request has them.
pub(crate) fn proposal_must_name_a_grant(specs: &[GrantSpec], field: &str) -> Result<(), Refusal> {
    if specs.is_empty() {
        return Err(Refusal::field(
            field,
            "must hold at least one grant: a LIMITED partnership gives something",
        ));
    }
    Ok(())
}

/// And none on scope `all`; `field` is where the request has the grant.
pub(crate) fn proposal_must_not_be_all(scope: &Scope, field: &str) -> Result<(), Refusal> {
    if *scope == Scope::All {
        return Err(Refusal::field(
            format!("{field}.scope"),
            "must not be all: a partnership that covers all products is FULL",
        ));
    }
    Ok(())
}

/// Whether this person acts for the partner: there now, or, for a proposal that is over, by what was read.
pub(crate) fn acts_for(context: &Context<'_>, actor: &UserId, partner: &OrganizationId) -> bool {
    let right = OrganizationRight::ActAsPartner;
    if let Some(view) = context.view.of(partner) {
        return view.holds(actor, right, context.moment.now);
    }
    let mut read = context.facts.organizations().iter();
    let partner =
        read.find(|(id, _)| id == partner && context.view.narrowed.counts(actor, partner));
    partner
        .and_then(|(_, state)| state.member(actor))
        .is_some_and(|member| member.is_active() && right.comes_with(&member.role))
}

/// For the partner's side acts whoever holds `act_as_partner` there.
pub(crate) fn not_for_the_partner(actor: &UserId, partner: &OrganizationId) -> Refusal {
    let right = OrganizationRight::ActAsPartner;
    Refusal::new(
        Reason::RightMissing,
        format!(
            "Only the partner answers a proposal: it needs the right {} on {}, which \
             {} does not hold. It comes with: {}.",
            right.name(),
            partner.resource_name(),
            actor.resource_name(),
            right.held_by()
        ),
    )
    .about(partner.resource_name())
    .with("right", right.name())
}

/// Only who manages partners ends it for the client, and only who acts for the partner for that side.
pub(crate) fn neither_side(actor: &UserId, name: &str) -> Refusal {
    let right = OrganizationRight::ManagePartners;
    Refusal::new(
        Reason::RightMissing,
        format!(
            "Ending {name} needs the right {} on the client, or {} on the partner, which {} does not hold. \
             The former comes with: {}.",
            right.name(),
            OrganizationRight::ActAsPartner.name(),
            actor.resource_name(),
            right.held_by()
        ),
    )
    .about(name)
    .with("right", right.name())
}

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
pub(crate) fn partner_must_not_make_person(
    view: &View,
    actor: &UserId,
    user: &UserId,
) -> Result<(), Refusal> {
    let as_partner = manager(view, actor)? == Manager::Partner;
    if !as_partner || !view.is_or_was_person(user) {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::PartnerMayNot,
        format!(
            "{} belongs to a partner of the organization, and a partner's staff make none of these one of \
             its own. Ask a legal representative of the organization.",
            user.resource_name()
        ),
    ))
}

fn partner_may_not(actor: &UserId) -> Refusal {
    Refusal::new(
        Reason::PartnerMayNot,
        format!(
            "Through a partnership one manages COLLABORATORs and EXTERNALs only: {} acts as staff of a \
             partner, and never invites, promotes to, demotes, deactivates or removes one of the upper roles. Ask a \
             legal representative of the organization.",
            actor.resource_name()
        ),
    )
}

pub(super) fn representatives_only(rule: &str, actor: &UserId) -> Refusal {
    Refusal::new(
        Reason::LegalRepresentativeRequired,
        format!(
            "{rule}; {} is none here. Ask a legal representative of the organization.",
            actor.resource_name()
        ),
    )
}
