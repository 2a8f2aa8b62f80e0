//! What can be changed: one use case per command, each a pure function to a change or a refusal.

mod batch;
pub mod catalog;
pub mod change_request;
pub mod client_assignment;
pub mod edit;
pub mod grant;
pub mod granting;
pub mod invitation;
pub mod member;
mod names;
pub(crate) mod new_member;
pub mod operator;
pub mod organization;
pub mod partner;
pub mod partnership;
pub mod platform;
pub mod product;
pub mod product_group;
pub mod role_spec;
pub mod service_account;
pub mod shut_out;
pub mod team;
pub mod user;
