//! Sentences about who is shut out of an organization without being a member of it.

use domain::ShutOut;

use super::actor::{Actor, Answer, Done, Made};
use super::make::{organization, user};
use crate::use_cases::shut_out::{LiftShutOut, ShutOutUser};

impl Actor {
    /// Shuts out somebody who is no member.
    pub(super) fn shuts_out(&self, here: &str, whom: &str) -> Answer<Made<ShutOut>> {
        let command = ShutOutUser {
            organization: organization(here),
            user: user(whom),
        };
        Ok(self.does("ShutOutUser", &command)?.saved())
    }

    /// Lets somebody in again who is no member.
    pub(super) fn lifts(&self, here: &str, whom: &str) -> Answer<Done> {
        let command = LiftShutOut {
            organization: organization(here),
            user: user(whom),
            etag: None,
        };
        self.does("LiftShutOut", &command)
    }
}
