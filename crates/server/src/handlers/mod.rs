//! The handlers, one file per service: who asks, parse, one call, error to status, reply.

pub(crate) mod access;
pub(crate) mod audit;
pub(crate) mod catalog;
pub(crate) mod change_request;
pub(crate) mod grant;
pub(crate) mod invitation;
pub(crate) mod member;
pub(crate) mod organization;
pub(crate) mod partner;
pub(crate) mod partnership;
pub(crate) mod platform;
pub(crate) mod product;
pub(crate) mod service_account;
pub(crate) mod team;
pub(crate) mod user;
