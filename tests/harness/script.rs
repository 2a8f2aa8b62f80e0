//! A page's script as far as tests need one: gRPC-Web with frames made by hand, and what its browser asks before.

use std::time::Duration;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use http_body_util::{BodyExt, Full};
use hyper::body::Incoming;
use hyper::{HeaderMap, Method, Request, Response, StatusCode};
use hyper_util::client::legacy::{Client, connect::HttpConnector};
use hyper_util::rt::TokioExecutor;
use prost::Message;
use prost::bytes::{Buf, Bytes};
use server::{ListenOptions, Origins};
use tokio::net::TcpListener;
use tonic::Status;

use super::actor::Answer;
use super::world::{World, entrance};

/// The bit of a frame's first byte that says that the frame holds the trailers.
const TRAILERS: u8 = 0x80;

/// A script of one origin, calling one server.
pub struct Script {
    client: Client<HttpConnector, Full<Bytes>>,
    address: String,
    pub headers: HeaderMap,
    /// How often it sends what it is cut off from while it still writes.
    tries: usize,
}

/// What a script hears.
#[derive(Debug)]
pub struct Heard {
    pub status: StatusCode,
    pub headers: HeaderMap,
    messages: Vec<Bytes>,
    /// Of the last frame; empty if there was none.
    pub trailers: HeaderMap,
}

impl World {
    /// A script of this origin, calling a listener which lets these origins in.
    pub async fn script(&self, origins: Origins, origin: &str) -> Script {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("an address").to_string();
        let entrance = ListenOptions {
            origins,
            ..entrance(listener)
        };
        tokio::spawn(server::serve(
            self.app.clone(),
            entrance,
            Duration::from_secs(1),
            std::future::pending(),
        ));
        let mut script = Script {
            client: Client::builder(TokioExecutor::new()).build_http(),
            address,
            headers: HeaderMap::new(),
            tries: 1,
        };
        script.sends("origin", origin);
        script
    }
}

impl Script {
    /// The same by a connection of its own.
    pub fn anew(&self) -> Self {
        Self {
            client: Client::builder(TokioExecutor::new()).build_http(),
            address: self.address.clone(),
            headers: self.headers.clone(),
            tries: self.tries,
        }
    }

    /// The same, which asks again where it is cut off while it writes: over HTTP/1.1 a server that reads no further ends the
    /// connection, and its answer can be lost with what was still on the way.
    pub fn undeterred(mut self) -> Self {
        self.tries = 10;
        self
    }

    /// The same over HTTP/2.
    pub fn over_http2(mut self) -> Self {
        let mut client = Client::builder(TokioExecutor::new());
        self.client = client.http2_only(true).build_http();
        self
    }

    /// From now on with this header.
    pub fn sends(&mut self, name: &'static str, value: &str) {
        let value = value.parse().expect("a header");
        self.headers.insert(name, value);
    }

    /// Sends a message as bytes.
    pub async fn calls<M: Message>(&self, rpc: &str, message: &M) -> Heard {
        let frame = frame(&message.encode_to_vec());
        let path = format!("/grantor.v1.{rpc}");
        let answer = self.posts(&path, "application/grpc-web+proto", frame);
        let (head, body) = answer.await.into_parts();
        let body = body.collect().await.expect("a body").to_bytes();
        Heard::read(head, body)
    }

    /// Sends a message as text, which old browsers need to read a stream.
    pub async fn calls_as_text<M: Message>(&self, rpc: &str, message: &M) -> Heard {
        let frame = STANDARD.encode(frame(&message.encode_to_vec()));
        let path = format!("/grantor.v1.{rpc}");
        let mut text = self.request(&path, "application/grpc-web-text", frame.into());
        let accept = "application/grpc-web-text".parse().expect("a header");
        text.headers_mut().insert("accept", accept);
        let (head, body) = self.sends_off(text).await.into_parts();
        let body = body.collect().await.expect("a body").to_bytes();
        // Each chunk of the answer is encoded, and padded, by itself.
        let quads = body.chunks(4).map(|quad| STANDARD.decode(quad));
        let body = quads.collect::<Result<Vec<_>, _>>().expect("base64");
        Heard::read(head, body.concat().into())
    }

    /// Opens a stream.
    pub async fn opens<M: Message>(&self, path: &str, message: &M) -> Response<Incoming> {
        let frame = frame(&message.encode_to_vec());
        self.posts(path, "application/grpc-web+proto", frame).await
    }

