//! What somebody gained and lost, on the wire.

use app::Texts;
use app::access::{Asked, Difference};
use app::queries::access::{AccessChange, Cause, ListAccessChanges};
use app::queries::list::Listing;
use domain::OrganizationId;
use grantor::v1;

use super::audit::made_to_proto;
use super::done::number;
use super::time::proto;
use crate::fields::{Fields, Parse};

impl Parse for v1::ListAccessChangesRequest {
    type Command = Listing<ListAccessChanges>;

    fn parse(self, fields: &mut Fields) -> Option<Self::Command> {
        let organization = fields.organization("parent", &self.parent);
        let of = asked(fields, organization.as_ref(), &self.user, &self.product);
        let start = fields.required("start_time", self.start_time);
        let start = fields.timestamp("start_time", start);
        let end = fields.timestamp("end_time", self.end_time);
        if let (Some(Some(start)), Some(Some(end))) = (start, end)
            && end <= start
        {
            fields.reject("end_time", "must be after start_time");
        }
        let page = fields.page(self.page_size, self.page_token, None);
        Some(page?.of(ListAccessChanges {
            organization: organization?,
            of: of?,
            start: start??,
            end: end?,
        }))
    }
}

fn asked(
    fields: &mut Fields,
    organization: Option<&OrganizationId>,
    user: &str,
    product: &str,
) -> Option<Asked> {
    match (user, product) {
        ("", "") => {
            fields.reject("user", "is required, unless product is set");
            None
        }
        (user, "") => fields.user("user", user).map(Asked::User),
        ("", product) => {
            let (of, id) = fields.product("product", product)?;
            if organization.is_some_and(|organization| of != *organization) {
                fields.reject("product", "must be a product of the parent");
                return None;
            }
            Some(Asked::Product(id))
        }
        _ => {
            fields.reject("product", "must be left out beside user: say one of them");
            None
        }
    }
}

pub(crate) fn access_change_to_proto(
    change: &AccessChange,
    organization: &OrganizationId,
    texts: &Texts,
) -> v1::AccessChange {
    let (cause, revision, made) = match &change.cause {
        Cause::Organization(revision, made) => (
            v1::AccessChangeCause::Organization,
            number(*revision),
            made.as_ref(),
        ),
        Cause::Time => (v1::AccessChangeCause::Time, 0, None),
        Cause::Catalog => (v1::AccessChangeCause::Catalog, 0, None),
        Cause::Account => (v1::AccessChangeCause::Account, 0, None),
        Cause::Partner => (v1::AccessChangeCause::Partner, 0, None),
    };
    let differences = change.differences.iter();
    v1::AccessChange {
        change_time: Some(proto(change.at)),
        differences: differences
            .map(|difference| difference_to_proto(difference, organization))
            .collect(),
        cause: cause.into(),
        revision,
        change: made.map(|made| made_to_proto(made, texts)),
    }
}

fn difference_to_proto(
    difference: &Difference,
    organization: &OrganizationId,
) -> v1::AccessDifference {
    let product = difference.product.as_ref();
    v1::AccessDifference {
        user: difference.user.resource_name().to_string(),
        resource: product.map_or_else(
            || organization.resource_name().to_string(),
            |product| product.within(organization).to_string(),
        ),
        gained_rights: difference.gained.clone(),
        lost_rights: difference.lost.clone(),
    }
}
