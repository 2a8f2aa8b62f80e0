//! What is to be given? Rights, products and times as flags say them.

use std::str::FromStr;

use clap::Args;
use grantor::v1;
use prost_types::Timestamp;
use v1::scope::Scope as Choice;
use v1::scope_entry::Entry;

use crate::catalog::KINDS;
use crate::short::within;

/// Rights, products and how long.
#[derive(Debug, Args)]
#[command(next_help_heading = "What is given")]
pub(super) struct GrantSpec {
    /// A right such as kdrive/manage; all rights of a kind, now and later: usage, management, technical, statistics
    /// or detailed; or all. Can be said several times.
    #[arg(long = "right", value_name = "RIGHT", required = true)]
    rights: Vec<String>,
    #[command(flatten)]
    scope: OnProducts,
    /// It holds from this time, such as 2027-01-01T00:00:00Z; without it, at once.
    #[arg(long, value_name = "TIME", value_parser = time)]
    starts: Option<Timestamp>,
    /// It ends at this time; without it, never.
    #[arg(long, value_name = "TIME", value_parser = time)]
    expires: Option<Timestamp>,
    /// Why, for those who read it later.
    #[arg(long, default_value = "", hide_default_value = true)]
    note: String,
}

/// On which products; each can be said several times, and they add up.
#[derive(Debug, Args)]
#[group(required = true, multiple = true)]
struct OnProducts {
    /// This product, such as drive-1.
    #[arg(long = "product", value_name = "PRODUCT")]
    products: Vec<String>,
    /// The products of this group, now and later.
    #[arg(long = "group", value_name = "GROUP")]
    groups: Vec<String>,
    /// The products with this tag, now and later.
    #[arg(long = "tag", value_name = "TAG")]
    tags: Vec<String>,
    /// The products of this type, such as kdrive, now and later.
    #[arg(long = "type", value_name = "TYPE", value_parser = crate::short::product_type)]
    types: Vec<String>,
    /// Only those products of this type that are made after the grant.
    #[arg(long = "future-type", value_name = "TYPE", value_parser = crate::short::product_type)]
    future_types: Vec<String>,
    /// Everything that the organization owns, now and later. Asks before, as it is easily given by mistake.
    #[arg(long, conflicts_with_all = ["products", "groups", "tags", "types", "future_types"])]
    all_products: bool,
}

impl GrantSpec {
    /// Whether it opens everything.
    pub(super) fn opens_all(&self) -> bool {
        self.scope.all_products
    }

    /// The grant to be made in an organization.
    pub(super) fn grant(self, organization: &str, subject: String) -> v1::Grant {
        v1::Grant {
            subject,
            scope: Some(self.scope.scope(organization)),
            rights: Some(rights(&self.rights)),
            start_time: self.starts,
            expire_time: self.expires,
            note: self.note,
            ..Default::default()
        }
    }
}

impl OnProducts {
    fn scope(self, organization: &str) -> v1::Scope {
        if self.all_products {
            return v1::Scope {
                scope: Some(Choice::All(())),
            };
        }
        let product = |id: String| Entry::Product(within(organization, "products", &id));
        let group = |id: String| Entry::ProductGroup(within(organization, "productGroups", &id));
        let entries = self
            .products
            .into_iter()
            .map(product)
            .chain(self.groups.into_iter().map(group))
            .chain(self.tags.into_iter().map(Entry::Tag))
            .chain(self.types.into_iter().map(Entry::ProductType))
            .chain(self.future_types.into_iter().map(Entry::FutureProductType));
        let entries = entries
            .map(|entry| v1::ScopeEntry { entry: Some(entry) })
            .collect();
        v1::Scope {
            scope: Some(Choice::Listed(v1::ScopeList { entries })),
        }
    }
}

/// A word that is no kind and not `all` is the name of a right; the server knows which there are.
fn rights(words: &[String]) -> v1::Rights {
    let mut rights = v1::Rights::default();
    for word in words {
        if word == "all" {
            rights.all = true;
        } else if let Some((_, kind)) = KINDS.iter().find(|(name, _)| name == word) {
            rights.kinds.push((*kind).into());
        } else {
            rights.names.push(word.clone());
        }
    }
    rights
}

/// Who gets it: `alice` is a member, `teams/webmasters` a team of the organization.
pub(crate) fn subject(organization: &str, text: &str) -> String {
    match text.split_once('/') {
        None => format!("{organization}/members/{text}"),
        Some(("members" | "teams" | "partnerships", _)) => format!("{organization}/{text}"),
        Some(_) => text.to_owned(),
    }
}

/// A moment, whole: a day alone would leave open which of its ends is meant.
pub(crate) fn time(text: &str) -> Result<Timestamp, String> {
    let whole = text.contains(['T', 't']);
    let time = Timestamp::from_str(text).ok().filter(|_| whole);
    time.ok_or_else(|| format!("{text:?} is no time; write it whole, such as 2027-01-01T00:00:00Z"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_kinds_all_or_names() {
        let said = rights(&["usage".into(), "kdrive/manage".into()]);
        assert_eq!(said.kinds, [v1::RightKind::Usage as i32]);
        assert_eq!(
            (said.names.as_slice(), said.all),
            (["kdrive/manage".to_owned()].as_slice(), false)
        );
        assert!(rights(&["all".into()]).all);
    }

    #[test]
    fn whoever_gets_it_is_a_member_unless_it_is_said() {
        assert_eq!(
            subject("organizations/acme", "alice"),
            "organizations/acme/members/alice"
        );
        assert_eq!(
            subject("organizations/acme", "teams/web"),
            "organizations/acme/teams/web"
        );
        assert_eq!(
            subject("organizations/acme", "organizations/b/teams/c"),
            "organizations/b/teams/c"
        );
    }

    #[test]
    fn a_day_is_no_time() {
        assert!(time("2027-01-01").is_err());
        assert_eq!(
            time("2027-01-01T00:00:00Z").map(|time| time.seconds),
            Ok(1_798_761_600)
        );
        assert_eq!(
            time("2027-01-01T01:00:00+01:00").map(|time| time.seconds),
            Ok(1_798_761_600)
        );
    }
}
