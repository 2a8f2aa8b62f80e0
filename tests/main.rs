//! Grantor as its callers see it: every test speaks to a real server through the generated client.
//!
//! SQLite unless `GRANTOR_TEST_DATABASE=postgres` and `GRANTOR_TEST_POSTGRES` say otherwise.

mod api;
mod architecture;
mod circles;
mod client;
mod consistency;
mod frozen;
mod harness;
mod mail_server;
mod pages;
mod requirements;
mod rules;
mod scenarios;
