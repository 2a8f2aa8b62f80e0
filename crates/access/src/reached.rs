//! Whom and what can a change reach? Only there it is compared who has what before and after.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use domain::{
    Assignee, AssignmentId, Change, Event, Grant, GrantId, Kind, OrganizationId, PartnershipId,
    ProductId, ProductTypeId, RecordName, Scope, ScopeEntry, Subject, TeamId, UserId,
};

use crate::state::covering_entries;
use crate::view::View;

/// What it takes to find out whom and what one event can reach.
pub(crate) const EVENT: usize = 65;

/// Whom and what the events can reach.
#[derive(Debug, Default)]
pub(crate) struct Reached {
    /// These people, on every product and on the organization.
    pub(crate) people: BTreeSet<UserId>,
    /// These products, for everybody.
    pub(crate) products: BTreeSet<ProductId>,
    /// These people on these products.
    pairs: BTreeMap<UserId, BTreeSet<ProductId>>,
}

/// The scopes of the grants that come or go in one view, by whose they are: looked up once for all of them.
#[derive(Debug, Default)]
struct Scopes {
    everywhere: BTreeSet<Subject>,
    listed: BTreeMap<Subject, BTreeSet<ScopeEntry>>,
}

impl Reached {
    /// What these changes can reach by all that is no grant, from one view to the other.
    pub(crate) fn beside_grants(changes: &[Change], both: [&View; 2]) -> Self {
        let mut reached = Self::default();
        for event in changes.iter().flat_map(|change| &change.events) {
            reached.add(event, both);
        }
        reached
    }

    /// All that these changes can reach.
    pub(crate) fn by_all(changes: &[Change], both: [&View; 2]) -> Self {
        let mut reached = Self::beside_grants(changes, both);
        for view in both {
            reached.add_grants(changes, view);
        }
        reached
    }

    pub(crate) fn products_for(&self, user: &UserId) -> impl Iterator<Item = &ProductId> {
        let own = self.pairs.get(user).into_iter().flatten();
        self.products.iter().chain(own)
    }

    /// What the event can reach, as it stands in both views.
    fn add(&mut self, event: &Event, both: [&View; 2]) {
        let name = event.name();
        match name.kind {
            Kind::Member | Kind::ShutOut | Kind::User => {
                self.people.extend(UserId::parse(&name.id))
            }
            Kind::Product => self.products.extend(ProductId::parse(&name.id)),
            Kind::Team => self.people.extend(comers_and_goers(&name, both)),
            Kind::ProductType => {
                self.products.extend(of_type(&name, both));
            }
            Kind::Partnership => self.people.extend(entrusted(&name, both)),
            Kind::ClientAssignment => self.people.extend(assigned(&name, both)),
            // Grants are looked at together. What is in a group stands on the products; the others give nobody anything.
            Kind::Grant
            | Kind::ProductGroup
            | Kind::Partner
            | Kind::Organization
            | Kind::Invitation
            | Kind::ChangeRequest
            | Kind::FormerPerson
            | Kind::Settings
            | Kind::Operator
            | Kind::ServiceAccount
            | Kind::Key => {}
        }
    }

    /// Whom and what the grants can reach that come or go, as they stand in this view.
    fn add_grants(&mut self, changes: &[Change], view: &View) {
        let scopes = Scopes::of(changes, view);
        for subject in &scopes.everywhere {
            self.people
                .extend(holders(subject, view).into_iter().cloned());
        }
        let covered = covered(&scopes, view);
        for (subject, entries) in &scopes.listed {
            let products = entries.iter().filter_map(|entry| covered.get(entry));
            let products: BTreeSet<&ProductId> = products.flatten().copied().collect();
            for user in holders(subject, view) {
                if !view.work.goes_on(1 + products.len()) {
                    return;
                }
                let pairs = self.pairs.entry(user.clone()).or_default();
                pairs.extend(products.iter().copied().cloned());
            }
        }
    }
}

/// The grants that come or go, as they stand in this view.
pub(crate) fn grants_touched<'a>(
    changes: &'a [Change],
    view: &'a View,
) -> impl Iterator<Item = Arc<Grant>> + 'a {
    let events = changes.iter().flat_map(|change| &change.events);
    let names = events.map(Event::name);
    let ids = names.filter(|name| name.kind == Kind::Grant);
    ids.filter_map(|name| view.organization.grant(&GrantId::parse(&name.id).ok()?))
}

impl Scopes {
    fn of(changes: &[Change], view: &View) -> Self {
        let mut scopes = Self::default();
        for grant in grants_touched(changes, view) {
            scopes.add(Arc::unwrap_or_clone(grant));
        }
        scopes
    }

    fn add(&mut self, grant: Grant) {
        let subject = grant.subject;
        match grant.scope {
            Scope::All => {
                self.everywhere.insert(subject);
            }
            Scope::Listed(entries) => self.listed.entry(subject).or_default().extend(entries),
        }
    }
}

/// Who has what the subject is given.
pub(crate) fn holders<'a>(subject: &'a Subject, view: &'a View) -> Vec<&'a UserId> {
    match subject {
        Subject::Member(user) => vec![user],
        Subject::Team(team) => {
            let team = view.organization.team(team);
            team.map_or_else(Vec::new, |team| team.members.iter().collect())
        }
        Subject::Partnership(id) => staff(id, view),
    }
}

