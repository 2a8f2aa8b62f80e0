//! The end of a partnership: by either side, at once, with all that belongs to it and nothing else.

use grantor::v1;
use v1::{InvitationState, Role};

use super::agency::{Agency, CONTACT};
use super::at_once;
use crate::harness::{
    Actor, collaborator, external, full, products, refused, rights, to_member, why,
};

fn to(user: &str, right: &str, product: &str) -> v1::Grant {
    to_member("acme", user, rights(&[right]), products(&[product]))
}

async fn role(agency: &Agency, user: &str) -> Role {
    let member = agency.acme.ann.sees_member("acme", user).await;
    member.expect("the member").role()
}

async fn with_token(
    caller: &Actor,
    resource: &str,
    right: &str,
    token: &str,
) -> v1::CheckAccessResponse {
    let request = v1::CheckAccessRequest {
        subject: "users/pia".into(),
        resource: resource.to_owned(),
        right: right.to_owned(),
        consistency: crate::harness::at_least(token),
        ..Default::default()
    };
    let answer = caller.access().check_access(request).await;
    answer.expect("an answer").into_inner()
}

#[tokio::test]
async fn either_side_ends_it_but_nobody_else() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let (bob, ada) = (acme.bob().await, acme.ada().await);
    let eve = acme.world.organization("globex", "eve").await;
    let name = agency.begun_full().await;
    for member in [&bob, &ada] {
        refused(member.ends(&name).await, why::RIGHT_MISSING);
    }
    for other in [&agency.cleo, &eve] {
        refused(other.ends(&name).await, why::NOT_FOUND);
    }
    let operator = acme.world.operator().ends(&name).await;
    let refusal = operator.expect_err("refused");
    assert_eq!(refusal.code, tonic::Code::PermissionDenied, "{refusal:?}");
    agency.pia.ends(&name).await.expect("ended");
}

#[tokio::test]
async fn a_check_with_the_token_of_the_end_is_denied() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    for _ in 0..3 {
        let name = agency.begun_full().await;
        assert!(agency.pia.may("manage", &acme.drive).await);
        let ended = acme.ann.ends(&name).await.expect("ended");
        let token = ended.consistency_token;
        for (resource, right) in [
            (acme.drive.as_str(), "manage"),
            ("organizations/acme", "manage_users"),
        ] {
            let answer = with_token(&acme.world.operator(), resource, right, &token).await;
            assert_eq!(answer.decision(), v1::Decision::Denied, "{right}");
        }
    }
}

#[tokio::test]
async fn of_many_who_end_it_at_once_one_does() {
    let agency = Agency::new().await;
    let name = agency.begun_full().await;
    let sides = [agency.acme.ann.clone(), agency.pia.clone()];
    let tries = sides.into_iter().cycle().take(8).map(|side| {
        let name = name.clone();
        async move { side.ends(&name).await }
    });
    let (ended, rest): (Vec<_>, Vec<_>) = at_once(tries).await.into_iter().partition(Result::is_ok);
    assert_eq!(ended.len(), 1);
    for lost in rest {
        refused(lost, why::PARTNERSHIP_NOT_ACTIVE);
    }
}

#[tokio::test]
async fn what_has_ended_is_not_changed_any_more() {
    let agency = Agency::new().await;
    let name = agency.begun(agency.drive_only()).await;
    let ann = &agency.acme.ann;
    ann.ends(&name).await.expect("ended");
    let changed = ann.changes_mandate(&name, full(false)).await;
    refused(changed, why::PARTNERSHIP_NOT_ACTIVE);
    refused(
        ann.switches_wallet(&name, true).await,
        why::PARTNERSHIP_NOT_ACTIVE,
    );
    for answer in [
        ann.proposes_again(&name).await,
        agency.pia.accepts_proposal(&name).await,
    ] {
        refused(answer, why::INVITATION_NOT_OPEN);
    }
    // To whoever gives, only live ones are subjects.
    let to_it = v1::Grant {
        subject: name.clone(),
        rights: Some(rights(&["kdrive/use"])),
        scope: Some(products(&[&agency.acme.drive])),
        ..Default::default()
    };
    refused(ann.grants_access("acme", to_it).await, why::NOT_FOUND);
    assert!(!agency.pia.may("use", &agency.acme.drive).await);
}

