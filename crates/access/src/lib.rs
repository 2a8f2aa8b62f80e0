//! Who may use what, and why: the states in memory, the one evaluator that answers from them, and the rules that ask who holds what.
//!
//! Nothing here waits, reads a clock or touches a disk. Rules that need only one noun stand in `domain`.

mod accessor;
mod asked_right;
mod check;
mod decision;
mod difference;
mod effect;
mod evaluate;
mod explain;
mod list;
mod made_thing;
mod merged;
mod reached;
mod rules;
mod span;
mod staff;
mod state;
mod touched;
mod turns;
mod view;
mod words;
mod work;

pub use decision::{Decision, DecisionReason, Path, Resource};
pub use difference::{Asked, Difference, Step, Where};
pub use effect::effect;
pub use explain::{ExplainedPath, Explanation};
pub use list::{AccessibleProduct, FoundAccessor, Walked, Wanted};
pub use made_thing::Made;
pub use rules::{Delegation, Invited, Judged, Labelling, Raised, Transition, invitations_reached};
pub use state::{Loading, OrganizationState, PeopleState, PlatformState, State};
pub use touched::Touched;
pub use turns::Turns;
pub use view::{Narrowed, View};
pub use work::Work;
