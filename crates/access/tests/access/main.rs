//! Who may use what, asked from outside: against a naive model, sentence by sentence, and after random changes.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test that cannot go on fails"
)]

extern crate grantor_access as access;

mod amended;
mod bound_external;
mod differences;
mod effects;
mod effects_partners;
mod explanations;
mod facts;
mod feed;
mod gifts;
mod gifts_partners;
mod lent;
mod limits;
mod lists;
mod made_thing;
mod million;
mod model;
mod naive;
mod naive_decision;
mod naive_partners;
mod partners;
mod paths;
mod paths_partners;
mod random;
mod random_partners;
mod reasons;
mod shut_out;
mod soundness;
mod touched;
mod whole;
