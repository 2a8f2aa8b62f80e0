//! Rule 3: whom may an administrator change, and what may they hand out? Of a partner's staff rule 2 is asked instead.
//!
//! Whether areas and scopes contain others is `access::View::areas_contain`. That only staff by role make staff by role,
//! and those with FINANCIAL only with it, follows: staff by role are legal representatives and who has TECHNICAL on `all`.

use access::View;
use domain::{Areas, Member, Reason, Refusal, Role, Scope, UserId};

use super::manager::{Manager, manager};
use super::rule_02::{
    only_representatives_appoint, partner_may_change, partner_may_hand_out, representatives_only,
};

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
                 {} must ask a legal representative or another administrator. Leaving is open to everybody.",
                actor.resource_name()
            ),
        )
        .about(actor.resource_name())),
        Role::Administrator(theirs) if !view.areas_contain(mine, theirs) => Err(Refusal::new(
            Reason::AdministratorAbove,
            format!(
                "An administrator changes only administrators whose areas and scope they have themselves: {} \
                 has {}, {} has {}. A legal representative can do it.",
                actor.resource_name(),
                in_words(mine),
                target.user.resource_name(),
                in_words(theirs)
            ),
        )
        .about(target.user.resource_name())),
        Role::Administrator(_) | Role::Collaborator | Role::External => Ok(()),
    }
}

/// Rules 2 and 3: whether `giver` may make somebody a member of this role.
pub(crate) fn may_hand_out(view: &View, giver: &UserId, role: &Role) -> Result<(), Refusal> {
    let mine = match manager(view, giver)? {
        Manager::Representative => return Ok(()),
        Manager::Administrator(mine) => mine,
        Manager::Partner => return partner_may_hand_out(giver, role),
    };
    match role {
        Role::LegalRepresentative => Err(only_representatives_appoint(giver)),
        Role::Administrator(theirs) if !view.areas_contain(mine, theirs) => Err(Refusal::new(
            Reason::GivesMoreThanHeld,
            format!(
                "An administrator hands out only areas they have, TECHNICAL at most with a scope that theirs contains: \
                 {} has {} and would hand out {}. A legal representative can do it.",
                giver.resource_name(),
                in_words(mine),
                in_words(theirs)
            ),
        )
        .about(giver.resource_name())),
        Role::Administrator(_) | Role::Collaborator | Role::External => Ok(()),
    }
}

/// Who makes members without being one of those who manage them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Maker {
    Operator,
    /// By its own scope: it has no area that it could hand out.
    Service,
}

/// Rules 2 and 3: whether somebody is made a member of this role by who has none here. Staff by role have every client's
/// mandate, which nobody gives but such staff.
pub(crate) fn may_make(view: &View, maker: Maker, role: &Role) -> Result<(), Refusal> {
    let areas = match role {
        Role::LegalRepresentative => return Err(not_so()),
        Role::Administrator(areas) => areas,
        Role::Collaborator | Role::External => return Ok(()),
    };
    if maker == Maker::Service && *areas != Areas::default() {
        return Err(Refusal::new(
            Reason::GivesMoreThanHeld,
            format!(
                "A service account has no areas, so it hands out none: this would be {}. Make an administrator without \
                 areas, and let a legal representative or an administrator who has them hand them out.",
                in_words(areas)
            ),
        ));
    }
    let staff = view.organization.partner().is_some() && areas.technical == Some(Scope::All);
    if staff {
        return Err(Refusal::new(
            Reason::GivesMoreThanHeld,
            "The organization is a partner: an administrator whose TECHNICAL is not narrowed has the mandate of every \
             client there, which only one who has it hands out. Narrow the scope, or leave TECHNICAL out.",
        ));
    }
    Ok(())
}

fn not_so() -> Refusal {
    Refusal::new(
        Reason::LegalRepresentativeRequired,
        "Only a legal representative makes another so, by an invitation or a promotion; the operator appoints one \
         (OrganizationService.AppointLegalRepresentative).",
    )
}

/// The platform's areas of a new administrator, as far as this maker may hand them out.
pub(crate) fn default_areas_by(view: &View, maker: Maker) -> Areas {
    let default = view.platform.settings().new_administrator_areas;
    match maker {
        Maker::Service => Areas::default(),
        Maker::Operator if view.organization.partner().is_none() => default,
        Maker::Operator => Areas {
            technical: default.technical.filter(|scope| *scope != Scope::All),
            ..default
        },
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
