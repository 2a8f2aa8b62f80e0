//! PlatformService: settings that hold for every organization, and who operates the platform.

use std::sync::Arc;

use app::App;
use domain::Settings;
use grantor::v1;
use tonic::{Request, Response, Status};

use crate::call::take;
use crate::convert::done::{consistency_token, effect};
use crate::convert::page::page_to_proto;
use crate::convert::platform::{operator_to_proto, settings_to_proto};
use crate::fields::parse;
use crate::mutation::mutation;
use crate::status::status;

pub(crate) struct Platform(pub(crate) Arc<App>);

#[tonic::async_trait]
impl v1::platform_service_server::PlatformService for Platform {
    async fn get_platform_settings(
        &self,
        request: Request<v1::GetPlatformSettingsRequest>,
    ) -> Result<Response<v1::GetPlatformSettingsResponse>, Status> {
        let (call, message) = take(request)?;
        parse(message)?;
        let (settings, seen) = self.0.get_platform_settings(&call).await.map_err(status)?;
        Ok(Response::new(v1::GetPlatformSettingsResponse {
            settings: Some(settings_to_proto(&settings)),
            consistency_token: seen.token,
        }))
    }

    async fn update_platform_settings(
        &self,
        request: Request<v1::UpdatePlatformSettingsRequest>,
    ) -> Result<Response<v1::UpdatePlatformSettingsResponse>, Status> {
        let (call, message) = mutation(request)?;
        let command = parse(message)?;
        let done = self.0.write(call, command).await.map_err(status)?;
        Ok(Response::new(v1::UpdatePlatformSettingsResponse {
            settings: done.saved::<Settings>().map(settings_to_proto),
            consistency_token: consistency_token(&done),
            effect: effect(&done),
        }))
    }

    async fn list_operators(
        &self,
        request: Request<v1::ListOperatorsRequest>,
    ) -> Result<Response<v1::ListOperatorsResponse>, Status> {
        let (call, message) = take(request)?;
        let asked = parse(message)?;
        let page = self.0.list_operators(&call, &asked).await.map_err(status)?;
        let (operators, next_page_token) = page_to_proto(&page, operator_to_proto);
        Ok(Response::new(v1::ListOperatorsResponse {
            operators,
            next_page_token,
            consistency_token: page.seen.token,
        }))
    }
}
