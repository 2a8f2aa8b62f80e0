//! How Grantor is spoken: handlers, conversion, status, authentication, configuration.

mod call;
pub mod cli;
mod convert;
pub mod demo;
mod fields;
mod guard;
mod handlers;
mod logs;
mod method;
mod names;
mod page;
mod serve;
mod services;
mod settings;
mod status;
mod watch;

pub use serve::{ServeError, Tls, serve, stopped};
