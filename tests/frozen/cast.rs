//! Who plays in the frozen world: each actor by name, each an account of their own.

use grantor::v1;

use crate::harness::{Actor, World};

/// The world while it is made.
pub(super) struct Cast<'a> {
    pub(super) world: &'a World,
    pub(super) operator: Actor,
}

impl<'a> Cast<'a> {
    pub(super) fn new(world: &'a World) -> Self {
        Self {
            world,
            operator: world.operator(),
        }
    }

    /// Somebody who is there already.
    pub(super) fn of(&self, id: &str) -> Actor {
        self.world.acting(id)
    }

    /// An organization and its legal representative.
    pub(super) async fn founds(&self, organization: &str, representative: &str) {
        self.world.organization(organization, representative).await;
    }

    /// A new person who is invited and accepts.
    pub(super) async fn joins_new(
        &self,
        organization: &str,
        by: &str,
        id: &str,
        invitation: v1::Invitation,
    ) {
        self.world
            .member(organization, &self.of(by), id, invitation)
            .await;
    }

    /// Somebody there already who is invited and accepts.
    pub(super) async fn joins(
        &self,
        organization: &str,
        by: &str,
        id: &str,
        invitation: v1::Invitation,
    ) {
        self.world
            .joins(organization, &self.of(by), &self.of(id), invitation)
            .await;
    }
}

/// Some days go by.
pub(super) fn days(world: &World, days: u64) {
    world.passes(std::time::Duration::from_secs(days * 86_400));
}
