//! Who may change members of the upper roles, what they may hand out, and how many administrators there may be
//! (rules 2, 3 and 4).

use access::View;
use domain::{Areas, Invitation, Member, Reason, Refusal, Role, Scope, Timestamp};

/// Rules 2 and 3: whether `actor` may change role, areas, scope, state or membership of `target`.
pub(crate) fn may_change(view: &View, actor: &Member, target: &Member) -> Result<(), Refusal> {
    let Some(mine) = may_manage(actor)? else {
        return Ok(());
    };
    match &target.role {
        Role::LegalRepresentative => Err(representatives_only(
            "Only a legal representative changes or removes a legal representative",
            actor,
        )),
        Role::Administrator(_) if actor.user == target.user => Err(Refusal::new(
            Reason::RaisesSelf,
            format!(
                "An administrator does not change their own role, areas, scope, state or membership: \
                 users/{} must ask a legal representative or another administrator. Leaving is open to everybody.",
                actor.user
            ),
        )
        .about(format!("users/{}", actor.user))),
        Role::Administrator(theirs) if !view.areas_contain(mine, theirs) => Err(Refusal::new(
            Reason::AdministratorAbove,
            format!(
                "An administrator changes only administrators whose areas and scope they have themselves: users/{} \
                 has {}, users/{} has {}. A legal representative can do it.",
                actor.user,
                in_words(mine),
                target.user,
                in_words(theirs)
            ),
        )
        .about(format!("users/{}", target.user))),
        Role::Administrator(_) | Role::Collaborator | Role::External => Ok(()),
    }
}

/// Rules 2 and 3: whether `giver` may make somebody a member of this role.
pub(crate) fn may_hand_out(view: &View, giver: &Member, role: &Role) -> Result<(), Refusal> {
    let Some(mine) = may_manage(giver)? else {
        return Ok(());
    };
    match role {
        Role::LegalRepresentative => {
            Err(representatives_only("Only a legal representative appoints another", giver))
        }
        Role::Administrator(theirs) if !view.areas_contain(mine, theirs) => Err(Refusal::new(
            Reason::GivesMoreThanHeld,
            format!(
                "An administrator hands out only areas they have, TECHNICAL at most with a scope that theirs contains: \
                 users/{} has {} and would hand out {}. A legal representative can do it.",
                giver.user,
                in_words(mine),
                in_words(theirs)
            ),
        )
        .about(format!("users/{}", giver.user))),
        Role::Administrator(_) | Role::Collaborator | Role::External => Ok(()),
    }
}

/// The platform's areas of a new administrator, as far as the giver may hand them out.
pub(crate) fn default_areas(view: &View, giver: &Member) -> Areas {
    let default = view.platform.settings().new_administrator_areas;
    let Some(mine) = giver.role.areas() else {
        return default;
    };
    Areas {
        financial: default.financial && mine.financial,
        security: default.security && mine.security,
        user_rights: default.user_rights && mine.user_rights,
        technical: default
            .technical
            .as_ref()
            .and_then(|scope| narrower(view, mine, scope)),
    }
}

/// The scope where the giver's contains it; theirs where the platform's is not narrowed.
fn narrower(view: &View, mine: &Areas, scope: &Scope) -> Option<Scope> {
    let only_technical = |technical| Areas {
        financial: false,
        security: false,
        user_rights: false,
        technical,
    };
    if view.areas_contain(mine, &only_technical(Some(scope.clone()))) {
        return Some(scope.clone());
    }
    mine.technical.clone().filter(|_| *scope == Scope::All)
}

/// Rule 4: refuses one administrator more than there may be. `replaced` is the invitation that becomes one.
pub(crate) fn must_have_room(
    view: &View,
    replaced: Option<&Invitation>,
    now: Timestamp,
) -> Result<(), Refusal> {
    let Some(limit) = limit(view) else {
        return Ok(());
    };
    let replaces = replaced.is_some_and(|invitation| counts(invitation, now));
    let used = administrators(view, now).saturating_sub(u32::from(replaces));
    if used < limit {
        return Ok(());
    }
    Err(no_room(view, limit, used))
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
        Some(organization) => refusal.about(format!("organizations/{}", organization.id)),
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

/// The actor's areas, `None` for a legal representative, who has them all; refuses other roles.
fn may_manage(actor: &Member) -> Result<Option<&Areas>, Refusal> {
    match &actor.role {
        Role::LegalRepresentative => Ok(None),
        Role::Administrator(areas) => Ok(Some(areas)),
        Role::Collaborator | Role::External => Err(Refusal::new(
            Reason::RightMissing,
            format!(
                "Members are managed by legal representatives and administrators with USER_RIGHTS; users/{} is {}.",
                actor.user,
                actor.role.name()
            ),
        )
        .with("right", "manage_users")),
    }
}

fn representatives_only(rule: &str, actor: &Member) -> Refusal {
    Refusal::new(
        Reason::LegalRepresentativeRequired,
        format!(
            "{rule}; users/{} is {}. Ask a legal representative of the organization.",
            actor.user,
            actor.role.name()
        ),
    )
}

fn in_words(areas: &Areas) -> String {
    let technical = match &areas.technical {
        None => None,
        Some(Scope::All) => Some("TECHNICAL"),
        Some(Scope::Listed(_)) => Some("TECHNICAL on a narrowed scope"),
    };
    let named: Vec<_> = [
        areas.financial.then_some("FINANCIAL"),
        areas.security.then_some("SECURITY"),
        areas.user_rights.then_some("USER_RIGHTS"),
        technical,
    ]
    .into_iter()
    .flatten()
    .collect();
    if named.is_empty() {
        "no area".to_owned()
    } else {
        named.join(", ")
    }
}
