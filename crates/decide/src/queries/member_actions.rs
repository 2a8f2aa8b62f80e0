//! What may the acting user do to this member? For the menu beside a name (S2-14).

use access::View;
use domain::{Member, OrganizationId, Refusal, Timestamp, UserId};

use crate::rules::manager::{Manager, manager};
use crate::rules::rule_05::must_keep_representative;
use crate::use_cases::member::may::Doing;
use crate::use_cases::role_spec::{AreaSet, RoleName};

/// One thing that can be done to a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MemberAction {
    /// Change the role.
    ChangeRole,
    /// Change areas and technical scope.
    ChangeAreas,
    /// Change the panel.
    ChangePanel,
    /// Edit the access to products.
    EditAccess,
    /// Give every right on all products.
    GrantFullAccess,
    /// Put into a team.
    AddToTeam,
    /// Stop the member.
    Deactivate,
    /// Let the member act again.
    Reactivate,
    /// Take the member out.
    Remove,
    Leave,
}

/// What the acting user may do to the member.
#[derive(Debug, Clone)]
pub struct MemberActions {
    /// Every action there is, with why not.
    pub actions: Vec<(MemberAction, Result<(), Refusal>)>,
    /// The roles that they may set, without the present one.
    pub assignable_roles: Vec<RoleName>,
    /// The areas that they may set.
    pub assignable_areas: AreaSet,
}

impl MemberAction {
    /// All of them, in order.
    pub const ALL: [Self; 10] = [
        Self::ChangeRole,
        Self::ChangeAreas,
        Self::ChangePanel,
        Self::EditAccess,
        Self::GrantFullAccess,
        Self::AddToTeam,
        Self::Deactivate,
        Self::Reactivate,
        Self::Remove,
        Self::Leave,
    ];

    fn ask(self, doing: &Doing<'_>) -> Result<(), Refusal> {
        if self == Self::Leave {
            return leave(doing);
        }
        doing.manages()?;
        match self {
            Self::ChangeRole => change_role(doing),
            Self::ChangeAreas => doing.change_areas(),
            Self::ChangePanel => doing.change_panel(),
            Self::EditAccess | Self::AddToTeam => doing.give(),
            Self::GrantFullAccess => doing.give_everything(),
            Self::Deactivate => doing.deactivate(),
            Self::Reactivate => doing.reactivate(),
            Self::Remove => doing.remove(),
            Self::Leave => leave(doing),
        }
    }
}

/// What `actor` may do to the member; each action asks the same rules again.
pub fn member_actions(
    view: &View,
    organization: &OrganizationId,
    actor: &UserId,
    target: &Member,
    at: Timestamp,
) -> MemberActions {
    let doing = Doing {
        view,
        organization,
        actor,
        target,
        at,
    };
    MemberActions {
        actions: MemberAction::ALL
            .into_iter()
            .map(|action| (action, action.ask(&doing)))
            .collect(),
        assignable_roles: assignable_roles(&doing),
        assignable_areas: assignable_areas(&doing),
    }
}

/// Some other role can be set; else why the first of them cannot.
fn change_role(doing: &Doing<'_>) -> Result<(), Refusal> {
    doing.change()?;
    let mut asked = others(doing).map(|name| doing.become_any(name));
    let first = asked.next().unwrap_or(Ok(()));
    if first.is_ok() || asked.any(|other| other.is_ok()) {
        Ok(())
    } else {
        first
    }
}

fn others(doing: &Doing<'_>) -> impl Iterator<Item = RoleName> {
    let present = RoleName::of(&doing.target.role);
    RoleName::ALL
        .into_iter()
        .rev()
        .filter(move |name| *name != present)
}

fn assignable_roles(doing: &Doing<'_>) -> Vec<RoleName> {
    if doing.manages().is_err() {
        return Vec::new();
    }
    let mut roles: Vec<_> = others(doing)
        .filter(|name| doing.become_any(*name).is_ok())
        .collect();
    roles.reverse();
    roles
}

fn assignable_areas(doing: &Doing<'_>) -> AreaSet {
    if doing.manages().is_err() || doing.change().is_err() {
        return AreaSet::default();
    }
    match manager(doing.view, doing.actor) {
        Ok(Manager::Administrator(mine)) => AreaSet {
            financial: mine.financial,
            security: mine.security,
            user_rights: mine.user_rights,
            technical: mine.technical.is_some(),
        },
        Ok(Manager::Representative) => AreaSet {
            financial: true,
            security: true,
            user_rights: true,
            technical: true,
        },
        Ok(Manager::Partner) | Err(_) => AreaSet::default(),
    }
}

fn leave(doing: &Doing<'_>) -> Result<(), Refusal> {
    if *doing.actor != doing.target.user {
        return Err(Refusal::field(
            "name",
            "only oneself leaves; take somebody else out with RemoveMember",
        ));
    }
    must_keep_representative(doing.view, doing.target)
}
