//! The `grantor` command as its users run it: what it prints, what it exits with, what it leaves behind.
#![expect(
    clippy::expect_used,
    clippy::panic,
    reason = "a test that fails panics"
)]

mod asking;
mod audit;
mod bench;
mod catalog;
mod changing;
mod commands;
mod dev;
mod full_disk;
mod grpc_web;
mod health;
mod help;
mod kill;
mod looking;
mod mail;
mod matrix;
mod migrating;
mod migrating_postgres;
mod process;
mod refusals;
mod secrets;
mod serve;
mod shell;
mod silent;
mod site;
mod steady;
mod systemd;
mod watch;
