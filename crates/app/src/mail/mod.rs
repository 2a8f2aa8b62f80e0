//! Mails: what left with a commit reaches the person it is for, or somebody hears that it could not.

mod letter;
mod letters;
mod options;
mod outbox;
mod post;
mod worker;

pub use letters::{level_phrase, role_phrase};
pub use options::{InvalidMail, MailOptions, MailWay, PublicUrl, Sender, Smtp};
pub use outbox::{UnsentMail, UnsentMailName};
pub(crate) use worker::Worker;
