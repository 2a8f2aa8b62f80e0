//! What is counted of an organization: as things come and go, so that nobody has to go through all of them to know.

use domain::{
    ChangeRequest, ChangeRequestId, Grant, GrantPlan, Member, Product, Role, Scope, ScopeEntry, Tag,
};
use imbl::OrdSet;

use super::Table;

/// Whether something comes or goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Turn {
    Comes,
    Goes,
}

impl Turn {
    pub(super) fn count(self, counted: &mut usize, by: usize) {
        *counted = match self {
            Self::Comes => counted.saturating_add(by),
            Self::Goes => counted.saturating_sub(by),
        };
    }
}

/// What the sizes of the tables do not tell.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Usage {
    /// Of the grants, those of externally managed types.
    pub(super) managed_grants: usize,
    /// In the scopes of grants and administrators.
    pub(super) scope_entries: usize,
    /// How often each tag is named: on products, and in those scopes.
    pub(super) tags: Table<Tag, usize>,
    /// The change requests that are not settled.
    pub(super) open_requests: OrdSet<ChangeRequestId>,
}

impl Usage {
    pub(super) fn grant(&mut self, turn: Turn, grant: &Grant) {
        turn.count(&mut self.managed_grants, usize::from(grant.by_owner));
        self.scope(turn, &grant.scope);
    }

    pub(super) fn member(&mut self, turn: Turn, member: &Member) {
        if let Role::Administrator(areas) = &member.role
            && let Some(scope) = &areas.technical
        {
            self.scope(turn, scope);
        }
    }

    pub(super) fn product(&mut self, turn: Turn, product: &Product) {
        for tag in &product.tags {
            self.tag(turn, tag);
        }
    }

    /// Requests stay for ever; they are only open or not.
    pub(super) fn request(&mut self, request: &ChangeRequest) {
        if request.is_open() {
            self.open_requests.insert(request.id.clone());
        } else {
            self.open_requests.remove(&request.id);
        }
    }

    fn scope(&mut self, turn: Turn, scope: &Scope) {
        let entries = scope.entries();
        turn.count(&mut self.scope_entries, entries.len());
        for entry in entries {
            if let ScopeEntry::Tag(tag) = entry {
                self.tag(turn, tag);
            }
        }
    }

    fn tag(&mut self, turn: Turn, tag: &Tag) {
        match turn {
            Turn::Comes => self.tags.change(tag, |named| *named += 1),
            Turn::Goes => {
                let named = self.tags.get_mut(tag).map(|named| {
                    turn.count(named, 1);
                    *named
                });
                if named == Some(0) {
                    self.tags.remove(tag);
                }
            }
        }
    }
}

/// How much stands in lists inside of nouns, beside what quotas count.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Listed {
    /// Entries in the scopes that invitations and proposals offer; kept as long as they are.
    pub(super) offered: usize,
    pub(super) places: usize,
}

impl Listed {
    pub(super) fn offers<'a>(
        &mut self,
        turn: Turn,
        offered: impl IntoIterator<Item = &'a GrantPlan>,
    ) {
        for plan in offered {
            turn.count(&mut self.offered, plan.scope.entries().len());
        }
    }

    pub(super) fn places(&mut self, turn: Turn, places: usize) {
        turn.count(&mut self.places, places);
    }
}
