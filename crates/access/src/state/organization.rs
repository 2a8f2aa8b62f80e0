//! What is remembered of one organization: its nouns, and the indexes from which the evaluator answers.

use std::sync::Arc;

use super::counts::{Listed, Usage};
use super::covered::Covered;
use super::grants::SubjectGrants;
use super::held::Held;
use super::holders::Holders;
use super::kept::{GrantEntry, KeptGrants};
use super::keys::{Key, Keys};
use super::nouns::Nouns;
use super::numbered::Numbered;
use super::records::GrantNumber;
use super::{IndexedMember, IndexedProduct, IndexedTeam, Table};
use crate::merged::Merged;
use domain::{
    AssignmentId, ClientAssignment, FormerPerson, Grant, GrantId, GroupId, Invitation,
    InvitationId, Kind, Member, Organization, OrganizationId, Partner, Partnership, PartnershipId,
    Product, ProductGroup, ProductId, Record, RecordName, Scope, ScopeEntry, ShutOut, Subject,
    Team, TeamId, UserId,
};

/// What is remembered of one organization.
#[derive(Debug, Clone, Default)]
pub struct OrganizationState {
    pub(super) revision: u64,
    pub(super) organization: Option<Arc<Organization>>,
    pub(super) members: Nouns<Member>,
    pub(super) shut_outs: Nouns<ShutOut>,
    pub(super) products: Nouns<Product>,
    pub(super) groups: Nouns<ProductGroup>,
    pub(super) teams: Nouns<Team>,
    pub(super) grants: KeptGrants,
    pub(super) invitations: Nouns<Invitation>,
    pub(super) partner: Option<Arc<Partner>>,
    pub(super) partnerships: Nouns<Partnership>,
    pub(super) assignments: Nouns<ClientAssignment>,
    /// The active ones of the partnerships, ordered by id: what every check looks through.
    pub(super) active: Arc<[Arc<Partnership>]>,
    /// The assignments for each client, ordered by id.
    pub(super) by_client: Table<OrganizationId, Arc<[Arc<ClientAssignment>]>>,
    /// What the mandate of each partnership holds.
    pub(super) mandates: Table<PartnershipId, Arc<SubjectGrants>>,
    pub(super) last_request: u64,
    /// What quotas ask of.
    pub(super) usage: Usage,
    /// Who was one of its people once, and until which change.
    pub(super) former_people: Table<UserId, Arc<FormerPerson>>,
    pub(super) keys: Keys,
    /// Whoever held something since it was loaded.
    pub(super) subjects: Numbered<Subject>,
    pub(super) holders: Holders,
    pub(super) covered: Covered,
    /// The members of the two upper roles, who have access without a grant.
    pub(super) upper: Nouns<Member>,
    pub(super) listed: Listed,
    pub(super) indexed_members: Table<UserId, Arc<IndexedMember>>,
    pub(super) indexed_teams: Table<TeamId, Arc<IndexedTeam>>,
    pub(super) indexed_products: Table<ProductId, Arc<IndexedProduct>>,
}

macro_rules! nouns {
    ($($map:ident: $all:ident, $one:ident, $after:ident, $id:ty => $noun:ty, $words:literal;)*) => {
        impl OrganizationState {$(
            #[doc = concat!("The ", $words, " of this id.")]
            pub fn $one(&self, id: &$id) -> Option<&Arc<$noun>> {
                self.$map.get(id)
            }

            #[doc = concat!("Every ", $words, ", ordered by id.")]
            pub fn $all(&self) -> impl Iterator<Item = &Arc<$noun>> {
                self.$map.iter()
            }

            #[doc = concat!("Every ", $words, " whose id comes after this one, ordered by id.")]
            pub fn $after<'a>(
                &'a self,
                id: Option<&$id>,
            ) -> impl Iterator<Item = &'a Arc<$noun>> + use<'a> {
                self.$map.after(id)
            }
        )*}
    };
}

nouns! {
    members: members, member, members_after, UserId => Member, "member";
    shut_outs: shut_outs, shut_out, shut_outs_after, UserId => ShutOut, "fact that somebody who is no member is shut out";
    products: products, product, products_after, ProductId => Product, "product";
    groups: groups, group, groups_after, GroupId => ProductGroup, "product group";
    teams: teams, team, teams_after, TeamId => Team, "team";
    invitations: open_invitations, invitation, open_invitations_after, InvitationId => Invitation, "invitation in state open (its time may be over)";
    partnerships: partnerships, partnership, partnerships_after, PartnershipId => Partnership, "partnership that is active or proposed (its time may be over)";
    assignments: client_assignments, client_assignment, client_assignments_after, AssignmentId => ClientAssignment, "client assignment";
}

impl OrganizationState {
    /// The last revision applied.
    pub fn revision(&self) -> u64 {
        self.revision
    }

