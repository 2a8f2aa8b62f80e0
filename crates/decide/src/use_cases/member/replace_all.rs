//! Saves all of a member's access in one change: nothing, everything, listed products and groups, or a tag (S4-26 to
//! S4-30, rule 11).

use domain::{
    GroupId, Home, OrganizationId, ProductId, Refusal, Rights, Scope, ScopeEntry, Subject, Tag,
    UserId,
};
use serde::Serialize;

use super::access::must_be_seen;
use crate::named_rights::NamedRights;
use crate::rules::rule_09::must_be_direct;
use crate::rules::rule_11::{Place, Save};
use crate::use_case::{Given, Plan, UseCase};
use crate::use_cases::giving;

/// What a member is to have of their own, on all types together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum AllAccess {
    /// Nothing.
    Nothing,
    /// These rights on all products, now and later.
    All(NamedRights),
    /// Rights on these products and groups, each at most once.
    Listed {
        /// The products.
        products: Vec<(ProductId, NamedRights)>,
        /// The groups.
        groups: Vec<(GroupId, NamedRights)>,
    },
    /// Rights on the products with this tag, now and later.
    Tag(Tag, NamedRights),
}

/// Saves all of a member's access, on every type but externally managed ones.
#[derive(Debug, Clone, Serialize)]
pub struct ReplaceAllMemberAccess {
    /// Where.
    pub organization: OrganizationId,
    /// Whose.
    pub user: UserId,
    /// What they are to have.
    pub access: AllAccess,
    /// The caller knows that the scope `all` opens everything.
    pub acknowledge_all: bool,
    /// The etag of the access that was read.
    pub etag: Option<String>,
}

impl UseCase for ReplaceAllMemberAccess {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, given: &Given<'_>) -> Result<Plan, Refusal> {
        must_be_direct(given)?;
        giving::must_hold_grants(given, &Subject::Member(self.user.clone()))?;
        must_be_seen(given, &self.user, self.etag.as_deref())?;
        let wish = self.wish(given)?;
        let save = Save {
            given,
            user: &self.user,
            only: None,
            owner: None,
        };
        let mut change = save.replace(&wish, &self.organization)?;
        if matches!(self.access, AllAccess::All(_)) {
            giving::must_be_acknowledged(given, &Scope::All, self.acknowledge_all)?;
            change.outcome.opened_products = giving::opened(given, [&Scope::All]);
        }
        Ok(change.into())
    }
}

impl ReplaceAllMemberAccess {
    fn wish(&self, given: &Given<'_>) -> Result<Vec<(Place, Rights)>, Refusal> {
        let platform = &given.view.platform;
        let at = |place: Place, rights: &NamedRights| Ok((place, rights.resolve(platform)?));
        match &self.access {
            AllAccess::Nothing => Ok(Vec::new()),
            AllAccess::All(rights) => Ok(vec![at(Place::All, rights)?]),
            AllAccess::Tag(tag, rights) => Ok(vec![at(
                Place::Entry(ScopeEntry::Tag(tag.clone())),
                rights,
            )?]),
            AllAccess::Listed { products, groups } => {
                let products = products
                    .iter()
                    .map(|(id, rights)| at(Place::Entry(ScopeEntry::Product(id.clone())), rights));
                let groups = groups
                    .iter()
                    .map(|(id, rights)| at(Place::Entry(ScopeEntry::Group(id.clone())), rights));
                products.chain(groups).collect()
            }
        }
    }
}
