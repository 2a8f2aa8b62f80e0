//! The grants held by a partnership are its mandate: who may write them, by whichever RPC (rule 2)?

use domain::{
    AccessLevel, Change, OrganizationRight, PartnershipId, RecordName, Refusal, Scope, Subject,
};

use crate::use_case::Given;
use crate::use_cases::found::{found, must_hold};
use crate::use_cases::partnership::tell_of_change;

/// Whether the grant is of a partnership.
pub(crate) fn is_of_one(subject: &Subject) -> bool {
    matches!(subject, Subject::Partnership(_))
}

/// The partnership is there and holds grants, and is the affair of whoever asks.
pub(crate) fn must_hold_grants(given: &Given<'_>, id: &PartnershipId) -> Result<(), Refusal> {
    must_manage_partners(given)?;
    let name = RecordName::partnership(id);
    let partnership = found(given, given.organization().partnership(id), &name)?;
    partnership.must_be_active()?;
    if partnership.access == AccessLevel::Limited {
        return Ok(());
    }
    Err(Refusal::field(
        "grant.subject",
        format!(
            "must not be a FULL partnership: {} gives everything and holds no grants; make it LIMITED (ChangeMandate) \
             with the grants that it shall have",
            name.resource_name(given.home)
        ),
    ))
}

/// A grant of a partnership is changed by whoever manages partners; of others nothing is asked here.
pub(crate) fn must_be_theirs(given: &Given<'_>, subject: &Subject) -> Result<(), Refusal> {
    if is_of_one(subject) {
        must_manage_partners(given)?;
    }
    Ok(())
}

/// A LIMITED partnership never covers all products.
pub(crate) fn must_not_be_all(subject: &Subject, scope: &Scope) -> Result<(), Refusal> {
    if is_of_one(subject) && *scope == Scope::All {
        return Err(Refusal::field(
            "grant.scope",
            "must not be all: a partnership that covers all products is FULL (ChangeMandate)",
        ));
    }
    Ok(())
}

/// The partner is told that its mandate changed.
pub(crate) fn tell(given: &Given<'_>, change: &mut Change, subject: &Subject) {
    if let Subject::Partnership(id) = subject
        && let Some(partnership) = given.organization().partnership(id)
    {
        tell_of_change(given, change, partnership);
    }
}

fn must_manage_partners(given: &Given<'_>) -> Result<(), Refusal> {
    let what = "The grants of a partnership are its mandate: giving or taking one";
    must_hold(given, OrganizationRight::ManagePartners, what)
}
