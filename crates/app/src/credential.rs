//! Who is it that calls? What they show for it is recognized here, and when it was used is noted; what they may do is the
//! rules' to say, which ask once more whether it still stands.

use std::collections::HashMap;
use std::sync::Arc;

use access::State;
use decide::key_text::Shown;
use decide::rule::credentials_invalid;
use domain::{Caller, Home, KeyId, Timestamp};
use store::Store;

use crate::engine::{Engine, Published};
use crate::error::Error;
use crate::key_uses::KeyUses;
use crate::recognized::Recognized;

/// What a caller shows. Not `Debug`: it is a secret.
#[derive(Clone, Copy)]
pub enum Credential<'a> {
    /// The text of a service account's key.
    Key(&'a str),
}

/// All credentials that work here.
pub struct Credentials {
    engine: Arc<Engine>,
    store: Store,
    recognized: Recognized,
    uses: KeyUses,
}

impl Credentials {
    pub(crate) fn new(engine: Arc<Engine>, store: Store) -> Self {
        Self {
            engine,
            store,
            recognized: Recognized::default(),
            uses: KeyUses::default(),
        }
    }

    /// Whose credential this is, and when it was good; one that is unknown or no longer works is refused.
    pub async fn recognize(
        &self,
        credential: Credential<'_>,
    ) -> Result<(Caller, Timestamp), Error> {
        match credential {
            Credential::Key(presented) => {
                let shown = Shown::read(presented).ok_or_else(credentials_invalid)?;
                let found = self.find_key(&shown).await?;
                Ok(found.ok_or_else(credentials_invalid)?)
            }
        }
    }

    /// Whose key this is, from memory that is proven current within the bound; a no is asked once more of the present,
    /// so that a key works from the moment at which it was made. Where more is asked, whether it is still good is
    /// decided once more with the call.
    async fn find_key(&self, shown: &Shown<'_>) -> Result<Option<(Caller, Timestamp)>, Error> {
        let platform = self.engine.cell(&Home::Platform);
        let published = self.engine.recent(&platform).await?;
        let now = self.engine.now();
        let known = self.recognized.find(shown, &published, now);
        let known = known.or_else(|| self.live_key(&published, shown, now));
        if let Some(caller) = known {
            return Ok(Some((caller, now)));
        }
        // Those who ask at once share one reading.
        let published = self.engine.current(&platform).await?;
        let now = self.engine.now();
        let known = self.live_key(&published, shown, now);
        Ok(known.map(|caller| (caller, now)))
    }

    fn live_key(
        &self,
        published: &Arc<Published>,
        shown: &Shown<'_>,
        now: Timestamp,
    ) -> Option<Caller> {
        let State::Platform(platform) = &published.state else {
            return None;
        };
        let key = platform.key(&KeyId::parse(shown.id).ok()?)?;
        if !shown.opens(key) || !key.is_live(now) {
            return None;
        }
        let caller = Caller::Service {
            account: key.account.clone(),
            key: key.id.clone(),
        };
        self.recognized
            .keep(shown, published, (now, key.expire_time), &caller);
        Some(caller)
    }

    /// Whether any service account could authenticate now.
    pub async fn has_live_key(&self) -> Result<bool, Error> {
        let platform = self
            .engine
            .current(&self.engine.cell(&Home::Platform))
            .await?;
        let now = self.engine.now();
        Ok(match &platform.state {
            State::Platform(platform) => platform
                .service_accounts()
                .any(|account| platform.keys_of(&account.id).any(|key| key.is_live(now))),
            State::People(_) | State::Organization(_) => false,
        })
    }

    /// Notes that a call was answered, whose caller was recognized then.
    pub fn used(&self, caller: &Caller, then: Timestamp) {
        match caller {
            Caller::Service { key, .. } => self.uses.note(key, then),
            Caller::CommandLine | Caller::LinkPage => {}
        }
    }

    /// When each key was last used, to within a minute or so.
    pub async fn key_uses(&self) -> Result<HashMap<KeyId, Timestamp>, Error> {
        self.write_uses().await?;
        Ok(self.store.key_uses().await?)
    }

    pub(crate) async fn write_uses(&self) -> Result<(), Error> {
        self.uses.write(&self.store).await
    }
}
