//! Nobody is shown more than is theirs to see: a partner's people, its mandate, what an account does not reach.

use grantor::v1;

use super::agency::{Agency, staff};
use crate::harness::{
    Actor, assignment, full, limited, offered, products, refused, rights, to_member, why,
};

/// Who would gain or lose what, as `user right`, and how many people gain and lose.
fn shown(effect: Option<v1::Effect>) -> (Vec<String>, i64, i64) {
    let effect = effect.expect("a preview has an effect");
    let lines = effect.lines.into_iter();
    let lines = lines.map(|line| format!("{} {}", line.user, line.right));
    let counts = (effect.gaining_user_count, effect.losing_user_count);
    (lines.collect(), counts.0, counts.1)
}

async fn tries_to_propose(
    agency: &Agency,
    access: v1::partnership::Access,
) -> (Vec<String>, i64, i64) {
    let request = v1::ProposePartnershipRequest {
        parent: "organizations/acme".into(),
        partnership: Some(v1::Partnership {
            partner: "partners/agency".into(),
            access: Some(access),
            ..Default::default()
        }),
        validate_only: true,
        ..Default::default()
    };
    let mut partnerships = agency.acme.ann.partnerships();
    let tried = partnerships.propose_partnership(request).await;
    shown(tried.expect("tried").into_inner().effect)
}

#[tokio::test]
async fn attack_a10_a_proposal_that_is_tried_names_none_of_a_strangers_people() {
    let agency = Agency::new().await;
    agency.colleague("sten", staff()).await;
    let (lines, gaining, losing) = tries_to_propose(&agency, full(true)).await;
    assert_eq!((lines, gaining, losing), (Vec::new(), 2, 0));
    let (lines, gaining, _) = tries_to_propose(&agency, agency.drive_only()).await;
    assert_eq!((lines, gaining), (Vec::new(), 2));
}

#[tokio::test]
async fn attack_a10_nor_which_member_is_one_of_a_strangers_staff() {
    let agency = Agency::new().await;
    let sten = agency.colleague("sten", staff()).await;
    agency.external(&sten).await;
    agency.external(&agency.cleo).await;
    let (lines, gaining, _) = tries_to_propose(&agency, full(true)).await;
    assert_eq!((lines, gaining), (Vec::new(), 2));
}

#[tokio::test]
async fn attack_a10_what_its_people_would_have_more_is_counted_and_what_they_lose_is_said() {
    let agency = Agency::new().await;
    let ann = &agency.acme.ann;
    agency.colleague("sten", staff()).await;
    let name = agency.begun_full().await;
    // Who of the agency may pay would show who of them has its money.
    let entrust = |entrusted| v1::SwitchWalletRequest {
        name: name.clone(),
        wallet_entrusted: Some(entrusted),
        validate_only: true,
        ..Default::default()
    };
    let tried = ann.partnerships().switch_wallet(entrust(true)).await;
    let (lines, gaining, _) = shown(tried.expect("tried").into_inner().effect);
    assert_eq!((lines, gaining), (Vec::new(), 1));
    ann.switches_wallet(&name, true).await.expect("entrusted");
    let tried = ann.partnerships().switch_wallet(entrust(false)).await;
    let (lines, _, losing) = shown(tried.expect("tried").into_inner().effect);
    assert_eq!(lines, ["users/pia organization/use_wallet"]);
    assert_eq!(losing, 1);

    let grants = vec![offered(
        rights(&["kdrive/use"]),
        products(&[&agency.acme.drive]),
    )];
    let narrowed = ann.changes_mandate(&name, limited(grants)).await;
    narrowed.expect("narrowed");
    let more = v1::CreateGrantRequest {
        parent: "organizations/acme".into(),
        grant: Some(v1::Grant {
            subject: name,
            rights: Some(rights(&["kdrive/manage"])),
            scope: Some(products(&[&agency.acme.drive])),
            ..Default::default()
        }),
        validate_only: true,
        ..Default::default()
    };
    let tried = ann.grants().create_grant(more).await;
    let (lines, gaining, _) = shown(tried.expect("tried").into_inner().effect);
    assert_eq!((lines, gaining), (Vec::new(), 2));
}

