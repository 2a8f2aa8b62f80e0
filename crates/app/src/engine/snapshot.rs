//! The published states that one answer is given on: its own home's, the platform's, the people's, and those of partners.

use std::collections::BTreeMap;
use std::sync::Arc;

use access::{Narrowed, OrganizationState, State, View, Work};
use domain::{Change, Home, OrganizationId};
use store::Head;

use super::Published;

/// The published states that one answer is given on.
#[derive(Debug, Clone)]
pub(crate) struct Snapshot {
    pub(crate) platform: Arc<Published>,
    pub(crate) people: Arc<Published>,
    /// Of the organization, where the question is about one.
    pub(crate) organization: Option<(Home, Arc<Published>)>,
    /// Of other organizations on which the answer can rest.
    pub(crate) others: BTreeMap<Home, Arc<Published>>,
}

impl Snapshot {
    /// The state of a home, where it is one of these.
    pub(crate) fn of(&self, home: &Home) -> Option<Arc<Published>> {
        let found = self.all().find(|(known, _)| *known == home);
        found.map(|(_, published)| Arc::clone(published))
    }

    pub(crate) fn view(&self) -> View {
        self.view_after(&[])
    }

    /// The view with these changes applied, each in its home.
    pub(crate) fn view_after(&self, changes: &[Change]) -> View {
        let after = |home: &Home, published: &Published| {
            let mine = changes.iter().filter(|change| change.home == *home);
            mine.fold(published.state.clone(), |state, change| {
                state.applied(published.head.revision + 1, change)
            })
        };
        let organization = self.organization.as_ref();
        View {
            platform: match after(&Home::Platform, &self.platform) {
                State::Platform(state) => state,
                _ => Arc::default(),
            },
            people: match after(&Home::People, &self.people) {
                State::People(state) => state,
                _ => Arc::default(),
            },
            organization: organization
                .map(|(home, published)| organization_of(&after(home, published)))
                .unwrap_or_default(),
            others: self
                .others
                .iter()
                .filter_map(|(home, published)| {
                    let state = organization_of(&after(home, published));
                    Some((home.organization()?.clone(), state))
                })
                .collect(),
            narrowed: Narrowed::default(),
            work: Work::default(),
        }
    }

    /// The active partners of the organization: an answer about it can rest on each.
    pub(crate) fn partners(&self) -> Vec<OrganizationId> {
        let own = self.organization.as_ref();
        own.map_or_else(Vec::new, |(_, published)| published.partners())
    }

    /// The revision picked of a home; 0 of one that is not in it.
    pub(crate) fn revision(&self, home: &Home) -> u64 {
        self.all()
            .find(|(known, _)| *known == home)
            .map_or(0, |(_, published)| published.head.revision)
    }

    /// All of it, in one order.
    pub(crate) fn states(&self) -> impl Iterator<Item = &Arc<Published>> {
        self.all().map(|(_, published)| published)
    }

    /// The state that what is kept of all of them is kept with: the organization's, where there is one.
    pub(crate) fn keeper(&self) -> &Published {
        let organization = self.organization.as_ref();
        organization.map_or(&self.platform, |(_, published)| published)
    }

    /// The heads of the platform, the people and the organization.
    pub(crate) fn own_heads(&self) -> impl Iterator<Item = (&Home, &Head)> {
        let others = &self.others;
        self.heads()
            .filter(move |(home, _)| !others.contains_key(*home))
    }

    /// Whether whoever sees the organization as it was picked sees this revision of another home.
    pub(crate) fn is_required(&self, other: &Home, revision: u64) -> bool {
        let required = self.keeper().requires.get(other).copied();
        revision <= required.unwrap_or_default()
    }

    pub(crate) fn heads(&self) -> impl Iterator<Item = (&Home, &Head)> {
        self.all().map(|(home, published)| (home, &published.head))
    }

    /// Puts a newer state in the place of the one that was picked.
    pub(crate) fn replace(&mut self, home: Home, published: Arc<Published>) {
        match &mut self.organization {
            _ if home == Home::Platform => self.platform = published,
            _ if home == Home::People => self.people = published,
            Some((own, organization)) if *own == home => *organization = published,
            _ => {
                self.others.insert(home, published);
            }
        }
    }

    /// A home that another's state was decided on at a newer revision than the one picked.
    pub(crate) fn newer_required(&self) -> Option<Home> {
        // Only what was picked is looked up: a partner's state can rest on those of thousands of clients.
        let behind = |(home, published): &(&Home, &Arc<Published>)| {
            self.all().any(|(_, other)| {
                let wanted = other.requires.get(home);
                wanted.is_some_and(|revision| *revision > published.head.revision)
            })
        };
        self.all().find(behind).map(|(home, _)| home.clone())
    }

    fn all(&self) -> impl Iterator<Item = (&Home, &Arc<Published>)> {
        let organization = self.organization.iter();
        [
            (&Home::Platform, &self.platform),
            (&Home::People, &self.people),
        ]
        .into_iter()
        .chain(organization.map(|(home, published)| (home, published)))
        .chain(&self.others)
    }
}

/// A state of the wrong home counts as empty, so as a denial.
fn organization_of(state: &State) -> Arc<OrganizationState> {
    match state {
        State::Organization(state) => Arc::clone(state),
        State::Platform(_) | State::People(_) => Arc::default(),
    }
}
