//! Between the wire and the domain, one file per noun: requests to commands, nouns to replies.

pub(crate) mod access;
pub(crate) mod after_image;
pub(crate) mod answer;
pub(crate) mod audit;
pub(crate) mod batch;
pub(crate) mod branding;
pub(crate) mod catalog;
pub(crate) mod done;
pub(crate) mod edit;
pub(crate) mod effect;
pub(crate) mod grant;
pub(crate) mod invitation;
pub(crate) mod list;
pub(crate) mod member;
pub(crate) mod member_access;
pub(crate) mod organization;
pub(crate) mod platform;
pub(crate) mod product;
pub(crate) mod product_group;
pub(crate) mod rights;
pub(crate) mod role;
pub(crate) mod role_matrix;
pub(crate) mod service_account;
pub(crate) mod team;
pub(crate) mod time;
pub(crate) mod user;
