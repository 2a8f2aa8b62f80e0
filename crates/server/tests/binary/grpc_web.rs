//! gRPC-Web of the binary, as curl would send it: bytes over HTTP/1.1, and the setting that lets pages in.

use std::io::{Read, Write};
use std::net::TcpStream;

use crate::process::Running;
use crate::site::{Server, Site};

const CHECK: &str = "/grantor.v1.AccessService/CheckAccess";

impl Server {
    /// Sends it as it is, and reads to the end.
    fn hears(&self, request: &str, body: &[u8]) -> Vec<u8> {
        let mut connection = TcpStream::connect(&self.address).expect("it listens");
        let head = request.replace('\n', "\r\n");
        let length = body.len();
        let head = format!("{head}connection: close\r\ncontent-length: {length}\r\n\r\n");
        connection.write_all(head.as_bytes()).expect("it reads");
        connection.write_all(body).expect("it reads");
        let mut answer = Vec::new();
        connection.read_to_end(&mut answer).expect("it answers");
        answer
    }

    /// Whether a browser would let a script of this origin call.
    fn lets_in(&self, origin: &str) -> bool {
        let asked = format!(
            "OPTIONS {CHECK} HTTP/1.1\nhost: grantor\norigin: {origin}\n\
             access-control-request-method: POST\naccess-control-request-headers: authorization\n"
        );
        let answer = String::from_utf8(self.hears(&asked, b"")).expect("text");
        answer.contains(&format!("access-control-allow-origin: {origin}\r\n"))
    }
}

/// `serve` with a setting from the environment.
fn serving(site: &Site, origins: &str) -> Server {
    let key = site.makes_key("shop", &["access.ask"]);
    let mut command = site.command(&["serve", "--listen", "127.0.0.1:0"]);
    let mut running = Running::start(command.env("GRANTOR_CORS_ORIGINS", origins));
    let line = running.says("\"serving\"");
    let address = line.split("\"address\":\"").nth(1).expect("an address");
    let address = address.split('"').next().expect("its end").to_owned();
    Server {
        running,
        address,
        key,
    }
}

#[test]
fn dev_answers_a_page_on_another_port_of_this_machine() {
    let server = Site::empty().dev(&[]);
    assert!(server.lets_in("http://localhost:5173"));
    assert!(!server.lets_in("https://panel.example.com"));
    // Fields 1, 2 and 3 of CheckAccessRequest, each a text with its length.
    let message = b"\x0a\x0busers/alice\x12\x23organizations/acme/products/drive-1\x1a\x06manage";
    let mut frame = vec![0, 0, 0, 0, u8::try_from(message.len()).expect("short")];
    frame.extend(message);
    let request = format!(
        "POST {CHECK} HTTP/1.1\nhost: grantor\norigin: http://localhost:5173\n\
         content-type: application/grpc-web+proto\nauthorization: Bearer {}\n",
        server.key
    );
    let answer = server.hears(&request, &frame);
    let answer = String::from_utf8_lossy(&answer);
    assert!(answer.starts_with("HTTP/1.1 200 OK\r\n"), "{answer}");
    assert!(answer.contains("access-control-allow-origin: http://localhost:5173\r\n"));
    assert!(answer.contains("grpc-status:0\r\n"), "{answer}");
}

#[test]
fn serve_lets_in_the_listed_origins_alone() {
    let site = Site::migrated();
    let server = serving(&site, "https://panel.example.com,http://localhost:5173");
    assert!(server.lets_in("https://panel.example.com"));
    assert!(server.lets_in("http://localhost:5173"));
    assert!(!server.lets_in("http://localhost:5174"));
    assert!(!server.lets_in("https://evil.example"));
}

#[test]
fn serve_lets_in_nobody_unless_told() {
    let site = Site::migrated();
    let server = serving(&site, "");
    assert!(!server.lets_in("http://localhost:5173"));
    assert!(!server.lets_in("null"));
}

#[test]
fn the_settings_file_has_a_list() {
    let site = Site::migrated();
    let key = site.makes_key("shop", &["access.ask"]);
    let list = "cors-origins = [\"https://a.example\", \"https://b.example\"]\n";
    std::fs::write(site.path("grantor.toml"), list).expect("written");
    let server = site.serve_with(key, &["--config", "grantor.toml"]);
    assert!(server.lets_in("https://a.example"));
    assert!(server.lets_in("https://b.example"));
}
