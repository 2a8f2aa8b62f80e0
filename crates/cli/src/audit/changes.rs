//! `grantor audit list` and `show`: who changed what, when and why; asked of a running Grantor.

use clap::Args;
use grantor::v1;
use prost_types::Timestamp;
use v1::audit_service_client::AuditServiceClient;

use crate::caller::{Caller, Channel};
use crate::fresh::Fresh;
use crate::grants::time as a_time;
use crate::output::Output;
use crate::pages::Limit;
use crate::refusal::answered;
use crate::table::Table;
use crate::words::{labelled, list_entry, or_none, plain, time, visible};
use crate::{Failure, json, short};

/// How many changes are shown where nobody says how many.
const USUAL: u32 = 100;

/// List changes.
#[derive(Debug, Args)]
#[command(after_help = "\
Without --limit, the latest 100 are shown.

Examples:
  grantor audit list acme
  grantor audit list acme --actor ann --since 2026-01-01T00:00:00Z --limit 1000
  grantor audit list acme --resource organizations/acme/members/bob --output json")]
pub(super) struct List {
    /// Of which organization, such as organizations/acme or acme; or platform, or people.
    #[arg(value_name = "ORGANIZATION", value_parser = short::home)]
    home: String,
    /// Only those made for this user or by this account: ann, users/ann or serviceAccounts/panel.
    #[arg(long, value_name = "WHO", value_parser = who)]
    actor: Option<String>,
    /// Only those that changed this, such as organizations/acme/members/bob.
    #[arg(long)]
    resource: Option<String>,
    /// Only those made by this method, such as GrantService.CreateGrant.
    #[arg(long)]
    method: Option<String>,
    /// Only those at this time or later, such as 2026-01-01T00:00:00Z.
    #[arg(long, value_name = "TIME", value_parser = a_time)]
    since: Option<Timestamp>,
    /// Only those before this time.
    #[arg(long, value_name = "TIME", value_parser = a_time)]
    until: Option<Timestamp>,
    #[command(flatten)]
    limit: Limit,
    #[command(flatten)]
    fresh: Fresh,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    caller: Caller,
}

impl List {
    pub(super) async fn run(self) -> Result<(), Failure> {
        let request = v1::ListChangesRequest {
            parent: self.home,
            actor: self.actor.unwrap_or_default(),
            resource: self.resource.unwrap_or_default(),
            method: self.method.unwrap_or_default(),
            start_time: self.since,
            end_time: self.until,
            consistency: self.fresh.consistency(),
            ..Default::default()
        };
        let channel = self.caller.open().await?;
        let limit = self.limit.or(USUAL);
        let listed = limit.read(channel, |page_size| v1::ListChangesRequest {
            page_size,
            ..request.clone()
        });
        self.output.many(&listed.await?, |changes| {
            let mut table = Table::new(["CHANGE", "WHEN", "BY", "METHOD", "WHAT", "WHY"]);
            for change in changes {
                table.row([
                    change.revision.to_string(),
                    time(change.create_time.as_ref()),
                    by(change),
                    change.method.clone(),
                    what(change),
                    or_none(&change.note),
                ]);
            }
            table
        })
    }
}

/// Show one change.
#[derive(Debug, Args)]
#[command(after_help = "Example: grantor audit show acme/12")]
pub(super) struct Show {
    /// Which, such as organizations/acme/changes/12 or acme/12; platform/3 for one of the platform.
    #[arg(value_parser = short::change)]
    name: String,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    caller: Caller,
}

impl Show {
    pub(super) async fn run(self) -> Result<(), Failure> {
        let channel = self.caller.open().await?;
        let mut client = AuditServiceClient::new(channel.clone());
        let answer = client
            .get_change(v1::GetChangeRequest { name: self.name })
            .await;
        let mut change = answered(answer)?.change.unwrap_or_default();
        if change.omitted_resource_change_count > 0 {
            change.resource_changes = all_of(channel, &change.name).await?;
            change.omitted_resource_change_count = 0;
        }
        let in_words = in_words(&change)?;
        self.output.one(&change, || in_words)
    }
}

