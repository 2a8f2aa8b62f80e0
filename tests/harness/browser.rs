//! A browser as far as tests need one: plain HTTP/1.1 over a connection of its own for each request.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use super::world::World;

/// What came back.
#[derive(Debug, Clone)]
pub struct Page {
    pub status: u16,
    headers: Vec<(String, String)>,
    pub body: String,
}

impl Page {
    /// A header, empty where it is missing.
    pub fn header(&self, name: &str) -> &str {
        let found = self.headers.iter().find(|(known, _)| known == name);
        found.map_or("", |(_, value)| value)
    }

    /// The one heading.
    #[track_caller]
    pub fn title(&self) -> String {
        let mut parts = self.body.split("<h1>");
        let heading = parts
            .nth(1)
            .unwrap_or_else(|| panic!("no heading: {self:?}"));
        assert_eq!(parts.next(), None, "two headings");
        unescaped(heading.split("</h1>").next().expect("its end"))
    }

    /// Whether these words can be read on it.
    pub fn says(&self, words: &str) -> bool {
        unescaped(&self.body).contains(words)
    }
}

fn unescaped(html: &str) -> String {
    html.replace("&#39;", "'")
        .replace("&#34;", "\"")
        .replace("&#60;", "<")
        .replace("&#62;", ">")
        .replace("&#38;", "&")
}

impl World {
    /// A browser that knows this server alone.
    pub fn browser(&self) -> Browser {
        Browser(self.address.clone())
    }
}

/// A browser that knows one server, by its address.
#[derive(Debug, Clone)]
pub struct Browser(String);

impl Browser {
    pub fn of(address: &str) -> Self {
        Self(address.to_owned())
    }

    /// Opens an address of the pages.
    pub async fn opens(&self, path: &str) -> Page {
        self.browses("GET", path, &[], "").await
    }

    /// Sends a form.
    pub async fn posts(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let form: Vec<_> = fields
            .iter()
            .map(|(name, value)| format!("{name}={}", encoded(value)))
            .collect();
        let form_type = "application/x-www-form-urlencoded";
        let headers = [("content-type", form_type)];
        self.browses("POST", path, &headers, &form.join("&")).await
    }

    /// Any request.
    pub async fn browses(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> Page {
        let mut connection = TcpStream::connect(&self.0).await.expect("it listens");
        let mut request = format!(
            "{method} {path} HTTP/1.1\r\nhost: {}\r\nconnection: close\r\ncontent-length: {}\r\n",
            self.0,
            body.len()
        );
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        request.push_str("\r\n");
        request.push_str(body);
        connection
            .write_all(request.as_bytes())
            .await
            .expect("it reads");
        let mut answer = Vec::new();
        connection
            .read_to_end(&mut answer)
            .await
            .expect("it answers");
        parsed(&String::from_utf8(answer).expect("UTF-8"))
    }
}

fn parsed(answer: &str) -> Page {
    let (head, body) = answer.split_once("\r\n\r\n").expect("a head");
    let mut lines = head.lines();
    let status = lines.next().and_then(|line| line.split(' ').nth(1));
    let headers: Vec<_> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let chunked = headers
        .iter()
        .any(|(name, value)| name == "transfer-encoding" && value == "chunked");
    assert!(!chunked, "pages come whole");
    Page {
        status: status.and_then(|code| code.parse().ok()).expect("a status"),
        headers,
        body: body.to_owned(),
    }
}

fn encoded(text: &str) -> String {
    text.bytes().map(|byte| format!("%{byte:02X}")).collect()
}
