//! What does the file declare? Read with the place of every entry, so that whatever is wrong is found in it.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use grantor::v1;
use serde::Deserialize;
use serde::de::IgnoredAny;
use toml::Spanned;

use super::settings::{NamedSettings, WrittenSettings};
use super::words::{KINDS, meant};
use crate::Failure;

/// The file as it is written.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    settings: Option<WrittenSettings>,
    #[serde(default, rename = "type")]
    types: Vec<Spanned<WrittenType>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenType {
    id: String,
    name: String,
    #[serde(default)]
    managing_system: String,
    #[serde(default)]
    retired: bool,
    #[serde(default)]
    rights: Vec<Spanned<WrittenRight>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRight {
    id: String,
    name: String,
    kind: Spanned<String>,
    #[serde(default)]
    implies: Vec<String>,
}

/// Where each setting stands.
#[derive(Debug, Deserialize)]
struct Places {
    #[serde(default)]
    settings: BTreeMap<String, Spanned<IgnoredAny>>,
}

/// A catalog file.
#[derive(Debug)]
pub struct CatalogFile {
    path: PathBuf,
    text: String,
    written: Written,
    places: Places,
}

impl CatalogFile {
    /// Reads it; everything that is wrong by itself is named with its line.
    pub(super) fn read(path: &Path) -> Result<Self, Failure> {
        let text = std::fs::read_to_string(path)
            .map_err(|cause| format!("{} cannot be read: {cause}", path.display()))?;
        Self::parse(path, text)
    }

    /// The same of a text; the path is only told.
    pub fn parse(path: &Path, text: String) -> Result<Self, Failure> {
        let wrong = |wrong: toml::de::Error| {
            format!("{}: {}", path.display(), wrong.to_string().trim_end())
        };
        Ok(Self {
            written: toml::from_str(&text).map_err(wrong)?,
            places: toml::from_str(&text).map_err(wrong)?,
            path: path.to_owned(),
            text,
        })
    }

    /// The path as it was given.
    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// The declared types, with what every right says of itself.
    pub fn product_types(&self) -> Result<Vec<v1::ProductType>, Failure> {
        let mut wrong = Vec::new();
        let mut types = Vec::new();
        for (index, declared) in self.written.types.iter().enumerate() {
            let declared = declared.get_ref();
            types.push(v1::ProductType {
                name: format!("productTypes/{}", declared.id),
                display_name: declared.name.clone(),
                managing_system: declared.managing_system.clone(),
                rights: self.rights(index, declared, &mut wrong),
                ..Default::default()
            });
        }
        none(wrong)?;
        Ok(types)
    }

    fn rights(&self, of: usize, declared: &WrittenType, wrong: &mut Vec<String>) -> Vec<v1::Right> {
        let mut rights = Vec::new();
        for (index, right) in declared.rights.iter().enumerate() {
            let right = right.get_ref();
            let kind = meant(&KINDS, right.kind.get_ref()).unwrap_or_else(|words| {
                let line = self.line(right.kind.span().start);
                wrong.push(self.at(line, &format!("type[{of}].rights[{index}].kind"), &words));
                v1::RightKind::Unspecified
            });
            rights.push(v1::Right {
                id: right.id.clone(),
                display_name: right.name.clone(),
                kind: kind.into(),
                implies: right.implies.clone(),
            });
        }
        rights
    }

    /// The names of types that are declared retired.
    pub(super) fn retired(&self) -> impl Iterator<Item = String> {
        let retired = self.written.types.iter().map(Spanned::get_ref);
        retired
            .filter(|declared| declared.retired)
            .map(|declared| format!("productTypes/{}", declared.id))
    }

    /// The settings that it names.
    pub fn settings(&self) -> Result<Option<NamedSettings>, Failure> {
        let Some(written) = &self.written.settings else {
            return Ok(None);
        };
        written.to_proto().map(Some).map_err(|wrong| {
            let lines = wrong
                .iter()
                .map(|(field, words)| self.blame(&format!("settings.{field}"), words));
            lines.collect::<Vec<_>>().join("\n").into()
        })
    }

    /// What the server says of a field of its request, said of the entry in the file.
    pub(super) fn blame(&self, field: &str, description: &str) -> String {
        let written = as_written(field);
        self.at(self.line_of(field), &written, description)
    }

    fn at(&self, line: usize, field: &str, words: &str) -> String {
        format!("{}:{line}: {field}: {words}", self.path.display())
    }

    /// The line of the innermost entry that the path names.
    fn line_of(&self, field: &str) -> usize {
        let start = match field.strip_prefix("settings.") {
            Some(setting) => {
                let name = setting.split(['[', '.']).next().unwrap_or_default();
                self.places
                    .settings
                    .get(name)
                    .map(|value| value.span().start)
            }
            None => self.start_of_type(&numbers(field)),
        };
        self.line(start.unwrap_or_default())
    }

    /// Of a type by its index, or of a right within it.
    fn start_of_type(&self, numbers: &[usize]) -> Option<usize> {
        let (of, within) = numbers.split_first()?;
        let declared = self.written.types.get(*of)?;
        let rights = &declared.get_ref().rights;
        let right = within.first().and_then(|index| rights.get(*index));
        Some(right.map_or(declared.span().start, |right| right.span().start))
    }

    fn line(&self, offset: usize) -> usize {
        let before = self.text.as_bytes().iter().take(offset);
        1 + before.filter(|byte| **byte == b'\n').count()
    }
}

/// The request's `product_types[2].rights[1].display_name` is the file's `type[2].rights[1].name`.
fn as_written(field: &str) -> String {
    let Some(rest) = field.strip_prefix("product_types") else {
        return field.to_owned();
    };
    let within_right = rest.contains(".rights[");
    let rest = match rest.strip_suffix(".name") {
        Some(owner) if !within_right => format!("{owner}.id"),
        _ => rest.replace(".display_name", ".name"),
    };
    format!("type{rest}")
}

/// The indices in a path, from the outermost in.
fn numbers(field: &str) -> Vec<usize> {
    let parts = field.split('[').skip(1);
    parts
        .filter_map(|part| part.split(']').next()?.parse().ok())
        .collect()
}

fn none(wrong: Vec<String>) -> Result<(), Failure> {
    if wrong.is_empty() {
        Ok(())
    } else {
        Err(wrong.join("\n").into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = r#"
[settings]
white_label = true

[[type]]
id = "fax"
name = "Fax"
rights = [
    { id = "use", name = "Use", kind = "usage" },
    { id = "send", name = "Send", kind = "usage" },
]
"#;

    fn file(text: &str) -> CatalogFile {
        CatalogFile::parse(Path::new("grantor.toml"), text.to_owned()).expect("a catalog")
    }

    #[test]
    fn what_the_server_says_of_a_field_is_said_of_the_line_in_the_file() {
        let file = file(TEXT);
        for (field, said) in [
            ("product_types[0].name", "grantor.toml:5: type[0].id: no"),
            (
                "product_types[0].display_name",
                "grantor.toml:5: type[0].name: no",
            ),
            (
                "product_types[0].rights[1].implies[0]",
                "grantor.toml:10: type[0].rights[1].implies[0]: no",
            ),
            (
                "product_types[0].rights[0].display_name",
                "grantor.toml:9: type[0].rights[0].name: no",
            ),
            (
                "settings.white_label",
                "grantor.toml:3: settings.white_label: no",
            ),
        ] {
            assert_eq!(file.blame(field, "no"), said);
        }
    }

    #[test]
    fn every_wrong_kind_is_named_at_once_with_its_line() {
        let wrong = TEXT.replace("\"usage\"", "\"fly\"");
        let refused = file(&wrong)
            .product_types()
            .expect_err("refused")
            .to_string();
        let lines: Vec<_> = refused.lines().collect();
        assert_eq!(lines.len(), 2, "{refused}");
        assert!(
            lines
                .iter()
                .all(|line| line.contains("must be one of usage, management"))
        );
        assert!(refused.starts_with("grantor.toml:9: type[0].rights[0].kind: "));
    }
}
