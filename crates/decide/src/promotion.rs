//! What a member loses on the way to an upper role: these have access by role alone (S2-12).

use domain::{Change, Subject, Team, UserId};

use super::taking::remove_grant;
use crate::use_case::Context;

/// Removes the member's own grants, but those of externally managed types, and all team memberships.
pub(crate) fn strip(context: &Context<'_>, change: &mut Change, user: &UserId) {
    let organization = context.organization();
    for grant in organization.grants_of(&Subject::Member(user.clone())) {
        // The owner of an externally managed type gives its rights to any member, whatever the role.
        if !grant.by_owner {
            remove_grant(change, &grant);
        }
    }
    for team in organization.teams_of(user) {
        change.save(Team {
            stamp: team.stamp.touched(context.moment),
            ..team.without(user)
        });
    }
}
