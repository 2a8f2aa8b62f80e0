//! The bytes are those of prost, whatever the answer is.

use std::collections::BTreeMap;
use std::sync::Arc;

use app::access::{Decision, DecisionReason, Path, Resource};
use app::queries::access::SeenAt;
use decide::queries::access::AccessReason;
use domain::{
    AccessLevel, Areas, Caller, DisplayName, GrantId, Moment, OrganizationId, Partnership,
    PartnershipId, PartnershipState, ProductId, Reason, Refusal, RightName, Role, Scope, Stamp,
    Team, TeamId, UserId, Who,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use prost::Message;

use super::*;
use crate::convert::answer::path_to_proto;
use crate::convert::batch::results_to_proto;

const ID: &str = "[a-z0-9-]{1,63}";

fn stamp() -> Stamp {
    Stamp::new(Moment {
        revision: 1,
        now: Timestamp(0),
    })
}

fn team(id: &str) -> Arc<Team> {
    Arc::new(Team {
        id: TeamId::parse(id).expect("an id"),
        display_name: DisplayName::parse("Team").expect("a name"),
        members: Vec::new(),
        bound: Vec::new(),
        made_through: Vec::new(),
        made_by: None,
        made_places: Default::default(),
        stamp: stamp(),
    })
}

fn partnership(id: &str) -> Arc<Partnership> {
    Arc::new(Partnership {
        id: PartnershipId::parse(id).expect("an id"),
        partner: OrganizationId::parse("agency").expect("an id"),
        partner_revision: 0,
        access: AccessLevel::Limited,
        offered: Vec::new(),
        sender: Who {
            actor: None,
            caller: Caller::CommandLine,
        },
        salt: String::new(),
        resent: Vec::new(),
        expire_time: Timestamp(0),
        state: PartnershipState::Invited,
        stamp: stamp(),
    })
}

fn grant(id: &str) -> GrantId {
    GrantId::parse(id).expect("an id")
}

fn role() -> impl Strategy<Value = Role> {
    let areas = any::<[bool; 4]>().prop_map(|[financial, security, user_rights, technical]| {
        Role::Administrator(Areas {
            financial,
            security,
            user_rights,
            technical: technical.then_some(Scope::All),
        })
    });
    prop_oneof![
        Just(Role::LegalRepresentative),
        Just(Role::Collaborator),
        Just(Role::External),
        areas,
    ]
}

fn path() -> impl Strategy<Value = Path> {
    prop_oneof![
        role().prop_map(Path::Role),
        ID.prop_map(|id| Path::Grant(grant(&id))),
        (ID, ID).prop_map(|(id, through)| Path::Team(team(&id), grant(&through))),
        (ID, option::of(ID)).prop_map(|(id, through)| {
            Path::Partnership(partnership(&id), through.map(|id| grant(&id)))
        }),
    ]
}

fn reason() -> impl Strategy<Value = AccessReason> {
    select(vec![
        AccessReason::Role,
        AccessReason::Grant,
        AccessReason::Team,
        AccessReason::Partnership,
        AccessReason::NotAMember,
        AccessReason::UserInactive,
        AccessReason::MemberInactive,
        AccessReason::ProductUnknown,
        AccessReason::NotGranted,
        AccessReason::NotStarted,
        AccessReason::Expired,
        AccessReason::RoleLacksRight,
        AccessReason::AreaMissing,
        AccessReason::OutsideTechnicalScope,
        AccessReason::ExternallyManaged,
    ])
}

/// Times before 1970 too, and the very moment itself.
fn time() -> impl Strategy<Value = Timestamp> {
    let micros = prop_oneof![Just(0_i64), -1_000_000..1_000_000_i64, any::<i64>()];
    micros.prop_map(Timestamp)
}

fn answer() -> impl Strategy<Value = Answer> {
    let said = (
        any::<bool>(),
        reason(),
        option::of(path()),
        option::of(time()),
    );
    said.prop_map(|(allowed, reason, path, valid_until)| Answer {
        decision: Decision {
            allowed,
            reason: DecisionReason::Role,
            path,
            valid_until,
        },
        reason,
    })
}

fn question() -> impl Strategy<Value = Question> {
    let right = select(vec!["use", "view", "manage_users", "view_invoices", "x"]);
    (ID, option::of(ID), right).prop_map(|(organization, product, right)| Question {
        subject: UserId::parse("ann").expect("an id"),
        organization: OrganizationId::parse(&organization).expect("an id"),
        resource: match product {
            Some(id) => Resource::Product(ProductId::parse(&id).expect("an id")),
            None => Resource::Organization,
        },
        right: RightName::from(right),
    })
}

/// Why there is no answer; an error cannot be had twice.
fn errors(messages: &[String]) -> Vec<app::Error> {
    let refused = |message: &String| Refusal::new(Reason::RateLimit, message.as_str()).into();
    messages.iter().map(refused).collect()
}

/// As the ordinary way answers.
fn check_by_prost(answer: &Answer, question: &Question, at: Timestamp, token: &str) -> Vec<u8> {
    let path = answer.decision.path.as_ref();
    let message = v1::CheckAccessResponse {
        decision: decision_to_proto(answer).into(),
        reason: reason_to_proto(answer.reason).into(),
        path: path.map(|path| path_to_proto(path, &About::of(question))),
        valid_until: answer.decision.valid_until.map(proto),
        evaluate_time: Some(proto(at)),
        consistency_token: token.to_owned(),
    };
    message.encode_to_vec()
}

proptest! {
    #[test]
    fn an_answer_is_as_prost_writes_it(
        answer in answer(), question in question(), at in time(), token in "[a-z]{0,300}",
    ) {
        let mut bytes = Vec::new();
        check(&mut bytes, &answer, &question, at, &token);
        prop_assert_eq!(bytes, check_by_prost(&answer, &question, at, &token));
    }

    #[test]
    fn so_is_a_batch(
        said in vec((prop_oneof![3 => answer().prop_map(Ok::<Answer, usize>), 1 => (0..3_usize).prop_map(Err::<Answer, usize>)], question()), 0..8),
        messages in vec("[a-z]{0,200}", 2),
        seen in vec((ID, time(), "[a-z]{0,99}"), 0..4),
    ) {
        let (answers, questions): (Vec<_>, Vec<_>) = said.into_iter().unzip();
        let seen: BTreeMap<_, _> = seen
            .into_iter()
            .map(|(id, at, token)| {
                (OrganizationId::parse(&id).expect("an id"), SeenAt { at, token })
            })
            .collect();
        let answered = || Batch {
            answers: answers.clone(),
            errors: errors(&messages),
            seen: seen.clone(),
        };
        let mut bytes = Vec::new();
        batch(&mut bytes, answered(), &questions);
        let ordinary = answered();
        let unread = questions.iter().map(|_| None).collect();
        let message = v1::BatchCheckAccessResponse {
            evaluate_time: ordinary.at().map(proto),
            consistency_tokens: ordinary.tokens(),
            results: results_to_proto(ordinary.answers, ordinary.errors, &questions, unread),
        };
        prop_assert_eq!(bytes, message.encode_to_vec());
    }
}
