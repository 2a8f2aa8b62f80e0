//! What can be asked for: one file per noun, answered from memory where memory knows.

pub mod access;
pub mod audit;
pub mod catalog;
pub mod change_request;
pub mod client;
pub mod client_assignment;
mod filters;
pub mod grant;
pub mod invitation;
pub mod list;
mod listing;
pub mod made_thing;
pub mod member;
pub mod organization;
pub mod paging;
pub mod partner;
pub mod partnership;
pub mod platform;
pub mod product;
pub mod product_group;
mod reach;
pub mod service_account;
pub mod shut_out;
pub mod team;
pub mod user;
