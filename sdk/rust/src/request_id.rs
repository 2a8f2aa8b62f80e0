//! What makes a change that is sent again have one effect? Its `request_id`, set where the caller set none.

use http::{Extensions, HeaderMap, HeaderValue};
use prost::bytes::{Buf, BufMut, Bytes, BytesMut};
use prost::encoding::{
    DecodeContext, WireType, decode_key, decode_varint, encode_key, encode_varint, skip_field,
};
use tonic::metadata::MetadataMap;
use tonic::{Request, Status};
use uuid::fmt::Hyphenated;

use super::caller::REQUEST_ID;

/// What stands before a message on the wire: whether it is compressed, and its length.
const PREFIX: usize = 5;

/// A random UUID.
pub(super) fn fresh() -> Result<HeaderValue, Status> {
    let none = || Status::internal("this machine gives no random bytes for a request id");
    let mut bytes = [0; 16];
    aws_lc_rs::rand::fill(&mut bytes).map_err(|_| none())?;
    let id = uuid::Builder::from_random_bytes(bytes).into_uuid();
    let mut text = [0; Hyphenated::LENGTH];
    HeaderValue::from_str(id.hyphenated().encode_lower(&mut text)).map_err(|_| none())
}

/// The message with the `x-request-id` by which its failures are known.
pub(super) fn identified<T>(message: T, id: &HeaderValue) -> Request<T> {
    let headers = HeaderMap::from_iter([(REQUEST_ID, id.clone())]);
    let metadata = MetadataMap::from_headers(headers);
    Request::from_parts(metadata, Extensions::default(), message)
}

/// The framed message with the id in this field, if it had none there. A compressed one stays as it is.
pub(super) fn set(framed: Bytes, field: u32, id: &HeaderValue) -> Bytes {
    match framed.get(PREFIX..) {
        Some(message) if framed.first() == Some(&0) && !has(message, field) => {
            with(message, field, id.as_bytes())
        }
        _ => framed,
    }
}

/// Whether the framed message can't be read here.
pub(super) fn is_compressed(framed: &Bytes) -> bool {
    framed.first().is_some_and(|flag| *flag != 0)
}

/// Whether the message has a text in this field. What can't be read is left for the server to refuse.
fn has(message: &[u8], field: u32) -> bool {
    let mut rest = message;
    let mut found = false;
    while rest.has_remaining() {
        let Ok((number, kind)) = decode_key(&mut rest) else {
            return true;
        };
        let mut peek = rest;
        if number == field && kind == WireType::LengthDelimited {
            found = decode_varint(&mut peek).is_ok_and(|length| length > 0);
        }
        if skip_field(kind, number, &mut rest, DecodeContext::default()).is_err() {
            return true;
        }
    }
    found
}

/// Fields may come in any order, and of one that comes twice the last counts.
fn with(message: &[u8], field: u32, id: &[u8]) -> Bytes {
    let mut framed = BytesMut::with_capacity(PREFIX + message.len() + id.len() + 12);
    framed.put_bytes(0, PREFIX);
    framed.put_slice(message);
    encode_key(field, WireType::LengthDelimited, &mut framed);
    encode_varint(id.len() as u64, &mut framed);
    framed.put_slice(id);
    let length = framed.len() - PREFIX;
    if let Some(mut place) = framed.get_mut(1..PREFIX) {
        // No message of 4 GiB gets here: tonic encodes none.
        place.put_u32(u32::try_from(length).unwrap_or(u32::MAX));
    }
    framed.freeze()
}
