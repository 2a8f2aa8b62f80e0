//! How fast is a large organization loaded?

use std::fmt::Write as _;

use clap::Args;
use cli::Failure;

use super::held::{self, Size};
use super::options::{Filled, On};
use super::world::World;

/// Measure how fast members, products and grants are loaded into one organization, 1,000 in a call.
#[derive(Debug, Args)]
pub(super) struct Loads {
    /// Callers at once.
    #[arg(long, default_value_t = 4, value_parser = clap::value_parser!(u16).range(1..))]
    callers: u16,
    #[command(flatten)]
    filled: Filled,
    #[command(flatten)]
    on: On,
}

impl Loads {
    pub(super) async fn run(self) -> Result<String, Failure> {
        let world = World::begin(&self.on, None).await?;
        let held = held::load(&world, Size::of(self.filled)?, self.callers.into()).await?;
        let mut table = "| what | count | a second |\n|---|---|---|\n".to_owned();
        for loaded in &held.loaded {
            // A String takes whatever is written to it.
            let _ = writeln!(
                table,
                "| {} | {} | {:.0} |",
                loaded.what, loaded.count, loaded.per_second
            );
        }
        Ok(table)
    }
}
