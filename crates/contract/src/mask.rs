//! Personal data in free text, covered before anybody is shown it: numbers of identity cards and telephones, plates of vehicles,
//! addresses of mail. What is covered in vain does less harm than what is not.

/// What stands in the place of what was covered.
pub const COVER: &str = "•••";
/// An old identity card has nine digits, a landline nine without its zero, a new card twelve. Hotlines have eight: they stay.
const MOST_DIGITS: usize = 8;

/// The text with such data covered; all else as it was.
pub fn mask(text: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    while let Some(c) = chars.get(at) {
        let begins = !before(&chars, at).is_some_and(char::is_alphanumeric);
        let covered = if begins { plate(&chars, at).or_else(|| mail(&chars, at)) } else { None }
            .or_else(|| number(&chars, at));
        if let Some(end) = covered {
            out.push_str(COVER);
            at = end;
            continue;
        }
        if digit(*c) {
            // The rest of a short number is no number of its own.
            let rest: String = chars.iter().skip(at).take_while(|c| digit(**c)).collect();
            at += rest.chars().count();
            out.push_str(&rest);
        } else {
            out.push(*c);
            at += 1;
        }
    }
    out
}

fn before(chars: &[char], at: usize) -> Option<char> {
    at.checked_sub(1).and_then(|at| chars.get(at)).copied()
}

/// Full-width digits are digits to a reader.
fn digit(c: char) -> bool {
    c.is_ascii_digit() || ('\u{ff10}'..='\u{ff19}').contains(&c)
}

fn joins(c: char) -> bool {
    matches!(c, ' ' | '.' | '-' | '\u{a0}' | '(' | ')' | '\u{200b}' | '_' | ',')
}

/// Where a number of too many digits ends that begins here: digits with at most two joining signs between.
fn number(chars: &[char], from: usize) -> Option<usize> {
    let (mut count, mut end, mut gap) = (0, from, 0);
    let begin = from + usize::from(chars.get(from) == Some(&'+'));
    for (at, c) in chars.iter().enumerate().skip(begin) {
        if digit(*c) {
            (count, end, gap) = (count + 1, at + 1, 0);
        } else if count > 0 && joins(*c) && gap < 2 {
            gap += 1;
        } else {
            break;
        }
    }
    (count > MOST_DIGITS).then_some(end)
}

/// `29A-123.45`, `30 F1 2345`, `29-B1 123.45`: two digits, one or two signs that begin with a letter, four or five digits.
fn plate(chars: &[char], from: usize) -> Option<usize> {
    let mut at = from;
    let mut run = |is: &dyn Fn(char) -> bool, most: usize| {
        let length = chars.iter().skip(at).take(most).take_while(|c| is(**c)).count();
        at += length;
        length
    };
    let (joint, letter) = (|c: char| joins(c), |c: char| c.is_ascii_alphabetic());
    let province = run(&digit, 2) == 2;
    run(&joint, 1);
    let series = province && (1..=2).contains(&run(&letter, 2));
    let second = run(&digit, 5);
    run(&joint, 1);
    let third = run(&digit, 5);
    run(&joint, 1);
    let last = run(&digit, 2);
    let digits = second + third + last;
    let ended = !chars.get(at).is_some_and(|c| c.is_alphanumeric());
    let end = if chars.get(at.saturating_sub(1)).is_some_and(|c| joins(*c)) { at - 1 } else { at };
    (series && (4..=6).contains(&digits) && ended).then_some(end)
}

/// `ten@noi.vn`.
fn mail(chars: &[char], from: usize) -> Option<usize> {
    let part = |c: &char| c.is_alphanumeric() || matches!(c, '.' | '_' | '-' | '+');
    let length = |from: usize| chars.iter().skip(from).take_while(|c| part(c)).count();
    let name = length(from);
    let sign = from + name;
    if name == 0 || chars.get(sign) != Some(&'@') {
        return None;
    }
    let host = length(sign + 1);
    let dotted = chars.get(sign + 1..sign + 1 + host).is_some_and(|host| host.contains(&'.'));
    dotted.then_some(sign + 1 + host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_tells_a_person_is_covered() {
        for (text, shown) in [
            ("CCCD 001085012345 nhé", "CCCD ••• nhé"),
            ("số 0010 8501 2345.", "số •••."),
            ("gọi 0912 345 678, cảm ơn", "gọi •••, cảm ơn"),
            ("+84-912.345.678", "•••"),
            ("(024) 3825 1234", "(•••"),
            ("０９１２３４５６７８", "•••"),
            ("xe 29A-123.45 đỗ", "xe ••• đỗ"),
            ("xe 30F1 2345", "xe •••"),
            ("29-B1 123.45!", "•••!"),
            ("thư a.b@phuong.vn nhé", "thư ••• nhé"),
            ("CMND:012345678", "CMND:•••"),
            ("sđt0912345678", "sđt•••"),
        ] {
            assert_eq!(mask(text), shown, "{text}");
        }
    }

    #[test]
    fn the_rest_stays() {
        for text in [
            "",
            "Chờ 45 phút, quầy 3, ngày 21/11/2026 lúc 9 giờ 30.",
            "phí 120.000 đồng",
            "tổng đài 1900 1234",
            "mẫu CT01, thủ tục 1.001193",
            "nói @ nhau",
            "biên nhận 7K3QX0M2VD",
            "Số 12A ngõ 5",
            "ữ😀\u{202e}",
        ] {
            assert_eq!(mask(text), text);
        }
    }
}
