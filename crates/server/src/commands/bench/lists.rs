//! What do lists cost the server, beside a check? Each is of one user or one product among very many.

use std::num::NonZeroUsize;

use clap::Args;
use cli::Failure;

use super::held::{self, Held, Size};
use super::options::{AtOnce, Filled, On, Turns};
use super::turns::{self, CHECK};
use super::world::World;

const PRODUCTS: &str = "/grantor.v1.AccessService/ListAccessibleProducts";
const ACCESSORS: &str = "/grantor.v1.AccessService/ListAccessors";

/// Measure lists beside checks: the 20 products of a user among all, and the 10 users of a product.
///
/// It takes two cores, one for the server and one for the load. A page holds the whole list.
#[derive(Debug, Args)]
pub(super) struct Lists {
    #[command(flatten)]
    filled: Filled,
    #[command(flatten)]
    at_once: AtOnce,
    #[command(flatten)]
    turns: Turns,
    #[command(flatten)]
    on: On,
}

impl Lists {
    pub(super) async fn run(self) -> Result<String, Failure> {
        let world = World::begin(&self.on, Some(NonZeroUsize::MIN)).await?;
        let held = held::load(&world, Size::of(self.filled)?, held::CALLERS).await?;
        tokio::task::spawn_blocking(move || self.measure(&world, held)).await?
    }

    fn measure(&self, world: &World, mut held: Held) -> Result<String, Failure> {
        turns::take_cores()?;
        let target = |name, path, messages| world.target(name, path, &messages, self.at_once);
        let targets = [
            target("CheckAccess", CHECK, held.checks()),
            target(
                "ListAccessibleProducts, those of a user",
                PRODUCTS,
                held.lists_of_products(),
            ),
            target(
                "ListAccessors, those of a product",
                ACCESSORS,
                held.lists_of_users(),
            ),
        ];
        Ok(turns::table(&turns::measure(&targets, self.turns)?))
    }
}
