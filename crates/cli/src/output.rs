//! In which form does a command answer? A table for people, or the API's JSON for scripts.

use clap::{Args, ValueEnum};

use super::Failure;
use super::json::{self, Named};
use super::pages::Listed;
use super::table::Table;
use super::terminal::{note, print};

/// The forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, ValueEnum)]
pub(super) enum Form {
    /// For people; may look another way in another version.
    #[default]
    Table,
    /// The API's own JSON, stable for scripts: a document for one thing, a line each for a list.
    Json,
}

/// The form that was chosen.
#[derive(Debug, Clone, Args)]
pub(super) struct Output {
    /// The form of the answer.
    #[arg(long, value_enum, default_value_t, value_name = "FORM")]
    output: Form,
}

impl Output {
    /// One thing: as JSON, or as the text says it.
    pub(super) fn one<M: Named>(
        &self,
        message: &M,
        in_words: impl FnOnce() -> String,
    ) -> Result<(), Failure> {
        match self.output {
            Form::Json => print(&(json::document(message)? + "\n")),
            Form::Table => print(&in_words()),
        }
    }

    /// A list: a line of JSON each, or a table; where it was cut, standard error says so.
    pub(super) fn many<M: Named>(
        &self,
        listed: &Listed<M>,
        table: impl FnOnce(&[M]) -> Table,
    ) -> Result<(), Failure> {
        match self.output {
            Form::Json => {
                for item in &listed.items {
                    print(&(json::line(item)? + "\n"))?;
                }
            }
            Form::Table if listed.items.is_empty() => note("there are none"),
            Form::Table => print(&table(&listed.items).to_string())?,
        }
        if listed.cut {
            note(&format!(
                "there are more than these {}; --limit says how many are shown",
                listed.items.len()
            ));
        }
        Ok(())
    }

    /// One of a stream: on a line, whatever the form.
    pub(super) fn event<M: Named>(
        &self,
        message: &M,
        in_words: impl FnOnce() -> String,
    ) -> Result<(), Failure> {
        let line = match self.output {
            Form::Json => json::line(message)?,
            Form::Table => in_words(),
        };
        print(&(line + "\n"))
    }
}
