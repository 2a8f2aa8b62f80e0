//! Which service account presents this key? Nothing about what it may do.

use access::{PlatformState, State};
use aws_lc_rs::constant_time;
use decide::key_text::{PREFIX, key_digest};
use domain::{Home, KeyId, ServiceAccountId};

use crate::app::App;
use crate::engine::Published;
use crate::error::Error;

impl App {
    /// Whose key this is, from memory that is proven current within the bound; a no is asked once more of the present,
    /// so that a key works from the moment at which it was made. Where more is asked, whether it is still good is
    /// decided once more with the call.
    pub async fn find_key(
        &self,
        presented: &str,
    ) -> Result<Option<(ServiceAccountId, KeyId)>, Error> {
        let platform = self.engine.cell(&Home::Platform);
        let published = self.engine.recent(&platform).await?;
        let known = self.live_key(&published, presented);
        if known.is_some() || !presented.starts_with(PREFIX) {
            return Ok(known);
        }
        // Those who ask at once share one reading.
        let published = self.engine.current(&platform).await?;
        Ok(self.live_key(&published, presented))
    }

    fn live_key(
        &self,
        published: &Published,
        presented: &str,
    ) -> Option<(ServiceAccountId, KeyId)> {
        let State::Platform(platform) = &published.state else {
            return None;
        };
        let now = self.engine.now();
        let (account, id) = find_key(platform, presented)?;
        platform.key(&id).filter(|key| key.is_live(now))?;
        Some((account, id))
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
            State::Users(_) | State::Organization(_) => false,
        })
    }
}

fn find_key(platform: &PlatformState, presented: &str) -> Option<(ServiceAccountId, KeyId)> {
    let (id, secret) = presented.strip_prefix(PREFIX)?.split_once('_')?;
    let key = platform.key(&KeyId::parse(id).ok()?)?;
    let digest = key_digest(secret);
    constant_time::verify_slices_are_equal(digest.as_bytes(), key.digest.as_bytes()).ok()?;
    Some((key.account.clone(), key.id.clone()))
}
