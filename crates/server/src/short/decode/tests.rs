//! Whatever is read here is read the same way by the messages of prost; and the usual is read.

use grantor::v1::{AccessQuestion, BatchCheckAccessRequest, CheckAccessRequest, Consistency};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use prost::Message;

use super::*;
use crate::fields::parse;

/// A text that is one of these, or is as likely as not none of them.
fn text(usual: &'static str) -> impl Strategy<Value = String> {
    let odd = select(vec![
        "",
        "users/",
        "users/Ann",
        "users/a/b",
        "organizations/a",
        "organizations/a/products/",
        "organizations/a/products/b/c",
        "/",
        "use",
        "kdrive/use/x",
        "é",
    ]);
    prop_oneof![8 => usual, 1 => odd.prop_map(str::to_owned)]
}

const USER: &str = "users/[a-z0-9-]{1,8}";
const PRODUCT: &str = "organizations/[a-z0-9-]{1,8}(/products/[a-z0-9-]{1,8})?";
const RIGHT: &str = "[a-z_]{1,8}(/[a-z_]{1,8})?|[a-z]{125,130}";

fn question() -> impl Strategy<Value = AccessQuestion> {
    let texts = (text(USER), text(PRODUCT), text(RIGHT));
    texts.prop_map(|(subject, resource, right)| AccessQuestion {
        subject,
        resource,
        right,
    })
}

fn consistency() -> impl Strategy<Value = Option<Consistency>> {
    let tokens = vec("[A-Za-z0-9]{0,9}", 0..3);
    let requirement = prop_oneof![
        Just(Requirement::MinimizeLatency(())),
        Just(Requirement::FullyConsistent(())),
        tokens.prop_map(|tokens| Requirement::AtLeastAsFresh(v1::AtLeastAsFresh { tokens })),
    ];
    option::of(option::of(requirement).prop_map(|requirement| Consistency { requirement }))
}

const NEVER: Option<prost_types::Timestamp> = None;

fn past() -> impl Strategy<Value = (Option<prost_types::Timestamp>, i64)> {
    let time = (any::<i64>(), any::<i32>());
    let time = time.prop_map(|(seconds, nanos)| Some(prost_types::Timestamp { seconds, nanos }));
    prop_oneof![
        20 => Just((NEVER, 0_i64)),
        1 => time.prop_map(|time| (time, 0_i64)),
        1 => any::<i64>().prop_map(|revision| (NEVER, revision)),
    ]
}

fn check_request() -> impl Strategy<Value = CheckAccessRequest> {
    let said = (question(), consistency(), past());
    said.prop_map(
        |(asked, consistency, (at_time, at_revision))| CheckAccessRequest {
            subject: asked.subject,
            resource: asked.resource,
            right: asked.right,
            consistency,
            at_time,
            at_revision,
        },
    )
}

fn batch_request() -> impl Strategy<Value = BatchCheckAccessRequest> {
    let said = (vec(question(), 0..5), consistency(), past());
    said.prop_map(
        |(questions, consistency, (at_time, at_revision))| BatchCheckAccessRequest {
            questions,
            consistency,
            at_time,
            at_revision,
        },
    )
}

/// What happens to bytes on a bad day.
#[derive(Debug, Clone)]
enum Fault {
    Put(Index, u8),
    Changed(Index, u8),
    Lost(Index),
    Cut(Index),
    /// From there to there once more, at the end.
    Again(Index, Index),
}

fn faults() -> impl Strategy<Value = Vec<Fault>> {
    let at = any::<Index>;
    let fault = prop_oneof![
        (at(), any::<u8>()).prop_map(|(at, byte)| Fault::Put(at, byte)),
        (at(), any::<u8>()).prop_map(|(at, byte)| Fault::Changed(at, byte)),
        at().prop_map(Fault::Lost),
        at().prop_map(Fault::Cut),
        (at(), at()).prop_map(|(from, to)| Fault::Again(from, to)),
    ];
    vec(fault, 0..3)
}

fn after(faults: Vec<Fault>, mut bytes: Vec<u8>) -> Vec<u8> {
    for fault in faults {
        let length = bytes.len();
        match fault {
            Fault::Put(at, byte) => bytes.insert(at.index(length + 1), byte),
            _ if length == 0 => {}
            Fault::Changed(at, byte) => bytes[at.index(length)] = byte,
            Fault::Lost(at) => {
                bytes.remove(at.index(length));
            }
            Fault::Cut(at) => bytes.truncate(at.index(length)),
            Fault::Again(from, to) => {
                let (from, to) = (from.index(length), to.index(length));
                bytes.extend_from_within(from.min(to)..from.max(to));
            }
        }
    }
    bytes
}

