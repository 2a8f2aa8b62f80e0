//! Who may use something, and through what? The same evaluator as Check.

use access::{Path, Resource, View};
use decide::queries::access::{counting, next_turn, sooner};
use decide::queries::shown_role::ShownRole;
use domain::{Home, OrganizationId, ProductId, Refusal, Timestamp, UserId};
use serde::Serialize;

use crate::app::App;
use crate::call::{Call, Consistency};
use crate::done::Seen;
use crate::error::Error;
use crate::queries::paging::{Page, Paging};

/// Asks for everybody who may use something.
#[derive(Debug, Clone, Serialize)]
pub struct ListAccessors {
    /// Where.
    pub organization: OrganizationId,
    /// On which product; `None` is the organization itself.
    pub product: Option<ProductId>,
    /// What; `None` is any right of the product's type.
    pub right: Option<String>,
    /// How much of it.
    #[serde(skip)]
    pub paging: Paging,
    /// How fresh.
    #[serde(skip)]
    pub consistency: Consistency,
}

/// Somebody who may use something: a member, or staff of a partner.
#[derive(Debug, Clone)]
pub struct Accessor {
    /// Who.
    pub user: UserId,
    /// As what they are shown, where they are a member.
    pub role: Option<ShownRole>,
    /// Every path that counts now.
    pub paths: Vec<Path>,
    /// The next time at which a path begins or ends.
    pub valid_until: Option<Timestamp>,
}

impl App {
    /// Everybody who may use something, by id, with every path.
    pub async fn list_accessors(
        &self,
        call: &Call,
        query: ListAccessors,
    ) -> Result<Page<Accessor>, Error> {
        let home = Home::Organization(query.organization.clone());
        let seen = self.see(call, &home, None, &query.consistency).await?;
        let resource = resource(&seen.view, &query)?;
        let after = self.page_start(call, &query, &query.paging.token)?;
        let after = after.and_then(|after| UserId::parse(&after).ok());
        let limit = query.paging.size.saturating_add(1);
        let found = match &query.right {
            Some(right) => {
                let decided =
                    seen.view
                        .accessors(&resource, right, after.as_ref(), limit, seen.at)?;
                let accessors = decided
                    .into_iter()
                    .map(|(user, _)| accessor(&seen, &resource, user, &[right.as_str()]));
                accessors.collect::<Result<Vec<_>, _>>()?
            }
            None => any_right(&seen, &resource, after.as_ref(), limit)?,
        };
        let key = |last: &Accessor| last.user.to_string();
        Ok(self.page_of(
            call,
            &query,
            query.paging.size,
            seen,
            found.into_iter(),
            key,
        ))
    }
}

fn resource(view: &View, query: &ListAccessors) -> Result<Resource, Refusal> {
    let Some(id) = &query.product else {
        return Ok(Resource::Organization);
    };
    let known = view.organization.product(id);
    let name = || format!("organizations/{}/products/{id}", query.organization);
    known
        .map(|_| Resource::Product(id.clone()))
        .ok_or_else(|| Refusal::not_found(name()))
}

fn any_right(
    seen: &Seen,
    resource: &Resource,
    after: Option<&UserId>,
    limit: usize,
) -> Result<Vec<Accessor>, Refusal> {
    let mut found = Vec::new();
    for user in seen.view.everybody_after(after) {
        let rights = seen.view.rights(user, resource, seen.at);
        let held = rights.iter().filter(|(_, decision)| decision.allowed);
        let held: Vec<_> = held.map(|(right, _)| right.as_str()).collect();
        if !held.is_empty() {
            found.push(accessor(seen, resource, user.clone(), &held)?);
        }
        if found.len() == limit {
            break;
        }
    }
    Ok(found)
}

/// Every path to any of these rights, each once.
fn accessor(
    seen: &Seen,
    resource: &Resource,
    user: UserId,
    rights: &[&str],
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
        accessor.valid_until = sooner(accessor.valid_until, turn);
        for path in counting(explained.paths) {
            if !accessor.paths.contains(&path.path) {
                accessor.paths.push(path.path);
            }
        }
    }
    Ok(accessor)
}
