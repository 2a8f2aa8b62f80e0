//! Saves a member's access to the products of one type in one change (S2-15 to S2-21, rule 11).

use domain::{
    Home, OrganizationId, ProductId, ProductType, ProductTypeId, RecordName, Refusal, Rights,
    ScopeEntry, Subject, UserId,
};
use serde::Serialize;

use super::access::must_be_seen;
use crate::named_rights::NamedRights;
use crate::preconditions::must_exist;
use crate::rules::rule_11::{Save, ScopePiece, must_be_of_type, of_type, writer};
use crate::use_case::{Context, Plan, UseCase};
use crate::use_cases::granting;

/// What a member is to have of their own on one type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct OwnAccess {
    /// Rights on single products, each at most once.
    pub products: Vec<(ProductId, NamedRights)>,
    /// Rights on the whole type, now and later.
    pub type_rights: Option<NamedRights>,
    /// Rights on products made later; `None` is the explicit "none".
    pub future: Option<NamedRights>,
}

/// Saves a member's access to the products of one type.
#[derive(Debug, Clone, Serialize)]
pub struct ReplaceMemberAccess {
    pub organization: OrganizationId,
    pub user: UserId,
    pub product_type: ProductTypeId,
    /// What they are to have; `None` is the explicit "none".
    pub access: Option<OwnAccess>,
    /// The etag of the access that was read.
    pub etag: Option<String>,
}

impl UseCase for ReplaceMemberAccess {
    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let name = RecordName::product_type(&self.product_type);
        let product_type = must_exist(
            context,
            context.view.platform.product_type(&self.product_type),
            &name,
        )?;
        let owner = writer(context, product_type)?;
        granting::subject_must_hold_grants(context, &Subject::Member(self.user.clone()))?;
        must_be_seen(context, &self.user, self.etag.as_deref())?;
        let spec = self.spec(context, product_type)?;
        let save = Save {
            context,
            user: &self.user,
            only: Some(product_type),
            owner: owner.as_ref(),
        };
        Ok(save.replace(&spec, &self.organization)?.into())
    }
}

impl ReplaceMemberAccess {
    /// The specified rights by piece of the scope.
    fn spec(
        &self,
        context: &Context<'_>,
        product_type: &ProductType,
    ) -> Result<Vec<(ScopePiece, Rights)>, Refusal> {
        let Some(access) = &self.access else {
            return Ok(Vec::new());
        };
        let mut spec = Vec::new();
        for (index, (id, rights)) in access.products.iter().enumerate() {
            let name = RecordName::product(id);
            let product = must_exist(context, context.organization().product(id), &name)?;
            must_be_of_type(product, product_type, index)?;
            let field = format!("own.products[{index}].rights");
            spec.push((
                ScopePiece::Entry(ScopeEntry::Product(id.clone())),
                of_type(context, product_type, rights, &field)?,
            ));
        }
        let entries = [
            (
                &access.type_rights,
                ScopeEntry::Type(product_type.id.clone()),
                "own.type_rights",
            ),
            (
                &access.future,
                ScopeEntry::FutureOfType(product_type.id.clone()),
                "own.future_products.rights",
            ),
        ];
        for (rights, entry, field) in entries {
            if let Some(rights) = rights {
                spec.push((
                    ScopePiece::Entry(entry),
                    of_type(context, product_type, rights, field)?,
                ));
            }
        }
        Ok(spec)
    }
}
