//! How is a message of the API written as JSON? By the mapping of proto3, read from the API's own descriptors.

use std::sync::LazyLock;

use grantor::v1;
use prost::Message;
use prost_reflect::{DescriptorPool, DynamicMessage, ReflectMessage, Value};

use super::Failure;

/// A message that can be printed as JSON.
pub(super) trait Named: Message {
    /// Its full name in the API.
    const NAME: &'static str;
}

macro_rules! named {
    ($($message:ident),+ $(,)?) => {
        $(impl Named for v1::$message {
            const NAME: &'static str = concat!("grantor.v1.", stringify!($message));
        })+
    };
}

named!(
    AccessChange,
    AccessibleProduct,
    Accessor,
    AddChangeRequestCommentResponse,
    ApplyChangeRequestResponse,
    CancelChangeRequestResponse,
    Change,
    ChangeRequest,
    CheckAccessResponse,
    CreateGrantResponse,
    CreateKeyResponse,
    DeleteGrantResponse,
    ExplainAccessResponse,
    Grant,
    HeldRight,
    Key,
    Member,
    MemberAccess,
    Partnership,
    RejectChangeRequestResponse,
    ResourceChange,
    RevokeKeyResponse,
    ServiceAccount,
    StartChangeRequestResponse,
    WatchChangesResponse,
);

static API: LazyLock<Result<DescriptorPool, String>> = LazyLock::new(|| {
    DescriptorPool::decode(grantor::FILE_DESCRIPTOR_SET).map_err(|wrong| wrong.to_string())
});

/// On one line, fields in the order of the API, such as are at their default left out.
pub(super) fn line<M: Named>(message: &M) -> Result<String, Failure> {
    Ok(serde_json::to_string(&dynamic(message)?)?)
}

/// The same over several lines.
pub(super) fn document<M: Named>(message: &M) -> Result<String, Failure> {
    Ok(serde_json::to_string_pretty(&dynamic(message)?)?)
}

/// What a change made of a thing, as a document; none where it says nothing of it.
pub(super) fn after(changed: &v1::ResourceChange) -> Result<Option<String>, Failure> {
    let message = dynamic(changed)?;
    let known = message.descriptor();
    let choice = known
        .oneofs()
        .find(|choice| choice.name() == "after")
        .ok_or("after")?;
    let state = choice.fields().find(|field| message.has_field(field));
    let state = state.map(|field| message.get_field(&field).into_owned());
    let Some(Value::Message(state)) = state else {
        return Ok(None);
    };
    Ok(Some(serde_json::to_string_pretty(&state)?))
}

fn dynamic<M: Named>(message: &M) -> Result<DynamicMessage, Failure> {
    let pool = API.as_ref().map_err(String::as_str)?;
    let described = pool.get_message_by_name(M::NAME).ok_or(M::NAME)?;
    Ok(DynamicMessage::decode(
        described,
        message.encode_to_vec().as_slice(),
    )?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_is_the_json_of_the_api() -> Result<(), Failure> {
        let key = v1::Key {
            name: "serviceAccounts/panel/keys/k1".into(),
            create_time: Some(prost_types::Timestamp {
                seconds: 1_700_000_000,
                nanos: 0,
            }),
            ..Default::default()
        };
        assert_eq!(
            line(&key)?,
            r#"{"name":"serviceAccounts/panel/keys/k1","createTime":"2023-11-14T22:13:20Z"}"#
        );
        Ok(())
    }
}
