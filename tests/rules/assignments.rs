//! Rule 1 inside a partner: nobody leaves to a colleague more of a client's mandate than they exercise themselves.

use grantor::v1;
use v1::{Area, ChangePolicy, RightKind};

use super::agency::Agency;
use crate::harness::{
    Actor, Answer, administrator, assignment, collaborator, full, product_rights, refused,
    technician, why,
};

const CLEO: &str = "organizations/agency/members/cleo";

fn to_cleo(rights: &[&str]) -> v1::ClientAssignment {
    assignment("acme", CLEO, rights)
}

async fn pays(person: &Actor) -> bool {
    person.may("use_wallet", "organizations/acme").await
}

#[tokio::test]
async fn only_who_acts_for_the_partner_assigns() {
    let agency = Agency::new().await;
    let users = agency
        .colleague("una", administrator(&[Area::UserRights]))
        .await;
    let narrow = technician(crate::harness::of_type("kdrive"), &[Area::UserRights]);
    let nat = agency.colleague("nat", narrow).await;
    agency.begun_full().await;
    let assigned = to_cleo(&["view", "manage_users"]);
    let made = agency.pia.assigns("agency", assigned).await;
    let made = made.expect("assigned");
    let dan = agency.colleague("dan", collaborator()).await;
    let to_dan = || assignment("acme", "organizations/agency/members/dan", &["view"]);
    for somebody in [&users, &nat, &agency.cleo, &dan] {
        refused(
            somebody.assigns("agency", to_dan()).await,
            why::RIGHT_MISSING,
        );
        refused(somebody.unassigns(&made.name).await, why::RIGHT_MISSING);
    }
    // Not even the client.
    let ann = &agency.acme.ann;
    refused(ann.assigns("agency", to_dan()).await, why::NOT_FOUND);
    refused(ann.unassigns(&made.name).await, why::NOT_FOUND);
}

#[tokio::test]
async fn nobody_assigns_themselves() {
    let agency = Agency::new().await;
    let tech = administrator(&[Area::Technical, Area::UserRights]);
    let tess = agency.colleague("tess", tech).await;
    agency.begun_full().await;
    for who in [&agency.pia, &tess] {
        let member = format!("organizations/agency/members/{}", who.id());
        let wanted = assignment("acme", &member, &["view"]);
        refused(who.assigns("agency", wanted).await, why::RAISES_SELF);
    }
}

#[tokio::test]
async fn the_wallet_is_left_by_who_may_use_it() {
    let agency = Agency::new().await;
    let tess = agency
        .colleague("tess", administrator(&[Area::Technical]))
        .await;
    let both = administrator(&[Area::Technical, Area::Financial]);
    let fay = agency.colleague("fay", both).await;
    agency.begun(full(true)).await;
    let wallet = || to_cleo(&["view", "use_wallet"]);
    refused(
        tess.assigns("agency", wallet()).await,
        why::GIVES_MORE_THAN_HELD,
    );
    let made = tess.assigns("agency", to_cleo(&["view"])).await;
    let made = made.expect("assigned");
    assert!(!pays(&agency.cleo).await);
    let more = v1::ClientAssignment {
        name: made.name.clone(),
        organization_rights: vec!["view".into(), "use_wallet".into()],
        ..Default::default()
    };
    let path = ["organization_rights"];
    refused(
        tess.reassigns(more.clone(), &path).await,
        why::GIVES_MORE_THAN_HELD,
    );
    fay.reassigns(more, &path).await.expect("reassigned");
    assert!(pays(&agency.cleo).await);
    // Who can't give it can take it.
    let less = v1::ClientAssignment {
        name: made.name,
        organization_rights: vec!["view".into()],
        ..Default::default()
    };
    tess.reassigns(less, &path).await.expect("narrowed");
    assert!(!pays(&agency.cleo).await);
}

#[tokio::test]
async fn rights_that_no_mandate_gives_are_never_left() {
    let agency = Agency::new().await;
    agency.begun(full(true)).await;
    for right in [
        "manage_partners",
        "manage_organization",
        "manage_security",
        "manage_finances",
        "act_as_partner",
        "share_directory",
        "unheard_of",
    ] {
        let answer = agency.pia.assigns("agency", to_cleo(&[right])).await;
        refused(answer, why::FIELD_INVALID);
    }
}

