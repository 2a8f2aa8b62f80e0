//! What is another in every run, made the same: times, and ids that the server makes.

/// The text with every time and every id that nobody chose replaced by others of the same width.
pub(crate) fn steady(text: &str) -> String {
    let mut steady = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if let Some(length) = time(rest) {
            steady += "2000-01-01T00:00:00Z";
            rest = &rest[length..];
        } else if let Some(length) = word(rest) {
            let word = &rest[..length];
            steady += if is_made(word) {
                "made-by-the-server-itself0"
            } else {
                word
            };
            rest = &rest[length..];
        } else {
            steady.push(first);
            rest = &rest[first.len_utf8()..];
        }
    }
    steady
}

/// How long the time is that the text begins with; a fraction of a second counts.
fn time(text: &str) -> Option<usize> {
    let shape = b"0000-00-00T00:00:00";
    let begins = text.as_bytes().get(..shape.len())?;
    let fits = |(wanted, found): (&u8, &u8)| match wanted {
        b'0' => found.is_ascii_digit(),
        _ => wanted == found,
    };
    let shaped = shape.iter().zip(begins).all(fits);
    let end = text.find('Z').filter(|end| shaped && *end <= 29)?;
    Some(end + 1)
}

fn word(text: &str) -> Option<usize> {
    let end = text.find(|letter: char| !letter.is_ascii_alphanumeric());
    Some(end.unwrap_or(text.len())).filter(|length| *length > 0)
}

/// 26 letters and digits, as the server makes ids.
fn is_made(word: &str) -> bool {
    let letters = |letter: u8| letter.is_ascii_lowercase() || (b'2'..=b'7').contains(&letter);
    word.len() == 26 && word.bytes().all(letters)
}

#[test]
fn only_times_and_made_ids_are_replaced() {
    assert_eq!(
        steady("drive-1 2026-11-22T19:20:12.730Z k45zttb657mql7tpme37tfhtvx — Zoë"),
        "drive-1 2000-01-01T00:00:00Z made-by-the-server-itself0 — Zoë"
    );
}
