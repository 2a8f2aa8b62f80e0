//! The outbox at work: each mail that left with a commit becomes a file that a person can open.

use std::fmt::Write;
use std::path::PathBuf;
use std::sync::Arc;
use std::time::Duration;

use domain::{
    AccessLevel, ChangeRequestId, ChangeRequestState, Home, Invitation, Mail, OrganizationId,
    Partnership, PartnershipId, PartnershipState, PersonalId, Record, RecordName, RequestNews,
    User, UserId,
};
use store::{OutboxMail, Reader};
use tokio::io::AsyncWriteExt;
use tokio_util::sync::CancellationToken;

use crate::app::App;
use crate::error::Error;

/// How often the outbox is looked at.
const EVERY: Duration = Duration::from_millis(500);
/// Seconds until a mail that failed once is tried again; each failure doubles it.
const FIRST_WAIT: i64 = 1;
/// About nine hours at the most.
const MAX_DOUBLINGS: u32 = 15;
/// Mails taken at a time.
const BATCH: u64 = 100;

/// Writes due mails as `.eml` files (RFC 5322).
pub(crate) struct Mailbox {
    app: Arc<App>,
    directory: PathBuf,
}

/// A mail ready to be written.
struct Letter {
    to: String,
    subject: &'static str,
    text: String,
}

impl Mailbox {
    pub(crate) fn new(app: Arc<App>, directory: PathBuf) -> Self {
        Self { app, directory }
    }

    pub(crate) async fn run(self, stop: CancellationToken) {
        let mut ticks = tokio::time::interval(EVERY);
        loop {
            tokio::select! {
                () = stop.cancelled() => return,
                _ = ticks.tick() => {}
            }
            if let Err(error) = self.deliver().await {
                tracing::warn!(%error, "mails wait in the outbox");
            }
        }
    }

    async fn deliver(&self) -> Result<(), Error> {
        for due in self.app.store.due_mails(BATCH).await? {
            match self.deliver_one(&due).await {
                Ok(()) => self.app.store.mail_sent(&due.home, &due.id).await?,
                Err(error) => {
                    let wait = FIRST_WAIT << due.attempts.min(MAX_DOUBLINGS);
                    tracing::warn!(%error, mail = %due.id, wait, "a mail could not be written; it is tried again");
                    let again = self.app.engine.now().plus_seconds(wait);
                    self.app
                        .store
                        .mail_failed(&due.home, &due.id, again)
                        .await?;
                }
            }
        }
        Ok(())
    }

    async fn deliver_one(&self, due: &OutboxMail) -> Result<(), Error> {
        let reader = self.app.reader().await?;
        match self.letter(&reader, due).await? {
            Some(letter) => self.write(due, &letter).await,
            None => Ok(()),
        }
    }

    /// None where there is nobody to write to any more, or the invitation no longer stands.
    async fn letter(&self, reader: &Reader, due: &OutboxMail) -> Result<Option<Letter>, Error> {
        match &due.mail {
            Mail::Invitation { id } => {
                let record = reader
                    .record(&due.home, &RecordName::invitation(id))
                    .await?;
                let Some(Record::Invitation(invitation)) = record else {
                    return Ok(None);
                };
                self.invitation(reader, &due.home, &invitation).await
            }
            Mail::Proposal {
                id,
                partner,
                contact,
            } => {
                let known = partnership(reader, &due.home, id).await?;
                let open = known.filter(|known| known.is_open(self.app.engine.now()));
                let text = self.proposal(&due.home, open.as_ref());
                to_contact(
                    reader,
                    partner,
                    contact,
                    "A client proposes a partnership",
                    text,
                )
                .await
            }
            Mail::PartnershipChanged {
                id,
                partner,
                contact,
            } => {
                let known = partnership(reader, &due.home, id).await?;
                let text = partnership_changed(&due.home, known.as_ref());
                to_contact(reader, partner, contact, "A partnership changed", text).await
            }
            Mail::ConfirmEmail { user } => self.confirm_email(reader, user).await,
            Mail::RepresentativeAppointed { user, to } => {
                self.appointed(reader, due, user, to).await
            }
            Mail::ChangeRequest { id, news } => request_news(reader, &due.home, id, *news).await,
        }
    }

