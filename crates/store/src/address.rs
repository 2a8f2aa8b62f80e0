//! Where is the database? What `database-url` says, or what is wrong with it: without a word of what stands there, since
//! in a mistyped one the password may stand anywhere.

use std::path::{Path, PathBuf};

use sea_orm::sqlx::ConnectOptions;
use sea_orm::sqlx::postgres::PgConnectOptions;
use sea_orm::sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqliteSynchronous};

use crate::error::Error;

/// What PostgreSQL's URLs may say after the `?`; sqlx would log another one with its value.
const PARAMETERS: [&str; 17] = [
    "sslmode",
    "ssl-mode",
    "sslrootcert",
    "ssl-root-cert",
    "ssl-ca",
    "sslcert",
    "ssl-cert",
    "sslkey",
    "ssl-key",
    "statement-cache-capacity",
    "host",
    "hostaddr",
    "port",
    "dbname",
    "user",
    "password",
    "options",
];

/// Where the database is.
#[derive(Clone)]
pub(crate) enum Address {
    Sqlite {
        options: SqliteConnectOptions,
        file: PathBuf,
    },
    /// A server, and its name for messages.
    Postgres {
        options: PgConnectOptions,
        server: String,
    },
}

impl Address {
    /// Reads a `database-url`.
    pub(crate) fn parse(url: &str) -> Result<Self, Error> {
        if let Some(place) = url.strip_prefix("sqlite:") {
            return sqlite(url, place);
        }
        let rest = url
            .strip_prefix("postgres://")
            .or_else(|| url.strip_prefix("postgresql://"));
        match rest {
            Some(rest) => postgres(url, rest),
            None => Err(wrong(
                "must begin with sqlite:// or postgres://, such as sqlite:///var/lib/grantor/grantor.db or \
                 postgres://USER:PASSWORD@HOST/NAME",
            )),
        }
    }
}

fn sqlite(url: &str, place: &str) -> Result<Address, Error> {
    if place.contains(":memory:") || place.contains("mode=memory") {
        return Err(wrong("must be a file: what is in memory is not kept"));
    }
    // A password here is somebody else's URL.
    if place.contains('@') || place.contains('#') {
        return Err(wrong(
            "names a file by sqlite://PATH; in PATH write # as %23 and @ as %40",
        ));
    }
    let options = url.parse::<SqliteConnectOptions>().map_err(|_| {
        wrong("must be sqlite://PATH; in PATH write ? as %3F, # as %23 and % as %25")
    })?;
    let options = options
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .disable_statement_logging();
    Ok(Address::Sqlite {
        file: options.get_filename().to_owned(),
        options,
    })
}

fn postgres(url: &str, rest: &str) -> Result<Address, Error> {
    let misread = || {
        wrong(
            "must be postgres://USER:PASSWORD@HOST/NAME; in USER and PASSWORD write # as %23, / as %2F, ? as %3F, \
             @ as %40, : as %3A and % as %25",
        )
    };
    let (place, parameters) = rest.split_once('?').unwrap_or((rest, ""));
    let (authority, name) = place.split_once('/').unwrap_or((place, ""));
    // What belongs into the password and stands behind it makes the rest of it a port, a name or a parameter.
    let astray = rest.contains('#')
        || name.contains('@')
        || parameters.contains('@')
        || authority.matches('@').count() > 1;
    let unknown = parameters
        .split('&')
        .filter(|part| !part.is_empty())
        .any(|part| {
            let key = part.split_once('=').map_or(part, |(key, _)| key);
            !PARAMETERS.contains(&key) && key != "application_name"
        });
    if astray {
        return Err(misread());
    }
    if unknown {
        let known = PARAMETERS.join(", ");
        return Err(wrong(&format!("may have no other parameters than {known}")));
    }
    let (login, host) = authority.rsplit_once('@').unwrap_or(("", authority));
    if login.matches(':').count() > 1 {
        return Err(misread());
    }
    let options = url.parse::<PgConnectOptions>().map_err(|_| misread())?;
    // Without a login, what stands in the host's place may be anything.
    let server = if login.is_empty() || host.is_empty() {
        "the server of database-url".to_owned()
    } else {
        host.to_owned()
    };
    Ok(Address::Postgres {
        options: options
            .application_name("grantor")
            .disable_statement_logging(),
        server,
    })
}

