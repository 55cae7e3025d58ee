//! What one cell says, as clerks write it.

use mot_cua_catalogue::fold::fold;
use mot_cua_catalogue::model::{Time, Unit};
use mot_cua_catalogue::ward::{Rule, Weekday, minutes};
use mot_cua_contract::Pairs;

/// Why a cell cannot be read.
#[derive(Debug, PartialEq)]
pub(super) struct Wrong {
    pub(super) code: &'static str,
    pub(super) found: String,
    pub(super) expected: &'static str,
}

fn wrong(code: &'static str, found: &str, expected: &'static str) -> Wrong {
    Wrong { code, found: format!("{found:?}"), expected }
}

/// `1.001193`. Excel takes a code for a number: it drops zeros at the end and may write a comma.
pub(crate) fn code(text: &str) -> String {
    let text = text.trim().replace(',', ".");
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    match text.split_once('.') {
        Some((group, number)) if digits(group) && digits(number) => format!("{group}.{number:0<6}"),
        _ => text,
    }
}

/// `1 ngày`, `trong 2 giờ`, `3 ngày làm việc`.
pub(super) fn time(text: &str) -> Result<Time, Wrong> {
    let unknown =
        || wrong("unknown-time", text, "a number and a unit: 2 giờ, 1 ngày, 3 ngày làm việc, 1 tháng");
    let lower = text.trim().to_lowercase();
    let bare = lower.strip_prefix("trong").unwrap_or(&lower).trim();
    let end = bare.find(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ','))).unwrap_or(bare.len());
    let (number, unit) = bare.split_at(end);
    let unit = match fold(unit).as_str() {
        "gio" | "tieng" | "hour" | "hours" => Unit::Hour,
        "ngay" | "day" | "days" => Unit::Day,
        "ngay lam viec" | "working day" | "working days" => Unit::WorkingDay,
        "thang" | "month" | "months" => Unit::Month,
        "nam" | "year" | "years" => Unit::Year,
        _ => return Err(unknown()),
    };
    let amount: f64 = number.replace(',', ".").parse().map_err(|_| unknown())?;
    if amount > 0.0 && amount.is_finite() { Ok(Time { amount, unit: Some(unit) }) } else { Err(unknown()) }
}

/// `thứ Tư, trước 15 giờ: 2 giờ`; several on lines of their own or between semicolons.
pub(super) fn rules(text: &str) -> Result<Vec<Rule>, Wrong> {
    pieces(text).map(rule).collect()
}

fn rule(text: &str) -> Result<Rule, Wrong> {
    let parts = text.rsplit_once(':');
    let (condition, length) = parts.ok_or_else(|| {
        wrong("unknown-rule", text, "a condition, a colon and a time: thứ Tư, trước 15 giờ: 2 giờ")
    })?;
    let mut rule = Rule { days: Vec::new(), before: None, time: time(length)? };
    for part in condition.split(',').map(str::trim).filter(|part| !part.is_empty()) {
        let lower = part.to_lowercase();
        let before = ["trước", "truoc", "before"].iter().find_map(|word| lower.strip_prefix(word));
        match before {
            Some(moment) if minutes(moment).is_some() => rule.before = Some(moment.trim().to_owned()),
            Some(_) => return Err(wrong("unknown-time", part, "a time of day: trước 15 giờ, trước 9:30")),
            None if Weekday::read(part).is_some() => rule.days.push(part.to_owned()),
            None => return Err(wrong("unknown-weekday", part, "thứ 2 … thứ 7 or chủ nhật")),
        }
    }
    Ok(rule)
}

/// `có`, `x`; an empty cell is no.
pub(super) fn is_so(text: &str) -> Result<bool, Wrong> {
    match fold(text).as_str() {
        "co" | "x" | "1" | "yes" | "true" | "dung" | "v" => Ok(true),
        "khong" | "0" | "no" | "false" | "sai" => Ok(false),
        _ => Err(wrong("neither-yes-nor-no", text, "có hoặc không")),
    }
}

/// `Tờ khai: https://…`, several on lines of their own or between semicolons.
pub(super) fn samples(text: &str) -> Result<Pairs, Wrong> {
    let sample = |piece: &str| {
        let at = piece.find("https://").filter(|at| *at > 0);
        let (name, url) = at.map(|at| piece.split_at(at)).ok_or_else(|| {
            wrong("not-https", piece, "a name, a colon and an https:// address: Tờ khai: https://…")
        })?;
        Ok((name.trim().trim_end_matches(':').trim().to_owned(), url.trim().to_owned()))
    };
    pieces(text).map(sample).collect()
}

fn pieces(text: &str) -> impl Iterator<Item = &str> {
    text.split(['\n', ';']).map(str::trim).filter(|piece| !piece.is_empty())
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn times_as_clerks_write_them() {
        for (text, amount, unit) in [
            ("1 ngày", 1.0, Unit::Day),
            ("Trong 2 giờ", 2.0, Unit::Hour),
            ("3 NGÀY LÀM VIỆC", 3.0, Unit::WorkingDay),
            ("0,5 ngày", 0.5, Unit::Day),
            ("1 tháng", 1.0, Unit::Month),
        ] {
            assert_eq!(time(text).unwrap(), Time { amount, unit: Some(unit) }, "{text}");
        }
        for text in ["", "3", "ngày", "-1 ngày", "0 giờ", "1..2 ngày", "3 tuần trăng"] {
            assert_eq!(time(text).unwrap_err().code, "unknown-time", "{text}");
        }
    }

    #[test]
    fn conditions() {
        let found = rules("thứ Tư, trước 15 giờ: 2 giờ; T6: 1 ngày\ntrước 9:30: trong 3 giờ").unwrap();
        let told: Vec<_> = found.iter().map(|rule| (rule.days.len(), rule.before.as_deref())).collect();
        assert_eq!(told, [(1, Some("15 giờ")), (1, None), (0, Some("9:30"))]);
        let code = |text| rules(text).unwrap_err().code;
        assert_eq!(code("thứ 8: 1 ngày"), "unknown-weekday");
        assert_eq!(code("trước 25 giờ: 1 ngày"), "unknown-time");
        assert_eq!(code("thứ 4"), "unknown-rule");
    }

    #[test]
    fn codes_that_excel_took_for_numbers() {
        assert_eq!(
            [code("2.00099"), code("1,001193"), code(" 1.000656 "), code("x")],
            ["2.000990", "1.001193", "1.000656", "x"]
        );
    }

    #[test]
    fn yes_no_and_addresses() {
        assert_eq!((is_so("Có"), is_so("X"), is_so("không")), (Ok(true), Ok(true), Ok(false)));
        assert!(is_so("thứ 4").is_err());
        let found = samples("Tờ khai: https://x.vn/a.pdf\nĐơn https://x.vn/b").unwrap();
        assert_eq!(found.keys().collect::<Vec<_>>(), ["Tờ khai", "Đơn"]);
        assert!(samples("javascript:alert(1)").is_err() && samples("https://x.vn").is_err());
    }
}
