//! Who may use something, and through what? The same evaluator as Check.

use std::slice;

use access::{Path, Resource, View};
use decide::queries::access::{counting, next_turn, sooner};
use decide::queries::shown_role::ShownRole;
use domain::{Home, OrganizationId, ProductId, Refusal, RightName, Timestamp, UserId};
use serde::Serialize;

use crate::done::Seen;
use crate::error::Error;
use crate::queries::list::{List, Source};

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
        let seen = from.seen;
        let resource = resource(&seen.view, self)?;
        let after = after.and_then(|after| UserId::parse(after).ok());
        let Some(right) = &self.right else {
            let found = seen
                .view
                .accessors_by_any_right(&resource, after.as_ref(), most, seen.at)
                .into_iter()
                .map(|(user, rights)| accessor(seen, &resource, user, &rights));
            return Ok(found.collect::<Result<_, Refusal>>()?);
        };
        let found = seen
            .view
            .accessors(&resource, right, after.as_ref(), most, seen.at)?
            .into_iter()
            .map(|(user, _)| accessor(seen, &resource, user, slice::from_ref(right)));
        Ok(found.collect::<Result<_, Refusal>>()?)
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

/// Every path to any of these rights, each once.
fn accessor(
    seen: &Seen,
    resource: &Resource,
    user: UserId,
    rights: &[RightName],
) -> Result<Accessor, Refusal> {
    let member = seen.view.organization.member(&user);
    let mut accessor = Accessor {
        role: member.map(|member| ShownRole::of(&seen.view, member)),
        user,
        paths: Vec::new(),
        valid_until: None,
    };
    for right in rights {
        let explained = seen
            .view
            .explain(&accessor.user, resource, right, seen.at)?;
        let turn = next_turn(&explained.paths, seen.at);
        accessor.valid_until = seen.lasting(sooner(accessor.valid_until, turn));
        for path in counting(explained.paths) {
            if !accessor.paths.contains(&path.path) {
                accessor.paths.push(path.path);
            }
        }
    }
    Ok(accessor)
}
