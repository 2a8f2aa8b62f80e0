//! What can be changed: one use case per command, each a pure function to a change or a refusal.

pub mod operator;
pub mod organization;
pub mod platform;
pub(crate) mod promotion;
pub mod user;
pub(crate) mod cascade;
pub mod edit;
pub(crate) mod found;
pub mod giving;
pub mod grant;
pub mod product;
pub mod product_group;
pub mod team;
pub(crate) mod etag;
pub mod catalog;
pub mod service_account;
pub mod administrators;
pub mod invitation;
pub mod member;
pub(crate) mod policy;
pub mod role_wish;
