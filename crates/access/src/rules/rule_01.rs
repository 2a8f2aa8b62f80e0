//! Rule 1, "nobody raises themselves": one check of every change of an organization, on the states before and after it.
//!
//! It asks what is somebody's own, by containment of what is held, so whatever products, rights and times come. What a
//! mandate gives is nobody's own.

mod invitation;
mod invited;
mod label;
mod own;
mod reached;
mod transition;

use std::collections::BTreeSet;

use domain::{
    Assignee, ClientAssignment, Event, Grant, Member, PartnershipId, Record, Subject, Team, UserId,
};

use crate::words;

use label::OwnThings;

pub use invited::{Invited, invitations_reached};
pub use transition::{Judged, Raised, Transition};

impl Transition<'_> {
    /// The first thing of this person's own that grows, where any does.
    pub fn raises(&self, user: &UserId, judged: Judged) -> Option<Raised> {
        let own = OwnThings::new(self, user);
        let events = self.change.events.iter();
        let mut grown = events.filter_map(|event| match event {
            // Cut short, it is a no; whoever decides then says why.
            _ if !self.before.work.goes_on(1) => Some("more than could be looked at".to_owned()),
            Event::Saved(record) => self.grown(&own, judged, record),
            // A decision is made of what is whole.
            Event::Amended(_) => Some("more than is told".to_owned()),
            Event::Removed(_) => None,
        });
        grown.next().map(|what| Raised {
            user: user.clone(),
            what,
        })
    }

    /// The first of the people of these partnerships, past ones included, who would keep what the change brings.
    pub fn leaves_to_people(&self, through: &[PartnershipId]) -> Option<Raised> {
        let reached: BTreeSet<UserId> = self.reached().collect();
        reached.iter().find_map(|user| {
            if !self.before.is_or_was_person_of_any(user, through) {
                return None;
            }
            let present = self.before.partnerships_of_person(user);
            let judged = if present.iter().any(|id| through.contains(id)) {
                Judged::Person
            } else {
                Judged::FormerPerson
            };
            self.raises(user, judged)
        })
    }

    fn grown(&self, own: &OwnThings<'_>, judged: Judged, record: &Record) -> Option<String> {
        let user = own.user;
        match record {
            Record::Member(member) if member.user == *user => self.role_grows(member),
            Record::Grant(grant) if !grant.by_owner => self.grant_grows(user, judged, grant),
            Record::Team(team) => self.place_grows(user, judged, team),
            Record::Product(product) => own.label_grows(judged, product),
            Record::Invitation(invitation) if self.invited.is(&invitation.id, user) => {
                self.invitation_grows(invitation)
            }
            Record::ClientAssignment(assignment) if judged == Judged::Actor => {
                self.assignment_grows(user, assignment)
            }
            _ => None,
        }
    }

    fn role_grows(&self, after: &Member) -> Option<String> {
        let before = self.before.organization.member(&after.user);
        let before = before.filter(|before| before.is_active() || !after.is_active());
        let within =
            before.is_some_and(|before| self.before.role_contains(&before.role, &after.role));
        (!within).then(|| format!("a membership as {}", after.role.name()))
    }

    /// A grant to the user, to a team that they are in, or to one that an open invitation of theirs names.
    fn grant_grows(&self, user: &UserId, judged: Judged, grant: &Grant) -> Option<String> {
        let is_bound = match &grant.subject {
            Subject::Member(holder) if holder == user => !grant.bound_to().is_empty(),
            Subject::Team(team) => {
                let place = self.after.organization.team(team);
                let place = place.filter(|team| team.members.binary_search(user).is_ok());
                match place {
                    Some(team) => !team.bound_to(user).is_empty(),
                    None if self.is_invited_to(user, team) => false,
                    None => return None,
                }
            }
            Subject::Member(_) | Subject::Partnership(_) => return None,
        };
        if (is_bound && judged == Judged::Person) || self.contains_grant(user, grant) {
            return None;
        }
        let rights = words::rights(&grant.rights, &self.after.platform);
        let scope = words::scope(&grant.scope);
        Some(match &grant.subject {
            Subject::Team(team) => format!("{rights} on {scope}, by {}", team.local_name()),
            Subject::Member(_) | Subject::Partnership(_) => format!("{rights} on {scope}"),
        })
    }

    fn place_grows(&self, user: &UserId, judged: Judged, team: &Team) -> Option<String> {
        team.members.binary_search(user).ok()?;
        let bound = team.bound_to(user);
        if !bound.is_empty() && judged == Judged::Person {
            return None;
        }
        let before = self.before.organization.team(&team.id);
        let before = before.filter(|before| before.members.binary_search(user).is_ok());
        let within =
            before.is_some_and(|before| own::is_bound_within(bound, before.bound_to(user)));
        (!within).then(|| format!("a place in {}", team.id.local_name()))
    }

    /// In a partner: nobody makes or widens an assignment that names them, themselves or by their team.
    fn assignment_grows(&self, user: &UserId, assignment: &ClientAssignment) -> Option<String> {
        let names_them = match &assignment.assignee {
            Assignee::Member(named) => named == user,
            Assignee::Team(team) => {
                let team = self.after.organization.team(team);
                team.is_some_and(|team| team.members.binary_search(user).is_ok())
            }
        };
        let before = self.before.organization.client_assignment(&assignment.id);
        let within = before.is_some_and(|before| before.contains(assignment));
        (names_them && !within).then(|| {
            format!(
                "more of the mandate of {}",
                assignment.client.resource_name()
            )
        })
    }
}