/// All that a change did which does not fit into one answer.
async fn all_of(channel: Channel, change: &str) -> Result<Vec<v1::ResourceChange>, Failure> {
    let listed = Limit::ALL.read(channel, |page_size| v1::ListResourceChangesRequest {
        parent: change.to_owned(),
        page_size,
        ..Default::default()
    });
    Ok(listed.await?.items)
}

/// One change, and each thing as it was right after it.
fn in_words(change: &v1::Change) -> Result<String, Failure> {
    let lines = [
        ("when", time(change.create_time.as_ref())),
        ("by", by(change)),
        ("method", change.method.clone()),
        ("request id", or_none(&change.request_id)),
        ("why", or_none(&change.note)),
    ];
    let mut text = labelled(&change.name, 11, &lines);
    for changed in &change.resource_changes {
        text += &format!("\n{} {}\n", changed_how(changed), changed.resource);
        text += &after(changed)?;
    }
    Ok(text)
}

/// Its state after the change, as the JSON of the API; of a long list what left it and what came.
fn after(changed: &v1::ResourceChange) -> Result<String, Failure> {
    let state = match json::after(changed)? {
        Some(state) => state,
        None if changed.after_truncated => {
            "(larger than 256 KiB: read it as it is today)".to_owned()
        }
        None => return Ok(String::new()),
    };
    let entries = [
        ("-", &changed.removed_entries),
        ("+", &changed.added_entries),
    ];
    let entries = entries.into_iter().flat_map(|(sign, entries)| {
        let said = entries.iter().map(list_entry);
        said.map(move |said| format!("{sign} {said}"))
    });
    let of_list = match changed.after_truncated {
        true => "(without a long list, of which this left and came:)",
        false => "(of its long list this left and came:)",
    };
    let has_entries = !changed.removed_entries.is_empty() || !changed.added_entries.is_empty();
    let amended = changed.after.is_some() && (changed.after_truncated || has_entries);
    let left_out = amended.then(|| of_list.to_owned());
    let lines = state.lines().map(str::to_owned);
    let lines = lines.chain(left_out).chain(entries);
    Ok(lines
        .map(|line| format!("  {}\n", visible(&line)))
        .collect())
}

/// In one line: which, when, by whom, what, why.
pub(crate) fn line(change: &v1::Change) -> String {
    let why = if change.note.is_empty() {
        String::new()
    } else {
        format!(" ({})", change.note)
    };
    visible(&format!(
        "{}  {}  {}  {}  {}{why}",
        time(change.create_time.as_ref()),
        change.name,
        by(change),
        change.method,
        what(change),
    ))
}

/// Who: the user, through which account.
pub(crate) fn by(change: &v1::Change) -> String {
    match (change.actor.as_str(), change.service_account.as_str()) {
        ("", "") if change.link_page => "the page of a link".to_owned(),
        ("", "") => "the command line".to_owned(),
        ("", account) => account.to_owned(),
        (user, _) => user.to_owned(),
    }
}

/// What changed, at most three things by name.
fn what(change: &v1::Change) -> String {
    let all = &change.resource_changes;
    let mut said: Vec<_> = all
        .iter()
        .take(3)
        .map(|one| format!("{} {}", changed_how(one), inside(&one.resource)))
        .collect();
    let omitted = usize::try_from(change.omitted_resource_change_count).unwrap_or_default();
    let more = all.len().saturating_sub(3).saturating_add(omitted);
    if more > 0 {
        said.push(format!("and {more} more"));
    }
    or_none(&said.join(", "))
}

fn changed_how(changed: &v1::ResourceChange) -> String {
    plain(changed.kind().as_str_name(), "CHANGE_KIND_")
}

/// Without the organization, which the list is of.
fn inside(name: &str) -> String {
    let parts: Vec<_> = name.split('/').collect();
    match parts.as_slice() {
        ["organizations", _, rest @ ..] if !rest.is_empty() => rest.join("/"),
        _ => name.to_owned(),
    }
}

/// A user unless it says what it is.
fn who(text: &str) -> Result<String, String> {
    if text.starts_with("serviceAccounts/") {
        short::account(text)
    } else {
        short::user(text)
    }
}
