//! Answers, written straight into the bytes that are sent: the same bytes that prost writes for the messages, which are not
//! made for it.

use app::queries::access::Batch;
use decide::queries::access::{Answer, Question};
use domain::{ResourceName, Timestamp};
use grantor::v1;
use prost::encoding::{WireType, encode_key, encode_varint, int32, message, string};

use crate::answer_size::MAX_ANSWER;
use crate::convert::answer::{About, ToldPath, decision_to_proto, reason_to_proto};
use crate::convert::batch::error_to_proto;
use crate::convert::time::proto;

use super::request::PREFIX;

/// A CheckAccessResponse.
pub(super) fn check(
    bytes: &mut Vec<u8>,
    answer: &Answer,
    question: &Question,
    at: Timestamp,
    token: &str,
) {
    put_answer(bytes, answer, &About::of(question));
    message::encode(5, &proto(at), bytes);
    if !token.is_empty() {
        put_text(bytes, 6, [token].into_iter());
    }
}

/// A BatchCheckAccessResponse.
pub(super) fn batch(bytes: &mut Vec<u8>, batch: Batch, questions: &[Question]) {
    let (at, tokens) = (batch.at(), batch.tokens());
    let errors = batch.errors.into_iter();
    let errors: Vec<_> = errors.map(|error| error_to_proto(error.into())).collect();
    for (answer, question) in batch.answers.iter().zip(questions) {
        // It is refused as a whole, however much larger it would become.
        if bytes.len() > PREFIX + MAX_ANSWER {
            return;
        }
        put_message(bytes, 1, |bytes| match answer {
            Ok(answer) => put_message(bytes, 1, |bytes| {
                put_answer(bytes, answer, &About::of(question));
            }),
            Err(place) => match errors.get(*place) {
                Some(error) => message::encode(2, error, bytes),
                None => message::encode(2, &v1::AccessError::default(), bytes),
            },
        });
    }
    if let Some(at) = at {
        message::encode(2, &proto(at), bytes);
    }
    string::encode_repeated(3, &tokens, bytes);
}

/// An AccessAnswer, of which a CheckAccessResponse has the fields by the same tags.
fn put_answer(bytes: &mut Vec<u8>, answer: &Answer, about: &About<'_>) {
    put_choice(bytes, 1, decision_to_proto(answer));
    put_choice(bytes, 2, reason_to_proto(answer.reason));
    if let Some(path) = &answer.decision.path {
        put_message(bytes, 3, |bytes| {
            put_path(bytes, &ToldPath::of(path, about))
        });
    }
    if let Some(end) = answer.decision.valid_until {
        message::encode(4, &proto(end), bytes);
    }
}

/// An AccessPath.
fn put_path(bytes: &mut Vec<u8>, path: &ToldPath<'_>) {
    put_choice(bytes, 1, path.kind);
    put_choice(bytes, 2, path.role);
    put_choice(bytes, 3, path.area);
    put_name(bytes, 4, path.grant);
    put_name(bytes, 5, path.team);
    put_name(bytes, 6, path.partnership);
}

/// What is the default is left out, as everywhere in proto3.
fn put_choice(bytes: &mut Vec<u8>, tag: u32, choice: impl Into<i32>) {
    let choice = choice.into();
    if choice != 0 {
        int32::encode(tag, &choice, bytes);
    }
}

fn put_name(bytes: &mut Vec<u8>, tag: u32, name: Option<ResourceName<'_>>) {
    if let Some(name) = name {
        put_text(bytes, tag, name.pieces());
    }
}

/// A text in pieces.
fn put_text<'a>(bytes: &mut Vec<u8>, tag: u32, pieces: impl Iterator<Item = &'a str> + Clone) {
    encode_key(tag, WireType::LengthDelimited, bytes);
    put_length(bytes, pieces.clone().map(str::len).sum());
    for piece in pieces {
        bytes.extend_from_slice(piece.as_bytes());
    }
}

/// A message within. Its length stands before it and is known after it: it is written behind, and brought forward.
fn put_message(bytes: &mut Vec<u8>, tag: u32, put: impl FnOnce(&mut Vec<u8>)) {
    encode_key(tag, WireType::LengthDelimited, bytes);
    let start = bytes.len();
    put(bytes);
    let end = bytes.len();
    put_length(bytes, end - start);
    let length = bytes.len() - end;
    if let Some(message) = bytes.get_mut(start..) {
        message.rotate_right(length);
    }
}

fn put_length(bytes: &mut Vec<u8>, length: usize) {
    encode_varint(u64::try_from(length).unwrap_or(u64::MAX), bytes);
}

#[cfg(test)]
mod tests;
