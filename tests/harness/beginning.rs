//! How worlds begin: what many tests would make first is made once for all of them, through the API as each would, and
//! copied for each.

use std::path::Path;
use std::time::{Duration, SystemTime};

use app::Smtp;
use tempfile::TempDir;
use tokio::runtime::Builder;
use tokio::sync::OnceCell;

use super::database::Original;
use super::world::World;

/// What worlds have from their first moment on. Made by the first test that asks for it.
pub struct Beginning<T>(OnceCell<Made<T>>);

struct Made<T> {
    database: Original,
    /// The key ring, without which the database is of no use.
    keys: Vec<u8>,
    /// The mails that were sent: name, content and when.
    mails: Vec<(String, Vec<u8>, SystemTime)>,
    /// The key of `everything`.
    key: String,
    /// When it was over, by its clock.
    now: i64,
    /// What else is known of it.
    known: T,
}

/// What is left of a world that ended.
struct Remains {
    database_url: String,
    directory: TempDir,
    key: String,
    now: i64,
}

impl<T: Clone + Send + 'static> Beginning<T> {
    pub const fn new() -> Self {
        Self(OnceCell::const_new())
    }

    /// A world that begins where the made one ended, and what is known of that one.
    pub async fn copied<F>(&self, make: F) -> (World, T)
    where
        F: AsyncFnOnce() -> (World, T) + Send + 'static,
    {
        self.copied_with(None, make).await
    }

    /// The same, with mails that go to a mail server.
    pub async fn copied_with<F>(&self, smtp: Option<Smtp>, make: F) -> (World, T)
    where
        F: AsyncFnOnce() -> (World, T) + Send + 'static,
    {
        let made = self.0.get_or_init(|| makes(make)).await;
        let directory = tempfile::tempdir().expect("a temporary directory");
        only_ours(&directory.path().join("keys.json"), &made.keys);
        leave(&directory.path().join("mail"), &made.mails);
        let database_url = made.database.copied(&directory).await;
        let mut world = World::opened(directory, database_url, made.now, smtp).await;
        world.key.clone_from(&made.key);
        (world, made.known.clone())
    }
}

async fn makes<T, F>(make: F) -> Made<T>
where
    T: Send + 'static,
    F: AsyncFnOnce() -> (World, T) + Send + 'static,
{
    // With a runtime of its own ends whatever still ran in the world, and held its database.
    let making = || {
        let runtime = Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(async {
            let (world, known) = make().await;
            (ended(world).await, known)
        })
    };
    let made = tokio::task::spawn_blocking(making).await;
    let (remains, known) = made.expect("it could be made");
    let directory = &remains.directory;
    Made {
        database: Original::of(&remains.database_url, directory).await,
        keys: std::fs::read(directory.path().join("keys.json")).expect("the keys"),
        mails: left(&directory.path().join("mail")),
        key: remains.key,
        now: remains.now,
        known,
    }
}

/// Ends a world once all that was to be sent is sent.
async fn ended(world: World) -> Remains {
    loop {
        let unsent = world.app.unsent_mails(1000).await.expect("the outbox");
        let now = world.now();
        // Others wait for a later moment.
        if unsent
            .iter()
            .all(|mail| mail.due.is_none_or(|due| due > now))
        {
            break;
        }
        tokio::time::sleep(Duration::from_millis(25)).await;
    }
    world.app.close().await;
    Remains {
        now: world.now().0,
        database_url: world.options.database_url,
        directory: world.directory,
        key: world.key,
    }
}

/// Every mail in a directory.
fn left(directory: &Path) -> Vec<(String, Vec<u8>, SystemTime)> {
    let files = std::fs::read_dir(directory).into_iter().flatten();
    let mail = |file: std::io::Result<std::fs::DirEntry>| {
        let file = file.ok()?;
        let written = file.metadata().ok()?.modified().ok()?;
        let name = file.file_name().into_string().ok()?;
        Some((name, std::fs::read(file.path()).ok()?, written))
    };
    files.filter_map(mail).collect()
}

/// Puts the mails there, from when they are.
fn leave(directory: &Path, mails: &[(String, Vec<u8>, SystemTime)]) {
    std::fs::create_dir_all(directory).expect("a directory");
    for (name, content, written) in mails {
        let path = directory.join(name);
        std::fs::write(&path, content).expect("a mail");
        let file = std::fs::File::options().write(true).open(&path);
        let set = file.and_then(|file| file.set_modified(*written));
        set.expect("when it was written");
    }
}

/// A key ring is for its owner alone.
fn only_ours(path: &Path, keys: &[u8]) {
    use std::io::Write;
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = std::fs::File::options();
    let file = options.write(true).create_new(true).mode(0o600).open(path);
    let written = file.and_then(|mut file| file.write_all(keys));
    written.expect("the keys");
}
