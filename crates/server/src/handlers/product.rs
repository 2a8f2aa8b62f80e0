//! ProductService: products, their tags, and groups of products.

use std::sync::Arc;

use app::App;
use app::queries::product_group::ProductCounts;
use grantor::v1;
use tonic::{Request, Response, Status};

use crate::call::take;
use crate::convert::done::{consistency_token, effect};
use crate::convert::grant::removed_grants;
use crate::convert::page::{listed, page_to_proto};
use crate::convert::product::{product_to_proto, saved_product, saved_products};
use crate::convert::product_group::{product_group_to_proto, saved_product_group};
use crate::fields::parse;
use crate::mutation::written;
use crate::status::status;

pub(crate) struct Products(pub(crate) Arc<App>);

#[tonic::async_trait]
impl v1::product_service_server::ProductService for Products {
    async fn create_product(
        &self,
        request: Request<v1::CreateProductRequest>,
    ) -> Result<Response<v1::CreateProductResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::CreateProductResponse {
            product: saved_product(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn batch_create_products(
        &self,
        request: Request<v1::BatchCreateProductsRequest>,
    ) -> Result<Response<v1::BatchCreateProductsResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::BatchCreateProductsResponse {
            products: saved_products(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn get_product(
        &self,
        request: Request<v1::GetProductRequest>,
    ) -> Result<Response<v1::GetProductResponse>, Status> {
        let (call, message) = take(request)?;
        let (organization, id) = parse(message)?;
        let (product, seen) = self
            .0
            .get_product(&call, &organization, &id)
            .await
            .map_err(status)?;
        Ok(Response::new(v1::GetProductResponse {
            product: Some(product_to_proto(&product, &organization)),
            consistency_token: seen.token,
        }))
    }

    async fn list_products(
        &self,
        request: Request<v1::ListProductsRequest>,
    ) -> Result<Response<v1::ListProductsResponse>, Status> {
        let (query, page) = listed(&self.0, request).await?;
        let (products, next_page_token) = page_to_proto(&page, |product| {
            product_to_proto(product, &query.organization)
        });
        Ok(Response::new(v1::ListProductsResponse {
            products,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }

    async fn update_product(
        &self,
        request: Request<v1::UpdateProductRequest>,
    ) -> Result<Response<v1::UpdateProductResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::UpdateProductResponse {
            product: saved_product(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn delete_product(
        &self,
        request: Request<v1::DeleteProductRequest>,
    ) -> Result<Response<v1::DeleteProductResponse>, Status> {
        let done = written(&self.0, request).await?;
        let (removed_grants, omitted_removed_grant_count) = removed_grants(&done);
        Ok(Response::new(v1::DeleteProductResponse {
            removed_grants,
            omitted_removed_grant_count,
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn add_product_tags(
        &self,
        request: Request<v1::AddProductTagsRequest>,
    ) -> Result<Response<v1::AddProductTagsResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::AddProductTagsResponse {
            product: saved_product(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn remove_product_tags(
        &self,
        request: Request<v1::RemoveProductTagsRequest>,
    ) -> Result<Response<v1::RemoveProductTagsResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::RemoveProductTagsResponse {
            product: saved_product(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn create_product_group(
        &self,
        request: Request<v1::CreateProductGroupRequest>,
    ) -> Result<Response<v1::CreateProductGroupResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::CreateProductGroupResponse {
            product_group: saved_product_group(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn get_product_group(
        &self,
        request: Request<v1::GetProductGroupRequest>,
    ) -> Result<Response<v1::GetProductGroupResponse>, Status> {
        let (call, message) = take(request)?;
        let (organization, id) = parse(message)?;
        let (group, seen) = self
            .0
            .get_product_group(&call, &organization, &id)
            .await
            .map_err(status)?;
        let counts = ProductCounts::of(&seen.view);
        Ok(Response::new(v1::GetProductGroupResponse {
            product_group: Some(product_group_to_proto(&group, &organization, &counts)),
            consistency_token: seen.token,
        }))
    }

    async fn list_product_groups(
        &self,
        request: Request<v1::ListProductGroupsRequest>,
    ) -> Result<Response<v1::ListProductGroupsResponse>, Status> {
        let (query, page) = listed(&self.0, request).await?;
        let counts = ProductCounts::of(&page.seen.view);
        let (product_groups, next_page_token) = page_to_proto(&page, |group| {
            product_group_to_proto(group, &query.organization, &counts)
        });
        Ok(Response::new(v1::ListProductGroupsResponse {
            product_groups,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }

    async fn update_product_group(
        &self,
        request: Request<v1::UpdateProductGroupRequest>,
    ) -> Result<Response<v1::UpdateProductGroupResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::UpdateProductGroupResponse {
            product_group: saved_product_group(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn delete_product_group(
        &self,
        request: Request<v1::DeleteProductGroupRequest>,
    ) -> Result<Response<v1::DeleteProductGroupResponse>, Status> {
        let done = written(&self.0, request).await?;
        let (removed_grants, omitted_removed_grant_count) = removed_grants(&done);
        Ok(Response::new(v1::DeleteProductGroupResponse {
            removed_grants,
            omitted_removed_grant_count,
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn add_products_to_group(
        &self,
        request: Request<v1::AddProductsToGroupRequest>,
    ) -> Result<Response<v1::AddProductsToGroupResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::AddProductsToGroupResponse {
            product_group: saved_product_group(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn remove_products_from_group(
        &self,
        request: Request<v1::RemoveProductsFromGroupRequest>,
    ) -> Result<Response<v1::RemoveProductsFromGroupResponse>, Status> {
        let done = written(&self.0, request).await?;
        Ok(Response::new(v1::RemoveProductsFromGroupResponse {
            product_group: saved_product_group(&done),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }
}
