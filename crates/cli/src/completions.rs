//! `grantor completions`: what a shell reads to complete commands and flags.

use std::process::ExitCode;

use clap::Args;
use clap_complete::Shell;

use super::Failure;
use super::terminal::print;

/// Print what a shell reads to complete commands and flags.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  grantor completions bash > ~/.local/share/bash-completion/completions/grantor
  grantor completions zsh > ~/.zfunc/_grantor        # with ~/.zfunc in fpath
  grantor completions fish > ~/.config/fish/completions/grantor.fish")]
pub(super) struct Completions {
    /// For which shell.
    #[arg(value_enum)]
    shell: Shell,
}

impl Completions {
    pub(super) fn run(self, mut command: clap::Command) -> Result<ExitCode, Failure> {
        let mut script = Vec::new();
        clap_complete::generate(self.shell, &mut command, "grantor", &mut script);
        print(&String::from_utf8(script)?)?;
        Ok(ExitCode::SUCCESS)
    }
}
