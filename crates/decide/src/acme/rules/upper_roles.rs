//! Rule 2, through a partnership nothing of an upper role is changed, and what changes nothing touches nobody.

use domain::{Panel, Role};

use super::super::actor::refused;
use super::super::make::{external, organization};
use super::super::members::same_member;
use super::super::why;
use super::agency::Agency;
use crate::queries::member_actions::{MemberAction, member_actions};
use crate::use_cases::member::UpdateMember;
use crate::use_cases::role_spec::RoleName;

#[test]
fn attack_a11_staff_touch_no_panel_of_an_upper_role_and_nothing_at_all() {
    let agency = Agency::new();
    let (acme, pia) = (&agency.acme, &agency.pia);
    acme.ada();
    let una = acme.una();
    acme.member("eve", external());
    agency.begun_full();
    let panel = || UpdateMember {
        panel: Some(Panel::WhiteLabel),
        ..same_member()
    };
    for upper in ["ann", "ada"] {
        let before = acme.world.member_of("acme", upper).expect("them");
        let tried = pia.updates_member("acme", upper, panel());
        refused(tried, why::PARTNER_MAY_NOT);
        let tried = pia.updates_member("acme", upper, same_member());
        refused(tried, why::PARTNER_MAY_NOT);
        let tried = una.updates_member("acme", upper, same_member());
        tried.expect("nothing to change");
        assert_eq!(acme.world.member_of("acme", upper).as_ref(), Some(&before));
        if before.role == Role::LegalRepresentative {
            let tried = acme
                .ann
                .changes_role("acme", upper, RoleName::LegalRepresentative);
            tried.expect("the same");
            assert_eq!(acme.world.member_of("acme", upper).as_ref(), Some(&before));
        }
        let view = acme.world.view("acme");
        let now = acme.world.later(0);
        let actions = member_actions(&view, &organization("acme"), pia.id(), &before, now);
        let mut actions = actions.actions.iter();
        let panel = actions.find(|(action, _)| *action == MemberAction::ChangePanel);
        assert!(panel.expect("it is among them").1.is_err());
    }
    let below = pia.updates_member("acme", "eve", panel());
    below.expect("changed");
}
