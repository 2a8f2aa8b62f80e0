//! Rule 13: an organization has only so many grants, by whichever way they come; it keeps what it has and may have less.

use grantor::v1;

use super::Acme;
use crate::harness::{
    Answer, Refused, collaborator, own, products, refused, rights, to_member, why,
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
