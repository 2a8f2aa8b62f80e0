//! What one organization asks does not stop the others: a decision or preview that would take too long ends with a reason,
//! and nothing is done.

use app::Capacity;
use grantor::v1;

use crate::harness::*;

/// Acme, which ann stands for, with a team that can hold much.
struct Crowded {
    ann: Actor,
    /// The same ann, heard by a server that takes on little.
    hurried: Actor,
    operator: Actor,
    world: World,
    _door: Instance,
}

impl Crowded {
    async fn new(steps: u64) -> Self {
        let (world, ann) = World::acme().await;
        ann.creates_team("acme", "crew").await.expect("made");
        let door = world
            .another_taking(Capacity {
                steps,
                ..Capacity::default()
            })
            .await;
        Self {
            hurried: door.hears(&ann),
            operator: door.hears(&world.operator()),
            ann,
            world,
            _door: door,
        }
    }

    async fn holds(&self, count: usize) {
        let made = self.ann.grants_at_once("acme", invented(count)).await;
        made.expect("made");
    }

    async fn grants(&self) -> usize {
        let request = v1::ListGrantsRequest {
            parent: "organizations/acme".into(),
            page_size: 1_000,
            consistency: fully(),
            ..Default::default()
        };
        let answer = self.ann.grants().list_grants(request).await;
        answer.expect("listed").into_inner().grants.len()
    }
}

/// Grants to the team, each of a tag that no product has.
fn invented(count: usize) -> Vec<v1::Grant> {
    let usage = || kinds(&[v1::RightKind::Usage]);
    let tags = (0..count).map(|number| tag(&format!("invented-{number}")));
    tags.map(|scope| to_team("acme", "crew", usage(), scope))
        .collect()
}

fn says_what_to_do(refusal: &Refused) {
    assert!(
        refusal.message.contains("Split the change"),
        "{}",
        refusal.message
    );
    assert_eq!(refusal.metadata["limit"], "max-decision-steps");
}

#[tokio::test]
async fn attack_c1_a_change_that_takes_too_much_work_is_refused_whole_and_a_smaller_one_is_not() {
    let crowded = Crowded::new(5_000).await;
    let much = crowded.hurried.grants_at_once("acme", invented(400)).await;
    says_what_to_do(&refused(much, why::WORK_BUDGET_EXCEEDED));
    assert_eq!(crowded.grants().await, 0);
    let less = crowded.hurried.grants_at_once("acme", invented(20)).await;
    less.expect("a part of it is little work");
    assert_eq!(crowded.grants().await, 20);
}

#[tokio::test]
async fn attack_c1_deleting_a_team_that_holds_too_much_is_refused_and_in_parts_it_goes() {
    let crowded = Crowded::new(5_000).await;
    crowded.holds(400).await;
    let deleted = crowded.hurried.deletes_team("acme", "crew").await;
    says_what_to_do(&refused(deleted, why::WORK_BUDGET_EXCEEDED));
    let preview = v1::DeleteTeamRequest {
        name: "organizations/acme/teams/crew".into(),
        validate_only: true,
        ..Default::default()
    };
    let previewed = crowded.hurried.teams().delete_team(preview).await;
    let previewed = previewed.map(|_| ()).map_err(Refused::from);
    says_what_to_do(&refused(previewed, why::WORK_BUDGET_EXCEEDED));
    assert_eq!(crowded.grants().await, 400);

    for _ in 0..4 {
        let grants = v1::ListGrantsRequest {
            parent: "organizations/acme".into(),
            page_size: 100,
            consistency: fully(),
            ..Default::default()
        };
        let part = crowded.ann.grants().list_grants(grants).await;
        let part = part.expect("listed").into_inner().grants;
        let names: Vec<_> = part.iter().map(|grant| grant.name.as_str()).collect();
        let gone = crowded.hurried.deletes_at_once("acme", &names).await;
        gone.expect("a part of it is little work");
    }
    let deleted = crowded.hurried.deletes_team("acme", "crew").await;
    deleted.expect("what holds nothing is deleted with little work");
}

#[tokio::test]
async fn attack_c1_a_preview_that_compares_too_much_is_refused_and_the_change_itself_is_made() {
    let crowded = Crowded::new(400).await;
    for number in 0..20 {
        let id = format!("drive-{number}");
        let made = crowded.operator.creates_product("acme", &id, "kdrive");
        made.await.expect("the operator is not limited");
    }
    let grant = || to_team("acme", "crew", rights(&["kdrive/use"]), of_type("kdrive"));
    let carol = crowded.world.user("carol").await;
    let invitation = crowded.ann.invites("acme", collaborator_of("carol")).await;
    carol
        .accepts(&invitation.expect("invited").name)
        .await
        .expect("accepted");
    let joined = crowded.ann.adds_to_team("acme", "crew", &["carol"]).await;
    joined.expect("in");
    let preview = v1::CreateGrantRequest {
        parent: "organizations/acme".into(),
        grant: Some(grant()),
        validate_only: true,
        ..Default::default()
    };
    let previewed = crowded.hurried.grants().create_grant(preview.clone()).await;
    let previewed = previewed.map(|_| ()).map_err(Refused::from);
    refused(previewed, why::WORK_BUDGET_EXCEEDED);
    let elsewhere = crowded.ann.grants().create_grant(preview).await;
    let effect = elsewhere.expect("previewed").into_inner().effect;
    assert_eq!(effect.expect("an effect").lines[0].gained, 20);
    let made = crowded.hurried.grants_access("acme", grant()).await;
    made.expect("to decide it compares nothing");
}

#[tokio::test]
async fn attack_c1_what_a_preview_decides_and_what_it_shows_are_counted_together() {
    let crowded = Crowded::new(6_000).await;
    crowded.holds(70).await;
    let preview = v1::DeleteTeamRequest {
        name: "organizations/acme/teams/crew".into(),
        validate_only: true,
        ..Default::default()
    };
    let previewed = crowded.hurried.teams().delete_team(preview).await;
    let previewed = previewed.map(|_| ()).map_err(Refused::from);
    says_what_to_do(&refused(previewed, why::WORK_BUDGET_EXCEEDED));
    let deleted = crowded.hurried.deletes_team("acme", "crew").await;
    deleted.expect("to decide it takes two thirds of them, and to show it as well");
}

fn collaborator_of(user: &str) -> v1::Invitation {
    v1::Invitation {
        email: format!("{user}@example.com"),
        ..collaborator()
    }
}
