//! Where the rules of partnerships are tried: acme as the client, and an agency that is listed as a partner.

use super::super::Acme;
use super::super::actor::Actor;
use super::super::make::{administrator, collaborator, external, offered, products, rights, user};
use super::super::partners::{full, limited};
use crate::queries::role_matrix::Area;
use crate::queries::shown_role::ShownRole;
use crate::use_cases::invitation::CreateInvitation;
use crate::use_cases::partnership::Terms;

/// pia is the agency's legal representative, cleo a collaborator there.
pub(super) struct Agency {
    pub(super) acme: Acme,
    pub(super) pia: Actor,
    pub(super) cleo: Actor,
}

impl Agency {
    pub(super) fn new() -> Self {
        let acme = Acme::new();
        let pia = acme.world.partner("agency", "pia");
        let cleo = acme.world.member("agency", &pia, "cleo", collaborator());
        Self { acme, pia, cleo }
    }

    /// `kdrive/manage` on acme's drive.
    pub(super) fn drive_only(&self) -> Terms {
        let scope = products(&[&self.acme.drive]);
        limited(vec![offered(rights(&["kdrive/manage"]), scope)])
    }

    /// The name of a proposal to the agency.
    pub(super) fn proposed(&self, access: Terms) -> String {
        let proposed = self.acme.ann.proposes("acme", "agency", access);
        proposed.expect("proposed").name
    }

    /// The name of an active partnership with the agency.
    pub(super) fn begun(&self, access: Terms) -> String {
        let name = self.proposed(access);
        self.pia.accepts_proposal(&name).expect("accepted");
        name
    }

    /// The name of a FULL one without the wallet.
    pub(super) fn begun_full(&self) -> String {
        self.begun(full(false))
    }

    /// Another of the agency's people.
    pub(super) fn colleague(&self, id: &str, invitation: CreateInvitation) -> Actor {
        let world = &self.acme.world;
        world.member("agency", &self.pia, id, invitation)
    }

    /// Ann makes somebody an external of acme.
    pub(super) fn external(&self, person: &Actor) {
        let acme = &self.acme;
        acme.world.joins("acme", &acme.ann, person, external());
    }

    /// As what a member of acme is shown.
    pub(super) fn shown(&self, id: &str) -> ShownRole {
        let view = self.acme.world.view("acme");
        let member = view.organization.member(&user(id));
        ShownRole::of(&view, member.expect("the member"))
    }
}

/// Of the agency's staff by role: an administrator whose TECHNICAL is not narrowed.
pub(super) fn staff() -> CreateInvitation {
    administrator(&[Area::Technical])
}
