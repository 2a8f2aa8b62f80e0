//! How a state of an organization is filled. Loads (`loading`) and changes keep each noun by the same functions, so that they
//! cannot drift.

use std::sync::Arc;

use domain::{
    Amendment, Change, Event, Grant, GrantId, Invitation, Kind, Member, Product, Record,
    RecordName, Subject, Team, UserId,
};

use super::counts::Turn;
use super::grants::Gone;
use super::keys::Key;
use super::partners::Touched;
use super::records::GrantNumber;
use super::{IndexedProduct, OrganizationState};

/// What is to be settled once all events were taken in.
#[derive(Default)]
pub(super) struct Unsettled {
    subjects: Vec<Subject>,
    gone: Gone,
    partners: Touched,
}

/// A grant that is kept, by numbers.
pub(super) struct Kept {
    pub(super) number: GrantNumber,
    pub(super) subject: u32,
    pub(super) keys: Vec<Key>,
}

impl OrganizationState {
    /// Takes in a change of this organization.
    pub fn apply(&mut self, revision: u64, change: &Change) {
        self.revision = revision;
        let mut unsettled = Unsettled::default();
        for event in &change.events {
            match event {
                Event::Saved(record) => self.save(record.clone(), &mut unsettled),
                Event::Amended(amendment) => self.save(self.amended(amendment), &mut unsettled),
                Event::Removed(name) => self.remove(name, &mut unsettled),
            }
        }
        self.settle(unsettled);
    }

    /// The noun whole. Of a change request nothing is remembered that is in a list.
    fn amended(&self, amendment: &Amendment) -> Record {
        let before = self.long_listed(&amendment.name());
        before.map_or_else(|| amendment.noun.clone(), |before| amendment.of(&before))
    }

    pub(super) fn save(&mut self, record: Record, unsettled: &mut Unsettled) {
        match record {
            Record::Organization(organization) => self.organization = Some(Arc::new(organization)),
            Record::Member(member) => self.save_member(Arc::new(member)),
            Record::ShutOut(shut_out) => {
                self.shut_outs.insert(Arc::new(shut_out));
            }
            Record::Product(product) => self.save_product(Arc::new(product)),
            Record::ProductGroup(group) => {
                self.groups.insert(Arc::new(group));
            }
            Record::Team(team) => self.save_team(Arc::new(team)),
            Record::Grant(grant) => self.save_grant(&grant, unsettled),
            Record::Invitation(invitation) => self.save_invitation(invitation),
            Record::Partner(partner) => self.partner = Some(Arc::new(partner)),
            Record::Partnership(partnership) => {
                self.save_partnership(partnership, &mut unsettled.partners)
            }
            Record::ClientAssignment(assignment) => {
                self.save_assignment(assignment, &mut unsettled.partners)
            }
            // Of requests only this is remembered: which are open, and the number that the next one comes after.
            Record::ChangeRequest(request) => {
                self.usage.request(&request);
                self.last_request = self.last_request.max(request.number);
            }
            Record::FormerPerson(former) => {
                self.former_people
                    .insert(former.user.clone(), Arc::new(former));
            }
            // Of other homes.
            Record::Settings(_)
            | Record::Operator { .. }
            | Record::ProductType(_)
            | Record::ServiceAccount(_)
            | Record::Key(_)
            | Record::User(_) => {}
        }
    }

    fn remove(&mut self, name: &RecordName, unsettled: &mut Unsettled) {
        let id = name.id.as_str();
        match name.kind {
            Kind::Organization => self.organization = None,
            Kind::Member => self.remove_member(id),
            Kind::ShutOut => {
                self.shut_outs.remove(id);
            }
            Kind::Product => {
                if let Some(product) = self.products.remove(id) {
                    self.remove_product(&product);
                }
            }
            Kind::ProductGroup => {
                self.groups.remove(id);
            }
            Kind::Team => self.remove_team(id),
            Kind::Grant => {
                let gone = GrantId::parse(id).ok();
                if let Some(gone) = gone.and_then(|id| self.grants.forget(&id)) {
                    self.take_grant(gone, unsettled);
                }
            }
            Kind::Invitation => {
                let gone = self.invitations.remove(id);
                self.listed
                    .offers(Turn::Goes, gone.iter().flat_map(|gone| &gone.grants));
            }
            Kind::Partner => self.partner = None,
            Kind::Partnership => self.remove_partnership(id, &mut unsettled.partners),
            Kind::ClientAssignment => self.remove_assignment(id, &mut unsettled.partners),
            // Requests stay for ever.
            Kind::ChangeRequest => {}
            Kind::FormerPerson => {
                if let Ok(user) = UserId::parse(id) {
                    self.former_people.remove(&user);
                }
            }
            // Of other homes.
            Kind::Settings
            | Kind::Operator
            | Kind::ProductType
            | Kind::ServiceAccount
            | Kind::Key
            | Kind::User => {}
        }
    }

