//! Connections on which nobody asks: silent, half begun, idle, or more than there may be. None keeps others out.

use std::io::ErrorKind;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use futures_util::future::join_all;
use grantor::v1;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpSocket, TcpStream};
use tokio_rustls::TlsConnector;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, pem::PemObject};
use tokio_rustls::rustls::{ClientConfig, RootCertStore};
use tonic::transport::{Certificate, Channel, ClientTlsConfig, Endpoint};
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;
use v1::access_service_client::AccessServiceClient;

use crate::process::Running;
use crate::site::{Server, Site};

/// What every client of HTTP/2 says first.
const PREFACE: &[u8] = b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
/// Its settings, none.
const SETTINGS: &[u8] = &[0, 0, 0, 4, 0, 0, 0, 0, 0];
/// Where a frame names its kind, and the kind that says goodbye.
const GOAWAY: u8 = 7;

/// As long as a busy machine may take for what is due within a second or two.
const PATIENCE: Duration = Duration::from_secs(30);

impl Site {
    /// `serve` with one caller that could call.
    fn serving(&self, more: &[&str]) -> Server {
        let key = self.makes_key("cache", &["watch"]);
        self.serve_with(key, more)
    }

    /// A certificate for localhost, and its key.
    fn certified(&self) {
        let made = Command::new("openssl")
            .args(["req", "-x509", "-newkey", "ec", "-pkeyopt"])
            .args(["ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"])
            .args(["-subj", "/CN=localhost", "-addext"])
            .args(["subjectAltName=DNS:localhost", "-addext"])
            .args(["basicConstraints=critical,CA:FALSE", "-keyout"])
            .arg(self.path("key.pem"))
            .arg("-out")
            .arg(self.path("certificate.pem"))
            .stderr(Stdio::null())
            .status();
        assert!(made.expect("openssl runs").success());
    }

    fn certificate(&self) -> Vec<u8> {
        std::fs::read(self.path("certificate.pem")).expect("a certificate")
    }
}

async fn connected(server: &Server) -> TcpStream {
    TcpStream::connect(&server.address)
        .await
        .expect("connected")
}

async fn sent(server: &Server, bytes: &[u8]) -> TcpStream {
    let mut stream = connected(server).await;
    stream.write_all(bytes).await.expect("sent");
    stream
}

/// What comes until the other side closes.
async fn heard(mut stream: impl AsyncReadExt + Unpin) -> Vec<u8> {
    let mut bytes = Vec::new();
    let ended = tokio::time::timeout(PATIENCE, stream.read_to_end(&mut bytes)).await;
    match ended.expect("it is closed in time") {
        Ok(_) => {}
        // As hard, and as good; TLS says that no goodbye came.
        Err(cause) => assert!(
            matches!(
                cause.kind(),
                ErrorKind::ConnectionReset | ErrorKind::UnexpectedEof
            ),
            "{cause}"
        ),
    }
    bytes
}

/// The kinds of the frames of HTTP/2 in these bytes.
fn frames(mut bytes: &[u8]) -> Vec<u8> {
    let mut kinds = Vec::new();
    while let [a, b, c, kind, ..] = *bytes {
        kinds.push(kind);
        let length = usize::from(a) << 16 | usize::from(b) << 8 | usize::from(c);
        bytes = bytes.get(9 + length..).unwrap_or_default();
    }
    kinds
}

async fn is_served(channel: &Channel) {
    let asked = HealthClient::new(channel.clone())
        .check(HealthCheckRequest::default())
        .await;
    let status = asked.expect("answered").into_inner().status();
    assert_eq!(status, ServingStatus::Serving);
}

