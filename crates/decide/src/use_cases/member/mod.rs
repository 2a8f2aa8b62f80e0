//! What can happen to members: role, areas, panel, state, leaving, and their access to products.

pub(crate) mod access;
mod create;
mod full_access;
mod leave;
pub(crate) mod may;
mod replace;
mod replace_all;
mod state;
mod update;

use std::sync::Arc;

use domain::{Member, OrganizationId, RecordName, Refusal, UserId};

use crate::etag::must_match;
use crate::preconditions::{acting_user, must_exist};
use crate::use_case::Context;
use may::Doing;

pub use access::access_etag;
pub use create::{CreateMembers, PersonToJoin};
pub use full_access::GrantFullAccess;
pub use leave::{LeaveOrganization, RemoveMember};
pub use replace::{OwnAccess, ReplaceMemberAccess};
pub use replace_all::{AllAccess, ReplaceAllMemberAccess};
pub use state::{DeactivateMember, ReactivateMember};
pub use update::UpdateMember;

/// The member that a call names, or NOT_FOUND.
pub(crate) fn named<'a>(context: &Context<'a>, user: &UserId) -> Result<&'a Arc<Member>, Refusal> {
    let view = context.view;
    must_exist(
        context,
        view.organization.member(user),
        &RecordName::member(user),
    )
}

/// The member that a call names as the caller saw them, and the acting member.
fn doing<'a>(
    context: &Context<'a>,
    organization: &'a OrganizationId,
    user: &UserId,
    etag: Option<&str>,
) -> Result<Doing<'a>, Refusal> {
    let actor = acting_user(context)?;
    let target = named(context, user)?;
    must_match(
        etag,
        target.stamp,
        &RecordName::member(user).resource_name(context.home),
    )?;
    Ok(Doing {
        view: context.view,
        organization,
        actor,
        target,
        at: context.moment.now,
    })
}

/// The member who acts.
pub(crate) fn acting_member<'a>(context: &Context<'a>) -> Result<&'a Arc<Member>, Refusal> {
    let actor = acting_user(context)?;
    let view = context.view;
    view.organization
        .member(actor)
        .ok_or_else(|| Refusal::not_found(context.home.resource_name()))
}
