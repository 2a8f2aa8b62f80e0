//! The rows that wait to be written.

use std::collections::HashSet;

use super::row::{Form, Row, Verb};

/// The rows that wait, by form, in the order in which those came.
#[derive(Default)]
pub(crate) struct Pending {
    waiting: Vec<(Form, Vec<Row>)>,
    places: HashSet<(&'static str, String)>,
}

impl Pending {
    /// Waits from now on. What only changes a row takes the place of what did the same. Else comes back where a row of
    /// this key waits already: that one has to be written first.
    pub(crate) fn add(&mut self, row: Row) -> Option<Row> {
        let place = row.place();
        let is_new = !self.places.contains(&place);
        let waiting = self.waiting.iter_mut().find(|(form, _)| *form == row.form);
        match waiting {
            Some((_, rows)) if is_new => rows.push(row),
            None if is_new => self.waiting.push((row.form.clone(), vec![row])),
            Some((_, rows)) if row.form.verb == Verb::Update => {
                match rows.iter_mut().find(|other| other.place() == place) {
                    Some(other) => *other = row,
                    None => return Some(row),
                }
            }
            _ => return Some(row),
        }
        self.places.insert(place);
        None
    }

    /// All of them, each form once.
    pub(crate) fn take(&mut self) -> Vec<(Form, Vec<Row>)> {
        self.places.clear();
        std::mem::take(&mut self.waiting)
    }
}
