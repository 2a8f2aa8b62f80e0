//! Rule 13: an organization has only so many grants, by whichever way they come; it keeps what it has and may have less.

use grantor::v1;

use super::Acme;
use super::agency::Agency;
use crate::harness::{
    Answer, Refused, collaborator, creation, every_right, kdrive_use, limited, offered, own,
    products, refused, rights, to_member, why,
};

fn grants(number: i32) -> v1::Quotas {
    v1::Quotas {
        grants: Some(number),
        ..Default::default()
    }
}

/// bob has three grants, and the organization may have as many.
async fn with_three_of_three() -> (Acme, Vec<String>) {
    let acme = Acme::new().await;
    acme.bob().await;
    let mut given = Vec::new();
    for right in ["kdrive/use", "kdrive/manage", "domain/dns"] {
        let on = if right == "domain/dns" {
            &acme.site
        } else {
            &acme.drive
        };
        let grant = acme.gives("bob", rights(&[right]), products(&[on])).await;
        given.push(grant.name);
    }
    limits(&acme, grants(3)).await;
    (acme, given)
}

async fn limits(acme: &Acme, quotas: v1::Quotas) {
    let operator = acme.world.operator();
    let set = operator.sets_quotas("acme", quotas, &[]).await;
    set.expect("set");
}

fn one_more(acme: &Acme) -> v1::Grant {
    let use_archive = (rights(&["kdrive/use"]), products(&[&acme.archive]));
    to_member("acme", "bob", use_archive.0, use_archive.1)
}

/// Refused with how much there is and how much may be.
fn has_of<T: std::fmt::Debug>(answer: Answer<T>, usage: u32, limit: u32) -> Refused {
    let refusal = refused(answer, why::QUOTA_EXCEEDED);
    let told = ["quota", "usage", "limit"].map(|key| refusal.metadata[key].as_str());
    let (usage, limit) = (usage.to_string(), limit.to_string());
    assert_eq!(told, ["grants", &usage, &limit], "{refusal:?}");
    let words = format!("organizations/acme has {usage} grants and may have {limit}");
    assert!(refusal.message.contains(&words), "{refusal:?}");
    assert_eq!(refusal.quotas, ["organizations/acme"]);
    assert!(!refusal.retries, "asking again does not help");
    refusal
}

#[tokio::test]
async fn attack_c1_one_grant_more_than_may_be_comes_by_no_call() {
    let (acme, _) = with_three_of_three().await;
    let ann = &acme.ann;
    has_of(ann.grants_access("acme", one_more(&acme)).await, 3, 3);
    has_of(
        ann.grants_at_once("acme", vec![one_more(&acme)]).await,
        3,
        3,
    );
    let both = own(&[
        (&acme.drive, rights(&["kdrive/use"])),
        (&acme.archive, rights(&["kdrive/manage"])),
    ]);
    acme.member("cleo", collaborator()).await;
    has_of(ann.saves_access("acme", "cleo", "kdrive", both).await, 3, 3);
    let full = ann.grants_full_access("acme", "cleo").await;
    has_of(full, 3, 3);
    // Nothing of any of it was done.
    assert_eq!(ann.sees_grants("acme").await.expect("grants").len(), 3);
}

#[tokio::test]
async fn attack_c1_a_batch_that_fits_in_part_is_refused_as_a_whole() {
    let (acme, given) = with_three_of_three().await;
    acme.ann.deletes_grant(&given[0]).await.expect("deleted");
    let two = vec![one_more(&acme), one_more(&acme)];
    let refusal = has_of(acme.ann.grants_at_once("acme", two).await, 2, 3);
    assert!(
        refusal.message.contains("this would make it 4"),
        "{refusal:?}"
    );
    assert_eq!(acme.ann.sees_grants("acme").await.expect("grants").len(), 2);
    let one = vec![one_more(&acme)];
    acme.ann.grants_at_once("acme", one).await.expect("given");
}

