//! Rule 9, the change policy: may the organization's own people change access at once?

use std::collections::HashSet;

use access::View;
use domain::{ChangePolicy, Reason, Refusal, ScopeEntry};

use crate::rule::Authority;
use crate::use_case::Context;

/// Refuses where access changes only by the operator applying a request. Calls that are always open don't ask.
pub(crate) fn must_be_direct(context: &Context<'_>) -> Result<(), Refusal> {
    if *context.authority == Authority::Operator {
        return Ok(());
    }
    policy_must_be_open(context.view)
}

/// The same for a state alone: whether people may change access here.
pub(crate) fn policy_must_be_open(view: &View) -> Result<(), Refusal> {
    let Some(organization) = view.organization.organization() else {
        return Ok(());
    };
    if organization.change_policy == ChangePolicy::Direct {
        return Ok(());
    }
    let name = organization.id.resource_name().to_string();
    Err(Refusal::new(
        Reason::ChangePolicyByRequest,
        format!(
            "{name} changes access by request only: its people do not do so themselves. \
             Open a change request (ChangeRequestService.CreateChangeRequest), which the operator applies; \
             the operator can also set the change policy to DIRECT."
        ),
    )
    .about(name))
}

/// Grants change directly, or through the owner of an externally managed type, to whom that is always open.
pub(crate) fn grants_must_be_direct(context: &Context<'_>) -> Result<(), Refusal> {
    match context.authority {
        Authority::Service(_) => Ok(()),
        _ => must_be_direct(context),
    }
}

/// A label through which nobody has anything is only a label.
pub(crate) fn label_must_be_direct(
    context: &Context<'_>,
    entry: &ScopeEntry,
) -> Result<(), Refusal> {
    if gives_access(context, entry) {
        must_be_direct(context)
    } else {
        Ok(())
    }
}

/// Whether anybody's access goes through the entry: then a tag or group is not only a label.
pub(crate) fn gives_access(context: &Context<'_>, entry: &ScopeEntry) -> bool {
    !giving(context, [entry.clone()]).is_empty()
}

/// Those of these labels through which anybody's access goes.
pub(crate) fn giving(
    context: &Context<'_>,
    labels: impl IntoIterator<Item = ScopeEntry>,
) -> HashSet<ScopeEntry> {
    let now = context.moment.now;
    let areas = context.view.entries_of_areas();
    let through = |label: &ScopeEntry| {
        let grants = context.organization().grants_naming(label);
        let goes_on = context.view.work.goes_on(1 + grants.len());
        goes_on && grants.iter().any(|grant| !grant.period.is_over(now))
    };
    let labels = labels.into_iter();
    labels
        .filter(|label| areas.contains(label) || through(label))
        .collect()
}
