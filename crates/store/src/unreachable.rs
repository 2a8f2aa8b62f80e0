//! Why can the database not be used, and what helps? Said at the start and by commands, in words of ours: what a driver
//! says may hold what was typed.

use std::io::ErrorKind;
use std::path::Path;

use sea_orm::sqlx;

use crate::error::Error;

pub(crate) fn no_server(cause: &sqlx::Error, server: &str) -> Error {
    let what = match cause {
        sqlx::Error::Io(cause) => match cause.kind() {
            ErrorKind::ConnectionRefused => format!(
                "nothing listens at {server}: start PostgreSQL there, or correct host and port in database-url"
            ),
            kind => format!(
                "{server} cannot be reached ({kind}): is the host in database-url right, and the way there open?"
            ),
        },
        sqlx::Error::PoolTimedOut => format!(
            "{server} does not answer within 5 s: is the host in database-url right, and the way there open?"
        ),
        sqlx::Error::Tls(_) => format!(
            "{server} and Grantor do not agree on TLS: correct sslmode and sslrootcert in database-url"
        ),
        sqlx::Error::Database(cause) => {
            let code = cause.code();
            let code = code.as_deref().unwrap_or("?????");
            format!("PostgreSQL at {server} {} ({code})", answered(code))
        }
        _ => format!("{server} does not answer as PostgreSQL does: correct database-url"),
    };
    Error::Config(what)
}

/// By SQLSTATE.
fn answered(code: &str) -> &'static str {
    match code {
        "28P01" | "28000" => {
            "does not let the user of database-url in: correct user and password there, or its pg_hba.conf"
        }
        "3D000" => {
            "has no database of the name in database-url: make it with createdb, or correct the name"
        }
        "42501" => {
            "lets the user of database-url not do that: GRANT it CONNECT, and CREATE in its schema"
        }
        "53300" => "has no connection left: raise max_connections, or lower reader-connections",
        "57P03" => "starts or stops: try again in a moment",
        "57014" => {
            "ended a statement that took longer than statement_timeout: raise it for this user, or see what slows it down"
        }
        _ => "refuses; its own log says why",
    }
}

pub(crate) fn no_file(cause: &sqlx::Error, file: &Path) -> Error {
    let code = match cause {
        sqlx::Error::Database(cause) => cause.code().and_then(|code| code.parse::<u32>().ok()),
        _ => None,
    };
    // The lower byte is what it is, the rest a detail of it.
    let what = match code.map(|code| code & 0xff) {
        Some(26) => "is no SQLite database: name another file in database-url",
        Some(8 | 14 | 3 | 23) => {
            "cannot be written: may this user write the file and its directory?"
        }
        Some(13) => "cannot grow: the disk is full",
        Some(10) => "cannot be read or written: the disk fails or is full",
        Some(5 | 6) => "is locked by another program: stop it, or let it end",
        Some(11) => "is damaged: restore it from a backup",
        _ => "cannot be used",
    };
    let file = file.display();
    Error::Config(match code {
        Some(code) => format!("the database file {file} {what} (SQLite {code})"),
        None => format!("the database file {file} {what}"),
    })
}
