//! Who may change what, rule by rule: the cases that need no wire. On the wire stays of each rule one way that works and each
//! refusal once.

mod administrators;
mod agency;
mod around;
mod around_members;
mod assignments;
mod attack_a1;
mod attack_a1_honest;
mod attack_a5;
mod attack_a6;
mod attack_a7;
mod deleting;
mod endings;
mod giving;
mod last_representative;
mod limit;
mod mandates;
mod panel;
mod partner_lent;
mod partner_staff;
mod partners;
mod people;
mod policy;
mod saving;
mod saving_all;
mod widening;