fn wrong(what: &str) -> Error {
    Error::Config(format!("database-url {what}"))
}

/// Makes the file, if it is not there, for its owner alone; what is there, with the files that SQLite keeps beside it,
/// becomes so. SQLite gives the files that it makes later the rights of this one.
pub(crate) fn make_private(file: &Path) -> Result<(), Error> {
    let cannot = |cause: std::io::Error| {
        Error::Config(format!(
            "the database file {} cannot be opened: {cause}. Does its directory exist, and may this user write there?",
            file.display()
        ))
    };
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(file) {
        Ok(made) => return made.sync_all().map_err(cannot),
        Err(cause) if cause.kind() == std::io::ErrorKind::AlreadyExists => {}
        Err(cause) => return Err(cannot(cause)),
    }
    for suffix in ["", "-wal", "-shm", "-journal"] {
        let mut name = file.as_os_str().to_owned();
        name.push(suffix);
        close_to_others(Path::new(&name));
    }
    Ok(())
}

#[cfg(unix)]
fn close_to_others(file: &Path) {
    use std::os::unix::fs::PermissionsExt;

    let Ok(there) = std::fs::metadata(file) else {
        return;
    };
    let mode = there.permissions().mode();
    if mode & 0o077 == 0 {
        return;
    }
    let private = std::fs::Permissions::from_mode(mode & !0o077);
    if let Err(cause) = std::fs::set_permissions(file, private) {
        let file = file.display();
        tracing::warn!(%file, %cause, "others may read the database; run chmod 600 on it as its owner");
    }
}

#[cfg(not(unix))]
fn close_to_others(_: &Path) {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attack_b5_no_bad_url_is_repeated() {
        for url in [
            "postgres://u:12canary#ss@db/g",
            "postgres://u:canary#ss@db/g",
            "postgres://u:12/canary@db/g",
            "postgres://u:12?canary@db/g",
            "postgres://u:12?canary=1",
            "postgres://u:canary@1@db/g",
            "postgres://u:a:canary@db/g",
            "postgres://u:canary@db:port/g",
            "postgres://db:canary/g",
            "postgres://u:%ff%fecanary@db/g",
            "postgres://u:canary db/g",
            "postgres://u:x@db/g?sslmode=canary",
            "postgres://u:x@db/g?canary=1",
            "postgres:/u:canary@db/g",
            "postgres:u:canary@db/g",
            "POSTGRES://u:canary@db/g",
            "mysql://u:canary@db/g",
            "canary",
            "sqlite://u:canary@db/g",
            "sqlite:///g.db?canary=1",
            "sqlite:///g.db?mode=canary",
            "sqlite:///g.db#canary",
            "sqlite:///%ff%fecanary",
            "sqlite::memory:canary",
        ] {
            let Err(error) = Address::parse(url) else {
                panic!("{url} is taken");
            };
            let said = format!("{error} {error:?}");
            assert!(!said.contains("canary"), "{url}: {said}");
            assert!(said.contains("database-url"), "{url}: {said}");
        }
    }

    #[test]
    fn good_urls_are_taken() {
        for url in [
            "postgres://db/g",
            "postgres://u@db/g",
            "postgresql://u:p@db:5433/g?sslmode=require",
            "postgres://u:p%23%2F%3F%40@[::1]/g",
            "postgres:///g?host=/run/postgresql",
            "sqlite:g.db",
            "sqlite:///var/lib/grantor/g.db?mode=rwc",
        ] {
            assert!(Address::parse(url).is_ok(), "{url}");
        }
    }
}
