//! Rule 13: the quotas of all that is not a grant, each at its limit, above it, and made room in.

use grantor::v1;

use super::Acme;
use crate::harness::{Refused, collaborator, refused, why};

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
