//! The picture on a terminal: letters in columns, each under a line that leads to the product's name.

use std::fmt::Write;

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

use super::marks::{Cell, letter};
use super::picture::{Column, Picture, Row};
use crate::catalog::KINDS;

const BOLD: Style = Style::new().bold();
const FAINT: Style = Style::new().dimmed();
const EVERYTHING: Style = Style::new()
    .bold()
    .fg_color(Some(anstyle::Color::Ansi(AnsiColor::Green)));

/// A narrower cell would leave no room beside the lines of the heads.
const NARROWEST: usize = 3;
/// What a product's name takes at the right of the last column, about.
const NAME_ROOM: usize = 24;

/// As many products side by side as fit, or as were asked for; the others below, under the same members.
pub(super) fn drawn(picture: &Picture, width: usize, columns: Option<usize>) -> String {
    let mut text = format!(
        "{BOLD}{}{BOLD:#} ({}), {}\n",
        picture.title, picture.organization, picture.about
    );
    if picture.columns.is_empty() || picture.rows.is_empty() {
        text += "There is nothing to draw: no products, or no members.\n";
        return text;
    }
    let shape = Shape::of(picture);
    let fit = width.saturating_sub(shape.label + NAME_ROOM) / shape.cell;
    let side_by_side = columns.unwrap_or(fit).max(1);
    let all = picture.columns.len();
    for first in (0..all).step_by(side_by_side) {
        let last = (first + side_by_side).min(all);
        text.push('\n');
        if last - first < all {
            let _ = writeln!(text, "Products {} to {last} of {all}", first + 1);
        }
        text += &block(picture, &shape, first, last);
    }
    text + "\n" + &legend(picture)
}

/// How wide things are.
struct Shape {
    called: usize,
    role: usize,
    /// Both with their gaps: where the first cell begins.
    label: usize,
    cell: usize,
}

impl Shape {
    fn of(picture: &Picture) -> Self {
        let widest = |text: fn(&Row) -> &str| {
            picture
                .rows
                .iter()
                .map(|row| text(row).width())
                .max()
                .unwrap_or_default()
        };
        let (called, role) = (widest(|row| &row.called), widest(|row| &row.role));
        let cell = picture.kinds.len().max(NARROWEST - 1) + 1;
        Self {
            called,
            role,
            label: called + role + 4,
            cell,
        }
    }
}

fn block(picture: &Picture, shape: &Shape, first: usize, last: usize) -> String {
    let mut text = String::new();
    let shown = picture.columns.get(first..last).unwrap_or_default();
    let bar = |text: &mut String, count: usize| {
        for _ in 0..count {
            let _ = write!(text, "{FAINT}│{FAINT:#}{}", " ".repeat(shape.cell - 1));
        }
    };
    for (index, column) in shown.iter().enumerate() {
        text += &" ".repeat(shape.label);
        bar(&mut text, index);
        let _ = writeln!(text, "{FAINT}┌{FAINT:#} {}", head(column));
    }
    for row in &picture.rows {
        let _ = write!(
            text,
            "{BOLD}{}{BOLD:#}  {}  ",
            padded(&row.called, shape.called),
            padded(&row.role, shape.role)
        );
        let cells = row.cells.get(first..last).unwrap_or_default();
        for (index, cell) in cells.iter().enumerate() {
            let gap = if index + 1 == cells.len() {
                0
            } else {
                shape.cell
            };
            text += &letters(cell, picture, gap);
        }
        text.push('\n');
    }
    text
}

/// Which product, and what it stands under.
fn head(column: &Column) -> String {
    format!("{}: {} ({})", column.under, column.called, column.id)
}

/// The letters, and what is left of the room for them.
fn letters(cell: &Cell, picture: &Picture, room: usize) -> String {
    let style = if cell.everything() {
        EVERYTHING
    } else if cell.any() {
        BOLD
    } else {
        FAINT
    };
    let letters = cell.letters(&picture.kinds);
    let shown = letters.trim_end();
    let left = room.saturating_sub(shown.width());
    format!("{style}{shown}{style:#}{}", " ".repeat(left))
}

fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(text.width())))
}

fn legend(picture: &Picture) -> String {
    let kinds = picture.kinds.iter().filter_map(|kind| {
        let (name, _) = KINDS.get(*kind)?;
        Some(format!("{} {name}", letter(*kind).to_ascii_uppercase()))
    });
    let kinds: Vec<_> = kinds.collect();
    format!(
        "{}. A capital: all of it; a small letter: some; a dot: nothing.\n",
        kinds.join(", ")
    )
}
