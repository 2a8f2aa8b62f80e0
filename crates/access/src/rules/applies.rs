//! Whether rights and scope fit the catalog and the organization: all that they name is there, may be given, and fits together.

use domain::{ProductTypeId, Reason, RecordName, Refusal, RightNumber, Rights, Scope, ScopeEntry};

use crate::state::IndexedType;
use crate::view::View;
use crate::words;

impl View {
    /// Refuses a scope that names what is not there, what is retired, what another system manages, or that to which
    /// none of the rights applies. With `owner`, the caller owns that externally managed type and may touch it alone.
    pub fn rights_apply(
        &self,
        rights: &Rights,
        scope: &Scope,
        owner: Option<&ProductTypeId>,
    ) -> Result<(), Refusal> {
        self.rights_exist(rights)?;
        if let (Some(owner), Scope::All) = (owner, scope) {
            return Err(beyond_owner(owner, "all products"));
        }
        let mut unfit = Vec::new();
        for entry in scope.entries() {
            let Some(indexed_type) = self.named_type(entry)? else {
                match owner {
                    Some(owner) => return Err(beyond_owner(owner, &words::entry(Some(entry)))),
                    None => continue,
                }
            };
            may_be_given(indexed_type, owner)?;
            if !applies(rights, indexed_type) {
                unfit.push(words::entry(Some(entry)));
            }
        }
        if unfit.is_empty() {
            return Ok(());
        }
        Err(Refusal::new(
            Reason::RightsDoNotApply,
            format!(
                "None of the rights ({}) applies to: {}. Leave these out, or name rights of their types.",
                words::rights(rights, &self.platform),
                unfit.join(", ")
            ),
        ))
    }

    /// How many products a grant on `all` opens: all but those of externally managed types.
    pub fn opened_products(&self) -> u32 {
        let open = self.organization.products().filter(|product| {
            let indexed_type = self.platform.indexed_type(&product.product_type);
            !indexed_type.is_some_and(|indexed_type| indexed_type.is_managed())
        });
        u32::try_from(open.count()).unwrap_or(u32::MAX)
    }

    /// Refuses rights that the catalog does not have, and those of retired types.
    fn rights_exist(&self, rights: &Rights) -> Result<(), Refusal> {
        let Rights::Listed { rights, .. } = rights else {
            return Ok(());
        };
        for number in rights {
            let (indexed_type, _) = self.platform.numbered(*number).ok_or_else(|| {
                let right = words::right(*number, &self.platform);
                Refusal::new(
                    Reason::RightUnknown,
                    format!("The catalog has no {right} any more. Name rights that it has."),
                )
            })?;
            must_not_be_retired(indexed_type)?;
        }
        Ok(())
    }

    /// The type that an entry names or whose product it names; `None` for tags and groups. Refused if it is not there.
    fn named_type(&self, entry: &ScopeEntry) -> Result<Option<&IndexedType>, Refusal> {
        let of_type = match entry {
            ScopeEntry::Tag(_) => return Ok(None),
            ScopeEntry::Group(id) if self.organization.group(id).is_some() => return Ok(None),
            ScopeEntry::Group(id) => return Err(self.no_such(&RecordName::product_group(id))),
            ScopeEntry::Type(id) | ScopeEntry::FutureOfType(id) => id,
            ScopeEntry::Product(id) => match self.organization.product(id) {
                Some(product) => &product.product_type,
                None => return Err(self.no_such(&RecordName::product(id))),
            },
        };
        match self.platform.indexed_type(of_type) {
            Some(indexed_type) => Ok(Some(indexed_type)),
            None => Err(self.no_such(&RecordName::product_type(of_type))),
        }
    }

    fn no_such(&self, name: &RecordName) -> Refusal {
        let home = self.organization.organization();
        let home = home.map_or(domain::Home::Platform, |organization| {
            domain::Home::Organization(organization.id.clone())
        });
        let home = match name.kind {
            domain::Kind::ProductType => domain::Home::Platform,
            _ => home,
        };
        Refusal::not_found(name.resource_name(&home))
    }
}

/// Refuses a type that takes no grants from this caller.
fn may_be_given(indexed_type: &IndexedType, owner: Option<&ProductTypeId>) -> Result<(), Refusal> {
    let product_type = &indexed_type.product_type;
    match (owner, &product_type.managing_system) {
        (Some(owner), _) if *owner != product_type.id => {
            return Err(beyond_owner(owner, &format!("type {}", product_type.id)));
        }
        (Some(owner), None) => {
            let message = format!(
                "{} is not externally managed: those who manage users give its rights, not a service.",
                owner.resource_name()
            );
            return Err(Refusal::new(Reason::ScopeMissing, message));
        }
        (None, Some(system)) => {
            let message = format!(
                "Who has what on products of type {} is managed by {system}. Make the change there.",
                product_type.id
            );
            return Err(Refusal::new(Reason::ExternallyManaged, message)
                .about(product_type.id.resource_name())
                .with("managing_system", system.as_str()));
        }
        (Some(_), Some(_)) | (None, None) => {}
    }
    must_not_be_retired(indexed_type)
}

fn must_not_be_retired(indexed_type: &IndexedType) -> Result<(), Refusal> {
    let id = &indexed_type.product_type.id;
    if !indexed_type.product_type.retired {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::ProductTypeRetired,
        format!(
            "The product type {id} is retired: it gets no new grants; those that are there stay."
        ),
    )
    .about(id.resource_name()))
}

fn beyond_owner(owner: &ProductTypeId, what: &str) -> Refusal {
    Refusal::new(
        Reason::ScopeMissing,
        format!(
            "The scope type.{owner}.write reaches products of type {owner}, listed, as the type or as its future products; not {what}."
        ),
    )
}

/// Whether any of the rights is one of the type.
fn applies(rights: &Rights, indexed_type: &IndexedType) -> bool {
    let Rights::Listed { kinds, rights } = rights else {
        return true;
    };
    let own = indexed_type.product_type.live_kinds();
    let declared = |number: &RightNumber| indexed_type.numbered(*number).is_some();
    kinds.meets(own) || rights.iter().any(declared)
}
