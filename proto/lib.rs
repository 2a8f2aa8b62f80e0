//! The API of Grantor: its types, and a client for it.
//!
//! ```no_run
//! # async fn ask() -> Result<(), Box<dyn std::error::Error>> {
//! use grantor::client::Client;
//!
//! let client = Client::new("https://grantor.example:443", "grk_...")?;
//! let answer = client.check("users/alice", "manage", "organizations/acme/products/drive-1").await?;
//! assert!(answer.allowed);
//! # Ok(())
//! # }
//! ```
//!
//! [`client`] is a thin layer by hand, over what is made from `proto/grantor/v1`: the messages and the bare
//! stubs in [`v1`], whose docs are the comments there.

#![warn(missing_docs)]

#[path = "../sdk/rust/src/mod.rs"]
pub mod client;
#[doc(hidden)]
pub mod codec;

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
    /// It takes something away, and is let in beside all other calls.
    pub takes_away: bool,
    /// It finds what others have by guesses: limited by rate for each acting user.
    pub searches: bool,
    /// Its answers are a stream, which ends when the caller says so.
    pub streams: bool,
}

/// Every method of the API with its authorization.
pub const METHODS: &[Method] = include!(concat!(env!("OUT_DIR"), "/methods.rs"));
