//! Any RPC by its name, with a message made from its descriptor.

use std::sync::LazyLock;

use prost_reflect::{
    DescriptorPool, DynamicMessage, FieldDescriptor, Kind, MethodDescriptor, ReflectMessage, Value,
};
use tonic::codec::{Codec, DecodeBuf, Decoder, EncodeBuf, Encoder};
use tonic::transport::Channel;
use tonic::{Request, Status};

use crate::harness::{Actor, Answer};

static POOL: LazyLock<DescriptorPool> = LazyLock::new(|| {
    DescriptorPool::decode(grantor::FILE_DESCRIPTOR_SET).expect("the descriptors are good")
});

/// The RPC of this name, such as `GrantService/CreateGrant`.
pub fn method(rpc: &str) -> MethodDescriptor {
    let (service, name) = rpc.split_once('/').expect("Service/Method");
    let service = POOL
        .get_service_by_name(&format!("grantor.v1.{service}"))
        .expect("a service");
    service
        .methods()
        .find(|method| method.name() == name)
        .unwrap_or_else(|| panic!("{rpc} is no method"))
}

/// A request of this RPC in protobuf text format.
pub fn request(rpc: &str, text: &str) -> DynamicMessage {
    DynamicMessage::parse_text_format(method(rpc).input(), text)
        .unwrap_or_else(|wrong| panic!("{rpc}: {wrong}"))
}

/// An answer of this RPC.
pub fn answer(rpc: &str, bytes: &[u8]) -> DynamicMessage {
    DynamicMessage::decode(method(rpc).output(), bytes).expect("an answer of the RPC")
}

/// An update mask with these paths for the request.
pub fn mask(request: &DynamicMessage, paths: &[&str]) -> DynamicMessage {
    let field = request
        .descriptor()
        .get_field_by_name("update_mask")
        .expect("an update");
    let Kind::Message(mask) = field.kind() else {
        panic!("a mask is a message")
    };
    let mut mask = DynamicMessage::new(mask);
    let paths = paths
        .iter()
        .map(|path| Value::String((*path).to_owned()))
        .collect();
    mask.set_field_by_name("paths", Value::List(paths));
    mask
}

