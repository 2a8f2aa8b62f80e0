//! Rule 13: the quotas of all that is not a grant, each at its limit, above it, and made room in.

use std::time::Duration;

use grantor::v1;

use super::Acme;
use super::agency::Agency;
use crate::harness::{
    Actor, Refused, all, assignment, collaborator, creation, every_right, full, products, refused,
    rights, tag, technician, to_member, why,
};

async fn limits(acme: &Acme, organization: &str, quotas: v1::Quotas) {
    let operator = acme.world.operator();
    let set = operator.sets_quotas(organization, quotas, &[]).await;
    set.expect("set");
}

/// Refused for this quota, about this resource, with how much there is and how much may be.
fn exceeds<T: std::fmt::Debug>(
    answer: Result<T, Refused>,
    quota: &str,
    about: &str,
    (usage, limit): (u32, u32),
) {
    let refusal = refused(answer, why::QUOTA_EXCEEDED);
    let told = ["quota", "usage", "limit"].map(|key| refusal.metadata[key].as_str());
    let (usage, limit) = (usage.to_string(), limit.to_string());
    assert_eq!(told, [quota, &usage, &limit], "{refusal:?}");
    assert_eq!(refusal.quotas, [about]);
    let begins = format!("{about} has {usage} ");
    assert!(refusal.message.starts_with(&begins), "{refusal:?}");
}

fn listing(listed: &[&str]) -> v1::Grant {
    to_member("acme", "bob", every_right(), products(listed))
}

#[tokio::test]
async fn attack_c1_scope_entries_count_in_grants_and_in_areas() {
    let acme = Acme::new().await;
    acme.bob().await;
    let four = v1::Quotas {
        scope_entries: Some(4),
        ..Default::default()
    };
    limits(&acme, "acme", four).await;
    let both = [acme.drive.as_str(), acme.archive.as_str()];
    let given = acme.ann.grants_access("acme", listing(&both)).await;
    let given = given.expect("two entries");
    let tess = acme.world.user("tess").await;
    acme.world
        .joins("acme", &acme.ann, &tess, technician(products(&both), &[]))
        .await;
    // Four of four, in a grant and in the scope of an administrator.
    let acme_has = |answer| exceeds(answer, "scope_entries", "organizations/acme", (4, 4));
    let one_more = listing(&[&acme.drive]);
    acme_has(acme.ann.grants_access("acme", one_more.clone()).await);
    let wider = v1::Grant {
        name: given.name.clone(),
        scope: Some(products(&[&acme.drive, &acme.archive, &acme.site])),
        ..Default::default()
    };
    acme_has(acme.ann.updates_grant(wider, &["scope"]).await);
    let third = v1::Invitation {
        email: "tom@example.com".into(),
        ..technician(products(&[&acme.site]), &[])
    };
    let third = acme.ann.invites("acme", third).await;
    exceeds(third, "scope_entries", "organizations/acme", (4, 4));
    // `all` has no entries, and what is narrower has fewer.
    acme.gives("bob", rights(&["kdrive/manage"]), all()).await;
    let narrower = v1::Grant {
        name: given.name,
        scope: Some(products(&[&acme.drive])),
        ..Default::default()
    };
    acme.ann
        .updates_grant(narrower, &["scope"])
        .await
        .expect("narrowed");
    acme.ann
        .grants_access("acme", one_more)
        .await
        .expect("fits");
}

