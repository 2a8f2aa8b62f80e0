//! Who may change what, rule by rule: the cases that need no wire. On the wire stay, of each rule, one way that works and
//! each refusal once.

mod administrators;
mod agency;
mod around_members;
mod assignments;
mod attack_a1;
mod attack_a11;
mod attack_a1_honest;
mod attack_a5;
mod attack_a5_ends;
mod attack_a6;
mod attack_a7;
mod attack_a8;
mod attack_c1_quotas;
mod attack_c1_sizes;
mod attack_d5;
mod change_request_rules;
mod change_request_states;
mod change_request_users;
mod change_request_work;
mod change_requests;
mod deleting;
mod endings;
mod giving;
mod indirect_delegation;
mod invitations;
mod last_representative;
mod last_who_can_act;
mod limit;
mod mandates;
mod new_members;
mod new_products;
mod operators;
mod panel;
mod partner_lent;
mod partner_staff;
mod partners;
mod people;
mod policy;
mod saving;
mod saving_all;
mod settings;
mod shut_out;
mod shut_out_lifting;
mod shut_out_requests;
mod upper_roles;
mod widening;

use domain::{ChangeRequest, Operator};

use super::Acme;
use super::actor::{Actor, Made};
use super::requests::deactivation;

/// A user of the platform who is named an operator.
fn named_operator(acme: &Acme, id: &str) -> Actor {
    let person = acme.world.user(id);
    let operator = Operator::User(person.id().clone());
    acme.world.names_operator(operator);
    person
}

/// Ann asks to stop bob.
fn stop_bob(acme: &Acme) -> Made<ChangeRequest> {
    let stop = deactivation("acme", "bob", "Left.");
    acme.ann.opens("acme", stop).expect("opened")
}
