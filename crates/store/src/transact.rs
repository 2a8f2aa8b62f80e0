//! How is anything changed? A decision under the lock of its home; this crate alone owns begin, lock, idempotency,
//! retry and commit.

mod attempt;
mod committed;
mod decide;
mod deciding;
mod group;
mod held;
mod lock;
mod member;
mod proof;
mod queue;
mod together;
mod writing;

use crate::store::Store;

pub use committed::Committed;
pub use decide::{Decide, Decided, Intent, Locked, Memory};
pub(crate) use queue::Queues;

impl Store {
    /// Changes a home. Runs to its end, or to its deadline, whether or not anybody still waits for it.
    pub async fn transact<D: Decide>(
        &self,
        intent: Intent,
        decide: D,
    ) -> Result<Committed, D::Error> {
        let store = self.clone();
        let work = together::run(store, intent, decide);
        let work = tracing::Instrument::in_current_span(work);
        self.background().run(work).await
    }
}
