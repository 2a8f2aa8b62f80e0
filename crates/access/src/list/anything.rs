//! May somebody do anything at all here, and what says so?

use domain::{OrganizationRight, Refusal, Timestamp, UserId};

use super::products::Wanted;
use crate::decision::{Decision, Resource};
use crate::view::View;

impl View {
    /// What allows the user something on the organization itself; `None` where nothing does.
    pub fn allowed_here(&self, user: &UserId) -> Option<Decision> {
        let rights = OrganizationRight::ALL.into_iter();
        let mut decided = rights.map(|right| self.check_organization(user, right));
        decided.find(|decision| decision.allowed)
    }

    /// What allows the user something on one of its products. `None` is that nothing does, or that the work is used up.
    pub fn allowed_on_products(
        &self,
        user: &UserId,
        at: Timestamp,
    ) -> Result<Option<Decision>, Refusal> {
        let mut used = self.accessible_products(user, Wanted::default(), None, 1, at)?;
        let Some((product, rights)) = used.found.pop() else {
            return Ok(None);
        };
        let on = Resource::Product(product.id.clone());
        let check = |right: &String| self.check(user, &on, &right.as_str().into(), at);
        rights.first().map(check).transpose()
    }
}