    async fn invitation(
        &self,
        reader: &Reader,
        home: &Home,
        invitation: &Invitation,
    ) -> Result<Option<Letter>, Error> {
        let Some(organization) = home.organization() else {
            return Ok(None);
        };
        if !invitation.is_open(self.app.engine.now()) {
            return Ok(None);
        }
        let texts = reader
            .texts(home, std::slice::from_ref(&invitation.email.id))
            .await?;
        let Some(to) = texts.get(&invitation.email.id) else {
            return Ok(None);
        };
        let token = self.app.invitation_token(organization, invitation);
        let text = format!(
            "You are invited to organizations/{organization} as {}.\n\nNothing is granted before you accept. The invitation is open until {}.\n\nToken: {token}\n\nShow it to ViewInvitation, AcceptInvitation or RefuseInvitation of grantor.v1.InvitationService.\n",
            invitation.role.name(),
            invitation.expire_time,
        );
        Ok(Some(Letter {
            to: to.clone(),
            subject: "You are invited",
            text,
        }))
    }

    /// The link of a proposal that still stands.
    fn proposal(&self, home: &Home, open: Option<&Partnership>) -> Option<String> {
        let (client, proposal) = (home.organization()?, open?);
        let token = self.app.proposal_token(client, proposal);
        Some(format!(
            "organizations/{client} proposes a partnership: {}.\n\nNothing is granted before you accept. The proposal is open until {}.\n\nToken: {token}\n\nShow it to ViewProposal, AcceptProposal or RefuseProposal of grantor.v1.PartnershipService.\n",
            level(proposal),
            proposal.expire_time,
        ))
    }

    async fn confirm_email(&self, reader: &Reader, id: &UserId) -> Result<Option<Letter>, Error> {
        let Some(user) = find_user(reader, id).await? else {
            return Ok(None);
        };
        let Some(pending) = &user.pending_email else {
            return Ok(None);
        };
        let texts = reader
            .texts(&Home::Users, std::slice::from_ref(&pending.email.id))
            .await?;
        let Some(to) = texts.get(&pending.email.id) else {
            return Ok(None);
        };
        let token = self.app.email_token(id, &pending.salt);
        let text = format!(
            "Confirm that this address is yours: show this token to ConfirmEmail of grantor.v1.UserService until {}.\n\nToken: {token}\n",
            pending.expire_time,
        );
        Ok(Some(Letter {
            to: to.clone(),
            subject: "Confirm your email address",
            text,
        }))
    }

    async fn appointed(
        &self,
        reader: &Reader,
        due: &OutboxMail,
        user: &UserId,
        to: &UserId,
    ) -> Result<Option<Letter>, Error> {
        let Some(organization) = due.home.organization() else {
            return Ok(None);
        };
        let Some(email) = find_user(reader, to).await?.and_then(|to| to.email) else {
            return Ok(None);
        };
        let texts = reader
            .texts(&Home::Users, std::slice::from_ref(&email.id))
            .await?;
        let Some(to) = texts.get(&email.id) else {
            return Ok(None);
        };
        let change = reader.change(&due.home, due.revision).await?;
        let note = change.and_then(|logged| logged.change.note);
        let mut text = format!(
            "The operator made users/{user} a legal representative of organizations/{organization}.\n"
        );
        if let Some(note) = note {
            let notes = reader
                .texts(&due.home, std::slice::from_ref(&note.id))
                .await?;
            if let Some(note) = notes.get(&note.id) {
                let _ = write!(text, "\nTheir note: {note}\n");
            }
        }
        Ok(Some(Letter {
            to: to.clone(),
            subject: "A legal representative was appointed",
            text,
        }))
    }

    /// The name of the file is the mail's id, so that a mail written twice is one file.
    async fn write(&self, due: &OutboxMail, letter: &Letter) -> Result<(), Error> {
        let Letter { to, subject, text } = letter;
        let name = format!("{}-{}.eml", due.home.to_string().replace(':', "-"), due.id);
        let path = self.directory.join(name);
        let mail = format!(
            "To: {to}\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{}",
            text.replace('\n', "\r\n")
        );
        let written = async {
            tokio::fs::create_dir_all(&self.directory).await?;
            // Whole or not at all, and for its owner's eyes only: the link in it is a key.
            let draft = path.with_extension("draft");
            let mut open = tokio::fs::OpenOptions::new();
            let mut file = open
                .write(true)
                .create(true)
                .truncate(true)
                .mode(0o600)
                .open(&draft)
                .await?;
            file.write_all(mail.as_bytes()).await?;
            file.sync_all().await?;
            tokio::fs::rename(&draft, &path).await
        };
        written.await.map_err(|cause| {
            Error::Store(store::Error::Config(format!(
                "the mail directory cannot be written: {cause}"
            )))
        })?;
        tracing::info!(mail = %path.display(), "mail written");
        Ok(())
    }
}

