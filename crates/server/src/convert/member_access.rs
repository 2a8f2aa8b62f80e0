//! A member's access to products on the wire: the tree by type, and the saves of it.

use std::collections::HashSet;
use std::sync::Arc;

use app::Done;
use app::access::PlatformState;
use app::queries::member::GetMemberAccess;
use decide::named_rights::NamedRights;
use decide::queries::member_access::{MemberAccess, OtherAccess, OwnTypeAccess, TypeAccess};
use decide::use_cases::member::{
    AllAccess, OwnAccess, ReplaceAllMemberAccess, ReplaceMemberAccess,
};
use domain::{Grant, GrantId, OrganizationId, ProductId, Tag};
use grantor::v1;

use super::answer::{About, path_to_proto};
use super::edit::seen;
use super::grant::grant_to_proto;
use super::list::{bounded, each};
use super::rights::{rights_to_proto, scope_to_proto};
use super::shortened::{MAX_LIST, shortened};
use crate::fields::{Fields, Parent, Parse};

/// The most products or groups in one save.
const MAX_ENTRIES: usize = 1000;

impl Parse for v1::GetMemberAccessRequest {
    type Command = GetMemberAccess;

    fn parse(self, fields: &mut Fields) -> Option<GetMemberAccess> {
        let named = fields.member("name", &self.name);
        let product_type = match self.product_type.as_str() {
            "" => Some(None),
            name => fields.product_type("product_type", name).map(Some),
        };
        let consistency = fields.consistency(self.consistency);
        let (organization, user) = named?;
        Some(GetMemberAccess {
            organization,
            user,
            product_type: product_type?,
            consistency: consistency?,
        })
    }
}

impl Parse for v1::ReplaceMemberAccessRequest {
    type Command = ReplaceMemberAccess;

    fn parse(self, fields: &mut Fields) -> Option<ReplaceMemberAccess> {
        use v1::replace_member_access_request::Access;
        let product_type = fields.product_type("product_type", &self.product_type);
        let named = fields.member("name", &self.name);
        let home = named.as_ref().map(|(organization, _)| organization);
        let access = match self.access {
            Some(Access::None(())) => Some(None),
            Some(Access::Own(own)) => own_access(fields, own, home).map(Some),
            None => no_choice(fields, "access", "none or own"),
        };
        let (organization, user) = named?;
        Some(ReplaceMemberAccess {
            organization,
            user,
            product_type: product_type?,
            access: access?,
            etag: seen(self.etag),
        })
    }
}

fn own_access(
    fields: &mut Fields,
    own: v1::OwnTypeAccess,
    organization: Parent<'_>,
) -> Option<OwnAccess> {
    use v1::future_products::Choice;
    let products = products(fields, "own.products", own.products, organization);
    let type_rights = match own.type_rights {
        None => Some(None),
        rights => fields.rights("own.type_rights", rights).map(Some),
    };
    let future = match own.future_products.and_then(|future| future.choice) {
        Some(Choice::None(())) => Some(None),
        Some(Choice::Rights(rights)) => fields
            .rights("own.future_products.rights", Some(rights))
            .map(Some),
        None => no_choice(fields, "own.future_products", "none or rights"),
    };
    Some(OwnAccess {
        products: products?,
        type_rights: type_rights?,
        future: future?,
    })
}

fn no_choice<T>(fields: &mut Fields, field: &str, choices: &str) -> Option<T> {
    fields.reject(field, format!("must be {choices}; it has no default"));
    None
}

fn products(
    fields: &mut Fields,
    field: &str,
    wire: Vec<v1::ProductRights>,
    organization: Parent<'_>,
) -> Option<Vec<(ProductId, NamedRights)>> {
    bounded(fields, field, &wire, 0..=MAX_ENTRIES)?;
    let parsed = each(fields, field, wire, |fields, field, entry| {
        let rights = fields.rights(&format!("{field}.rights"), entry.rights);
        let field = format!("{field}.product");
        let (home, id) = fields.product(&field, &entry.product)?;
        fields.same_organization(&field, organization, &home)?;
        Some((id, rights?))
    })?;
    each_once(fields, field, parsed)
}

/// Refuses a list that names the same thing twice.
fn each_once<T: std::hash::Hash + Eq + Clone>(
    fields: &mut Fields,
    field: &str,
    entries: Vec<(T, NamedRights)>,
) -> Option<Vec<(T, NamedRights)>> {
    let mut known = HashSet::new();
    let mut is_once = true;
    for (index, (id, _)) in entries.iter().enumerate() {
        if !known.insert(id.clone()) {
            fields.reject(&format!("{field}[{index}]"), "stands in the list already");
            is_once = false;
        }
    }
    is_once.then_some(entries)
}

impl Parse for v1::ReplaceAllMemberAccessRequest {
    type Command = ReplaceAllMemberAccess;

