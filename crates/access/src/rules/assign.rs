//! Rule 1 inside a partner: nobody leaves others more of a client's mandate than they exercise themselves.

use domain::{Assignee, ClientAssignment, OrganizationId, Reason, Refusal, TeamId, UserId};

use crate::state::OrganizationState;
use crate::view::View;

impl View {
    /// Rule 1: whether the actor exercises all that this assignment leaves. Asked of the partner's own state.
    pub fn may_assign(&self, actor: &UserId, assignment: &ClientAssignment) -> Result<(), Refusal> {
        let client = &assignment.client;
        let there = self.others.get(client);
        if there.is_some_and(|there| there.is_shut_out(actor)) {
            return Err(shut_out(actor, client));
        }
        let held = self
            .organization
            .exercise(actor, client, &assignment.partnership);
        if held.is_some_and(|held| held.contains(assignment)) {
            return Ok(());
        }
        Err(Refusal::new(
            Reason::GivesMoreThanHeld,
            format!(
                "Nobody gives what they do not hold: {} does not exercise all of what this would leave of \
                 the mandate of {}. Who could: a legal representative of the partner.",
                actor.resource_name(),
                client.resource_name()
            ),
        )
        .with("client", client.resource_name()))
    }

    /// The same for whoever comes into a team: all that assignments leave the team.
    pub(super) fn may_assign_all_of_team(
        &self,
        actor: &UserId,
        team: &TeamId,
    ) -> Result<(), Refusal> {
        self.may_assign_where(actor, |assignee| is_team(assignee, team))
    }

    /// The clients that are assigned to a team: a place in it is what these entrust.
    pub fn clients_of_team(&self, team: &TeamId) -> Vec<OrganizationId> {
        self.clients_where(|assignee| is_team(assignee, team))
    }

    /// The clients that are assigned to a user, themselves or by their team.
    pub fn clients_of_person(&self, user: &UserId) -> Vec<OrganizationId> {
        self.clients_where(|assignee| self.is_named(assignee, user))
    }

    /// Rule 1: whether the actor may make this external member one of the organization's people: all that client
    /// assignments then leave them is given.
    pub fn may_give_assignments_to(&self, actor: &UserId, user: &UserId) -> Result<(), Refusal> {
        self.may_assign_where(actor, |assignee| self.is_named(assignee, user))
    }

    fn is_named(&self, assignee: &Assignee, user: &UserId) -> bool {
        match assignee {
            Assignee::Member(named) => named == user,
            Assignee::Team(team) => {
                let team = self.organization.team(team);
                team.is_some_and(|team| team.members.binary_search(user).is_ok())
            }
        }
    }

    fn clients_where(&self, names: impl Fn(&Assignee) -> bool) -> Vec<OrganizationId> {
        let assignments = self.organization.client_assignments();
        let fit = assignments.filter(|assignment| names(&assignment.assignee));
        let mut clients: Vec<_> = fit.map(|assignment| assignment.client.clone()).collect();
        clients.sort_unstable();
        clients.dedup();
        clients
    }

    fn may_assign_where(
        &self,
        actor: &UserId,
        names: impl Fn(&Assignee) -> bool,
    ) -> Result<(), Refusal> {
        let mut assignments = self
            .organization
            .client_assignments()
            .filter(|assignment| names(&assignment.assignee));
        assignments.try_for_each(|assignment| match self.others.get(&assignment.client) {
            Some(client) if !is_live(client, assignment) => Ok(()),
            Some(_) | None => self.may_assign(actor, assignment),
        })
    }
}

fn is_team(assignee: &Assignee, team: &TeamId) -> bool {
    match assignee {
        Assignee::Team(named) => named == team,
        Assignee::Member(_) => false,
    }
}

/// Whether the assignment still gives something at this client.
fn is_live(client: &OrganizationState, assignment: &ClientAssignment) -> bool {
    let mut active = client.active_partnerships().iter();
    active.any(|partnership| partnership.id == assignment.partnership)
}

/// Whom the client has shut out holds nothing there through any partnership, so gives nothing of it.
fn shut_out(actor: &UserId, client: &OrganizationId) -> Refusal {
    Refusal::new(
        Reason::GivesMoreThanHeld,
        format!(
            "Nobody gives what they do not hold: {} has shut out {}, who holds \
             nothing there. Somebody else who acts for the partner can do it.",
            client.resource_name(),
            actor.resource_name()
        ),
    )
}
