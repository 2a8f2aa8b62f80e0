//! `grantor catalog show`: the present catalog and settings as the file that would make them.

use std::fmt::Write;
use std::process::ExitCode;

use clap::Args;
use grantor::v1;

use super::settings::{list, quoted, spelled};
use super::words::{KINDS, word};
use super::{Platform, Present};
use crate::Failure;
use crate::client::Connection;
use crate::terminal::print;

/// Print the present catalog and settings as a file for `grantor catalog apply`.
#[derive(Debug, Args)]
#[command(
    after_help = "Example: grantor catalog show > grantor.toml; edit it; grantor catalog apply --preview grantor.toml"
)]
pub(super) struct Show {
    #[command(flatten)]
    connection: Connection,
}

impl Show {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let present = Platform::open(&self.connection).await?.present().await?;
        let mut text = String::new();
        write_file(&mut text, &present)?;
        print(&text)?;
        Ok(ExitCode::SUCCESS)
    }
}

fn write_file(text: &mut String, present: &Present) -> Result<(), std::fmt::Error> {
    writeln!(text, "[settings]")?;
    for (name, value) in spelled(&present.settings) {
        writeln!(text, "{name} = {value}")?;
    }
    present
        .types
        .iter()
        .try_for_each(|product_type| write_type(text, product_type))
}

fn write_type(text: &mut String, product_type: &v1::ProductType) -> Result<(), std::fmt::Error> {
    let id = product_type.name.trim_start_matches("productTypes/");
    writeln!(text, "\n[[type]]\nid = {}", quoted(id))?;
    writeln!(text, "name = {}", quoted(&product_type.display_name))?;
    if !product_type.managing_system.is_empty() {
        let system = quoted(&product_type.managing_system);
        writeln!(text, "managing_system = {system}")?;
    }
    if product_type.state() == v1::ProductTypeState::Retired {
        writeln!(text, "retired = true")?;
    }
    writeln!(text, "rights = [")?;
    for right in &product_type.rights {
        write!(text, "    {{ id = {}, ", quoted(&right.id))?;
        write!(text, "name = {}, ", quoted(&right.display_name))?;
        write!(text, "kind = {}", quoted(word(&KINDS, right.kind())))?;
        if !right.implies.is_empty() {
            let implied = list(right.implies.iter().map(String::as_str));
            write!(text, ", implies = {implied}")?;
        }
        writeln!(text, " }},")?;
    }
    writeln!(text, "]")
}
