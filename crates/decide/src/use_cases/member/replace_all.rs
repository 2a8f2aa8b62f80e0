//! Saves all of a member's access in one change: nothing, everything, listed products and groups, or a tag (S4-26 to
//! S4-30, rule 11).

use domain::{
    GroupId, Home, OrganizationId, ProductId, Refusal, Rights, Scope, ScopeEntry, Subject, Tag,
    UserId,
};
use serde::Serialize;

use super::access::must_be_seen;
use crate::grant_spec;
use crate::named_rights::NamedRights;
use crate::rules::rule_09::must_be_direct;
use crate::rules::rule_11::{Save, ScopePiece};
use crate::use_case::{Context, Plan, UseCase};
use crate::use_cases::granting;

/// What a member is to have of their own, on all types together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub enum AllAccess {
    Nothing,
    /// These rights on all products, now and later.
    All(NamedRights),
    /// Rights on these products and groups, each at most once.
    Listed {
        products: Vec<(ProductId, NamedRights)>,
        groups: Vec<(GroupId, NamedRights)>,
    },
    /// Rights on the products with this tag, now and later.
    Tag(Tag, NamedRights),
}

/// Saves all of a member's access, on every type but externally managed ones.
#[derive(Debug, Clone, Serialize)]
pub struct ReplaceAllMemberAccess {
    pub organization: OrganizationId,
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

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        must_be_direct(context)?;
        granting::subject_must_hold_grants(context, &Subject::Member(self.user.clone()))?;
        must_be_seen(context, &self.user, self.etag.as_deref())?;
        let spec = self.spec(context)?;
        let save = Save {
            context,
            user: &self.user,
            only: None,
            owner: None,
        };
        let mut change = save.replace(&spec, &self.organization)?;
        if matches!(self.access, AllAccess::All(_)) {
            grant_spec::must_be_acknowledged(context, &Scope::All, self.acknowledge_all)?;
            change.outcome.opened_products = grant_spec::opened(context, [&Scope::All]);
        }
        Ok(change.into())
    }
}

impl ReplaceAllMemberAccess {
    fn spec(&self, context: &Context<'_>) -> Result<Vec<(ScopePiece, Rights)>, Refusal> {
        let platform = &context.view.platform;
        let at = |piece: ScopePiece, rights: &NamedRights| Ok((piece, rights.resolve(platform)?));
        match &self.access {
            AllAccess::Nothing => Ok(Vec::new()),
            AllAccess::All(rights) => Ok(vec![at(ScopePiece::All, rights)?]),
            AllAccess::Tag(tag, rights) => Ok(vec![at(
                ScopePiece::Entry(ScopeEntry::Tag(tag.clone())),
                rights,
            )?]),
            AllAccess::Listed { products, groups } => {
                let products = products.iter().map(|(id, rights)| {
                    at(ScopePiece::Entry(ScopeEntry::Product(id.clone())), rights)
                });
                let groups = groups.iter().map(|(id, rights)| {
                    at(ScopePiece::Entry(ScopeEntry::Group(id.clone())), rights)
                });
                products.chain(groups).collect()
            }
        }
    }
}
