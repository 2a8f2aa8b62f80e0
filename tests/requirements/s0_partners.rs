//! S0-1 to S0-10: who proposes a partnership, to whom, and what it is to give.

use grantor::v1;

use super::agency::Agency;
use crate::harness::{full, limited, offered, products, refused, rights, why};

#[tokio::test]
async fn s0_1_a_client_gives_access_to_a_partner_among_those_that_are_listed() {
    let agency = Agency::new().await;
    let world = &agency.acme.world;
    let una = world.organization("unlisted", "una").await;
    let entry = una.offers_to_manage("unlisted", &["una@example.com"]).await;
    assert!(!entry.expect("an entry").listed);
    let ann = &agency.acme.ann;
    for partner in ["unlisted", "nowhere"] {
        let answer = ann.proposes("acme", partner, full(false)).await;
        refused(answer, why::PARTNER_NOT_LISTED);
    }
    let proposal = ann.proposes("acme", "agency", full(false)).await;
    assert_eq!(proposal.expect("proposed").partner, "partners/agency");
}

#[tokio::test]
async fn s0_1_a_partner_taken_off_the_list_can_not_accept_and_keeps_what_it_has() {
    let agency = Agency::new().await;
    let world = &agency.acme.world;
    let proposal = agency.proposed(full(false)).await;
    let unlisted = world.operator().unlists("agency").await.expect("unlisted");
    assert!(!unlisted.listed);
    let answer = agency.pia.accepts_proposal(&proposal).await;
    refused(answer, why::PARTNER_NOT_LISTED);
    let listed = world.operator().enlists("agency", "Agency").await;
    listed.expect("listed");
    agency
        .pia
        .accepts_proposal(&proposal)
        .await
        .expect("accepted");
    world.operator().unlists("agency").await.expect("unlisted");
    assert!(agency.pia.may("manage", &agency.acme.drive).await);
}

#[tokio::test]
async fn s0_2_a_product_of_another_organization_is_not_found() {
    let agency = Agency::new().await;
    let world = &agency.acme.world;
    world.organization("globex", "eve").await;
    let foreign = world
        .operator()
        .creates_product("globex", "drive", "kdrive")
        .await
        .expect("created");
    for product in [foreign.as_str(), "organizations/acme/products/unknown"] {
        let mandate = limited(vec![offered(rights(&["kdrive/use"]), products(&[product]))]);
        let answer = agency.acme.ann.proposes("acme", "agency", mandate).await;
        refused(answer, why::NOT_FOUND);
    }
}

#[tokio::test]
async fn s0_3_only_a_legal_representative_proposes() {
    let agency = Agency::new().await;
    let admin = agency.administrator("adam").await;
    for somebody in [&admin, &agency.acme.bob] {
        let answer = somebody.proposes("acme", "agency", full(false)).await;
        let refusal = refused(answer, why::RIGHT_MISSING);
        assert!(refusal.message.contains("manage_partners"), "{refusal:?}");
    }
    refused(
        agency.pia.proposes("acme", "agency", full(false)).await,
        why::NOT_FOUND,
    );
}

#[tokio::test]
async fn s0_4_a_limited_partner_has_some_products_and_no_others() {
    let agency = Agency::new().await;
    agency.begun(agency.drive_only()).await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    assert!(pia.may("manage", &acme.drive).await);
    assert!(!pia.may("use", &acme.drive).await);
    assert!(!pia.may("manage", &acme.other_drive).await);
    assert!(!pia.may("manage_users", "organizations/acme").await);
}

#[tokio::test]
async fn s0_5_one_call_adds_a_partner() {
    let agency = Agency::new().await;
    let name = agency.proposed(full(false)).await;
    let all = agency.acme.ann.sees_partnerships("acme").await;
    let all = all.expect("partnerships");
    let [only] = all.as_slice() else {
        panic!("{all:?}")
    };
    assert_eq!(
        (only.name.as_str(), only.state(), only.sender.as_str()),
        (name.as_str(), v1::PartnershipState::Invited, "users/ann")
    );
    assert_eq!(only.partner_listed_name, "agency");
}

#[tokio::test]
async fn s0_6_a_partner_is_found_by_part_of_its_name_or_by_its_email() {
    let agency = Agency::new().await;
    let ann = &agency.acme.ann;
    for query in [
        "gen",
        "AGENCY",
        "agency@partners.example",
        "Agency@Partners.Example",
    ] {
        let found = ann.searches("acme", query).await.expect(query);
        let found: Vec<_> = found.iter().map(|found| found.partner.as_str()).collect();
        assert_eq!(found, ["partners/agency"], "{query}");
    }
    for nobody in ["gency@partners.example", "nobody", "a_ency", "%gen"] {
        assert!(ann.searches("acme", nobody).await.expect(nobody).is_empty());
    }
    for short in ["ag", "%%%", "a g", ""] {
        let wrong = refused(ann.searches("acme", short).await, why::FIELD_INVALID);
        assert_eq!(wrong.fields, ["query"], "{short}");
    }
}

