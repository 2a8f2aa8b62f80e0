//! `grantor catalog`: the product types, their rights and the platform's settings, as one file says them.

mod advice;
mod apply;
mod file;
mod parts;
mod preview;
mod quotas;
mod settings;
mod show;
mod words;

use std::process::ExitCode;

use clap::{Args, Subcommand};
use grantor::v1;
use grantor::v1::catalog_service_client::CatalogServiceClient;
use grantor::v1::platform_service_client::PlatformServiceClient;

pub use file::CatalogFile;
pub use settings::NamedSettings;
pub(super) use words::KINDS;

use super::Failure;
use super::client::{Authorized, Connection};
use super::pages::Limit;
use super::refusal::answered;

/// Declare the product types, their rights and the platform's settings from one file.
#[derive(Debug, Args)]
pub(super) struct Catalog {
    #[command(subcommand)]
    verb: Verb,
}

#[derive(Debug, Subcommand)]
enum Verb {
    /// Make a running Grantor have the catalog and the settings of a file, after showing what that changes.
    Apply(apply::Apply),
    /// Print the present catalog and settings as such a file.
    Show(show::Show),
}

impl Catalog {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        match self.verb {
            Verb::Apply(apply) => apply.run().await,
            Verb::Show(show) => show.run().await,
        }
    }
}

/// The platform as it is: what a file is compared with.
struct Present {
    settings: v1::PlatformSettings,
    /// By id, retired ones included.
    types: Vec<v1::ProductType>,
}

/// The two services that a file is about.
struct Platform {
    channel: Authorized,
    catalog: CatalogServiceClient<Authorized>,
    settings: PlatformServiceClient<Authorized>,
}

impl Platform {
    async fn open(connection: &Connection) -> Result<Self, Failure> {
        let channel = connection.open().await?;
        Ok(Self {
            catalog: CatalogServiceClient::new(channel.clone()),
            settings: PlatformServiceClient::new(channel.clone()),
            channel,
        })
    }

    async fn present(&mut self) -> Result<Present, Failure> {
        let asked = v1::GetPlatformSettingsRequest {
            name: SETTINGS.to_owned(),
        };
        let answer = self.settings.get_platform_settings(asked).await;
        let answer = answered(answer)?;
        Ok(Present {
            settings: answer.settings.unwrap_or_default(),
            types: self.types().await?,
        })
    }

    async fn types(&self) -> Result<Vec<v1::ProductType>, Failure> {
        let listed = Limit::ALL.read(self.channel.clone(), |_| v1::ListProductTypesRequest {
            include_retired: true,
            // Each type can have a hundred rights.
            page_size: 50,
            ..Default::default()
        });
        Ok(listed.await?.items)
    }
}

/// The name of the settings; there is one.
const SETTINGS: &str = "platform/settings";
