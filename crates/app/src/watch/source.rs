//! Where the changes come from that a watch hands over: one home, or all organizations.

use std::sync::Arc;

use domain::Timestamp;
use store::{Logged, Store};

use super::across::Across;
use super::one::One;
use crate::engine::Engine;
use crate::error::Error;

pub(super) enum Source {
    One(One),
    Across(Across),
}

impl Source {
    pub(super) async fn read(
        &mut self,
        store: &Store,
        engine: &Arc<Engine>,
    ) -> Result<Vec<Arc<Logged>>, Error> {
        match self {
            Self::One(one) => one.read(store, engine).await,
            Self::Across(across) => across.read(store).await,
        }
    }

    pub(super) fn hand_over(&mut self, logged: &Logged) {
        match self {
            Self::One(one) => one.hand_over(logged),
            Self::Across(across) => across.hand_over(logged),
        }
    }

    pub(super) fn position(&self, store: &str) -> String {
        match self {
            Self::One(one) => one.position(store),
            Self::Across(across) => across.position(store),
        }
    }

    pub(super) fn proven_at(&self) -> Timestamp {
        match self {
            Self::One(one) => one.proven_at(),
            Self::Across(across) => across.proven_at(),
        }
    }

    pub(super) async fn news(&mut self) {
        match self {
            Self::One(one) => one.news().await,
            Self::Across(across) => across.news().await,
        }
    }
}