#[tokio::test]
async fn s0_6_only_listed_ones_are_found_and_only_by_who_may_propose() {
    let agency = Agency::new().await;
    let world = &agency.acme.world;
    refused(
        agency.acme.bob.searches("acme", "agency").await,
        why::RIGHT_MISSING,
    );
    world.operator().unlists("agency").await.expect("unlisted");
    let ann = &agency.acme.ann;
    for query in ["agency", "agency@partners.example"] {
        assert!(ann.searches("acme", query).await.expect("found").is_empty());
    }
}

#[tokio::test]
async fn s0_7_partners_of_one_name_are_told_apart() {
    let agency = Agency::new().await;
    let world = &agency.acme.world;
    let rob = world.organization("rival", "rob").await;
    let entry = rob
        .offers_to_manage("rival", &["sales@rival.example"])
        .await;
    entry.expect("an entry");
    world
        .operator()
        .enlists("rival", "Agency")
        .await
        .expect("listed");
    let found = agency.acme.ann.searches("acme", "agency").await;
    let found: Vec<_> = found
        .expect("found")
        .into_iter()
        .map(|found| (found.partner, found.contact_domains))
        .collect();
    assert_eq!(
        found,
        [
            (
                "partners/agency".to_owned(),
                vec!["partners.example".to_owned()]
            ),
            (
                "partners/rival".to_owned(),
                vec!["rival.example".to_owned()]
            ),
        ]
    );
}

#[tokio::test]
async fn s0_8_a_proposal_is_tried_before_it_is_sent() {
    let agency = Agency::new().await;
    let request = |access| v1::ProposePartnershipRequest {
        parent: "organizations/acme".into(),
        partnership: Some(v1::Partnership {
            partner: "partners/agency".into(),
            access,
            ..Default::default()
        }),
        validate_only: true,
        ..Default::default()
    };
    let ann = &agency.acme.ann;
    let tried = ann.partnerships().propose_partnership(request(None)).await;
    let wrong = refused(tried.map_err(Into::into), why::FIELD_INVALID);
    assert_eq!(wrong.fields, ["partnership.access"]);
    let access = Some(agency.drive_only());
    let tried = ann
        .partnerships()
        .propose_partnership(request(access))
        .await;
    let tried = tried.expect("tried").into_inner();
    let effect = tried.effect.expect("an effect");
    assert_eq!(effect.gaining_user_count, 1, "{effect:?}");
    assert!(
        ann.sees_partnerships("acme")
            .await
            .expect("seen")
            .is_empty()
    );
}

#[tokio::test]
async fn s0_9_limited_or_full_has_no_default() {
    let agency = Agency::new().await;
    let request = v1::ProposePartnershipRequest {
        parent: "organizations/acme".into(),
        partnership: Some(v1::Partnership {
            partner: "partners/agency".into(),
            ..Default::default()
        }),
        ..Default::default()
    };
    let ann = &agency.acme.ann;
    let answer = ann.partnerships().propose_partnership(request).await;
    let wrong = refused(answer.map_err(Into::into), why::FIELD_INVALID);
    assert_eq!(wrong.fields, ["partnership.access"]);
}

#[tokio::test]
async fn s0_10_a_limited_proposal_holds_products_of_several_categories() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let mandate = limited(vec![
        offered(
            rights(&["kdrive/manage"]),
            products(&[&acme.drive, &acme.other_drive]),
        ),
        offered(rights(&["domain/dns"]), products(&[&acme.domain])),
    ]);
    agency.begun(mandate).await;
    assert!(agency.pia.may("manage", &acme.drive).await);
    assert!(agency.pia.may("manage", &acme.other_drive).await);
    assert!(agency.pia.may("dns", &acme.domain).await);
    assert!(!agency.pia.may("manage", &acme.domain).await);
}

#[tokio::test]
async fn s0_10_a_limited_proposal_names_something_and_never_everything() {
    let agency = Agency::new().await;
    let ann = &agency.acme.ann;
    let nothing = ann.proposes("acme", "agency", limited(Vec::new())).await;
    let wrong = refused(nothing, why::FIELD_INVALID);
    assert_eq!(wrong.fields, ["partnership.limited.grants"]);
    let everything = limited(vec![offered(
        rights(&["kdrive/use"]),
        crate::harness::all(),
    )]);
    let wrong = refused(
        ann.proposes("acme", "agency", everything).await,
        why::FIELD_INVALID,
    );
    assert_eq!(wrong.fields, ["partnership.limited.grants[0].scope"]);
}
