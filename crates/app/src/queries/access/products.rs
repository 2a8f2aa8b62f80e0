//! Which products may somebody use, and how? The same evaluator as Check.

use access::{AccessibleProduct, View, Wanted};
use decide::queries::access::places;
use domain::{Home, OrganizationId, ProductId, ProductTypeId, RightName, UserId};
use serde::Serialize;

use crate::app::App;
use crate::call::Call;
use crate::error::Error;
use crate::queries::filters::must_know_type;
use crate::queries::list::{Count, List, Listing, Source};
use crate::queries::paging::Page;

/// Asks for the products that somebody may use.
#[derive(Debug, Clone, Serialize)]
pub struct ListAccessibleProducts {
    pub organization: OrganizationId,
    pub subject: UserId,
    /// Only those on which they have this right.
    pub right: Option<RightName>,
    /// Only those of this type.
    pub product_type: Option<ProductTypeId>,
}

impl App {
    /// The products that a user may use, by id, each with the bare ids of the rights that they have on it.
    pub async fn list_accessible_products(
        &self,
        call: &Call,
        asked: &Listing<ListAccessibleProducts>,
    ) -> Result<Page<AccessibleProduct>, Error> {
        let list = &asked.list;
        let when = self.when(call, asked);
        let seen = self.ask(call, &list.organization, &list.subject, &when);
        let seen = seen.await?;
        self.list_on(call, asked, seen).await
    }
}

impl List for ListAccessibleProducts {
    type Item = AccessibleProduct;

    fn home(&self) -> Home {
        Home::Organization(self.organization.clone())
    }

    async fn must_be_askable(&self, from: &Source<'_>) -> Result<(), Error> {
        Ok(must_know_type(&from.seen.view, self.product_type.as_ref())?)
    }

    async fn read(
        &self,
        from: &Source<'_>,
        after: Option<&str>,
        most: usize,
    ) -> Result<Vec<AccessibleProduct>, Error> {
        let (seen, view) = (from.seen, from.view_for_page());
        let after = after.and_then(|after| ProductId::parse(after).ok());
        let (wanted, after) = (self.wanted(), after.as_ref());
        let walked = view.accessible_products(&self.subject, wanted, after, most, seen.at)?;
        let mut found = walked.found;
        if let Some(stop) = walked.stopped_at.filter(|_| found.len() < most) {
            from.stops_after(stop.as_str());
        }
        for (product, rights) in &mut found {
            in_catalog_order(&seen.view, &product.product_type, rights);
        }
        Ok(found)
    }

    fn counting(&self) -> Option<Count> {
        let list = self.clone();
        Some(Box::new(move |view, at| {
            view.count_accessible_products(&list.subject, list.wanted(), at)
        }))
    }

    fn key((product, _): &AccessibleProduct) -> String {
        product.id.to_string()
    }
}

impl ListAccessibleProducts {
    fn wanted(&self) -> Wanted<'_> {
        Wanted {
            right: self.right.as_ref(),
            product_type: self.product_type.as_ref(),
        }
    }
}

fn in_catalog_order(view: &View, of_type: &ProductTypeId, rights: &mut [String]) {
    if let Some(of_type) = view.platform.product_type(of_type) {
        let places = places(of_type);
        rights.sort_by_key(|right| places.get(right.as_str()).copied());
    }
}
