//! The `grantor` command as its users run it: what it prints, what it exits with, what it leaves behind.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that fails panics"
)]

mod audit;
mod catalog;
mod commands;
mod dev;
mod grpc_web;
mod help;
mod kill;
mod mail;
mod process;
mod refusals;
mod serve;
mod site;
mod systemd;
