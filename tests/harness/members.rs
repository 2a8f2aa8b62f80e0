//! Sentences about members and what they have: roles, access by type, teams, and the products these cover.

use grantor::v1;

use super::actor::{Actor, Answer};
use super::make::fully;

fn member_name(organization: &str, user: &str) -> String {
    format!("organizations/{organization}/members/{user}")
}

/// Rights on single products, and nothing on products made later.
pub fn own(products: &[(&str, v1::Rights)]) -> v1::OwnTypeAccess {
    let entry = |(product, rights): &(&str, v1::Rights)| v1::ProductRights {
        product: (*product).to_owned(),
        rights: Some(rights.clone()),
    };
    v1::OwnTypeAccess {
        products: products.iter().map(entry).collect(),
        future_products: Some(v1::FutureProducts {
            choice: Some(v1::future_products::Choice::None(())),
        }),
        ..Default::default()
    }
}

/// Rights on single products, and these on products made later.
pub fn own_and_future(products: &[(&str, v1::Rights)], future: v1::Rights) -> v1::OwnTypeAccess {
    let choice = v1::future_products::Choice::Rights(future);
    v1::OwnTypeAccess {
        future_products: Some(v1::FutureProducts {
            choice: Some(choice),
        }),
        ..own(products)
    }
}

impl Actor {
    /// What a member has, by type.
    pub async fn sees_access(&self, organization: &str, user: &str) -> Answer<v1::MemberAccess> {
        let name = member_name(organization, user);
        let request = v1::GetMemberAccessRequest {
            name,
            consistency: fully(),
            ..Default::default()
        };
        Ok(self
            .members()
            .get_member_access(request)
            .await?
            .into_inner()
            .access
            .expect("the access"))
    }

    /// What a member has on one type.
    pub async fn sees_access_to(
        &self,
        organization: &str,
        user: &str,
        product_type: &str,
    ) -> Answer<v1::TypeAccess> {
        let access = self.sees_access(organization, user).await?;
        let name = format!("productTypes/{product_type}");
        Ok(access
            .types
            .into_iter()
            .find(|of| of.product_type == name)
            .expect("an entry for the type"))
    }

    /// Saves what a member has of their own on one type.
    pub async fn saves_access(
        &self,
        organization: &str,
        user: &str,
        product_type: &str,
        own: v1::OwnTypeAccess,
    ) -> Answer<v1::ReplaceMemberAccessResponse> {
        let access = v1::replace_member_access_request::Access::Own(own);
        self.saves_access_seen(organization, user, product_type, access, "")
            .await
    }

    /// Saves that a member has nothing of their own on one type.
    pub async fn saves_no_access(
        &self,
        organization: &str,
        user: &str,
        product_type: &str,
    ) -> Answer<v1::ReplaceMemberAccessResponse> {
        let access = v1::replace_member_access_request::Access::None(());
        self.saves_access_seen(organization, user, product_type, access, "")
            .await
    }

    /// Saves access to one type, with the etag that was read.
    pub async fn saves_access_seen(
        &self,
        organization: &str,
        user: &str,
        product_type: &str,
        access: v1::replace_member_access_request::Access,
        etag: &str,
    ) -> Answer<v1::ReplaceMemberAccessResponse> {
        let request = v1::ReplaceMemberAccessRequest {
            name: member_name(organization, user),
            product_type: format!("productTypes/{product_type}"),
            access: Some(access),
            etag: etag.to_owned(),
            ..Default::default()
        };
        Ok(self
            .members()
            .replace_member_access(request)
            .await?
            .into_inner())
    }

    /// Saves all of a member's access; `all` is acknowledged.
    pub async fn saves_all_access(
        &self,
        organization: &str,
        user: &str,
        access: v1::replace_all_member_access_request::Access,
    ) -> Answer<v1::ReplaceAllMemberAccessResponse> {
        let request = v1::ReplaceAllMemberAccessRequest {
            name: member_name(organization, user),
            access: Some(access),
            acknowledge_all_products: true,
            ..Default::default()
        };
        Ok(self
            .members()
            .replace_all_member_access(request)
            .await?
            .into_inner())
    }

    /// Gives every right on all products in one call; what it opens is acknowledged.
    pub async fn grants_full_access(
        &self,
        organization: &str,
        user: &str,
    ) -> Answer<v1::GrantFullAccessResponse> {
        let name = member_name(organization, user);
        let request = v1::GrantFullAccessRequest {
            name,
            acknowledge_all_products: true,
            ..Default::default()
        };
        Ok(self
            .members()
            .grant_full_access(request)
            .await?
            .into_inner())
    }

    /// Gives a member another role, and nothing with it.
    pub async fn changes_role(
        &self,
        organization: &str,
        user: &str,
        role: v1::Role,
    ) -> Answer<v1::UpdateMemberResponse> {
        let member = v1::Member {
            name: member_name(organization, user),
            role: role.into(),
            ..Default::default()
        };
        let request = v1::UpdateMemberRequest {
            member: Some(member),
            ..Default::default()
        };
        Ok(self.members().update_member(request).await?.into_inner())
    }