#[tokio::test]
async fn attack_c3_silence_and_half_prefaces_are_closed_in_time_and_others_are_served() {
    let site = Site::migrated();
    let server = site.serving(&["--handshake-seconds", "2"]);
    let channel = server.connect().await;
    let begun = Instant::now();
    let mut held = Vec::new();
    for index in 0..300 {
        held.push(match index % 3 {
            0 => connected(&server).await,
            1 => sent(&server, &PREFACE[..index % PREFACE.len()]).await,
            // Slow headers of HTTP/1.1 are no better.
            _ => sent(&server, b"GET / HTTP/1.1\r\nhost: gr").await,
        });
    }
    is_served(&channel).await;
    let connecting = begun.elapsed();
    join_all(held.into_iter().map(heard)).await;
    assert!(begun.elapsed() > Duration::from_secs(1), "not at once");
    assert!(begun.elapsed() < connecting + Duration::from_secs(12));
    is_served(&channel).await;
    is_served(&server.connect().await).await;
}

#[tokio::test]
async fn attack_c3_half_a_tls_handshake_is_closed_in_time_and_others_are_served() {
    let site = Site::migrated();
    site.certified();
    let certificate = site.certificate();
    let (chain, key) = (site.path("certificate.pem"), site.path("key.pem"));
    let server = site.serving(&[
        "--handshake-seconds",
        "2",
        "--tls-certificate",
        chain.to_str().expect("text"),
        "--tls-key",
        key.to_str().expect("text"),
    ]);
    let mut roots = RootCertStore::empty();
    let pem = CertificateDer::from_pem_slice(&certificate).expect("a certificate");
    roots.add(pem).expect("trusted");
    let mut config = ClientConfig::builder()
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols.push(b"h2".to_vec());
    let connector = TlsConnector::from(Arc::new(config));
    let mut halves = Vec::new();
    let mut prefaces = Vec::new();
    for index in 0..300 {
        match index % 3 {
            0 => halves.push(connected(&server).await),
            // A handshake of TLS 1.0 to 1.3 begins so; the rest of the 512 bytes never comes.
            1 => halves.push(sent(&server, &[22, 3, 1, 2, 0, 1, 0, 1, 252, 3, 3]).await),
            _ => {
                let name = ServerName::try_from("localhost").expect("a name");
                let stream = connected(&server).await;
                let mut stream = connector.connect(name, stream).await.expect("secured");
                stream.write_all(&PREFACE[..9]).await.expect("sent");
                stream.flush().await.expect("sent");
                prefaces.push(stream);
            }
        }
    }
    let endpoint = Endpoint::from_shared(format!("https://{}", server.address));
    let tls = ClientTlsConfig::new()
        .ca_certificate(Certificate::from_pem(&certificate))
        .domain_name("localhost");
    let endpoint = endpoint.expect("an address").tls_config(tls);
    let channel = endpoint.expect("TLS").connect().await.expect("it answers");
    is_served(&channel).await;
    join_all(halves.into_iter().map(heard)).await;
    join_all(prefaces.into_iter().map(heard)).await;
    is_served(&channel).await;
}

/// The same `serve`, with so many open files at most.
fn serving_with_files(site: &Site, files: u32) -> Server {
    let key = site.makes_key("cache", &["watch"]);
    let serve = site.command(&["serve", "--listen", "127.0.0.1:0"]);
    let mut command = Command::new("prlimit");
    command
        .arg(format!("--nofile={files}:{files}"))
        .arg(serve.get_program())
        .args(serve.get_args())
        .args(["--handshake-seconds", "300"])
        // Each has some files of its own, and machines have many.
        .args(["--cores", "2"])
        .current_dir(site.path(""))
        .stdin(Stdio::null());
    for (name, value) in serve.get_envs() {
        match value {
            Some(value) => command.env(name, value),
            None => command.env_remove(name),
        };
    }
    Server::listening(Running::start(&mut command), key)
}

#[tokio::test]
async fn attack_c3_at_the_limit_of_open_files_it_waits_and_answers_when_some_are_closed() {
    let site = Site::migrated();
    let mut server = serving_with_files(&site, 64);
    let mut held = Vec::new();
    for _ in 0..100 {
        held.push(connected(&server).await);
    }
    server.running.says("no connection can be let in");
    let before = server.running.cpu_time();
    let again = server.running.says_again("no connection can be let in");
    let spent = server.running.cpu_time() - before;
    let times = again.split("\"times\":").nth(1).expect("how often");
    let times = times.split([',', '}']).next().expect("a number");
    // Some seconds lie between the two lines.
    let times: u64 = times.parse().expect("a number");
    assert!((2..500).contains(&times), "{again}");
    assert!(spent < Duration::from_secs(1), "{spent:?}");
    drop(held);
    let connecting = tokio::time::timeout(PATIENCE, server.connect()).await;
    is_served(&connecting.expect("let in")).await;
}

