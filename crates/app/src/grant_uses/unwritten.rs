//! Which marks wait to be written? Never more than so many, and none is forgotten before it is written.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

use domain::{Day, GrantId, OrganizationId};
use store::GrantUse;
use tokio::sync::Notify;

/// As many wait: some MB.
const MOST: usize = 100_000;

/// The marks that wait.
pub(super) struct Unwritten {
    waiting: Mutex<HashMap<(OrganizationId, GrantId), Day>>,
    most: usize,
    /// Told when half of the room is taken, and whenever something must not wait.
    urgent: Notify,
}

impl Default for Unwritten {
    fn default() -> Self {
        Self::of_at_most(MOST)
    }
}

impl Unwritten {
    fn of_at_most(most: usize) -> Self {
        Self {
            waiting: Mutex::default(),
            most,
            urgent: Notify::new(),
        }
    }

    /// Waits from now on; false where there is no room.
    pub(super) fn add(&self, organization: &OrganizationId, grant: &GrantId, day: Day) -> bool {
        let mut waiting = self.waiting();
        let place = (organization.clone(), grant.clone());
        if let Some(known) = waiting.get_mut(&place) {
            *known = day.max(*known);
            return true;
        }
        if waiting.len() >= self.most {
            return false;
        }
        waiting.insert(place, day);
        if waiting.len() == self.most / 2 {
            self.must_not_wait();
        }
        true
    }

    /// Has those written that wait.
    pub(super) fn must_not_wait(&self) {
        self.urgent.notify_one();
    }

    /// Comes back when they should be written.
    pub(super) async fn are_urgent(&self) {
        self.urgent.notified().await;
    }

    pub(super) fn all(&self) -> Vec<GrantUse> {
        let waiting = self.waiting();
        let uses = waiting.iter().map(|((organization, grant), day)| GrantUse {
            organization: organization.clone(),
            grant: grant.clone(),
            day: *day,
        });
        uses.collect()
    }

    /// They were written; one that was used later meanwhile still waits.
    pub(super) fn remove(&self, written: &[GrantUse]) {
        let mut waiting = self.waiting();
        for used in written {
            let place = (used.organization.clone(), used.grant.clone());
            if waiting.get(&place) == Some(&used.day) {
                waiting.remove(&place);
            }
        }
    }

    /// Those of these grants that wait.
    pub(super) fn of(
        &self,
        organization: &OrganizationId,
        grants: &[&GrantId],
    ) -> Vec<(GrantId, Day)> {
        let waiting = self.waiting();
        let found = grants.iter().filter_map(|grant| {
            let place = (organization.clone(), (*grant).clone());
            waiting.get(&place).map(|day| (place.1, *day))
        });
        found.collect()
    }

    fn waiting(&self) -> MutexGuard<'_, HashMap<(OrganizationId, GrantId), Day>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn acme() -> OrganizationId {
        OrganizationId::parse("acme").unwrap()
    }

    fn grant(number: usize) -> GrantId {
        GrantId::parse(&format!("g-{number}")).unwrap()
    }

    #[test]
    fn what_has_no_room_is_not_taken_and_can_come_again() {
        let unwritten = Unwritten::of_at_most(2);
        let add = |number: usize| unwritten.add(&acme(), &grant(number), Day(20));
        assert!(add(1) && add(2) && !add(3));
        assert!(add(2), "it waits already");
        let written = unwritten.all();
        assert_eq!(written.len(), 2);
        assert!(!add(3), "what is being written still waits");
        unwritten.remove(&written);
        assert!(add(3));
        assert_eq!(unwritten.all()[0].grant, grant(3));
    }

    #[test]
    fn a_use_of_the_next_day_outlasts_the_writing_of_the_one_before() {
        let unwritten = Unwritten::default();
        unwritten.add(&acme(), &grant(1), Day(20));
        let written = unwritten.all();
        unwritten.add(&acme(), &grant(1), Day(21));
        unwritten.add(&acme(), &grant(1), Day(20));
        unwritten.remove(&written);
        let (one, two) = (grant(1), grant(2));
        let waiting = unwritten.of(&acme(), &[&one, &two]);
        assert_eq!(waiting, [(grant(1), Day(21))]);
        let other = OrganizationId::parse("other").unwrap();
        assert_eq!(unwritten.of(&other, &[&one]), []);
    }

    #[tokio::test]
    async fn who_writes_is_told_when_half_of_the_room_is_taken() {
        let unwritten = Unwritten::of_at_most(4);
        unwritten.add(&acme(), &grant(1), Day(20));
        assert!(is_pending(unwritten.are_urgent()).await);
        unwritten.add(&acme(), &grant(2), Day(20));
        unwritten.are_urgent().await;
    }

    async fn is_pending(future: impl Future<Output = ()>) -> bool {
        tokio::select! {
            biased;
            () = future => false,
            () = std::future::ready(()) => true,
        }
    }
}
