//! The application: opened once, shared by all handlers.

use std::sync::Arc;

use aws_lc_rs::aead::LessSafeKey;
use aws_lc_rs::hmac;
use decide::links::Links;
use domain::{Invitation, MailLimits, OrganizationId};
use store::{Background, Store};
use tokio_util::sync::CancellationToken;
use tokio_util::task::TaskTracker;

use crate::credential::Credentials;
use crate::engine::Engine;
use crate::error::Error;
use crate::facts::Stored;
use crate::grant_uses::GrantUses;
use crate::look::Look;
use crate::mail::{self, MailOptions};
use crate::pool::Pool;
use crate::refusal_marks::RefusalMarks;
use crate::token::Seal;
use crate::watch::SharedTail;

pub struct App {
    pub(crate) store: Store,
    pub(crate) engine: Arc<Engine>,
    pub(crate) pool: Arc<Pool>,
    pub(crate) links: Arc<Links>,
    pub(crate) page_key: Arc<LessSafeKey>,
    pub(crate) seal: Seal,
    pub(crate) id_key: hmac::Key,
    pub(crate) credentials: Arc<Credentials>,
    pub(crate) grant_uses: Arc<GrantUses>,
    pub(crate) refusals: RefusalMarks,
    pub(crate) tasks: TaskTracker,
    pub(crate) tail: SharedTail,
    /// Held once by each watch that is open.
    pub(crate) watches: Arc<()>,
    /// Watches are to end.
    pub(crate) draining: CancellationToken,
    pub(crate) stop: CancellationToken,
    pub(crate) mail_limits: MailLimits,
    pub(crate) mail: Option<MailOptions>,
}

impl App {
    /// Who calls is found out here.
    pub fn credentials(&self) -> &Credentials {
        &self.credentials
    }

    /// Calls are answered from now on.
    pub fn begins_to_answer(&self) {
        self.grant_uses.begin();
    }

    /// Whether questions are answered: false while the database is away for longer than memory may answer.
    pub fn answers(&self) -> bool {
        self.engine.answers()
    }

    /// What pages look like that no organization has made its own.
    pub fn platform_look(&self) -> Look {
        let name = self.mail.as_ref().map(|mail| mail.sender.name());
        Look::platform(name.unwrap_or("Grantor"))
    }

    /// What stands before the paths of the pages.
    pub fn page_path(&self) -> &str {
        let url = self.mail.as_ref().map(|mail| &mail.public_url);
        url.map_or("", mail::PublicUrl::path)
    }

    /// What the link of an invitation carries, for who accepts without its mail: the demo.
    pub fn invitation_token(
        &self,
        organization: &OrganizationId,
        invitation: &Invitation,
    ) -> String {
        decide::links::invitation_token(&self.links, organization, invitation)
    }

    /// Whether the store takes writes: the last one could be made, or one that changes nothing can now.
    pub async fn takes_writes(&self) -> bool {
        self.store.takes_writes().await
    }

    /// Where what takes long goes on beside the calls.
    pub fn background(&self) -> &Background {
        self.store.background()
    }

    /// Stops the background tasks and waits for writes that are under way.
    pub async fn close(&self) {
        self.end_watches();
        self.stop.cancel();
        self.tasks.close();
        self.tasks.wait().await;
    }

    /// One read transaction over the rows.
    pub(crate) async fn reader(&self) -> Result<store::Reader, Error> {
        Ok(self.store.snapshot().await?)
    }

    /// The rows that this reader sees, as a decision asks for them.
    pub(crate) fn stored<'a>(&'a self, reader: &'a store::Reader) -> Stored<'a> {
        Stored {
            engine: &self.engine,
            store: &self.store,
            reader,
        }
    }
}
