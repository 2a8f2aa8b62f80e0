//! How an organization's state takes in who is its partner, and which of its people manage which client.

use std::sync::Arc;

use domain::{ClientAssignment, OrganizationId, Partnership, PartnershipState};

use super::OrganizationState;

impl OrganizationState {
    /// Memory keeps those that give access or wait for an answer.
    pub(super) fn save_partnership(&mut self, partnership: Partnership) {
        match partnership.state {
            PartnershipState::Invited | PartnershipState::Active { .. } => {
                let id = partnership.id.clone();
                self.partnerships.insert(id, Arc::new(partnership));
                self.index_active();
            }
            PartnershipState::Declined { .. }
            | PartnershipState::Withdrawn { .. }
            | PartnershipState::Terminated { .. } => {
                self.remove_partnership(partnership.id.as_str());
            }
        }
    }

    pub(super) fn remove_partnership(&mut self, id: &str) {
        self.partnerships.remove(id);
        self.index_active();
    }

    fn index_active(&mut self) {
        let active = self.partnerships.values();
        let active = active.filter(|partnership| partnership.is_active());
        self.active = active.cloned().collect();
    }

    pub(super) fn save_assignment(&mut self, assignment: ClientAssignment) {
        self.remove_assignment(assignment.id.as_str());
        let client = assignment.client.clone();
        let assignment = Arc::new(assignment);
        self.assignments
            .insert(assignment.id.clone(), Arc::clone(&assignment));
        let mut of_client = self.assignments_for(&client).to_vec();
        let place = of_client.partition_point(|other| other.id < assignment.id);
        of_client.insert(place, assignment);
        self.index_client(client, of_client);
    }

    pub(super) fn remove_assignment(&mut self, id: &str) {
        let Some(gone) = self.assignments.remove(id) else {
            return;
        };
        let mut of_client = self.assignments_for(&gone.client).to_vec();
        of_client.retain(|assignment| assignment.id != gone.id);
        self.index_client(gone.client.clone(), of_client);
    }

    fn index_client(&mut self, client: OrganizationId, assignments: Vec<Arc<ClientAssignment>>) {
        if assignments.is_empty() {
            self.by_client.remove(&client);
        } else {
            self.by_client.insert(client, assignments.into());
        }
    }
}
