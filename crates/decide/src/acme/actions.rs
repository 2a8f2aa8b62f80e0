//! Sentences about what is changed: grants, invitations, teams, products and their groups.

use domain::{Grant, GrantId, Invitation, InvitationId, Product, ProductGroup, Team};

use super::actor::{Actor, Answer, Done, Made};
use super::make::{
    display_name, group_id, new_product, organization, product, product_type, tag_id, team, user,
    within,
};
use crate::use_cases::catalog::{ApplyCatalog, DeclaredType, RetireProductType};
use crate::use_cases::edit::Edit;
use crate::use_cases::grant::{
    CreateGrant, CreateGrants, DeleteGrant, DeleteGrants, NewGrant, UpdateGrant,
};
use crate::use_cases::invitation::{
    AcceptInvitation, CreateInvitation, Proof, RefuseInvitation, ResendInvitation,
    WithdrawInvitation,
};
use crate::use_cases::product::{
    AddProductTags, CreateProduct, CreateProducts, DeleteProduct, NewProduct, RemoveProductTags,
    UpdateProduct,
};
use crate::use_cases::product_group::{
    AddProductsToGroup, CreateProductGroup, DeleteProductGroup, RemoveProductsFromGroup,
};
use crate::use_cases::team::{
    AddTeamMembers, CreateTeam, DeleteTeam, RemoveTeamMembers, UpdateTeam,
};

fn grant_id(name: &str) -> GrantId {
    GrantId::parse(within(name).1).expect("an id")
}

fn invitation_id(name: &str) -> InvitationId {
    InvitationId::parse(within(name).1).expect("an id")
}

impl Actor {
    /// Creates a grant; scope `all` is acknowledged.
    pub(super) fn grants_access(&self, here: &str, grant: NewGrant) -> Answer<Made<Grant>> {
        let organization = organization(here);
        let command = CreateGrant {
            organization,
            grant,
        };
        Ok(self.does("CreateGrant", &command)?.saved())
    }

    pub(super) fn updates_grant(&self, update: UpdateGrant) -> Answer<Made<Grant>> {
        Ok(self.does("UpdateGrant", &update)?.saved())
    }

    pub(super) fn deletes_grant(&self, name: &str) -> Answer<Done> {
        let command = DeleteGrant {
            organization: within(name).0,
            id: grant_id(name),
            etag: None,
        };
        self.does("DeleteGrant", &command)
    }

    /// Creates all of these grants, or none.
    pub(super) fn grants_at_once(&self, here: &str, grants: Vec<NewGrant>) -> Answer<Done> {
        let organization = organization(here);
        let command = CreateGrants {
            organization,
            grants,
        };
        self.does("BatchCreateGrants", &command)
    }

    /// Deletes all of these grants, or none.
    pub(super) fn deletes_at_once(&self, here: &str, names: &[&str]) -> Answer<Done> {
        let command = DeleteGrants {
            organization: organization(here),
            ids: names.iter().map(|name| grant_id(name)).collect(),
        };
        self.does("BatchDeleteGrants", &command)
    }
}

impl Actor {
    pub(super) fn invites(
        &self,
        here: &str,
        invitation: CreateInvitation,
    ) -> Answer<Made<Invitation>> {
        let command = CreateInvitation {
            organization: organization(here),
            ..invitation
        };
        Ok(self.does("CreateInvitation", &command)?.saved())
    }

    /// Accepts an invitation signed in.
    pub(super) fn accepts(&self, name: &str) -> Answer<Done> {
        let command = AcceptInvitation {
            organization: within(name).0,
            invitation: invitation_id(name),
            proof: Proof::SignedIn,
            new_user: None,
        };
        self.does("AcceptInvitation", &command)
    }

    /// Refuses signed in.
    pub(super) fn refuses(&self, name: &str) -> Answer<Made<Invitation>> {
        let command = RefuseInvitation {
            organization: within(name).0,
            invitation: invitation_id(name),
            proof: Proof::SignedIn,
        };
        Ok(self.does("RefuseInvitation", &command)?.saved())
    }

    /// Sends an invitation again.
    pub(super) fn resends(&self, name: &str) -> Answer<Made<Invitation>> {
        let command = ResendInvitation {
            organization: within(name).0,
            invitation: invitation_id(name),
            expire_time: None,
            etag: None,
        };
        Ok(self.does("ResendInvitation", &command)?.saved())
    }

    pub(super) fn withdraws(&self, name: &str) -> Answer<Made<Invitation>> {
        let command = WithdrawInvitation {
            organization: within(name).0,
            invitation: invitation_id(name),
            etag: None,
        };
        Ok(self.does("WithdrawInvitation", &command)?.saved())
    }
}

impl Actor {
    pub(super) fn creates_team(&self, here: &str, id: &str) -> Answer<Made<Team>> {
        let command = CreateTeam {
            organization: organization(here),
            id: Some(team(id)),
            display_name: display_name(id),
        };
        Ok(self.does("CreateTeam", &command)?.saved())
    }