#[tokio::test]
async fn attack_c1_tags_count_once_on_products_and_in_scopes() {
    let acme = Acme::new().await;
    acme.bob().await;
    let two = v1::Quotas {
        tags: Some(2),
        ..Default::default()
    };
    limits(&acme, "acme", two).await;
    acme.ann.tags(&acme.drive, &["red"]).await.expect("tagged");
    acme.ann
        .tags(&acme.archive, &["red"])
        .await
        .expect("the same tag");
    let blue = acme
        .gives("bob", rights(&["kdrive/use"]), tag("blue"))
        .await;
    let full = |answer| exceeds(answer, "tags", "organizations/acme", (2, 2));
    full(acme.ann.tags(&acme.site, &["green"]).await);
    let green = to_member("acme", "bob", rights(&["kdrive/use"]), tag("green"));
    let green = acme.ann.grants_access("acme", green).await;
    exceeds(green, "tags", "organizations/acme", (2, 2));
    acme.ann
        .tags(&acme.site, &["blue"])
        .await
        .expect("there already");
    acme.ann.deletes_grant(&blue.name).await.expect("deleted");
    full(acme.ann.tags(&acme.site, &["green"]).await);
    acme.ann
        .untags(&acme.site, &["blue"])
        .await
        .expect("off the last");
    acme.ann.tags(&acme.site, &["green"]).await.expect("fits");
}

#[tokio::test]
async fn attack_c1_teams_and_the_members_of_each() {
    let acme = Acme::new().await;
    for id in ["bob", "cleo", "dan"] {
        acme.member(id, collaborator()).await;
    }
    let two = v1::Quotas {
        teams: Some(2),
        team_members: Some(2),
        ..Default::default()
    };
    limits(&acme, "acme", two).await;
    let ann = &acme.ann;
    for id in ["web", "mail"] {
        ann.creates_team("acme", id).await.expect("a team");
    }
    let third = ann.creates_team("acme", "third").await;
    exceeds(third, "teams", "organizations/acme", (2, 2));
    let web = "organizations/acme/teams/web";
    let three = ann
        .adds_to_team("acme", "web", &["bob", "cleo", "dan"])
        .await;
    exceeds(three, "team_members", web, (0, 2));
    ann.adds_to_team("acme", "web", &["bob", "cleo"])
        .await
        .expect("fit");
    ann.adds_to_team("acme", "mail", &["bob", "dan"])
        .await
        .expect("another team");
    let dan = ann.adds_to_team("acme", "web", &["dan"]).await;
    exceeds(dan, "team_members", web, (2, 2));
    let invitation = v1::Invitation {
        teams: vec![web.into()],
        email: "eve@example.com".into(),
        ..collaborator()
    };
    let invited = ann.invites("acme", invitation).await.expect("sent");
    let eve = acme.world.user("eve").await;
    exceeds(
        eve.accepts(&invited.name).await,
        "team_members",
        web,
        (2, 2),
    );
    let one = v1::Quotas {
        team_members: Some(1),
        ..Default::default()
    };
    limits(&acme, "acme", one).await;
    ann.adds_to_team("acme", "web", &["bob"])
        .await
        .expect("is in it already");
    ann.removes_from_team("acme", "web", &["bob"])
        .await
        .expect("taken out");
    ann.removes_from_team("acme", "web", &["cleo"])
        .await
        .expect("taken out");
    eve.accepts(&invited.name).await.expect("accepted");
    ann.deletes_team("acme", "mail").await.expect("deleted");
    ann.creates_team("acme", "third").await.expect("fits");
}

fn to(email: &str) -> v1::Invitation {
    v1::Invitation {
        email: email.into(),
        ..collaborator()
    }
}

#[tokio::test]
async fn attack_c1_open_invitations_make_room_by_an_answer_and_by_time() {
    let acme = Acme::new().await;
    let two = v1::Quotas {
        open_invitations: Some(2),
        ..Default::default()
    };
    limits(&acme, "acme", two).await;
    let soon = v1::Invitation {
        expire_time: Some(acme.world.later(60)),
        ..to("one@example.com")
    };
    acme.ann.invites("acme", soon).await.expect("sent");
    let two = acme.world.user("two").await;
    let second = acme
        .ann
        .invites("acme", to("two@example.com"))
        .await
        .expect("sent");
    let refuse = |answer| exceeds(answer, "open_invitations", "organizations/acme", (2, 2));
    refuse(acme.ann.invites("acme", to("three@example.com")).await);
    acme.world.passes(Duration::from_secs(60));
    acme.ann
        .invites("acme", to("three@example.com"))
        .await
        .expect("one has expired");
    two.refuses(&second.name).await.expect("refused");
    acme.ann
        .invites("acme", to("four@example.com"))
        .await
        .expect("one was refused");
    // An invitation that applying a request sends counts as well.
    let asked = acme
        .ann
        .asks_for_user("acme", creation("two"))
        .await
        .expect("opened");
    let operator = acme.world.operator();
    let applied = operator.applies(&asked.name).await;
    exceeds(applied, "open_invitations", "organizations/acme", (2, 2));
}