#[tokio::test]
async fn attack_a10_what_a_member_gets_of_their_own_is_said_of_a_partners_person_too() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    agency.external(&agency.cleo).await;
    let sten = agency.colleague("sten", staff()).await;
    agency.external(&sten).await;
    agency.begun(agency.drive_only()).await;
    for person in ["cleo", "sten"] {
        let request = v1::CreateGrantRequest {
            parent: "organizations/acme".into(),
            grant: Some(to_member(
                "acme",
                person,
                rights(&["domain/dns"]),
                products(&[&acme.site]),
            )),
            validate_only: true,
            ..Default::default()
        };
        let tried = acme.ann.grants().create_grant(request).await;
        let (lines, gaining, _) = shown(tried.expect("tried").into_inner().effect);
        assert_eq!(lines, [format!("users/{person} domain/dns")]);
        assert_eq!(gaining, 1);
    }
}

/// Whose grants end by then.
async fn sees_ending(actor: &Actor, until: prost_types::Timestamp) -> Vec<String> {
    let request = v1::ListExpiringGrantsRequest {
        parent: "organizations/acme".into(),
        until_time: Some(until),
        ..Default::default()
    };
    let listed = actor.grants().list_expiring_grants(request).await;
    let grants = listed.expect("listed").into_inner().grants.into_iter();
    grants.map(|grant| grant.subject).collect()
}

#[tokio::test]
async fn attack_a10_a_mandate_that_ends_is_listed_to_who_manages_partners() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let una = acme.una().await;
    acme.bob().await;
    let (soon, year) = (acme.world.later(3600), acme.world.later(86_400));
    let ending = |grant: v1::OfferedGrant| v1::OfferedGrant {
        expire_time: Some(soon),
        ..grant
    };
    let mandate = offered(rights(&["kdrive/manage"]), products(&[&acme.drive]));
    let name = agency.begun(limited(vec![ending(mandate)])).await;
    let own = v1::Grant {
        expire_time: Some(soon),
        ..to_member(
            "acme",
            "bob",
            rights(&["kdrive/use"]),
            products(&[&acme.drive]),
        )
    };
    acme.ann.grants_access("acme", own).await.expect("given");
    let bob = "organizations/acme/members/bob".to_owned();
    assert_eq!(sees_ending(&una, year).await, [bob.as_str()]);
    let listed = una.sees_grants("acme").await.expect("listed");
    assert_eq!(listed.len(), 1);
    let mut all = sees_ending(&acme.ann, year).await;
    all.sort();
    assert_eq!(all, [bob.clone(), name.clone()]);
    let reader = acme.world.service("reader", &["read@acme"]).await;
    let mut all = sees_ending(&reader, year).await;
    all.sort();
    assert_eq!(all, [bob, name]);
}

#[tokio::test]
async fn attack_a10_a_filter_does_not_tell_which_partnerships_there_are() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let una = acme.una().await;
    let held_by = |subject: &str| v1::ListGrantsRequest {
        parent: "organizations/acme".into(),
        subject: subject.into(),
        ..Default::default()
    };
    let live = agency.begun(agency.drive_only()).await;
    let none = "organizations/acme/partnerships/none";
    for subject in [live.as_str(), none] {
        let listed = una.grants().list_grants(held_by(subject)).await;
        assert_eq!(listed.expect(subject).into_inner().grants, []);
    }
    let listed = acme.ann.grants().list_grants(held_by(none)).await;
    refused(listed.map_err(Into::into), why::NOT_FOUND);
}

#[tokio::test]
async fn attack_a10_a_mandate_that_goes_along_is_shown_to_who_reads_it_here() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    agency.begun(agency.drive_only()).await;
    let try_to_delete = async |actor: &Actor| {
        let request = v1::DeleteProductRequest {
            name: acme.drive.clone(),
            validate_only: true,
            ..Default::default()
        };
        let tried = actor.products().delete_product(request).await;
        let tried = tried.expect("tried").into_inner();
        let (lines, _, losing) = shown(tried.effect);
        (tried.removed_grants.len(), lines.is_empty(), losing)
    };
    let world = &acme.world;
    // Reading elsewhere is not reading here.
    let elsewhere = world
        .service("elsewhere", &["products.write", "read@agency"])
        .await;
    let here = world
        .service("here", &["products.write", "read@acme"])
        .await;
    let deaf = world.service("deaf", &["products.write"]).await;
    // Ann and pia lose what they have on it.
    assert_eq!(try_to_delete(&elsewhere).await, (0, true, 2));
    assert_eq!(try_to_delete(&deaf).await, (0, true, 2));
    assert_eq!(try_to_delete(&here).await, (1, false, 2));
    assert_eq!(try_to_delete(&world.operator()).await, (1, false, 2));
    let gone = elsewhere.deletes_product(&acme.drive).await;
    assert!(gone.expect("deleted").removed_grants.is_empty());
}