    fn save_member(&mut self, member: Arc<Member>) {
        self.indexed_members.change(&member.user, |indexed| {
            Arc::make_mut(indexed).set_member(Arc::clone(&member), &mut self.keys);
        });
        self.usage.member(Turn::Comes, &member);
        if member.role.is_upper() {
            self.upper.insert(Arc::clone(&member));
        } else {
            self.upper.remove(member.user.as_str());
        }
        if let Some(before) = self.members.insert(member) {
            self.usage.member(Turn::Goes, &before);
        }
    }

    fn remove_member(&mut self, id: &str) {
        if let Some(member) = self.members.remove(id) {
            self.usage.member(Turn::Goes, &member);
            self.upper.remove(id);
            if let Some(indexed) = self.indexed_members.get_mut(&member.user) {
                Arc::make_mut(indexed).remove_member();
            }
            self.clear_seat(&member.user);
        }
    }

    /// Forgets an indexed member of which nothing is left.
    fn clear_seat(&mut self, user: &UserId) {
        if self
            .indexed_members
            .get(user)
            .is_some_and(|indexed| indexed.is_empty())
        {
            self.indexed_members.remove(user);
        }
    }

    fn save_product(&mut self, product: Arc<Product>) {
        let target = Arc::new(IndexedProduct::new(Arc::clone(&product), &mut self.keys));
        let id = product.id.clone();
        let before = self.indexed_products.insert(id, Arc::clone(&target));
        self.covered.save(before.as_deref(), &target);
        self.usage.product(Turn::Comes, &product);
        if let Some(before) = self.products.insert(product) {
            self.usage.product(Turn::Goes, &before);
        }
    }

    fn remove_product(&mut self, product: &Product) {
        self.usage.product(Turn::Goes, product);
        if let Some(target) = self.indexed_products.remove(&product.id) {
            self.covered.remove(&target);
        }
    }

    fn save_invitation(&mut self, invitation: Invitation) {
        let is_kept = invitation.is_unanswered();
        if is_kept {
            self.listed.offers(Turn::Comes, &invitation.grants);
        }
        let before = if is_kept {
            self.invitations.insert(Arc::new(invitation))
        } else {
            self.invitations.remove(invitation.id.as_str())
        };
        self.listed
            .offers(Turn::Goes, before.iter().flat_map(|before| &before.grants));
    }

    fn save_team(&mut self, team: Arc<Team>) {
        self.leave_team(team.id.as_str(), &team.members);
        self.listed.places(Turn::Comes, team.members.len());
        for user in &team.members {
            self.indexed_members.change(user, |indexed| {
                if let Err(place) = indexed.teams.binary_search(&team.id) {
                    Arc::make_mut(indexed).teams.insert(place, team.id.clone());
                }
            });
        }
        self.indexed_teams.change(&team.id, |indexed| {
            Arc::make_mut(indexed).team = Some(Arc::clone(&team));
        });
        self.teams.insert(team);
    }

    /// Takes the team out of all indexed members that it had, but those who stay.
    fn leave_team(&mut self, id: &str, staying: &[UserId]) {
        let Some(before) = self.teams.named(id).cloned() else {
            return;
        };
        self.listed.places(Turn::Goes, before.members.len());
        let leaving = before.members.iter();
        let leaving = leaving.filter(|user| staying.binary_search(user).is_err());
        for user in leaving {
            if let Some(indexed) = self.indexed_members.get_mut(user) {
                Arc::make_mut(indexed)
                    .teams
                    .retain(|team| team.as_str() != id);
            }
            self.clear_seat(user);
        }
    }

    fn remove_team(&mut self, id: &str) {
        self.leave_team(id, &[]);
        if let Some(team) = self.teams.remove(id)
            && let Some(indexed) = self.indexed_teams.get_mut(&team.id)
        {
            Arc::make_mut(indexed).team = None;
            if indexed.is_empty() {
                self.indexed_teams.remove(&team.id);
            }
        }
    }