#[tokio::test]
async fn attack_c1_an_invitation_is_asked_when_it_is_sent_and_again_when_it_is_accepted() {
    let (acme, given) = with_three_of_three().await;
    let zoe = acme.world.user("zoe").await;
    let invitation = || v1::Invitation {
        email: "zoe@example.com".into(),
        grants: vec![kdrive_use(&acme.drive)],
        ..collaborator()
    };
    has_of(acme.ann.invites("acme", invitation()).await, 3, 3);
    acme.ann.deletes_grant(&given[0]).await.expect("deleted");
    let sent = acme.ann.invites("acme", invitation()).await.expect("sent");
    acme.ann
        .grants_access("acme", one_more(&acme))
        .await
        .expect("given");
    has_of(zoe.accepts(&sent.name).await, 3, 3);
    let open = acme.ann.sees_invitation(&sent.name).await.expect("there");
    assert_eq!(open.state(), v1::InvitationState::Open);
    acme.ann.deletes_grant(&given[1]).await.expect("deleted");
    zoe.accepts(&sent.name).await.expect("accepted");
    assert!(zoe.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn attack_c1_a_change_request_is_asked_when_it_is_applied_and_stays_open() {
    let (acme, _) = with_three_of_three().await;
    let operator = acme.world.operator();
    let change = v1::MemberChange {
        add_grants: vec![kdrive_use(&acme.archive)],
        ..Default::default()
    };
    let change = acme
        .ann
        .asks_to_change("acme", "bob", change)
        .await
        .expect("opened");
    let made = v1::UserCreation {
        grants: vec![kdrive_use(&acme.drive)],
        ..creation("new")
    };
    let made = acme.ann.asks_for_user("acme", made).await.expect("opened");
    for request in [&change, &made] {
        has_of(operator.applies(&request.name).await, 3, 3);
        let still = acme.ann.sees_request(&request.name).await.expect("there");
        assert_eq!(still.state(), v1::ChangeRequestState::Open);
    }
    limits(&acme, grants(5)).await;
    for request in [&change, &made] {
        operator.applies(&request.name).await.expect("applied");
    }
}

#[tokio::test]
async fn attack_c1_a_mandate_is_asked_when_it_is_proposed_accepted_and_changed() {
    let agency = Agency::new().await;
    let (acme, ann) = (&agency.acme, &agency.acme.ann);
    acme.bob().await;
    limits(acme, grants(1)).await;
    let proposal = agency.proposed(agency.drive_only()).await;
    ann.grants_access("acme", one_more(acme))
        .await
        .expect("given");
    has_of(agency.pia.accepts_proposal(&proposal).await, 1, 1);
    limits(acme, grants(2)).await;
    agency
        .pia
        .accepts_proposal(&proposal)
        .await
        .expect("accepted");
    let wider = limited(vec![
        offered(rights(&["kdrive/manage"]), products(&[&acme.drive])),
        offered(every_right(), products(&[&acme.site])),
    ]);
    has_of(ann.changes_mandate(&proposal, wider).await, 2, 2);
    acme.world.partner("rival", "rob").await;
    let second = ann.proposes("acme", "rival", agency.drive_only()).await;
    has_of(second, 2, 2);
    // Ending is never refused, and makes room.
    ann.ends(&proposal).await.expect("ended");
    let second = ann.proposes("acme", "rival", agency.drive_only()).await;
    second.expect("proposed");
}

#[tokio::test]
async fn attack_c1_who_has_more_than_may_be_keeps_it_and_may_have_less() {
    let (acme, given) = with_three_of_three().await;
    let ann = &acme.ann;
    limits(&acme, grants(1)).await;
    assert_eq!(ann.sees_grants("acme").await.expect("grants").len(), 3);
    assert!(
        acme.world
            .acting("bob")
            .may("kdrive/use", &acme.drive)
            .await
    );
    has_of(ann.grants_access("acme", one_more(&acme)).await, 3, 1);
    // Changing what there is makes no more of it.
    let ended = v1::Grant {
        name: given[0].clone(),
        expire_time: Some(acme.world.later(60)),
        ..Default::default()
    };
    ann.updates_grant(ended, &["expire_time"])
        .await
        .expect("shortened");
    let one = own(&[(&acme.archive, rights(&["kdrive/use"]))]);
    ann.saves_access("acme", "bob", "kdrive", one)
        .await
        .expect("fewer, though still too many");
    has_of(ann.grants_access("acme", one_more(&acme)).await, 2, 1);
    ann.deletes_grant(&given[2]).await.expect("deleted");
    ann.deactivates_member("acme", "bob")
        .await
        .expect("shut out");
    ann.removes_member("acme", "bob").await.expect("removed");
    let operator = acme.world.operator();
    operator
        .appoints("acme", "ann")
        .await
        .expect("nobody is refused an appointment");
}

#[tokio::test]
async fn attack_c1_a_quota_is_raised_for_one_organization_and_for_no_other() {
    let (acme, _) = with_three_of_three().await;
    let operator = acme.world.operator();
    let bea = acme.world.organization("beta", "bea").await;
    let shed = operator
        .creates_product("beta", "shed", "kdrive")
        .await
        .expect("a product");
    acme.world.member("beta", &bea, "ben", collaborator()).await;
    let settings = v1::PlatformSettings {
        quotas: Some(grants(1)),
        ..Default::default()
    };
    let set = operator
        .sets(settings, &["quotas.grants"])
        .await
        .expect("set");
    let set = set.quotas.expect("all of them");
    assert_eq!((set.grants, set.teams), (Some(1), Some(5000)));
    let of_beta = || to_member("beta", "ben", rights(&["kdrive/use"]), products(&[&shed]));
    bea.grants_access("beta", of_beta())
        .await
        .expect("the only one");
    refused(
        bea.grants_access("beta", of_beta()).await,
        why::QUOTA_EXCEEDED,
    );
    // The organization's own number goes first, until it is taken back.
    limits(&acme, grants(4)).await;
    let shown = acme.ann.sees_organization("acme").await.expect("acme");
    assert_eq!(shown.quotas, Some(grants(4)));
    let given = acme
        .ann
        .grants_access("acme", one_more(&acme))
        .await
        .expect("given");
    refused(
        bea.grants_access("beta", of_beta()).await,
        why::QUOTA_EXCEEDED,
    );
    acme.ann.deletes_grant(&given.name).await.expect("deleted");
    let reset = operator
        .sets_quotas("acme", v1::Quotas::default(), &["grants"])
        .await;
    assert_eq!(reset.expect("reset").quotas, None);
    has_of(acme.ann.grants_access("acme", one_more(&acme)).await, 3, 1);
    refused(
        acme.ann.sets_quotas("acme", grants(9), &[]).await,
        why::OPERATOR_REQUIRED,
    );
}

#[tokio::test]
async fn attack_c1_a_preview_refuses_as_the_call_would() {
    let (acme, _) = with_three_of_three().await;
    let request = v1::CreateGrantRequest {
        parent: "organizations/acme".into(),
        grant: Some(one_more(&acme)),
        validate_only: true,
        ..Default::default()
    };
    let answer = acme.ann.grants().create_grant(request).await;
    has_of(answer.map_err(Refused::from), 3, 3);
}

#[tokio::test]
async fn attack_c1_grants_of_managed_types_have_a_quota_of_their_own() {
    let (acme, _) = with_three_of_three().await;
    let owner = acme
        .world
        .service("back-office", &["type.contacts.write"])
        .await;
    let read = || {
        to_member(
            "acme",
            "bob",
            rights(&["contacts/read"]),
            products(&[&acme.book]),
        )
    };
    let first = owner.grants_access("acme", read()).await.expect("given");
    let one = v1::Quotas {
        managed_grants: Some(1),
        ..Default::default()
    };
    limits(&acme, one).await;
    let second = refused(
        owner.grants_access("acme", read()).await,
        why::QUOTA_EXCEEDED,
    );
    assert_eq!(second.metadata["quota"], "managed_grants");
    owner.deletes_grant(&first.name).await.expect("deleted");
    owner.grants_access("acme", read()).await.expect("given");
}
