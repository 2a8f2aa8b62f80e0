//! Rule 5: an organization keeps a legal representative who can act.

use access::{OrganizationState, View};
use domain::{Member, OrganizationId, Reason, Refusal, Role, UserId};

use crate::rule::Authority;
use crate::use_case::Context;

/// Somebody else stays who is a legal representative and can act: the membership and the account are active.
pub(crate) fn must_keep_representative(view: &View, going: &Member) -> Result<(), Refusal> {
    let acts = |member: &Member| {
        let is_active = member.is_active() && view.people.is_active(&member.user);
        member.role == Role::LegalRepresentative && is_active
    };
    let mut members = view.organization.members();
    if !acts(going) || members.any(|member| member.user != going.user && acts(member)) {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::LastLegalRepresentative,
        format!(
            "{} is the last active legal representative of the organization, which must keep one. \
             Appoint or reactivate another first; the operator can appoint one too.",
            going.user.resource_name()
        ),
    )
    .about(going.user.resource_name()))
}

/// Nobody erases themselves while others need them as the last who can act as legal representative. The
/// operator may always.
pub(crate) fn must_leave_none_alone(context: &Context<'_>, user: &UserId) -> Result<(), Refusal> {
    if !matches!(context.authority, Authority::Own(_)) {
        return Ok(());
    }
    let others = |organization: &OrganizationState| {
        organization.members().any(|member| member.user != *user)
    };
    let left = left_alone(context, user).filter(|(_, organization)| others(organization));
    let left: Vec<String> = left.map(|(id, _)| id.resource_name().into()).collect();
    if left.is_empty() {
        return Ok(());
    }
    let names = left.join(", ");
    Err(Refusal::new(
        Reason::LastLegalRepresentative,
        format!(
            "{} is the last active legal representative of {names}, where others are members. Make another \
             one first, or ask the operator, who may erase the account.",
            user.resource_name()
        ),
    )
    .about(user.resource_name())
    .with("organizations", names))
}

/// The resource names of the organizations that this person stands for and in which, without them, nobody can act as
/// legal representative.
pub(crate) fn left_without_representative(context: &Context<'_>, user: &UserId) -> Vec<String> {
    let left = left_alone(context, user);
    left.map(|(id, _)| id.resource_name().into()).collect()
}

fn left_alone<'a>(
    context: &'a Context<'_>,
    user: &'a UserId,
) -> impl Iterator<Item = (&'a OrganizationId, &'a OrganizationState)> {
    let acts = move |other: &UserId| other != user && context.view.people.is_active(other);
    let organizations = context.facts.organizations().iter();
    organizations
        .map(|(id, organization)| (id, &**organization))
        .filter(move |(_, organization)| {
            let mut representatives = organization.members().filter(|member| member.represents());
            let represents = organization
                .member(user)
                .is_some_and(|member| member.represents());
            represents && !representatives.any(|representative| acts(&representative.user))
        })
}
