//! Operators: who they are, and what they may not do in an organization.

use domain::{ChangePolicy, Reason};

use super::super::actor::{Actor, refused};
use super::super::make::{
    administrator, all, collaborator, display_name, every_right, legal_representative, products,
    rights, same, to, to_member,
};
use super::super::members::own;
use super::super::organizations::{same_organization, same_settings};
use super::super::requests::note;
use super::super::{Acme, catalog, why};
use super::named_operator;
use crate::queries::role_matrix::Area;
use crate::use_cases::edit::Edit;
use crate::use_cases::grant::UpdateGrant;
use crate::use_cases::organization::UpdateOrganization;
use crate::use_cases::platform::UpdatePlatformSettings;
use crate::use_cases::role_spec::RoleName;

/// Olga is named on the command line; she is no member of acme.
fn olga(acme: &Acme) -> Actor {
    named_operator(acme, "olga")
}

#[test]
fn standing_for_every_organization_makes_no_operator() {
    let acme = Acme::new();
    refused(
        acme.ann.creates_organization("fresh", "ann"),
        why::OPERATOR_REQUIRED,
    );
    refused(
        acme.ann.creates_product("acme", "mine", "kdrive"),
        why::OPERATOR_REQUIRED,
    );
    refused(
        acme.ann.deletes_product(&acme.drive),
        why::OPERATOR_REQUIRED,
    );
    refused(acme.ann.registers("new"), why::OPERATOR_REQUIRED);
    refused(acme.ann.appoints("acme", "ann"), why::OPERATOR_REQUIRED);
    refused(
        acme.ann.apply_catalog(catalog::types()),
        why::OPERATOR_REQUIRED,
    );
    refused(acme.ann.sets(same_settings()), why::OPERATOR_REQUIRED);
}

#[test]
fn a_user_operator_needs_an_account_that_has_operator_too() {
    let acme = Acme::new();
    olga(&acme);
    let panel = acme.world.service("panel", &["act.for.users", "read"]);
    let olga = panel.speaking_for("olga");
    refused(
        olga.creates_organization("fresh", "ann"),
        why::OPERATOR_REQUIRED,
    );
    refused(
        olga.creates_product("acme", "mine", "kdrive"),
        why::NOT_FOUND,
    );
    let trusted = acme
        .world
        .service("trusted", &["act.for.users", "operator"]);
    trusted
        .speaking_for("olga")
        .creates_product("acme", "ours", "kdrive")
        .expect("a product");
}

#[test]
fn an_operator_who_is_deactivated_is_none() {
    let acme = Acme::new();
    let olga = olga(&acme);
    acme.world
        .operator()
        .deactivates_user("olga")
        .expect("deactivated");
    let tried = olga.creates_organization("fresh", "ann");
    refused(tried, why::ACTING_USER_INACTIVE);
}

#[test]
fn acting_for_a_user_who_is_no_operator_brings_no_operator_rights() {
    let acme = Acme::new();
    let bob = acme.bob();
    refused(
        bob.creates_product("acme", "mine", "kdrive"),
        why::OPERATOR_REQUIRED,
    );
    refused(
        bob.sets_policy("acme", ChangePolicy::ByRequest),
        why::OPERATOR_REQUIRED,
    );
}

#[test]
fn an_operator_runs_the_platform() {
    let acme = Acme::new();
    for (operator, id) in [(acme.world.operator(), "one"), (olga(&acme), "two")] {
        operator.registers(id).expect("a user");
        let fresh = format!("fresh-{id}");
        operator
            .creates_organization(&fresh, id)
            .expect("an organization");
        let product = operator
            .creates_product(&fresh, "drive", "kdrive")
            .expect("a product");
        operator.deletes_product(&product).expect("deleted");
        operator.apply_catalog(catalog::types()).expect("applied");
        let settings = UpdatePlatformSettings {
            administrator_limit: Edit::Set(Some(3)),
            ..same_settings()
        };
        operator.sets(settings).expect("set");
        operator
            .limits_administrators(&fresh, Some(5))
            .expect("raised");
        operator
            .sets_policy(&fresh, ChangePolicy::ByRequest)
            .expect("closed");
        operator.appoints(&fresh, "ann").expect("appointed");
    }
}

/// Everything that is the organization's own is closed with this reason.
fn may_do_nothing_in_acme(acme: &Acme, operator: &Actor, why: Reason) {
    let grant = acme.gives("bob", rights(&["kdrive/use"]), products(&[&acme.drive]));
    let more = to_member("acme", "bob", every_right(), all());
    refused(operator.grants_access("acme", more), why);
    refused(
        operator.updates_grant(UpdateGrant {
            note: Edit::Set(Some(note("Mine."))),
            ..same(&grant)
        }),
        why,
    );
    refused(operator.deletes_grant(&grant.name), why);
    refused(
        operator.saves_access("acme", "bob", "kdrive", own(&[])),
        why,
    );
    refused(operator.grants_full_access("acme", "bob"), why);
    refused(
        operator.changes_role("acme", "bob", RoleName::LegalRepresentative),
        why,
    );
    refused(operator.deactivates_member("acme", "bob"), why);
    refused(operator.removes_member("acme", "bob"), why);
    let new = |invitation| to("new@example.com", invitation);
    refused(operator.invites("acme", new(collaborator())), why);
    refused(operator.invites("acme", new(legal_representative())), why);
    refused(operator.creates_team("acme", "ops"), why);
    refused(operator.creates_group("acme", "ops"), why);
    refused(operator.tags(&acme.drive, &["ops"]), why);
    let named = UpdateOrganization {
        display_name: Edit::Set(display_name("Ours")),
        ..same_organization()
    };
    refused(operator.updates_organization("acme", named), why);
}

#[test]
fn an_operators_service_changes_nothing_of_the_organizations_own() {
    let acme = Acme::new();
    acme.bob();
    may_do_nothing_in_acme(&acme, &acme.world.operator(), why::ACTING_USER_REQUIRED);
}

#[test]
fn a_user_operator_changes_nothing_of_the_organizations_own() {
    let acme = Acme::new();
    acme.bob();
    may_do_nothing_in_acme(&acme, &olga(&acme), why::RIGHT_MISSING);
}

#[test]
fn an_operator_who_is_a_member_has_there_what_the_role_gives() {
    let acme = Acme::new();
    let olga = olga(&acme);
    acme.world
        .joins("acme", &acme.ann, &olga, administrator(&[Area::UserRights]));
    acme.bob();
    olga.deactivates_member("acme", "bob")
        .expect("as the administrator");
    refused(
        olga.changes_role("acme", "ann", RoleName::Collaborator),
        why::LEGAL_REPRESENTATIVE_REQUIRED,
    );
}

#[test]
fn an_organization_is_made_with_an_active_first_legal_representative() {
    let acme = Acme::new();
    let zoe = acme.world.user("zoe");
    let operator = acme.world.operator();
    refused(
        operator.creates_organization("fresh", "nobody"),
        why::NOT_FOUND,
    );
    operator.deactivates_user("zoe").expect("deactivated");
    refused(
        operator.creates_organization("fresh", "zoe"),
        why::USER_INACTIVE,
    );
    operator.reactivates_user("zoe").expect("reactivated");
    operator
        .creates_organization("fresh", "zoe")
        .expect("created");
    assert!(zoe.may("manage_organization", "organizations/fresh"));
}
