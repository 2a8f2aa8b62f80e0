//! Random commands through the API: what the running instances know at the end is what the database says.
//!
//! `GRANTOR_TEST_SEED` repeats a run; the seed is printed when one fails.

use std::collections::BTreeMap;
use std::hash::{BuildHasher, Hasher};
use std::time::Duration;

use app::Capacity;
use grantor::v1;
use tonic::Code;
use v1::RightKind::{Management, Statistics, Technical, Usage};

use super::told::{self, Told};
use super::{Acme, access_changes};
use crate::harness::{
    Actor, Answer, Dice, all, collaborator, every_right, external, fully, future, group, kinds,
    of_type, products, rights, tag, to_member, to_team,
};

const STEPS: usize = 200;
const PEOPLE: [&str; 6] = ["bob", "carl", "dora", "emil", "fay", "gus"];
const TYPES: [&str; 3] = ["kdrive", "domain", "ticketing"];
const TAGS: [&str; 2] = ["client-a", "client-b"];
const TEAMS: [&str; 2] = ["crew", "desk"];
const GROUPS: [&str; 2] = ["sites", "shops"];

/// What is refused for good reasons: another step was there before, or a rule says no.
const REFUSALS: [Code; 5] = [
    Code::NotFound,
    Code::AlreadyExists,
    Code::FailedPrecondition,
    Code::InvalidArgument,
    Code::PermissionDenied,
];

struct Play {
    acme: Acme,
    dice: Dice,
    made: usize,
    done: BTreeMap<&'static str, usize>,
    told: Vec<Told>,
}

impl Play {
    fn product(&mut self) -> String {
        format!(
            "organizations/acme/products/p{}",
            self.dice.roll(self.made + 1)
        )
    }

    fn scope(&mut self) -> v1::Scope {
        match self.dice.roll(6) {
            0 => all(),
            1 => of_type(self.dice.one(&TYPES)),
            2 => future(self.dice.one(&TYPES)),
            3 => tag(self.dice.one(&TAGS)),
            4 => group(&format!(
                "organizations/acme/productGroups/{}",
                self.dice.one(&GROUPS)
            )),
            _ => products(&[&self.product(), &self.product()]),
        }
    }

    fn rights(&mut self) -> v1::Rights {
        match self.dice.roll(5) {
            0 => every_right(),
            1 => kinds(&[Usage, Statistics]),
            2 => kinds(&[Management, Technical]),
            3 => rights(&["kdrive/use", "ticketing/refund"]),
            _ => rights(&["domain/dns", "kdrive/manage"]),
        }
    }

    /// A grant that begins or ends at some time, or neither.
    fn grant(&mut self) -> v1::Grant {
        let (scope, given) = (self.scope(), self.rights());
        let grant = if self.dice.roll(3) == 0 {
            to_team("acme", self.dice.one(&TEAMS), given, scope)
        } else {
            to_member("acme", self.dice.one(&PEOPLE), given, scope)
        };
        let (start, end) = (self.dice.roll(4) == 0, self.dice.roll(4) == 0);
        v1::Grant {
            start_time: start.then(|| self.acme.world.later(1800)),
            expire_time: end.then(|| self.acme.world.later(3600)),
            ..grant
        }
    }

    /// Someone's grant, if there is any.
    async fn any_grant(&mut self) -> Option<v1::Grant> {
        let grants = self.acme.ann.sees_grants("acme").await.expect("listed");
        if grants.is_empty() {
            None
        } else {
            Some(grants[self.dice.roll(grants.len())].clone())
        }
    }

    /// One random command; answers what it was and whether it was done.
    async fn step(&mut self) -> (&'static str, Answer<()>) {
        let ann = self.acme.ann.clone();
        match self.dice.roll(4) {
            0 => self.step_of_products(&ann).await,
            1 => self.step_of_people(&ann).await,
            2 => self.step_of_teams(&ann).await,
            _ => self.step_of_grants(&ann).await,
        }
    }

    async fn step_of_products(&mut self, ann: &Actor) -> (&'static str, Answer<()>) {
        let operator = self.acme.world.operator();
        let product = self.product();
        let group = format!(
            "organizations/acme/productGroups/{}",
            self.dice.one(&GROUPS)
        );
        let tags = [self.dice.one(&TAGS)];
        match self.dice.roll(9) {
            0..=2 => {
                self.made += 1;
                let (id, of) = (format!("p{}", self.made), self.dice.one(&TYPES));
                (
                    "create product",
                    operator.creates_product("acme", &id, of).await.map(drop),
                )
            }
            3 => (
                "delete product",
                operator.deletes_product(&product).await.map(drop),
            ),
            4 => ("tag", ann.tags(&product, &tags).await.map(drop)),
            5 => ("untag", ann.untags(&product, &tags).await.map(drop)),
            6 => (
                "group",
                ann.adds_to_group(&group, &[&product]).await.map(drop),
            ),
            7 => (
                "ungroup",
                ann.removes_from_group(&group, &[&product]).await.map(drop),
            ),
            _ => (
                "rename",
                ann.renames_product(&product, "Renamed").await.map(drop),
            ),
        }
    }

