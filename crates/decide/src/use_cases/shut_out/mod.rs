//! Whom an organization shuts out, who may do so, and who may lift it (rule 12).

mod lift;
mod shut;

use access::View;
use domain::{
    Change, Member, OrganizationRight, Reason, RecordName, Refusal, ShutOut, Stamp, Timestamp,
    UserId,
};

use super::giving::raises_self;
use crate::rules::manager::{Manager, manager};
use crate::use_case::Given;

pub use lift::LiftShutOut;
pub use shut::ShutOutUser;

/// Whether the actor may shut this person out: through a partnership nobody of another partner's people.
pub(crate) fn may_shut_out(view: &View, actor: &UserId, user: &UserId) -> Result<(), Refusal> {
    let through = view.acts_through(actor, OrganizationRight::ManageUsers);
    let theirs = view.partnerships_reaching(user);
    if through.is_empty() || theirs.iter().all(|id| through.contains(id)) {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::PartnerMayNot,
        format!(
            "Through a partnership nobody shuts out another partner's people: users/{user} is one of these, and \
             users/{actor} acts as staff of a partner. Ask somebody of the organization who manages users."
        ),
    ))
}

/// Whether the actor may let this person in again: never themselves, never one of a partner's people through a
/// partnership, and of these nobody whose partner is entrusted with more than the actor holds.
pub(crate) fn may_lift(
    view: &View,
    actor: &UserId,
    user: &UserId,
    at: Timestamp,
) -> Result<(), Refusal> {
    if actor == user {
        return Err(raises_self(actor, "lets themselves in again"));
    }
    let of_a_partner = !view.partnerships_reaching(user).is_empty();
    if of_a_partner && manager(view, actor)? == Manager::Partner {
        return Err(Refusal::new(
            Reason::PartnerMayNot,
            format!(
                "Through a partnership nobody lets in again one of a partner's people: users/{user} is one of these, \
                 and users/{actor} acts as staff of a partner. Ask a legal representative of the organization."
            ),
        ));
    }
    view.may_open_mandates(actor, user, at)
}

/// Takes a membership away. That the member was shut out outlives it.
pub(crate) fn remove_member(given: &Given<'_>, change: &mut Change, member: &Member) {
    change.remove_and_show(member.clone());
    if !member.is_active() {
        change.save(ShutOut {
            user: member.user.clone(),
            stamp: Stamp::new(given.moment),
        });
    }
}

/// Before somebody becomes a member: nobody who is shut out does, unless what makes them one lifts it.
pub(crate) fn may_come_in(given: &Given<'_>, user: &UserId, lifts: bool) -> Result<(), Refusal> {
    if lifts || !given.organization().is_shut_out(user) {
        return Ok(());
    }
    Err(shut_out(given, user))
}

/// Lifts it of who is no member, where it stands.
pub(crate) fn lift(given: &Given<'_>, change: &mut Change, user: &UserId) {
    if given.organization().shut_out(user).is_some() {
        change.remove(RecordName::shut_out(user));
    }
}

/// Refuses whoever acts and is shut out: they change nothing here, whatever else lets them call.
pub(crate) fn must_not_be_shut_out(given: &Given<'_>) -> Result<(), Refusal> {
    match &given.who.actor {
        Some(actor) if given.organization().is_shut_out(actor) => Err(shut_out(given, actor)),
        Some(_) | None => Ok(()),
    }
}

fn shut_out(given: &Given<'_>, user: &UserId) -> Refusal {
    let home = given.home.organization();
    let home = home.map_or_else(String::new, |id| format!("organizations/{id}"));
    Refusal::new(
        Reason::ShutOut,
        format!(
            "{home} has shut out users/{user}, who changes nothing there and becomes no member until that is lifted. \
             Somebody who manages its users can lift it (MemberService.LiftShutOut, or an invitation with \
             lift_shut_out)."
        ),
    )
    .about(home)
}
