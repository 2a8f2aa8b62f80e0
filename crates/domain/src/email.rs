//! Email addresses, as far as Grantor must understand them: whom an invitation is for.

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::InvalidText;
use crate::text::deceives;

/// An address of at most 254 bytes, kept as written and compared in lower case; an international domain in the form in
/// which mail servers know it (RFC 5890).
#[derive(Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Email(String);

impl Email {
    /// Takes `local@domain` with a dot in the domain; quoted local parts, and local parts beyond ASCII, are refused.
    pub fn parse(text: &str) -> Result<Self, InvalidText> {
        let text = text.trim();
        let international;
        let text = match text.rsplit_once('@') {
            Some((local, domain)) if !domain.is_ascii() => {
                international = format!("{local}@{}", in_ascii(domain)?);
                &international
            }
            _ => text,
        };
        let fits = text.len() <= 254
            && text.split_once('@').is_some_and(|(local, domain)| {
                (1..=64).contains(&local.len()) && is_local(local) && is_domain(domain)
            });
        if fits {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidText(
                "must be an email address such as ann@example.com".to_owned(),
            ))
        }
    }

    /// The address as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What two spellings of one address have in common.
    pub fn normalized(&self) -> String {
        self.0.to_ascii_lowercase()
    }
}

/// The one form of an international domain (UTS 46), as `xn--` labels.
fn in_ascii(domain: &str) -> Result<String, InvalidText> {
    let wrong = || InvalidText(format!("has a domain that is none: {domain:?}"));
    if domain.chars().any(deceives) {
        return Err(wrong());
    }
    idna::domain_to_ascii_strict(domain).map_err(|_| wrong())
}

/// RFC 5322 dot-atom.
fn is_local(text: &str) -> bool {
    let atom = |byte: u8| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~.".contains(&byte);
    text.bytes().all(atom) && !text.starts_with('.') && !text.ends_with('.') && !text.contains("..")
}

/// RFC 1035 labels, two or more.
fn is_domain(text: &str) -> bool {
    let label = |part: &str| {
        (1..=63).contains(&part.len())
            && part
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !part.starts_with('-')
            && !part.ends_with('-')
    };
    text.contains('.') && text.split('.').all(label)
}

impl TryFrom<String> for Email {
    type Error = InvalidText;
    fn try_from(text: String) -> Result<Self, InvalidText> {
        Self::parse(&text)
    }
}

impl From<Email> for String {
    fn from(email: Email) -> String {
        email.0
    }
}

/// Logs never show an address.
impl fmt::Debug for Email {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Email(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_line_breaks_and_half_addresses() {
        assert!(Email::parse("Ann.Example+x@mail.example.com").is_ok());
        let international = Email::parse("Info@Müller.CH").map(|email| email.0);
        assert_eq!(international, Ok("Info@xn--mller-kva.ch".to_owned()));
        assert_eq!(
            Email::parse("info@xn--mller-kva.ch").map(|email| email.normalized()),
            Email::parse("info@MÜLLER.ch").map(|email| email.normalized())
        );
        for bad in [
            "",
            "müller@example.com",
            "ann@mül ler.ch",
            "ann@-ü.ch",
            "ann",
            "ann@",
            "@example.com",
            "ann@example",
            "a b@example.com",
            "ann@example.com\nBcc: bob@example.com",
            "ann@exam\u{200b}ple.com",
            "ann@-a.com",
            "a..b@example.com",
        ] {
            assert!(Email::parse(bad).is_err(), "{bad:?}");
        }
    }
}