/// What the partnership gives now.
fn partnership_changed(home: &Home, known: Option<&Partnership>) -> Option<String> {
    let (client, known) = (home.organization()?, known?);
    let now = match known.state {
        PartnershipState::Terminated { .. } => "it has ended".to_owned(),
        _ => format!("it gives {} now", level(known)),
    };
    Some(format!(
        "The partnership with organizations/{client} changed: {now}.\n"
    ))
}

fn level(partnership: &Partnership) -> &'static str {
    match partnership.access {
        AccessLevel::Limited => "LIMITED, rights on some products",
        AccessLevel::Full {
            wallet_entrusted: true,
        } => "FULL, the wallet entrusted",
        AccessLevel::Full {
            wallet_entrusted: false,
        } => "FULL, without the wallet",
    }
}

async fn partnership(
    reader: &Reader,
    home: &Home,
    id: &PartnershipId,
) -> Result<Option<Partnership>, Error> {
    let record = reader.record(home, &RecordName::partnership(id)).await?;
    Ok(match record {
        Some(Record::Partnership(partnership)) => Some(partnership),
        _ => None,
    })
}

/// The letter to one contact of a partner; none where the address or the reason to write is gone.
async fn to_contact(
    reader: &Reader,
    partner: &OrganizationId,
    contact: &PersonalId,
    subject: &'static str,
    text: Option<String>,
) -> Result<Option<Letter>, Error> {
    let home = Home::Organization(partner.clone());
    let texts = reader.texts(&home, std::slice::from_ref(contact)).await?;
    let to = texts.get(contact).cloned();
    Ok(to.zip(text).map(|(to, text)| Letter { to, subject, text }))
}

/// What happened to a change request, to who opened it.
async fn request_news(
    reader: &Reader,
    home: &Home,
    id: &ChangeRequestId,
    news: RequestNews,
) -> Result<Option<Letter>, Error> {
    let name = RecordName::change_request(id);
    let Some(Record::ChangeRequest(request)) = reader.record(home, &name).await? else {
        return Ok(None);
    };
    let requester = match &request.requester.actor {
        Some(requester) => find_user(reader, requester).await?,
        None => None,
    };
    let Some(email) = requester.and_then(|requester| requester.email) else {
        return Ok(None);
    };
    let texts = reader
        .texts(&Home::Users, std::slice::from_ref(&email.id))
        .await?;
    let Some(to) = texts.get(&email.id) else {
        return Ok(None);
    };
    let (what, said) = match (news, &request.state) {
        (RequestNews::Opened, _) => ("was opened", None),
        (RequestNews::Started, _) => ("is in progress", None),
        (RequestNews::Applied, _) => ("was applied", None),
        (RequestNews::Cancelled, _) => ("was cancelled", None),
        (RequestNews::Rejected, ChangeRequestState::Rejected { reason, .. }) => {
            ("was rejected", Some(reason))
        }
        (RequestNews::Rejected, _) => ("was rejected", None),
        (RequestNews::Commented(place), _) => (
            "has a new comment",
            request.comments.get(place).map(|comment| &comment.text),
        ),
    };
    let number = request.number;
    let mut text = format!(
        "Your change request {number} ({}) {what}.\n",
        name.resource_name(home)
    );
    if let Some(said) = said {
        let texts = reader.texts(home, std::slice::from_ref(&said.id)).await?;
        if let Some(said) = texts.get(&said.id) {
            let _ = write!(text, "\n{said}\n");
        }
    }
    Ok(Some(Letter {
        to: to.clone(),
        subject: "Your change request",
        text,
    }))
}

async fn find_user(reader: &Reader, id: &UserId) -> Result<Option<User>, Error> {
    let record = reader.record(&Home::Users, &RecordName::user(id)).await?;
    Ok(match record {
        Some(Record::User(user)) => Some(user),
        _ => None,
    })
}

impl App {
    /// What the link of an invitation carries: its home, its id and its secret.
    pub fn invitation_token(
        &self,
        organization: &domain::OrganizationId,
        invitation: &Invitation,
    ) -> String {
        let parts = [organization.as_str(), invitation.id.as_str()];
        let secret = self.links.secret("invitation", &parts, &invitation.salt);
        format!("{organization}.{}.{secret}", invitation.id)
    }

    /// What the link that confirms an email carries.
    pub fn email_token(&self, user: &UserId, salt: &str) -> String {
        format!(
            "{user}.{}",
            self.links.secret("email", &[user.as_str()], salt)
        )
    }
}
