//! iCalendar, RFC 5545: only what a day with its alarms needs. (The libraries for it weigh more than the page they would be in.)

use crate::ward::Date;

/// One day to be reminded of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The same for the same paper: who adds it twice has it once.
    pub uid: String,
    /// The last day on which the paper is good. The entry is at eight in the morning in Việt Nam.
    pub until: Date,
    /// What the phone shows.
    pub title: String,
    /// What stands below. May be empty.
    pub text: String,
    /// Address of the page. May be empty.
    pub url: String,
}

/// Days before the last one, on which the phone rings.
const ALARMS: [&str; 3] = ["-P30D", "-P7D", "-P1D"];

/// Octets of a line, without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// A calendar of these entries. `made`: the day it is written.
pub fn calendar(entries: &[Entry], made: Date) -> String {
    let mut out = Lines(String::new());
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Mot Cua//remind//VI", "METHOD:PUBLISH"] {
        out.line(line);
    }
    // Việt Nam has had no other time since 1975.
    for line in [
        "BEGIN:VTIMEZONE",
        "TZID:Asia/Ho_Chi_Minh",
        "BEGIN:STANDARD",
        "DTSTART:19750613T000000",
        "TZOFFSETFROM:+0800",
        "TZOFFSETTO:+0700",
        "TZNAME:+07",
        "END:STANDARD",
        "END:VTIMEZONE",
    ] {
        out.line(line);
    }
    for entry in entries {
        out.entry(entry, made);
    }
    out.line("END:VCALENDAR");
    out.0
}

struct Lines(String);

impl Lines {
    fn entry(&mut self, entry: &Entry, made: Date) {
        let day = entry.until.iso().replace('-', "");
        self.line("BEGIN:VEVENT");
        self.text("UID:", &entry.uid);
        self.line(&["DTSTAMP:", &made.iso().replace('-', ""), "T000000Z"].concat());
        self.line(&["DTSTART;TZID=Asia/Ho_Chi_Minh:", &day, "T080000"].concat());
        self.line("DURATION:PT30M");
        // Nobody is busy because a paper runs out.
        self.line("TRANSP:TRANSPARENT");
        self.text("SUMMARY:", &entry.title);
        if !entry.text.is_empty() {
            self.text("DESCRIPTION:", &entry.text);
        }
        if !entry.url.is_empty() {
            self.line(&["URL:", &entry.url].concat());
        }
        for alarm in ALARMS {
            self.line("BEGIN:VALARM");
            self.line("ACTION:DISPLAY");
            self.text("DESCRIPTION:", &entry.title);
            self.line(&["TRIGGER:", alarm].concat());
            self.line("END:VALARM");
        }
        self.line("END:VEVENT");
    }

    /// A value of type TEXT (3.3.11).
    fn text(&mut self, name: &str, value: &str) {
        let mut line = name.to_owned();
        for c in value.chars() {
            match c {
                '\\' | ';' | ',' => line.extend(['\\', c]),
                '\n' => line.push_str("\\n"),
                c if c.is_control() => {}
                c => line.push(c),
            }
        }
        self.line(&line);
    }

    /// Folded where it is too long, never within a letter.
    fn line(&mut self, line: &str) {
        let mut used = 0;
        for c in line.chars().filter(|c| !c.is_control()) {
            if used + c.len_utf8() > LINE {
                self.0.push_str("\r\n ");
                used = 1;
            }
            self.0.push(c);
            used += c.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use proptest::prelude::*;

    fn entry(title: &str) -> Entry {
        Entry {
            uid: "1001193-2027-01-15@example.vn".to_owned(),
            until: Date::read("2027-01-15").unwrap(),
            title: title.to_owned(),
            text: String::new(),
            url: String::new(),
        }
    }

    /// As a calendar reads it: lines put together again.
    fn lines(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn a_day_in_viet_nam_with_its_alarms() {
        let text =
            calendar(&[entry("Hết hạn: giấy phép; số 1, bản\nchính")], Date::read("2026-11-22").unwrap());
        let lines = lines(&text);
        for line in [
            "DTSTAMP:20261122T000000Z",
            "DTSTART;TZID=Asia/Ho_Chi_Minh:20270115T080000",
            "SUMMARY:Hết hạn: giấy phép\\; số 1\\, bản\\nchính",
            "TRIGGER:-P30D",
        ] {
            assert!(lines.iter().any(|one| one == line), "{line}\n{text}");
        }
        assert_eq!(text.matches("BEGIN:").count(), text.matches("END:").count());
    }

    proptest! {
        #[test]
        fn no_title_breaks_out_of_its_line(title in any::<String>(), url in any::<String>()) {
            let hostile = Entry { url, ..entry(&title) };
            let text = calendar(&[hostile, entry("x")], Date::read("2026-11-22").unwrap());
            prop_assert!(text.split("\r\n").all(|line| line.len() <= LINE));
            prop_assert_eq!(lines(&text).iter().filter(|line| *line == "BEGIN:VEVENT").count(), 2);
            let plain: String = text.replace("\r\n", "");
            prop_assert!(!plain.contains(['\r', '\n']));
        }
    }
}
