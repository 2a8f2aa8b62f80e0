//! Texts that people write: normalized, bounded, and without characters that deceive the eye.

use std::fmt;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use crate::joiner;
use crate::link::link_in;

/// Why a text is refused, in words for the caller.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct InvalidText(pub String);

/// Bidirectional overrides, zero-width and other invisible characters.
pub(crate) fn deceives(c: char) -> bool {
    matches!(c,
        '\u{00ad}' | '\u{034f}' | '\u{061c}' | '\u{115f}'..='\u{1160}' | '\u{17b4}'..='\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}' | '\u{1d173}'..='\u{1d17a}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Normalizes to NFC and trims; refuses empty, long, control and invisible characters. Of several lines each ends as
/// one does here, however the form that sent them ends its own.
fn clean(text: &str, max_bytes: usize, lines: bool) -> Result<String, InvalidText> {
    let mut text = normalized(text.trim());
    if lines && text.contains('\r') {
        text = text.replace("\r\n", "\n").replace('\r', "\n");
    }
    if text.is_empty() {
        return Err(InvalidText("must not be empty".to_owned()));
    }
    if text.len() > max_bytes {
        let got = text.len();
        return Err(InvalidText(format!(
            "must be at most {max_bytes} bytes of UTF-8 (got {got})"
        )));
    }
    match misplaced(&text, lines) {
        Some(c) => Err(InvalidText(format!(
            "must not contain control, invisible or text-direction characters (found U+{:04X})",
            u32::from(c)
        ))),
        None => Ok(text),
    }
}

/// In NFC, which ASCII is as it stands; nearly all that is stored is, and a log that is read has much of it.
fn normalized(text: &str) -> String {
    if text.is_ascii() {
        text.to_owned()
    } else {
        text.nfc().collect()
    }
}

/// The first control character, or invisible one where it does not belong.
fn misplaced(text: &str, lines: bool) -> Option<char> {
    let ends_lines = |c: char| lines && matches!(c, '\n' | '\t');
    let bad = |c: char| deceives(c) || (c.is_control() && !ends_lines(c));
    if !text.chars().any(bad) {
        return None;
    }
    let chars: Vec<char> = text.chars().collect();
    let mut places = chars.iter().enumerate().filter(|(_, c)| bad(**c));
    let wrong = places.find(|(place, c)| {
        let (before, after) = chars.split_at(*place);
        !(joiner::is_one(**c) && joiner::is_in_place(before, **c, after.get(1..).unwrap_or(&[])))
    });
    wrong.map(|(_, c)| *c)
}

/// The text as it is searched: without accents and case, so that `zoe` finds Zoë.
pub fn searchable(text: &str) -> String {
    let is_mark = |c: &char| unicode_normalization::char::is_combining_mark(*c);
    let bare = text.nfd().filter(|c| !is_mark(c));
    bare.flat_map(char::to_lowercase).nfc().collect()
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident($max:literal, lines: $lines:literal);)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// Normalizes to NFC and checks the bounds.
            pub fn parse(text: &str) -> Result<Self, InvalidText> {
                clean(text, $max, $lines).map(Self)
            }

            /// The text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidText;
            fn try_from(text: String) -> Result<Self, InvalidText> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> String {
                text.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }
    )*};
}

texts! {
    /// A name that people read: at most 256 bytes, one line.
    DisplayName(256, lines: false);
    /// Why something was done: at most 4 KiB, lines allowed.
    Note(4096, lines: true);
}

impl DisplayName {
    /// A name that mails show to others, of a person or an organization: it holds no web or mail address.
    pub fn parse_without_link(text: &str) -> Result<Self, InvalidText> {
        let name = Self::parse(text)?;
        match link_in(name.as_str()) {
            Some(_) => Err(InvalidText(
                "must hold no web or mail address, since mails show it to others; leave out what begins with http:// or \
                 www., or has an @ or a / after a domain"
                    .to_owned(),
            )),
            None => Ok(name),
        }
    }
}

/// A label on products, such as a client's name: at most 64 bytes, one line, compared byte for byte after NFC.
#[derive(Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Tag(std::sync::Arc<str>);

