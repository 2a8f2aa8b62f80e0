//! Who may change what, rule by rule: the cases that need no wire. On the wire stays of each rule one way that works and each
//! refusal once.

mod administrators;
mod around;
mod around_members;
mod deleting;
mod giving;
mod last_representative;
mod limit;
mod panel;
mod people;
mod policy;
mod saving;
mod saving_all;
mod widening;
