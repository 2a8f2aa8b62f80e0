//! Rule 8, the panel: the upper roles use the operator's, others what the organization chooses.

use domain::{Member, Panel};

use super::super::actor::refused;
use super::super::make::{administrator, collaborator, external};
use super::super::members::same_member;
use super::super::organizations::same_organization;
use super::super::{Acme, why};
use crate::queries::role_matrix::Area;
use crate::use_cases::edit::Edit;
use crate::use_cases::invitation::CreateInvitation;
use crate::use_cases::member::UpdateMember;
use crate::use_cases::organization::UpdateOrganization;
use crate::use_cases::role_spec::RoleName;

fn white_label() -> UpdateMember {
    UpdateMember {
        panel: Some(Panel::WhiteLabel),
        ..same_member()
    }
}

fn panel_of(acme: &Acme, user: &str) -> Panel {
    let member = acme.world.member_of("acme", user);
    member.expect("the member").panel()
}

#[test]
fn a_collaborator_or_external_gets_the_chosen_panel() {
    let acme = Acme::new();
    acme.bob();
    acme.member(
        "eve",
        CreateInvitation {
            panel: Some(Panel::WhiteLabel),
            ..external()
        },
    );
    assert_eq!(panel_of(&acme, "bob"), Panel::Branded);
    assert_eq!(panel_of(&acme, "eve"), Panel::WhiteLabel);
    acme.ann
        .updates_member("acme", "bob", white_label())
        .expect("changed");
    assert_eq!(panel_of(&acme, "bob"), Panel::WhiteLabel);
}

#[test]
fn the_upper_roles_keep_the_operators_until_they_are_neither() {
    let acme = Acme::new();
    acme.leo();
    acme.member("fay", administrator(&[Area::Financial]));
    for upper in ["leo", "fay"] {
        let answer = acme
            .ann
            .updates_member("acme", upper, white_label())
            .expect("changed");
        assert_eq!(answer.saved::<Member>().panel(), Panel::Branded);
        acme.ann
            .changes_role("acme", upper, RoleName::Collaborator)
            .expect("demoted");
        assert_eq!(panel_of(&acme, upper), Panel::WhiteLabel);
        acme.ann
            .changes_role("acme", upper, RoleName::Administrator)
            .expect("promoted");
        assert_eq!(panel_of(&acme, upper), Panel::Branded);
    }
}

#[test]
fn the_organizations_default_is_for_new_members_of_the_lower_roles() {
    let acme = Acme::new();
    acme.bob();
    let default = UpdateOrganization {
        default_panel: Edit::Set(Panel::WhiteLabel),
        ..same_organization()
    };
    acme.ann
        .updates_organization("acme", default)
        .expect("changed");
    acme.member("cleo", collaborator());
    acme.una();
    acme.ann
        .changes_role("acme", "una", RoleName::Collaborator)
        .expect("demoted");
    assert_eq!(panel_of(&acme, "bob"), Panel::Branded);
    assert_eq!(panel_of(&acme, "cleo"), Panel::WhiteLabel);
    assert_eq!(panel_of(&acme, "una"), Panel::Branded);
}

#[test]
fn only_a_legal_representative_changes_branding_and_default() {
    let acme = Acme::new();
    let ada = acme.ada();
    let default = UpdateOrganization {
        default_panel: Edit::Set(Panel::WhiteLabel),
        ..same_organization()
    };
    let refusal = refused(
        ada.updates_organization("acme", default),
        why::RIGHT_MISSING,
    );
    assert!(
        refusal.message.contains("manage_organization"),
        "{}",
        refusal.message
    );
}
