//! Which fields does an update set (AIP-134)? And what did its caller see (AIP-154)?

use decide::use_cases::edit::Edit;
use domain::InvalidText;

use crate::fields::Fields;

/// The update mask of a request.
pub(crate) struct Mask {
    paths: Vec<&'static str>,
    /// Without a mask only what is set in the message is changed.
    named: bool,
}

impl Mask {
    /// Reads the mask; a path that can't be updated is wrong.
    pub(crate) fn parse(
        fields: &mut Fields,
        mask: Option<&prost_types::FieldMask>,
        paths: &[&'static str],
    ) -> Option<Self> {
        let named = mask.is_some_and(|mask| !mask.paths.is_empty());
        fields.mask(mask, paths).map(|paths| Self { paths, named })
    }

    /// What the update does to the field: `value` is asked for only if it sets it.
    pub(crate) fn edit<T>(
        &self,
        path: &str,
        set: bool,
        value: impl FnOnce() -> Option<T>,
    ) -> Option<Edit<T>> {
        if self.paths.contains(&path) && (self.named || set) {
            value().map(Edit::Set)
        } else {
            Some(Edit::Keep)
        }
    }

    /// What it does to a text of `noun` that must be there.
    pub(crate) fn text<T, E: ToString>(
        &self,
        fields: &mut Fields,
        noun: &str,
        path: &str,
        text: &str,
        parse: fn(&str) -> Result<T, E>,
    ) -> Option<Edit<T>> {
        self.edit(path, !text.is_empty(), || {
            let wrong = |wrong: E| fields.reject(&format!("{noun}.{path}"), wrong.to_string());
            parse(text).map_err(wrong).ok()
        })
    }

    /// What it does to a text of `noun` that may be taken off.
    pub(crate) fn optional_text<T>(
        &self,
        fields: &mut Fields,
        noun: &str,
        path: &str,
        text: &str,
        parse: fn(&str) -> Result<T, InvalidText>,
    ) -> Option<Edit<Option<T>>> {
        self.edit(path, !text.is_empty(), || {
            fields.optional_text(&format!("{noun}.{path}"), text, parse)
        })
    }
}

/// The etag that the caller saw; empty is not compared.
pub(crate) fn seen(etag: String) -> Option<String> {
    (!etag.is_empty()).then_some(etag)
}
