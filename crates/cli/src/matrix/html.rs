//! The picture as a page by itself: a table that screen readers read cell by cell.

use askama::Template;

use super::marks::{Cell, letter};
use super::palette::{DARK, LIGHT, Palette};
use super::picture::{Picture, Row};
use super::svg::class;
use crate::Failure;
use crate::catalog::KINDS;

#[derive(Template)]
#[template(path = "matrix.html")]
struct Page<'a> {
    picture: &'a Picture,
    light: Palette,
    dark: Palette,
}

/// Draws it.
pub(super) fn drawn(picture: &Picture) -> Result<String, Failure> {
    let page = Page {
        picture,
        light: LIGHT,
        dark: DARK,
    };
    Ok(page.render()? + "\n")
}

impl Page<'_> {
    fn class(&self, cell: &Cell) -> &'static str {
        class(cell)
    }

    fn letters(&self, cell: &Cell) -> String {
        cell.declared(&self.picture.kinds)
    }

    fn held(&self, row: &Row, cell: &Cell) -> String {
        let held = if cell.held.is_empty() {
            "nothing".to_owned()
        } else {
            cell.held.join(", ")
        };
        format!("{}: {held}", row.called)
    }

    /// Each kind with its letter.
    fn kinds(&self) -> Vec<(char, &'static str)> {
        let named = self.picture.kinds.iter().filter_map(|kind| {
            let (name, _) = KINDS.get(*kind)?;
            Some((letter(*kind).to_ascii_uppercase(), *name))
        });
        named.collect()
    }

    fn capitals(&self) -> String {
        self.kinds().into_iter().map(|(letter, _)| letter).collect()
    }

    fn dots(&self) -> String {
        "·".repeat(self.picture.kinds.len())
    }
}
