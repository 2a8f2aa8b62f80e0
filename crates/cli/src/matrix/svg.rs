//! The picture as SVG: by itself, readable on light and dark, and with its text for those who do not see it.

use askama::Template;
use unicode_width::UnicodeWidthChar;

use super::marks::{Cell, letter};
use super::palette::{DARK, LIGHT, Palette};
use super::picture::{Column, Picture, Row};
use crate::Failure;
use crate::catalog::KINDS;

const MARGIN: usize = 28;
/// Where title and subtitle end.
const TITLE: usize = 78;
const BAND: usize = 26;
const ROW: usize = 42;
/// What one letter takes, about: of names, of the small lines, and of the cells.
const LETTER: usize = 8;
const SMALL_LETTER: usize = 7;
/// Longer names are cut; pointing at them shows the whole.
const LONGEST_PRODUCT: usize = 28;
const LONGEST_HEAD: usize = 14;
const LONGEST_MEMBER: usize = 32;

/// Everything with its place, in pixels.
#[derive(Template)]
#[template(path = "matrix.svg")]
struct Drawing<'a> {
    picture: &'a Picture,
    light: Palette,
    dark: Palette,
    width: usize,
    height: usize,
    /// Where the cells begin.
    left: usize,
    top: usize,
    pitch: usize,
    heads: Vec<Band>,
    columns: Vec<Label<'a>>,
    rows: Vec<Line<'a>>,
    legend: Vec<Sample>,
    legend_y: usize,
    legend_kinds: String,
}

struct Band {
    x: usize,
    width: usize,
    shown: String,
    whole: String,
}

struct Label<'a> {
    x: usize,
    shown: String,
    column: &'a Column,
}

struct Line<'a> {
    y: usize,
    called: String,
    whole: &'a str,
    role: &'a str,
    spoken: String,
    boxes: Vec<Box<'a>>,
}

struct Box<'a> {
    x: usize,
    class: &'static str,
    letters: String,
    column: &'a Column,
    cell: &'a Cell,
}

struct Sample {
    x: usize,
    class: &'static str,
    letters: String,
    said: &'static str,
}

/// Draws it.
pub(super) fn drawn(picture: &Picture) -> Result<String, Failure> {
    let pitch = pitch(picture);
    let widest = |texts: &mut dyn Iterator<Item = &str>, longest: usize| {
        texts
            .map(|text| shown_width(text).min(longest))
            .max()
            .unwrap_or_default()
    };
    let called = widest(
        &mut picture.rows.iter().map(|row| row.called.as_str()),
        LONGEST_MEMBER,
    ) * LETTER;
    let role = widest(
        &mut picture.rows.iter().map(|row| row.role.as_str()),
        LONGEST_MEMBER,
    ) * SMALL_LETTER;
    let slanted = widest(
        &mut picture.columns.iter().map(|column| column.called.as_str()),
        LONGEST_PRODUCT,
    );
    let slanted = slant(slanted * SMALL_LETTER);
    let left = MARGIN + called.max(role) + 20;
    let band_top = TITLE + slanted + 18;
    let top = band_top + BAND + 8;
    let columns = picture.columns.len() * pitch;
    let legend_y = top + picture.rows.len() * ROW + 24;
    let legend = samples(picture, pitch);
    let legend_kinds = kinds(picture);
    let for_legend = MARGIN * 2 + legend_kinds.len() * LETTER;
    let samples_end = legend
        .last()
        .map_or(0, |last| last.x + pitch + last.said.len() * LETTER + MARGIN);
    let for_title = MARGIN * 2 + shown_width(&picture.title) * 13;
    let drawing = Drawing {
        width: (left + columns + slanted + MARGIN)
            .max(for_legend)
            .max(samples_end)
            .max(for_title),
        height: legend_y + 76,
        heads: bands(picture, left, pitch),
        columns: labels(picture, left, pitch),
        rows: lines(picture, top, left, pitch),
        light: LIGHT,
        dark: DARK,
        picture,
        left,
        top,
        pitch,
        legend,
        legend_y,
        legend_kinds,
    };
    Ok(drawing.render()? + "\n")
}

impl Drawing<'_> {
    fn band_y(&self) -> usize {
        self.top - BAND - 8
    }

    fn cell_width(&self) -> usize {
        self.pitch - 6
    }

    fn grid_end(&self) -> usize {
        self.left + self.columns.len() * self.pitch
    }
}

/// What one member may, in a sentence.
fn spoken(picture: &Picture, row: &Row) -> String {
    let on = picture
        .columns
        .iter()
        .zip(&row.cells)
        .filter(|(_, cell)| cell.any());
    let said: Vec<_> = on
        .map(|(column, cell)| format!("{}: {}", column.called, cell.spoken()))
        .collect();
    let said = if said.is_empty() {
        "nothing".to_owned()
    } else {
        said.join("; ")
    };
    format!("{}, {}: {said}.", row.called, row.role)
}

