//! Rule 2, through a partnership one manages collaborators and externals, and nothing above or beside them.

use grantor::v1;
use v1::{Area, Role};

use super::agency::Agency;
use crate::harness::{
    all, assignment, collaborator, every_right, external, full, products, refused, rights,
    to_member, why,
};

fn members() -> v1::ListMembersRequest {
    v1::ListMembersRequest {
        parent: "organizations/acme".into(),
        ..Default::default()
    }
}

#[tokio::test]
async fn full_staff_manages_collaborators_and_externals() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    agency.begun_full().await;
    let max = acme.world.member("acme", pia, "max", collaborator()).await;
    let xena = acme.world.member("acme", pia, "xena", external()).await;
    let given = to_member("acme", "xena", every_right(), all());
    pia.grants_access("acme", given).await.expect("given");
    assert!(xena.may("use", &acme.drive).await);
    pia.creates_team("acme", "web").await.expect("a team");
    let joined = pia.adds_to_team("acme", "web", &["max", "xena"]).await;
    joined.expect("joined");
    for role in [Role::External, Role::Collaborator] {
        pia.changes_role("acme", "max", role)
            .await
            .expect("changed");
    }
    pia.deactivates_member("acme", "max").await.expect("asleep");
    assert!(!max.may("view", "organizations/acme").await);
    pia.reactivates_member("acme", "max").await.expect("awake");
    pia.removes_member("acme", "max").await.expect("removed");
    pia.deletes_team("acme", "web").await.expect("deleted");
    assert_eq!(pia.lists_members(members()).await.expect("seen").len(), 2);
}

#[tokio::test]
async fn full_staff_touches_no_upper_role() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    acme.ada().await;
    acme.leo().await;
    agency.begun_full().await;
    for user in ["ada", "leo", "ann"] {
        for role in [Role::Collaborator, Role::External] {
            refused(
                pia.changes_role("acme", user, role).await,
                why::PARTNER_MAY_NOT,
            );
        }
        refused(
            pia.deactivates_member("acme", user).await,
            why::PARTNER_MAY_NOT,
        );
        refused(pia.removes_member("acme", user).await, why::PARTNER_MAY_NOT);
    }
    let fewer = v1::Member {
        areas: vec![Area::Financial.into()],
        ..Default::default()
    };
    let narrowed = pia.updates_member("acme", "ada", fewer, &["areas"]).await;
    refused(narrowed, why::PARTNER_MAY_NOT);
    acme.ann
        .deactivates_member("acme", "ada")
        .await
        .expect("asleep");
    refused(
        pia.reactivates_member("acme", "ada").await,
        why::PARTNER_MAY_NOT,
    );
}

#[tokio::test]
async fn full_staff_has_nothing_to_say_on_partnerships() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    acme.world.partner("rival", "rob").await;
    let name = agency.begun_full().await;
    refused(
        pia.proposes("acme", "rival", full(true)).await,
        why::RIGHT_MISSING,
    );
    refused(pia.sees_partnerships("acme").await, why::RIGHT_MISSING);
    refused(pia.searches("acme", "rival").await, why::RIGHT_MISSING);
    refused(pia.switches_wallet(&name, true).await, why::RIGHT_MISSING);
    let narrower = agency.drive_only();
    refused(
        pia.changes_mandate(&name, narrower).await,
        why::RIGHT_MISSING,
    );
    assert!(!pia.may("use_wallet", "organizations/acme").await);
    let rival = acme.ann.proposes("acme", "rival", full(false)).await;
    let rival = rival.expect("proposed").name;
    refused(pia.withdraws_proposal(&rival).await, why::RIGHT_MISSING);
    refused(pia.proposes_again(&rival).await, why::RIGHT_MISSING);
}

#[tokio::test]
async fn full_staff_changes_no_settings_reads_no_log_and_makes_no_keys() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    agency.begun_full().await;
    let renamed = v1::Organization {
        display_name: "Ours".into(),
        ..Default::default()
    };
    let answer = pia
        .updates_organization("acme", renamed, &["display_name"])
        .await;
    refused(answer, why::RIGHT_MISSING);
    refused(pia.sees_revisions("acme").await, why::RIGHT_MISSING);
    for right in [
        "manage_organization",
        "manage_partners",
        "act_as_partner",
        "manage_security",
        "manage_finances",
        "share_directory",
    ] {
        assert!(!pia.may(right, "organizations/acme").await, "{right}");
    }
    let key = v1::CreateKeyRequest {
        parent: "serviceAccounts/everything".into(),
        ..Default::default()
    };
    let named = acme.world.acting("pia");
    let answer = named.service_accounts().create_key(key).await;
    let refusal = answer.expect_err("refused");
    assert_eq!(refusal.code(), tonic::Code::PermissionDenied, "{refusal:?}");
}

