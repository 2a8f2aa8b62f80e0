//! Tags, groups, and which of the partner's people serve the client.

use domain::{AssignmentId, ClientAssignment, Kinds, LeftProductRights, ProductGroup, RightKind};

use super::{Deed, Try};
use crate::attacker::cast::{PRODUCTS, TAGS, name, product, tag};
use crate::use_cases::client_assignment::{
    CreateClientAssignment, DeleteClientAssignment, UpdateClientAssignment,
};
use crate::use_cases::edit::Edit;
use crate::use_cases::product::{AddProductTags, RemoveProductTags};
use crate::use_cases::product_group::{
    AddProductsToGroup, CreateProductGroup, DeleteProductGroup, RemoveProductsFromGroup,
};

impl Try<'_> {
    pub(super) fn label(&mut self, deed: Deed) -> Option<String> {
        let organization = self.cast.client.clone();
        let id = product(self.dice.roll(PRODUCTS));
        let tags = vec![tag(self.dice.one(&TAGS))];
        if deed == Deed::AddTag {
            let command = AddProductTags {
                organization,
                id,
                tags,
                etag: None,
            };
            return self.by("AddProductTags", &command);
        }
        let command = RemoveProductTags {
            organization,
            id,
            tags,
            etag: None,
        };
        self.by("RemoveProductTags", &command)
    }

    pub(super) fn group(&mut self, deed: Deed) -> Option<String> {
        let organization = self.cast.client.clone();
        self.at = organization.clone();
        if deed == Deed::MakeGroup {
            let display_name = name("Another group");
            let command = CreateProductGroup {
                organization,
                id: None,
                display_name,
            };
            return self.by("CreateProductGroup", &command);
        }
        let id = self.one::<ProductGroup>()?.id;
        let products = vec![product(self.dice.roll(PRODUCTS))];
        match deed {
            Deed::AddToGroup => {
                let command = AddProductsToGroup {
                    organization,
                    id,
                    products,
                    etag: None,
                };
                self.by("AddProductsToGroup", &command)
            }
            Deed::RemoveFromGroup => {
                let command = RemoveProductsFromGroup {
                    organization,
                    id,
                    products,
                    etag: None,
                };
                self.by("RemoveProductsFromGroup", &command)
            }
            _ => {
                let command = DeleteProductGroup {
                    organization,
                    id,
                    etag: None,
                };
                self.by("DeleteProductGroup", &command)
            }
        }
    }

    pub(super) fn assignment(&mut self, deed: Deed) -> Option<String> {
        let organization = self.cast.agency.clone();
        self.at = organization.clone();
        let kinds = if self.dice.chance(2) {
            LeftProductRights::All
        } else {
            LeftProductRights::Only(Kinds::NONE.with(RightKind::Usage))
        };
        if deed == Deed::Assign {
            let command = CreateClientAssignment {
                organization,
                id: None::<AssignmentId>,
                client: self.cast.client.clone(),
                assignee: domain::Assignee::Member(self.somebody()),
                product_rights: kinds,
                organization_rights: vec![domain::OrganizationRight::ManageUsers],
            };
            return self.by("CreateClientAssignment", &command);
        }
        let id = self.one::<ClientAssignment>()?.id;
        if deed == Deed::Unassign {
            let command = DeleteClientAssignment {
                organization,
                id,
                etag: None,
            };
            return self.by("DeleteClientAssignment", &command);
        }
        let command = UpdateClientAssignment {
            organization,
            id,
            product_rights: Edit::Set(kinds),
            organization_rights: Edit::Keep,
            etag: None,
        };
        self.by("UpdateClientAssignment", &command)
    }
}
