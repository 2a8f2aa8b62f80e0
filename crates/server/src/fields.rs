//! Parsing at the door: every wrong field of a request is found at once, named by its path.

use decide::named_rights::NamedRights;
use domain::{
    AssignmentId, ChangeRequestId, GrantId, GroupId, InvalidId, InvalidText, InvitationId, KeyId,
    Kinds, OrganizationId, PartnershipId, ProductId, ProductTypeId, Refusal, RightId, RightKind,
    Scope, ScopeEntry, ServiceAccountId, Tag, TeamId, Timestamp, UserId, Violation,
};
use grantor::v1;

use crate::convert::time;
use crate::names;
use crate::problem::Problem;

/// A request that becomes a command.
pub(crate) trait Parse {
    type Command;
    /// `None` only after a field was rejected.
    fn parse(self, fields: &mut Fields) -> Option<Self::Command>;
}

/// The command, or all that is wrong with the request.
pub(crate) fn parse<M: Parse>(message: M) -> Result<M::Command, Problem> {
    let mut fields = Fields::default();
    let command = message.parse(&mut fields);
    match (command, fields.elsewhere) {
        (Some(command), None) if fields.violations.is_empty() => Ok(command),
        (_, Some(name)) if fields.violations.is_empty() => Err(Refusal::not_found(name).into()),
        _ => Err(Refusal::invalid(fields.violations).into()),
    }
}

/// Collects what is wrong.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    violations: Vec<Violation>,
    /// The first thing of another organization that a scope names: there is none such here.
    elsewhere: Option<String>,
}

/// The organization that a request is about. `None`: its name is wrong; the rest is looked at all the same.
pub(crate) type Parent<'a> = Option<&'a OrganizationId>;

/// The most entries in a list of names within one request.
const MAX_NAMES: usize = 1000;

macro_rules! two_part_names {
    ($($method:ident -> $id:ty, $collection:literal;)*) => {$(
        pub(crate) fn $method(&mut self, field: &str, name: &str) -> Option<(OrganizationId, $id)> {
            let pattern = concat!("organizations/*/", $collection, "/*");
            let parsed = names::two(name, pattern, OrganizationId::parse, <$id>::parse);
            self.named(field, name, pattern, parsed)
        }
    )*};
}

impl Fields {
    /// One wrong field.
    pub(crate) fn reject(&mut self, field: &str, description: impl Into<String>) {
        self.violations.push(Violation {
            field: field.to_owned(),
            description: description.into(),
        });
    }

    fn named<T>(&mut self, field: &str, name: &str, pattern: &str, parsed: Option<T>) -> Option<T> {
        if parsed.is_none() {
            let shown: String = name.chars().take(80).collect();
            let what = if name.is_empty() {
                "is required".to_owned()
            } else {
                format!("is {shown:?}")
            };
            self.reject(
                field,
                format!("{what}; must be a name like {pattern}, ids of a-z, 0-9 and '-'"),
            );
        }
        parsed
    }

    pub(crate) fn organization(&mut self, field: &str, name: &str) -> Option<OrganizationId> {
        let pattern = "organizations/*";
        self.named(
            field,
            name,
            pattern,
            names::one(name, pattern, OrganizationId::parse),
        )
    }

    pub(crate) fn user(&mut self, field: &str, name: &str) -> Option<UserId> {
        self.named(
            field,
            name,
            "users/*",
            names::one(name, "users/*", UserId::parse),
        )
    }

    pub(crate) fn product_type(&mut self, field: &str, name: &str) -> Option<ProductTypeId> {
        let pattern = "productTypes/*";
        self.named(
            field,
            name,
            pattern,
            names::one(name, pattern, ProductTypeId::parse),
        )
    }

    pub(crate) fn service_account(&mut self, field: &str, name: &str) -> Option<ServiceAccountId> {
        let pattern = "serviceAccounts/*";
        self.named(
            field,
            name,
            pattern,
            names::one(name, pattern, ServiceAccountId::parse),
        )
    }

    pub(crate) fn key(&mut self, field: &str, name: &str) -> Option<(ServiceAccountId, KeyId)> {
        let pattern = "serviceAccounts/*/keys/*";
        let parsed = names::two(name, pattern, ServiceAccountId::parse, KeyId::parse);
        self.named(field, name, pattern, parsed)
    }

    two_part_names! {
        member -> UserId, "members";
        shut_out -> UserId, "shutOuts";
        product -> ProductId, "products";
        product_group -> GroupId, "productGroups";
        team -> TeamId, "teams";
        grant -> GrantId, "grants";
        invitation -> InvitationId, "invitations";
        partnership -> PartnershipId, "partnerships";
        client_assignment -> AssignmentId, "clientAssignments";
        change_request -> ChangeRequestId, "changeRequests";
    }