/// From one column to the next: room for the letters, and as a rule for a head that stands over one alone.
fn pitch(picture: &Picture) -> usize {
    let alone = picture.heads.iter().filter(|head| head.columns == 1);
    let head = alone
        .map(|head| shown_width(&head.called))
        .max()
        .unwrap_or_default();
    (picture.kinds.len() * 10 + 20).max(head.min(LONGEST_HEAD) * LETTER + 14)
}

fn bands(picture: &Picture, left: usize, pitch: usize) -> Vec<Band> {
    let mut x = left;
    let band = picture.heads.iter().map(|head| {
        let width = head.columns * pitch - 6;
        let band = Band {
            x,
            width,
            shown: cut(&head.called, (width - 8) / LETTER),
            whole: head.called.clone(),
        };
        x += head.columns * pitch;
        band
    });
    band.collect()
}

fn labels(picture: &Picture, left: usize, pitch: usize) -> Vec<Label<'_>> {
    let columns = picture.columns.iter().enumerate();
    columns
        .map(|(index, column)| Label {
            x: left + index * pitch + pitch / 2,
            shown: cut(&column.called, LONGEST_PRODUCT),
            column,
        })
        .collect()
}

fn lines(picture: &Picture, top: usize, left: usize, pitch: usize) -> Vec<Line<'_>> {
    let rows = picture.rows.iter().enumerate();
    rows.map(|(index, row)| {
        let cells = row.cells.iter().zip(&picture.columns).enumerate();
        Line {
            y: top + index * ROW,
            called: cut(&row.called, LONGEST_MEMBER),
            whole: &row.called,
            role: &row.role,
            spoken: spoken(picture, row),
            boxes: cells
                .map(|(index, (cell, column))| Box {
                    x: left + index * pitch,
                    class: class(cell),
                    letters: cell.declared(&picture.kinds),
                    column,
                    cell,
                })
                .collect(),
        }
    })
    .collect()
}

/// What a cell is drawn as.
pub(super) fn class(cell: &Cell) -> &'static str {
    if cell.everything() {
        "all"
    } else if cell.any() {
        "some"
    } else {
        "none"
    }
}

/// One cell of each class with what it means.
fn samples(picture: &Picture, pitch: usize) -> Vec<Sample> {
    let capitals: String = picture
        .kinds
        .iter()
        .map(|kind| letter(*kind).to_ascii_uppercase())
        .collect();
    let small: String = picture.kinds.iter().map(|kind| letter(*kind)).collect();
    let dots: String = picture.kinds.iter().map(|_| '·').collect();
    let mut x = MARGIN;
    let all = [
        ("all", capitals, "all rights of the kind"),
        ("some", small, "some of them"),
        ("none", dots, "none"),
    ];
    let placed = all.into_iter().map(|(class, letters, said)| {
        let sample = Sample {
            x,
            class,
            letters,
            said,
        };
        x += pitch + said.len() * SMALL_LETTER + 12;
        sample
    });
    placed.collect()
}

/// `U usage   M management`.
fn kinds(picture: &Picture) -> String {
    let names = picture.kinds.iter().filter_map(|kind| KINDS.get(*kind));
    let said = names
        .zip(&picture.kinds)
        .map(|((name, _), kind)| format!("{} {name}", letter(*kind).to_ascii_uppercase()));
    said.collect::<Vec<_>>().join("  ·  ")
}

fn shown_width(text: &str) -> usize {
    text.chars()
        .map(|letter| letter.width().unwrap_or_default())
        .sum()
}

/// At most so wide, with an ellipsis where something is missing.
fn cut(text: &str, longest: usize) -> String {
    if shown_width(text) <= longest {
        return text.to_owned();
    }
    let mut room = longest.saturating_sub(1);
    let fits = text.chars().take_while(|letter| {
        let width = letter.width().unwrap_or_default();
        let there = width <= room;
        room = room.saturating_sub(width);
        there
    });
    format!("{}…", fits.collect::<String>().trim_end())
}

/// What a line takes in height and in width at 45 degrees: its length by the square root of 2.
fn slant(length: usize) -> usize {
    length * 7072 / 10_000 + 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_too_long_is_cut_at_a_letter() {
        assert_eq!(cut("Drive of the office", 40), "Drive of the office");
        assert_eq!(cut("Drive of the office", 6), "Drive…");
        assert_eq!(cut("日本語日本語", 5), "日本…");
    }
}
