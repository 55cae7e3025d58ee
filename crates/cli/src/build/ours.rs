//! What the wards promise, in words and beside each procedure's record: the page only shows them.

use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::model::{By, Channel, Time, Unit};
use mot_cua_catalogue::ward::{DAY, Rule, Ward, Wards, Weekday, minutes};
use mot_cua_contract::text::Text;
use mot_cua_contract::{Mistake, Pairs, Site};

use super::packs::Packs;
use super::{Problems, Source};

/// Words that only promises need. A site without promises may lack them.
const KEYS: [&str; 18] = [
    "promise.here",
    "promise.law",
    "promise.before",
    "promise.anyTime",
    "promise.atOnce",
    "promise.noAppointment",
    "promise.delivery",
    "promise.tips",
    "promise.counter",
    "promise.sample",
    "promise.point",
    "promise.day.0",
    "promise.day.1",
    "promise.day.2",
    "promise.day.3",
    "promise.day.4",
    "promise.day.5",
    "promise.day.6",
];
const ALL_DAYS: &str = "0123456";

/// Path → record, of each procedure that some ward promises something for.
pub(crate) fn records(
    wards: &Wards,
    records: &[Procedure],
    (site, packs): (&Site, &Packs),
    problems: &mut Problems,
) -> Vec<(String, String)> {
    if wards.units.iter().all(|ward| ward.promises.is_empty()) {
        return Vec::new();
    }
    packs.check(&KEYS.map(str::to_owned), problems);
    let speaker = Speaker { site, packs };
    let promised = records.iter().filter_map(|record| {
        let ours: Vec<Pairs> = wards.units.iter().flat_map(|ward| speaker.lines(ward, record)).collect();
        let path = format!("catalogue/p/{}.json", record.code);
        let record = (!ours.is_empty()).then(|| Procedure { ours, ..record.clone() })?;
        Some((path, serde_json::to_string(&record).ok()?))
    });
    promised.collect()
}

/// A ward that promises times wants to know whether it keeps them.
pub(crate) fn asked(wards: &Wards, source: &Source, site: &Site, problems: &mut Problems) {
    let path = format!("surveys/{}.json", site.survey);
    let promises = wards.units.iter().any(|ward| ward.promises.iter().any(|one| one.time.is_some()));
    let asks = source.text(&path, problems).is_some_and(|text| text.contains("\"onTime\""));
    if promises && !asks {
        let expected = "a question onTime with yes and late: times are promised, and nobody is asked whether they are kept";
        problems.add(&path, Mistake::warning("promise-not-asked", "pages", "none", expected));
    }
}

/// Puts promises into every language of the site.
struct Speaker<'a> {
    site: &'a Site,
    packs: &'a Packs,
}

impl Speaker<'_> {
    fn lines(&self, ward: &Ward, record: &Procedure) -> Vec<Pairs> {
        let Some(promise) = ward.promise(&record.code) else { return Vec::new() };
        let yes = |promised: bool, key: &str| promised.then(|| self.said(|lang| self.packs.one(lang, key)));
        let own = |words: &Pairs, key: &str| {
            let own = Text::Many(words.clone());
            (!own.is_blank()).then(|| self.said(|lang| self.filled(lang, key, own.get(lang))))
        };
        let counter = promise.counter.as_deref().and_then(|id| self.site.unit(&ward.id)?.counter(id));
        let time = promise.time.filter(|time| time.amount > 0.0);
        let mut lines: Vec<Pairs> = time.map(|time| self.general(time, in_law(record))).into_iter().collect();
        lines.extend(promise.when.iter().filter_map(|rule| self.under(rule)));
        lines.extend(yes(promise.at_once, "promise.atOnce"));
        lines.extend(yes(promise.no_appointment, "promise.noAppointment"));
        lines.extend(own(&promise.delivery, "promise.delivery"));
        let named = |lang: &str, name: &Text| self.filled(lang, "promise.counter", name.get(lang));
        lines.extend(counter.map(|counter| self.said(|lang| named(lang, &counter.name))));
        lines.extend(own(&promise.tips, "promise.tips"));
        lines.extend(promise.samples.iter().map(|(name, url)| {
            let words = self.said(|lang| self.filled(lang, "promise.sample", name));
            with(words, "link", url)
        }));
        lines.into_iter().map(|line| with(line, "unit", &ward.id)).collect()
    }

    /// `Here: 1 day (by law: 3 days)`.
    fn general(&self, time: Time, law: Option<Time>) -> Pairs {
        self.said(|lang| {
            let here = self.filled(lang, "promise.here", &self.how_long(lang, time));
            let Some(law) = law else { return here };
            format!("{here} ({})", self.filled(lang, "promise.law", &self.how_long(lang, law)))
        })
    }

    /// `Wednesday, before 15:00: 2 hours`. `None`: it makes no sense and never holds.
    fn under(&self, rule: &Rule) -> Option<Pairs> {
        let days: Vec<u8> =
            rule.days.iter().filter_map(|day| Weekday::read(day)).map(|day| day as u8).collect();
        let before = rule.before.as_deref().map(minutes);
        if (days.is_empty() && !rule.days.is_empty()) || before == Some(None) || rule.time.amount <= 0.0 {
            return None;
        }
        let before = before.flatten();
        let line = self.said(|lang| {
            let mut when: Vec<String> =
                days.iter().map(|day| self.packs.one(lang, &format!("promise.day.{day}"))).collect();
            let clock = |minute: u16| format!("{}:{:02}", minute / 60, minute % 60);
            when.extend(before.map(|minute| self.filled(lang, "promise.before", &clock(minute))));
            let when =
                if when.is_empty() { self.packs.one(lang, "promise.anyTime") } else { when.join(", ") };
            format!("{when}: {}", self.how_long(lang, rule.time))
        });
        let digits =
            if days.is_empty() { ALL_DAYS.to_owned() } else { days.iter().map(u8::to_string).collect() };
        let before = before.map_or(DAY, u32::from).to_string();
        Some(with(with(line, "days", &digits), "before", &before))
    }

    /// A time in words, as the page says it.
    fn how_long(&self, lang: &str, time: Time) -> String {
        let amount = time.amount.to_string().replace('.', &self.packs.one(lang, "promise.point"));
        let Some(unit) = time.unit else { return amount };
        let key = match unit {
            Unit::Hour => "time.hour",
            Unit::Day => "time.day",
            Unit::WorkingDay => "time.workingDay",
            Unit::Month => "time.month",
            Unit::Year => "time.year",
        };
        let one = format!("{key}.one");
        let key = if amount == "1" && self.packs.has(lang, &one) { &one } else { key };
        self.filled(lang, key, &amount)
    }

    fn filled(&self, lang: &str, key: &str, value: &str) -> String {
        self.packs.one(lang, key).replace("{0}", value)
    }

    fn said(&self, words: impl Fn(&str) -> String) -> Pairs {
        self.site.languages.iter().map(|lang| (lang.clone(), words(lang))).collect()
    }
}

/// The line with one more member.
fn with(mut line: Pairs, name: &str, value: &str) -> Pairs {
    line.insert(name.to_owned(), value.to_owned());
    line
}

/// The time that the record gives, at the counter if it does for the counter.
fn in_law(record: &Procedure) -> Option<Time> {
    let time = |channel: &Channel| channel.time.filter(|time| time.unit.is_some() && time.amount > 0.0);
    let at_counter = record.channels.iter().filter(|channel| channel.by == By::InPerson).find_map(time);
    at_counter.or_else(|| record.channels.iter().find_map(time))
}
