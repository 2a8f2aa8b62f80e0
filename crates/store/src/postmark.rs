//! To whom does a mail go, and by whose will? Kept for a day beside it, so that many of them are seen to be many.
//! An address is known by its keyed hash alone.

use domain::{Caller, Change, Home, Mail, MailLimits, Timestamp, Who};
use sea_orm::sea_query::{Expr, ExprTrait, Order, Query};

use crate::error::Error;
use crate::key_ring::KeyRing;
use crate::personal;
use crate::reader::Reader;
use crate::tx::Tx;

/// Mails that are counted together.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Counted {
    /// From a home to an address.
    To(Home, String),
    /// To an address, from wherever.
    ToOfAll(String),
    /// By somebody in a home, or about an account.
    By(String),
}

/// What stands on a mail.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Postmark {
    /// The keyed hash of the address, where it is known when the mail is queued.
    pub recipient: Option<String>,
    /// Who wanted it, or whose account it is about; none of a mail that does not count.
    pub sender: Option<String>,
}

impl Postmark {
    pub(crate) async fn of(
        tx: &Tx,
        ring: &KeyRing,
        change: &Change,
        who: &Who,
        mail: &Mail,
    ) -> Result<Self, Error> {
        Ok(Self {
            recipient: recipient(tx, ring, change, mail).await?,
            sender: mail.is_wanted().then(|| sender(&change.home, who, mail)),
        })
    }
}

async fn recipient(
    tx: &Tx,
    ring: &KeyRing,
    change: &Change,
    mail: &Mail,
) -> Result<Option<String>, Error> {
    let Some((home, text)) = change.address_of(mail) else {
        return Ok(None);
    };
    let mut brought = change.personal.iter();
    if let Some(value) = brought.find(|value| home == change.home && value.id == *text) {
        return Ok(value.lookup.as_deref().map(|email| ring.lookup(email)));
    }
    let rows = personal::rows(tx, &home, [text.as_str()].into_iter()).await?;
    Ok(rows.into_iter().find_map(|row| row.lookup))
}

fn sender(home: &Home, who: &Who, mail: &Mail) -> String {
    match (mail, &who.actor, &who.caller) {
        // Whoever sets an account's email, it is one account that mails one address after the other.
        (Mail::ConfirmEmail { user }, ..) | (_, Some(user), _) => {
            format!("{home}/{}", user.resource_name())
        }
        (_, None, Caller::Service { account, .. }) => format!("{home}/{}", account.resource_name()),
        (_, None, Caller::CommandLine) => format!("{home}/commandLine"),
        (_, None, Caller::LinkPage) => format!("{home}/linkPage"),
    }
}

impl Reader {
    /// What stands on a mail of a change that is about to be written.
    pub async fn postmark(
        &self,
        change: &Change,
        who: &Who,
        mail: &Mail,
    ) -> Result<Postmark, Error> {
        Postmark::of(self.tx(), self.ring(), change, who, mail).await
    }

    /// When the newest mail but `newer` was queued, of those that are counted together and count at this time.
    pub async fn counted_mail(
        &self,
        counted: &Counted,
        newer: u32,
        now: Timestamp,
    ) -> Result<Option<Timestamp>, Error> {
        let mut select = Query::select();
        match counted {
            Counted::To(home, recipient) => select
                .and_where(Expr::col("recipient").eq(recipient.as_str()))
                .and_where(Expr::col("home").eq(home.to_string())),
            Counted::ToOfAll(recipient) => {
                select.and_where(Expr::col("recipient").eq(recipient.as_str()))
            }
            Counted::By(sender) => select.and_where(Expr::col("sender").eq(sender.as_str())),
        };
        let select = select
            .column("at")
            .from("outbox")
            .and_where(Expr::col("sender").is_not_null())
            .and_where(Expr::col("at").gt(now.plus_seconds(-MailLimits::WINDOW).0))
            .order_by("at", Order::Desc)
            .offset(u64::from(newer))
            .limit(1)
            .take();
        let row = self.tx().row(&select).await?;
        row.map(|row| Ok(Timestamp(row.try_get("", "at")?)))
            .transpose()
    }
}
