//! What happens: one function per use case, the feed of the engine, the mails.

mod admission;
mod app;
#[cfg(test)]
mod attacker;
mod audit;
mod call;
mod capacity;
mod commands;
mod decide;
mod done;
mod draw;
mod engine;
mod error;
mod facts;
mod housekeeping;
mod judging;
mod key_text;
mod keys;
mod links;
mod long_lists;
mod look;
mod mail;
mod mail_limit;
mod named_rights;
mod near;
mod page;
mod phrases;
mod pool;
mod preview;
mod preview_people;
pub mod queries;
mod read;
mod refusal_marks;
mod rule;
mod rules;
mod shown_effect;
mod token;
mod use_case;
pub mod use_cases;
mod visible;
pub mod watch;
mod whole_lists;
mod write;

pub use admission::{Admission, CallerLimits, Counts, Finished, Place};
pub use app::{App, Options};
pub use audit::Audited;
pub use call::{Call, Consistency};
pub use capacity::Capacity;
pub use done::{Done, Seen, Texts};
pub use draw::{Draw, hex};
pub use engine::Clock;
pub use error::Error;
pub use key_text::key_digest;
pub use links::Links;
pub use look::{Color, Look};
pub use mail::{
    InvalidMail, MailOptions, MailWay, PublicUrl, Sender, Smtp, UnsentMail, UnsentMailName,
    level_phrase, role_phrase,
};
pub use named_rights::{NamedRights, right_names};
pub use phrases::{Filling, Phrases};
pub use queries::paging::Page;
pub use rule::{Asking, Rule, RuleScope, Standing, credentials_invalid};
pub use shown_effect::ShownEffect;
pub use use_case::{Facts, Given, Plan, UseCase, Want};
pub use visible::Sight;
pub use write::{DEFAULT_DEADLINE, deadline};

/// Types of the inner crates that callers of this one name in answers.
pub use access;
pub use store::{Anchor, Error as StoreError, FORMAT, Progress};
