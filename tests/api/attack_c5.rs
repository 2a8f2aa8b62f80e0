//! What may not be asked is not read into memory for it, and what does not fit is refused. Where there is no room at all,
//! a call that is answered otherwise than MEMORY_FULL has loaded nothing.

use app::Capacity;
use tonic::Code;

use crate::harness::*;

const ZOE: &str = "zoe@example.com";

/// Acme, where ann has invited zoe.
struct Invited {
    world: World,
    ann: Actor,
    token: String,
}

impl Invited {
    async fn new() -> Self {
        let (world, ann) = World::acme().await;
        let invitation = grantor::v1::Invitation {
            email: ZOE.into(),
            ..collaborator()
        };
        ann.invites("acme", invitation).await.expect("invited");
        let token = world.mailed_token(ZOE).await;
        Self { world, ann, token }
    }

    /// A server that has room for nobody.
    async fn full(&self) -> Instance {
        let capacity = Capacity {
            memory: 0,
            ..Capacity::default()
        };
        self.world.another_taking(capacity).await
    }

    /// The same link with another secret, and links to what is not there.
    fn guesses(&self) -> Vec<String> {
        let (kept, secret) = self.token.rsplit_once('.').expect("a secret");
        let reversed: String = secret.chars().rev().collect();
        vec![
            format!("{kept}.{reversed}"),
            format!("acme.guess.{secret}"),
            format!("nowhere.guess.{secret}"),
        ]
    }
}

#[tokio::test]
async fn attack_c5_an_invented_link_loads_nothing() {
    let invited = Invited::new().await;
    let full = invited.full().await;
    let service = full.hears(&invited.world.service("panel", &["act.for.users"]).await);
    let browser = full.browser();
    for guess in invited.guesses() {
        refused(service.views(&guess).await, why::NOT_FOUND);
        let accepted = service.accepts_by_link(&guess, None).await;
        refused(accepted, why::NOT_FOUND);
        refused(service.refuses_by_link(&guess).await, why::NOT_FOUND);
        for path in ["/invitation", "/invitation/accept", "/invitation/refuse"] {
            let form = [("token", guess.as_str()), ("confirmed", "yes")];
            let page = browser.posts(path, &form).await;
            assert_eq!(page.title(), "This link does not work", "{path}");
        }
        refused(
            service.accepts_proposal_by_link(&guess).await,
            why::NOT_FOUND,
        );
    }
    let real = service.views(&invited.token).await;
    refused(real, why::MEMORY_FULL);
}

#[tokio::test]
async fn attack_c5_a_key_that_may_not_ask_there_loads_nothing() {
    let invited = Invited::new().await;
    let world = &invited.world;
    world.organization("globex", "gus").await;
    let full = invited.full().await;
    let elsewhere = world.service("elsewhere", &["read@globex"]).await;
    let answer = full.hears(&elsewhere).sees_organization("acme").await;
    refused(answer, why::NOT_FOUND);
    let other = world.service("other", &["access.ask"]).await;
    let answer = full.hears(&other).sees_organization("acme").await;
    refused(answer, why::SCOPE_MISSING);
    let speaker = world.service("speaker", &["act.for.users@globex"]).await;
    let ann = full.hears(&speaker.speaking_for("ann"));
    refused(ann.sees_organization("acme").await, why::NOT_FOUND);
    refused(ann.creates_team("acme", "crew").await, why::NOT_FOUND);
    let preview = grantor::v1::DeleteTeamRequest {
        name: "organizations/acme/teams/crew".into(),
        validate_only: true,
        ..Default::default()
    };
    let previewed = ann.teams().delete_team(preview).await;
    let previewed = previewed.map(|_| ()).map_err(Refused::from);
    refused(previewed, why::NOT_FOUND);

    let reader = world.service("reader", &["read@acme"]).await;
    let answer = full.hears(&reader).sees_organization("acme").await;
    let refusal = refused(answer, why::MEMORY_FULL);
    assert_eq!(refusal.metadata["limit"], "memory-mebibytes");
    assert!(refusal.retries && refusal.wait.is_some(), "{refusal:?}");
}

#[tokio::test]
async fn attack_c5_who_belongs_nowhere_near_loads_nothing() {
    let invited = Invited::new().await;
    let gus = invited.world.organization("globex", "gus").await;
    let full = invited.full().await;
    let (ann, gus) = (full.hears(&invited.ann), full.hears(&gus));
    refused(gus.sees_organization("acme").await, why::NOT_FOUND);
    refused(gus.creates_team("acme", "crew").await, why::NOT_FOUND);
    let questions = gus.lists_accessors("view", "organizations/acme").await;
    refused(questions, why::NOT_FOUND);
    refused(ann.sees_organization("acme").await, why::MEMORY_FULL);
}

#[tokio::test]
async fn attack_c5_who_is_in_use_stays_and_who_is_not_makes_room() {
    let invited = Invited::new().await;
    let gus = invited.world.organization("globex", "gus").await;
    // For either of them, not for both.
    let capacity = Capacity {
        memory: 9_000,
        ..Capacity::default()
    };
    let narrow = invited.world.another_taking(capacity).await;
    let (ann, gus) = (narrow.hears(&invited.ann), narrow.hears(&gus));
    ann.sees_organization("acme").await.expect("it fits");
    let answer = gus.sees_organization("globex").await;
    let refusal = refused(answer, why::MEMORY_FULL);
    assert_eq!(refusal.code, Code::ResourceExhausted);
    ann.sees_organization("acme").await.expect("it is there");
    // As a client does that is told when to ask again; acme is not asked for meanwhile.
    while let Err(refusal) = gus.sees_organization("globex").await {
        assert_eq!(refusal.reason, "MEMORY_FULL", "{}", refusal.message);
    }
    refused(ann.sees_organization("acme").await, why::MEMORY_FULL);
}
