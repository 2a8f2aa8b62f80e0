//! What does a mail or a page look like? The operator's own look, or the organization's where it is white-label.

use domain::{Branding, Invitation, Panel, unlinked};

/// A colour as red, green and blue.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color([u8; 3]);

/// What mails and pages show of whoever they are from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Look {
    pub name: String,
    /// An https address of the logo.
    pub logo_uri: Option<String>,
    /// The main colour.
    pub color: Color,
    /// Where answers to mails go.
    pub reply_to: Option<String>,
    /// Where people ask for help.
    pub support_email: Option<String>,
}

impl Color {
    /// Of a platform without a look of its own.
    pub const PLATFORM: Self = Self([0x1d, 0x4f, 0x91]);

    /// From `#rrggbb` or `rrggbb`.
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        if digits.len() != 6 || !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return None;
        }
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok()?.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// As `rrggbb`.
    pub fn digits(self) -> String {
        let Self([red, green, blue]) = self;
        format!("{red:02x}{green:02x}{blue:02x}")
    }

    /// Black or white, whichever is read more easily on it: never below a contrast of 4.5.
    pub fn text(self) -> &'static str {
        // WCAG 2: (brighter + 0.05) / (darker + 0.05).
        let light = self.luminance() + 0.05;
        if 1.05 / light >= light / 0.05 {
            "ffffff"
        } else {
            "000000"
        }
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        let Self([red, green, blue]) = self;
        0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}

impl Look {
    /// The operator's own.
    pub fn platform(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            logo_uri: None,
            color: Color::PLATFORM,
            reply_to: None,
            support_email: None,
        }
    }

    pub fn branded(branding: &Branding) -> Self {
        let color = branding.color.as_deref().and_then(Color::parse);
        let address =
            |email: &Option<domain::Email>| email.as_ref().map(|email| email.as_str().to_owned());
        Self {
            name: unlinked(branding.display_name.as_str()),
            logo_uri: branding.logo_uri.clone(),
            color: color.unwrap_or(Color::PLATFORM),
            reply_to: address(&branding.sender_email),
            support_email: address(&branding.support_email),
        }
    }
}

/// Whether the invited person will work under the organization's own look (rule 8).
pub(crate) fn is_white_label(invitation: &Invitation) -> bool {
    invitation.panel == Panel::WhiteLabel && !invitation.role.is_upper()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_on_a_colour_is_always_readable() {
        for level in (0..=255).step_by(5) {
            for color in [
                [level, level, level],
                [level, 0, 0],
                [0, level, 0],
                [0, 0, level],
            ] {
                let color = Color(color);
                let light = color.luminance() + 0.05;
                let contrast = match color.text() {
                    "ffffff" => 1.05 / light,
                    _ => light / 0.05,
                };
                assert!(contrast >= 4.5, "{color:?}: {contrast}");
            }
        }
    }

    #[test]
    fn only_six_digits_are_a_colour() {
        assert_eq!(
            Color::parse("#1A2b3c").map(Color::digits).as_deref(),
            Some("1a2b3c")
        );
        for bad in ["", "#12345", "1234567", "red", "#12345g", "+12345"] {
            assert_eq!(Color::parse(bad), None, "{bad}");
        }
    }
}
