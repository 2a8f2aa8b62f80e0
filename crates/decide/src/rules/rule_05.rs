//! Rule 5: an organization keeps a legal representative who can act.

use access::View;
use domain::{Member, Reason, Refusal, Role, UserId};

use crate::rule::Authority;
use crate::use_case::Context;

/// Somebody else stays who is a legal representative and can act: the membership and the account are active.
pub(crate) fn must_keep_representative(view: &View, going: &Member) -> Result<(), Refusal> {
    let acts = |member: &Member| {
        let is_active = member.is_active() && view.users.is_active(&member.user);
        member.role == Role::LegalRepresentative && is_active
    };
    let mut members = view.organization.members();
    if !acts(going) || members.any(|member| member.user != going.user && acts(member)) {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::LastLegalRepresentative,
        format!(
            "users/{} is the last active legal representative of the organization, which must keep one. \
             Appoint or reactivate another first; the operator can appoint one too.",
            going.user
        ),
    )
    .about(format!("users/{}", going.user)))
}

/// Nobody erases themselves while others need them as the last who can act as legal representative. The
/// operator may always.
pub(crate) fn must_leave_none_alone(context: &Context<'_>, user: &UserId) -> Result<(), Refusal> {
    if !matches!(context.authority, Authority::Own(_)) {
        return Ok(());
    }
    let has_others = |name: &String| {
        let mut all = context.facts.organizations().iter();
        all.any(|(id, organization)| {
            let mut members = organization.members();
            *name == format!("organizations/{id}") && members.any(|member| member.user != *user)
        })
    };
    let mut left = left_without_representative(context, user);
    left.retain(has_others);
    if left.is_empty() {
        return Ok(());
    }
    let names = left.join(", ");
    Err(Refusal::new(
        Reason::LastLegalRepresentative,
        format!(
            "users/{user} is the last active legal representative of {names}, where others are members. Make another \
             one first, or ask the operator, who may erase the account."
        ),
    )
    .about(format!("users/{user}"))
    .with("organizations", names))
}

/// The organizations that this person stands for and in which, without them, nobody can act as legal representative.
pub(crate) fn left_without_representative(context: &Context<'_>, user: &UserId) -> Vec<String> {
    let mut left = Vec::new();
    for (id, organization) in context.facts.organizations() {
        let mut representatives = organization.members().filter(|member| member.represents());
        let acts = |other: &UserId| other != user && context.view.users.is_active(other);
        if organization
            .member(user)
            .is_some_and(|member| member.represents())
            && !representatives.any(|representative| acts(&representative.user))
        {
            left.push(format!("organizations/{id}"));
        }
    }
    left
}