    /// An id that the caller may choose; empty lets the server make one.
    pub(crate) fn optional_id<T>(
        &mut self,
        field: &str,
        id: &str,
        parse: fn(&str) -> Result<T, InvalidId>,
    ) -> Option<Option<T>> {
        if id.is_empty() {
            return Some(None);
        }
        parse(id)
            .map(Some)
            .map_err(|wrong| self.reject(field, wrong.to_string()))
            .ok()
    }

    /// A text that must be there.
    pub(crate) fn text<T>(
        &mut self,
        field: &str,
        text: &str,
        parse: fn(&str) -> Result<T, InvalidText>,
    ) -> Option<T> {
        parse(text)
            .map_err(|wrong| self.reject(field, wrong.to_string()))
            .ok()
    }

    /// A text that may be empty.
    pub(crate) fn optional_text<T>(
        &mut self,
        field: &str,
        text: &str,
        parse: fn(&str) -> Result<T, InvalidText>,
    ) -> Option<Option<T>> {
        if text.is_empty() {
            return Some(None);
        }
        self.text(field, text, parse).map(Some)
    }

    /// A message that must be there.
    pub(crate) fn required<T>(&mut self, field: &str, value: Option<T>) -> Option<T> {
        if value.is_none() {
            self.reject(field, "is required");
        }
        value
    }

    /// A time that may be absent, from year 1 to 9999.
    pub(crate) fn timestamp(
        &mut self,
        field: &str,
        time: Option<prost_types::Timestamp>,
    ) -> Option<Option<Timestamp>> {
        let Some(time) = time else { return Some(None) };
        let read = time::read(&time);
        if read.is_none() {
            self.reject(
                field,
                "must be a time of the years 1 to 9999 with nanos from 0 to 999999999",
            );
        }
        read.map(Some)
    }

    /// A choice without default: left out or unknown is wrong.
    pub(crate) fn choice<E, T>(
        &mut self,
        field: &str,
        value: i32,
        choices: &str,
        choose: impl FnOnce(E) -> Option<T>,
    ) -> Option<T>
    where
        E: TryFrom<i32>,
    {
        let chosen = E::try_from(value).ok().and_then(choose);
        if chosen.is_none() {
            self.reject(
                field,
                format!("must be one of {choices}; it has no default"),
            );
        }
        chosen
    }

    /// The paths of an update mask; `*` or an absent mask stands for all of them (AIP-134).
    pub(crate) fn mask(
        &mut self,
        mask: Option<&prost_types::FieldMask>,
        paths: &[&'static str],
    ) -> Option<Vec<&'static str>> {
        let named = mask.map_or(&[][..], |mask| mask.paths.as_slice());
        if named.is_empty() || named == ["*"] {
            return Some(paths.to_vec());
        }
        let mut known = Vec::new();
        for (index, path) in named.iter().enumerate() {
            match paths.iter().find(|known| *known == path) {
                Some(path) => known.push(*path),
                None => {
                    let shown: String = path.chars().take(80).collect();
                    let all = paths.join(", ");
                    self.reject(
                        &format!("update_mask.paths[{index}]"),
                        format!("{shown:?} cannot be updated; the paths are {all}"),
                    );
                }
            }
        }
        (known.len() == named.len()).then_some(known)
    }

    /// Rights by name; leaving all of it out is wrong.
    pub(crate) fn rights(
        &mut self,
        field: &str,
        rights: Option<v1::Rights>,
    ) -> Option<NamedRights> {
        let rights = self.required(field, rights)?;
        let listed = !rights.kinds.is_empty() || !rights.names.is_empty();
        match (rights.all, listed) {
            (true, false) => return Some(NamedRights::All),
            (false, true) => {}
            _ => {
                self.reject(field, "must be either all, or kinds and names");
                return None;
            }
        }
        let kinds: Vec<_> = rights
            .kinds
            .iter()
            .enumerate()
            .filter_map(|(index, kind)| {
                let choices = "USAGE, MANAGEMENT, TECHNICAL, STATISTICS, DETAILED";
                self.choice(
                    &format!("{field}.kinds[{index}]"),
                    *kind,
                    choices,
                    right_kind,
                )
            })
            .collect();
        self.at_most(&format!("{field}.names"), rights.names.len())?;
        let names: Vec<_> = rights
            .names
            .iter()
            .enumerate()
            .filter_map(|(index, name)| self.right_name(&format!("{field}.names[{index}]"), name))
            .collect();
        let whole = kinds.len() == rights.kinds.len() && names.len() == rights.names.len();
        whole.then(|| NamedRights::Listed {
            kinds: Kinds::from_iter(kinds),
            rights: names,
        })
    }

