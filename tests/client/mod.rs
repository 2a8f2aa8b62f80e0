//! The Rust client: where it may call, and what it does with each call. What it does on a bad line is shown by
//! `sdk/conformance`.

mod address;
mod calls;
mod keeping;
mod streaming;
mod stubs;
mod watching;
