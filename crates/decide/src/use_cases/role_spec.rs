//! Which role is wanted for a member, and what it comes to with its areas.

use domain::{Areas, RecordName, Refusal, Role, Scope, ScopeEntry, UserId};
use serde::Serialize;

use crate::preconditions::must_exist;
use crate::rules::rule_03::{Maker, default_areas, default_areas_by, may_hand_out, may_make};
use crate::use_case::Context;

/// A role without its areas.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum RoleName {
    /// [`Role::LegalRepresentative`]
    LegalRepresentative,
    /// [`Role::Administrator`]
    Administrator,
    /// [`Role::Collaborator`]
    Collaborator,
    /// [`Role::External`]
    External,
}

impl RoleName {
    /// All of them, the highest first.
    pub const ALL: [Self; 4] = [
        Self::LegalRepresentative,
        Self::Administrator,
        Self::Collaborator,
        Self::External,
    ];

    /// The name of a role.
    pub fn of(role: &Role) -> Self {
        match role {
            Role::LegalRepresentative => Self::LegalRepresentative,
            Role::Administrator(_) => Self::Administrator,
            Role::Collaborator => Self::Collaborator,
            Role::External => Self::External,
        }
    }
}

/// Areas without the scope of TECHNICAL.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct AreaSet {
    pub financial: bool,
    pub security: bool,
    pub user_rights: bool,
    pub technical: bool,
}

/// The role that a member is to have; what is `None` is not named by the call.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RoleSpec {
    pub role: Option<RoleName>,
    /// The areas of an administrator.
    pub areas: Option<AreaSet>,
    /// The scope of TECHNICAL.
    pub technical_scope: Option<Scope>,
}

impl RoleSpec {
    /// Whether the call names anything of the role.
    pub(crate) fn is_named(&self) -> bool {
        self.role.is_some() || self.areas.is_some() || self.technical_scope.is_some()
    }

    /// The role that it comes to, if `giver` may hand it out. `noun` is the request's field that holds the spec.
    pub(crate) fn settle(
        &self,
        context: &Context<'_>,
        giver: &UserId,
        present: Option<&Role>,
        noun: &str,
    ) -> Result<Role, Refusal> {
        let default = || default_areas(context.view, giver);
        let role = self.whole(default, present, noun)?;
        self.scope_must_be_there(context)?;
        may_hand_out(context.view, giver, &role)?;
        Ok(role)
    }

    /// The role of a new member that it comes to, if this maker may make one. Who may not learns of no product.
    pub(crate) fn settle_by(
        &self,
        context: &Context<'_>,
        maker: Maker,
        noun: &str,
    ) -> Result<Role, Refusal> {
        let default = || default_areas_by(context.view, maker);
        let role = self.whole(default, None, noun)?;
        may_make(context.view, maker, &role)?;
        self.scope_must_be_there(context)?;
        Ok(role)
    }

    fn whole(
        &self,
        default: impl FnOnce() -> Areas,
        present: Option<&Role>,
        noun: &str,
    ) -> Result<Role, Refusal> {
        let Some(name) = self.role.or(present.map(RoleName::of)) else {
            return Err(Refusal::field(format!("{noun}.role"), "must be named"));
        };
        match name {
            RoleName::Administrator => Ok(Role::Administrator(self.areas(default, present, noun)?)),
            RoleName::LegalRepresentative => self.without_areas(Role::LegalRepresentative, noun),
            RoleName::Collaborator => self.without_areas(Role::Collaborator, noun),
            RoleName::External => self.without_areas(Role::External, noun),
        }
    }

    fn scope_must_be_there(&self, context: &Context<'_>) -> Result<(), Refusal> {
        let named = self.technical_scope.as_ref();
        named.map_or(Ok(()), |scope| must_be_there(context, scope))
    }

    fn areas(
        &self,
        default: impl FnOnce() -> Areas,
        present: Option<&Role>,
        noun: &str,
    ) -> Result<Areas, Refusal> {
        let present = present.and_then(Role::areas);
        let Some(set) = self.areas else {
            let areas = present.cloned().unwrap_or_else(default);
            return self.narrowed(areas, noun);
        };
        let technical = match (set.technical, &self.technical_scope) {
            (false, None) => None,
            (false, Some(_)) => return Err(scope_without_technical(noun)),
            (true, Some(scope)) => Some(scope.clone()),
            // An update that leaves the scope alone keeps it.
            (true, None) => Some(present.and_then(|areas| areas.technical.clone()).ok_or_else(|| {
                Refusal::field(
                    format!("{noun}.technical_scope"),
                    "is required with area TECHNICAL: `all` for every product, or a narrower scope",
                )
            })?),
        };
        Ok(Areas {
            financial: set.financial,
            security: set.security,
            user_rights: set.user_rights,
            technical,
        })
    }

    /// The areas with the scope that is named, where they have TECHNICAL.
    fn narrowed(&self, areas: Areas, noun: &str) -> Result<Areas, Refusal> {
        match &self.technical_scope {
            None => Ok(areas),
            Some(_) if areas.technical.is_none() => Err(scope_without_technical(noun)),
            Some(scope) => Ok(Areas {
                technical: Some(scope.clone()),
                ..areas
            }),
        }
    }

    fn without_areas(&self, role: Role, noun: &str) -> Result<Role, Refusal> {
        let named = self.areas.is_some_and(|areas| areas != AreaSet::default());
        let (field, is_wrong) = if named {
            ("areas", true)
        } else {
            ("technical_scope", self.technical_scope.is_some())
        };
        if is_wrong {
            let description = format!("is for an ADMINISTRATOR only; the role is {}", role.name());
            return Err(Refusal::field(format!("{noun}.{field}"), description));
        }
        Ok(role)
    }
}

fn scope_without_technical(noun: &str) -> Refusal {
    Refusal::field(
        format!("{noun}.technical_scope"),
        "needs area TECHNICAL: name it in `areas`, or leave the scope out",
    )
}

/// Everything that the scope names is there.
fn must_be_there(context: &Context<'_>, scope: &Scope) -> Result<(), Refusal> {
    let here = context.organization();
    scope.entries().iter().try_for_each(|entry| match entry {
        ScopeEntry::Product(id) => {
            must_exist(context, here.product(id), &RecordName::product(id)).map(drop)
        }
        ScopeEntry::Group(id) => {
            must_exist(context, here.group(id), &RecordName::product_group(id)).map(drop)
        }
        ScopeEntry::Type(id) | ScopeEntry::FutureOfType(id) => must_exist(
            context,
            context.view.platform.product_type(id),
            &RecordName::product_type(id),
        )
        .map(drop),
        // A tag is there as soon as a product carries it, which may be later.
        ScopeEntry::Tag(_) => Ok(()),
    })
}
