//! One limit on the mails that somebody wants to leave, whatever they are about: what would not be sent is not done.

use std::collections::BTreeMap;

use domain::{Change, Mail, MailLimits, Record, Timestamp, Who};
use store::{Counted, Postmark, Reader};

use crate::error::Error;

/// How many mails of a sort may leave, and how many more are to.
#[derive(Clone, Copy)]
struct Wanted {
    limit: u32,
    more: u32,
}

/// Refuses changes whose mails are more than may leave. A proposal goes to those of the partner's contacts to whom one may
/// still: whoever fills the mailboxes of some, in the name of others, keeps it from no partner.
pub(crate) async fn must_be_few(
    limits: MailLimits,
    reader: &Reader,
    who: &Who,
    changes: &mut [Change],
    now: Timestamp,
) -> Result<(), Error> {
    for change in &mut *changes {
        leave_out_full(limits, reader, who, change, now).await?;
    }
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

/// Leaves out the contacts to whom no more may leave, unless these are all. Not of a proposal that is sent again, since that
/// ends the links that were sent before.
async fn leave_out_full(
    limits: MailLimits,
    reader: &Reader,
    who: &Who,
    change: &mut Change,
    now: Timestamp,
) -> Result<(), Error> {
    let is_again = |record: &Record| match record {
        Record::Partnership(proposal) => !proposal.resent.is_empty(),
        _ => false,
    };
    if change.saved().any(is_again) {
        return Ok(());
    }
    let is_proposal = |mail: &&Mail| matches!(mail, Mail::Proposal { .. });
    let mut free = Vec::new();
    let mut taken: BTreeMap<Counted, u32> = BTreeMap::new();
    for mail in change.mails.iter().filter(is_proposal) {
        let mark = reader.postmark(change, who, mail).await?;
        let mut fits = mark.recipient.is_some();
        for (counted, limit) in to(limits, change, &mark) {
            let more = taken.entry(counted.clone()).or_default();
            *more += 1;
            fits &= match limit.checked_sub(*more) {
                Some(newer) => reader.counted_mail(&counted, newer, now).await?.is_none(),
                None => false,
            };
        }
        if fits {
            free.push(mail.clone());
        }
    }
    if !free.is_empty() {
        let stays = |mail: &Mail| !is_proposal(&mail) || free.contains(mail);
        change.mails.retain(stays);
    }
    Ok(())
}

/// What a mail counts to by where it goes, and how many of these may leave.
fn to(limits: MailLimits, change: &Change, mark: &Postmark) -> Vec<(Counted, u32)> {
    let recipients = mark.recipient.iter().flat_map(|recipient| {
        let from_here = Counted::To(change.home.clone(), recipient.clone());
        let from_all = Counted::ToOfAll(recipient.clone());
        [(from_here, limits.to_one), (from_all, limits.to_one_of_all)]
    });
    recipients.collect()
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
            let to = to(limits, change, &mark);
            let of_account = matches!(mail, domain::Mail::ConfirmEmail { .. });
            let by_one = if of_account {
                limits.to_one
            } else {
                limits.by_one
            };
            let by = mark.sender.map(|sender| (Counted::By(sender), by_one));
            for (counted, limit) in to.into_iter().chain(by) {
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
