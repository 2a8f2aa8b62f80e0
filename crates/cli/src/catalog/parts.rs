//! How does a large catalog reach the server? In parts that each fit into a message. Types know nothing of each other, so
//! it does not matter which of them are declared together.

use grantor::v1;
use prost::Message;
use tonic::Status;
use tonic_types::StatusExt;

use super::advice::advice;
use super::file::CatalogFile;

/// The bytes of types in one message. The server takes twice as many, and its answer says of each type what changed.
const ROOM: usize = 512 * 1024;

/// Some of the types of a file.
pub(super) struct Part {
    pub(super) request: v1::ApplyCatalogRequest,
    /// How many stand before them in the file.
    before: usize,
}

/// All of them in order; a file without types has no part.
pub(super) fn parts(types: Vec<v1::ProductType>) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut room = 0;
    for (before, declared) in types.into_iter().enumerate() {
        let size = declared.encoded_len();
        match parts.last_mut().filter(|_| size <= room) {
            Some(part) => part.request.product_types.push(declared),
            None => {
                room = ROOM.max(size);
                parts.push(Part {
                    request: v1::ApplyCatalogRequest {
                        product_types: vec![declared],
                        ..Default::default()
                    },
                    before,
                });
            }
        }
        room -= size;
    }
    parts
}

/// What one more part would change. Whoever is reached by two parts is counted in both.
pub(super) fn add(sum: &mut v1::ApplyCatalogResponse, part: v1::ApplyCatalogResponse) {
    sum.changes.extend(part.changes);
    sum.gaining_user_count += part.gaining_user_count;
    sum.gaining_organization_count += part.gaining_organization_count;
    sum.losing_user_count += part.losing_user_count;
    sum.losing_organization_count += part.losing_organization_count;
}

impl Part {
    /// What the server says of this part, at the places in the file that it is about.
    pub(super) fn advice(&self, file: &CatalogFile, status: &Status) -> String {
        let details = status.get_error_details();
        let named = details
            .bad_request()
            .filter(|bad| self.before > 0 && !bad.field_violations.is_empty());
        let Some(bad) = named else {
            return advice(file, status);
        };
        let blamed = bad.field_violations.iter().map(|wrong| {
            let field = in_file(&wrong.field, self.before);
            file.blame(&field, &wrong.description)
        });
        blamed.collect::<Vec<_>>().join("\n")
    }
}

/// The field `product_types[2].name` of a part, where so many types stand before it.
fn in_file(field: &str, before: usize) -> String {
    let place = field.strip_prefix("product_types[");
    let place = place.and_then(|place| place.split_once(']'));
    let Some((index, rest)) = place else {
        return field.to_owned();
    };
    match index.parse::<usize>() {
        Ok(index) => format!("product_types[{}]{rest}", index + before),
        Err(_) => field.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_size(bytes: usize) -> v1::ProductType {
        v1::ProductType {
            display_name: "x".repeat(bytes),
            ..Default::default()
        }
    }

    #[test]
    fn parts_are_as_large_as_a_message_holds_and_keep_the_order() {
        let sizes = [ROOM / 2, ROOM / 3, ROOM / 3, 2 * ROOM, 10];
        let parts = parts(sizes.map(of_size).into());
        let counts = parts
            .iter()
            .map(|part| (part.before, part.request.product_types.len()));
        assert_eq!(counts.collect::<Vec<_>>(), [(0, 2), (2, 1), (3, 1), (4, 1)]);
    }

    #[test]
    fn a_place_in_a_part_is_told_as_the_place_in_the_file() {
        assert_eq!(
            in_file("product_types[2].name", 40),
            "product_types[42].name"
        );
        assert_eq!(in_file("settings.languages", 40), "settings.languages");
    }
}
