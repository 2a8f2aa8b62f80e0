//! `grantor catalog apply`: preview, confirm, do.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;

use super::Platform;
use super::advice::advice;
use super::file::CatalogFile;
use super::preview::{Preview, Requests};
use crate::Failure;
use crate::client::Connection;
use crate::terminal::{confirmed, print, say};

/// What the command prints about the file, in short.
const HELP: &str = r#"The file is TOML, such as:

  [settings]                          # each is optional; one that is left out stays as it is
  default_administrator_limit = 3     # or "none"
  default_administrator_areas = []    # of financial, security, user_rights, technical
  invitation_life = "30 days"
  languages = ["en", "fr"]            # the first for those whose own is not among them
  white_label = true
  sign_in_uri = "https://accounts.example.com/sign-in"    # or "none"; the code of a link comes behind its #
  claims_per_email = 10
  quotas.grants = 100000              # of one organization; the others are in docs/limits.md

  [[type]]
  id = "mailbox"
  name = "Mailbox"
  rights = [
      { id = "use", name = "Read and write mail", kind = "usage" },
      { id = "manage", name = "Manage the mailbox", kind = "management", implies = ["reset-password"] },
      { id = "reset-password", name = "Set the password", kind = "management" },
  ]

Kinds are usage, management, technical, statistics and detailed. A type can have managing_system = "NAME" (then only
the service account with scope type.ID.write says who has access) and retired = true (no new products or grants, for
good). A right that the file leaves out of a type is removed for good; a type that it leaves out stays as it is.

Exit code 0: applied, or nothing to change. 1: with --preview, something would change; or you said no. 2: refused."#;

/// Make a running Grantor have the catalog and the settings of a file, after showing what that changes.
#[derive(Debug, Args)]
#[command(after_help = HELP)]
pub(super) struct Apply {
    /// The file.
    file: PathBuf,
    /// Only show what would change.
    #[arg(long)]
    preview: bool,
    /// Do not ask.
    #[arg(long)]
    yes: bool,
    /// Go on although people lose rights by it; the preview says how many.
    #[arg(long)]
    allow_loss: bool,
    /// Go on although people gain rights by it; the preview says how many.
    #[arg(long)]
    allow_gain: bool,
    #[command(flatten)]
    connection: Connection,
}

impl Apply {
    pub(super) async fn run(self) -> Result<ExitCode, Failure> {
        let file = CatalogFile::read(&self.file)?;
        // Also what is wrong by itself is told before anybody is called.
        file.product_types()?;
        file.settings()?;
        let mut platform = Platform::open(&self.connection).await?;
        let present = platform.present().await?;
        let requests = Requests::of(&file, &present)?;
        let preview = Preview::ask(&mut platform, &file, &requests, &present).await?;
        let address = self.connection.address()?;
        if preview.is_empty() {
            say(&format!(
                "{} changes nothing at {address}.",
                file.path().display()
            ))?;
            return Ok(ExitCode::SUCCESS);
        }
        print(&format!(
            "{} would change at {address}:\n{preview}",
            file.path().display()
        ))?;
        if self.preview {
            return Ok(ExitCode::from(1));
        }
        self.must_be_allowed(&preview)?;
        if !confirmed("Apply it?", self.yes)? {
            say("Nothing was changed.")?;
            return Ok(ExitCode::from(1));
        }
        self.apply(&mut platform, &file, requests, &preview).await?;
        say("Applied.")?;
        Ok(ExitCode::SUCCESS)
    }

    fn must_be_allowed(&self, preview: &Preview) -> Result<(), Failure> {
        let mut missing = Vec::new();
        if preview.takes() && !self.allow_loss {
            missing.push("--allow-loss");
        }
        if preview.gives() && !self.allow_gain {
            missing.push("--allow-gain");
        }
        if missing.is_empty() {
            return Ok(());
        }
        Err(format!(
            "nothing was changed: this reaches people, as the preview says. If that is meant, say {} too",
            missing.join(" and ")
        )
        .into())
    }

    /// The catalog first: what is most likely to be refused, while nothing is changed yet.
    async fn apply(
        &self,
        platform: &mut Platform,
        file: &CatalogFile,
        requests: Requests,
        preview: &Preview,
    ) -> Result<(), Failure> {
        let parts = requests.catalog.into_iter();
        for mut part in parts.filter(|_| preview.changes_types()) {
            let request = &mut part.request;
            (request.allow_gain, request.allow_loss) = (self.allow_gain, self.allow_loss);
            let answer = platform.catalog.apply_catalog(request.clone()).await;
            answer.map_err(|status| part.advice(file, &status))?;
        }
        for request in requests.retire {
            let answer = platform.catalog.retire_product_type(request).await;
            answer.map_err(|status| advice(file, &status))?;
        }
        if let Some(request) = requests.settings.filter(|_| preview.changes_settings()) {
            let answer = platform.settings.update_platform_settings(request).await;
            answer.map_err(|status| advice(file, &status))?;
        }
        Ok(())
    }
}
