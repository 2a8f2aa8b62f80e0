//! What can be changed: one use case per command, each a pure function to a change or a refusal.

pub mod administrators;
pub(crate) mod cascade;
pub mod catalog;
pub mod edit;
pub(crate) mod etag;
pub(crate) mod found;
pub mod giving;
pub mod grant;
pub mod invitation;
pub mod member;
pub mod operator;
pub mod organization;
pub mod platform;
pub(crate) mod policy;
pub mod product;
pub mod product_group;
pub(crate) mod promotion;
pub mod role_wish;
pub mod service_account;
pub mod team;
pub mod user;
pub(crate) mod white_label;
