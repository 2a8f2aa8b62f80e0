//! Service accounts and their keys on the wire.

use std::collections::HashSet;

use decide::use_cases::service_account::{CreateKey, CreateServiceAccount, UpdateServiceAccount};
use std::collections::HashMap;

use domain::{
    DisplayName, Key, KeyId, Reach, ServiceAccount, ServiceAccountId, ServiceScope,
    ServiceScopeKind, Timestamp,
};
use grantor::v1;

use super::edit::{Mask, seen};
use super::list::{bounded, each};
use super::time::proto;
use crate::fields::{Fields, Parse};

/// What UpdateServiceAccount can change.
const PATHS: [&str; 2] = ["display_name", "scopes"];

/// The scopes there are.
const SCOPES: &str = "access.ask, read, watch, users.write, products.write, type.{product_type}.write, act.for.users, operator";

impl Parse for v1::CreateServiceAccountRequest {
    type Command = CreateServiceAccount;

    fn parse(self, fields: &mut Fields) -> Option<CreateServiceAccount> {
        let id = fields.optional_id(
            "service_account_id",
            &self.service_account_id,
            ServiceAccountId::parse,
        );
        let account = fields.required("service_account", self.service_account)?;
        let name = &account.display_name;
        let display_name = fields.text("service_account.display_name", name, DisplayName::parse);
        let scopes = scopes(fields, account.scopes);
        Some(CreateServiceAccount {
            id: id?,
            display_name: display_name?,
            scopes: scopes?,
        })
    }
}

fn scopes(fields: &mut Fields, wire: Vec<v1::ServiceAccountScope>) -> Option<Vec<ServiceScope>> {
    let field = "service_account.scopes";
    bounded(fields, field, &wire, 0..=100)?;
    let scopes = each(fields, field, wire, scope)?;
    let mut kinds = HashSet::new();
    let twice = scopes.iter().position(|scope| !kinds.insert(&scope.kind));
    if let Some(index) = twice {
        fields.reject(
            &format!("{field}[{index}].scope"),
            "stands in the list already; name all organizations in one",
        );
        return None;
    }
    Some(scopes)
}

fn scope(fields: &mut Fields, field: &str, wire: v1::ServiceAccountScope) -> Option<ServiceScope> {
    use v1::service_account_scope::Where;
    let kind = ServiceScopeKind::parse(&wire.scope);
    if kind.is_none() {
        fields.reject(
            &format!("{field}.scope"),
            format!("must be one of {SCOPES}"),
        );
    }
    let reach = match wire.r#where {
        Some(Where::AllOrganizations(())) => Some(Reach::All),
        Some(Where::Organizations(list)) => {
            let field = format!("{field}.organizations.organizations");
            bounded(fields, &field, &list.organizations, 1..=1000)?;
            let named = each(fields, &field, list.organizations, |fields, field, name| {
                fields.organization(field, &name)
            });
            named.map(Reach::Listed)
        }
        None => {
            fields.reject(
                field,
                "must say where: all_organizations or organizations; it has no default",
            );
            None
        }
    };
    let (kind, reach) = (kind?, reach?);
    Some(ServiceScope { kind, reach })
}

impl Parse for v1::UpdateServiceAccountRequest {
    type Command = UpdateServiceAccount;

    fn parse(self, fields: &mut Fields) -> Option<UpdateServiceAccount> {
        let mask = Mask::parse(fields, self.update_mask.as_ref(), &PATHS);
        let account = fields.required("service_account", self.service_account)?;
        let id = fields.service_account("service_account.name", &account.name);
        let mask = mask?;
        let name = &account.display_name;
        let display_name = mask.text(
            fields,
            "service_account",
            "display_name",
            name,
            DisplayName::parse,
        );
        let scopes = mask.edit("scopes", !account.scopes.is_empty(), || {
            scopes(fields, account.scopes)
        });
        Some(UpdateServiceAccount {
            id: id?,
            display_name: display_name?,
            scopes: scopes?,
            etag: seen(account.etag),
        })
    }
}

impl Parse for v1::CreateKeyRequest {
    type Command = CreateKey;

    fn parse(self, fields: &mut Fields) -> Option<CreateKey> {
        let account = fields.service_account("parent", &self.parent);
        let expire_time =
            fields.timestamp("key.expire_time", self.key.and_then(|key| key.expire_time));
        Some(CreateKey {
            account: account?,
            expire_time: expire_time?,
        })
    }
}

/// A service account.
pub(crate) fn service_account_to_proto(account: &ServiceAccount) -> v1::ServiceAccount {
    v1::ServiceAccount {
        name: account.id.resource_name().to_string(),
        display_name: account.display_name.to_string(),
        scopes: account.scopes.iter().map(scope_to_proto).collect(),
        create_time: Some(proto(account.stamp.create_time)),
        update_time: Some(proto(account.stamp.update_time)),
        etag: account.stamp.etag(),
    }
}

fn scope_to_proto(scope: &ServiceScope) -> v1::ServiceAccountScope {
    use v1::service_account_scope::Where;
    let reach = match &scope.reach {
        Reach::All => Where::AllOrganizations(()),
        Reach::Listed(listed) => Where::Organizations(v1::OrganizationList {
            organizations: listed
                .iter()
                .map(|id| id.resource_name().to_string())
                .collect(),
        }),
    };
    v1::ServiceAccountScope {
        scope: scope.kind.to_string(),
        r#where: Some(reach),
    }
}

/// A key of a list, with when it was last used.
pub(crate) fn used_key_to_proto(key: &Key, uses: &HashMap<KeyId, Timestamp>) -> v1::Key {
    v1::Key {
        last_use_time: uses.get(&key.id).copied().map(proto),
        ..key_to_proto(key)
    }
}

/// A key as a change leaves it, never with its secret.
pub(crate) fn key_to_proto(key: &Key) -> v1::Key {
    v1::Key {
        name: key.id.of_account(&key.account).to_string(),
        expire_time: key.expire_time.map(proto),
        create_time: Some(proto(key.stamp.create_time)),
        revoke_time: key.revoke_time.map(proto),
        last_use_time: None,
    }
}
