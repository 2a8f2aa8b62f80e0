//! Which types of products are there, and which rights has each? How the catalog changes.

mod apply;
mod declaration;
mod difference;
mod merge;
mod reach;
mod retire;

pub use apply::ApplyCatalog;
pub use declaration::{DeclaredRight, DeclaredType};
pub use difference::{Difference, DifferenceKind, differences};
pub use retire::RetireProductType;
