//! What stands in a mail, and how it becomes one: text and HTML of the same words, fixed headers.

use std::time::{Duration, SystemTime};

use askama::Template;
use domain::Timestamp;
use lettre::Message;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, MultiPart};

use super::options::Sender;
use crate::look::Look;
use crate::phrases::Phrases;

/// A mail before it has a form. Each kind of letter fills it in a file of its own.
#[derive(Debug)]
pub(super) struct Letter {
    pub(super) to: String,
    /// In which language.
    pub(super) phrases: Phrases,
    /// In whose look; the operator's own where there is none.
    pub(super) look: Option<Look>,
    /// The key of its subject: nobody's words stand in a header.
    pub(super) subject: &'static str,
    /// What it says, in order.
    pub(super) paragraphs: Vec<String>,
    /// Somebody's own words, set apart.
    pub(super) quote: Option<String>,
    /// Where to answer.
    pub(super) link: Option<Link>,
    /// What can be typed or pasted in place of following the link.
    pub(super) code: Option<String>,
}

#[derive(Debug)]
pub(super) struct Link {
    /// What is on it.
    pub(super) label: String,
    /// Where it leads.
    pub(super) url: String,
}

/// Why no mail came out of a letter: its address.
#[derive(Debug)]
pub(super) struct Unwritable;

#[derive(Template)]
#[template(path = "letter.txt", escape = "none")]
struct Text<'a> {
    parts: &'a Parts<'a>,
}

#[derive(Template)]
#[template(path = "letter.html")]
struct Html<'a> {
    parts: &'a Parts<'a>,
}

/// What both forms show.
struct Parts<'a> {
    letter: &'a Letter,
    look: &'a Look,
    subject: &'a str,
}

impl Parts<'_> {
    fn say(&self, key: &str) -> String {
        self.letter.phrases.say(key)
    }

    fn help(&self) -> Option<String> {
        let address = self.look.support_email.as_deref()?;
        let phrases = self.letter.phrases;
        Some(phrases.fill("mail-help", &[("address", address.into())]))
    }
}

impl Letter {
    /// The mail; `id` is the same however often it is written.
    pub(super) fn write(
        &self,
        sender: &Sender,
        id: &str,
        now: Timestamp,
    ) -> Result<Message, Unwritable> {
        let platform = Look::platform(sender.name());
        let look = self.look.as_ref().unwrap_or(&platform);
        let subject = self.phrases.say(self.subject);
        let parts = Parts {
            letter: self,
            look,
            subject: &subject,
        };
        let text = Text { parts: &parts }.render().map_err(|_| Unwritable)?;
        let html = Html { parts: &parts }.render().map_err(|_| Unwritable)?;
        let mut message = Message::builder()
            .from(sender.under(&look.name))
            .to(address(&self.to)?)
            .subject(&subject)
            .date(time(now))
            .message_id(Some(format!("<{id}@{}>", sender.host())));
        if let Some(reply_to) = &look.reply_to {
            message = message.reply_to(address(reply_to)?);
        }
        // RFC 3834: answering machines stay silent.
        let automatic = HeaderName::new_from_ascii_str("Auto-Submitted");
        message
            .raw_header(HeaderValue::new(automatic, "auto-generated".to_owned()))
            .multipart(MultiPart::alternative_plain_html(text, html))
            .map_err(|_| Unwritable)
    }
}

fn address(email: &str) -> Result<Mailbox, Unwritable> {
    let address = email.parse().map_err(|_| Unwritable)?;
    Ok(Mailbox::new(None, address))
}

fn time(at: Timestamp) -> SystemTime {
    let micros = u64::try_from(at.0).unwrap_or_default();
    SystemTime::UNIX_EPOCH + Duration::from_micros(micros)
}