    /// One member as the actor sees them.
    pub async fn sees_member(&self, organization: &str, user: &str) -> Answer<v1::Member> {
        let request = v1::GetMemberRequest {
            name: member_name(organization, user),
        };
        Ok(self
            .members()
            .get_member(request)
            .await?
            .into_inner()
            .member
            .expect("the member"))
    }

    /// The first page of members.
    pub async fn lists_members(&self, request: v1::ListMembersRequest) -> Answer<Vec<v1::Member>> {
        let request = v1::ListMembersRequest {
            consistency: fully(),
            ..request
        };
        Ok(self
            .members()
            .list_members(request)
            .await?
            .into_inner()
            .members)
    }

    pub async fn sees_actions(
        &self,
        organization: &str,
        user: &str,
    ) -> Answer<v1::GetMemberActionsResponse> {
        let request = v1::GetMemberActionsRequest {
            name: member_name(organization, user),
        };
        Ok(self
            .members()
            .get_member_actions(request)
            .await?
            .into_inner())
    }

    pub async fn deactivates_member(
        &self,
        organization: &str,
        user: &str,
    ) -> Answer<v1::DeactivateMemberResponse> {
        let name = member_name(organization, user);
        let request = v1::DeactivateMemberRequest {
            name,
            ..Default::default()
        };
        Ok(self
            .members()
            .deactivate_member(request)
            .await?
            .into_inner())
    }

    pub async fn reactivates_member(
        &self,
        organization: &str,
        user: &str,
    ) -> Answer<v1::ReactivateMemberResponse> {
        let name = member_name(organization, user);
        let request = v1::ReactivateMemberRequest {
            name,
            ..Default::default()
        };
        Ok(self
            .members()
            .reactivate_member(request)
            .await?
            .into_inner())
    }

    pub async fn removes_member(
        &self,
        organization: &str,
        user: &str,
    ) -> Answer<v1::RemoveMemberResponse> {
        let name = member_name(organization, user);
        let request = v1::RemoveMemberRequest {
            name,
            ..Default::default()
        };
        Ok(self.members().remove_member(request).await?.into_inner())
    }

    pub async fn removes_from_team(
        &self,
        organization: &str,
        team: &str,
        users: &[&str],
    ) -> Answer<v1::Team> {
        let request = v1::RemoveTeamMembersRequest {
            name: format!("organizations/{organization}/teams/{team}"),
            members: users
                .iter()
                .map(|user| member_name(organization, user))
                .collect(),
            ..Default::default()
        };
        Ok(self
            .teams()
            .remove_team_members(request)
            .await?
            .into_inner()
            .team
            .expect("the team"))
    }

    pub async fn tags(&self, product: &str, tags: &[&str]) -> Answer<v1::Product> {
        let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
        let request = v1::AddProductTagsRequest {
            name: product.to_owned(),
            tags,
            ..Default::default()
        };
        Ok(self
            .products()
            .add_product_tags(request)
            .await?
            .into_inner()
            .product
            .expect("the product"))
    }

    pub async fn untags(&self, product: &str, tags: &[&str]) -> Answer<v1::Product> {
        let tags = tags.iter().map(|tag| (*tag).to_owned()).collect();
        let request = v1::RemoveProductTagsRequest {
            name: product.to_owned(),
            tags,
            ..Default::default()
        };
        Ok(self
            .products()
            .remove_product_tags(request)
            .await?
            .into_inner()
            .product
            .expect("the product"))
    }

    /// Creates a group of products and returns its name.
    pub async fn creates_group(&self, organization: &str, id: &str) -> Answer<String> {
        let request = v1::CreateProductGroupRequest {
            parent: format!("organizations/{organization}"),
            product_group_id: id.to_owned(),
            product_group: Some(v1::ProductGroup {
                display_name: id.to_owned(),
                ..Default::default()
            }),
            ..Default::default()
        };
        let answer = self
            .products()
            .create_product_group(request)
            .await?
            .into_inner();
        Ok(answer.product_group.expect("the group").name)
    }

    pub async fn adds_to_group(&self, group: &str, products: &[&str]) -> Answer<v1::ProductGroup> {
        let products = products
            .iter()
            .map(|product| (*product).to_owned())
            .collect();
        let request = v1::AddProductsToGroupRequest {
            name: group.to_owned(),
            products,
            ..Default::default()
        };
        Ok(self
            .products()
            .add_products_to_group(request)
            .await?
            .into_inner()
            .product_group
            .expect("the group"))
    }

    pub async fn removes_from_group(
        &self,
        group: &str,
        products: &[&str],
    ) -> Answer<v1::ProductGroup> {
        let products = products
            .iter()
            .map(|product| (*product).to_owned())
            .collect();
        let request = v1::RemoveProductsFromGroupRequest {
            name: group.to_owned(),
            products,
            ..Default::default()
        };
        let answer = self
            .products()
            .remove_products_from_group(request)
            .await?
            .into_inner();
        Ok(answer.product_group.expect("the group"))
    }
}
