//! Platform settings: the languages that it offers, and whether organizations may have a look of their own.

use domain::Panel;

use super::super::actor::{Answer, Done, refused};
use super::super::make::{display_name, external, to};
use super::super::members::same_member;
use super::super::organizations::{same_organization, same_settings};
use super::super::{Acme, why};
use crate::use_cases::edit::Edit;
use crate::use_cases::invitation::CreateInvitation;
use crate::use_cases::member::UpdateMember;
use crate::use_cases::organization::{BrandingEdit, UpdateOrganization};
use crate::use_cases::platform::UpdatePlatformSettings;

fn white_label(acme: &Acme, possible: bool) {
    let settings = UpdatePlatformSettings {
        white_label: Edit::Set(possible),
        ..same_settings()
    };
    acme.world.operator().sets(settings).expect("set");
}

fn white(invitation: CreateInvitation) -> CreateInvitation {
    CreateInvitation {
        panel: Some(Panel::WhiteLabel),
        ..to("zoe@example.com", invitation)
    }
}

fn look() -> UpdateOrganization {
    let look = BrandingEdit {
        display_name: Edit::Set(Some(display_name("Studio"))),
        ..same_organization().branding
    };
    UpdateOrganization {
        branding: look,
        ..same_organization()
    }
}

fn chooses_panel(acme: &Acme, user: &str, panel: Panel) -> Answer<Done> {
    let member = UpdateMember {
        panel: Some(panel),
        ..same_member()
    };
    acme.ann.updates_member("acme", user, member)
}

fn panel_of(acme: &Acme, user: &str) -> Panel {
    let member = acme.world.member_of("acme", user);
    member.expect("the member").panel()
}

#[test]
fn where_white_label_is_off_nobody_gets_a_white_label_panel() {
    let acme = Acme::new();
    acme.bob();
    white_label(&acme, false);
    refused(
        acme.ann.invites("acme", white(external())),
        why::WHITE_LABEL_OFF,
    );
    refused(
        chooses_panel(&acme, "bob", Panel::WhiteLabel),
        why::WHITE_LABEL_OFF,
    );
    let organization = UpdateOrganization {
        default_panel: Edit::Set(Panel::WhiteLabel),
        ..same_organization()
    };
    refused(
        acme.ann.updates_organization("acme", organization),
        why::WHITE_LABEL_OFF,
    );
    chooses_panel(&acme, "bob", Panel::Branded).expect("the operator's own is always possible");
}

#[test]
fn what_was_chosen_before_stays_until_it_is_changed() {
    let acme = Acme::new();
    acme.bob();
    chooses_panel(&acme, "bob", Panel::WhiteLabel).expect("chosen");
    let organization = UpdateOrganization {
        default_panel: Edit::Set(Panel::WhiteLabel),
        ..look()
    };
    acme.ann
        .updates_organization("acme", organization)
        .expect("chosen");
    white_label(&acme, false);

    assert_eq!(panel_of(&acme, "bob"), Panel::WhiteLabel);
    chooses_panel(&acme, "bob", Panel::WhiteLabel).expect("the same again changes nothing");
    // New members get what is possible, whatever the organization's default was.
    acme.member("eve", external());
    assert_eq!(panel_of(&acme, "eve"), Panel::Branded);
    let named = UpdateOrganization {
        display_name: Edit::Set(display_name("Acme & Co")),
        ..same_organization()
    };
    acme.ann
        .updates_organization("acme", named)
        .expect("other fields are open");
    let shown = || {
        acme.world
            .view("acme")
            .organization
            .organization()
            .and_then(|it| it.branding.clone())
    };
    assert_eq!(
        shown().map(|look| look.display_name),
        Some(display_name("Studio"))
    );
    let none = UpdateOrganization {
        branding: BrandingEdit {
            display_name: Edit::Set(None),
            ..same_organization().branding
        },
        ..same_organization()
    };
    acme.ann
        .updates_organization("acme", none)
        .expect("taking it away is open");
    assert_eq!(shown(), None);
}
