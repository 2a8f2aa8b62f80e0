//! Rule 2, through a partnership nothing of an upper role is changed, and what changes nothing touches nobody.

use grantor::v1;
use v1::Role;

use super::agency::Agency;
use crate::harness::{external, refused, why};

#[tokio::test]
async fn attack_a11_staff_touch_no_panel_of_an_upper_role_and_nothing_at_all() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    acme.ada().await;
    let una = acme.una().await;
    acme.member("eve", external()).await;
    agency.begun_full().await;
    let panel = || v1::Member {
        panel: v1::Panel::WhiteLabel.into(),
        ..Default::default()
    };
    let nothing = v1::Member::default;
    for upper in ["ann", "ada"] {
        let before = acme.ann.sees_member("acme", upper).await.expect("them");
        let tried = pia.updates_member("acme", upper, panel(), &["panel"]).await;
        refused(tried, why::PARTNER_MAY_NOT);
        let tried = pia.updates_member("acme", upper, nothing(), &[]).await;
        refused(tried, why::PARTNER_MAY_NOT);
        let tried = una.updates_member("acme", upper, nothing(), &[]).await;
        let member = tried.expect("nothing to change").member;
        assert_eq!(member.as_ref(), Some(&before));
        let same = v1::Member {
            role: before.role,
            ..Default::default()
        };
        if before.role() == Role::LegalRepresentative {
            let tried = acme
                .ann
                .updates_member("acme", upper, same, &["role"])
                .await;
            assert_eq!(tried.expect("the same").member, Some(before));
        }
        let actions = pia.sees_actions("acme", upper).await.expect("them");
        let mut actions = actions.actions.iter();
        let panel = actions.find(|one| one.action() == v1::MemberAction::ChangePanel);
        assert!(!panel.expect("it is among them").allowed);
    }
    let below = pia.updates_member("acme", "eve", panel(), &["panel"]).await;
    below.expect("changed");
}
