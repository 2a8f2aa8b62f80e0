//! Who may change members of the upper roles, and what they may hand out (rules 2 and 3).

use access::View;
use domain::{Areas, Member, OrganizationRight, Reason, Refusal, Role, Scope, UserId};

/// As what somebody manages users here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manager<'a> {
    /// Everything is theirs to hand out.
    Representative,
    /// What their own areas contain.
    Administrator(&'a Areas),
    /// Staff of a full partner: the two lower roles only.
    Partner,
}

/// Rules 2 and 3: whether `actor` may change role, areas, scope, state or membership of `target`.
pub(crate) fn may_change(view: &View, actor: &UserId, target: &Member) -> Result<(), Refusal> {
    let mine = match manager(view, actor)? {
        Manager::Representative => return Ok(()),
        Manager::Administrator(mine) => mine,
        Manager::Partner => return partner_may_change(actor, target),
    };
    match &target.role {
        Role::LegalRepresentative => Err(representatives_only(
            "Only a legal representative changes or removes a legal representative",
            actor,
        )),
        Role::Administrator(_) if *actor == target.user => Err(Refusal::new(
            Reason::RaisesSelf,
            format!(
                "An administrator does not change their own role, areas, scope, state or membership: \
                 users/{actor} must ask a legal representative or another administrator. Leaving is open to everybody."
            ),
        )
        .about(format!("users/{actor}"))),
        Role::Administrator(theirs) if !view.areas_contain(mine, theirs) => Err(Refusal::new(
            Reason::AdministratorAbove,
            format!(
                "An administrator changes only administrators whose areas and scope they have themselves: users/{actor} \
                 has {}, users/{} has {}. A legal representative can do it.",
                in_words(mine),
                target.user,
                in_words(theirs)
            ),
        )
        .about(format!("users/{}", target.user))),
        Role::Administrator(_) | Role::Collaborator | Role::External => Ok(()),
    }
}

/// Rule 2: whether `actor` may change anything at all of `target`, the panel included.
pub(crate) fn may_touch(view: &View, actor: &UserId, target: &Member) -> Result<(), Refusal> {
    if target.role.is_upper() && manager(view, actor)? == Manager::Partner {
        return Err(partner_may_not(actor));
    }
    Ok(())
}

/// Rules 2 and 3: whether `giver` may make somebody a member of this role.
pub(crate) fn may_hand_out(view: &View, giver: &UserId, role: &Role) -> Result<(), Refusal> {
    let mine = match manager(view, giver)? {
        Manager::Representative => return Ok(()),
        Manager::Administrator(mine) => mine,
        Manager::Partner if role.is_upper() => return Err(partner_may_not(giver)),
        Manager::Partner => return Ok(()),
    };
    match role {
        Role::LegalRepresentative => {
            Err(representatives_only("Only a legal representative appoints another", giver))
        }
        Role::Administrator(theirs) if !view.areas_contain(mine, theirs) => Err(Refusal::new(
            Reason::GivesMoreThanHeld,
            format!(
                "An administrator hands out only areas they have, TECHNICAL at most with a scope that theirs contains: \
                 users/{giver} has {} and would hand out {}. A legal representative can do it.",
                in_words(mine),
                in_words(theirs)
            ),
        )
        .about(format!("users/{giver}"))),
        Role::Administrator(_) | Role::Collaborator | Role::External => Ok(()),
    }
}

/// The platform's areas of a new administrator, as far as the giver may hand them out.
pub(crate) fn default_areas(view: &View, giver: &UserId) -> Areas {
    let default = view.platform.settings().new_administrator_areas;
    let giver = view.organization.member(giver);
    let Some(mine) = giver.and_then(|giver| giver.role.areas()) else {
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

/// As what the actor manages users; refuses who does not. Their own membership comes before a partnership.
pub(crate) fn manager<'a>(view: &'a View, actor: &UserId) -> Result<Manager<'a>, Refusal> {
    let through = view.acts_through(actor, OrganizationRight::ManageUsers);
    match view.organization.member(actor).map(|member| &member.role) {
        Some(Role::LegalRepresentative) => Ok(Manager::Representative),
        _ if !through.is_empty() => Ok(Manager::Partner),
        Some(Role::Administrator(areas)) => Ok(Manager::Administrator(areas)),
        other => Err(Refusal::new(
            Reason::RightMissing,
            format!(
                "Members are managed by legal representatives, administrators with USER_RIGHTS and staff of a full \
                 partner; users/{actor} is {}.",
                other.map_or("none of these", Role::name)
            ),
        )
        .with("right", "manage_users")),
    }
}

/// Rule 2: through a partnership one manages collaborators and externals.
fn partner_may_change(actor: &UserId, target: &Member) -> Result<(), Refusal> {
    if target.role.is_upper() {
        return Err(partner_may_not(actor));
    }
    Ok(())
}

/// Rule 2: a partner's staff don't make one of a partner's people, past ones included, one of the organization's own.
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

fn representatives_only(rule: &str, actor: &UserId) -> Refusal {
    Refusal::new(
        Reason::LegalRepresentativeRequired,
        format!(
            "{rule}; users/{actor} is none here. Ask a legal representative of the organization."
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