async fn connected_from(address: &str, server: &Server) -> TcpStream {
    let socket = TcpSocket::new_v4().expect("a socket");
    let from = format!("{address}:0").parse().expect("an address");
    socket.bind(from).expect("a loopback address");
    let to = server.address.parse().expect("an address");
    socket.connect(to).await.expect("connected")
}

/// Whether it is let in: HTTP/2 begins, or it is closed at once.
async fn is_let_in(stream: &mut TcpStream) -> bool {
    // One that is closed already cannot be written to.
    let _ = stream.write_all(&[PREFACE, SETTINGS].concat()).await;
    let mut byte = [0];
    let read = tokio::time::timeout(PATIENCE, stream.read(&mut byte)).await;
    matches!(read.expect("answered or closed"), Ok(1))
}

#[tokio::test]
async fn attack_c3_one_address_opens_no_more_than_its_share() {
    let site = Site::migrated();
    let mut server = site.serving(&[
        "--max-connections-per-address",
        "3",
        "--max-connections",
        "5",
        "--handshake-seconds",
        "60",
    ]);
    let mut held = Vec::new();
    for _ in 0..3 {
        held.push(connected_from("127.0.0.2", &server).await);
    }
    assert!(!is_let_in(&mut connected_from("127.0.0.2", &server).await).await);
    server.running.says("max-connections-per-address");
    // Everybody else has the rest.
    let mut others = [
        connected_from("127.0.0.3", &server).await,
        connected_from("127.0.0.4", &server).await,
    ];
    for other in &mut others {
        assert!(is_let_in(other).await);
    }
    assert!(!is_let_in(&mut connected_from("127.0.0.5", &server).await).await);
    drop((held, others));
    let begun = Instant::now();
    while !is_let_in(&mut connected_from("127.0.0.2", &server).await).await {
        assert!(begun.elapsed() < PATIENCE, "seats that are left are free");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn attack_c3_an_idle_connection_is_told_and_closed_and_one_with_a_watch_is_not() {
    let site = Site::migrated();
    let server = site.serving(&["--idle-seconds", "1", "--handshake-seconds", "1"]);
    let watching = server.connect().await;
    let people = v1::WatchChangesRequest {
        parent: "people".into(),
        heartbeat_interval: Some(prost_types::Duration {
            seconds: 1,
            nanos: 0,
        }),
        ..Default::default()
    };
    let opened = AccessServiceClient::new(watching.clone())
        .watch_changes(server.request(people))
        .await;
    let mut answers = opened.expect("open").into_inner();
    let begun = Instant::now();
    // One that begins HTTP/2 and then says nothing, one that lets HTTP/1.1 wait for more.
    let idle = sent(&server, &[PREFACE, SETTINGS].concat()).await;
    let kinds = frames(&heard(idle).await);
    assert!(kinds.contains(&GOAWAY), "{kinds:?}");
    let kept = sent(&server, b"GET /page.css HTTP/1.1\r\nhost: grantor\r\n\r\n").await;
    assert!(heard(kept).await.starts_with(b"HTTP/1.1 200"));
    while begun.elapsed() < Duration::from_secs(5) {
        answers.message().await.expect("open").expect("a heartbeat");
    }
    is_served(&watching).await;
}

#[tokio::test]
async fn a_client_whose_connection_was_idle_goes_on_with_a_new_one() {
    let site = Site::migrated();
    let server = site.serving(&["--idle-seconds", "1"]);
    let channel = server.connect().await;
    is_served(&channel).await;
    // By the time that this one was closed, that of the channel was too.
    heard(sent(&server, &[PREFACE, SETTINGS].concat()).await).await;
    is_served(&channel).await;
}
