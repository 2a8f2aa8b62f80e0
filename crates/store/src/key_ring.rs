//! Which secrets stand outside the database? One file: the keys of the chain, and one key for each other use.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Write;
use std::path::Path;

use aws_lc_rs::{hmac, rand};
use serde::{Deserialize, Serialize};

use crate::error::Error;

/// The keys of a store. Whoever has the database and not these can neither continue the log, nor make a link, nor
/// look up an email.
pub struct KeyRing {
    signing: String,
    keys: BTreeMap<String, hmac::Key>,
    lookup: hmac::Key,
    link: [u8; 32],
    id: [u8; 32],
    page: [u8; 32],
}

/// The file: JSON, each key 32 bytes in hex.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    /// Which of `keys` signs; all verify.
    signing: String,
    keys: BTreeMap<String, String>,
    link: String,
    id: String,
    lookup: String,
    page: String,
}

impl KeyRing {
    /// Reads the file.
    pub fn load(path: &Path) -> Result<Self, Error> {
        let place = path.display();
        private(path)?;
        let text = std::fs::read_to_string(path).map_err(|cause| {
            Error::Config(format!("the key ring {place} cannot be read: {cause}"))
        })?;
        let file: File = serde_json::from_str(&text).map_err(|cause| {
            Error::Config(format!(
                "the key ring {place} is not as it should be: {}",
                safe(&cause)
            ))
        })?;
        Self::new(&file).map_err(|why| Error::Config(format!("the key ring {place}: {why}")))
    }

    /// Makes the file, with new keys, readable for its owner only; refuses if it is there already.
    pub fn create(path: &Path) -> Result<Self, Error> {
        let file = File {
            signing: "k1".to_owned(),
            keys: BTreeMap::from([("k1".to_owned(), drawn()?)]),
            link: drawn()?,
            id: drawn()?,
            lookup: drawn()?,
            page: drawn()?,
        };
        write_new(path, &file).map_err(|cause| {
            Error::Config(format!(
                "the key ring {} cannot be written: {cause}",
                path.display()
            ))
        })?;
        Self::new(&file).map_err(Error::Config)
    }

    fn new(file: &File) -> Result<Self, String> {
        let mut keys = BTreeMap::new();
        for (id, key) in &file.keys {
            keys.insert(id.clone(), hmac_key(&parse(key, named(id))?));
        }
        if !keys.contains_key(&file.signing) {
            return Err("`signing` names none of `keys`".to_owned());
        }
        Ok(Self {
            signing: file.signing.clone(),
            keys,
            lookup: hmac_key(&parse(&file.lookup, "lookup")?),
            link: parse(&file.link, "link")?,
            id: parse(&file.id, "id")?,
            page: parse(&file.page, "page")?,
        })
    }

    /// For the secrets of links in mails.
    pub fn link_key(&self) -> &[u8; 32] {
        &self.link
    }

    /// For the ids of organizations, which a retry must draw again.
    pub fn id_key(&self) -> &[u8; 32] {
        &self.id
    }

    /// For page tokens.
    pub fn page_key(&self) -> &[u8; 32] {
        &self.page
    }

    /// For consistency tokens: one of each key of the chain, the signing one's first. That one seals, all open.
    pub fn token_keys(&self) -> impl Iterator<Item = [u8; 32]> {
        let first = self.keys.get(&self.signing).into_iter();
        let others = self.keys.iter().filter(|(id, _)| **id != self.signing);
        first.chain(others.map(|(_, key)| key)).map(|key| {
            let mut bytes = [0; 32];
            bytes.copy_from_slice(hmac::sign(key, b"consistency token").as_ref());
            bytes
        })
    }

    /// The key that signs, and its id.
    pub(crate) fn signing(&self) -> Option<(&str, &hmac::Key)> {
        let key = self.keys.get(&self.signing)?;
        Some((&self.signing, key))
    }

    /// The key of this id, to verify.
    pub(crate) fn key(&self, id: &str) -> Option<&hmac::Key> {
        self.keys.get(id)
    }

    /// What a normalized text is found by: equal for equal texts, telling nothing without the key.
    pub(crate) fn lookup(&self, normalized: &str) -> String {
        hex(hmac::sign(&self.lookup, normalized.as_bytes()).as_ref())
    }

    /// Tells, in the store, whether this is the ring it was made with.
    pub(crate) fn mark(&self, store: &str) -> String {
        self.lookup(&format!("store\0{store}"))
    }
}

/// Logs never show a key.
impl fmt::Debug for KeyRing {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "KeyRing(signing: {})", self.signing)
    }
}

fn hmac_key(bytes: &[u8; 32]) -> hmac::Key {
    hmac::Key::new(hmac::HMAC_SHA256, bytes)
}

