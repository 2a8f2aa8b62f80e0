//! What does a short name stand for? Where it is clear which kind of thing is meant, its ids are enough.

/// `ann`, or `users/ann`.
pub(super) fn user(text: &str) -> Result<String, String> {
    full(text, "users/*")
}

/// `acme`, or `organizations/acme`.
pub(super) fn organization(text: &str) -> Result<String, String> {
    full(text, "organizations/*")
}

/// `acme/drive-1`, or `organizations/acme/products/drive-1`.
pub(super) fn product(text: &str) -> Result<String, String> {
    full(text, "organizations/*/products/*")
}

/// `acme/alice`, or `organizations/acme/members/alice`.
pub(super) fn member(text: &str) -> Result<String, String> {
    full(text, "organizations/*/members/*")
}

/// `acme/g1`, or `organizations/acme/grants/g1`.
pub(super) fn grant(text: &str) -> Result<String, String> {
    full(text, "organizations/*/grants/*")
}

/// `acme/p1`, or `organizations/acme/partnerships/p1`.
pub(super) fn partnership(text: &str) -> Result<String, String> {
    full(text, "organizations/*/partnerships/*")
}

/// `acme/r1`, or `organizations/acme/changeRequests/r1`.
pub(super) fn change_request(text: &str) -> Result<String, String> {
    full(text, "organizations/*/changeRequests/*")
}

/// `panel`, or `serviceAccounts/panel`.
pub(super) fn account(text: &str) -> Result<String, String> {
    full(text, "serviceAccounts/*")
}

/// `panel/k1`, or `serviceAccounts/panel/keys/k1`.
pub(super) fn key(text: &str) -> Result<String, String> {
    full(text, "serviceAccounts/*/keys/*")
}

/// `kdrive`, or `productTypes/kdrive`.
pub(super) fn product_type(text: &str) -> Result<String, String> {
    full(text, "productTypes/*")
}

/// On what one may ask: an organization, or a product.
pub(super) fn resource(text: &str) -> Result<String, String> {
    organization(text).or_else(|_| product(text)).map_err(|_| {
        format!(
            "{text:?} is no resource; write acme or organizations/acme for an organization, \
             acme/drive-1 or organizations/acme/products/drive-1 for a product"
        )
    })
}

/// Whose changes are kept together: an organization, or `platform` or `people`.
pub(super) fn home(text: &str) -> Result<String, String> {
    match text {
        "platform" | "people" => Ok(text.to_owned()),
        _ => organization(text),
    }
}

/// `acme/12`, `platform/3`, or the full name of a change.
pub(super) fn change(text: &str) -> Result<String, String> {
    for home in ["platform", "people"] {
        let within = text.strip_prefix(home);
        if let Some(rest) = within.and_then(|rest| rest.strip_prefix('/')) {
            let revision = rest.strip_prefix("changes/").unwrap_or(rest);
            return full(revision, &format!("{home}/changes/*"));
        }
    }
    full(text, "organizations/*/changes/*")
}

/// A name within a parent: its id, or the whole name.
pub(super) fn within(parent: &str, collection: &str, text: &str) -> String {
    if text.contains('/') {
        text.to_owned()
    } else {
        format!("{parent}/{collection}/{text}")
    }
}

/// The last id of a name, which is what people call the thing.
pub(super) fn id(name: &str) -> &str {
    name.rsplit('/').next().unwrap_or(name)
}

/// The ids put in the places of the stars; a name that has all of its parts stays as it is.
fn full(text: &str, pattern: &str) -> Result<String, String> {
    let wanted: Vec<_> = pattern.split('/').collect();
    let given: Vec<_> = text.split('/').collect();
    let whole = given.len() == wanted.len() && wanted.iter().zip(&given).all(|(w, g)| fits(w, g));
    if whole {
        return Ok(text.to_owned());
    }
    let stars = wanted.iter().filter(|part| **part == "*").count();
    // Half of a full name is no ids: `organizations/acme` where a product is expected.
    let half = given.len() > 1 && wanted.first() == given.first();
    if given.len() != stars || half || given.iter().any(|id| !is_id(id)) {
        return Err(wanted_instead(text, pattern));
    }
    let mut ids = given.into_iter();
    let parts = wanted.into_iter().map(|part| match part {
        "*" => ids.next().unwrap_or_default(),
        collection => collection,
    });
    Ok(parts.collect::<Vec<_>>().join("/"))
}

fn fits(wanted: &str, given: &str) -> bool {
    if wanted == "*" {
        is_id(given)
    } else {
        wanted == given
    }
}

/// Only what can't be taken for something else here; the server says the rest.
fn is_id(text: &str) -> bool {
    !text.is_empty() && !text.contains(char::is_whitespace)
}

fn wanted_instead(text: &str, pattern: &str) -> String {
    let full = pattern.replace('*', "ID");
    let stars = pattern.matches('*').count();
    let short = vec!["ID"; stars].join("/");
    format!("{text:?} is no name here; write {full}, or {short} for short")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_alone_stand_for_the_name_and_full_names_stay() {
        let same =
            |short: Result<String, String>, full: &str| assert_eq!(short.as_deref(), Ok(full));
        same(user("ann"), "users/ann");
        same(user("users/ann"), "users/ann");
        same(organization("acme"), "organizations/acme");
        same(resource("acme"), "organizations/acme");
        same(resource("organizations/acme"), "organizations/acme");
        same(
            resource("acme/drive-1"),
            "organizations/acme/products/drive-1",
        );
        same(
            resource("organizations/acme/products/drive-1"),
            "organizations/acme/products/drive-1",
        );
        same(change("acme/12"), "organizations/acme/changes/12");
        same(change("platform/3"), "platform/changes/3");
        same(change("platform/changes/3"), "platform/changes/3");
        same(home("people"), "people");
        same(key("panel/k1"), "serviceAccounts/panel/keys/k1");
    }

    #[test]
    fn what_is_half_a_name_says_how_names_are_written() {
        let no = |wrong: Result<String, String>, words: &str| {
            let said = wrong.expect_err("refused");
            assert!(said.contains(words), "{said}");
        };
        no(
            product("organizations/acme"),
            "organizations/ID/products/ID, or ID/ID",
        );
        no(
            organization("users/ann"),
            "organizations/ID, or ID for short",
        );
        no(organization(""), "organizations/ID");
        no(user("ann lee"), "users/ID");
        no(resource("a/b/c"), "acme/drive-1");
    }
}
