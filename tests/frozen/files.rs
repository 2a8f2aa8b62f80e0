//! The files of a frozen world: what stands in which, and how it is written and read.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use serde::{Deserialize, Serialize};

use super::questions::Asked;

/// What must be known to open a frozen database, and what must be in it.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Facts {
    /// The API key that asks, reads and watches.
    pub(super) key: String,
    /// Where each home stands, as its changes are listed and watched under.
    pub(super) heads: BTreeMap<String, i64>,
}

/// The directory of one format on one database.
pub(super) struct Files {
    of_format: PathBuf,
    directory: PathBuf,
}

/// Which database the tests run on, as its directory is called.
pub(super) fn database() -> &'static str {
    match std::env::var("GRANTOR_TEST_DATABASE").as_deref() {
        Ok("postgres") => "postgres",
        _ => "sqlite",
    }
}

impl Files {
    pub(super) fn new(of_format: &Path) -> Self {
        Self {
            directory: of_format.join(database()),
            of_format: of_format.to_owned(),
        }
    }

    pub(super) fn make_directory(&self) {
        std::fs::create_dir_all(&self.directory).expect("a directory");
    }

    pub(super) fn keys(&self) -> PathBuf {
        self.directory.join("keys.json")
    }

    /// The SQLite file, or what pg_dump wrote.
    pub(super) fn database(&self) -> PathBuf {
        self.directory.join(if database() == "sqlite" {
            "grantor.db.gz"
        } else {
            "grantor.sql.gz"
        })
    }

    pub(super) fn answers(&self) -> PathBuf {
        self.of_format.join("answers.jsonl.gz")
    }

    pub(super) fn write_facts(&self, facts: &Facts) {
        let text = serde_json::to_string_pretty(facts).expect("JSON");
        std::fs::write(self.directory.join("facts.json"), text + "\n").expect("written");
    }

    pub(super) fn facts(&self) -> Facts {
        let text = std::fs::read(self.directory.join("facts.json")).expect("facts.json");
        serde_json::from_slice(&text).expect("facts")
    }

    pub(super) fn write_asked(&self, asked: &[Asked]) {
        let line = |asked| serde_json::to_string(asked).expect("JSON") + "\n";
        let text: String = asked.iter().map(line).collect();
        write_small(&self.answers(), text.as_bytes());
    }

    pub(super) fn asked(&self) -> Vec<Asked> {
        let text = String::from_utf8(read_small(&self.answers())).expect("UTF-8");
        text.lines()
            .map(|line| serde_json::from_str(line).expect("a question"))
            .collect()
    }
}

/// Writes a file compressed.
pub(super) fn write_small(path: &Path, content: &[u8]) {
    let mut file = GzEncoder::new(Vec::new(), Compression::best());
    file.write_all(content).expect("compressed");
    std::fs::write(path, file.finish().expect("compressed")).expect("written");
}

/// Reads a file that was written compressed.
pub(super) fn read_small(path: &Path) -> Vec<u8> {
    let file = std::fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut content = Vec::new();
    GzDecoder::new(file.as_slice())
        .read_to_end(&mut content)
        .expect("decompressed");
    content
}
