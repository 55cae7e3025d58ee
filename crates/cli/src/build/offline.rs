//! `sw.js`: which files make one version of the site, put before the script that keeps them on the phone.

use std::collections::BTreeMap;

use mot_cua_collector::files::Files;
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::assemble::plain;
use super::manifest::Build;
use super::pictures;
use super::stamp::Stamp;

/// Records of a catalogue up to this size are all kept, some 2 MB; of a larger one those that were opened.
const SMALL: usize = 400;
/// Hex digits that tell a file's bytes.
const DIGITS: usize = 16;
/// Hex digits that name a version.
const NAME: usize = 8;

/// As `public/sw/site.mjs` reads it. Addresses are relative to `base`, each with the hash of its bytes.
#[derive(Serialize)]
struct Version<'a> {
    build: &'a str,
    base: &'a str,
    /// Kept at once, or the version is not used.
    files: BTreeMap<String, String>,
    /// Kept when there is time.
    later: BTreeMap<String, String>,
}

/// The name of the version that these files are.
pub(crate) fn version(files: &Files) -> String {
    let mut hash = Sha256::new();
    for (path, file) in files.iter() {
        hash.update(path.as_bytes());
        hash.update([0]);
        hash.update(Sha256::digest(file.bytes()));
    }
    digits(&hash.finalize(), NAME)
}

/// Puts the list before the script. A site that is not to be kept gets one that forgets: a phone asks for it again by itself.
pub(crate) fn write(stamp: &Stamp<'_>, files: &mut Files) {
    let name = &stamp.shell.manifest.entry.worker;
    let Some(script) = files.get(name).map(|file| file.bytes().clone()) else { return };
    let list = if stamp.site.offline {
        let version = Version {
            build: stamp.version,
            base: &stamp.site.base,
            files: needed(stamp, files),
            later: later(stamp, files),
        };
        serde_json::to_string(&version).unwrap_or_default()
    } else {
        serde_json::json!({"base": stamp.site.base}).to_string()
    };
    let whole = [format!("self.mcSite={list};\n").as_bytes(), &script].concat();
    files.insert(name.clone(), plain(name, whole));
}

/// What a page of this site comes to load: the page that its survey needs and that of look-up, words, survey, index, what the ward
/// says.
fn needed(stamp: &Stamp<'_>, files: &Files) -> BTreeMap<String, String> {
    let Stamp { shell, site, addresses, .. } = stamp;
    let entry = &shell.manifest.entry;
    let own = match stamp.build {
        Build::Core => vec![&entry.glue, &entry.wasm],
        Build::Full => vec![&entry.glue_full, &entry.wasm_full, &entry.style_full],
    };
    let more = [&entry.glue_more, &entry.wasm_more, &entry.style_more];
    let assets = [
        &entry.boot,
        &entry.loader,
        &entry.style_rest,
        &entry.offline,
        &entry.frame,
        &entry.beside,
        &entry.style_beside,
    ]
    .into_iter()
    .chain(own)
    .chain(more);
    let survey = addresses.surveys.get(&site.survey).map(|survey| survey.url.clone());
    let (own, more) = match stamp.build {
        Build::Core => ("locales/core/", "locales/more/"),
        Build::Full => ("locales/full/", "locales/more/"),
    };
    let words = |folder| addresses.locales.values().map(move |url| url.replacen("locales/core/", folder, 1));
    let words = words(own).chain(words(more)).chain(words("locales/side/"));
    let beside = ["catalogue/wards.json", "catalogue/events.json"].map(str::to_owned);
    let all = assets.cloned().chain(survey).chain(words).chain(addresses.catalogue_index.clone());
    all.chain(beside).filter_map(|url| listed(&url, &site.base, files)).collect()
}

/// The records of a small catalogue, and the pictures of the site's own survey.
fn later(stamp: &Stamp<'_>, files: &Files) -> BTreeMap<String, String> {
    let records = || files.iter().filter(|(path, _)| path.starts_with("catalogue/p/"));
    let records = records().filter(|_| records().count() <= SMALL).map(|(path, _)| path.to_owned());
    let survey = files.get(&format!("surveys/{}.json", stamp.site.survey));
    let survey = survey.and_then(|file| std::str::from_utf8(file.bytes()).ok());
    let pictures = survey.map(pictures::shown).unwrap_or_default();
    records.chain(pictures).filter_map(|path| listed(&path, "", files)).collect()
}

/// `None`: there is no such file.
fn listed(url: &str, base: &str, files: &Files) -> Option<(String, String)> {
    let address = url.strip_prefix(base).unwrap_or(url);
    let path = address.split('?').next().unwrap_or_default();
    Some((address.to_owned(), digits(&Sha256::digest(files.get(path)?.bytes()), DIGITS)))
}

fn digits(hash: &[u8], count: usize) -> String {
    hex::encode(hash).chars().take(count).collect()
}