    /// The organization itself.
    pub fn organization(&self) -> Option<&Arc<Organization>> {
        self.organization.as_ref()
    }

    /// Whether no path works here for them and they change nothing: the one question of rule 12, asked of members and of
    /// who is none.
    pub fn is_shut_out(&self, user: &UserId) -> bool {
        let member = self.members.get(user);
        self.is_shut_out_as(user, member.is_none_or(|member| member.is_active()))
    }

    /// The same, where it is known already whether they are no member whose membership does not work.
    #[inline]
    pub(crate) fn is_shut_out_as(&self, user: &UserId, is_active: bool) -> bool {
        !is_active || (!self.shut_outs.is_empty() && self.shut_outs.get(user).is_some())
    }

    /// The number of the change request that was opened last; 0 where there is none.
    pub fn last_request_number(&self) -> u64 {
        self.last_request
    }

    /// Somebody who was one of its people and stopped being one, if only for a while.
    pub fn former_person(&self, user: &UserId) -> Option<&Arc<FormerPerson>> {
        self.former_people.get(user)
    }

    /// How many products there are.
    pub fn product_count(&self) -> usize {
        self.products.len()
    }

    /// How many members there are.
    pub(crate) fn member_count(&self) -> usize {
        self.members.len()
    }

    /// The members of the upper roles that come after `last`, ordered by id.
    pub(crate) fn upper_after<'a>(
        &'a self,
        last: Option<&UserId>,
    ) -> impl Iterator<Item = &'a UserId> + use<'a> {
        self.upper.after(last).map(|member| &member.user)
    }

    /// Everybody who holds something through the key.
    pub(crate) fn holders_of(&self, key: Key) -> impl Iterator<Item = &Subject> {
        let holders = self.holders.of(key);
        holders.filter_map(|number| self.subjects.get(number))
    }

    /// How many people and teams something can be given to.
    pub(crate) fn people_count(&self) -> usize {
        self.indexed_members.len() + self.indexed_teams.len()
    }

    /// The noun of this name as it is, where it is one that has a long list here.
    pub fn long_listed(&self, name: &RecordName) -> Option<Record> {
        let id = name.id.as_str();
        match name.kind {
            Kind::Team => self.teams.named(id).map(|team| Team::clone(team).into()),
            Kind::Grant => {
                let grant = self.grant(&GrantId::parse(id).ok()?)?;
                Some(Arc::unwrap_or_clone(grant).into())
            }
            Kind::Member => self
                .members
                .named(id)
                .map(|member| Member::clone(member).into()),
            _ => None,
        }
    }

    /// The teams of a user, ordered by id.
    pub fn teams_of<'a>(&'a self, user: &UserId) -> impl Iterator<Item = &'a Arc<Team>> + use<'a> {
        let teams = self
            .indexed_members
            .get(user)
            .map_or(&[][..], |indexed| &indexed.teams);
        teams.iter().filter_map(|team| self.teams.get(team))
    }

    /// The grant of this id.
    pub fn grant(&self, id: &GrantId) -> Option<Arc<Grant>> {
        self.whole(self.grants.number(id)?)
    }

    /// Every grant, ordered by id.
    pub fn grants(&self) -> impl Iterator<Item = Arc<Grant>> {
        self.grants_after(None)
    }

    /// Every grant whose id comes after this one, ordered by id.
    pub fn grants_after<'a>(
        &'a self,
        id: Option<&GrantId>,
    ) -> impl Iterator<Item = Arc<Grant>> + use<'a> {
        let numbers = self.grants.after(id);
        numbers.filter_map(|number| self.whole(number))
    }

    /// The grants of a member or team, ordered by id.
    pub fn grants_of<'a>(
        &'a self,
        subject: &Subject,
    ) -> impl Iterator<Item = Arc<Grant>> + use<'a> {
        let held = self.held_by(subject);
        held.map_or_else(Vec::new, |held| self.all_of(held))
            .into_iter()
    }

    /// All of what one subject holds, ordered by id.
    pub(crate) fn all_of(&self, held: &SubjectGrants) -> Vec<Arc<Grant>> {
        let numbers = held.grants().into_iter();
        let mut grants: Vec<_> = numbers.filter_map(|number| self.whole(number)).collect();
        grants.sort_unstable_by(|a, b| a.id.cmp(&b.id));
        grants
    }

    /// A grant made whole of what is kept of it.
    pub(super) fn whole(&self, number: GrantNumber) -> Option<Arc<Grant>> {
        self.grants.grant(number, &self.keys, &self.subjects)
    }

    /// What a check reads of these grants.
    pub(crate) fn entries<'a>(
        &'a self,
        held: &'a [Held],
    ) -> impl Iterator<Item = GrantEntry<'a>> + use<'a> {
        held.iter().filter_map(|held| self.grants.entry(*held))
    }

    /// The id of what is held.
    pub(crate) fn id_of(&self, held: Held) -> Option<GrantId> {
        self.grants.id(held.grant)
    }

    /// What is held, whole.
    pub(crate) fn grant_of(&self, held: Held) -> Option<Arc<Grant>> {
        self.whole(held.grant)
    }

    /// What the grant's subject holds through the first thing that the grant is on, ordered by id: whatever says the same
    /// is among it.
    pub fn grants_beside<'a>(
        &'a self,
        grant: &Grant,
    ) -> impl Iterator<Item = Arc<Grant>> + use<'a> {
        let key = match &grant.scope {
            Scope::All => Some(Key::ALL),
            Scope::Listed(entries) => match entries.first() {
                Some(entry) => self.keys.get(entry),
                None => Some(Key::NOTHING),
            },
        };
        let held = self.held_by(&grant.subject).zip(key);
        let held = held.map_or(&[][..], |(held, key)| held.through(key));
        held.iter().filter_map(|held| self.grant_of(*held))
    }

    /// All that a subject holds.
    pub(crate) fn held_by(&self, subject: &Subject) -> Option<&SubjectGrants> {
        match subject {
            Subject::Member(user) => self
                .indexed_members
                .get(user)
                .map(|indexed| &indexed.grants),
            Subject::Team(team) => self.indexed_teams.get(team).map(|indexed| &indexed.grants),
            Subject::Partnership(id) => self.mandates.get(id).map(Arc::as_ref),
        }
    }

    /// Its entry in the directory of partners.
    pub fn partner(&self) -> Option<&Arc<Partner>> {
        self.partner.as_ref()
    }

    /// The partnerships that are active, ordered by id.
    pub fn active_partnerships(&self) -> &[Arc<Partnership>] {
        &self.active
    }

    /// The assignments for this client, ordered by id; those of ended partnerships too.
    pub fn assignments_for(&self, client: &OrganizationId) -> &[Arc<ClientAssignment>] {
        self.by_client.get(client).map_or(&[], AsRef::as_ref)
    }

    /// What the mandate of a partnership holds.
    pub(crate) fn mandate_of(&self, id: &PartnershipId) -> Option<&SubjectGrants> {
        self.mandates.get(id).map(Arc::as_ref)
    }

    /// The grants whose scope lists this entry, ordered by id.
    pub fn grants_naming(&self, entry: &ScopeEntry) -> Vec<Arc<Grant>> {
        let Some(key) = self.keys.get(entry) else {
            return Vec::new();
        };
        let held = self.holders_of(key).filter_map(|it| self.held_by(it));
        let held = held.flat_map(|own| own.through(key));
        let mut grants: Vec<_> = held.filter_map(|held| self.grant_of(*held)).collect();
        grants.sort_unstable_by(|a, b| a.id.cmp(&b.id));
        grants
    }

    /// The keys of a scope, as far as anything stands under them.
    pub(crate) fn keys_of(&self, scope: &Scope) -> Vec<Key> {
        match scope {
            Scope::All => vec![Key::ALL],
            Scope::Listed(entries) => {
                let known = entries.iter().filter_map(|entry| self.keys.get(entry));
                known.collect()
            }
        }
    }

    /// The products after `last` under any of these keys, ordered by id, and perhaps some that are not there any more. Of
    /// those to come of a type, all of it.
    pub(crate) fn products_through<'a>(
        &'a self,
        keys: &[Key],
        last: Option<&'a ProductId>,
    ) -> Merged<'a, ProductId> {
        let mut through = Merged::after(last);
        for key in keys {
            let shared = match self.keys.entry(*key) {
                None => None,
                Some(ScopeEntry::Product(id)) => {
                    through.add(id);
                    None
                }
                Some(ScopeEntry::FutureOfType(id)) => self.keys.get(&ScopeEntry::Type(id.clone())),
                Some(ScopeEntry::Group(_) | ScopeEntry::Tag(_) | ScopeEntry::Type(_)) => Some(*key),
            };
            if let Some(shared) = shared {
                through.add_run(self.covered.under(shared, last));
            }
        }
        through
    }

    pub(crate) fn indexed_member(&self, user: &UserId) -> Option<&IndexedMember> {
        self.indexed_members.get(user).map(Arc::as_ref)
    }

    pub(crate) fn indexed_team(&self, team: &TeamId) -> Option<&IndexedTeam> {
        self.indexed_teams.get(team).map(Arc::as_ref)
    }

    pub(crate) fn indexed_product(&self, product: &ProductId) -> Option<&IndexedProduct> {
        self.indexed_products.get(product).map(Arc::as_ref)
    }
}