#[tokio::test]
async fn open_invitations_of_the_staff_are_withdrawn_and_of_nobody_else() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    let name = agency.begun_full().await;
    let to_email = |email: &str| v1::Invitation {
        email: email.into(),
        ..collaborator()
    };
    let theirs = agency.pia.invites("acme", to_email("new@x.example")).await;
    let theirs = theirs.expect("invited");
    let token = acme.world.mailed_token("new@x.example").await;
    let own = acme.ann.invites("acme", to_email("own@x.example")).await;
    let own = own.expect("invited");
    acme.ann.ends(&name).await.expect("ended");
    let state = async |name: &str| {
        let seen = acme.ann.sees_invitation(name).await;
        seen.expect("the invitation").state()
    };
    assert_eq!(state(&theirs.name).await, InvitationState::Withdrawn);
    assert_eq!(state(&own.name).await, InvitationState::Open);
    let account = Some(v1::NewUser {
        user_id: "new".into(),
        given_name: "New".into(),
        ..Default::default()
    });
    let service = acme.world.operator();
    refused(
        service.accepts_by_link(&token, account).await,
        why::INVITATION_NOT_OPEN,
    );
}

#[tokio::test]
async fn what_the_staff_made_stays_and_is_listed() {
    let agency = Agency::new().await;
    let (acme, pia) = (&agency.acme, &agency.pia);
    acme.bob().await;
    let name = agency.begun_full().await;
    acme.world.member("acme", pia, "max", collaborator()).await;
    acme.world.member("acme", pia, "xaver", external()).await;
    pia.creates_team("acme", "web").await.expect("a team");
    let given = pia.grants_access("acme", to("bob", "kdrive/use", &acme.drive));
    let given = given.await.expect("given");
    acme.member("own", collaborator()).await;
    let ended = pia.ends(&name).await.expect("ended");
    let mut members = ended.made_members;
    members.sort();
    assert_eq!(
        members,
        [
            "organizations/acme/members/max",
            "organizations/acme/members/xaver"
        ]
    );
    assert_eq!(ended.made_teams, ["organizations/acme/teams/web"]);
    assert_eq!(ended.made_grants, [given.name]);
    assert_eq!(ended.removed_members, Vec::<String>::new());
    assert!(acme.world.acting("bob").may("use", &acme.drive).await);
    assert_eq!(role(&agency, "max").await, Role::Collaborator);
}

#[tokio::test]
async fn partner_members_go_only_where_the_client_asks_for_it() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    agency.external(&agency.cleo).await;
    acme.member("xena", external()).await;
    let held = acme
        .ann
        .grants_access("acme", to("cleo", "kdrive/use", &acme.drive))
        .await;
    held.expect("granted");
    let name = agency.begun(agency.drive_only()).await;
    refused(agency.pia.ends_and(&name, true).await, why::PARTNER_MAY_NOT);
    assert_eq!(role(&agency, "cleo").await, Role::Partner);
    let ended = acme.ann.ends_and(&name, true).await.expect("ended");
    assert_eq!(ended.removed_members, ["organizations/acme/members/cleo"]);
    assert!(!agency.cleo.may("use", &acme.drive).await);
    assert_eq!(role(&agency, "xena").await, Role::External);
}

#[tokio::test]
async fn the_partner_hears_of_the_end() {
    let agency = Agency::new().await;
    let name = agency.begun_full().await;
    agency.acme.ann.ends(&name).await.expect("ended");
    let world = &agency.acme.world;
    world.mailed_saying(CONTACT, "ended").await;
}

#[tokio::test]
async fn a_preview_of_the_end_says_who_loses_and_ends_nothing() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    agency.external(&agency.cleo).await;
    let name = agency.begun(agency.drive_only()).await;
    let before = agency.revision().await;
    let request = v1::TerminatePartnershipRequest {
        name,
        remove_partner_members: true,
        validate_only: true,
        ..Default::default()
    };
    let tried = acme.ann.partnerships().terminate_partnership(request).await;
    let tried = tried.expect("tried").into_inner();
    assert_eq!(tried.removed_members, ["organizations/acme/members/cleo"]);
    let effect = tried.effect.expect("an effect");
    let loses = |line: &v1::EffectLine| {
        (line.user.as_str(), line.right.as_str(), line.lost) == ("users/pia", "kdrive/manage", 1)
    };
    assert!(effect.lines.iter().any(loses), "{effect:?}");
    assert_eq!(agency.revision().await, before);
    assert!(agency.pia.may("manage", &acme.drive).await);
    assert_eq!(role(&agency, "cleo").await, Role::Partner);
}