impl Tag {
    /// Normalizes to NFC and checks the bounds.
    pub fn parse(text: &str) -> Result<Self, InvalidText> {
        clean(text, 64, false).map(|text| Self(text.into()))
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Tag {
    type Error = InvalidText;
    fn try_from(text: String) -> Result<Self, InvalidText> {
        Self::parse(&text)
    }
}

impl From<Tag> for String {
    fn from(tag: Tag) -> String {
        tag.0.as_ref().to_owned()
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

/// A language, as BCP 47 writes it (`en`, `fr-CH`): at most 35 characters.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Locale(String);

impl Locale {
    /// Takes letters, digits and hyphens in parts of one to eight, the first of letters only.
    pub fn parse(text: &str) -> Result<Self, InvalidText> {
        let mut parts = text.split('-');
        let language = parts.next().unwrap_or_default();
        let known = (2..=3).contains(&language.len())
            && language.bytes().all(|byte| byte.is_ascii_alphabetic())
            && parts.all(|part| {
                (1..=8).contains(&part.len())
                    && part.bytes().all(|byte| byte.is_ascii_alphanumeric())
            });
        if known && text.len() <= 35 {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidText(
                "must be a BCP 47 language tag such as en or fr-CH".to_owned(),
            ))
        }
    }

    /// The language tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Its first part, the language alone, in lower case.
    pub fn language(&self) -> String {
        let language = self.0.split('-').next().unwrap_or_default();
        language.to_ascii_lowercase()
    }
}

impl Default for Locale {
    fn default() -> Self {
        Self("en".to_owned())
    }
}

impl TryFrom<String> for Locale {
    type Error = InvalidText;
    fn try_from(text: String) -> Result<Self, InvalidText> {
        Self::parse(&text)
    }
}

impl From<Locale> for String {
    fn from(locale: Locale) -> String {
        locale.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_normalized_and_deceiving_ones_refused() {
        let composed = DisplayName::parse(" Zoe\u{308} ").map(String::from);
        assert_eq!(composed, Ok("Zo\u{eb}".to_owned()));
        for bad in [
            "",
            "  ",
            "a\u{202e}b",
            "a\u{200b}b",
            "a\nb",
            "a\0",
            &"x".repeat(257),
        ] {
            assert!(DisplayName::parse(bad).is_err(), "{bad:?}");
        }
        assert!(Note::parse("one\ntwo").is_ok());
    }

    #[test]
    fn names_of_all_languages_are_names() {
        for name in [
            "ක්\u{200d}රිෂාන්",           // Sinhala: a joined consonant.
            "भट्टराई कार्\u{200d}यालय", // Nepali: the eyelash ra.
            "علی\u{200c}رضا",         // Persian: two parts of a name that are not joined.
            "അവന്\u{200d}",            // Malayalam: a chillu at the end.
            "葛\u{e0100}城",          // Japanese: one shape of a character.
            "辻\u{fe00}",
            "👩\u{200d}💻 Ada",
            "👨🏽\u{200d}🚀",
            "❤\u{fe0f} Team",
            "🏳\u{fe0f}\u{200d}🌈",
        ] {
            assert_eq!(
                DisplayName::parse(name).map(|name| name.as_str().len()),
                Ok(name.len()),
                "{name:?}"
            );
        }
    }

    #[test]
    fn an_invisible_character_out_of_place_is_refused() {
        for name in [
            "a\u{200d}b",
            "a\u{200c}b",
            "\u{200d}ann",
            "ann\u{200c}",
            "a\u{fe0f}b",
            "ann\u{e0100}",
            "❤\u{fe0f}\u{fe0f}",
            "👩\u{200d}\u{200d}💻",
            "👩\u{200d}x",
            "ر\u{200c}ر",
        ] {
            assert!(DisplayName::parse(name).is_err(), "{name:?}");
        }
    }

    #[test]
    fn a_note_is_kept_with_one_sort_of_line_end() {
        let note = Note::parse("one\r\n\ttwo\rthree").map(String::from);
        assert_eq!(note, Ok("one\n\ttwo\nthree".to_owned()));
        assert!(DisplayName::parse("one\ttwo").is_err());
    }

    #[test]
    fn a_search_is_blind_to_accents_and_case() {
        assert_eq!(searchable("Zoë ÉCLAIR Çelik"), "zoe eclair celik");
        assert_eq!(searchable("Ünal"), searchable("U\u{308}NAL"));
    }

    #[test]
    fn locales_follow_bcp_47() {
        for good in ["en", "fr-CH", "zh-Hant-TW"] {
            assert!(Locale::parse(good).is_ok(), "{good}");
        }
        for bad in ["", "e", "english", "en_US", "en-", "1n"] {
            assert!(Locale::parse(bad).is_err(), "{bad}");
        }
    }
}
