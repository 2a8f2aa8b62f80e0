//! One reading of a home at a time: shared by all who wait for it, in a task of its own that none of them cancels.

use std::sync::{Arc, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::error::Elapsed;

use super::flights::{Flight, Flights, Landed};
use super::{Cell, Engine, Published};
use crate::error::Error;

/// How long a call waits for a reading. Below the time that calls have unless they say otherwise, so that who waits is
/// told what for.
pub(super) const PATIENCE: Duration = Duration::from_secs(4);

impl Engine {
    /// The state, current at least as of a head read begun after this call.
    pub(crate) async fn current(
        self: &Arc<Self>,
        cell: &Arc<Cell>,
    ) -> Result<Arc<Published>, Error> {
        self.must_be_reachable()?;
        let flight = self.flight(cell, false);
        landed(cell, flight).await
    }

    /// From memory if it is proven current, else by a head read, one that is under way already too.
    pub(crate) async fn recent(
        self: &Arc<Self>,
        cell: &Arc<Cell>,
    ) -> Result<Arc<Published>, Error> {
        if let Some(published) = self.proven(cell) {
            return Ok(published);
        }
        self.must_be_reachable()?;
        // Its proof is never older than the bound: who waits longer than that has given up.
        let flight = self.flight(cell, true);
        landed(cell, flight).await
    }

    /// A reading that has not begun yet; with `running`, one that is under way will do.
    fn flight(self: &Arc<Self>, cell: &Arc<Cell>, running: bool) -> Flight<Arc<Published>> {
        cell.use_at(self.age_clock());
        let mut flights = readings(cell);
        // One whose task is gone never lands.
        let is_gone = |flight: &Flight<_>| flight.landed.has_changed().is_err();
        if flights.running.as_ref().is_some_and(is_gone) {
            flights.running = None;
        }
        let fits = flights.running.clone().filter(|_| running);
        if let Some(flight) = fits.or_else(|| flights.next.clone()) {
            return flight;
        }
        let before = flights.running.clone();
        flights.count += 1;
        let (landing, landed) = watch::channel(None);
        let flight = Flight {
            number: flights.count,
            landed,
        };
        let place = if before.is_some() {
            &mut flights.next
        } else {
            &mut flights.running
        };
        *place = Some(flight.clone());
        self.store.background().spawn(fly(
            Arc::clone(self),
            Arc::clone(cell),
            before,
            (flight.number, landing),
        ));
        flight
    }

    async fn read(&self, cell: &Cell) -> Result<Arc<Published>, Error> {
        let _fetching = cell.fetching.lock().await;
        let sent = self.age_clock();
        let heads = self.store.heads(std::slice::from_ref(&cell.home)).await?;
        self.clock_read(heads.now, sent);
        let head = heads.heads.get(&cell.home);
        let published = self.catch_up(cell, head).await?;
        cell.prove(sent);
        Ok(published)
    }
}

async fn fly(
    engine: Arc<Engine>,
    cell: Arc<Cell>,
    before: Option<Flight<Arc<Published>>>,
    (number, landing): (u64, watch::Sender<Option<Landed<Arc<Published>>>>),
) {
    if let Some(mut before) = before {
        // It ends in whatever way: a task that is gone has dropped its sender.
        let _ = before.landed.wait_for(Option::is_some).await;
    }
    readings(&cell).begins(number);
    let landed = engine.read(&cell).await;
    if let Err(Error::Store(store::Error::Unavailable(_))) = &landed {
        engine.probe();
    }
    readings(&cell).ends(number);
    landing.send_replace(Some(landed.map_err(Arc::new)));
}

fn readings(cell: &Cell) -> MutexGuard<'_, Flights<Arc<Published>>> {
    cell.flights.lock().unwrap_or_else(PoisonError::into_inner)
}

async fn landed(cell: &Cell, flight: Flight<Arc<Published>>) -> Result<Arc<Published>, Error> {
    wait(flight, |late| match cell.published() {
        None => Error::Loading(cell.home.clone()),
        Some(_) => store::Error::Unavailable(late.into()).into(),
    })
    .await
}

/// What comes of it, if it comes before patience ends.
pub(super) async fn wait<T: Clone>(
    mut flight: Flight<T>,
    late: impl FnOnce(Elapsed) -> Error,
) -> Result<T, Error> {
    let landed = tokio::time::timeout(PATIENCE, flight.landed.wait_for(Option::is_some)).await;
    match landed.map(|landed| landed.map(|landed| landed.clone())) {
        Ok(Ok(Some(landed))) => landed.map_err(|error| same(&error)),
        Ok(_) => Err(Error::Interrupted),
        Err(elapsed) => Err(late(elapsed)),
    }
}

/// The same error for each who waited.
fn same(error: &Error) -> Error {
    match error {
        Error::Refused(refusal) => Error::Refused(refusal.clone()),
        Error::Store(cause) => Error::Store(cause.alike()),
        Error::Loading(home) => Error::Loading(home.clone()),
        Error::Moved | Error::Stopping | Error::Interrupted => Error::Interrupted,
    }
}