/// Calls any RPC with these headers.
pub async fn call(
    channel: &Channel,
    headers: &[(&'static str, String)],
    rpc: &str,
    message: Vec<u8>,
) -> Answer<Vec<u8>> {
    let mut client = tonic::client::Grpc::new(channel.clone());
    client.ready().await.expect("the channel is open");
    let mut request = Request::new(message);
    for (name, value) in headers {
        request
            .metadata_mut()
            .append(*name, value.parse().expect("printable"));
    }
    let path = format!("/grantor.v1.{rpc}");
    let mut methods = grantor::METHODS.iter();
    let streams = methods.any(|method| method.path == path && method.streams);
    let path = path.parse().expect("a path");
    if !streams {
        return Ok(client.unary(request, path, Raw).await?.into_inner());
    }
    // Of a stream the first answer, and then nobody reads any more.
    let answers = client.server_streaming(request, path, Raw).await?;
    let first = answers.into_inner().message().await?;
    Ok(first.expect("an answer before the end"))
}

impl Actor {
    /// Calls any RPC with a message made from its descriptor.
    pub async fn calls(&self, rpc: &str, message: &DynamicMessage) -> Answer<DynamicMessage> {
        use prost::Message;
        let bytes = call(
            self.channel(),
            &self.headers(),
            rpc,
            message.encode_to_vec(),
        )
        .await?;
        Ok(answer(rpc, &bytes))
    }
}

/// Bytes as they are.
struct Raw;

impl Codec for Raw {
    type Encode = Vec<u8>;
    type Decode = Vec<u8>;
    type Encoder = Self;
    type Decoder = Self;

    fn encoder(&mut self) -> Self {
        Self
    }

    fn decoder(&mut self) -> Self {
        Self
    }
}

impl Encoder for Raw {
    type Item = Vec<u8>;
    type Error = Status;

    fn encode(&mut self, item: Vec<u8>, buffer: &mut EncodeBuf<'_>) -> Result<(), Status> {
        prost::bytes::BufMut::put_slice(buffer, &item);
        Ok(())
    }
}

impl Decoder for Raw {
    type Item = Vec<u8>;
    type Error = Status;

    fn decode(&mut self, buffer: &mut DecodeBuf<'_>) -> Result<Option<Vec<u8>>, Status> {
        let mut bytes = vec![0; prost::bytes::Buf::remaining(buffer)];
        prost::bytes::Buf::copy_to_slice(buffer, &mut bytes);
        Ok(Some(bytes))
    }
}

/// A field that is set somewhere in a message, or one element of a list.
#[derive(Clone)]
pub struct Place {
    /// As violations name it, such as `grant.rights.names[0]`.
    pub path: String,
    pub field: FieldDescriptor,
    index: Option<usize>,
    /// How to come to the message that has it.
    steps: Vec<(FieldDescriptor, Option<usize>)>,
}

/// Every place in the message, outer ones first.
pub fn places(message: &DynamicMessage) -> Vec<Place> {
    let mut found = Vec::new();
    collect(message, "", &[], &mut found);
    found
}

fn collect(
    message: &DynamicMessage,
    prefix: &str,
    steps: &[(FieldDescriptor, Option<usize>)],
    found: &mut Vec<Place>,
) {
    for (field, value) in message.fields() {
        let path = format!("{prefix}{}", field.name());
        let found_at = |path: &str, index: Option<usize>, value: &Value, found: &mut Vec<Place>| {
            found.push(Place {
                path: path.to_owned(),
                field: field.clone(),
                index,
                steps: steps.to_vec(),
            });
            if let Some(inner) = value.as_message()
                && !inner
                    .descriptor()
                    .full_name()
                    .starts_with("google.protobuf.")
            {
                let steps: Vec<_> = steps
                    .iter()
                    .cloned()
                    .chain([(field.clone(), index)])
                    .collect();
                collect(inner, &format!("{path}."), &steps, found);
            }
        };
        match value.as_list() {
            None => found_at(&path, None, value, found),
            Some(items) => {
                found.push(Place {
                    path: path.clone(),
                    field: field.clone(),
                    index: None,
                    steps: steps.to_vec(),
                });
                for (index, item) in items.iter().enumerate() {
                    found_at(&format!("{path}[{index}]"), Some(index), item, found);
                }
            }
        }
    }
}

impl Place {
    /// A copy of the message without what is at this place.
    pub fn cleared(&self, message: &DynamicMessage) -> DynamicMessage {
        self.edited(message, |parent| parent.clear_field(&self.field))
    }

    /// A copy of the message with another value at this place.
    pub fn with(&self, message: &DynamicMessage, value: Value) -> DynamicMessage {
        self.edited(message, |parent| {
            match (self.index, parent.get_field_mut(&self.field)) {
                (None, place) => *place = value,
                (Some(index), Value::List(items)) => items[index] = value,
                (Some(_), _) => unreachable!("only lists have an index"),
            }
        })
    }

    /// A copy of the message with another value of a field beside this place.
    pub fn beside(&self, message: &DynamicMessage, field: &str, value: Value) -> DynamicMessage {
        self.edited(message, |parent| parent.set_field_by_name(field, value))
    }

    /// What stands here, if it is a text.
    pub fn text(&self, message: &DynamicMessage) -> Option<String> {
        let mut text = None;
        self.edited(message, |parent| {
            let value = parent.get_field(&self.field);
            let value = self
                .index
                .and_then(|index| value.as_list()?.get(index))
                .or(Some(&value));
            text = value.and_then(Value::as_str).map(str::to_owned);
        });
        text
    }

    fn edited(
        &self,
        message: &DynamicMessage,
        edit: impl FnOnce(&mut DynamicMessage),
    ) -> DynamicMessage {
        let mut copy = message.clone();
        let mut parent = &mut copy;
        for (field, index) in &self.steps {
            let value = parent.get_field_mut(field);
            let value = match (index, value) {
                (Some(index), Value::List(items)) => &mut items[*index],
                (_, value) => value,
            };
            let Value::Message(inner) = value else {
                unreachable!("a step leads into a message")
            };
            parent = inner;
        }
        edit(parent);
        copy
    }

    pub fn is_required(&self) -> bool {
        has_behavior(&self.field, "REQUIRED")
    }

    pub fn is_enum(&self) -> bool {
        matches!(self.field.kind(), Kind::Enum(_))
            && (self.index.is_some() || !self.field.is_list())
    }

    pub fn is_text(&self) -> bool {
        matches!(self.field.kind(), Kind::String) && (self.index.is_some() || !self.field.is_list())
    }

    /// Whether it names a resource.
    pub fn is_name(&self) -> bool {
        let reference = POOL
            .get_extension_by_name("google.api.resource_reference")
            .expect("the option");
        self.is_text()
            && (self.field.options().has_extension(&reference)
                || has_behavior(&self.field, "IDENTIFIER"))
    }
}

/// Whether a field is REQUIRED, IDENTIFIER and so on.
pub fn has_behavior(field: &FieldDescriptor, behavior: &str) -> bool {
    let extension = POOL
        .get_extension_by_name("google.api.field_behavior")
        .expect("the option");
    let behaviors = POOL
        .get_enum_by_name("google.api.FieldBehavior")
        .expect("the enum");
    let number = behaviors
        .get_value_by_name(behavior)
        .expect("a behavior")
        .number();
    let options = field.options();
    let value = options.get_extension(&extension);
    value.as_list().is_some_and(|list| {
        list.iter()
            .any(|item| item.as_enum_number() == Some(number))
    })
}
