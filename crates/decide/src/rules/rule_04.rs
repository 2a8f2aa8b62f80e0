//! Rule 4: how many administrators may an organization have?

use access::View;
use domain::{Invitation, Reason, Refusal, Role, Timestamp};

/// Refuses one administrator more than there may be. `replaced` is the invitation that becomes one.
pub(crate) fn must_have_room(
    view: &View,
    replaced: Option<&Invitation>,
    now: Timestamp,
) -> Result<(), Refusal> {
    let mut room = Room::of(view, now);
    let replaces = replaced.is_some_and(|invitation| counts(invitation, now));
    room.used = room.used.saturating_sub(u32::from(replaces));
    room.take_one()
}

/// The room for administrators, counted once for all that come in one change.
pub(crate) struct Room<'a> {
    view: &'a View,
    limit: Option<u32>,
    /// Counted only where there is a limit.
    used: u32,
}

impl<'a> Room<'a> {
    pub(crate) fn of(view: &'a View, now: Timestamp) -> Self {
        let limit = limit(view);
        let used = limit.map_or(0, |_| administrators(view, now));
        Self { view, limit, used }
    }

    /// One more, if there may be.
    pub(crate) fn take_one(&mut self) -> Result<(), Refusal> {
        match self.limit {
            Some(limit) if self.used >= limit => Err(no_room(self.view, limit, self.used)),
            Some(_) | None => {
                self.used = self.used.saturating_add(1);
                Ok(())
            }
        }
    }
}

/// The same of a member who becomes one.
pub(crate) fn must_have_room_to_become(
    view: &View,
    present: &Role,
    role: &Role,
    now: Timestamp,
) -> Result<(), Refusal> {
    if present.areas().is_none() && role.areas().is_some() {
        must_have_room(view, None, now)?;
    }
    Ok(())
}

fn no_room(view: &View, limit: u32, used: u32) -> Refusal {
    let refusal = Refusal::new(
        Reason::AdministratorLimit,
        format!(
            "The organization may have {limit} administrators and has {used}, open invitations for one included. \
             Demote or remove one, withdraw an invitation, or ask the operator to raise the limit."
        ),
    )
    .with("limit", limit.to_string())
    .with("used", used.to_string());
    match view.organization.organization() {
        Some(organization) => refusal.about(organization.id.resource_name()),
        None => refusal,
    }
}

/// How many administrators the organization may have; `None` is without limit.
pub fn limit(view: &View) -> Option<u32> {
    let own = view
        .organization
        .organization()
        .and_then(|organization| organization.administrator_limit);
    own.or(view.platform.settings().administrator_limit)
}

/// Administrators, active or not, and open invitations for one.
pub fn administrators(view: &View, now: Timestamp) -> u32 {
    let members = view
        .organization
        .members()
        .filter(|member| member.role.areas().is_some())
        .count();
    let invited = view
        .organization
        .open_invitations()
        .filter(|invitation| counts(invitation, now))
        .count();
    u32::try_from(members + invited).unwrap_or(u32::MAX)
}

fn counts(invitation: &Invitation, now: Timestamp) -> bool {
    invitation.role.areas().is_some() && invitation.is_open(now)
}

/// A change request asks for more: refuses what would not be more than the organization may have now.
pub(crate) fn must_raise(view: &View, wanted: u32) -> Result<(), Refusal> {
    let field = "change_request.raise_administrator_limit.limit";
    match limit(view) {
        None => Err(Refusal::field(
            field,
            "cannot be raised: the organization has no limit of administrators",
        )),
        Some(present) if wanted <= present => Err(Refusal::field(
            field,
            format!("must be more than the present limit, which is {present}; it is {wanted}"),
        )),
        Some(_) => Ok(()),
    }
}