/// The question that prost and the ordinary way read, if they read one and have nothing against it.
fn ordinary_check(bytes: &[u8]) -> Option<String> {
    let asked = parse(CheckAccessRequest::decode(bytes).ok()?).ok()?;
    Some(format!("{:?} {:?}", asked.question, asked.when))
}

fn short_check(bytes: &[u8]) -> Option<String> {
    let asked = check(bytes)?;
    Some(format!("{:?} {:?}", asked.question, asked.when))
}

/// The same of a batch, where there is nothing against any of its questions.
fn ordinary_batch(bytes: &[u8]) -> Option<String> {
    let asked = parse(BatchCheckAccessRequest::decode(bytes).ok()?).ok()?;
    let questions: Result<Vec<_>, _> = asked.questions.into_iter().collect();
    Some(format!("{:?} {:?}", questions.ok()?, asked.when))
}

fn short_batch(bytes: &[u8]) -> Option<String> {
    let asked = batch(bytes)?;
    Some(format!("{:?} {:?}", asked.questions, asked.when))
}

fn is_present(at_time: Option<prost_types::Timestamp>, at_revision: i64) -> bool {
    at_time.is_none() && at_revision == 0
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(500))]

    #[test]
    fn a_question_of_the_present_is_read_exactly_where_nothing_is_wrong(request in check_request()) {
        let bytes = request.encode_to_vec();
        let ordinary = ordinary_check(&bytes).filter(|_| is_present(request.at_time, request.at_revision));
        prop_assert_eq!(short_check(&bytes), ordinary);
    }

    #[test]
    fn so_is_a_batch(request in batch_request()) {
        let bytes = request.encode_to_vec();
        let ordinary = ordinary_batch(&bytes).filter(|_| is_present(request.at_time, request.at_revision));
        prop_assert_eq!(short_batch(&bytes), ordinary);
    }

    #[test]
    fn whatever_is_sent_is_read_as_ordinarily_or_not_at_all(request in check_request(), faults in faults()) {
        let bytes = after(faults, request.encode_to_vec());
        if let Some(short) = short_check(&bytes) {
            prop_assert_eq!(Some(short), ordinary_check(&bytes));
        }
    }

    #[test]
    fn so_is_whatever_is_sent_as_a_batch(request in batch_request(), faults in faults()) {
        let bytes = after(faults, request.encode_to_vec());
        if let Some(short) = short_batch(&bytes) {
            prop_assert_eq!(Some(short), ordinary_batch(&bytes));
        }
    }
}

/// `subject`, `resource` and `right`, with these bytes behind them.
fn and(more: &[u8]) -> Vec<u8> {
    let request = CheckAccessRequest {
        subject: "users/ann".to_owned(),
        resource: "organizations/acme".to_owned(),
        right: "view".to_owned(),
        ..CheckAccessRequest::default()
    };
    [&request.encode_to_vec(), more].concat()
}

#[test]
fn what_is_rare_is_left_to_the_ordinary_way() {
    assert!(check(&and(&[])).is_some());
    // A length may be written longer than it need be.
    assert!(check(&and(&[0x22, 0x80, 0x00])).is_some());
    for rare in [
        // Twice.
        [0x1a, 1, b'x'].as_slice(),
        &[0x22, 0, 0x22, 0],
        // The past, also where it says that there is none.
        &[0x2a, 0],
        &[0x30, 0],
        // What is not known here, as a text, a number and a group.
        &[0x7a, 1, b'x'],
        &[0x78, 1],
        &[0x7b, 0x7c],
        // Consistency with something in it that is not known, or is twice.
        &[0x22, 3, 0x0a, 1, 0],
        &[0x22, 4, 0x0a, 0, 0x1a, 0],
        &[0x22, 2, 0x22, 0],
        // Cut off.
        &[0x22],
        &[0x22, 1],
        &[0x80],
        &[0x00],
    ] {
        assert!(check(&and(rare)).is_none(), "{rare:?}");
    }
    assert!(check(&[]).is_none());
}

#[test]
fn so_are_texts_that_are_none_and_batches_of_too_many() {
    let no_text = [&[0x0a, 1, 0xff][..], &and(&[])[11..]].concat();
    assert!(check(&no_text).is_none());
    let questions = |count| {
        let asked = AccessQuestion::decode(&and(&[])[..]).expect("a question");
        let questions = vec![asked; count];
        let consistency = None;
        BatchCheckAccessRequest {
            questions,
            consistency,
            ..BatchCheckAccessRequest::default()
        }
    };
    for (count, is_read) in [(0, false), (1, true), (1000, true), (1001, false)] {
        let bytes = questions(count).encode_to_vec();
        assert_eq!(batch(&bytes).is_some(), is_read, "{count}");
    }
}
