//! Whether words in the ward's colour can be read: 7:1 or better (WCAG 2.2, 1.4.6) on the darkest ground that they stand on.

/// So much lighter than the words the ground has to be, or darker.
pub const LEAST: f64 = 7.0;

/// The darkest light ground of the page (`--mc-sunken` of `style/tokens.css`); on white the ratio is a seventh better.
pub const GROUND: &str = "#f1e9db";

/// Contrast ratio of two colours `#rrggbb`, from 1 to 21. `None`: one is no such colour.
pub fn contrast(one: &str, other: &str) -> Option<f64> {
    let (one, other) = (luminance(one)?, luminance(other)?);
    Some((one.max(other) + 0.05) / (one.min(other) + 0.05))
}

/// Contrast of the ward's colour where it is hardest to read. `None`: it is no colour `#rrggbb`.
pub fn worst(accent: &str) -> Option<f64> {
    contrast(accent, GROUND)
}

/// `6.9:1`, never rounded up: what falls short must not look as if it did not.
pub fn told(contrast: f64) -> String {
    format!("{:.1}:1", (contrast * 10.0).floor() / 10.0)
}

/// WCAG 2.2, "relative luminance".
fn luminance(colour: &str) -> Option<f64> {
    let digits = colour.strip_prefix('#').filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let part = |at: usize| -> Option<f64> {
        let part = f64::from(u8::from_str_radix(digits.get(at..at + 2)?, 16).ok()?) / 255.0;
        Some(if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) })
    };
    Some(0.2126 * part(0)? + 0.7152 * part(2)? + 0.0722 * part(4)?)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn reckons_as_wcag_does_and_refuses_what_is_no_colour() {
        assert!((contrast("#000000", "#ffffff").unwrap() - 21.0).abs() < 1e-9);
        assert!((contrast("#777777", "#FFFFFF").unwrap() - 4.478).abs() < 1e-3);
        assert_eq!(told(6.999), "6.9:1");
        for bad in ["", "#fff", "red", "#12345g", "#1234567", "#ữa12"] {
            assert_eq!(worst(bad), None, "{bad}");
        }
    }

    /// The ground and the page's own colour stand in the sheet; here only the ground is repeated.
    #[test]
    fn the_ground_is_the_darkest_of_the_sheet_and_the_own_colour_is_readable_on_it() {
        let sheet = include_str!("../../../../style/tokens.css");
        let light = sheet.split('}').next().unwrap();
        let of = |name: &str| {
            let rest = light.split(&format!("--mc-{name}: ")).nth(1).unwrap();
            rest.split(';').next().unwrap().to_owned()
        };
        for ground in ["ground", "card", "sunken", "accent-soft", "warm-soft", "on-accent"] {
            assert!(luminance(&of(ground)).unwrap() >= luminance(GROUND).unwrap(), "{ground}");
        }
        assert_eq!(of("sunken"), GROUND);
        assert!(worst(&of("accent")).unwrap() >= LEAST);
    }
}
