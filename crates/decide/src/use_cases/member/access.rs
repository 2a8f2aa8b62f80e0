//! What a member's own access to products is at this moment, as one version that a save can be compared with.

use std::fmt::Write;

use access::OrganizationState;
use aws_lc_rs::digest;
use domain::{Reason, Refusal, Subject, UserId};

use crate::seed::hex;
use crate::use_case::Context;

/// Changes with every change of the member's role, areas, state, teams and own grants.
pub fn access_etag(here: &OrganizationState, user: &UserId) -> String {
    let mut seen = String::new();
    if let Some(member) = here.member(user) {
        // Exact, and unlike JSON it cannot fail. Another version of Grantor may write it otherwise: then who read
        // before it reads again.
        let _ = write!(seen, "{:?}/{:?}/", member.role, member.state);
    }
    for team in here.teams_of(user) {
        seen.push_str(team.id.as_str());
        seen.push('/');
    }
    for grant in here.grants_of(&Subject::Member(user.clone())) {
        seen.push_str(grant.id.as_str());
        seen.push_str(&grant.stamp.etag());
        seen.push('/');
    }
    let digest = hex(digest::digest(&digest::SHA256, seen.as_bytes()).as_ref());
    format!("a{}", digest.split_at(16).0)
}

/// Refuses when the caller saw other access than the member has now.
pub(crate) fn must_be_seen(
    context: &Context<'_>,
    user: &UserId,
    etag: Option<&str>,
) -> Result<(), Refusal> {
    if etag.is_none_or(|seen| seen == access_etag(context.organization(), user)) {
        return Ok(());
    }
    let home = context.home.organization();
    let name = home.map_or_else(String::new, |home| user.member_of(home).to_string());
    Err(Refusal::new(
        Reason::EtagMismatch,
        format!(
            "The access of {name} has changed since you read it. Read it again with GetMemberAccess, decide again, \
             and send its new etag."
        ),
    )
    .about(name))
}
