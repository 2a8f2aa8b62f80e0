//! What does a change request ask for, in words?

use grantor::v1;
use v1::change_request::Change;

use crate::short::id;
use crate::table::Table;
use crate::words::{labelled, or_none, plain, rights, role, scope, time, visible};

/// Several, the number first.
pub(super) fn table(requests: &[v1::ChangeRequest]) -> Table {
    let mut table = Table::new(["REQUEST", "NUMBER", "STATE", "ASKS TO", "BY", "WHEN"]);
    for request in requests {
        table.row([
            request
                .name
                .trim_start_matches("organizations/")
                .replace("/changeRequests", ""),
            request.number.to_string(),
            state(request),
            asks(request),
            id(&request.requester).to_owned(),
            time(request.create_time.as_ref()),
        ]);
    }
    table
}

/// One, with its details and comments.
pub(super) fn whole(request: &v1::ChangeRequest) -> String {
    let mut lines = vec![
        ("number", request.number.to_string()),
        ("state", state(request)),
        ("asks to", asks(request)),
    ];
    lines.extend(details(request).into_iter().map(|detail| ("", detail)));
    lines.extend([
        ("note", or_none(&request.note)),
        ("asked by", or_none(&request.requester)),
        ("worked by", or_none(&request.worker)),
    ]);
    if !request.reject_reason.is_empty() {
        lines.push(("rejected", request.reject_reason.clone()));
    }
    lines.extend([
        ("asked", time(request.create_time.as_ref())),
        ("ended", time(request.end_time.as_ref())),
        ("etag", request.etag.clone()),
    ]);
    let mut text = labelled(&request.name, 10, &lines);
    for comment in &request.comments {
        let side = if comment.by_operator {
            ", operator"
        } else {
            ""
        };
        let at = time(comment.create_time.as_ref());
        text += &format!(
            "  {at}  {}{side}: {}\n",
            comment.author,
            visible(&comment.text)
        );
    }
    text
}

fn state(request: &v1::ChangeRequest) -> String {
    plain(request.state().as_str_name(), "CHANGE_REQUEST_STATE_")
}

/// In short.
fn asks(request: &v1::ChangeRequest) -> String {
    match &request.change {
        None => "change something that this grantor does not know".to_owned(),
        Some(Change::CreateUser(user)) => {
            let role = user
                .role
                .as_ref()
                .map(|wished| format!(" as {}", role(wished.role())))
                .unwrap_or_default();
            format!(
                "create the user {} {} <{}>{role}",
                user.given_name, user.family_name, user.email
            )
        }
        Some(Change::ChangeMember(change)) => format!("change the member {}", id(&change.member)),
        Some(Change::DeactivateMember(change)) => format!(
            "deactivate the member {}: {}",
            id(&change.member),
            change.reason
        ),
        Some(Change::ReactivateMember(change)) => {
            format!("reactivate the member {}", id(&change.member))
        }
        Some(Change::RaiseAdministratorLimit(raise)) => {
            format!("allow {} administrators", raise.limit)
        }
    }
}

/// What it gives and takes.
fn details(request: &v1::ChangeRequest) -> Vec<String> {
    match &request.change {
        Some(Change::CreateUser(user)) => gives(&user.grants, &user.teams),
        Some(Change::ChangeMember(change)) => {
            let wished = change
                .role
                .as_ref()
                .map(|wished| format!("becomes {}", role(wished.role())));
            let mut lines: Vec<_> = wished.into_iter().collect();
            lines.extend(gives(&change.add_grants, &change.add_teams));
            lines.extend(
                change
                    .remove_grants
                    .iter()
                    .map(|grant| format!("without the grant {}", id(grant))),
            );
            lines.extend(
                change
                    .remove_teams
                    .iter()
                    .map(|team| format!("out of the team {}", id(team))),
            );
            lines
        }
        _ => Vec::new(),
    }
}

fn gives(grants: &[v1::OfferedGrant], teams: &[String]) -> Vec<String> {
    let grants = grants.iter().map(|grant| {
        format!(
            "with {} on {}",
            rights(grant.rights.as_ref()),
            scope(grant.scope.as_ref())
        )
    });
    let teams = teams.iter().map(|team| format!("in the team {}", id(team)));
    grants.chain(teams).collect()
}