#[tokio::test]
async fn full_staff_sees_members_and_limited_staff_does_not() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    acme.bob().await;
    let name = agency.begun_full().await;
    assert_eq!(pia.lists_members(members()).await.expect("seen").len(), 2);
    let narrowed = acme.ann.changes_mandate(&name, agency.drive_only()).await;
    narrowed.expect("narrowed");
    refused(pia.lists_members(members()).await, why::RIGHT_MISSING);
    refused(pia.sees_grants("acme").await, why::RIGHT_MISSING);
    refused(pia.sees_member("acme", "bob").await, why::RIGHT_MISSING);
    refused(pia.creates_team("acme", "web").await, why::RIGHT_MISSING);
    let answer = pia.lists_accessors("use", &acme.drive).await;
    assert!(answer.is_err(), "{answer:?}");
}

#[tokio::test]
async fn limited_staff_sees_its_products_and_no_other() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    agency.begun(agency.drive_only()).await;
    let seen = pia.lists_accessible_products("acme", "pia", "").await;
    let seen: Vec<_> = seen.expect("products");
    assert_eq!(seen.len(), 1, "{seen:?}");
    assert!(pia.may("manage", &acme.drive).await);
    for right in ["use", "technical", "statistics"] {
        assert!(!pia.may(right, &acme.drive).await, "{right}");
    }
    for product in [&acme.archive, &acme.site, &acme.book] {
        assert!(!pia.may("manage", product).await, "{product}");
    }
    for right in ["manage_users", "manage_products", "contact_support"] {
        assert!(!pia.may(right, "organizations/acme").await, "{right}");
    }
    refused(pia.tags(&acme.drive, &["x"]).await, why::RIGHT_MISSING);
    let gift = to_member("acme", "ann", every_right(), products(&[&acme.drive]));
    refused(pia.grants_access("acme", gift).await, why::RIGHT_MISSING);
}

#[tokio::test]
async fn full_staff_does_not_reach_what_another_system_manages() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    acme.bob().await;
    agency.begun_full().await;
    for right in ["read", "write"] {
        assert!(!pia.may(right, &acme.book).await, "{right}");
    }
    let gift = to_member(
        "acme",
        "bob",
        rights(&["contacts/read"]),
        products(&[&acme.book]),
    );
    refused(
        pia.grants_access("acme", gift).await,
        why::EXTERNALLY_MANAGED,
    );
}

#[tokio::test]
async fn who_joins_the_partner_after_the_invitation_is_a_colleague_too() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    agency.begun_full().await;
    let nina = acme.world.user("nina").await;
    let invitation = v1::Invitation {
        email: "nina@example.com".into(),
        ..collaborator()
    };
    let open = pia.invites("acme", invitation).await.expect("invited");
    acme.world.joins("agency", pia, &nina, collaborator()).await;
    refused(nina.accepts(&open.name).await, why::SENDER_MAY_NO_LONGER);
    // The client's own people may ask her in.
    acme.ann.resends(&open.name).await.expect("sent again");
    nina.accepts(&open.name).await.expect("accepted");
}

#[tokio::test]
async fn staff_raises_themselves_to_nothing() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    agency.external(pia).await;
    agency.begun_full().await;
    acme.team("web", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    let gift = to_member("acme", "pia", every_right(), products(&[&acme.drive]));
    refused(pia.grants_access("acme", gift).await, why::RAISES_SELF);
    refused(
        pia.adds_to_team("acme", "web", &["pia"]).await,
        why::RAISES_SELF,
    );
    refused(
        pia.changes_role("acme", "pia", Role::Collaborator).await,
        why::PARTNER_MAY_NOT,
    );
    for role in [Role::Administrator, Role::LegalRepresentative] {
        let answer = pia.changes_role("acme", "pia", role).await;
        let refusal = answer.expect_err("refused");
        assert_eq!(refusal.code, tonic::Code::PermissionDenied, "{refusal:?}");
    }
    refused(
        pia.grants_full_access("acme", "pia").await,
        why::RAISES_SELF,
    );
}

#[tokio::test]
async fn a_mandate_of_a_client_gives_nothing_on_the_clients_own_clients() {
    let agency = Agency::new().await;
    let (acme, world) = (&agency.acme, &agency.acme.world);
    let entry = acme.ann.offers_to_manage("acme", &["acme@x.example"]).await;
    entry.expect("an entry");
    let listed = world.operator().enlists("acme", "Acme").await;
    listed.expect("listed");
    let eve = world.organization("globex", "eve").await;
    let operator = world.operator();
    let drive = operator.creates_product("globex", "d", "kdrive");
    let drive = drive.await.expect("a product");
    world
        .partnership(("globex", &eve), ("acme", &acme.ann), full(true))
        .await;
    agency.begun(full(true)).await;
    assert!(acme.ann.may("manage", &drive).await);
    assert!(!agency.pia.may("manage", &drive).await);
    assert!(!agency.pia.may("view", "organizations/globex").await);
    refused(agency.pia.sees_clients("acme").await, why::RIGHT_MISSING);
    let to_ann = assignment("globex", "organizations/acme/members/ann", &["view"]);
    refused(agency.pia.assigns("acme", to_ann).await, why::RIGHT_MISSING);
}
