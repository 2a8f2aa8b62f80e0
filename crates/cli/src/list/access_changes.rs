//! `grantor list access-changes`: what somebody, or everybody on a product, gained and lost between two times.

use clap::Args;
use grantor::v1;
use prost_types::Timestamp;

use crate::audit::changes::by;
use crate::caller::Caller;
use crate::grants::time as a_time;
use crate::output::Output;
use crate::pages::Limit;
use crate::short::within;
use crate::table::Table;
use crate::words::{or_none, plain, time};
use crate::{Failure, short};

#[derive(Debug, Args)]
#[command(after_help = "\
The times must be some 10 seconds past, so that nothing that was before them can still come.

Examples:
  grantor list access-changes acme --user alice --since 2026-10-01T00:00:00Z
  grantor list access-changes acme --product drive-1 --since 2026-10-01T00:00:00Z --until 2027-01-01T00:00:00Z")]
pub(super) struct AccessChanges {
    /// In which organization, such as organizations/acme or acme.
    #[arg(value_parser = short::organization)]
    organization: String,
    #[command(flatten)]
    of: Of,
    /// What came after this time, such as 2026-10-01T00:00:00Z.
    #[arg(long, value_name = "TIME", value_parser = a_time)]
    since: Timestamp,
    /// What came up to this time; without it, up to when all is known.
    #[arg(long, value_name = "TIME", value_parser = a_time)]
    until: Option<Timestamp>,
    #[command(flatten)]
    limit: Limit,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    caller: Caller,
}

/// Of whom, or on what.
#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct Of {
    /// What this user gained and lost, on the organization and on every product: users/alice or alice.
    #[arg(long, value_parser = short::user)]
    user: Option<String>,
    /// What everybody gained and lost on this product: drive-1 or its whole name. It may be deleted since.
    #[arg(long)]
    product: Option<String>,
}

impl AccessChanges {
    pub(super) async fn run(self) -> Result<(), Failure> {
        let product = self.of.product;
        let product = product.map(|product| within(&self.organization, "products", &product));
        let request = v1::ListAccessChangesRequest {
            parent: self.organization,
            user: self.of.user.unwrap_or_default(),
            product: product.unwrap_or_default(),
            start_time: Some(self.since),
            end_time: self.until,
            ..Default::default()
        };
        let channel = self.caller.open().await?;
        let listed = self
            .limit
            .read(channel, |page_size| v1::ListAccessChangesRequest {
                page_size,
                ..request.clone()
            });
        self.output.many(&listed.await?, table)
    }
}

/// A row for each difference, the oldest first.
fn table(changes: &[v1::AccessChange]) -> Table {
    let mut table = Table::new(["WHEN", "WHO", "ON", "GAINED", "LOST", "BY WHAT", "WHY"]);
    for change in changes {
        let note = change.change.as_ref().map(|made| made.note.as_str());
        for difference in &change.differences {
            table.row([
                time(change.change_time.as_ref()),
                short::id(&difference.user).to_owned(),
                short::id(&difference.resource).to_owned(),
                or_none(&difference.gained_rights.join(", ")),
                or_none(&difference.lost_rights.join(", ")),
                cause(change),
                or_none(note.unwrap_or_default()),
            ]);
        }
    }
    table
}

/// What did it: of a change of the organization which, and by whom where that is told.
fn cause(change: &v1::AccessChange) -> String {
    match (change.cause(), &change.change) {
        (v1::AccessChangeCause::Organization, Some(made)) => {
            let (revision, method) = (change.revision, &made.method);
            format!("change {revision}: {method} by {}", by(made))
        }
        (v1::AccessChangeCause::Organization, None) => format!("change {}", change.revision),
        (cause, _) => plain(cause.as_str_name(), "ACCESS_CHANGE_CAUSE_"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn difference(
        user: &str,
        resource: &str,
        gained: &[&str],
        lost: &[&str],
    ) -> v1::AccessDifference {
        let owned = |rights: &[&str]| rights.iter().map(ToString::to_string).collect();
        v1::AccessDifference {
            user: user.into(),
            resource: resource.into(),
            gained_rights: owned(gained),
            lost_rights: owned(lost),
        }
    }

    fn change(seconds: i64, differences: Vec<v1::AccessDifference>) -> v1::AccessChange {
        v1::AccessChange {
            change_time: Some(Timestamp { seconds, nanos: 0 }),
            differences,
            ..Default::default()
        }
    }

    #[test]
    fn each_difference_has_a_row_that_says_what_did_it() {
        let drive = "organizations/acme/products/drive-1";
        let both = ["kdrive/manage", "kdrive/use"];
        let mut made = change(
            1_800_000_000,
            vec![difference("users/ann", drive, &both, &[])],
        );
        made.set_cause(v1::AccessChangeCause::Organization);
        made.revision = 26;
        let hidden = made.clone();
        made.change = Some(v1::Change {
            actor: "users/bob".into(),
            method: "GrantService.CreateGrant".into(),
            note: "for the concert".into(),
            ..Default::default()
        });
        let here = difference(
            "users/ann",
            "organizations/acme",
            &[],
            &["organization/view"],
        );
        let there = difference("users/ann", drive, &[], &both);
        let mut passed = change(1_800_003_600, vec![here, there]);
        passed.set_cause(v1::AccessChangeCause::Time);
        let drawn = table(&[made, hidden, passed]).to_string();
        let rows: Vec<_> = drawn.lines().map(str::split_whitespace).collect();
        let rows = rows
            .into_iter()
            .skip(1)
            .map(|row| row.collect::<Vec<_>>().join(" "));
        assert_eq!(
            rows.collect::<Vec<_>>(),
            [
                "2027-01-15T08:00:00Z ann drive-1 kdrive/manage, kdrive/use - \
                 change 26: GrantService.CreateGrant by users/bob for the concert",
                "2027-01-15T08:00:00Z ann drive-1 kdrive/manage, kdrive/use - change 26 -",
                "2027-01-15T09:00:00Z ann acme - organization/view time -",
                "2027-01-15T09:00:00Z ann drive-1 - kdrive/manage, kdrive/use time -",
            ]
        );
    }
}
