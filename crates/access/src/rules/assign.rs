//! Rule 1 inside a partner: nobody leaves others more of a client's mandate than they exercise themselves.

use domain::{Assignee, ClientAssignment, Reason, Refusal, TeamId, UserId};

use crate::view::View;

impl View {
    /// Rule 1: whether the actor exercises all that this assignment leaves. Asked of the partner's own state.
    pub fn may_assign(&self, actor: &UserId, assignment: &ClientAssignment) -> Result<(), Refusal> {
        let client = &assignment.client;
        let held = self
            .organization
            .exercise(actor, client, &assignment.partnership);
        if held.is_some_and(|held| held.contains(assignment)) {
            return Ok(());
        }
        Err(Refusal::new(
            Reason::GivesMoreThanHeld,
            format!(
                "Nobody gives what they do not hold: users/{actor} does not exercise all of what this would leave of \
                 the mandate of organizations/{client}. Who could: a legal representative of the partner."
            ),
        )
        .with("client", format!("organizations/{client}")))
    }

    /// The same for whoever comes into a team: all that assignments leave the team.
    pub(super) fn may_assign_all_of_team(
        &self,
        actor: &UserId,
        team: &TeamId,
    ) -> Result<(), Refusal> {
        self.may_assign_where(actor, |assignee| match assignee {
            Assignee::Team(named) => named == team,
            Assignee::Member(_) => false,
        })
    }

    /// Rule 1: whether the actor may make this external member one of the organization's people: all that client
    /// assignments then leave them is given.
    pub fn may_make_person(&self, actor: &UserId, user: &UserId) -> Result<(), Refusal> {
        self.may_assign_where(actor, |assignee| match assignee {
            Assignee::Member(named) => named == user,
            Assignee::Team(team) => {
                let team = self.organization.team(team);
                team.is_some_and(|team| team.members.binary_search(user).is_ok())
            }
        })
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
        assignments.try_for_each(|assignment| self.may_assign(actor, assignment))
    }
}
