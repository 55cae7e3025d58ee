//! What is wrong in `wards.json`, and what would be right. The page leaves out just that part.

use mot_cua_contract::Mistake;

use super::{Date, Hours, Promise, Rule, Shift, Wards, Weekday, minutes};

const DAYS: &str = "thứ 2 … thứ 7 or chủ nhật";
const TIME: &str = "a time of day like 07:30";

/// All of them, in the file's order. `known` says whether the catalogue has a code.
pub fn mistakes(wards: &Wards, known: &dyn Fn(&str) -> bool) -> Vec<Mistake> {
    let mut found = Found(Vec::new());
    if wards.v != 1 {
        found.error("unknown-version", "v", &wards.v.to_string(), "1");
    }
    for (at, ward) in wards.units.iter().enumerate() {
        let path = format!("units[{at}]");
        if wards.units.iter().take(at).any(|other| other.id == ward.id) {
            found.error("double-id", &format!("{path}.id"), &ward.id, "each unit once");
        }
        if let Some(hours) = &ward.hours {
            found.hours(hours, &format!("{path}.hours"));
        }
        for (number, promise) in ward.promises.iter().enumerate() {
            let path = format!("{path}.promises[{number}]");
            if !known(&promise.code) {
                // Nobody sees it: the ward may promise before the record is there.
                let expected = "a code that the catalogue has";
                let path = format!("{path}.code");
                found.0.push(Mistake::warning("unknown-procedure", path, &promise.code, expected));
            }
            if ward.promises.iter().take(number).any(|other| other.code == promise.code) {
                found.error("double-code", &format!("{path}.code"), &promise.code, "each procedure once");
            }
            found.promise(promise, &path);
        }
    }
    found.0
}

struct Found(Vec<Mistake>);

impl Found {
    fn error(&mut self, code: &'static str, path: &str, found: &str, expected: &str) {
        self.0.push(Mistake::error(code, path, format!("{found:?}"), expected));
    }

    fn hours(&mut self, hours: &Hours, path: &str) {
        for (at, shift) in hours.week.iter().enumerate() {
            self.shift(shift, &format!("{path}.week[{at}]"));
        }
        for (at, special) in hours.special.iter().enumerate() {
            let path = format!("{path}.special[{at}]");
            let first = self.date(&special.date, &format!("{path}.date"));
            if let Some(to) = &special.to {
                let last = self.date(to, &format!("{path}.to"));
                if first.zip(last).is_some_and(|(first, last)| last < first) {
                    self.error("ends-before-it-begins", &format!("{path}.to"), to, "a day after `date`");
                }
            }
            for (number, shift) in special.open.iter().enumerate() {
                self.shift(shift, &format!("{path}.open[{number}]"));
            }
        }
    }

    fn shift(&mut self, shift: &Shift, path: &str) {
        self.days(&shift.days, path);
        let from = self.time(&shift.from, &format!("{path}.from"));
        let to = self.time(&shift.to, &format!("{path}.to"));
        if from.zip(to).is_some_and(|(from, to)| to <= from) {
            self.error("ends-before-it-begins", &format!("{path}.to"), &shift.to, "a time after `from`");
        }
    }

    fn promise(&mut self, promise: &Promise, path: &str) {
        if promise.time.is_some_and(|time| time.amount.is_nan() || time.amount <= 0.0) {
            self.error("impossible-time", &format!("{path}.time.amount"), "0 or less", "more than 0");
        }
        for (at, rule) in promise.when.iter().enumerate() {
            self.rule(rule, &format!("{path}.when[{at}]"));
        }
        for (name, url) in promise.samples.iter() {
            if !url.starts_with("https://") {
                self.error("not-https", &format!("{path}.samples.{name}"), url, "an https:// address");
            }
        }
    }

    fn rule(&mut self, rule: &Rule, path: &str) {
        self.days(&rule.days, path);
        if let Some(before) = &rule.before {
            self.time(before, &format!("{path}.before"));
        }
        if rule.time.amount.is_nan() || rule.time.amount <= 0.0 {
            self.error("impossible-time", &format!("{path}.time.amount"), "0 or less", "more than 0");
        }
    }

    fn days(&mut self, days: &[String], path: &str) {
        for (at, day) in days.iter().enumerate().filter(|(_, day)| Weekday::read(day).is_none()) {
            self.error("unknown-weekday", &format!("{path}.days[{at}]"), day, DAYS);
        }
    }

    fn time(&mut self, text: &str, path: &str) -> Option<u16> {
        let minute = minutes(text);
        if minute.is_none() {
            self.error("unknown-time", path, text, TIME);
        }
        minute
    }

    fn date(&mut self, text: &str, path: &str) -> Option<Date> {
        let date = Date::read(text);
        if date.is_none() {
            self.error("unknown-date", path, text, "a day like 2026-09-02");
        }
        date
    }
}
