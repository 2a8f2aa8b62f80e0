//! Invitations and change requests of the frozen world, of each kind and state, and the platform itself.

use grantor::v1;
use v1::change_request::Change;
use v1::{Area, Role};

use super::cast::{Cast, days};
use super::people::{DAY, product};
use crate::harness::{
    all, collaborator, creation, deactivation, external, kdrive_use, legal_representative, offered,
    products, reactivation, rights, tag, technician,
};

fn to(email: &str, invitation: v1::Invitation) -> v1::Invitation {
    v1::Invitation {
        email: format!("{email}@example.com"),
        ..invitation
    }
}

pub(super) async fn invitations(cast: &Cast<'_>) {
    let ann = cast.of("ann");
    let with_all = v1::Invitation {
        grants: vec![
            offered(rights(&["kdrive/use"]), tag("blue")),
            offered(rights(&["domain/dns"]), all()),
        ],
        teams: vec!["organizations/acme/teams/readers".into()],
        panel: v1::Panel::WhiteLabel.into(),
        locale: "fr".into(),
        ..to("open", collaborator())
    };
    let open = ann.invites("acme", with_all).await.expect("invited");
    ann.resends(&open.name).await.expect("sent again");
    let narrowed = technician(products(&[&product("drive")]), &[Area::UserRights]);
    ann.invites("acme", to("open-technician", narrowed))
        .await
        .expect("invited");
    let withdrawn = ann
        .invites("acme", to("withdrawn", external()))
        .await
        .expect("invited");
    ann.withdraws(&withdrawn.name).await.expect("withdrawn");
    let refusing = cast.world.user("refusing").await;
    let refused = ann
        .invites("acme", to("refusing", legal_representative()))
        .await
        .expect("invited");
    refusing.refuses(&refused.name).await.expect("refused");
    let by_link = ann.invites("acme", to("by-link", collaborator())).await;
    by_link.expect("invited");
    let token = cast.world.mailed_token("by-link@example.com").await;
    let person = v1::NewUser {
        given_name: "Linda".into(),
        family_name: "Link".into(),
        ..Default::default()
    };
    let accepted = cast.operator.accepts_by_link(&token, Some(person)).await;
    accepted.expect("accepted");
}

/// Those that nobody answers in time.
pub(super) async fn expiring(cast: &Cast<'_>) {
    let settings = v1::PlatformSettings {
        invitation_life: Some(prost_types::Duration {
            seconds: DAY,
            nanos: 0,
        }),
        ..Default::default()
    };
    cast.operator
        .sets(settings, &["invitation_life"])
        .await
        .expect("set");
    let late = cast
        .of("ann")
        .invites("acme", to("late", collaborator()))
        .await;
    late.expect("invited");
    days(cast.world, 2);
}

pub(super) async fn requests(cast: &Cast<'_>) {
    new_people(cast).await;
    let (ann, operator) = (cast.of("ann"), &cast.operator);
    let getting = v1::MemberChange {
        add_grants: vec![kdrive_use(&product("archive"))],
        add_teams: vec!["organizations/acme/teams/writers".into()],
        remove_teams: vec!["organizations/acme/teams/readers".into()],
        ..Default::default()
    };
    let applied = ann
        .asks_to_change("acme", "bob", getting)
        .await
        .expect("opened");
    operator.applies(&applied.name).await.expect("applied");
    let role = v1::RequestedRole {
        role: Role::External.into(),
        ..Default::default()
    };
    let lowered = v1::MemberChange {
        role: Some(role),
        ..Default::default()
    };
    let open = ann
        .asks_to_change("acme", "c-many", lowered)
        .await
        .expect("opened");
    ann.comments(&open.name, "Is anybody there?")
        .await
        .expect("said");
    operator
        .comments(&open.name, "We are on it.")
        .await
        .expect("said");
    let stop = ann
        .opens("acme", deactivation("acme", "c-kinds", "On leave."))
        .await
        .expect("opened");
    operator.applies(&stop.name).await.expect("applied");
    let back = ann
        .opens("acme", reactivation("acme", "c-kinds"))
        .await
        .expect("opened");
    operator.applies(&back.name).await.expect("applied");
    let started = ann
        .opens("acme", deactivation("acme", "c-group", "Left."))
        .await
        .expect("opened");
    operator.starts(&started.name).await.expect("started");
    ann.opens("acme", reactivation("acme", "dan"))
        .await
        .expect("opened");
    let raise = |limit| Change::RaiseAdministratorLimit(v1::AdministratorLimitRaise { limit });
    let more = ann.opens("acme", raise(40)).await.expect("opened");
    operator.applies(&more.name).await.expect("applied");
    let too_many = ann.opens("acme", raise(400)).await.expect("opened");
    operator
        .rejects(&too_many.name, "That is too many.")
        .await
        .expect("rejected");
}

