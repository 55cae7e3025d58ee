//! Pictures that a survey shows: files of the site's folder `surveys/`, served under their own path.

use mot_cua_contract::Mistake;
use serde_json::Value;

use super::Source;
use super::folder::is_kind;

/// What every browser shows. No SVG: opened by itself it would run scripts in the site's name.
const KINDS: [&str; 5] = ["png", "jpg", "jpeg", "webp", "gif"];
/// Bytes; more makes a phone on a weak network wait.
const HEAVY: usize = 300 << 10;
const EXPECTED: &str = "a file of the site's folder, like surveys/plan.png (.png, .jpg, .webp, .gif)";

/// Whether a file of a site's folder is a picture of a survey.
pub(super) fn is_one(path: &str) -> bool {
    path.starts_with("surveys/") && KINDS.iter().any(|kind| is_kind(path, kind))
}

/// Path of the site's folder that a link names, as the page reads it. `None`: its bytes are in the link, an answer decides, or it
/// is elsewhere.
fn path(link: &str) -> Option<&str> {
    let here = !link.contains([':', '\\', '{']) && !link.starts_with("//");
    here.then(|| link.trim_start_matches('/'))
}

/// Every picture's link with its path inside the definition.
fn links(value: &Value, at: &str, found: &mut Vec<(String, String)>) {
    let join = |name: &str| if at.is_empty() { name.to_owned() } else { format!("{at}.{name}") };
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, item)| links(item, &format!("{at}[{n}]"), found));
        }
        Value::Object(members) => {
            if value["type"] == "image" {
                let at = join("imageLink");
                match &value["imageLink"] {
                    Value::String(link) => found.push((at, link.clone())),
                    Value::Object(langs) => {
                        let said = |(lang, link): (&String, &Value)| {
                            Some((format!("{at}.{lang}"), link.as_str()?.to_owned()))
                        };
                        found.extend(langs.iter().filter_map(said));
                    }
                    _ => {}
                }
            }
            members.iter().for_each(|(name, member)| links(member, &join(name), found));
        }
        _ => {}
    }
}

fn of(survey: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    if let Ok(survey) = serde_json::from_str(survey) {
        links(&survey, "", &mut found);
    }
    found
}

/// Files of the site that this survey shows.
pub(super) fn shown(survey: &str) -> Vec<String> {
    of(survey).iter().filter_map(|(_, link)| path(link).map(str::to_owned)).collect()
}

/// Pictures that citizens would not see, or wait for. `bytes`: how large the picture of that path is; `None`: there is none.
pub(crate) fn mistakes(survey: &str, bytes: impl Fn(&str) -> Option<usize>) -> Vec<Mistake> {
    let told = |(at, link): (String, String)| {
        if link.is_empty() || link.starts_with("data:image/") || link.contains('{') {
            return None;
        }
        let Some(path) = path(&link) else {
            let found = format!("{link}, which is elsewhere: citizens read altText alone");
            return Some(Mistake::warning("picture-elsewhere", at, found, EXPECTED));
        };
        match bytes(path) {
            None => {
                let found = format!("{link}, which is not there: citizens read altText alone");
                Some(Mistake::warning("missing-picture", at, found, EXPECTED))
            }
            Some(bytes) if bytes > HEAVY => {
                let found = format!("{link}, {} KB", bytes >> 10);
                let expected = format!("at most {} KB: a smaller or more compressed picture", HEAVY >> 10);
                Some(Mistake::warning("heavy-picture", at, found, expected))
            }
            Some(_) => None,
        }
    };
    of(survey).into_iter().filter_map(told).collect()
}

/// The same of every survey of a site, with the file of each.
pub(crate) fn all(source: &Source) -> Vec<(String, Mistake)> {
    let size = |path: &str| source.files.get(path).filter(|_| is_one(path)).map(Vec::len);
    let surveys = source.list("surveys/", ".json").filter(|(_, path)| !path.ends_with(".test.json"));
    let told = |path: &str| {
        let text = source.files.get(path).and_then(|bytes| std::str::from_utf8(bytes).ok());
        let found = text.map(|text| mistakes(text, size)).unwrap_or_default();
        found.into_iter().map(|mistake| source.sheets.placed(path, mistake)).collect::<Vec<_>>()
    };
    surveys.flat_map(|(_, path)| told(path)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_shown_is_there_or_told() {
        let survey = r#"{"elements":[
            {"type":"image","name":"a","imageLink":"surveys/a.png"},
            {"type":"image","name":"b","imageLink":{"vi":"/surveys/b.PNG","en":"surveys/none.png"}},
            {"type":"image","name":"c","imageLink":"data:image/png;base64,AA"},
            {"type":"panel","elements":[{"type":"image","name":"d","imageLink":"https://x.vn/d.png"}]},
            {"type":"text","name":"imageLink"}]}"#;
        let found = mistakes(survey, |path| match path {
            "surveys/a.png" => Some(1),
            "surveys/b.PNG" => Some(HEAVY + 1),
            _ => None,
        });
        assert_eq!(
            found.iter().map(|m| (m.code, m.path.as_str())).collect::<Vec<_>>(),
            [
                ("heavy-picture", "elements[1].imageLink.vi"),
                ("missing-picture", "elements[1].imageLink.en"),
                ("picture-elsewhere", "elements[3].elements[0].imageLink"),
            ]
        );
        assert_eq!(shown(survey), ["surveys/a.png", "surveys/b.PNG", "surveys/none.png"]);
        assert!(is_one("surveys/b.PNG") && !is_one("surveys/a.svg") && !is_one("a.png"));
    }
}
