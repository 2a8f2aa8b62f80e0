//! Who may use something, and through what? The same evaluator as Check.

use access::{FoundAccessor, Path, Resource, View};
use decide::queries::shown_role::ShownRole;
use domain::{Home, OrganizationId, ProductId, Refusal, RightName, Timestamp, UserId};
use serde::Serialize;

use crate::done::Seen;
use crate::error::Error;
use crate::queries::list::{Count, List, Source};

/// Asks for everybody who may use something.
#[derive(Debug, Clone, Serialize)]
pub struct ListAccessors {
    pub organization: OrganizationId,
    /// On which product; `None` is the organization itself.
    pub product: Option<ProductId>,
    /// What; `None` is any right of the product's type.
    pub right: Option<RightName>,
}

/// Somebody who may use something: a member, or staff of a partner.
#[derive(Debug, Clone)]
pub struct Accessor {
    pub user: UserId,
    /// As what they are shown, where they are a member.
    pub role: Option<ShownRole>,
    /// Every path that counts now.
    pub paths: Vec<Path>,
    /// The next time at which a path begins or ends.
    pub valid_until: Option<Timestamp>,
}

/// Everybody who may use something, by id, with every path.
impl List for ListAccessors {
    type Item = Accessor;

    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    async fn must_be_askable(&self, from: &Source<'_>) -> Result<(), Error> {
        resource(&from.seen.view, self)?;
        Ok(())
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<Accessor>, Error> {
        let (seen, view) = (from.seen, from.view_for_page());
        let resource = resource(&view, self)?;
        let after = after.and_then(|after| UserId::parse(after).ok());
        let (right, after) = (self.right.as_ref(), after.as_ref());
        let walked = view.accessors(&resource, right, after, most, seen.at)?;
        let (found, stopped_at) = (walked.found, walked.stopped_at);
        if let Some(stop) = stopped_at.filter(|_| found.len() < most) {
            from.stops_after(stop.as_str());
        }
        let shown = |found| accessor(seen, found);
        Ok(found.into_iter().map(shown).collect())
    }

    fn counting(&self) -> Option<Count> {
        let list = self.clone();
        Some(Box::new(move |view, at| {
            let resource = resource(view, &list)?;
            view.count_accessors(&resource, list.right.as_ref(), at)
        }))
    }

    fn key(accessor: &Accessor) -> String {
        accessor.user.to_string()
    }
}

fn resource(view: &View, query: &ListAccessors) -> Result<Resource, Refusal> {
    let Some(id) = &query.product else {
        return Ok(Resource::Organization);
    };
    let known = view.organization.product(id);
    let name = || id.within(&query.organization).to_string();
    known
        .map(|_| Resource::Product(id.clone()))
        .ok_or_else(|| Refusal::not_found(name()))
}

fn accessor(seen: &Seen, found: FoundAccessor) -> Accessor {
    let view = &seen.view;
    let member = view.organization.member(&found.user);
    Accessor {
        role: member.map(|member| ShownRole::of(view, member)),
        user: found.user,
        paths: found.paths,
        valid_until: seen.lasting(found.next_turn),
    }
}
