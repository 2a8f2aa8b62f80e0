//! What was asked for, sentence by sentence: each test's name starts with the number of its requirement.

mod acme;
mod agency;
mod combell;
mod s0_partners;
mod s0_partnerships;
mod s1_partners;
mod s2_accounts;
mod s2_editing;
mod s2_rights;
mod s2_roles;
mod s3_table;
mod s3_tickets;
mod s4_administrators;
mod s4_users;
mod table;
