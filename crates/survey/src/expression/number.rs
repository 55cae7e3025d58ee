//! Numbers as JavaScript and SurveyJS read and write them.

use mot_cua_contract::lean::{number as decimal, shortest};

use super::datum::Datum;

/// JavaScript's `String(value)`.
pub(crate) fn show(datum: &Datum) -> String {
    match datum {
        Datum::Undefined => "undefined".to_owned(),
        Datum::Null => "null".to_owned(),
        Datum::Bool(flag) => flag.to_string(),
        Datum::Number(number) => show_number(*number),
        Datum::Text(text) => text.clone(),
        Datum::Date(at) => super::date::iso(*at).unwrap_or_else(|| "Invalid Date".to_owned()),
        Datum::List(items) => join(items, ","),
        Datum::Object(_) => "[object Object]".to_owned(),
    }
}

/// `Array.prototype.join`: nothing shows as nothing.
pub(crate) fn join(items: &[Datum], between: &str) -> String {
    let words = items.iter().map(|item| if item.is_nothing() { String::new() } else { show(item) });
    words.collect::<Vec<_>>().join(between)
}

fn show_number(number: f64) -> String {
    if !number.is_finite() {
        let words = match number {
            f64::INFINITY => "Infinity",
            f64::NEG_INFINITY => "-Infinity",
            _ => "NaN",
        };
        return words.to_owned();
    }
    let (digits, scale) = shortest(number.abs());
    let mut text = digits.to_string();
    // Of the first digit.
    let mut power = scale + i32::try_from(text.len()).unwrap_or(0) - 1;
    if (-6..21).contains(&power) || digits == 0 {
        while power < 0 {
            text.insert(0, '0');
            power += 1;
        }
        for _ in 0..scale {
            text.push('0');
        }
        if scale < 0 {
            text.insert(usize::try_from(power).unwrap_or(0) + 1, '.');
        }
    } else {
        text.truncate(text.trim_end_matches('0').len());
        if text.len() > 1 {
            text.insert(1, '.');
        }
        text.push_str(if power < 0 { "e" } else { "e+" });
        text.push_str(&power.to_string());
    }
    if number < 0.0 {
        text.insert(0, '-');
    }
    text
}

/// JavaScript's `Number(value)`.
pub(crate) fn coerce(datum: &Datum) -> f64 {
    match datum {
        Datum::Undefined | Datum::Object(_) => f64::NAN,
        Datum::Null => 0.0,
        Datum::Bool(flag) => f64::from(u8::from(*flag)),
        Datum::Number(number) | Datum::Date(number) => *number,
        Datum::Text(text) => of_text(text),
        Datum::List(_) => of_text(&show(datum)),
    }
}

/// `Number(text)`: all of it, blanks around it apart; "" is 0.
pub(crate) fn of_text(text: &str) -> f64 {
    let text = text.trim();
    if text.is_empty() {
        return 0.0;
    }
    let (head, digits) = text.split_at_checked(2).unwrap_or((text, ""));
    let radix = match head {
        "0x" | "0X" => 16,
        "0o" | "0O" => 8,
        "0b" | "0B" => 2,
        _ if prefix(text) == text.len() => return decimal(text).unwrap_or(f64::NAN),
        _ => {
            return match text {
                "Infinity" | "+Infinity" => f64::INFINITY,
                "-Infinity" => f64::NEG_INFINITY,
                _ => f64::NAN,
            };
        }
    };
    let all = !digits.is_empty() && digits.chars().all(|digit| digit.is_digit(radix));
    if all { of_radix(digits, radix) } else { f64::NAN }
}

/// The digits of that radix that `text` begins with.
fn of_radix(text: &str, radix: u32) -> f64 {
    let digits = text.chars().map_while(|digit| digit.to_digit(radix));
    digits.fold(0.0, |sum, digit| sum * f64::from(radix) + f64::from(digit))
}

/// JavaScript's `parseFloat`: the number that the text begins with. NaN: none.
pub(crate) fn parse_float(text: &str) -> f64 {
    let text = text.trim_start();
    text.get(..prefix(text)).and_then(decimal).unwrap_or(f64::NAN)
}