    fn parse(self, fields: &mut Fields) -> Option<ReplaceAllMemberAccess> {
        use v1::replace_all_member_access_request::Access;
        let named = fields.member("name", &self.name);
        let home = named.as_ref().map(|(organization, _)| organization);
        let access = match self.access {
            Some(Access::None(())) => Some(AllAccess::Nothing),
            Some(Access::All(rights)) => fields.rights("all", Some(rights)).map(AllAccess::All),
            Some(Access::Listed(listed)) => listed_access(fields, listed, home),
            Some(Access::Tag(tagged)) => {
                let tag = fields.text("tag.tag", &tagged.tag, Tag::parse);
                let rights = fields.rights("tag.rights", tagged.rights);
                tag.zip(rights)
                    .map(|(tag, rights)| AllAccess::Tag(tag, rights))
            }
            None => no_choice(fields, "access", "none, all, listed or tag"),
        };
        let (organization, user) = named?;
        Some(ReplaceAllMemberAccess {
            organization,
            user,
            access: access?,
            acknowledge_all: self.acknowledge_all_products,
            etag: seen(self.etag),
        })
    }
}

fn listed_access(
    fields: &mut Fields,
    wire: v1::ListedAccess,
    organization: Parent<'_>,
) -> Option<AllAccess> {
    if wire.products.is_empty() && wire.product_groups.is_empty() {
        return no_choice(
            fields,
            "listed",
            "at least one product or group; `none` is the choice of nothing",
        );
    }
    bounded(
        fields,
        "listed.product_groups",
        &wire.product_groups,
        0..=MAX_ENTRIES,
    )?;
    let products = products(fields, "listed.products", wire.products, organization);
    let groups = each(
        fields,
        "listed.product_groups",
        wire.product_groups,
        |fields, field, entry| {
            let rights = fields.rights(&format!("{field}.rights"), entry.rights);
            let field = format!("{field}.product_group");
            let (home, id) = fields.product_group(&field, &entry.product_group)?;
            fields.same_organization(&field, organization, &home)?;
            Some((id, rights?))
        },
    );
    let groups = each_once(fields, "listed.product_groups", groups?)?;
    Some(AllAccess::Listed {
        products: products?,
        groups,
    })
}

/// A member's access in this organization.
pub(crate) fn access_to_proto(
    access: &MemberAccess,
    organization: &OrganizationId,
    platform: &PlatformState,
) -> v1::MemberAccess {
    let room = MAX_LIST / access.types.len().max(1);
    v1::MemberAccess {
        member: access.user.member_of(organization).to_string(),
        types: access
            .types
            .iter()
            .map(|of_type| type_to_proto(of_type, room, organization, platform))
            .collect(),
        etag: access.etag.clone(),
    }
}

/// The access to a type; what others give in at most `room` bytes.
fn type_to_proto(
    access: &TypeAccess,
    room: usize,
    organization: &OrganizationId,
    platform: &PlatformState,
) -> v1::TypeAccess {
    let (others, omitted_other_count) = shortened(room, &access.others, |other| {
        other_to_proto(other, organization, platform)
    });
    v1::TypeAccess {
        product_type: access.product_type.id.resource_name().to_string(),
        display_name: access.product_type.display_name.to_string(),
        externally_managed: access.product_type.managing_system.is_some(),
        own: access
            .own
            .as_ref()
            .map(|own| own_to_proto(own, organization, platform)),
        others,
        omitted_other_count,
        product_count: access.product_count.into(),
    }
}

fn own_to_proto(
    own: &OwnTypeAccess,
    organization: &OrganizationId,
    platform: &PlatformState,
) -> v1::OwnTypeAccess {
    use v1::future_products::Choice;
    let product = |(id, rights): &(ProductId, domain::Rights)| v1::ProductRights {
        product: id.within(organization).to_string(),
        rights: Some(rights_to_proto(rights, platform)),
    };
    let future = own
        .future
        .as_ref()
        .map(|rights| Choice::Rights(rights_to_proto(rights, platform)));
    v1::OwnTypeAccess {
        products: own.products.iter().map(product).collect(),
        type_rights: own
            .type_rights
            .as_ref()
            .map(|rights| rights_to_proto(rights, platform)),
        future_products: Some(v1::FutureProducts {
            choice: Some(future.unwrap_or(Choice::None(()))),
        }),
    }
}

fn other_to_proto(
    other: &OtherAccess,
    organization: &OrganizationId,
    platform: &PlatformState,
) -> v1::OtherAccess {
    v1::OtherAccess {
        path: Some(path_to_proto(&other.path, &About::products(organization))),
        scope: other
            .scope
            .as_ref()
            .map(|scope| scope_to_proto(organization, scope)),
        rights: Some(rights_to_proto(&other.rights, platform)),
    }
}

/// The grant that a change was about: as it saved it, or as it is where it left it alone.
pub(crate) fn grant_about(done: &Done) -> Option<v1::Grant> {
    let change = done.change()?;
    let id = GrantId::parse(&change.outcome.about.as_ref()?.id).ok()?;
    let there = || done.view.organization.grant(&id);
    let saved = done.saved::<Grant>();
    let grant = saved.cloned().map(Arc::new).or_else(there)?;
    Some(grant_to_proto(
        &grant,
        change.home.organization()?,
        &done.view.platform,
        &done.texts,
    ))
}
