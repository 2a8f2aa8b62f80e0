//! Who may change what: the rules, each in the file of its number.
//!
//! | rule | what it is about |
//! | --- | --- |
//! | 1 | Nobody gives what they do not hold. Nobody raises themselves. |
//! | 2 | Partners are the legal representatives' affair. |
//! | 3 | Administrators. |
//! | 4 | Limit of administrators. |
//! | 5 | The last active legal representative. |
//! | 6 | A user is not an organization's to change. |
//! | 7 | Where users come from. |
//! | 8 | Panel. |
//! | 9 | `change_policy` BY_REQUEST. |
//! | 10 | Deleting. |
//! | 11 | Saving a member's access by type. |
//! | 12 | Shut out. |
//! | 13 | Sizes. |
//!
//! What a rule has to evaluate over states is in `access`, and its file here says where. A use case asks its rules itself;
//! rules 1, 12 and 13 are asked of every change of an organization (`judging`). Without a number: what is `bound` to
//! partnerships, who is kept as one of the `former_people`, as what somebody is a `manager` of users, and the `way_in` that
//! has to stay.

pub(crate) mod bound;
pub(crate) mod former_people;
pub(crate) mod manager;
pub(crate) mod rule_01;
pub(crate) mod rule_02;
pub(crate) mod rule_03;
pub mod rule_04;
pub(crate) mod rule_05;
pub(crate) mod rule_06;
pub(crate) mod rule_07;
pub(crate) mod rule_08;
pub(crate) mod rule_09;
pub(crate) mod rule_10;
pub(crate) mod rule_11;
pub(crate) mod rule_12;
pub(crate) mod rule_13;
pub mod way_in;