#[tokio::test]
async fn what_an_assignment_does_not_name_it_does_not_leave() {
    let agency = Agency::new().await;
    let (acme, cleo) = (&agency.acme, &agency.cleo);
    agency.begun_full().await;
    let unsaid = v1::ClientAssignment {
        product_rights: None,
        ..to_cleo(&["view"])
    };
    refused(
        agency.pia.assigns("agency", unsaid).await,
        why::FIELD_INVALID,
    );
    let usage = v1::ClientAssignment {
        product_rights: product_rights(&[RightKind::Usage]),
        ..to_cleo(&["view", "manage_products"])
    };
    let made = agency.pia.assigns("agency", usage).await;
    made.expect("assigned");
    assert!(cleo.may("use", &acme.drive).await);
    for right in ["manage", "technical", "statistics"] {
        assert!(!cleo.may(right, &acme.drive).await, "{right}");
    }
    assert!(cleo.may("manage_products", "organizations/acme").await);
    for right in ["manage_users", "contact_support", "use_wallet"] {
        assert!(!cleo.may(right, "organizations/acme").await, "{right}");
    }
    // Several add up.
    let management = v1::ClientAssignment {
        product_rights: product_rights(&[RightKind::Management]),
        ..to_cleo(&["contact_support"])
    };
    let made = agency.pia.assigns("agency", management).await;
    made.expect("assigned");
    assert!(cleo.may("use", &acme.drive).await);
    assert!(cleo.may("manage", &acme.drive).await);
    assert!(cleo.may("contact_support", "organizations/acme").await);
}

#[tokio::test]
async fn an_assignment_ends_with_its_partnership_and_does_not_come_back() {
    let agency = Agency::new().await;
    let (acme, cleo, pia) = (&agency.acme, &agency.cleo, &agency.pia);
    let name = agency.begun_full().await;
    let made = pia.assigns("agency", to_cleo(&["view"])).await;
    let made = made.expect("assigned");
    acme.ann.ends(&name).await.expect("ended");
    assert!(!cleo.may("manage", &acme.drive).await);
    let wider = v1::ClientAssignment {
        name: made.name.clone(),
        organization_rights: vec!["view".into(), "manage_users".into()],
        ..Default::default()
    };
    let path = ["organization_rights"];
    refused(
        pia.reassigns(wider.clone(), &path).await,
        why::PARTNERSHIP_NOT_ACTIVE,
    );
    agency.begun_full().await;
    assert!(!cleo.may("manage", &acme.drive).await);
    assert!(!cleo.may("view", "organizations/acme").await);
    refused(
        pia.reassigns(wider, &path).await,
        why::PARTNERSHIP_NOT_ACTIVE,
    );
    assert!(cleo.sees_clients("agency").await.expect("none").is_empty());
    pia.unassigns(&made.name).await.expect("deleted");
    let again = pia.assigns("agency", to_cleo(&["view"])).await;
    again.expect("assigned");
    assert!(cleo.may("manage", &acme.drive).await);
}

#[tokio::test]
async fn an_unknown_client_and_one_of_somebody_else_are_alike() {
    let agency = Agency::new().await;
    let world = &agency.acme.world;
    let eve = world.organization("globex", "eve").await;
    let rob = world.partner("rival", "rob").await;
    world
        .partnership(("globex", &eve), ("rival", &rob), full(true))
        .await;
    let mut said = Vec::new();
    for client in ["nowhere", "globex", "acme"] {
        let wanted = assignment(client, CLEO, &["view"]);
        let answer = agency.pia.assigns("agency", wanted).await;
        let refusal = refused(answer, why::PARTNERSHIP_NOT_ACTIVE);
        said.push(refusal.message.replace(client, "CLIENT"));
    }
    said.dedup();
    assert_eq!(said.len(), 1, "{said:?}");
    // A proposal is no mandate yet.
    agency.proposed(full(true)).await;
    refused(
        agency.pia.assigns("agency", to_cleo(&["view"])).await,
        why::PARTNERSHIP_NOT_ACTIVE,
    );
}

/// Refused without a word on what the other organization has.
#[track_caller]
fn not_named(answer: Answer<v1::ClientAssignment>) {
    use tonic::Code::{InvalidArgument, NotFound};
    let refusal = answer.expect_err("refused");
    let code = refusal.code;
    assert!(matches!(code, NotFound | InvalidArgument), "{refusal:?}");
}

