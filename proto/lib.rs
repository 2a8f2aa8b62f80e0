//! The API of Grantor: its types, and a client for each of its services.
//!
//! ```no_run
//! use grantor::v1::{CheckAccessRequest, Decision, access_service_client::AccessServiceClient};
//! use tonic::{Request, transport::Channel};
//!
//! # async fn ask() -> Result<(), Box<dyn std::error::Error>> {
//! let channel = Channel::from_static("http://localhost:50051").connect().await?;
//! let mut question = Request::new(CheckAccessRequest {
//!     subject: "users/alice".into(),
//!     resource: "organizations/acme/products/drive-1".into(),
//!     right: "manage".into(),
//!     consistency: None,
//! });
//! question.metadata_mut().insert("authorization", "Bearer grk_...".parse()?);
//! let answer = AccessServiceClient::new(channel).check_access(question).await?.into_inner();
//! assert_eq!(answer.decision(), Decision::Allowed);
//! # Ok(())
//! # }
//! ```
//!
//! Nothing here is written by hand: the docs are the comments of `proto/grantor/v1`.

/// Version 1 of the API.
pub mod v1 {
    tonic::include_proto!("grantor.v1");
}

/// Every file of the API with what it imports, comments included: an encoded
/// `google.protobuf.FileDescriptorSet`, for server reflection and for reading
/// the method option `grantor.v1.authorization`.
pub const FILE_DESCRIPTOR_SET: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/grantor.bin"));

/// The option `grantor.v1.authorization` of one method: who may call it, by any one of these ways.
#[derive(Debug, Clone, Copy)]
pub struct Method {
    /// Its path, such as `/grantor.v1.AccessService/CheckAccess`.
    pub path: &'static str,
    /// The right that the acting user holds on the organization; empty for none.
    pub organization_right: &'static str,
    /// Scopes of service accounts that suffice without an acting user.
    pub scopes: &'static [&'static str],
    /// Operators may.
    pub operator: bool,
    /// The user whom the request names may (`self` in the option).
    pub own: bool,
    /// Every authenticated caller may.
    pub any_caller: bool,
    /// Every acting user may, about themselves.
    pub any_user: bool,
    /// Grantor's own page does it for whoever has the link of a mail.
    pub link_page: bool,
    /// Its answers are a stream, which ends when the caller says so.
    pub streams: bool,
}

/// Every method of the API with its authorization.
pub const METHODS: &[Method] = include!(concat!(env!("OUT_DIR"), "/methods.rs"));