#[tokio::test]
async fn attack_a10_a_partners_own_mandate_is_not_read_to_it_as_it_ends() {
    let agency = Agency::new().await;
    let name = agency.begun(agency.drive_only()).await;
    let ended = agency.pia.ends(&name).await.expect("ended");
    assert!(ended.removed_grants.is_empty(), "{ended:?}");
    let name = agency.begun(agency.drive_only()).await;
    let ended = agency.acme.ann.ends(&name).await.expect("ended");
    assert_eq!(ended.removed_grants.len(), 1);
}

#[tokio::test]
async fn attack_a10_a_service_is_told_nothing_of_clients_that_it_does_not_reach() {
    let agency = Agency::new().await;
    let world = &agency.acme.world;
    agency.begun_full().await;
    let assigns = async |actor: &Actor| {
        let request = v1::CreateClientAssignmentRequest {
            parent: "organizations/agency".into(),
            client_assignment: Some(assignment(
                "acme",
                "organizations/agency/members/cleo",
                &["view"],
            )),
            validate_only: true,
            ..Default::default()
        };
        let tried = actor.partners().create_client_assignment(request).await;
        shown(tried.expect("tried").into_inner().effect)
    };
    let narrow = world.service("narrow", &["act.for.users@agency"]).await;
    let (lines, gaining, _) = assigns(&narrow.speaking_for("pia")).await;
    assert_eq!((lines, gaining), (Vec::new(), 1));
    let wide = ["act.for.users@acme,agency"];
    let wide = world.service("wide", &wide).await;
    let (lines, gaining, _) = assigns(&wide.speaking_for("pia")).await;
    assert!(lines.contains(&"users/cleo organization/view".to_owned()));
    assert_eq!(gaining, 1);
}

#[tokio::test]
async fn attack_a10_what_an_account_loses_is_told_of_where_the_service_reads() {
    let agency = Agency::new().await;
    let world = &agency.acme.world;
    agency.begun_full().await;
    let stops = async |actor: &Actor| {
        let request = v1::DeactivateUserRequest {
            name: "users/pia".into(),
            validate_only: true,
            ..Default::default()
        };
        let tried = actor.users().deactivate_user(request).await;
        let effect = tried.expect("tried").into_inner().effect;
        let effect = effect.expect("an effect");
        let views = effect.lines.iter();
        let views = views.filter(|line| line.right == "organization/view");
        (
            views.map(|line| line.lost).sum::<i64>(),
            effect.losing_user_count,
        )
    };
    let nowhere = world.service("nowhere", &["users.write"]).await;
    assert_eq!(stops(&nowhere).await, (0, 1));
    let acme_only = ["users.write", "read@acme"];
    let acme_only = world.service("acme-only", &acme_only).await;
    assert_eq!(stops(&acme_only).await, (1, 1));
    let reads = world.service("reads", &["users.write", "read"]).await;
    let everywhere = stops(&world.operator()).await;
    assert!(everywhere.0 > 1, "{everywhere:?}");
    assert_eq!(stops(&reads).await, everywhere);
}

#[tokio::test]
async fn attack_a10_a_batch_asks_about_others_by_no_path_out_of_reach() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    acme.bob().await;
    agency.external(&agency.pia).await;
    agency.begun_full().await;
    let drive = acme.drive.as_str();
    let asks = async |actor: &Actor| {
        let asked = [("pia", "use", drive), ("bob", "use", drive)];
        let answered = actor.asks_at_once(&asked).await.expect("answered");
        let results = answered.into_iter();
        let is_answer = |result: v1::AccessResult| {
            matches!(result.result, Some(v1::access_result::Result::Answer(_)))
        };
        results.map(is_answer).collect::<Vec<_>>()
    };
    let panel = acme.world.service("panel", &["act.for.users@acme"]).await;
    let pia = panel.speaking_for("pia");
    refused(pia.asks("bob", "use", drive).await, why::RIGHT_MISSING);
    assert_eq!(asks(&pia).await, [true, false]);
    assert_eq!(asks(&agency.pia).await, [true, true]);
}
