//! How an organization's state takes in who is its partner, and which of its people manage which client.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::{AssignmentId, ClientAssignment, OrganizationId, Partnership};

use super::OrganizationState;
use super::counts::Turn;

/// What a change touches, of which the indexes are made anew once all of it was taken in.
#[derive(Debug, Default)]
pub(super) struct Touched {
    partnerships: bool,
    assignments: BTreeMap<OrganizationId, BTreeSet<AssignmentId>>,
}

impl OrganizationState {
    /// Memory keeps those that give access or wait for an answer.
    pub(super) fn save_partnership(&mut self, partnership: Partnership, touched: &mut Touched) {
        if partnership.is_over() {
            return self.remove_partnership(partnership.id.as_str(), touched);
        }
        touched.partnerships = true;
        self.listed.offers(Turn::Comes, &partnership.offered);
        let before = self.partnerships.insert(Arc::new(partnership));
        self.listed
            .offers(Turn::Goes, before.iter().flat_map(|before| &before.offered));
    }

    pub(super) fn remove_partnership(&mut self, id: &str, touched: &mut Touched) {
        touched.partnerships = true;
        let gone = self.partnerships.remove(id);
        self.listed
            .offers(Turn::Goes, gone.iter().flat_map(|gone| &gone.offered));
    }

    pub(super) fn save_assignment(&mut self, assignment: ClientAssignment, touched: &mut Touched) {
        self.remove_assignment(assignment.id.as_str(), touched);
        touched.add(&assignment);
        self.assignments.insert(Arc::new(assignment));
    }

    pub(super) fn remove_assignment(&mut self, id: &str, touched: &mut Touched) {
        if let Some(gone) = self.assignments.remove(id) {
            touched.add(&gone);
        }
    }

    pub(super) fn index_partners(&mut self, touched: Touched) {
        if touched.partnerships {
            let active = self.partnerships.iter();
            let active = active.filter(|partnership| partnership.is_active());
            self.active = active.cloned().collect();
        }
        for (client, ids) in touched.assignments {
            self.index_client(client, &ids);
        }
    }

    fn index_client(&mut self, client: OrganizationId, touched: &BTreeSet<AssignmentId>) {
        let stays = |known: &&Arc<ClientAssignment>| !touched.contains(&known.id);
        let stay = self.assignments_for(&client).iter().filter(stays).cloned();
        let there = touched.iter().filter_map(|id| self.assignments.get(id));
        let come = there.filter(|known| known.client == client).cloned();
        let mut of_client: Vec<_> = stay.chain(come).collect();
        of_client.sort_unstable_by(|a, b| a.id.cmp(&b.id));
        if of_client.is_empty() {
            self.by_client.remove(&client);
        } else {
            self.by_client.insert(client, of_client.into());
        }
    }
}

impl Touched {
    fn add(&mut self, assignment: &ClientAssignment) {
        let of_client = self
            .assignments
            .entry(assignment.client.clone())
            .or_default();
        of_client.insert(assignment.id.clone());
    }
}
