//! What runs: reading, writing and watching, the feed of the engine, the mails.

// A list awaits what awaits what awaits the database; optimized, the compiler lays all of it out at once.
#![recursion_limit = "256"]

mod admission;
mod app;
mod attempt;
mod audit;
mod call;
mod capacity;
mod checkpoints;
mod commands;
mod credential;
mod done;
mod engine;
mod error;
mod facts;
mod grant_uses;
mod housekeeping;
mod key_uses;
mod long_lists;
mod look;
mod look_aside;
mod mail;
mod mail_limit;
mod may_ask;
mod open;
mod page;
mod past;
mod phrases;
mod pool;
mod preview;
mod preview_people;
pub mod queries;
mod read;
mod recent;
mod recognized;
mod refusal_marks;
mod remembered;
mod states;
mod timeline;
mod token;
pub mod watch;
mod whole_lists;
mod write;

pub use admission::{Admission, CallerLimits, Counts, Finished, Permit};
pub use app::App;
pub use audit::Audited;
pub use call::{AsOf, Call, Consistency, SentRequest, When};
pub use capacity::Capacity;
pub use credential::{Credential, Credentials};
pub use done::{Done, Seen, Texts};
pub use engine::Clock;
pub use error::Error;
pub use grant_uses::KnownUses;
pub use look::{Color, Look};
pub use mail::{
    InvalidMail, MailOptions, MailWay, PublicUrl, Sender, Smtp, UnsentMail, UnsentMailName,
    level_phrase, role_phrase,
};
pub use open::Options;
pub use phrases::{Filling, Phrases};
pub use queries::member::MadeMembers;
pub use queries::paging::Page;
pub use write::{DEFAULT_DEADLINE, deadline, passed};

/// Types of the inner crates that callers of this one name in answers.
pub use access;
pub use store::{Anchor, Background, Error as StoreError, FORMAT, Progress};
