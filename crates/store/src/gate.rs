//! Who may take a writing connection? One call per home at a time, so that a slow home stalls only itself.
//!
//! Waiting happens here, where giving up at the deadline costs nothing, and not in the pool or in the database.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError, Weak};
use std::time::Instant;

use domain::{Home, Timestamp};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::error::Error;
use crate::under_way::{Mark, UnderWay};

/// Above so many lanes those that nobody uses are forgotten.
const LANES: usize = 1024;

/// The way to the writing connections.
pub(crate) struct Gate {
    lanes: Mutex<HashMap<Home, Weak<Semaphore>>>,
    connections: Arc<Semaphore>,
    under_way: Arc<UnderWay>,
}

/// The right to use one writing connection, as long as it is kept.
pub(crate) struct Pass {
    _lane: Option<OwnedSemaphorePermit>,
    _connection: OwnedSemaphorePermit,
    /// Kept for longer than the transaction, which is over before.
    _mark: Mark,
}

impl Gate {
    pub(crate) fn new(connections: u32) -> Self {
        let connections = usize::try_from(connections).unwrap_or(1);
        Self {
            lanes: Mutex::new(HashMap::new()),
            connections: Arc::new(Semaphore::new(connections)),
            under_way: Arc::default(),
        }
    }

    /// What the store's time was when it was read just now.
    pub(crate) fn saw(&self, now: Timestamp) {
        self.under_way.saw(now);
    }

    /// Who has a pass, and a time that is not after they got it.
    pub(crate) fn under_way(&self) -> Vec<(String, Timestamp)> {
        self.under_way.open()
    }

    /// In turn, for a write that locks this home.
    pub(crate) async fn enter(
        &self,
        home: &Home,
        deadline: Option<Instant>,
    ) -> Result<Pass, Error> {
        let lane = in_time(self.lane(home), deadline).await?;
        let connection = in_time(Arc::clone(&self.connections), deadline).await?;
        Ok(Pass {
            _lane: Some(lane),
            _connection: connection,
            _mark: self.under_way.begin(),
        })
    }

    /// In turn, for a write that locks no home.
    pub(crate) async fn beside(&self) -> Result<Pass, Error> {
        let connection = in_time(Arc::clone(&self.connections), None).await?;
        Ok(Pass {
            _lane: None,
            _connection: connection,
            _mark: self.under_way.begin(),
        })
    }

    fn lane(&self, home: &Home) -> Arc<Semaphore> {
        let mut lanes = self.lanes.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(lane) = lanes.get(home).and_then(Weak::upgrade) {
            return lane;
        }
        if lanes.len() >= LANES {
            lanes.retain(|_, lane| lane.strong_count() > 0);
        }
        let lane = Arc::new(Semaphore::new(1));
        lanes.insert(home.clone(), Arc::downgrade(&lane));
        lane
    }
}

async fn in_time(
    queue: Arc<Semaphore>,
    deadline: Option<Instant>,
) -> Result<OwnedSemaphorePermit, Error> {
    let permit = match deadline {
        None => queue.acquire_owned().await,
        Some(deadline) => tokio::time::timeout_at(deadline.into(), queue.acquire_owned())
            .await
            .map_err(|_| Error::Deadline)?,
    };
    permit.map_err(Error::unavailable)
}
