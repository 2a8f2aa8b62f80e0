//! S0-11 to S0-18: the partner's answer, what it has from then on, and how it ends.

use grantor::v1;
use v1::PartnershipState;

use super::agency::{Agency, CONTACT};
use crate::harness::{
    assignment, external, full, product_rights, products, refused, rights, to_member, why,
};

#[tokio::test]
async fn s0_11_a_limited_proposal_mails_a_link_to_accept() {
    let agency = Agency::new().await;
    let world = &agency.acme.world;
    agency.proposed(agency.drive_only()).await;
    let token = world.mailed_token(CONTACT).await;
    let service = world.operator();
    let viewed = service.views_proposal(&token).await.expect("viewed");
    assert_eq!(viewed.client_display_name, "acme");
    let shown = viewed.partnership.expect("the proposal");
    assert_eq!(
        (shown.state(), shown.sender.as_str()),
        (PartnershipState::Invited, "")
    );
    assert!(!agency.pia.may("manage", &agency.acme.drive).await);
    let accepted = service.accepts_proposal_by_link(&token).await;
    assert_eq!(
        accepted.expect("accepted").state(),
        PartnershipState::Active
    );
    assert!(agency.pia.may("manage", &agency.acme.drive).await);
    refused(
        service.accepts_proposal_by_link(&token).await,
        why::INVITATION_NOT_OPEN,
    );
}

#[tokio::test]
async fn s0_11_the_link_also_refuses() {
    let agency = Agency::new().await;
    let world = &agency.acme.world;
    let name = agency.proposed(agency.drive_only()).await;
    let token = world.mailed_token(CONTACT).await;
    let service = world.operator();
    let refusal = service.refuses_proposal_by_link(&token).await;
    assert_eq!(
        refusal.expect("refused").state(),
        PartnershipState::Declined
    );
    for answer in [
        service.accepts_proposal_by_link(&token).await,
        agency.pia.accepts_proposal(&name).await,
    ] {
        refused(answer, why::INVITATION_NOT_OPEN);
    }
    refused(
        service.accepts_proposal_by_link("acme.p.wrong").await,
        why::NOT_FOUND,
    );
}

#[tokio::test]
async fn s0_12_nothing_holds_before_acceptance_and_the_client_shows_up_after_it() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    let name = agency.proposed(agency.drive_only()).await;
    assert!(!pia.may("view", "organizations/acme").await);
    let clients = pia.sees_clients("agency").await.expect("clients");
    assert_eq!(clients[0].organization_rights, Vec::<String>::new());
    pia.accepts_proposal(&name).await.expect("accepted");
    let clients = pia.sees_clients("agency").await.expect("clients");
    let [client] = clients.as_slice() else {
        panic!("{clients:?}")
    };
    assert_eq!(
        (client.organization.as_str(), client.display_name.as_str()),
        ("organizations/acme", "acme")
    );
    assert_eq!(client.organization_rights, ["view"]);
    let partnership = client.partnership.as_ref().expect("the partnership");
    assert_eq!(
        (partnership.name.as_str(), partnership.state()),
        (name.as_str(), PartnershipState::Active)
    );
    let granted = pia.lists_accessible_products("acme", "pia", "").await;
    let granted = granted.expect("products");
    assert_eq!(granted.len(), 1, "{granted:?}");
    assert!(pia.may("manage", &acme.drive).await);
}

#[tokio::test]
async fn s0_12_a_partners_people_see_the_clients_that_they_are_assigned_to() {
    let agency = Agency::new().await;
    agency.begun_full(false).await;
    let (acme, cleo) = (&agency.acme, &agency.cleo);
    refused(cleo.sees_clients("agency").await, why::RIGHT_MISSING);
    assert!(!cleo.may("manage", &acme.drive).await);
    let wanted = v1::ClientAssignment {
        product_rights: product_rights(&[v1::RightKind::Management]),
        ..assignment(
            "acme",
            "organizations/agency/members/cleo",
            &["view", "manage_users"],
        )
    };
    let made = agency
        .pia
        .assigns("agency", wanted)
        .await
        .expect("assigned");
    let clients = cleo.sees_clients("agency").await.expect("clients");
    assert_eq!(clients[0].organization_rights, ["view", "manage_users"]);
    assert!(cleo.may("manage", &acme.drive).await);
    assert!(!cleo.may("use", &acme.drive).await);
    agency.pia.unassigns(&made.name).await.expect("deleted");
    assert!(!cleo.may("manage", &acme.drive).await);
    refused(cleo.sees_clients("agency").await, why::RIGHT_MISSING);
}