    async fn step_of_people(&mut self, ann: &Actor) -> (&'static str, Answer<()>) {
        let id = self.dice.one(&PEOPLE);
        let operator = self.acme.world.operator();
        match self.dice.roll(8) {
            0 => (
                "deactivate member",
                ann.deactivates_member("acme", id).await.map(drop),
            ),
            1 => (
                "reactivate member",
                ann.reactivates_member("acme", id).await.map(drop),
            ),
            2 => ("stop user", operator.deactivates_user(id).await.map(drop)),
            3 => ("start user", operator.reactivates_user(id).await.map(drop)),
            4 => ("remove", ann.removes_member("acme", id).await.map(drop)),
            5 => {
                let role = [v1::Role::Collaborator, v1::Role::External][self.dice.roll(2)];
                (
                    "change role",
                    ann.changes_role("acme", id, role).await.map(drop),
                )
            }
            6 => {
                let areas = [v1::Area::Technical, v1::Area::UserRights];
                let scope = self.scope();
                (
                    "promote",
                    ann.hands_out("acme", id, &areas[..=self.dice.roll(2)], Some(scope))
                        .await
                        .map(drop),
                )
            }
            _ => ("invite", self.joins(ann, id).await),
        }
    }

    async fn joins(&mut self, ann: &Actor, id: &str) -> Answer<()> {
        let invitation = if self.dice.roll(2) == 0 {
            collaborator()
        } else {
            external()
        };
        let email = format!("{id}@example.com");
        let open = ann
            .invites(
                "acme",
                v1::Invitation {
                    email,
                    ..invitation
                },
            )
            .await?;
        let accepted = self
            .acme
            .world
            .acting(id)
            .accepts(&open.name)
            .await
            .map(drop);
        if accepted.is_err() {
            ann.withdraws(&open.name).await?;
        }
        accepted
    }

    async fn step_of_teams(&mut self, ann: &Actor) -> (&'static str, Answer<()>) {
        let (team, id) = (self.dice.one(&TEAMS), self.dice.one(&PEOPLE));
        match self.dice.roll(5) {
            0..=2 => (
                "join team",
                ann.adds_to_team("acme", team, &[id]).await.map(drop),
            ),
            3 => (
                "leave team",
                ann.removes_from_team("acme", team, &[id]).await.map(drop),
            ),
            _ => {
                let access = v1::replace_all_member_access_request::Access::None(());
                (
                    "save nothing",
                    ann.saves_all_access("acme", id, access).await.map(drop),
                )
            }
        }
    }

    async fn step_of_grants(&mut self, ann: &Actor) -> (&'static str, Answer<()>) {
        match self.dice.roll(5) {
            0..=2 => {
                let grant = self.grant();
                ("grant", ann.grants_access("acme", grant).await.map(drop))
            }
            3 => match self.any_grant().await {
                Some(grant) => (
                    "delete grant",
                    ann.deletes_grant(&grant.name).await.map(drop),
                ),
                None => ("delete grant", Ok(())),
            },
            _ => match self.any_grant().await {
                Some(grant) => {
                    let (scope, rights) = (Some(self.scope()), Some(self.rights()));
                    let changed = v1::Grant {
                        name: grant.name,
                        scope,
                        rights,
                        ..Default::default()
                    };
                    (
                        "update grant",
                        ann.updates_grant(changed, &["scope", "rights"])
                            .await
                            .map(drop),
                    )
                }
                None => ("update grant", Ok(())),
            },
        }
    }

    /// Every question there is about acme: each person, each product and acme itself, each right.
    fn questions(&self) -> Vec<v1::AccessQuestion> {
        let of_products = [
            "kdrive/use",
            "kdrive/manage",
            "kdrive/technical",
            "kdrive/statistics",
            "domain/manage",
        ]
        .into_iter()
        .chain([
            "domain/dns",
            "ticketing/sell",
            "ticketing/refund",
            "ticketing/scan",
            "contact_support",
        ]);
        let of_acme = [
            "view",
            "share_directory",
            "manage_users",
            "manage_products",
            "contact_support",
        ];
        let mut asked = Vec::new();
        for right in of_products {
            asked.extend(
                (0..=self.made).map(|id| (format!("organizations/acme/products/p{id}"), right)),
            );
        }
        asked.extend(of_acme.map(|right| ("organizations/acme".to_owned(), right)));
        let people = PEOPLE.iter().chain(&["ann", "nobody"]);
        let of = |(subject, (resource, right)): (&&str, (String, &str))| v1::AccessQuestion {
            subject: format!("users/{subject}"),
            resource,
            right: right.to_owned(),
        };
        people
            .flat_map(|subject| {
                asked
                    .iter()
                    .map(move |(resource, right)| (subject, (resource.clone(), *right)))
            })
            .map(of)
            .collect()
    }
}

