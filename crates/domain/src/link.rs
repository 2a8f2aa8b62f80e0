//! Does a name hold a link? Names of people and organizations stand in mails to others, and mail programs make links of
//! whatever looks like one.

use unicode_normalization::UnicodeNormalization;

/// Put after a character that joins the parts of an address: it is not seen, and what follows is a word of its own.
const WORD_JOINER: char = '\u{2060}';

/// The word that is a web or mail address, if there is one; a domain alone can be a company's name.
pub(crate) fn link_in(text: &str) -> Option<&str> {
    text.split_whitespace().find(|word| is_link(word))
}

fn is_link(word: &str) -> bool {
    // Wide characters and the full stops of Asia are read as these by whoever follows the link.
    let plain: String = word.nfkc().flat_map(char::to_lowercase).collect();
    let plain = plain.replace('\u{3002}', ".");
    let within = |mark: char| {
        let parts = plain.split_once(mark);
        parts.is_some_and(|(before, after)| {
            before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)
        })
    };
    let opened = plain.trim_start_matches(|c: char| !c.is_alphanumeric());
    plain.contains("://")
        || opened.starts_with("www.")
        || opened.starts_with("mailto:")
        || within('@')
        || is_domain_with_path(opened)
}

/// Such as `example.com/path`, `example.com:8080` or `example.com?q`.
fn is_domain_with_path(word: &str) -> bool {
    let Some((domain, _)) = word.split_once(['/', ':', '?', '#']) else {
        return false;
    };
    let Some((host, top)) = domain.rsplit_once('.') else {
        return false;
    };
    host.ends_with(char::is_alphanumeric)
        && top.chars().count() > 1
        && top.chars().all(char::is_alphabetic)
}

/// The text so that no mail program finds an address in it; it looks the same.
pub fn unlinked(text: &str) -> String {
    let mut chars = text.chars().peekable();
    let mut unlinked = String::with_capacity(text.len());
    while let Some(c) = chars.next() {
        unlinked.push(c);
        let goes_on = chars.peek().is_some_and(|next| !next.is_whitespace());
        if goes_on
            && matches!(
                c,
                '.' | '@' | ':' | '/' | '\u{3002}' | '\u{ff0e}' | '\u{ff20}'
            )
        {
            unlinked.push(WORD_JOINER);
        }
    }
    unlinked
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_found_in_names() {
        for name in [
            "http://evil.example",
            "Pay at HTTPS://evil.example now",
            "www.evil.example",
            "(www.evil.example)",
            "ann@example.com",
            "Win: evil.com/prize",
            "evil.com:8080",
            "evil.com?x",
            "evil\u{ff0e}com/prize",
            "ann\u{ff20}example.com",
            "evil\u{3002}com/prize",
            "mailto:ann",
        ] {
            assert!(link_in(name).is_some(), "{name}");
        }
    }

    #[test]
    fn names_of_people_and_companies_hold_none() {
        for name in [
            "Booking.com",
            "J.R.R. Tolkien",
            "A/B Testing",
            "St. Gallen/Bern",
            "Müller & Söhne GmbH i.G.",
            "Team @ Work",
            "e.on",
            "3/4",
            "Vision: 2030",
            "株式会社。",
        ] {
            assert_eq!(link_in(name), None, "{name}");
        }
    }

    #[test]
    fn what_is_kept_already_is_shown_so_that_no_link_is_made_of_it() {
        assert_eq!(
            unlinked("http://a.b ann@c. d"),
            "http:\u{2060}/\u{2060}/\u{2060}a.\u{2060}b ann@\u{2060}c. d"
        );
        assert_eq!(unlinked("Ann Example"), "Ann Example");
    }
}
