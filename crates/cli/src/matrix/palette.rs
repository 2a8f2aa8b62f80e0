//! Which colours has the picture? Each text on its ground has the contrast that WCAG AA asks for, light and dark.

/// The colours of one mode.
pub(super) struct Palette {
    pub(super) paper: &'static str,
    pub(super) ink: &'static str,
    pub(super) muted: &'static str,
    pub(super) line: &'static str,
    /// What heads stand on.
    pub(super) band: &'static str,
    /// A cell with everything, and the letters on it.
    pub(super) all: &'static str,
    pub(super) on_all: &'static str,
    /// A cell with something, and the letters on it.
    pub(super) some: &'static str,
    pub(super) on_some: &'static str,
}

pub(super) const LIGHT: Palette = Palette {
    paper: "#ffffff",
    ink: "#14202e",
    muted: "#51606f",
    line: "#dfe5eb",
    band: "#eef2f6",
    all: "#1b5e9b",
    on_all: "#ffffff",
    some: "#d3e4f5",
    on_some: "#0f3a63",
};

pub(super) const DARK: Palette = Palette {
    paper: "#10161d",
    ink: "#e8eef5",
    muted: "#a3b1bf",
    line: "#2a3542",
    band: "#1c2530",
    all: "#8cc2f5",
    on_all: "#08213a",
    some: "#1d3d5c",
    on_some: "#d7e9fb",
};

#[cfg(test)]
mod tests {
    use super::*;

    /// The relative luminance by WCAG 2.
    fn luminance(color: &str) -> f64 {
        let part = |from: usize| {
            let value = u8::from_str_radix(&color[from..from + 2], 16).expect("hexadecimal");
            let value = f64::from(value) / 255.0;
            if value <= 0.04045 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }

    fn contrast(one: &str, other: &str) -> f64 {
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn every_text_can_be_read_on_its_ground() {
        for palette in [LIGHT, DARK] {
            for (text, ground) in [
                (palette.ink, palette.paper),
                (palette.muted, palette.paper),
                (palette.ink, palette.band),
                (palette.on_all, palette.all),
                (palette.on_some, palette.some),
            ] {
                assert!(
                    contrast(text, ground) >= 4.5,
                    "{text} on {ground}: {}",
                    contrast(text, ground)
                );
            }
        }
    }
}