/// The answers to all questions, in their order; a batch and a stream give the same.
async fn answers(asker: &Actor, questions: &[v1::AccessQuestion]) -> Vec<v1::AccessResult> {
    let mut results = Vec::new();
    for questions in questions.chunks(1000) {
        let request = v1::BatchCheckAccessRequest {
            questions: questions.to_vec(),
            consistency: fully(),
            ..Default::default()
        };
        results.extend(
            asker
                .access()
                .batch_check_access(request)
                .await
                .expect("answered")
                .into_inner()
                .results,
        );
    }
    let streamed = |question: &v1::AccessQuestion| v1::StreamCheckAccessRequest {
        subject: question.subject.clone(),
        resource: question.resource.clone(),
        right: question.right.clone(),
        consistency: fully(),
    };
    let streamed = questions.iter().map(streamed).collect();
    let answers = asker.asks_on_a_stream(streamed).await.expect("answered");
    let streamed = answers
        .into_iter()
        .map(|answer| answer.result.expect("a result"));
    assert!(
        streamed.eq(results.iter().cloned()),
        "a stream answers as a batch"
    );
    results
}

async fn stage() -> Acme {
    let acme = Acme::new().await;
    for id in &PEOPLE[1..] {
        acme.world
            .member("acme", &acme.ann, id, collaborator())
            .await;
    }
    for team in TEAMS {
        acme.ann.creates_team("acme", team).await.expect("a team");
    }
    for group in GROUPS {
        acme.ann
            .creates_group("acme", group)
            .await
            .expect("a group");
    }
    acme.world
        .operator()
        .creates_product("acme", "p0", "kdrive")
        .await
        .expect("a product");
    acme
}

fn seed() -> u64 {
    let drawn = || {
        std::collections::hash_map::RandomState::new()
            .build_hasher()
            .finish()
    };
    std::env::var("GRANTOR_TEST_SEED")
        .ok()
        .map_or_else(drawn, |seed| seed.parse().expect("a number"))
}

/// How much at least is told of a play that means anything, and how many follow each other until one does: in some little
/// happens.
const ENOUGH: usize = 20;
const PLAYS: u64 = 5;

#[tokio::test]
async fn after_random_commands_every_instance_answers_what_a_fresh_one_answers() {
    let first = seed();
    for seed in (0..PLAYS).map(|more| first.wrapping_add(more)) {
        println!("GRANTOR_TEST_SEED={seed}");
        if plays(seed).await > ENOUGH {
            return;
        }
    }
    panic!("too little was told to mean anything");
}

/// Plays, compares, and says how much was told of who gained and lost what.
async fn plays(seed: u64) -> usize {
    let acme = stage().await;
    // It keeps checkpoints all the time, so that what is asked about the past begins at one.
    let follower = acme.world.another_taking(Capacity {
        replayed: 10,
        ..Capacity::default()
    });
    let follower = follower.await;
    let mut play = Play {
        acme,
        dice: Dice::of(seed),
        made: 0,
        done: BTreeMap::new(),
        told: Vec::new(),
    };
    for step in 1..=STEPS {
        let (what, outcome) = play.step().await;
        match outcome {
            Ok(()) => *play.done.entry(what).or_default() += 1,
            Err(no) => assert!(
                REFUSALS.contains(&no.code) && !no.reason.is_empty(),
                "step {step}, {what}: {no:?}"
            ),
        }
        if step % 50 == 0 {
            play.acme.world.passes(Duration::from_secs(600));
            compare(&mut play, &follower, step).await;
        }
    }
    assert!(
        play.done.len() > 12,
        "too little was done to mean anything: {:?}",
        play.done
    );
    let mut revisions = play.acme.ann.sees_revisions("acme").await.expect("listed");
    revisions.reverse();
    let last = i64::try_from(revisions.len()).expect("few");
    assert_eq!(revisions, (1..=last).collect::<Vec<_>>());
    assert_eq!(play.acme.world.audits().await, [""; 0]);
    told::compare(&play.acme.world, &play.told).await;
    access_changes::folds(&play.acme.world.operator(), &play.told).await
}

/// The instance that wrote, one that only followed the log, and one that reads the rows now: all the same.
async fn compare(play: &mut Play, follower: &crate::harness::Instance, step: usize) {
    let questions = play.questions();
    let fresh = play.acme.world.another().await;
    let operator = play.acme.world.operator();
    let writer = answers(&operator, &questions).await;
    let followed = answers(&follower.hears(&operator), &questions).await;
    let loaded = answers(&fresh.hears(&operator), &questions).await;
    for (at, question) in questions.iter().enumerate() {
        assert_eq!(
            writer[at], loaded[at],
            "step {step}, the writer and a fresh one: {question:?}"
        );
        assert_eq!(
            followed[at], loaded[at],
            "step {step}, the follower and a fresh one: {question:?}"
        );
    }
    fresh.app.close().await;
    play.told.push(Told {
        at: play.acme.world.later(0),
        questions,
        results: writer,
    });
}
