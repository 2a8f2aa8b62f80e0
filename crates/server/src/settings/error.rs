//! What is wrong with the settings?

use std::path::PathBuf;

/// What is wrong with the settings, and what would be right.
#[derive(Debug, thiserror::Error)]
pub(crate) enum SettingsError {
    /// The file cannot be read.
    #[error("the settings file {path} cannot be read: {cause}")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        cause: std::io::Error,
    },
    /// The file holds something else than settings.
    #[error("the settings file {path}: {what}")]
    Malformed {
        /// The file.
        path: PathBuf,
        /// Where and what.
        what: String,
    },
    /// A setting that has no default is missing.
    #[error("{0} is not set: give --{1}, {2} or {1} in the settings file")]
    Missing(&'static str, &'static str, &'static str),
    /// Two settings that do not go together.
    #[error("{0}")]
    Contradiction(String),
}
