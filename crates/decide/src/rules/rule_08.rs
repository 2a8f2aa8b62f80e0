//! Rule 8: which panel has a member, and may an organization show itself with a look of its own? Only where the platform
//! offers that.
//!
//! That the upper roles see the operator's panel is `domain::Member::panel`; that others see only a look that the operator
//! has approved, `domain::Organization`.

use access::View;
use domain::{Branding, Panel, Reason, Refusal, Role};

use crate::use_case::Context;

/// Whether the platform offers it.
pub(crate) fn is_possible(view: &View) -> bool {
    view.platform.settings().white_label
}

/// Whether this panel can be chosen; the operator's own always can.
pub(crate) fn must_be_possible(view: &View, chosen: Option<Panel>) -> Result<(), Refusal> {
    match chosen {
        Some(Panel::WhiteLabel) if !is_possible(view) => Err(off("PANEL_WHITE_LABEL")),
        _ => Ok(()),
    }
}

/// Whether this look can be had; none always can.
pub(crate) fn look_must_be_possible(view: &View, look: Option<&Branding>) -> Result<(), Refusal> {
    match look {
        Some(_) if !is_possible(view) => Err(off("branding")),
        _ => Ok(()),
    }
}

/// The panel of a new member for whom none is named.
pub(crate) fn default_panel(context: &Context<'_>, role: &Role) -> Panel {
    let default = context
        .organization()
        .organization()
        .map(|organization| organization.default_panel);
    default
        .filter(|_| !role.is_upper() && is_possible(context.view))
        .unwrap_or_default()
}

fn off(wanted: &str) -> Refusal {
    Refusal::new(
        Reason::WhiteLabelOff,
        format!(
            "This platform offers no white label, so {wanted} cannot be chosen: everybody uses the operator's own panel. \
             An operator can switch it on with white_label in the platform's settings."
        ),
    )
    .about("platform/settings")
}
