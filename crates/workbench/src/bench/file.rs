//! Files onto the bench and from it.

use std::rc::Rc;

use mot_cua_contract::Mistake;
use mot_cua_sheets::difference;
use mot_cua_sheets::judge::{Judge, Measure, Sheet, told};
use mot_cua_sheets::xlsform::{self, Kind};
use mot_cua_survey::change::changes;
use mot_cua_survey::model::Model;
use serde_json::{Map, Value};

use super::{Bench, Doc, Refused, Room};
use crate::browser;
use crate::browser::files::{self, JSON, XLSX};
use crate::edit::Survey;
use crate::words::say;

/// Questionnaires that come with the product.
pub(crate) const BANKS: [(&str, &str); 7] = [
    ("quick", include_str!("../../../../public/surveys/quick.json")),
    ("feedback", include_str!("../../../../public/surveys/feedback.json")),
    ("nps", include_str!("../../../../public/surveys/nps.json")),
    ("internal", include_str!("../../../../public/surveys/internal.json")),
    ("one-stop-nine", include_str!("../../../../public/surveys/one-stop-nine.json")),
    ("sipas-2023", include_str!("../../../../public/surveys/sipas-2023.json")),
    ("sipas-22", include_str!("../../../../public/surveys/sipas-22.json")),
];

impl Bench {
    fn how(self) -> Judge {
        Judge { lang: self.lang.get_untracked().into(), measure: Measure::Lenient }
    }

    /// A file was dropped anywhere: the room that is open takes it.
    pub(crate) fn dropped(self, name: &str, bytes: &[u8]) {
        match self.room.get_untracked() {
            Room::Surveys if name.ends_with(".test.json") => self.set_tests(&String::from_utf8_lossy(bytes)),
            Room::Surveys => self.open(name, bytes),
            Room::Print => self.print.open(self, name, bytes),
            Room::Reminders => self.reminders.open(self, name, bytes),
            Room::Site => self.site.open(self, name, bytes),
        }
    }

    pub(crate) fn open(self, name: &str, bytes: &[u8]) {
        match self.read(name, bytes) {
            Ok(doc) => {
                self.put(doc);
                browser::focus_soon("wb-name".to_owned());
            }
            Err(why) => {
                self.say("said.refused", &[name]);
                self.refused.set(Some(Refused { name: name.to_owned(), why }));
            }
        }
    }

    pub(crate) fn open_bank(self, name: &str) {
        if let Some((name, text)) = BANKS.iter().find(|(one, _)| *one == name) {
            self.open(&[name, ".json"].concat(), text.as_bytes());
        }
    }

    /// A survey with one question.
    pub(crate) fn open_blank(self) {
        let mut survey = Survey::of(Map::new());
        survey.add(0, "rating");
        self.put(Doc { name: "khao-sat".to_owned(), survey, sheet: None, tests: String::new() });
        browser::focus_soon("wb-name".to_owned());
    }

    fn read(self, name: &str, bytes: &[u8]) -> Result<Doc, Vec<Mistake>> {
        let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem).to_owned();
        let expected = || say(self.lang.get_untracked(), "refuse.expected");
        let refuse = |code, found: &str| vec![Mistake::error(code, "", found, expected())];
        if let Some(kind) = Kind::of(name) {
            let sheet = Sheet::read(kind, bytes);
            let survey = sheet.json().as_deref().and_then(Survey::parse);
            let Some(survey) = survey else { return Err(sheet.mistakes(self.how())) };
            return Ok(Doc { name: stem, survey, sheet: Some(Rc::new(sheet)), tests: String::new() });
        }
        let Ok(text) = std::str::from_utf8(bytes) else { return Err(refuse("not-text", name)) };
        match serde_json::from_str(text.trim_start_matches('\u{feff}')) {
            Ok(Value::Object(raw)) => {
                Ok(Doc { name: stem, survey: Survey::of(raw), sheet: None, tests: String::new() })
            }
            Ok(_) => Err(refuse("not-a-survey", name)),
            Err(error) if name.to_lowercase().ends_with(".json") => {
                Err(refuse("not-json", &error.to_string()))
            }
            Err(_) => Err(refuse("unknown-file", name)),
        }
    }

    pub(crate) fn set_tests(self, text: &str) {
        self.doc.update(|doc| {
            if let Some(doc) = doc {
                text.clone_into(&mut doc.tests);
            }
        });
        self.soon();
    }

    /// The source was written over by hand.
    ///
    /// # Errors
    /// Where it cannot be read.
    pub(crate) fn write_source(self, text: &str) -> Result<(), String> {
        match serde_json::from_str(text).map_err(|error| error.to_string())? {
            Value::Object(raw) => {
                self.change(|survey| *survey = Survey::of(raw));
                Ok(())
            }
            _ => Err(say(self.lang.get_untracked(), "refuse.expected")),
        }
    }

    pub(crate) fn save_json(self) {
        if let Some((name, survey)) = self.named() {
            files::save(&[&name, ".json"].concat(), JSON, survey.text().as_bytes());
            self.say("said.saved", &[&name]);
        }
    }

    /// What a sheet has no column for stands in `cs_json`.
    pub(crate) fn save_xlsx(self) {
        let Some((name, survey)) = self.named() else { return };
        match xlsform::write(&Value::Object(survey.0)) {
            Ok((book, aside)) => match book.to_xlsx() {
                Ok(bytes) => {
                    files::save(&[&name, ".xlsx"].concat(), XLSX, &bytes);
                    self.say("said.savedXlsx", &[&name, &aside.len().to_string()]);
                }
                Err(error) => self.said.set(error.to_string()),
            },
            Err(why) => self.refused.set(Some(Refused { name, why: told(&why, self.how()) })),
        }
    }

    /// The survey at hand by the name of its file in a site's folder, and its text. `None`: none is open.
    pub(crate) fn survey_at_hand(self) -> Option<(String, String)> {
        let (name, survey) = self.named()?;
        Some((crate::site::folder::file_name(&name), survey.text()))
    }

    /// Text of the survey of that name: the one at hand, or one of the product's. `None`: it is in neither place.
    pub(crate) fn survey_called(self, name: &str) -> Option<String> {
        let own = self.survey_at_hand().filter(|(own, _)| own == name).map(|(_, text)| text);
        own.or_else(|| BANKS.iter().find(|(bank, _)| *bank == name).map(|(_, text)| (*text).to_owned()))
    }

    fn named(self) -> Option<(String, Survey)> {
        self.doc.with_untracked(|doc| doc.as_ref().map(|doc| (doc.name.clone(), doc.survey.clone())))
    }

    /// What is different from another version.
    pub(crate) fn compare(self, name: &str, bytes: &[u8]) {
        let old = match self.read(name, bytes) {
            Ok(doc) => doc.survey.text(),
            Err(why) => return self.refused.set(Some(Refused { name: name.to_owned(), why })),
        };
        let Some((_, new)) = self.named() else { return };
        let both = Model::parse(&old).zip(Model::parse(&new.text()));
        let lines = both.map(|(old, new)| difference::lines(&changes(&old, &new), self.how().lang));
        self.difference.set(Some(lines.unwrap_or_else(|| say(self.lang.get_untracked(), "refuse.expected"))));
    }
}