    pub(super) fn renames_team(&self, here: &str, id: &str, name: &str) -> Answer<Done> {
        let command = UpdateTeam {
            organization: organization(here),
            id: team(id),
            display_name: Edit::Set(display_name(name)),
            etag: None,
        };
        self.does("UpdateTeam", &command)
    }

    pub(super) fn adds_to_team(&self, here: &str, id: &str, users: &[&str]) -> Answer<Done> {
        let command = AddTeamMembers {
            organization: organization(here),
            id: team(id),
            members: users.iter().map(|id| user(id)).collect(),
            etag: None,
        };
        self.does("AddTeamMembers", &command)
    }

    pub(super) fn removes_from_team(&self, here: &str, id: &str, users: &[&str]) -> Answer<Done> {
        let command = RemoveTeamMembers {
            organization: organization(here),
            id: team(id),
            members: users.iter().map(|id| user(id)).collect(),
            etag: None,
        };
        self.does("RemoveTeamMembers", &command)
    }

    pub(super) fn deletes_team(&self, here: &str, id: &str) -> Answer<Done> {
        let command = DeleteTeam {
            organization: organization(here),
            id: team(id),
            etag: None,
        };
        self.does("DeleteTeam", &command)
    }
}

/// The catalog and products.
impl Actor {
    pub(super) fn apply_catalog(&self, types: Vec<DeclaredType>) -> Answer<Done> {
        let command = ApplyCatalog {
            types,
            allow_gain: true,
            allow_loss: true,
        };
        self.does("ApplyCatalog", &command)
    }

    pub(super) fn retires_type(&self, id: &str) -> Answer<Done> {
        let (id, etag) = (product_type(id), None);
        self.does("RetireProductType", &RetireProductType { id, etag })
    }

    /// Creates a product and returns its name.
    pub(super) fn creates_product(&self, here: &str, id: &str, of: &str) -> Answer<String> {
        Ok(self.makes_product(here, new_product(id, of))?.name)
    }

    /// Creates a product with the tags and groups that it says.
    pub(super) fn makes_product(&self, here: &str, product: NewProduct) -> Answer<Made<Product>> {
        let command = CreateProduct {
            organization: organization(here),
            product,
        };
        Ok(self.does("CreateProduct", &command)?.saved())
    }

    /// Creates all of these products, or none.
    pub(super) fn makes_products(&self, here: &str, products: Vec<NewProduct>) -> Answer<Done> {
        let command = CreateProducts {
            organization: organization(here),
            products,
        };
        self.does("BatchCreateProducts", &command)
    }

    pub(super) fn deletes_product(&self, name: &str) -> Answer<Done> {
        let command = DeleteProduct {
            organization: within(name).0,
            id: product(name),
            etag: None,
        };
        self.does("DeleteProduct", &command)
    }

    pub(super) fn renames_product(&self, name: &str, text: &str) -> Answer<Done> {
        let command = UpdateProduct {
            organization: within(name).0,
            id: product(name),
            display_name: Edit::Set(display_name(text)),
            etag: None,
        };
        self.does("UpdateProduct", &command)
    }

    pub(super) fn tags(&self, name: &str, tags: &[&str]) -> Answer<Done> {
        let command = AddProductTags {
            organization: within(name).0,
            id: product(name),
            tags: tags.iter().map(|tag| tag_id(tag)).collect(),
            etag: None,
        };
        self.does("AddProductTags", &command)
    }

    pub(super) fn untags(&self, name: &str, tags: &[&str]) -> Answer<Done> {
        let command = RemoveProductTags {
            organization: within(name).0,
            id: product(name),
            tags: tags.iter().map(|tag| tag_id(tag)).collect(),
            etag: None,
        };
        self.does("RemoveProductTags", &command)
    }
}

/// Groups of products.
impl Actor {
    /// Creates a group of products and returns its name.
    pub(super) fn creates_group(&self, here: &str, id: &str) -> Answer<String> {
        let command = CreateProductGroup {
            organization: organization(here),
            id: Some(domain::GroupId::parse(id).expect("an id")),
            display_name: display_name(id),
        };
        let made = self.does("CreateProductGroup", &command)?;
        Ok(made.saved::<ProductGroup>().name)
    }

    pub(super) fn adds_to_group(&self, name: &str, products: &[&str]) -> Answer<Done> {
        let command = AddProductsToGroup {
            organization: within(name).0,
            id: group_id(name),
            products: products.iter().map(|name| product(name)).collect(),
            etag: None,
        };
        self.does("AddProductsToGroup", &command)
    }

    pub(super) fn removes_from_group(&self, name: &str, products: &[&str]) -> Answer<Done> {
        let command = RemoveProductsFromGroup {
            organization: within(name).0,
            id: group_id(name),
            products: products.iter().map(|name| product(name)).collect(),
            etag: None,
        };
        self.does("RemoveProductsFromGroup", &command)
    }

    pub(super) fn deletes_group(&self, name: &str) -> Answer<Done> {
        let command = DeleteProductGroup {
            organization: within(name).0,
            id: group_id(name),
            etag: None,
        };
        self.does("DeleteProductGroup", &command)
    }
}
