//! How Grantor is spoken: handlers, conversion, status, authentication, configuration.

// The compiler looks through the futures of a call from its handler down to the rows, which is deeper than 128.
#![recursion_limit = "256"]
// `println!` panics where whoever reads has read enough; `terminal.rs` of the command line prints.
#![warn(clippy::print_stdout)]

mod answer_size;
mod auth;
mod background;
mod call;
pub mod commands;
mod connections;
mod convert;
pub mod demo;
mod fields;
mod handlers;
mod health;
mod lobby;
mod logs;
mod method;
mod mutation;
mod names;
mod origins;
mod page;
mod problem;
mod protocol;
mod questions;
mod reflection;
mod serve;
mod services;
mod serving;
mod settings;
mod short;
mod status;
mod systemd;
mod watch;

pub use connections::ConnectionLimits;
pub use origins::{InvalidOrigin, Origins};
pub use serve::{ListenOptions, ServeError, Tls, serve, stopped};
