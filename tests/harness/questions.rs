//! The access questions beside Check, asked fully consistent.

use grantor::v1;

use super::actor::{Actor, Answer};
use super::make::fully;

impl Actor {
    /// Why a user may or may not.
    pub async fn explains(
        &self,
        user: &str,
        right: &str,
        resource: &str,
    ) -> Answer<v1::ExplainAccessResponse> {
        let request = v1::ExplainAccessRequest {
            subject: format!("users/{user}"),
            resource: resource.to_owned(),
            right: right.to_owned(),
            consistency: fully(),
            ..Default::default()
        };
        Ok(self.access().explain_access(request).await?.into_inner())
    }

    /// Many questions at once, each `(user, right, resource)`.
    pub async fn asks_at_once(
        &self,
        questions: &[(&str, &str, &str)],
    ) -> Answer<Vec<v1::AccessResult>> {
        let question = |(user, right, resource): &(&str, &str, &str)| v1::AccessQuestion {
            subject: format!("users/{user}"),
            resource: (*resource).to_owned(),
            right: (*right).to_owned(),
        };
        let questions = questions.iter().map(question).collect();
        let request = v1::BatchCheckAccessRequest {
            questions,
            consistency: fully(),
            ..Default::default()
        };
        Ok(self
            .access()
            .batch_check_access(request)
            .await?
            .into_inner()
            .results)
    }

    /// Everything that a user may do on something.
    pub async fn lists_rights(&self, user: &str, resource: &str) -> Answer<v1::ListRightsResponse> {
        let request = v1::ListRightsRequest {
            subject: format!("users/{user}"),
            resource: resource.to_owned(),
            consistency: fully(),
            ..Default::default()
        };
        Ok(self.access().list_rights(request).await?.into_inner())
    }

    /// The first page of those who may; an empty right is any.
    pub async fn lists_accessors(&self, right: &str, resource: &str) -> Answer<Vec<v1::Accessor>> {
        let request = v1::ListAccessorsRequest {
            resource: resource.to_owned(),
            right: right.to_owned(),
            consistency: fully(),
            ..Default::default()
        };
        Ok(self
            .access()
            .list_accessors(request)
            .await?
            .into_inner()
            .accessors)
    }

    /// The first page of products on which a user has a right, as `type/right`; an empty one is any.
    pub async fn lists_accessible_products(
        &self,
        organization: &str,
        user: &str,
        right: &str,
    ) -> Answer<Vec<v1::AccessibleProduct>> {
        let request = v1::ListAccessibleProductsRequest {
            parent: format!("organizations/{organization}"),
            subject: format!("users/{user}"),
            right: right.to_owned(),
            consistency: fully(),
            ..Default::default()
        };
        Ok(self
            .access()
            .list_accessible_products(request)
            .await?
            .into_inner()
            .products)
    }

    /// The organizations in which a user may do anything, page by page of this size.
    pub async fn lists_accessible_organizations(
        &self,
        user: &str,
        size: i32,
    ) -> Answer<Vec<v1::AccessibleOrganization>> {
        let (mut all, mut page_token) = (Vec::new(), String::new());
        loop {
            let request = v1::ListAccessibleOrganizationsRequest {
                subject: format!("users/{user}"),
                page_size: size,
                page_token,
                consistency: fully(),
            };
            let mut access = self.access();
            let page = access.list_accessible_organizations(request).await?;
            let page = page.into_inner();
            assert!(page.organizations.len() <= size as usize);
            all.extend(page.organizations);
            if page.next_page_token.is_empty() {
                return Ok(all);
            }
            page_token = page.next_page_token;
        }
    }
}
