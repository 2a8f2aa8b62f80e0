//! Grants: who gives rights to whom, changes them, takes them away.

mod create;
mod delete;
mod update;

use std::sync::Arc;

use domain::{
    Change, Grant, GrantId, Note, Personal, Reason, RecordName, Refusal, ServiceScopeKind, Subject,
};

pub use create::{CreateGrant, CreateGrants, NewGrant};
pub use delete::{DeleteGrant, DeleteGrants};
pub use update::UpdateGrant;

use crate::grant_spec::{owner, type_of};
use crate::preconditions::{acting_user, must_exist};
use crate::rule::Authority;
use crate::rules::rule_02::must_be_theirs;
use crate::use_case::Context;

/// The grant, if whoever asks writes it: what the owner of an externally managed type gave is the owner's alone, and
/// what others gave an owner may not even know of.
fn writable(context: &Context<'_>, id: &GrantId) -> Result<Arc<Grant>, Refusal> {
    let name = RecordName::grant(id);
    let grant = must_exist(context, context.organization().grant(id), &name)?;
    match context.authority {
        Authority::Service(_) if grant.by_owner && owner(context, &grant.scope).is_ok() => {
            Ok(grant)
        }
        Authority::Service(_) => Err(Refusal::not_found(name.resource_name(context.home))),
        _ if grant.by_owner => Err(externally_managed(context, &grant)),
        _ => {
            acting_user(context)?;
            must_be_theirs(context, &grant.subject)?;
            Ok(grant)
        }
    }
}

pub(crate) fn externally_managed(context: &Context<'_>, grant: &Grant) -> Refusal {
    let owned = grant
        .scope
        .entries()
        .iter()
        .find_map(|entry| type_of(context, entry));
    let product_type = owned.and_then(|id| context.view.platform.product_type(&id).cloned());
    let system = product_type
        .as_ref()
        .and_then(|owned| owned.managing_system.as_ref());
    let system = system.map_or_else(|| "its managing system".to_owned(), ToString::to_string);
    let scope = product_type
        .as_ref()
        .map(|owned| ServiceScopeKind::TypeWrite(owned.id.clone()).to_string());
    let resource = RecordName::grant(&grant.id).resource_name(context.home);
    Refusal::new(
        Reason::ExternallyManaged,
        format!(
            "{resource} is kept by {system} and changes only there ({}). Change it in {system}.",
            scope.map_or_else(
                || "its owner".to_owned(),
                |scope| format!("service accounts with scope {scope}")
            )
        ),
    )
    .about(resource)
    .with("managing_system", system)
}

/// The note beside the change, about the person who gets the grant.
fn note_of(
    context: &Context<'_>,
    change: &mut Change,
    subject: &Subject,
    note: Option<&Note>,
) -> Option<Box<Personal>> {
    let about = match subject {
        Subject::Member(user) => Some(user),
        Subject::Team(_) | Subject::Partnership(_) => None,
    };
    note.map(|note| Box::new(context.personal(change, about, note.as_str())))
}