async fn new_people(cast: &Cast<'_>) {
    let (ann, operator) = (cast.of("ann"), &cast.operator);
    let wanting = v1::UserCreation {
        grants: vec![kdrive_use(&product("drive"))],
        teams: vec!["organizations/acme/teams/readers".into()],
        ..creation("made-by-request")
    };
    let made = ann.asks_for_user("acme", wanting).await.expect("opened");
    operator.starts(&made.name).await.expect("started");
    operator.applies(&made.name).await.expect("applied");
    cast.world.user("there-already").await;
    let invited = ann
        .asks_for_user("acme", creation("there-already"))
        .await
        .expect("opened");
    operator.applies(&invited.name).await.expect("applied");
    ann.asks_for_user("acme", creation("wanted"))
        .await
        .expect("opened");
    let rejected = ann
        .asks_for_user("acme", creation("unwanted"))
        .await
        .expect("opened");
    operator
        .rejects(&rejected.name, "Not a person.")
        .await
        .expect("rejected");
    let cancelled = ann
        .asks_for_user("acme", creation("forgotten"))
        .await
        .expect("opened");
    ann.cancels(&cancelled.name).await.expect("cancelled");
}

/// Accounts, keys, operators, looks, policies and settings.
pub(super) async fn platform(cast: &Cast<'_>) {
    let (world, operator) = (cast.world, &cast.operator);
    let person = world.user("opal").await;
    let id = domain::UserId::parse(person.id()).expect("an id");
    world.names_operator(domain::Operator::User(id)).await;
    world.user("ernest").await;
    operator
        .erases_user("ernest")
        .await
        .expect("erased, the last of an organization");
    world.user("idle").await;
    operator
        .deactivates_user("idle")
        .await
        .expect("stopped everywhere");
    unconfirmed(cast).await;
    keys(cast).await;
    looks(cast).await;
    let settings = v1::PlatformSettings {
        default_administrator_limit: Some(30),
        default_administrator_areas: vec![Area::UserRights.into()],
        languages: vec!["fr".into(), "en".into()],
        ..Default::default()
    };
    let paths = [
        "default_administrator_limit",
        "default_administrator_areas",
        "languages",
        "invitation_life",
    ];
    operator.sets(settings, &paths).await.expect("set");
    operator
        .limits_administrators("globex", Some(3))
        .await
        .expect("limited");
    operator
        .appoints("initech", "c-all")
        .await
        .expect("appointed");
    operator
        .sets_policy("globex", v1::ChangePolicy::ByRequest)
        .await
        .expect("closed");
}

async fn unconfirmed(cast: &Cast<'_>) {
    let user = v1::User {
        given_name: "Una".into(),
        email: "unconfirmed@example.com".into(),
        login: "una.login".into(),
        position: "Clerk".into(),
        locale: "fr".into(),
        ..Default::default()
    };
    let request = v1::RegisterUserRequest {
        user_id: "unconfirmed".into(),
        user: Some(user),
        organization_id: "unconfirmed-own".into(),
        ..Default::default()
    };
    cast.operator
        .users()
        .register_user(request)
        .await
        .expect("registered");
    let other = v1::User {
        email: "bob.new@example.com".into(),
        ..Default::default()
    };
    cast.of("bob")
        .updates_user("bob", other, &["email"])
        .await
        .expect("waits to be confirmed");
}

async fn keys(cast: &Cast<'_>) {
    let (world, operator) = (cast.world, &cast.operator);
    world
        .service(
            "narrow",
            &[
                "access.ask@acme,globex",
                "watch@acme",
                "read",
                "type.contacts.write@acme",
            ],
        )
        .await;
    world.service("dismissed", &["users.write"]).await;
    let key = |at: Option<prost_types::Timestamp>| v1::CreateKeyRequest {
        parent: "serviceAccounts/narrow".into(),
        key: Some(v1::Key {
            expire_time: at,
            ..Default::default()
        }),
        ..Default::default()
    };
    let made = operator
        .service_accounts()
        .create_key(key(None))
        .await
        .expect("a key")
        .into_inner();
    let revoke = v1::RevokeKeyRequest {
        name: made.key.expect("a key").name,
        ..Default::default()
    };
    operator
        .service_accounts()
        .revoke_key(revoke)
        .await
        .expect("revoked");
    let ending = key(Some(world.later(40 * DAY)));
    operator
        .service_accounts()
        .create_key(ending)
        .await
        .expect("a key");
    let dismiss = v1::DeleteServiceAccountRequest {
        name: "serviceAccounts/dismissed".into(),
        ..Default::default()
    };
    operator
        .service_accounts()
        .delete_service_account(dismiss)
        .await
        .expect("deleted");
}

async fn looks(cast: &Cast<'_>) {
    let branding = v1::Branding {
        display_name: "Acme & Söhne".into(),
        logo_uri: "https://acme.example/logo.svg".into(),
        color: "#0a0b0c".into(),
        sender_email: "hello@acme.example".into(),
        support_email: "help@acme.example".into(),
    };
    let organization = v1::Organization {
        branding: Some(branding),
        default_panel: v1::Panel::WhiteLabel.into(),
        ..Default::default()
    };
    let changed = cast
        .of("ann")
        .updates_organization("acme", organization, &["branding", "default_panel"])
        .await;
    changed.expect("changed");
}
