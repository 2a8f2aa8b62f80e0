//! A server of its own for each test, and actors who call it.

mod actions;
mod actor;
mod asking;
mod browser;
mod catalog;
pub mod database;
mod instance;
mod made_things;
mod mail;
mod make;
mod members;
mod organizations;
mod partners;
mod people;
mod questions;
mod requests;
mod script;
mod shut_outs;
mod watch;
mod world;

pub use actions::{Why, refused, why};
pub use actor::{Actor, Answer, Refused};
pub use asking::{said, streamed};
pub use browser::{Browser, Page};
pub use catalog::types as catalog_types;
pub use instance::Instance;
pub use made_things::thing;
pub use mail::{part as mail_part, token_in};
pub use make::*;
pub use members::{own, own_and_future};
pub use partners::{assignment, full, limited, offered, product_rights};
pub use requests::{creation, deactivation, kdrive_use, reactivation};
pub use script::{Heard, Script, first, frame};
pub use watch::{Watching, watching};
pub use world::{World, serve};
