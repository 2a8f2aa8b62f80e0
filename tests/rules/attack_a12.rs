//! What stopping or erasing an account would do is said before, wherever the person has anything.

use grantor::v1;

use super::agency::Agency;
use crate::harness::{products, rights};

/// Who loses what, as `user right count`.
fn lost(effect: Option<v1::Effect>) -> Vec<String> {
    let effect = effect.expect("a preview has an effect");
    let lines = effect.lines.into_iter();
    lines
        .map(|line| format!("{} {} {}", line.user, line.right, line.lost))
        .collect()
}

#[tokio::test]
async fn attack_a12_a_preview_of_stopping_or_erasing_an_account_is_exact() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    acme.bob().await;
    let both = products(&[&acme.drive, &acme.archive]);
    acme.gives("bob", rights(&["kdrive/use"]), both).await;
    let mut users = acme.world.operator().users();
    let stopped = v1::DeactivateUserRequest {
        name: "users/bob".into(),
        validate_only: true,
        ..Default::default()
    };
    let stopped = users.deactivate_user(stopped).await.expect("foreseen");
    let erased = v1::EraseUserRequest {
        name: "users/bob".into(),
        validate_only: true,
        ..Default::default()
    };
    let erased = users.erase_user(erased).await.expect("foreseen");
    for lost in [
        lost(stopped.into_inner().effect),
        lost(erased.into_inner().effect),
    ] {
        assert!(
            lost.contains(&"users/bob kdrive/use 2".to_owned()),
            "{lost:?}"
        );
        assert!(lost.iter().all(|line| line.starts_with("users/bob ")));
    }
    assert!(acme.world.acting("bob").may("use", &acme.drive).await);
}

#[tokio::test]
async fn attack_a12_it_tells_what_staff_lose_at_clients() {
    let agency = Agency::new().await;
    agency.begun(agency.drive_only()).await;
    let mut users = agency.acme.world.operator().users();
    let request = v1::DeactivateUserRequest {
        name: "users/pia".into(),
        validate_only: true,
        ..Default::default()
    };
    let foreseen = users.deactivate_user(request).await.expect("foreseen");
    let lost = lost(foreseen.into_inner().effect);
    let manages = "users/pia kdrive/manage 1".to_owned();
    assert!(lost.contains(&manages), "{lost:?}");
    // At the agency, at the client, and in the organization of her own: one line.
    let view = "users/pia organization/view 3".to_owned();
    assert!(lost.contains(&view), "{lost:?}");
}