    /// A right as `type/right`.
    pub(crate) fn right_name(
        &mut self,
        field: &str,
        name: &str,
    ) -> Option<(ProductTypeId, RightId)> {
        let parsed = names::two(name, "*/*", ProductTypeId::parse, RightId::parse);
        if parsed.is_none() {
            let shown: String = name.chars().take(80).collect();
            self.reject(
                field,
                format!("is {shown:?}; must be type/right such as kdrive/manage"),
            );
        }
        parsed
    }

    /// A list of names within one request is bounded.
    pub(crate) fn at_most(&mut self, field: &str, got: usize) -> Option<()> {
        if got > MAX_NAMES {
            self.reject(
                field,
                format!("must hold at most {MAX_NAMES} entries (got {got})"),
            );
            return None;
        }
        Some(())
    }

    /// Which products, of this organization alone.
    pub(crate) fn scope(
        &mut self,
        field: &str,
        scope: Option<v1::Scope>,
        organization: Parent<'_>,
    ) -> Option<Scope> {
        use v1::scope::Scope as Wire;
        let listed = match self.required(field, scope.and_then(|scope| scope.scope))? {
            Wire::All(()) => return Some(Scope::All),
            Wire::Listed(listed) => listed.entries,
        };
        let field = format!("{field}.listed.entries");
        if listed.is_empty() {
            self.reject(&field, "must hold at least one entry");
            return None;
        }
        self.at_most(&field, listed.len())?;
        let wanted = listed.len();
        let entries: Vec<_> = listed
            .into_iter()
            .enumerate()
            .filter_map(|(index, entry)| {
                self.scope_entry(&format!("{field}[{index}]"), entry, organization)
            })
            .collect();
        (entries.len() == wanted).then(|| Scope::listed(entries))
    }

    fn scope_entry(
        &mut self,
        field: &str,
        entry: v1::ScopeEntry,
        organization: Parent<'_>,
    ) -> Option<ScopeEntry> {
        use v1::scope_entry::Entry as Wire;
        match self.required(field, entry.entry)? {
            Wire::ProductType(name) => self
                .product_type(&format!("{field}.product_type"), &name)
                .map(ScopeEntry::Type),
            Wire::FutureProductType(name) => self
                .product_type(&format!("{field}.future_product_type"), &name)
                .map(ScopeEntry::FutureOfType),
            Wire::Tag(tag) => self
                .text(&format!("{field}.tag"), &tag, Tag::parse)
                .map(ScopeEntry::Tag),
            Wire::ProductGroup(name) => {
                let field = format!("{field}.product_group");
                let (home, id) = self.product_group(&field, &name)?;
                self.is_here(name, organization, &home)
                    .then_some(ScopeEntry::Group(id))
            }
            Wire::Product(name) => {
                let field = format!("{field}.product");
                let (home, id) = self.product(&field, &name)?;
                self.is_here(name, organization, &home)
                    .then_some(ScopeEntry::Product(id))
            }
        }
    }

    /// What a scope names is of this organization, or is not found.
    fn is_here(&mut self, name: String, wanted: Parent<'_>, got: &OrganizationId) -> bool {
        let here = wanted.is_none_or(|wanted| wanted == got);
        if !here {
            self.elsewhere.get_or_insert(name);
        }
        here
    }

    /// Products of this organization, at least one.
    pub(crate) fn products(
        &mut self,
        field: &str,
        named: &[String],
        organization: Parent<'_>,
    ) -> Option<Vec<ProductId>> {
        if named.is_empty() {
            self.reject(field, "must name at least one product");
            return None;
        }
        self.at_most(field, named.len())?;
        let mut ids = Vec::new();
        for (index, name) in named.iter().enumerate() {
            let field = format!("{field}[{index}]");
            if let Some((home, id)) = self.product(&field, name)
                && self
                    .same_organization(&field, organization, &home)
                    .is_some()
            {
                ids.push(id);
            }
        }
        (ids.len() == named.len()).then_some(ids)
    }

    /// A name inside a request must be of the organization that the request is about.
    pub(crate) fn same_organization(
        &mut self,
        field: &str,
        wanted: Parent<'_>,
        got: &OrganizationId,
    ) -> Option<()> {
        let wanted = wanted.filter(|wanted| *wanted != got);
        wanted
            .is_none_or(|wanted| {
                self.reject(field, format!("must be of {}", wanted.resource_name()));
                false
            })
            .then_some(())
    }
}

pub(crate) fn right_kind(kind: v1::RightKind) -> Option<RightKind> {
    match kind {
        v1::RightKind::Unspecified => None,
        v1::RightKind::Usage => Some(RightKind::Usage),
        v1::RightKind::Management => Some(RightKind::Management),
        v1::RightKind::Technical => Some(RightKind::Technical),
        v1::RightKind::Statistics => Some(RightKind::Statistics),
        v1::RightKind::Detailed => Some(RightKind::Detailed),
    }
}
