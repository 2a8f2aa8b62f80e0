//! The API as such: who may call what, what is refused, and what every RPC has in common.

mod attack_c1;
mod attack_c4;
mod attack_c4_lists;
mod attack_c5;
mod bad_input;
mod both_ways;
mod callers;
mod choices;
mod flooding;
mod grpc_web;
mod headers;
mod idempotency;
mod limits;
mod paging;
mod partners;
mod preview;
mod preview_wide;
mod reflection;
pub mod requests;
mod required;
pub mod stage;
mod streaming;
mod tenants;
mod totals;
mod updates;
mod wire;
