//! What people do by mistake is told, or refused where it could not be undone.

use std::time::Duration;

use super::super::actor::refused;
use super::super::make::{administrator, collaborator, to};
use super::super::{Acme, why};

const MONTHS: Duration = Duration::from_secs(31 * 24 * 3600);

#[test]
fn attack_d5_an_expired_invitation_is_sent_again() {
    let acme = Acme::new();
    let zoe = acme.world.user("zoe");
    let to_zoe = || to("zoe@example.com", collaborator());
    let expired = acme.ann.invites("acme", to_zoe()).expect("invited");
    acme.world.passes(MONTHS);
    refused(zoe.accepts(&expired.name), why::INVITATION_EXPIRED);
    acme.ann.resends(&expired.name).expect("sent again");
    acme.world.passes(MONTHS);
    // Not beside a newer one, nor to who is a member by now.
    let newer = acme.ann.invites("acme", to_zoe()).expect("invited");
    refused(acme.ann.resends(&expired.name), why::INVITATION_OPEN);
    zoe.accepts(&newer.name).expect("accepted");
    refused(acme.ann.resends(&expired.name), why::MEMBER_EXISTS);
}

#[test]
fn attack_d5_an_expired_invitation_of_an_administrator_needs_room_again() {
    let acme = Acme::new();
    let operator = acme.world.operator();
    operator
        .limits_administrators("acme", Some(1))
        .expect("limited");
    let asked = |email: &str| to(email, administrator(&[]));
    let expired = acme
        .ann
        .invites("acme", asked("a@x.example"))
        .expect("invited");
    acme.world.passes(MONTHS);
    acme.ann
        .invites("acme", asked("b@x.example"))
        .expect("there is room");
    refused(acme.ann.resends(&expired.name), why::ADMINISTRATOR_LIMIT);
}
