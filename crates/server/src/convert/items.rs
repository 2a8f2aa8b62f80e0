//! The items of a batch that makes things, each a request by itself: what is said once for all stays empty in it.

use grantor::v1;

use crate::fields::{Fields, Parent};

/// A request that can be an item of a batch.
pub(crate) trait Item {
    fn parent(&self) -> &str;
    /// Of one that is also a call of its own.
    fn request_id(&self) -> &str {
        ""
    }
    /// Of one that is also a call of its own.
    fn validate_only(&self) -> bool {
        false
    }
}

macro_rules! items {
    ($($message:ident,)*) => {$(
        impl Item for v1::$message {
            fn parent(&self) -> &str {
                &self.parent
            }

            fn request_id(&self) -> &str {
                &self.request_id
            }

            fn validate_only(&self) -> bool {
                self.validate_only
            }
        }
    )*};
}

items! {
    CreateGrantRequest,
    CreateProductRequest,
}

impl Item for v1::CreateMemberRequest {
    fn parent(&self) -> &str {
        &self.parent
    }
}

/// What each item asks for, in their order; `what` is what they make. `parse` is given what stands before its fields.
pub(crate) fn items<M: Item, T>(
    fields: &mut Fields,
    organization: Parent<'_>,
    requests: Vec<M>,
    what: &str,
    parse: impl Fn(&mut Fields, &str, M) -> Option<T>,
) -> Option<Vec<T>> {
    if requests.is_empty() {
        fields.reject("requests", format!("must hold at least one {what}"));
    }
    fields.at_most("requests", requests.len())?;
    let wanted = requests.len();
    let parsed: Vec<_> = requests
        .into_iter()
        .enumerate()
        .filter_map(|(index, item)| {
            let prefix = format!("requests[{index}].");
            says_nothing_twice(fields, &prefix, organization, &item)?;
            parse(fields, &prefix, item)
        })
        .collect();
    (parsed.len() == wanted).then_some(parsed)
}

fn says_nothing_twice<M: Item>(
    fields: &mut Fields,
    prefix: &str,
    organization: Parent<'_>,
    item: &M,
) -> Option<()> {
    if !item.parent().is_empty() {
        let field = format!("{prefix}parent");
        let parent = fields.organization(&field, item.parent())?;
        fields.same_organization(&field, organization, &parent)?;
    }
    if !item.request_id().is_empty() {
        fields.reject(
            &format!("{prefix}request_id"),
            "must be empty: a batch has one request_id",
        );
    }
    if item.validate_only() {
        fields.reject(
            &format!("{prefix}validate_only"),
            "must be false: it is said for the whole batch",
        );
    }
    Some(())
}
