//! Whose own can a change reach?

use std::collections::BTreeSet;

use domain::{Record, Subject, UserId};

use super::transition::Transition;

impl Transition<'_> {
    /// Whose own the change can reach.
    pub(super) fn reached(&self) -> impl Iterator<Item = UserId> {
        let records = self.change.saved();
        let reached = records.flat_map(|record| self.reached_by(record));
        reached.chain(self.labelled())
    }

    fn reached_by(&self, record: &Record) -> Vec<UserId> {
        match record {
            Record::Member(member) => vec![member.user.clone()],
            Record::Grant(grant) => self.holders(&grant.subject),
            Record::Team(team) => team.members.clone(),
            Record::Invitation(invitation) => self.invited.of(&invitation.id).into_iter().collect(),
            _ => Vec::new(),
        }
    }

    /// Whose own a grant of this subject is.
    fn holders(&self, subject: &Subject) -> Vec<UserId> {
        match subject {
            Subject::Member(user) => vec![user.clone()],
            Subject::Team(id) => {
                let team = self.after.organization.team(id);
                let members = team.into_iter().flat_map(|team| team.members.clone());
                members.chain(self.invited_to(id)).collect()
            }
            Subject::Partnership(_) => Vec::new(),
        }
    }

    /// Everybody whose own goes through a label that some product got.
    fn labelled(&self) -> BTreeSet<UserId> {
        let products = self.change.saved().filter_map(|record| match record {
            Record::Product(product) => Some(product),
            _ => None,
        });
        let labels: BTreeSet<_> = products
            .flat_map(|product| self.new_labels(product))
            .collect();
        let here = &self.after.organization;
        let mut all = BTreeSet::new();
        for label in &labels {
            if !self.before.work.goes_on(here.people_count()) {
                break;
            }
            for grant in here.grants_naming(label) {
                all.extend(self.holders(&grant.subject));
            }
            let listing = here.members().filter(|member| member.role.lists(label));
            all.extend(listing.map(|member| member.user.clone()));
            all.extend(self.invited_through(label));
        }
        all
    }
}
