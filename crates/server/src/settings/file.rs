//! What does the settings file say, or what is wrong there? In words of ours: a parser's quote the line, and with it the
//! password that stands in it.

use super::RawSettings;

/// Every entry, and what it must be.
const ENTRIES: [(&str, &str); 17] = [
    (
        "listen",
        "an address and port in quotes, such as \"127.0.0.1:50051\"",
    ),
    ("database-url", "a URL in quotes"),
    ("reader-connections", "a number from 1 to 100"),
    ("cores", "a number from 1 to 256"),
    ("key-file", "a path in quotes"),
    ("mail-directory", "a path in quotes"),
    ("smtp-url", "a URL in quotes"),
    ("smtp-timeout-seconds", "a number from 1 to 600"),
    ("smtp-authority", "a path in quotes"),
    ("mail-sender", "a name and address in quotes"),
    ("public-url", "a URL in quotes"),
    ("tls-certificate", "a path in quotes"),
    ("tls-key", "a path in quotes"),
    (
        "cors-origins",
        "origins in quotes with commas between, in [ ]",
    ),
    ("log", "a filter in quotes, such as \"info\""),
    ("log-format", "\"text\" or \"json\""),
    ("drain-seconds", "a number of seconds"),
];

pub(super) fn parse(text: &str) -> Result<RawSettings, String> {
    if let Ok(raw) = toml::from_str::<RawSettings>(text) {
        return Ok(raw);
    }
    let table = toml::from_str::<toml::Table>(text).map_err(|cause| {
        let start = cause.span().map_or(0, |span| span.start);
        format!(
            "line {} cannot be read: entries are NAME = \"TEXT\" or NAME = NUMBER, each once",
            line_at(text, start)
        )
    })?;
    for (name, value) in table {
        let Some((_, must)) = ENTRIES.iter().find(|(known, _)| *known == name) else {
            return Err(unknown(text, &name));
        };
        let alone = toml::Table::from_iter([(name.clone(), value)]);
        if alone.try_into::<RawSettings>().is_err() {
            return Err(format!(
                "line {}: {name} must be {must}",
                line_of(text, &name)
            ));
        }
    }
    Err("cannot be read".to_owned())
}

/// Named only if it can be a misspelt entry: whatever else stands there may be a secret.
fn unknown(text: &str, name: &str) -> String {
    let known = ENTRIES.map(|(name, _)| name).join(", ");
    let line = line_of(text, name);
    let is_name = name.len() <= 32
        && name
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte == b'-' || byte == b'_');
    if is_name {
        format!("line {line}: there is no entry {name}; there are {known}")
    } else {
        format!("line {line} has an entry that is not known; there are {known}")
    }
}

/// The line on which an entry begins.
fn line_of(text: &str, name: &str) -> usize {
    let begins = |line: &str| {
        let line = line.trim_start().trim_start_matches(['[', '"', '\'']);
        line.starts_with(name)
    };
    text.lines().position(begins).map_or(1, |line| line + 1)
}

fn line_at(text: &str, byte: usize) -> usize {
    let before = text.bytes().take(byte);
    before.filter(|byte| *byte == b'\n').count() + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_entry_is_known_and_says_what_it_must_be() {
        for (name, must) in ENTRIES {
            let wrong = parse(&format!("{name} = {{ canary = 1 }}\n")).expect_err("refused");
            assert_eq!(wrong, format!("line 1: {name} must be {must}"));
        }
    }

    #[test]
    fn attack_b5_no_bad_file_is_quoted() {
        for text in [
            "databse-url = \"postgres://u:canary@db/g\"\n",
            "database-url = \"postgres://u:canary@db/g\n",
            "database-url = postgres://u:canary@db/g\n",
            "database-url = [\"postgres://u:canary@db/g\"]\n",
            "postgres://u:canary@db/g\n",
            "\"postgres://u:canary@db/g\" = 1\n",
            "smtp-url = \"smtp://u:canary@m\"\nsmtp-url = \"smtp://u:canary@m\"\n",
            "reader-connections = \"canary\"\n",
            "log-format = \"canary\"\n",
            "listen = \"canary\"\n",
            "[canary.\"x y\"]\nkey = 1\n",
            "Canary = 1\ncanary1 = 2\n",
            "password = canary\n",
        ] {
            let wrong = parse(text).expect_err("refused");
            let shown = if text.starts_with("[canary") {
                wrong.replace("no entry canary;", "")
            } else {
                wrong.clone()
            };
            assert!(!shown.contains("canary"), "{text}: {wrong}");
            assert!(
                wrong.contains("line 1") || wrong.contains("line 2"),
                "{wrong}"
            );
        }
    }
}