    fn save_grant(&mut self, grant: &Grant, unsettled: &mut Unsettled) {
        if let Some(before) = self.grants.forget(&grant.id) {
            self.take_grant(before, unsettled);
        }
        if let Some(kept) = self.keep_grant(grant, unsettled) {
            self.grants.index(&grant.id, kept.number);
            self.holders.add(kept.subject, &kept.keys);
        }
    }

    /// Keeps a grant, which is not found yet by its id, nor whose it is by its keys. `None` where there are no more numbers.
    pub(super) fn keep_grant(&mut self, grant: &Grant, unsettled: &mut Unsettled) -> Option<Kept> {
        let keys = self.keys.of_scope(&grant.scope);
        let subject = self.subjects.number(&grant.subject)?;
        let number = self.grants.add(grant, subject, &keys)?;
        self.usage.grant(Turn::Comes, grant);
        let first = match &grant.subject {
            Subject::Member(user) => self.indexed_members.change(user, |indexed| {
                Arc::make_mut(indexed).grants.add(number, &keys)
            }),
            Subject::Team(team) => self.indexed_teams.change(team, |indexed| {
                Arc::make_mut(indexed).grants.add(number, &keys)
            }),
            Subject::Partnership(id) => self
                .mandates
                .change(id, |mandate| Arc::make_mut(mandate).add(number, &keys)),
        };
        if first {
            unsettled.subjects.push(grant.subject.clone());
        }
        Some(Kept {
            number,
            subject,
            keys,
        })
    }

    /// Takes a grant out of what its subject holds.
    fn take_grant(&mut self, gone: GrantNumber, unsettled: &mut Unsettled) {
        let Some(grant) = self.whole(gone) else {
            return;
        };
        // Only of what its subject loses the number may become another's.
        unsettled.gone.insert(gone);
        self.usage.grant(Turn::Goes, &grant);
        let first = match &grant.subject {
            Subject::Member(user) => self
                .indexed_members
                .get_mut(user)
                .is_some_and(|indexed| Arc::make_mut(indexed).grants.lose()),
            Subject::Team(team) => self
                .indexed_teams
                .get_mut(team)
                .is_some_and(|indexed| Arc::make_mut(indexed).grants.lose()),
            Subject::Partnership(id) => self
                .mandates
                .get_mut(id)
                .is_some_and(|mandate| Arc::make_mut(mandate).lose()),
        };
        if first {
            unsettled.subjects.push(grant.subject.clone());
        }
    }

    pub(super) fn settle(&mut self, unsettled: Unsettled) {
        let Unsettled {
            subjects,
            gone,
            partners,
        } = unsettled;
        self.index_partners(partners);
        for subject in subjects {
            match &subject {
                Subject::Member(user) => {
                    if let Some(indexed) = self.indexed_members.get_mut(user) {
                        Arc::make_mut(indexed).grants.settle(&gone, &self.grants);
                    }
                    self.clear_seat(user);
                }
                Subject::Team(team) => {
                    if let Some(indexed) = self.indexed_teams.get_mut(team) {
                        Arc::make_mut(indexed).grants.settle(&gone, &self.grants);
                    }
                    if self
                        .indexed_teams
                        .get(team)
                        .is_some_and(|indexed| indexed.is_empty())
                    {
                        self.indexed_teams.remove(team);
                    }
                }
                Subject::Partnership(id) => {
                    if let Some(mandate) = self.mandates.get_mut(id) {
                        Arc::make_mut(mandate).settle(&gone, &self.grants);
                    }
                    if self
                        .mandates
                        .get(id)
                        .is_some_and(|mandate| mandate.is_empty())
                    {
                        self.mandates.remove(id);
                    }
                }
            }
        }
        self.forget_holders(&gone);
        for number in gone {
            self.grants.free(number);
        }
    }

    /// Who held something through a key by what is gone, and holds nothing else through it, is none of its holders.
    fn forget_holders(&mut self, gone: &Gone) {
        for number in gone {
            let Some((subject, keys)) = self.grants.held_through(*number) else {
                continue;
            };
            let held = self.subjects.get(subject).and_then(|it| self.held_by(it));
            let lost = |key: &Key| held.is_none_or(|held| held.through(*key).is_empty());
            for key in keys.into_iter().filter(lost).collect::<Vec<_>>() {
                self.holders.remove(subject, key);
            }
        }
    }
}
