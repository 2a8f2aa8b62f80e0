//! How does a service get a key, and how does a key end?

use domain::{Home, Key, KeyId, Latch, Reason, Refusal, ServiceAccountId, Stamp, Timestamp};
use serde::Serialize;

use super::seen;
use crate::key_text::key_text;
use crate::use_case::{Context, Plan, UseCase};

/// Enough for one to take over from the other.
const LIVE_KEYS: usize = 2;

/// Makes a key; its secret is shown with this answer and kept nowhere. For the operator.
#[derive(Debug, Clone, Serialize)]
pub struct CreateKey {
    pub account: ServiceAccountId,
    /// First moment at which it no longer works.
    pub expire_time: Option<Timestamp>,
}

impl UseCase for CreateKey {
    fn home(&self) -> Home {
        Home::Platform
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let account = seen(context, &self.account, None)?;
        must_end_later(self.expire_time, context.moment.now)?;
        must_have_room(context, &account.id)?;
        let id = KeyId::parse(&context.seed.id("key", 0))
            .map_err(|invalid| Refusal::field("key.name", invalid.to_string()))?;
        let (text, digest) = key_text(&id, &context.seed.secret("key"));
        let mut change = context.change();
        change.save(Key {
            account: account.id.clone(),
            id,
            digest,
            expire_time: self.expire_time,
            revoke_time: None,
            stamp: Stamp::new(context.moment),
        });
        Ok(Plan {
            secret: Some(text),
            ..change.into()
        })
    }
}

fn must_end_later(end: Option<Timestamp>, now: Timestamp) -> Result<(), Refusal> {
    match end {
        Some(end) if end <= now => Err(Refusal::field(
            "key.expire_time",
            format!("must be later than now, which is {now} by the database's clock (got {end})"),
        )),
        Some(_) | None => Ok(()),
    }
}

fn must_have_room(context: &Context<'_>, id: &ServiceAccountId) -> Result<(), Refusal> {
    let keys = context.view.platform.keys_of(id);
    let live: Vec<_> = keys
        .into_iter()
        .filter(|key| key.is_live(context.moment.now))
        .map(|key| key.id.of_account(id).to_string())
        .collect();
    if live.len() < LIVE_KEYS {
        return Ok(());
    }
    Err(Refusal::new(
        Reason::KeyLimit,
        format!(
            "{} has {LIVE_KEYS} live keys already, as many as it may: {}. Revoke one first.",
            id.resource_name(),
            live.join(", ")
        ),
    )
    .about(id.resource_name())
    .with("limit", LIVE_KEYS.to_string()))
}

/// Ends a key for good; one that has ended stays as it is. For the operator.
#[derive(Debug, Clone, Serialize)]
pub struct RevokeKey {
    pub account: ServiceAccountId,
    pub key: KeyId,
}

impl UseCase for RevokeKey {
    fn home(&self) -> Home {
        Home::Platform
    }

    fn decide(&self, context: &Context<'_>) -> Result<Plan, Refusal> {
        let key = context
            .view
            .platform
            .key(&self.key)
            .filter(|key| key.account == self.account);
        let name = self.key.of_account(&self.account).to_string();
        let key = key.ok_or_else(|| Refusal::not_found(name))?;
        let Some(revoked) = key.revoke(context.moment) else {
            return Ok(Plan::default());
        };
        let mut change = context.change();
        change.takes_from.push(Latch::Key(key.id.clone()));
        change.save(revoked);
        Ok(change.into())
    }
}