#[tokio::test]
async fn attack_c1_open_proposals_and_change_requests() {
    let agency = Agency::new().await;
    let acme = &agency.acme;
    acme.world.partner("rival", "rob").await;
    let one = v1::Quotas {
        open_proposals: Some(1),
        open_change_requests: Some(1),
        ..Default::default()
    };
    limits(acme, "acme", one).await;
    let proposal = agency.proposed(full(false)).await;
    let second = acme.ann.proposes("acme", "rival", full(false)).await;
    exceeds(second, "open_proposals", "organizations/acme", (1, 1));
    agency
        .pia
        .accepts_proposal(&proposal)
        .await
        .expect("accepted");
    acme.ann
        .proposes("acme", "rival", full(false))
        .await
        .expect("the first was answered");

    let first = acme
        .ann
        .asks_for_user("acme", creation("one"))
        .await
        .expect("opened");
    let second = |ann: Actor| async move { ann.asks_for_user("acme", creation("two")).await };
    let has_one = |answer| exceeds(answer, "open_change_requests", "organizations/acme", (1, 1));
    has_one(second(acme.ann.clone()).await);
    let operator = acme.world.operator();
    operator.starts(&first.name).await.expect("started");
    has_one(second(acme.ann.clone()).await);
    operator
        .rejects(&first.name, "No.")
        .await
        .expect("rejected");
    second(acme.ann.clone())
        .await
        .expect("the first is settled");
}

#[tokio::test]
async fn attack_c1_a_partner_has_only_so_many_client_assignments() {
    let agency = Agency::new().await;
    agency.begun(full(false)).await;
    agency.colleague("carl", collaborator()).await;
    let one = v1::Quotas {
        client_assignments: Some(1),
        ..Default::default()
    };
    limits(&agency.acme, "agency", one).await;
    let member = |id: &str| format!("organizations/agency/members/{id}");
    let to = |id: &str| assignment("acme", &member(id), &["view"]);
    let made = agency
        .pia
        .assigns("agency", to("cleo"))
        .await
        .expect("assigned");
    let second = agency.pia.assigns("agency", to("carl")).await;
    exceeds(second, "client_assignments", "organizations/agency", (1, 1));
    agency.pia.unassigns(&made.name).await.expect("taken off");
    agency
        .pia
        .assigns("agency", to("carl"))
        .await
        .expect("fits");
}

#[tokio::test]
async fn attack_c1_a_quota_is_1_to_10_million_and_named_where_it_is_wrong() {
    let acme = Acme::new().await;
    let operator = acme.world.operator();
    for number in [0, -1, 10_000_001] {
        let wrong = v1::Quotas {
            tags: Some(number),
            ..Default::default()
        };
        let refusal = refused(
            operator.sets_quotas("acme", wrong, &[]).await,
            why::FIELD_INVALID,
        );
        assert_eq!(refusal.fields, ["quotas.tags"]);
        let settings = v1::PlatformSettings {
            quotas: Some(wrong),
            ..Default::default()
        };
        let refusal = refused(
            operator.sets(settings, &["quotas"]).await,
            why::FIELD_INVALID,
        );
        assert_eq!(refusal.fields, ["settings.quotas.tags"]);
    }
    let unknown = operator
        .sets_quotas("acme", v1::Quotas::default(), &["dreams"])
        .await;
    assert_eq!(
        refused(unknown, why::FIELD_INVALID).fields,
        ["update_mask.paths[0]"]
    );
}
