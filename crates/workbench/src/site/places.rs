//! What the draft says of places, languages and its address, for those who ask in a reactive closure.

use mot_cua_contract::Place;
use serde_json::Value;

use super::SiteRoom;
use crate::bench::Bench;
use crate::browser::files;

impl SiteRoom {
    /// The place whose tag is shown, with the name of its counter or unit. `None`: there is no unit yet.
    pub(crate) fn place(self, lang: &str) -> Option<(Place, String)> {
        let wanted = self.place.get();
        let all = self.places(lang);
        let found = all.iter().find(|(place, _)| place.desk() == wanted).or(all.first())?;
        Some(found.clone())
    }

    /// Units and counters that have an id.
    pub(crate) fn places(self, lang: &str) -> Vec<(Place, String)> {
        self.draft.with(|draft| {
            let Some(draft) = draft else { return Vec::new() };
            let mut all = Vec::new();
            for at in 0..draft.count("units") {
                let unit = ["units[", &at.to_string(), "]"].concat();
                let id = draft.plain(&[&unit, ".id"].concat());
                if mot_cua_link::write(&Place::unit(&id), None).is_empty() {
                    continue;
                }
                all.push((Place::unit(&id), draft.words(&[&unit, ".name"].concat(), lang)));
                let counters = [&unit, ".counters"].concat();
                for at in 0..draft.count(&counters) {
                    let counter = [&counters, "[", &at.to_string(), "]"].concat();
                    let place =
                        Place { counter: Some(draft.plain(&[&counter, ".id"].concat())), ..Place::unit(&id) };
                    all.push((place, draft.words(&[&counter, ".name"].concat(), lang)));
                }
            }
            all
        })
    }

    /// Address of the site, as its tags begin; of this page where none is written down.
    pub(crate) fn base(self) -> String {
        let url = self.draft.with(|draft| draft.as_ref().map(|draft| draft.plain("url"))).unwrap_or_default();
        let folder =
            self.draft.with(|draft| draft.as_ref().map(|draft| draft.plain("base"))).unwrap_or_default();
        let url = if url.is_empty() { files::origin() } else { url };
        [url.trim_end_matches('/'), folder.trim_end_matches('/')].concat()
    }

    /// Whether a language stands in the list.
    pub(crate) fn speaks(self, lang: &str) -> bool {
        self.draft.with(|draft| {
            let list = draft.as_ref().and_then(|draft| draft.at("languages")?.as_array());
            list.is_none_or(|list| list.iter().any(|one| one.as_str() == Some(lang)))
        })
    }

    pub(crate) fn set_language(self, bench: Bench, lang: &'static str) {
        let speaks = self.speaks(lang);
        self.change(bench, None, |draft| {
            let list = draft.at("languages").and_then(Value::as_array).cloned();
            let mut list = list.unwrap_or_else(|| vec!["vi".into(), "en".into()]);
            if speaks {
                list.retain(|one| one.as_str() != Some(lang));
            } else {
                list.push(lang.into());
            }
            draft.put("languages", Some(Value::Array(list)));
        });
    }
}
