//! One limit on the mails that somebody wants to leave, whatever they are about: what would not be sent is not done.

use std::collections::BTreeMap;

use domain::{Change, MailLimits, Timestamp, Who};
use store::{Counted, Reader};

use crate::error::Error;

/// How many mails of a sort may leave, and how many more are to.
#[derive(Clone, Copy)]
struct Wanted {
    limit: u32,
    more: u32,
}

/// Refuses changes whose mails are more than may leave.
pub(crate) async fn must_be_few(
    limits: MailLimits,
    reader: &Reader,
    who: &Who,
    changes: &[Change],
    now: Timestamp,
) -> Result<(), Error> {
    for (counted, Wanted { limit, more }) in wanted(limits, reader, who, changes).await? {
        if more > limit {
            return Err(MailLimits::reached(limit, which(&counted), now, now).into());
        }
        let newer = limit - more;
        if let Some(left) = reader.counted_mail(&counted, newer, now).await? {
            return Err(MailLimits::reached(limit, which(&counted), left, now).into());
        }
    }
    Ok(())
}

async fn wanted(
    limits: MailLimits,
    reader: &Reader,
    who: &Who,
    changes: &[Change],
) -> Result<BTreeMap<Counted, Wanted>, Error> {
    let mut wanted = BTreeMap::new();
    for change in changes {
        for mail in change.mails.iter().filter(|mail| mail.is_wanted()) {
            let mark = reader.postmark(change, who, mail).await?;
            let to = mark.recipient.into_iter().flat_map(|recipient| {
                [
                    (
                        Counted::To(change.home.clone(), recipient.clone()),
                        limits.to_one,
                    ),
                    (Counted::ToOfAll(recipient), limits.to_one_of_all),
                ]
            });
            let of_account = matches!(mail, domain::Mail::ConfirmEmail { .. });
            let by_one = if of_account {
                limits.to_one
            } else {
                limits.by_one
            };
            let by = mark.sender.map(|sender| (Counted::By(sender), by_one));
            for (counted, limit) in to.chain(by) {
                wanted
                    .entry(counted)
                    .or_insert(Wanted { limit, more: 0 })
                    .more += 1;
            }
        }
    }
    Ok(wanted)
}

fn which(counted: &Counted) -> &'static str {
    match counted {
        Counted::To(..) => "from here to one address",
        Counted::ToOfAll(_) => "to one address",
        Counted::By(_) => "by one person or service, or to confirm emails of one account",
    }
}