/// Refuses a file that others can read or write. Where it is root's and this program is not, as systemd and Kubernetes
/// hand secrets over, the group is this program's only way to read it.
#[cfg(unix)]
fn private(path: &Path) -> Result<(), Error> {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};

    let Ok(file) = std::fs::metadata(path) else {
        // Whoever reads it says why it cannot be read.
        return Ok(());
    };
    let me = std::fs::metadata("/proc/self").map(|me| me.uid());
    let is_handed_over = file.uid() == 0 && me.is_ok_and(|me| me != 0);
    let others = if is_handed_over { 0o037 } else { 0o077 };
    let mode = file.permissions().mode() & 0o777;
    if mode & others == 0 {
        return Ok(());
    }
    let place = path.display();
    Err(Error::Config(format!(
        "others can read the key ring {place} (mode {mode:04o}), and forge the change log by it: chmod 600 {place}"
    )))
}

#[cfg(not(unix))]
fn private(_: &Path) -> Result<(), Error> {
    Ok(())
}

/// A name from the file, if it can be one: a key may stand in its place.
fn named(id: &str) -> &str {
    if id.len() <= 16 { id } else { "of a long name" }
}

/// Where it is wrong, without what stands there.
fn safe(cause: &serde_json::Error) -> String {
    format!("line {}, column {}", cause.line(), cause.column())
}

fn parse(text: &str, name: &str) -> Result<[u8; 32], String> {
    let bytes = unhex(text).and_then(|bytes| <[u8; 32]>::try_from(bytes).ok());
    bytes.ok_or_else(|| format!("the key {name} is not 32 bytes in hex"))
}

fn drawn() -> Result<String, Error> {
    Ok(hex(&random::<32>()?))
}

fn write_new(path: &Path, file: &File) -> std::io::Result<()> {
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut target = options.open(path)?;
    target.write_all(&serde_json::to_vec_pretty(file)?)?;
    target.write_all(b"\n")?;
    target.sync_all()
}

/// Random bytes of the system.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], Error> {
    let mut bytes = [0; N];
    rand::fill(&mut bytes).map_err(|_| Error::unavailable("the system gives no random bytes"))?;
    Ok(bytes)
}

/// Bytes in lower-case hex.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Bytes from hex.
pub(crate) fn unhex(text: &str) -> Option<Vec<u8>> {
    let digits = text.as_bytes();
    if !digits.len().is_multiple_of(2) || !digits.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    digits
        .chunks(2)
        .map(|pair| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_ring_is_for_its_owner_only_and_is_read_back() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("keys.json");
        let made = KeyRing::create(&path).unwrap();
        let read = KeyRing::load(&path).unwrap();
        assert_eq!(
            made.lookup("ann@example.com"),
            read.lookup("ann@example.com")
        );
        assert_eq!(made.link_key(), read.link_key());
        assert_ne!(made.link_key(), made.page_key());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = std::fs::metadata(&path).unwrap().permissions().mode();
            assert_eq!(mode & 0o777, 0o600);
        }
    }

    #[cfg(unix)]
    #[test]
    fn attack_b5_a_ring_that_others_can_read_is_refused_with_what_helps() {
        use std::os::unix::fs::PermissionsExt;

        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("keys.json");
        KeyRing::create(&path).unwrap();
        for mode in [0o640, 0o604, 0o620, 0o601] {
            std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode)).unwrap();
            let error = KeyRing::load(&path).unwrap_err().to_string();
            assert!(
                error.contains("chmod 600") && error.contains("keys.json"),
                "{error}"
            );
        }
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o400)).unwrap();
        KeyRing::load(&path).unwrap();
    }

    #[test]
    fn a_broken_ring_is_refused_without_telling_what_stands_there() {
        let directory = tempfile::tempdir().unwrap();
        let path = directory.path().join("keys.json");
        KeyRing::create(&path).unwrap();
        let good = std::fs::read_to_string(&path).unwrap();
        for bad in [
            good.replace("\"k1\": \"", "\"k2\": \""),
            good.replace("\"link\": \"", "\"link\": \"secret"),
            "secret".to_owned(),
        ] {
            std::fs::write(&path, bad).unwrap();
            let error = KeyRing::load(&path).unwrap_err();
            assert!(!format!("{error} {error:?}").contains("secret"), "{error}");
        }
    }

    #[test]
    fn hex_is_hex() {
        assert_eq!(unhex("00ff"), Some(vec![0, 255]));
        for bad in ["0", "+1", "0g", "é0"] {
            assert_eq!(unhex(bad), None, "{bad}");
        }
    }
}
