//! Rule 1, nobody gives what they do not hold: the ways around it that are not called a grant.

use grantor::v1;
use v1::{Area, Role};

use super::Acme;
use crate::harness::{
    administrator, collaborator, external, own, own_and_future, products, refused, rights, tag,
    technician, to_team, why,
};

fn offered(rights: v1::Rights, scope: v1::Scope) -> v1::OfferedGrant {
    v1::OfferedGrant {
        rights: Some(rights),
        scope: Some(scope),
        ..Default::default()
    }
}

fn invited(email: &str, invitation: v1::Invitation) -> v1::Invitation {
    v1::Invitation {
        email: email.to_owned(),
        ..invitation
    }
}

#[tokio::test]
async fn a_place_in_a_team_is_all_that_the_team_holds() {
    let acme = Acme::new().await;
    let (una, tim, bob) = (acme.una().await, acme.tim().await, acme.bob().await);
    acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    refused(
        una.adds_to_team("acme", "writers", &["bob"]).await,
        why::GIVES_MORE_THAN_HELD,
    );
    assert!(!bob.may("kdrive/use", &acme.drive).await);
    tim.adds_to_team("acme", "writers", &["bob"])
        .await
        .expect("in the team");
    assert!(bob.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn one_grant_of_the_team_that_is_beyond_the_giver_closes_it_to_them() {
    let acme = Acme::new().await;
    let tim = acme.tim().await;
    acme.bob().await;
    acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    let beyond = to_team(
        "acme",
        "writers",
        rights(&["kdrive/use"]),
        products(&[&acme.archive]),
    );
    acme.ann.grants_access("acme", beyond).await.expect("given");
    refused(
        tim.adds_to_team("acme", "writers", &["bob"]).await,
        why::GIVES_MORE_THAN_HELD,
    );
}

#[tokio::test]
async fn a_grant_of_the_team_that_starts_later_counts_and_one_that_is_over_does_not() {
    let acme = Acme::new().await;
    let una = acme.una().await;
    acme.bob().await;
    acme.ann
        .creates_team("acme", "writers")
        .await
        .expect("a team");
    let hour = v1::Grant {
        start_time: Some(acme.world.later(3600)),
        expire_time: Some(acme.world.later(7200)),
        ..to_team(
            "acme",
            "writers",
            rights(&["kdrive/use"]),
            products(&[&acme.drive]),
        )
    };
    acme.ann.grants_access("acme", hour).await.expect("given");
    refused(
        una.adds_to_team("acme", "writers", &["bob"]).await,
        why::GIVES_MORE_THAN_HELD,
    );
    acme.world.passes(std::time::Duration::from_secs(7200));
    una.adds_to_team("acme", "writers", &["bob"])
        .await
        .expect("the team holds nothing any more");
}

#[tokio::test]
async fn a_team_that_holds_nothing_is_open_and_giving_to_it_is_giving() {
    let acme = Acme::new().await;
    let (una, _) = (acme.una().await, acme.bob().await);
    una.creates_team("acme", "writers").await.expect("a team");
    una.adds_to_team("acme", "writers", &["bob"])
        .await
        .expect("an empty team");
    let grant = to_team(
        "acme",
        "writers",
        rights(&["kdrive/use"]),
        products(&[&acme.drive]),
    );
    refused(
        una.grants_access("acme", grant).await,
        why::GIVES_MORE_THAN_HELD,
    );
}

#[tokio::test]
async fn nobody_puts_themselves_into_a_team() {
    let acme = Acme::new().await;
    let tim = acme.tim().await;
    acme.bob().await;
    acme.team("writers", rights(&["kdrive/use"]), products(&[&acme.drive]))
        .await;
    refused(
        tim.adds_to_team("acme", "writers", &["bob", "tim"]).await,
        why::UPPER_ROLE_HOLDS_NO_GRANTS,
    );
    assert!(
        acme.ann
            .sees_team("acme", "writers")
            .await
            .expect("the team")
            .members
            .is_empty()
    );
}

#[tokio::test]
async fn a_tag_gives_what_hangs_on_it_and_is_put_on_products_in_scope_only() {
    let acme = Acme::new().await;
    let (tim, bob) = (acme.tim().await, acme.bob().await);
    acme.gives("bob", rights(&["kdrive/use"]), tag("x")).await;
    refused(tim.tags(&acme.archive, &["x"]).await, why::RIGHT_MISSING);
    assert!(!bob.may("kdrive/use", &acme.archive).await);
    tim.tags(&acme.drive, &["x"]).await.expect("tagged");
    assert!(bob.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn nobody_widens_their_own_area_by_its_tag() {
    let acme = Acme::new().await;
    acme.ann.tags(&acme.drive, &["x"]).await.expect("tagged");
    let tim = acme.technician("tim", tag("x")).await;
    refused(tim.tags(&acme.archive, &["x"]).await, why::RIGHT_MISSING);
    assert!(!tim.may("kdrive/use", &acme.archive).await);
}

#[tokio::test]
async fn nobody_widens_their_own_area_by_its_group_nor_hides_a_product_among_others() {
    let acme = Acme::new().await;
    let website = acme
        .ann
        .creates_group("acme", "website")
        .await
        .expect("a group");
    acme.ann
        .adds_to_group(&website, &[&acme.drive])
        .await
        .expect("grouped");
    let gil = acme
        .technician("gil", crate::harness::group(&website))
        .await;
    let other = gil.creates_group("acme", "other").await.expect("a group");
    refused(
        gil.adds_to_group(&website, &[&acme.archive]).await,
        why::RIGHT_MISSING,
    );
    refused(
        gil.adds_to_group(&other, &[&acme.drive, &acme.archive])
            .await,
        why::RIGHT_MISSING,
    );
    let none = gil
        .adds_to_group(&other, &[&acme.drive])
        .await
        .expect("grouped");
    assert_eq!(none.product_count, 1);
    assert!(!gil.may("kdrive/use", &acme.archive).await);
}

#[tokio::test]
async fn a_narrowed_administrator_untags_and_renames_products_in_scope_only() {
    let acme = Acme::new().await;
    let tim = acme.tim().await;
    acme.ann.tags(&acme.archive, &["x"]).await.expect("tagged");
    refused(tim.untags(&acme.archive, &["x"]).await, why::RIGHT_MISSING);
    refused(
        tim.renames_product(&acme.archive, "Mine").await,
        why::RIGHT_MISSING,
    );
    tim.renames_product(&acme.drive, "Mine")
        .await
        .expect("renamed");
}

#[tokio::test]
async fn user_rights_alone_labels_nothing() {
    let acme = Acme::new().await;
    let una = acme.una().await;
    let website = acme
        .ann
        .creates_group("acme", "website")
        .await
        .expect("a group");
    refused(una.tags(&acme.drive, &["x"]).await, why::RIGHT_MISSING);
    refused(
        una.adds_to_group(&website, &[&acme.drive]).await,
        why::RIGHT_MISSING,
    );
    refused(una.creates_group("acme", "mine").await, why::RIGHT_MISSING);
}

#[tokio::test]
async fn an_invitation_offers_only_what_its_sender_could_give() {
    let acme = Acme::new().await;
    let tim = acme.tim().await;
    acme.team(
        "readers",
        rights(&["kdrive/use"]),
        products(&[&acme.archive]),
    )
    .await;
    let grants = vec![offered(rights(&["kdrive/use"]), products(&[&acme.archive]))];
    let with_grant = invited(
        "new@example.com",
        v1::Invitation {
            grants,
            ..collaborator()
        },
    );
    refused(
        tim.invites("acme", with_grant).await,
        why::GIVES_MORE_THAN_HELD,
    );
    let teams = vec!["organizations/acme/teams/readers".to_owned()];
    let with_team = invited(
        "new@example.com",
        v1::Invitation {
            teams,
            ..collaborator()
        },
    );
    refused(
        tim.invites("acme", with_team).await,
        why::GIVES_MORE_THAN_HELD,
    );
    let grants = vec![offered(rights(&["kdrive/use"]), products(&[&acme.drive]))];
    let within = invited(
        "new@example.com",
        v1::Invitation {
            grants,
            ..collaborator()
        },
    );
    tim.invites("acme", within).await.expect("invited");
}

#[tokio::test]
async fn an_invitation_hands_out_only_areas_that_its_sender_has() {
    let acme = Acme::new().await;
    let tim = acme.tim().await;
    for beyond in [
        administrator(&[Area::Financial]),
        administrator(&[Area::Technical]),
        technician(products(&[&acme.archive]), &[]),
    ] {
        refused(
            tim.invites("acme", invited("new@example.com", beyond))
                .await,
            why::GIVES_MORE_THAN_HELD,
        );
    }
    let within = technician(products(&[&acme.drive]), &[Area::UserRights]);
    tim.invites("acme", invited("new@example.com", within))
        .await
        .expect("invited");
}

#[tokio::test]
async fn an_upper_role_is_invited_without_grants_and_teams() {
    let acme = Acme::new().await;
    let grants = vec![offered(rights(&["kdrive/use"]), products(&[&acme.drive]))];
    let invitation = invited(
        "new@example.com",
        v1::Invitation {
            grants,
            ..administrator(&[])
        },
    );
    refused(
        acme.ann.invites("acme", invitation).await,
        why::UPPER_ROLE_HOLDS_NO_GRANTS,
    );
}

#[tokio::test]
async fn making_an_external_a_collaborator_gives_no_product_right() {
    let acme = Acme::new().await;
    let una = acme.una().await;
    let eve = acme.member("eve", external()).await;
    una.changes_role("acme", "eve", Role::Collaborator)
        .await
        .expect("changed");
    assert!(eve.may("share_directory", "organizations/acme").await);
    assert!(!eve.may("kdrive/use", &acme.drive).await);
}

#[tokio::test]
async fn saving_access_by_type_gives_only_what_is_held() {
    let acme = Acme::new().await;
    let (tim, bob) = (acme.tim().await, acme.bob().await);
    for beyond in [
        own(&[(&acme.archive, rights(&["kdrive/use"]))]),
        own_and_future(&[], rights(&["kdrive/use"])),
        v1::OwnTypeAccess {
            type_rights: Some(rights(&["kdrive/use"])),
            ..own(&[])
        },
    ] {
        refused(
            tim.saves_access("acme", "bob", "kdrive", beyond).await,
            why::GIVES_MORE_THAN_HELD,
        );
    }
    let within = own(&[(&acme.drive, rights(&["kdrive/use"]))]);
    tim.saves_access("acme", "bob", "kdrive", within)
        .await
        .expect("saved");
    assert!(bob.may("kdrive/use", &acme.drive).await);
}