#[tokio::test]
async fn other_partners_neither_assign_nor_see_what_is_assigned() {
    let agency = Agency::new().await;
    let rob = agency.acme.world.partner("rival", "rob").await;
    agency.begun_full().await;
    let made = agency.pia.assigns("agency", to_cleo(&["view"])).await;
    let made = made.expect("assigned");
    refused(rob.unassigns(&made.name).await, why::NOT_FOUND);
    refused(
        rob.assigns("agency", to_cleo(&["view"])).await,
        why::NOT_FOUND,
    );
    refused(rob.sees_clients("agency").await, why::NOT_FOUND);
    let foreign = rob.assigns("rival", to_cleo(&["view"])).await;
    not_named(foreign);
    let rivals = assignment("acme", "organizations/rival/members/rob", &["view"]);
    not_named(agency.pia.assigns("agency", rivals).await);
    assert!(!rob.may("manage", &agency.acme.drive).await);
}

#[tokio::test]
async fn under_by_request_assignments_are_taken_away_and_not_made() {
    let agency = Agency::new().await;
    agency.begun_full().await;
    let pia = &agency.pia;
    let made = pia.assigns("agency", to_cleo(&["view"])).await;
    let made = made.expect("assigned");
    let operator = agency.acme.world.operator();
    let closed = operator
        .sets_policy("agency", ChangePolicy::ByRequest)
        .await;
    closed.expect("closed");
    refused(
        pia.assigns("agency", to_cleo(&["view"])).await,
        why::CHANGE_POLICY_BY_REQUEST,
    );
    let wider = v1::ClientAssignment {
        name: made.name.clone(),
        organization_rights: vec!["view".into(), "manage_users".into()],
        ..Default::default()
    };
    refused(
        pia.reassigns(wider, &["organization_rights"]).await,
        why::CHANGE_POLICY_BY_REQUEST,
    );
    let narrower = v1::ClientAssignment {
        name: made.name.clone(),
        product_rights: product_rights(&[RightKind::Usage]),
        ..Default::default()
    };
    let narrowed = pia.reassigns(narrower, &["product_rights"]).await;
    narrowed.expect("narrowed");
    assert!(!agency.cleo.may("manage", &agency.acme.drive).await);
    pia.unassigns(&made.name).await.expect("deleted");
    assert!(!agency.cleo.may("use", &agency.acme.drive).await);
}

#[tokio::test]
async fn a_preview_of_an_assignment_stores_nothing() {
    let agency = Agency::new().await;
    agency.begun_full().await;
    let request = v1::CreateClientAssignmentRequest {
        parent: "organizations/agency".into(),
        client_assignment: Some(to_cleo(&["view"])),
        validate_only: true,
        ..Default::default()
    };
    let mut partners = agency.pia.partners();
    let tried = partners.create_client_assignment(request).await;
    let tried = tried.expect("tried").into_inner();
    let effect = tried.effect.expect("an effect");
    let gains = |line: &v1::EffectLine| line.user == "users/cleo" && line.gained > 0;
    assert!(effect.lines.iter().any(gains), "{effect:?}");
    assert!(!agency.cleo.may("manage", &agency.acme.drive).await);
    refused(agency.cleo.sees_clients("agency").await, why::RIGHT_MISSING);
}

#[tokio::test]
async fn attack_a4_rights_at_a_client_are_not_shown_where_the_account_does_not_reach_it() {
    let agency = Agency::new().await;
    agency.begun_full().await;
    let panel = agency
        .acme
        .world
        .service("panel", &["act.for.users@agency"]);
    let narrow = panel.await.speaking_for("pia");
    for (pia, sees) in [(&agency.pia, true), (&narrow, false)] {
        let clients = pia.sees_clients("agency").await.expect("her clients");
        let [client] = &clients[..] else {
            panic!("{clients:?}");
        };
        assert_eq!(!client.organization_rights.is_empty(), sees);
    }
}

#[tokio::test]
async fn attack_a2_whom_a_client_has_shut_out_does_not_see_it_by_an_assignment() {
    let agency = Agency::new().await;
    agency.begun_full().await;
    let assigned = agency.pia.assigns("agency", to_cleo(&["view"])).await;
    assigned.expect("assigned");
    let clients = async |of: &Actor| of.sees_clients("agency").await.expect("clients").len();
    assert_eq!(clients(&agency.cleo).await, 1);
    let ann = &agency.acme.ann;
    ann.shuts_out("acme", "cleo").await.expect("out");
    assert_eq!(clients(&agency.cleo).await, 0);
    assert_eq!(clients(&agency.pia).await, 1, "she acts for the partner");
}
