//! CatalogService: which types of products there are, and which rights each has.

use std::sync::Arc;

use app::App;
use decide::use_cases::catalog::{ApplyCatalog, RetireProductType};
use domain::ProductType;
use grantor::v1;
use tonic::{Request, Response, Status};

use crate::call::take;
use crate::convert::catalog::{difference_to_proto, product_type_to_proto};
use crate::convert::done::{consistency_token, effect, number};
use crate::convert::page::{listed, page_to_proto};
use crate::fields::parse;
use crate::mutation::mutation;
use crate::status::status;

pub(crate) struct Catalog(pub(crate) Arc<App>);

#[tonic::async_trait]
impl v1::catalog_service_server::CatalogService for Catalog {
    async fn get_product_type(
        &self,
        request: Request<v1::GetProductTypeRequest>,
    ) -> Result<Response<v1::GetProductTypeResponse>, Status> {
        let (call, message) = take(request)?;
        let id = parse(message)?;
        let (product_type, seen) = self.0.get_product_type(&call, &id).await.map_err(status)?;
        Ok(Response::new(v1::GetProductTypeResponse {
            product_type: Some(product_type_to_proto(&product_type)),
            consistency_token: seen.token,
        }))
    }

    async fn list_product_types(
        &self,
        request: Request<v1::ListProductTypesRequest>,
    ) -> Result<Response<v1::ListProductTypesResponse>, Status> {
        let (_, page) = listed(&self.0, request).await?;
        let (product_types, next_page_token) =
            page_to_proto(&page, |listed| product_type_to_proto(listed));
        Ok(Response::new(v1::ListProductTypesResponse {
            product_types,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }

    async fn apply_catalog(
        &self,
        request: Request<v1::ApplyCatalogRequest>,
    ) -> Result<Response<v1::ApplyCatalogResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command: ApplyCatalog = parse(message)?;
        let declared: Vec<_> = command
            .types
            .iter()
            .map(|declared| declared.id.clone())
            .collect();
        let done = self.0.write(call, command).await.map_err(status)?;
        let differences = self.0.catalog_differences(&done).await.map_err(status)?;
        let reached = done
            .change()
            .and_then(|change| change.outcome.reached)
            .unwrap_or_default();
        let [gaining, gaining_in, losing, losing_in] = reached.map(number);
        let now = declared
            .iter()
            .filter_map(|id| done.view.platform.product_type(id));
        Ok(Response::new(v1::ApplyCatalogResponse {
            product_types: now
                .map(|declared| product_type_to_proto(declared))
                .collect(),
            changes: differences.into_iter().map(difference_to_proto).collect(),
            gaining_user_count: gaining,
            gaining_organization_count: gaining_in,
            losing_user_count: losing,
            losing_organization_count: losing_in,
            consistency_token: consistency_token(&done),
        }))
    }

    async fn retire_product_type(
        &self,
        request: Request<v1::RetireProductTypeRequest>,
    ) -> Result<Response<v1::RetireProductTypeResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command: RetireProductType = parse(message)?;
        let id = command.id.clone();
        let done = self.0.write(call, command).await.map_err(status)?;
        // One that was retired already is not saved again.
        let unchanged = || done.view.platform.product_type(&id).map(AsRef::as_ref);
        let retired = done.saved::<ProductType>().or_else(unchanged);
        Ok(Response::new(v1::RetireProductTypeResponse {
            product_type: retired.map(product_type_to_proto),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }
}
