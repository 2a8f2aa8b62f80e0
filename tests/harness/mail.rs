//! The mails that Grantor wrote, as a mail program shows them.

use std::time::Duration;

use super::world::World;

impl World {
    /// The token in the newest mail to this address, once it is there.
    pub async fn mailed_token(&self, to: &str) -> String {
        for _ in 0..600 {
            if let Some(token) = self
                .mails_to(to)
                .into_iter()
                .last()
                .and_then(|mail| token_in(&mail))
            {
                return token;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("no mail to {to} arrived within 15 seconds")
    }

    /// The same of a link that confirms an email, which waits a little in case a newer one comes in its place.
    pub async fn confirming_token(&self, to: &str) -> String {
        self.passes(Duration::from_secs(6));
        self.mailed_token(to).await
    }

    /// The newest mail to this address with this subject, once it is there.
    pub async fn mailed(&self, to: &str, subject: &str) -> String {
        let subject = format!("Subject: {subject}\r\n");
        for _ in 0..600 {
            if let Some(mail) = self
                .mails_to(to)
                .into_iter()
                .rev()
                .find(|mail| mail.contains(&subject))
            {
                return mail;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("no such mail to {to} arrived within 15 seconds")
    }

    /// The token in the newest mail to this address with this subject, once it is there.
    pub async fn mailed_with(&self, to: &str, subject: &str) -> String {
        token_in(&self.mailed(to, subject).await).expect("a token in the mail")
    }

    /// The token that confirms this email for this user.
    pub async fn confirmation(&self, to: &str, user: &str) -> String {
        // It waits in case a newer one comes in its place.
        self.passes(Duration::from_secs(6));
        let mail = self.mailed_saying(to, &format!("\n{user}.")).await;
        token_in(&mail).expect("a token in the mail")
    }

    /// The newest mail to this address that says this, once it is there.
    pub async fn mailed_saying(&self, to: &str, said: &str) -> String {
        for _ in 0..600 {
            let mut mails = self.mails_to(to).into_iter().rev();
            if let Some(mail) = mails.find(|mail| mail.contains(said)) {
                return mail;
            }
            tokio::time::sleep(Duration::from_millis(25)).await;
        }
        panic!("no mail to {to} that says {said:?} arrived within 15 seconds")
    }

    /// Every mail as it would travel.
    pub fn raw_mails(&self) -> Vec<String> {
        let files = std::fs::read_dir(self.directory.path().join("mail"));
        let paths = files
            .into_iter()
            .flatten()
            .filter_map(|entry| Some(entry.ok()?.path()))
            .filter(|path| path.extension().is_some_and(|extension| extension == "eml"));
        paths
            .filter_map(|path| std::fs::read_to_string(path).ok())
            .collect()
    }

    /// Every mail to this address, oldest first.
    pub fn mails_to(&self, to: &str) -> Vec<String> {
        let directory = self.directory.path().join("mail");
        let mut mails: Vec<_> = std::fs::read_dir(directory)
            .into_iter()
            .flatten()
            .filter_map(|entry| {
                let path = entry.ok()?.path();
                // Drafts are not whole yet.
                path.extension().filter(|extension| *extension == "eml")?;
                let text = readable(&std::fs::read_to_string(&path).ok()?);
                let written = std::fs::metadata(&path).ok()?.modified().ok()?;
                text.contains(&format!("To: {to}\r\n"))
                    .then_some((written, text))
            })
            .collect();
        mails.sort();
        mails.into_iter().map(|(_, text)| text).collect()
    }
}

/// A link's token: whatever stands before a secret of 32 letters, in parts that end in dots.
pub fn token_in(mail: &str) -> Option<String> {
    let is_token = |line: &&str| {
        let secret = line.rsplit_once('.').map_or("", |(_, secret)| secret);
        let letters = |text: &str| {
            text.bytes().all(|byte| {
                byte.is_ascii_lowercase() || byte.is_ascii_digit() || b".-".contains(&byte)
            })
        };
        secret.len() == 32 && letters(line)
    };
    mail.lines().find(is_token).map(str::to_owned)
}

/// Headers and plain text, with what was encoded for the way taken back.
fn readable(mail: &str) -> String {
    let (headers, _) = mail.split_once("\r\n\r\n").expect("headers and a body");
    format!("{}\r\n\r\n{}", unfolded(headers), part(mail, "text/plain"))
}

/// A part of this type.
pub fn part(mail: &str, of: &str) -> String {
    let boundary = mail.split("boundary=\"").nth(1).expect("parts");
    let boundary = boundary.split('"').next().expect("a boundary");
    let boundary = format!("--{boundary}");
    let mut parts = mail.split(&boundary);
    let part = parts
        .find(|part| part.contains(&format!("Content-Type: {of}")))
        .expect("the part");
    let (headers, body) = part.trim_start().split_once("\r\n\r\n").expect("a part");
    let encoding = headers
        .lines()
        .find_map(|line| line.strip_prefix("Content-Transfer-Encoding: "));
    match encoding {
        Some("quoted-printable") => quoted_printable(body),
        Some("base64") => String::from_utf8(base64(body)).expect("UTF-8"),
        _ => body.to_owned(),
    }
}

/// Header lines as one each, words decoded (RFC 2047, as lettre writes them).
fn unfolded(headers: &str) -> String {
    let headers = headers.replace("\r\n ", " ").replace("?= =?", "?==?");
    let mut text = String::new();
    let mut rest = headers.as_str();
    while let Some((before, word)) = rest.split_once("=?utf-8?b?") {
        let (word, after) = word.split_once("?=").expect("an encoded word");
        text.push_str(before);
        text.push_str(&String::from_utf8(base64(word)).expect("UTF-8"));
        rest = after;
    }
    text + rest
}

fn quoted_printable(text: &str) -> String {
    let text = text.replace("=\r\n", "");
    let mut bytes = Vec::new();
    let mut parts = text.split('=');
    bytes.extend(parts.next().unwrap_or_default().bytes());
    for part in parts {
        let (code, rest) = part.split_at(2);
        bytes.push(u8::from_str_radix(code, 16).expect("hex"));
        bytes.extend(rest.bytes());
    }
    String::from_utf8(bytes).expect("UTF-8")
}

fn base64(text: &str) -> Vec<u8> {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut bytes = Vec::new();
    let (mut value, mut bits) = (0_u32, 0);
    for byte in text.bytes().filter(|byte| !b"=\r\n".contains(byte)) {
        let digit = ALPHABET
            .iter()
            .position(|known| *known == byte)
            .expect("base64");
        value = value << 6 | u32::try_from(digit).expect("small");
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((value >> bits & 0xff) as u8);
        }
    }
    bytes
}
