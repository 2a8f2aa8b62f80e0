//! `grantor matrix`: who may what, as a picture of members and products.

mod html;
mod marks;
mod palette;
mod picture;
mod read;
mod svg;
mod text;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Args, ValueEnum};

use super::caller::Caller;
use super::terminal::{print, width};
use super::{Failure, short};

/// How wide a picture is drawn where no terminal says it.
const USUAL_WIDTH: u16 = 120;

/// Draw who may what.
#[derive(Debug, Args)]
#[command(after_help = "\
Members are the rows, products the columns. A cell has a letter for each kind of right that the product's type declares:
U usage, M management, T technical, S statistics, D detailed. A capital: every right of that kind; a small letter: some;
a dot: none. What partners' people hold, who are no members, is not drawn.

It asks once for each member. Needed are the rights to see members and products (manage_users and manage_products), or an
account with the scopes access.ask and read.

Examples:
  grantor matrix acme
  grantor matrix acme --right management --type kdrive
  grantor matrix acme --format svg -o acme.svg
  grantor matrix acme --by group --format html -o acme.html")]
pub(super) struct Matrix {
    /// Of which organization, such as organizations/acme or acme.
    #[arg(value_parser = short::organization)]
    organization: String,
    /// Only this right, such as kdrive/manage or manage, or this kind: usage, management, technical, statistics or
    /// detailed.
    #[arg(long, value_name = "RIGHT|KIND")]
    right: Option<String>,
    /// Only products of this type, such as productTypes/kdrive or kdrive.
    #[arg(long = "type", value_name = "TYPE", value_parser = short::product_type)]
    product_type: Option<String>,
    /// What the columns stand under. A product of several groups stands under each of them.
    #[arg(long, value_enum, default_value_t)]
    by: By,
    /// As what it is drawn.
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    /// At most so many products side by side on a terminal; the others follow below. Without it, as many as fit.
    #[arg(long, value_name = "COUNT", value_parser = clap::value_parser!(u16).range(1..))]
    columns: Option<u16>,
    /// Write it here instead of to standard output.
    #[arg(short = 'o', long = "out", value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    caller: Caller,
}

/// What columns stand under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum By {
    /// Their product type.
    #[default]
    Type,
    /// Their product groups.
    Group,
}

/// As what it is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
enum Format {
    /// Text of letters.
    #[default]
    Terminal,
    /// A picture by itself.
    Svg,
    /// A page by itself, with a table that screen readers read.
    Html,
}

impl Matrix {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let access = read::read(
            self.caller.open().await?,
            &self.organization,
            self.product_type,
        )
        .await?;
        let picture = picture::Picture::of(access, self.right.as_deref(), self.by == By::Group)?;
        let drawn = match self.format {
            Format::Terminal => {
                let width = width()
                    .filter(|_| self.out.is_none())
                    .unwrap_or(USUAL_WIDTH);
                text::drawn(&picture, width.into(), self.columns.map(usize::from))
            }
            Format::Svg => svg::drawn(&picture)?,
            Format::Html => html::drawn(&picture)?,
        };
        match self.out {
            None => print(&drawn)?,
            Some(file) => {
                let plain = anstream::adapter::strip_str(&drawn).to_string();
                std::fs::write(&file, plain)
                    .map_err(|cause| format!("{} cannot be written: {cause}", file.display()))?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
