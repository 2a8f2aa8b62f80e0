//! An organization's own look on the wire.

use decide::use_cases::edit::Edit;
use decide::use_cases::organization::BrandingEdit;
use domain::{Branding, DisplayName, Email, InvalidText};
use grantor::v1;

use super::edit::Mask;
use crate::fields::Fields;

/// The path of the whole look in an update mask; it stands for all in it.
pub(crate) const WHOLE: &str = "branding";

pub(crate) fn branding_to_proto(branding: &Branding) -> v1::Branding {
    let address = |email: &Option<Email>| email.as_ref().map(|email| email.as_str().to_owned());
    v1::Branding {
        display_name: branding.display_name.to_string(),
        logo_uri: branding.logo_uri.clone().unwrap_or_default(),
        color: branding.color.clone().unwrap_or_default(),
        sender_email: address(&branding.sender_email).unwrap_or_default(),
        support_email: address(&branding.support_email).unwrap_or_default(),
    }
}

/// The look of a new organization.
pub(crate) fn branding(
    fields: &mut Fields,
    field: &str,
    wire: Option<v1::Branding>,
) -> Option<Option<Branding>> {
    let Some(wire) = wire else { return Some(None) };
    let display_name = fields.text(
        &format!("{field}.display_name"),
        &wire.display_name,
        DisplayName::parse_without_link,
    );
    let logo_uri =
        fields.optional_text(&format!("{field}.logo_uri"), &wire.logo_uri, https_address);
    let color = fields.optional_text(&format!("{field}.color"), &wire.color, hex_color);
    let sender_email = fields.optional_text(
        &format!("{field}.sender_email"),
        &wire.sender_email,
        Email::parse,
    );
    let support_email = fields.optional_text(
        &format!("{field}.support_email"),
        &wire.support_email,
        Email::parse,
    );
    Some(Some(Branding {
        display_name: display_name?,
        logo_uri: logo_uri?,
        color: color?,
        sender_email: sender_email?,
        support_email: support_email?,
    }))
}

/// What an update says of the look: single fields, or all of them by [`WHOLE`].
pub(crate) fn branding_edit(
    fields: &mut Fields,
    mask: &Mask,
    wire: Option<v1::Branding>,
) -> Option<BrandingEdit> {
    // Without a mask the look counts by its fields, so that those left empty stay.
    let whole = matches!(mask.edit(WHOLE, false, || Some(())), Some(Edit::Set(())));
    let wire = wire.unwrap_or_default();
    let display_name = edit(
        fields,
        mask,
        whole,
        "branding.display_name",
        &wire.display_name,
        DisplayName::parse_without_link,
    );
    let logo_uri = edit(
        fields,
        mask,
        whole,
        "branding.logo_uri",
        &wire.logo_uri,
        https_address,
    );
    let color = edit(
        fields,
        mask,
        whole,
        "branding.color",
        &wire.color,
        hex_color,
    );
    let sender_email = edit(
        fields,
        mask,
        whole,
        "branding.sender_email",
        &wire.sender_email,
        Email::parse,
    );
    let support_email = edit(
        fields,
        mask,
        whole,
        "branding.support_email",
        &wire.support_email,
        Email::parse,
    );
    Some(BrandingEdit {
        display_name: display_name?,
        logo_uri: logo_uri?,
        color: color?,
        sender_email: sender_email?,
        support_email: support_email?,
    })
}

fn edit<T>(
    fields: &mut Fields,
    mask: &Mask,
    whole: bool,
    path: &str,
    text: &str,
    parse: fn(&str) -> Result<T, InvalidText>,
) -> Option<Edit<Option<T>>> {
    let mut value = || fields.optional_text(&format!("organization.{path}"), text, parse);
    if whole {
        value().map(Edit::Set)
    } else {
        mask.edit(path, !text.is_empty(), value)
    }
}

/// The longest address, in bytes.
const MAX_ADDRESS: usize = 256;

/// An address that a browser may be sent to.
pub(super) fn https_address(text: &str) -> Result<String, InvalidText> {
    let host = text.strip_prefix("https://").unwrap_or_default();
    let fits = text.len() <= MAX_ADDRESS
        && host.starts_with(|first: char| first.is_ascii_alphanumeric())
        && text
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && !b"\"'<>\\`".contains(&byte));
    let wrong = || {
        InvalidText(format!(
            "must be an https address of at most {MAX_ADDRESS} ASCII characters"
        ))
    };
    fits.then(|| text.to_owned()).ok_or_else(wrong)
}

fn hex_color(text: &str) -> Result<String, InvalidText> {
    let digits = text.strip_prefix('#').unwrap_or_default();
    let fits = digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    fits.then(|| text.to_ascii_lowercase())
        .ok_or_else(|| InvalidText("must be a colour such as #1a2b3c".to_owned()))
}
