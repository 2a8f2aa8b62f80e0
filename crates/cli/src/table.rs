//! How do rows look? A rule under the heads and lines cut to the width on a terminal; elsewhere columns alone.

use anstyle::Style;
use comfy_table::{ContentArrangement, LineStyle, TableStyle};

use super::terminal::width;
use super::words::visible;

const BOLD: Style = Style::new().bold();

/// Rows under heads.
pub(super) struct Table {
    heads: Vec<&'static str>,
    rows: Vec<Vec<String>>,
}

impl Table {
    pub(super) fn new<const N: usize>(heads: [&'static str; N]) -> Self {
        Self {
            heads: heads.to_vec(),
            rows: Vec::new(),
        }
    }

    pub(super) fn row<const N: usize>(&mut self, cells: [String; N]) {
        self.rows
            .push(cells.iter().map(|cell| visible(cell)).collect());
    }

    /// With the heads, which are in bold; a width is that of a terminal.
    fn drawn(&self, width: Option<u16>) -> String {
        let mut table = comfy_table::Table::new();
        table.load_style(match width {
            Some(_) => TableStyle::new().header_separator(LineStyle::none().fill('─')),
            None => TableStyle::new(),
        });
        if let Some(width) = width {
            table
                .set_width(width)
                .set_content_arrangement(ContentArrangement::Dynamic);
        }
        table
            .set_header(self.heads.clone())
            .add_rows(self.rows.clone());
        let last = self.heads.len().saturating_sub(1);
        for (index, column) in table.column_iter_mut().enumerate() {
            column.set_padding((0, if index == last { 0 } else { 2 }));
        }
        let mut lines = table.lines();
        let heads = lines.next().unwrap_or_default();
        let mut text = format!("{BOLD}{}{BOLD:#}\n", heads.trim_end());
        for line in lines {
            text += line.trim_end();
            text.push('\n');
        }
        text
    }
}

impl std::fmt::Display for Table {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.drawn(width()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_gets_a_rule_and_its_width_and_a_pipe_whole_lines() {
        let mut table = Table::new(["NAME", "NOTE"]);
        table.row(["acme/g1".into(), "one two three four".into()]);
        let narrow = anstream::adapter::strip_str(&table.drawn(Some(20))).to_string();
        assert_eq!(
            narrow,
            "NAME     NOTE\n────────────────────\nacme/g1  one two\n         three four\n"
        );
        let piped = anstream::adapter::strip_str(&table.drawn(None)).to_string();
        assert_eq!(piped, "NAME     NOTE\nacme/g1  one two three four\n");
    }
}
