//! What only looks and may take long: beside the calls, in a place of the pool, with as much work as a decision has.

use access::View;
use domain::{Home, Refusal};

use crate::app::App;
use crate::call::Call;
use crate::done::Seen;
use crate::error::Error;
use crate::pool::{Way, aside, too_much_to_look_at};

impl App {
    /// What is found on these states, which stand in `home`. What was cut short is refused.
    pub(crate) async fn look_aside<T: Send + 'static>(
        &self,
        call: &Call,
        home: &Home,
        seen: &Seen,
        view: &View,
        look: impl FnOnce(&View) -> Result<T, Refusal> + Send + 'static,
    ) -> Result<T, Error> {
        let place = self.pool.place(Way::Beside, call, home).await?;
        let work = self.pool.work(&seen.authority);
        let view = view.clone().with_work(work.clone());
        let looking = self.background().spawn(async move {
            let looked = aside(|| look(&view));
            drop(place);
            looked
        });
        let looked = looking.await.map_err(|_| Error::Interrupted)?;
        if work.is_spent() {
            return Err(too_much_to_look_at().into());
        }
        Ok(looked?)
    }
}
