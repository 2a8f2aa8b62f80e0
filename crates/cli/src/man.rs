//! `grantor man`: the manual, a page for each command.

use std::path::PathBuf;
use std::process::ExitCode;

use clap::Args;
use clap_mangen::Man as Page;

use super::Failure;
use super::terminal::print;

/// Write the manual: a page for each command into a directory, or the first page to standard output.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  grantor man | man -l -
  grantor man ~/.local/share/man/man1 && man grantor-grants-create")]
pub(super) struct Man {
    /// Where the pages go; it is made if it is not there.
    directory: Option<PathBuf>,
}

impl Man {
    pub(super) fn run(self, command: clap::Command) -> Result<ExitCode, Failure> {
        match self.directory {
            Some(directory) => {
                std::fs::create_dir_all(&directory)
                    .and_then(|()| clap_mangen::generate_to(command, &directory))
                    .map_err(|cause| {
                        format!("{} cannot be written: {cause}", directory.display())
                    })?;
            }
            None => {
                let mut page = Vec::new();
                Page::new(command).render(&mut page)?;
                print(&String::from_utf8(page)?)?;
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}
