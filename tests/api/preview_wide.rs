//! Previews that reach beyond what is there: an invitation, the platform's settings, the catalog.

use grantor::v1;
use v1::accept_invitation_request::Invitation as By;

use crate::harness::{
    Actor, World, administrator, catalog_types, collaborator, external, products, rights, to_member,
};

struct Stage {
    world: World,
    ann: Actor,
    drive: String,
}

/// acme, which ann stands for, owns a drive.
async fn stage() -> Stage {
    let (world, ann) = World::acme().await;
    let operator = world.operator();
    let drive = operator.creates_product("acme", "drive", "kdrive").await;
    Stage {
        world,
        ann,
        drive: drive.expect("made"),
    }
}

/// Somebody who will be an external with a grant on the drive.
fn offered(stage: &Stage) -> v1::Invitation {
    v1::Invitation {
        email: "zoe@example.com".into(),
        grants: vec![v1::OfferedGrant {
            scope: Some(products(&[&stage.drive])),
            rights: Some(rights(&["kdrive/use"])),
            ..Default::default()
        }],
        ..external()
    }
}

/// Who would gain which right on how many products.
fn gained(effect: Option<v1::Effect>) -> Vec<(String, String, i64)> {
    let lines = effect.expect("an effect").lines;
    lines
        .into_iter()
        .map(|line| (line.user, line.right, line.gained))
        .collect()
}

async fn previews_acceptance(
    actor: &Actor,
    invitation: By,
    new_user: Option<v1::NewUser>,
) -> v1::AcceptInvitationResponse {
    let request = v1::AcceptInvitationRequest {
        invitation: Some(invitation),
        new_user,
        validate_only: true,
        ..Default::default()
    };
    let mut invitations = actor.invitations();
    let answer = invitations.accept_invitation(request).await;
    answer.expect("previewed").into_inner()
}

#[tokio::test]
async fn an_invitation_gives_nobody_anything_yet() {
    let stage = stage().await;
    let request = v1::CreateInvitationRequest {
        parent: "organizations/acme".into(),
        invitation: Some(offered(&stage)),
        validate_only: true,
        ..Default::default()
    };
    let mut invitations = stage.ann.invitations();
    let answer = invitations.create_invitation(request).await;
    let answer = answer.expect("previewed").into_inner();
    assert!(gained(answer.effect).is_empty());
    assert_eq!(answer.invitation.expect("as it would be").grants.len(), 1);
}

#[tokio::test]
async fn who_accepts_signed_in_sees_what_they_will_be_able_to_do() {
    let stage = stage().await;
    let zoe = stage.world.user("zoe").await;
    let open = stage.ann.invites("acme", offered(&stage)).await;
    let name = open.expect("invited").name;
    let answer = previews_acceptance(&zoe, By::Name(name), None).await;
    let line = |right: &str| ("users/zoe".to_owned(), right.to_owned(), 1);
    assert_eq!(
        gained(answer.effect),
        [line("kdrive/use"), line("organization/view")]
    );
    assert!(!zoe.may("use", &stage.drive).await, "it was a preview");
}

#[tokio::test]
async fn who_accepts_by_the_link_without_an_account_sees_it_too() {
    let stage = stage().await;
    stage
        .ann
        .invites("acme", offered(&stage))
        .await
        .expect("invited");
    let token = stage.world.mailed_token("zoe@example.com").await;
    let new_user = v1::NewUser {
        user_id: "zoe".into(),
        given_name: "Zoe".into(),
        ..Default::default()
    };
    let operator = stage.world.operator();
    let answer = previews_acceptance(&operator, By::Token(token), Some(new_user)).await;
    let line = |right: &str| ("users/zoe".to_owned(), right.to_owned(), 1);
    assert_eq!(
        gained(answer.effect),
        [line("kdrive/use"), line("organization/view")]
    );
    assert!(operator.sees_user("zoe").await.is_err(), "it was a preview");
}

#[tokio::test]
async fn settings_show_how_they_would_be_and_take_nothing_from_anybody() {
    let stage = stage().await;
    stage
        .world
        .member("acme", &stage.ann, "bob", administrator(&[]))
        .await;
    let settings = v1::PlatformSettings {
        name: "platform/settings".into(),
        default_administrator_limit: Some(0),
        languages: vec!["fr".into()],
        white_label: Some(false),
        ..Default::default()
    };
    let request = v1::UpdatePlatformSettingsRequest {
        settings: Some(settings),
        validate_only: true,
        ..Default::default()
    };
    let mut platform = stage.world.operator().platform();
    let answer = platform.update_platform_settings(request).await;
    let answer = answer.expect("previewed").into_inner();
    let shown = answer.settings.expect("as they would be");
    assert_eq!(shown.default_administrator_limit, Some(0));
    assert_eq!(shown.languages, ["fr"]);
    assert_eq!(shown.white_label, Some(false));
    assert_eq!(answer.effect, Some(v1::Effect::default()));

    let asked = v1::GetPlatformSettingsRequest {
        name: "platform/settings".into(),
    };
    let now = platform.get_platform_settings(asked).await.expect("seen");
    let now = now.into_inner().settings.expect("the settings");
    assert_eq!(now.default_administrator_limit, None);
}

#[tokio::test]
async fn a_catalog_shows_its_differences_and_from_how_many_people_it_takes() {
    let stage = stage().await;
    for id in ["bob", "carl"] {
        stage
            .world
            .member("acme", &stage.ann, id, collaborator())
            .await;
        let usage = to_member(
            "acme",
            id,
            rights(&["kdrive/use"]),
            products(&[&stage.drive]),
        );
        stage.ann.grants_access("acme", usage).await.expect("given");
    }
    let mut types = catalog_types();
    types.retain(|declared| declared.name == "productTypes/kdrive");
    types[0].rights.retain(|right| right.id != "use");
    let request = v1::ApplyCatalogRequest {
        product_types: types,
        allow_loss: true,
        validate_only: true,
        ..Default::default()
    };
    let mut catalog = stage.world.operator().catalog();
    let answer = catalog.apply_catalog(request).await;
    let answer = answer.expect("previewed").into_inner();
    // Ann stands for acme and has every right of its products; so she loses this one as well.
    assert_eq!(
        (answer.losing_user_count, answer.losing_organization_count),
        (3, 1)
    );
    assert_eq!((answer.gaining_user_count, answer.changes.len()), (0, 1));
    assert_eq!(answer.changes[0].kind(), v1::CatalogChangeKind::Removed);
    let bob = stage.world.acting("bob");
    assert!(bob.may("use", &stage.drive).await, "it was a preview");
}
