//! Is the member still as they were when the change was asked for? If not, what differs?

use domain::{
    ChangeRequest, GrantId, MemberChange, MemberState, Reason, RecordName, Refusal, Subject, TeamId,
};

use crate::use_case::Context;
use crate::use_cases::member::access_etag;

/// Refuses when the member's role, state, teams or own grants are others by now, and says which.
pub(super) fn must_be_as_seen(
    context: &Context<'_>,
    request: &ChangeRequest,
    change: &MemberChange,
) -> Result<(), Refusal> {
    let etag = access_etag(context.organization(), &change.member);
    if etag == change.seen.etag {
        return Ok(());
    }
    let name = RecordName::member(&change.member).resource_name(context.home);
    let differences = differences(context, change);
    Err(Refusal::new(
        Reason::ChangeRequestOutdated,
        format!(
            "Change request {} was made for {name} as they were then, and stays open. What differs: {}. \
             Reject it, and have it asked again.",
            request.number,
            differences.join("; ")
        ),
    )
    .about(name)
    .with("etag", etag))
}

fn differences(context: &Context<'_>, change: &MemberChange) -> Vec<String> {
    let here = context.organization();
    let seen = &change.seen;
    let mut found = Vec::new();
    let Some(member) = here.member(&change.member) else {
        return vec!["they are no member any more".to_owned()];
    };
    if member.role.name() != seen.role.name() {
        found.push(format!(
            "the role was {} and is {}",
            seen.role.name(),
            member.role.name()
        ));
    } else if member.role != seen.role {
        found.push("the areas or the technical scope".to_owned());
    }
    if member.state != seen.state {
        let now = match member.state {
            MemberState::Active => "reactivated",
            MemberState::Deactivated => "deactivated",
        };
        found.push(format!("they were {now}"));
    }
    let teams: Vec<_> = here.teams_of(&change.member).map(|team| &team.id).collect();
    let left = seen.teams.iter().filter(|id| !teams.contains(id));
    found.extend(left.map(|id| format!("they left {}", id.local_name())));
    let joined = teams.iter().filter(|id| !seen.teams.contains(id));
    found.extend(joined.map(|id: &&TeamId| format!("they joined {}", id.local_name())));
    found.extend(grants(context, change));
    found
}

fn grants(context: &Context<'_>, change: &MemberChange) -> Vec<String> {
    let subject = Subject::Member(change.member.clone());
    let seen = &change.seen;
    let mut found = Vec::new();
    let mut there: Vec<GrantId> = Vec::new();
    for grant in context.organization().grants_of(&subject) {
        if !seen.grants.contains(&grant.id) {
            found.push(format!("{} is new", grant.id.local_name()));
        } else if grant.stamp.revision >= seen.revision {
            found.push(format!("{} has changed", grant.id.local_name()));
        }
        there.push(grant.id.clone());
    }
    let gone = seen.grants.iter().filter(|id| !there.contains(id));
    found.extend(gone.map(|id| format!("{} is gone", id.local_name())));
    found
}