/// Whether this person is one of the `holders`, without looking at the others.
pub(crate) fn holds(user: &UserId, subject: &Subject, view: &View) -> bool {
    match subject {
        Subject::Member(member) => member == user,
        Subject::Team(team) => {
            let team = view.organization.team(team);
            team.is_some_and(|team| team.members.binary_search(user).is_ok())
        }
        Subject::Partnership(id) => {
            let partnership = view.organization.partnership(id);
            let partner = partnership.and_then(|it| view.others.get(&it.partner));
            partner.is_some_and(|partner| partner.member(user).is_some())
                && is_concerned(user, id, view)
        }
    }
}

/// The people of the partner of this partnership, who exercise its mandate or hold something that is bound to it.
fn staff<'a>(id: &PartnershipId, view: &'a View) -> Vec<&'a UserId> {
    let partnership = view.organization.partnership(id);
    let partner = partnership.and_then(|partnership| view.others.get(&partnership.partner));
    let members = partner.into_iter().flat_map(|partner| partner.members());
    let people = members.map(|member| &member.user);
    // Of the others nothing changes, and a partner can have thousands.
    people.filter(|user| is_concerned(user, id, view)).collect()
}

/// Whether somebody of the partner exercises the mandate, or can hold something that is bound to it.
fn is_concerned(user: &UserId, id: &PartnershipId, view: &View) -> bool {
    let mut mandates = view.mandates(user);
    mandates.any(|mandate| mandate.partnership.id == *id)
        || view.organization.member(user).is_some()
}

fn entrusted(name: &RecordName, both: [&View; 2]) -> Vec<UserId> {
    let Ok(id) = PartnershipId::parse(&name.id) else {
        return Vec::new();
    };
    let staff = both.into_iter().flat_map(|view| staff(&id, view));
    staff.cloned().collect()
}

/// The products of a type, found under it.
fn of_type(name: &RecordName, both: [&View; 2]) -> Vec<ProductId> {
    let Ok(id) = ProductTypeId::parse(&name.id) else {
        return Vec::new();
    };
    let of_type = Scope::Listed([ScopeEntry::Type(id)].into());
    let found = both.into_iter().flat_map(|view| {
        let keys = view.organization.keys_of(&of_type);
        view.organization.products_through(&keys, None)
    });
    found.cloned().collect()
}

/// Whom an assignment names, in the state of whichever partner has it.
pub(crate) fn assigned(name: &RecordName, both: [&View; 2]) -> Vec<UserId> {
    let mut people = Vec::new();
    for partner in both.into_iter().flat_map(|view| view.others.values()) {
        let id = AssignmentId::parse(&name.id).ok();
        match id
            .and_then(|id| partner.client_assignment(&id))
            .map(|found| &found.assignee)
        {
            Some(Assignee::Member(user)) => people.push(user.clone()),
            Some(Assignee::Team(team)) => {
                let team = partner.team(team).into_iter();
                people.extend(team.flat_map(|team| team.members.iter().cloned()));
            }
            None => {}
        }
    }
    people
}

/// A place in a team: in which other organization, whose, and to what it is bound.
pub(crate) type PlaceInTeam<'a> = (Option<&'a OrganizationId>, &'a UserId, &'a [PartnershipId]);

/// Whose place in a team is not the same in both views: what the team holds changes by events of its grants.
pub(crate) fn comers_and_goers(name: &RecordName, both: [&View; 2]) -> Vec<UserId> {
    let Ok(id) = TeamId::parse(&name.id) else {
        return Vec::new();
    };
    let [before, after] = both.map(|view| places_in_team(&id, view));
    let changed = before.symmetric_difference(&after);
    changed.map(|(_, user, _)| UserId::clone(user)).collect()
}

/// The places in this team, also in a partner's: client assignments name its teams.
pub(crate) fn places_in_team<'a>(id: &TeamId, view: &'a View) -> BTreeSet<PlaceInTeam<'a>> {
    let others = view
        .others
        .iter()
        .map(|(other, state)| (Some(other), state));
    let all = std::iter::once((None, &view.organization)).chain(others);
    let teams = all.filter_map(|(home, state)| Some((home, state.team(id)?)));
    teams
        .flat_map(|(home, team)| {
            let members = team.members.iter();
            members.map(move |user| (home, user, team.bound_to(user)))
        })
        .collect()
}

/// The products that each of these entries can cover, found in one pass over the products.
fn covered<'a>(scopes: &'a Scopes, view: &'a View) -> BTreeMap<&'a ScopeEntry, Vec<&'a ProductId>> {
    let entries = scopes.listed.values().flatten();
    let mut covered: BTreeMap<_, _> = entries.map(|entry| (entry, Vec::new())).collect();
    if covered.is_empty() {
        return covered;
    }
    for product in view.organization.products() {
        for entry in covering_entries(product) {
            if let Some(products) = covered.get_mut(&entry) {
                products.push(&product.id);
            }
        }
    }
    covered
}
