//! What does Grantor remember? Rows, transactions and the change log; nothing of the database leaves this crate.
//!
//! Rules stand in `domain` and `access`: here nothing is decided, only kept.

mod address;
mod anchor;
mod background;
mod chain;
mod clock;
mod connect;
mod entity;
mod error;
mod format;
mod gate;
mod head;
mod idempotency;
mod key_ring;
mod latch;
mod lease;
mod log;
mod marks;
mod notices;
mod noun;
mod outbox;
mod personal;
mod postmark;
mod reader;
mod rows;
mod save;
mod settled;
mod sql;
mod store;
mod takes_writes;
mod transact;
mod tx;
mod under_way;
mod unreachable;
mod verify;
mod writes;

pub use anchor::{Anchor, InvalidAnchor};
pub use background::Background;
pub use clock::{going_on, is_far_ahead, near};
pub use error::{Cause, Error};
pub use format::FORMAT;
pub use head::{Head, Heads};
pub use idempotency::{Remembered, RequestKey};
pub use key_ring::KeyRing;
pub use log::{ChangeFilter, ChangePage, Key as ChangeKey, Logged, Reached};
pub use marks::RefusalMark;
pub use migrations::Progress;
pub use outbox::OutboxMail;
pub use personal::personal_digest;
pub use postmark::{Counted, Postmark};
pub use reader::{Reader, RequestFilter};
pub use settled::Settled;
pub use store::{Clock, Options, Store};
pub use transact::{Committed, Decide, Decided, Intent, Locked, Memory};
pub use verify::Verified;