#[tokio::test]
async fn s0_12_what_an_assignment_leaves_is_changed_at_once() {
    let agency = Agency::new().await;
    agency.begun_full(false).await;
    let (acme, cleo, pia) = (&agency.acme, &agency.cleo, &agency.pia);
    let wanted = assignment("acme", "organizations/agency/members/cleo", &["view"]);
    let made = pia.assigns("agency", wanted).await.expect("assigned");
    assert!(cleo.may("manage", &acme.drive).await);
    let narrowed = v1::ClientAssignment {
        name: made.name.clone(),
        product_rights: product_rights(&[v1::RightKind::Usage]),
        ..Default::default()
    };
    let paths = ["product_rights"];
    pia.reassigns(narrowed, &paths).await.expect("narrowed");
    assert!(cleo.may("use", &acme.drive).await);
    assert!(!cleo.may("manage", &acme.drive).await);
    let beyond = v1::ClientAssignment {
        name: made.name,
        organization_rights: vec!["view".into(), "use_wallet".into()],
        ..Default::default()
    };
    let answer = pia.reassigns(beyond, &["organization_rights"]).await;
    let wrong = refused(answer, why::FIELD_INVALID);
    assert_eq!(wrong.fields, ["client_assignment.organization_rights"]);
}

#[tokio::test]
async fn s0_12_each_side_sees_the_partnership_and_nobody_else() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let name = agency.proposed(full(false)).await;
    let to_client = acme.ann.sees_partnership(&name).await.expect("seen");
    assert_eq!(to_client.sender, "users/ann");
    let to_partner = agency.pia.sees_partnership(&name).await.expect("seen");
    assert_eq!(
        (to_partner.name.as_str(), to_partner.sender.as_str()),
        (name.as_str(), "")
    );
    refused(acme.bob.sees_partnership(&name).await, why::RIGHT_MISSING);
    acme.world.organization("globex", "eve").await;
    let eve = acme.world.acting("eve");
    for somebody in [&eve, &agency.cleo] {
        refused(somebody.sees_partnership(&name).await, why::NOT_FOUND);
    }
}

#[tokio::test]
async fn s0_13_a_full_proposal_says_whether_the_wallet_is_entrusted() {
    let agency = Agency::new().await;
    let ann = &agency.acme.ann;
    let unsaid = v1::partnership::Access::Full(v1::FullMandate::default());
    let wrong = refused(
        ann.proposes("acme", "agency", unsaid).await,
        why::FIELD_INVALID,
    );
    assert_eq!(wrong.fields, ["partnership.full.wallet_entrusted"]);
    for entrusted in [true, false] {
        let name = agency.begun_full(entrusted).await;
        let wallet = agency.pia.may("use_wallet", "organizations/acme").await;
        assert_eq!(wallet, entrusted);
        ann.ends(&name).await.expect("ended");
    }
}

#[tokio::test]
async fn s0_14_a_full_proposal_mails_a_link_too() {
    let agency = Agency::new().await;
    let world = &agency.acme.world;
    agency.proposed(full(true)).await;
    let mail = world
        .mailed(CONTACT, "A client proposes a partnership")
        .await;
    assert!(mail.contains("Full access"), "{mail}");
    let token = world.mailed_token(CONTACT).await;
    let accepted = world.operator().accepts_proposal_by_link(&token).await;
    accepted.expect("accepted");
    assert!(agency.pia.may("use_wallet", "organizations/acme").await);
}

#[tokio::test]
async fn s0_15_a_full_partner_has_the_whole_organization_later_products_included() {
    let agency = Agency::new().await;
    agency.begun_full(false).await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    for product in [&acme.drive, &acme.other_drive, &acme.domain] {
        assert!(pia.may("manage", product).await, "{product}");
    }
    let later = acme.gets("later", "domain").await;
    assert!(pia.may("manage", &later).await);
    for right in ["view", "manage_users", "manage_products", "contact_support"] {
        assert!(pia.may(right, "organizations/acme").await, "{right}");
    }
    for right in ["manage_partners", "manage_organization", "use_wallet"] {
        assert!(!pia.may(right, "organizations/acme").await, "{right}");
    }
}

#[tokio::test]
async fn s0_16_a_proposal_is_sent_again_and_the_older_link_is_dead() {
    let agency = Agency::new().await;
    let world = &agency.acme.world;
    let name = agency.proposed(full(false)).await;
    let older = world.mailed_token(CONTACT).await;
    let resent = agency
        .acme
        .ann
        .proposes_again(&name)
        .await
        .expect("sent again");
    assert_eq!(resent.state(), PartnershipState::Invited);
    let service = world.operator();
    refused(service.views_proposal(&older).await, why::NOT_FOUND);
    agency.pia.accepts_proposal(&name).await.expect("accepted");
    refused(
        agency.acme.ann.proposes_again(&name).await,
        why::INVITATION_NOT_OPEN,
    );
}