    /// Sends anything.
    pub async fn posts(&self, path: &str, content_type: &str, body: Vec<u8>) -> Response<Incoming> {
        let request = self.request(path, content_type, body);
        self.sends_off(request).await
    }

    /// What the browser asks before a script may send these headers.
    pub async fn preflight(&self, path: &str, headers: &str) -> Response<Incoming> {
        let mut asked = Request::new(Full::default());
        *asked.method_mut() = Method::OPTIONS;
        *asked.uri_mut() = self.uri(path);
        let sent = asked.headers_mut();
        sent.insert("origin", self.headers["origin"].clone());
        let post = "POST".parse().expect("a header");
        sent.insert("access-control-request-method", post);
        let headers = headers.parse().expect("a header");
        sent.insert("access-control-request-headers", headers);
        self.sends_off(asked).await
    }

    fn request(&self, path: &str, content_type: &str, body: Vec<u8>) -> Request<Full<Bytes>> {
        let mut request = Request::new(Full::from(body));
        *request.method_mut() = Method::POST;
        *request.uri_mut() = self.uri(path);
        *request.headers_mut() = self.headers.clone();
        let content_type = content_type.parse().expect("a header");
        request.headers_mut().insert("content-type", content_type);
        request
    }

    fn uri(&self, path: &str) -> hyper::Uri {
        let uri = format!("http://{}{path}", self.address);
        uri.parse().expect("an address")
    }

    async fn sends_off(&self, request: Request<Full<Bytes>>) -> Response<Incoming> {
        for _ in 1..self.tries {
            match self.client.request(request.clone()).await {
                Err(cut) if is_cut_off(&cut) => {}
                answer => return answer.expect("it answers"),
            }
        }
        self.client.request(request).await.expect("it answers")
    }
}

impl Heard {
    fn read(head: hyper::http::response::Parts, mut body: Bytes) -> Self {
        let mut heard = Self {
            status: head.status,
            headers: head.headers,
            messages: Vec::new(),
            trailers: HeaderMap::new(),
        };
        while body.has_remaining() {
            let (flags, content) = first(&mut body);
            if flags & TRAILERS == 0 {
                assert!(heard.trailers.is_empty(), "trailers come last");
                heard.messages.push(content);
            } else {
                heard.trailers = trailers(&content);
            }
        }
        heard
    }

    /// The one message, or why there is none.
    #[expect(
        clippy::result_large_err,
        reason = "a test reads a refusal whole, as from every actor"
    )]
    pub fn answer<M: Message + Default>(mut self) -> Answer<M> {
        let status = Status::from_header_map(&self.trailers);
        // Without a message the status may stand in the headers, as over gRPC.
        let status = status.or_else(|| Status::from_header_map(&self.headers));
        let status = status.unwrap_or_else(|| panic!("no status: {self:?}"));
        if status.code() != tonic::Code::Ok {
            return Err(status.into());
        }
        let message = self.messages.pop().expect("a message");
        assert_eq!(self.messages.len(), 0, "more than one message");
        Ok(M::decode(message).expect("a message of this type"))
    }
}

/// A message with what stands before it: no flag, and its length.
pub fn frame(message: &[u8]) -> Vec<u8> {
    let length = u32::try_from(message.len()).expect("less than 4 GiB");
    [&[0], &length.to_be_bytes()[..], message].concat()
}

/// The flags and the content of the first frame, which is taken away.
pub fn first(body: &mut Bytes) -> (u8, Bytes) {
    let flags = body.get_u8();
    let length = body.get_u32();
    (flags, body.split_to(length as usize))
}

fn trailers(content: &[u8]) -> HeaderMap {
    let text = std::str::from_utf8(content).expect("ASCII");
    let lines = text.lines().map(|line| {
        let (name, value) = line.split_once(':').expect("a name and a value");
        let name: hyper::header::HeaderName = name.parse().expect("a name");
        (name, value.trim().parse().expect("a value"))
    });
    lines.collect()
}

/// Whether the connection was ended while something was written.
fn is_cut_off(error: &(dyn std::error::Error + 'static)) -> bool {
    let io = error.downcast_ref::<std::io::Error>();
    let is_cut = io.is_some_and(|io| {
        use std::io::ErrorKind::{BrokenPipe, ConnectionReset};
        matches!(io.kind(), BrokenPipe | ConnectionReset)
    });
    is_cut || error.source().is_some_and(is_cut_off)
}