/// JavaScript's `parseInt` without a radix.
pub(crate) fn parse_int(text: &str) -> f64 {
    let text = text.trim_start();
    let (sign, rest) = match text.strip_prefix('-') {
        Some(rest) => (-1.0, rest),
        None => (1.0, text.strip_prefix('+').unwrap_or(text)),
    };
    let (digits, radix) = match rest.strip_prefix("0x").or_else(|| rest.strip_prefix("0X")) {
        Some(digits) => (digits, 16),
        None => (rest, 10),
    };
    if digits.starts_with(|digit: char| digit.is_digit(radix)) {
        sign * of_radix(digits, radix)
    } else {
        f64::NAN
    }
}

/// Bytes of the longest decimal number at the beginning: sign, digits, point, digits, exponent.
fn prefix(text: &str) -> usize {
    let bytes = text.as_bytes();
    let digits = |from: usize| bytes.iter().skip(from).take_while(|byte| byte.is_ascii_digit()).count();
    let mut at = usize::from(matches!(bytes.first(), Some(b'+' | b'-')));
    let whole = digits(at);
    at += whole;
    let mut fraction = 0;
    if bytes.get(at) == Some(&b'.') {
        fraction = digits(at + 1);
        if whole + fraction > 0 {
            at += 1 + fraction;
        }
    }
    if whole + fraction == 0 {
        return 0;
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let signed = at + 1 + usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        let exponent = digits(signed);
        if exponent > 0 {
            at = signed + exponent;
        }
    }
    at
}

/// SurveyJS's `getNumber`: also "1,5" and "0x1F"; not digits beyond what an f64 keeps, nor "1/2". NaN: no number.
pub(crate) fn number_of(datum: &Datum) -> f64 {
    match datum {
        Datum::Number(number) if number.is_finite() => *number,
        Datum::Text(text) => number_of_text(text.trim()),
        Datum::List(_) => finite(&show(datum)),
        _ => f64::NAN,
    }
}

fn number_of_text(text: &str) -> f64 {
    if let Some(digits) = text.strip_prefix("0x") {
        let short =
            text.encode_utf16().count() <= 32 && digits.starts_with(|digit: char| digit.is_ascii_hexdigit());
        return if short { of_radix(digits, 16) } else { f64::NAN };
    }
    let long = text.len() > 15 && text.bytes().all(|byte| byte.is_ascii_digit());
    let signed = |sign| text.rfind(sign).is_some_and(|at| at > 0);
    let operator = !signed('-') && !signed('+') && text.contains(['*', '^', '/', '%']);
    if text.is_empty() || long || operator {
        return f64::NAN;
    }
    if text.matches(',').count() == 1 { finite(&text.replace(',', ".")) } else { finite(text) }
}

fn finite(text: &str) -> f64 {
    if of_text(text).is_finite() { parse_float(text) } else { f64::NAN }
}

pub(crate) fn is_number(datum: &Datum) -> bool {
    !number_of(datum).is_nan()
}

/// Digits after the point, as SurveyJS counts them to hide what 0.1 + 0.2 really is.
pub(crate) fn decimals(datum: &Datum) -> usize {
    let whole = matches!(datum, Datum::Number(number) if number.fract() == 0.0);
    if whole || !is_number(datum) {
        return 0;
    }
    show(datum).split('.').nth(1).map_or(0, |digits| digits.encode_utf16().count())
}

/// `parseFloat(number.toFixed(digits))`, as far as there are digits to round.
pub(crate) fn fixed(number: f64, digits: usize) -> f64 {
    let mut scale = 1.0;
    for _ in 0..digits.min(100) {
        scale *= 10.0;
    }
    let rounded = (number * scale).round() / scale;
    // Beyond 2⁵³ an `f64` has nothing behind the point.
    if digits == 0 || (number * scale).abs() >= 9_007_199_254_740_992.0 { number } else { rounded }
}
