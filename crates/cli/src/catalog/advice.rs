//! What is wrong with a file? What the server says of a field stands at the place in the file that wrote it.

use tonic::Status;
use tonic_types::StatusExt;

use super::file::CatalogFile;
use crate::refusal::refused;

/// What the server says, at the places in the file that it is about.
pub(super) fn advice(file: &CatalogFile, status: &Status) -> String {
    let details = status.get_error_details();
    let fields = details.bad_request().map(|bad| &bad.field_violations);
    let blamed: Vec<_> = fields
        .into_iter()
        .flatten()
        .map(|wrong| file.blame(&wrong.field, &wrong.description))
        .collect();
    if blamed.is_empty() {
        refused(status.clone()).to_string()
    } else {
        blamed.join("\n")
    }
}
