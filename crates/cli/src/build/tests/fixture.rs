//! A page shell of a few bytes around the real template, and a site that its author means ill with.

use super::super::assemble::Assembled;
use super::super::folder::Folder;
use super::super::{Options, Problems, Shell, Source, assemble};

#[path = "../../../tests/desk/entry.rs"]
mod entry;

use entry::ENTRY;

pub(super) const TEMPLATE: &str = include_str!("../../../../../index.html");

/// Would end an element, an attribute or a script if it got through.
pub(super) const HOSTILE: &str = "</script><script>alert(1)</script>\" onload='x' {{title}} <!--mc:head-->";

/// The same in a definition, where braces would mean something and markup that runs code is refused.
pub(super) const HOSTILE_WORDS: &str = "\" onload='x' &lt;/script&gt; <!--mc:head-->";

pub(super) fn shell() -> Shell {
    let path = |name: &str| if name == "worker" { "sw.js".to_owned() } else { format!("assets/{name}.1") };
    let files: serde_json::Map<_, _> = ENTRY
        .iter()
        .map(|name| (path(name), serde_json::json!({"sha384": name, "bytes": 1, "brotli": 1})))
        .collect();
    let paths: serde_json::Map<_, _> =
        ENTRY.iter().map(|name| ((*name).to_owned(), path(name).into())).collect();
    let manifest = serde_json::json!({"v": 1, "app": "0.1.0", "files": files, "entry": paths});
    let mut folder: Folder = ENTRY.iter().map(|name| (path(name), name.as_bytes().to_vec())).collect();
    folder.insert("index.html".into(), TEMPLATE.into());
    folder.insert("critical.css".into(), ".mc{margin:0}\n".into());
    folder.insert("manifest.json".into(), manifest.to_string().into());
    Shell::from(folder).unwrap()
}

pub(super) fn site() -> serde_json::Value {
    serde_json::json!({
        "v": 1, "name": "Phường Thử", "catalogue": false,
        "units": [{"id": "04795", "name": {"vi": "Phường Thử", "en": HOSTILE}, "counters": [
            {"id": "1", "name": {"vi": "Quầy một", "en": "Desk one"}},
            {"id": "2", "name": HOSTILE}
        ]}]
    })
}

pub(super) fn survey() -> serde_json::Value {
    let words = |value: u8| serde_json::json!({"value": value, "text": {"vi": format!("mặt {value}"), "en": HOSTILE_WORDS}});
    let values: Vec<_> = (1..=5).map(words).collect();
    serde_json::json!({"pages": [{"elements": [
        {"type": "rating", "name": "overall", "title": {"vi": "Ông/bà hài lòng không?", "en": HOSTILE_WORDS}, "rateValues": values}
    ]}]})
}

pub(super) fn source(site: &serde_json::Value, survey: &serde_json::Value) -> Source {
    let pack = |lang: &str| {
        std::fs::read(format!("{}/../../public/locales/{lang}.json", repository_of_tests())).unwrap()
    };
    let files = [
        ("site.json", site.to_string().into_bytes()),
        ("surveys/quick.json", survey.to_string().into_bytes()),
        ("locales/vi.json", pack("vi")),
        ("locales/en.json", pack("en")),
    ];
    Source::of(files.map(|(path, bytes)| (path.to_owned(), bytes)).into())
}

pub(super) fn made(site: &serde_json::Value) -> Result<Assembled, Problems> {
    let options = Options { origin: Some("http://192.168.1.20:8080".to_owned()), ..Options::default() };
    assemble(&shell(), &source(site, &survey()), &options)
}

pub(super) fn page(made: &Assembled, path: &str) -> String {
    String::from_utf8(made.files.get(path).expect(path).bytes().to_vec()).unwrap()
}

fn repository_of_tests() -> &'static str {
    env!("CARGO_MANIFEST_DIR")
}
