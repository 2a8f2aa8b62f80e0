//! The last changes of long lists with these whole: put together once for all who watch, and from the one before.

use std::collections::VecDeque;
use std::sync::Arc;

use store::Logged;
use tokio::sync::Mutex;

use crate::app::App;
use crate::done::Texts;
use crate::error::Error;
use crate::whole_lists::WantedLists;

/// How many are kept.
const KEPT: usize = 64;
/// Larger ones are not: they have more than their lists.
const MAX_KEPT: usize = 256 << 10;

/// The last ones. Whoever makes one holds it, so that all who watch together read as much as one.
#[derive(Debug, Default)]
pub(crate) struct ToldWhole(Mutex<VecDeque<Arc<Logged>>>);

impl ToldWhole {
    /// This change with its long lists, and the texts in it. `None` where it has none, or where they cannot be had now: then
    /// it is told by entry alone, which says so.
    pub(super) async fn of(&self, app: &App, logged: &Logged) -> Option<(Arc<Logged>, Arc<Texts>)> {
        logged.change.amendments().next()?;
        match self.made(app, logged).await {
            Ok(whole) => whole,
            Err(error) => {
                tracing::warn!(%error, "a long list is not shown whole to those who watch");
                None
            }
        }
    }

    async fn made(
        &self,
        app: &App,
        logged: &Logged,
    ) -> Result<Option<(Arc<Logged>, Arc<Texts>)>, Error> {
        let Some(whole) = self.kept_or_made(app, logged).await? else {
            return Ok(None);
        };
        // Anew for each, since some may be erased meanwhile.
        let texts = app.texts_in([&whole.change]).await?;
        Ok(Some((whole, Arc::new(texts))))
    }

    async fn kept_or_made(&self, app: &App, logged: &Logged) -> Result<Option<Arc<Logged>>, Error> {
        let mut kept = self.0.lock().await;
        let is_it = |kept: &&Arc<Logged>| {
            (&kept.home, kept.revision, kept.chain) == (&logged.home, logged.revision, logged.chain)
        };
        if let Some(whole) = kept.iter().find(is_it) {
            return Ok(Some(Arc::clone(whole)));
        }
        let mut whole = logged.clone();
        let mut lists = WantedLists::of([&mut whole]);
        if lists.is_empty() {
            return Ok(None);
        }
        lists.knows(kept.iter().map(Arc::as_ref));
        lists.make_whole(&app.reader().await?).await?;
        let whole = Arc::new(whole);
        if logged.size() <= MAX_KEPT {
            kept.push_back(Arc::clone(&whole));
            let surplus = kept.len().saturating_sub(KEPT);
            kept.drain(..surplus);
        }
        Ok(Some(whole))
    }
}