#[tokio::test]
async fn s0_16_a_proposal_is_withdrawn_before_it_is_accepted() {
    let agency = Agency::new().await;
    let ann = &agency.acme.ann;
    let name = agency.proposed(full(false)).await;
    let withdrawn = ann.withdraws_proposal(&name).await.expect("withdrawn");
    assert_eq!(withdrawn.state(), PartnershipState::Withdrawn);
    refused(
        agency.pia.accepts_proposal(&name).await,
        why::INVITATION_NOT_OPEN,
    );
    let shown = ann.sees_partnerships("acme").await.expect("seen");
    assert_eq!(shown[0].state(), PartnershipState::Withdrawn);
    let again = agency.begun_full(false).await;
    refused(
        ann.withdraws_proposal(&again).await,
        why::INVITATION_NOT_OPEN,
    );
}

#[tokio::test]
async fn s0_17_an_external_user_of_the_partner_is_shown_as_partner_once_it_begins() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    acme.world
        .joins("acme", &acme.ann, &agency.cleo, external())
        .await;
    let held = to_member(
        "acme",
        "cleo",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    let held = acme.ann.grants_access("acme", held).await.expect("granted");
    let role = async || {
        let member = acme.ann.sees_member("acme", "cleo").await;
        member.expect("the member").role()
    };
    let name = agency.proposed(agency.drive_only()).await;
    assert_eq!(role().await, v1::Role::External);
    agency.pia.accepts_proposal(&name).await.expect("accepted");
    assert_eq!(role().await, v1::Role::Partner);
    assert!(agency.cleo.may("use", &acme.drive).await);
    let lent = to_member(
        "acme",
        "cleo",
        rights(&["domain/dns"]),
        products(&[&acme.domain]),
    );
    let lent = acme.ann.grants_access("acme", lent).await.expect("granted");
    assert!(agency.cleo.may("dns", &acme.domain).await);
    let ended = acme.ann.ends(&name).await.expect("ended");
    let gone: Vec<_> = ended
        .removed_grants
        .iter()
        .map(|grant| &grant.name)
        .collect();
    assert!(gone.contains(&&lent.name), "{gone:?}");
    let left = acme.ann.sees_grants("acme").await.expect("grants");
    let left: Vec<_> = left.iter().map(|grant| &grant.name).collect();
    assert_eq!(left, [&held.name]);
    assert_eq!(role().await, v1::Role::External);
    assert!(agency.cleo.may("use", &acme.drive).await);
    assert!(!agency.cleo.may("dns", &acme.domain).await);
}

#[tokio::test]
async fn s0_18_either_side_ends_a_partnership_at_any_time() {
    let agency = Agency::new().await;
    let (ann, pia) = (&agency.acme.ann, &agency.pia);
    for (ending, side) in [
        (ann, v1::PartnershipSide::Client),
        (pia, v1::PartnershipSide::Partner),
    ] {
        let name = agency.begun(agency.drive_only()).await;
        assert!(pia.may("manage", &agency.acme.drive).await);
        let ended = ending.ends(&name).await.expect("ended");
        let shown = ended.partnership.expect("the partnership");
        assert_eq!(
            (shown.state(), shown.ended_by()),
            (PartnershipState::Terminated, side)
        );
        assert!(!pia.may("manage", &agency.acme.drive).await);
        refused(ending.ends(&name).await, why::PARTNERSHIP_NOT_ACTIVE);
    }
    let grants = ann.sees_grants("acme").await.expect("grants");
    assert!(grants.is_empty(), "{grants:?}");
}

#[tokio::test]
async fn s0_18_the_end_answers_what_the_partners_staff_made() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    let name = agency.begun_full(false).await;
    pia.creates_team("acme", "web").await.expect("a team");
    let given = to_member(
        "acme",
        "bob",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    let given = pia.grants_access("acme", given).await.expect("granted");
    acme.world
        .member("acme", pia, "max", crate::harness::collaborator())
        .await;
    acme.world.user("ned").await;
    let invitation = v1::Invitation {
        email: "ned@example.com".into(),
        ..crate::harness::collaborator()
    };
    let open = pia.invites("acme", invitation).await.expect("invited");
    let ended = acme.ann.ends(&name).await.expect("ended");
    assert_eq!(ended.made_members, ["organizations/acme/members/max"]);
    assert_eq!(ended.made_teams, ["organizations/acme/teams/web"]);
    assert_eq!(ended.made_grants, [given.name]);
    let withdrawn = acme.ann.sees_invitation(&open.name).await;
    assert_eq!(
        withdrawn.expect("the invitation").state(),
        v1::InvitationState::Withdrawn
    );
    assert!(acme.bob.may("use", &acme.drive).await);
}

#[tokio::test]
async fn s0_18_whether_members_are_removed_is_the_clients_to_say() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    acme.world
        .joins("acme", &acme.ann, &agency.cleo, external())
        .await;
    let name = agency.begun(agency.drive_only()).await;
    refused(agency.pia.ends_and(&name, true).await, why::PARTNER_MAY_NOT);
    let ended = acme.ann.ends_and(&name, true).await.expect("ended");
    assert_eq!(ended.removed_members, ["organizations/acme/members/cleo"]);
    refused(acme.ann.sees_member("acme", "cleo").await, why::NOT_FOUND);
}
