//! From a page shell and a site's folder to every file of the site.

use mot_cua_catalogue::ward::Wards;
use mot_cua_collector::files::{File, Files, content_type};
use mot_cua_contract::{Mistake, Site};
use mot_cua_sheets::judge::{Judge, one};
use sha2::{Digest, Sha256};

use super::block::{Addresses, SurveyFile};
use super::folder::is_kind;
use super::manifest::Build;
use super::opening::Opening;
use super::packs::Packs;
use super::print::{Address, Print};
use super::stamp::{KEYS, Page, Stamp};
use super::{
    Problems, Shell, Source, catalogue, clips, desk, doctor, offline, ours, pictures, policy, print,
    snippets, template, thanks, workbench,
};
use crate::check::beside::WARDS;
use crate::check::surveys::unsent;

/// What the site itself does not say.
#[derive(Debug, Default)]
pub(crate) struct Options {
    /// Address for printed codes where `site.json` has no `url`: `http://192.168.1.20:8080`. `None`: nothing is printed then.
    pub(crate) origin: Option<String>,
    pub(crate) phones: Phones,
}

/// What phones keep of the site.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) enum Phones {
    #[default]
    AsTheSiteSays,
    /// A site that is being written: a kept version would be opened in place of the one just saved.
    KeepNothing,
}

/// A whole site.
#[derive(Debug)]
pub(crate) struct Assembled {
    pub(crate) files: Files,
    pub(crate) site: Site,
    /// What whoever runs this should know, a sentence each.
    pub(crate) notes: Vec<String>,
    pub(crate) places: usize,
    pub(crate) procedures: usize,
}

/// Stamps everything.
///
/// # Errors
/// All that is wrong in the site's folder (and in the template).
pub(crate) fn assemble(shell: &Shell, source: &Source, options: &Options) -> Result<Assembled, Problems> {
    let mut problems = Problems::default();
    let mut files = Files::default();
    let Some(mut site) = source.site(&mut problems) else { return Err(problems) };
    site.offline &= options.phones == Phones::AsTheSiteSays;
    let packs = Packs::read(source, &site, &mut problems);
    packs.check(&keys(&shell.template), &mut problems);
    for (path, mistake) in clips::mistakes(source) {
        problems.add(&path, mistake);
    }
    for (path, mistake) in pictures::all(source) {
        problems.add(&path, mistake);
    }
    let opening = surveys(source, &site, &mut problems);
    let records = if site.catalogue { catalogue::read(source, &mut problems) } else { Vec::new() };
    let wards = if site.catalogue {
        catalogue::beside(source, &site, &records, &mut problems)
    } else {
        Wards::default()
    };
    let promised = ours::records(&wards, &records, (&site, &packs), &mut problems);
    if opening.is_some() {
        ours::asked(&wards, source, &site, &mut problems);
    }
    let Some((opening, build)) = opening.filter(|_| !problems.is_fatal()) else { return Err(problems) };

    copy_shell(shell, &mut files);
    copy_source(source, &mut files);
    for (path, words) in packs.parts() {
        files.insert(path.clone(), plain(&path, words));
    }
    if site.catalogue {
        files.insert(
            "catalogue/index.json",
            plain("catalogue/index.json", catalogue::index(&records, source)),
        );
        // The page asks for the wards by name, whether or not one says anything. What was written stays as it was written.
        if files.get(WARDS).is_none() || !source.promises.is_empty() || !site.merged.is_empty() {
            files.insert(WARDS, plain(WARDS, serde_json::to_string(&wards).unwrap_or_default()));
        }
        for (path, record) in promised {
            files.insert(path.clone(), plain(&path, record));
        }
    }
    let addresses = addresses(&files, &site, "");
    let mut manifest = shell.manifest.clone();
    (manifest.surveys, manifest.locales) = (addresses.surveys, addresses.locales);
    manifest.catalogue_index = addresses.catalogue_index;
    manifest.build = build;
    files.insert(
        "manifest.json",
        plain("manifest.json", serde_json::to_string(&manifest).unwrap_or_default()),
    );

    let mut addresses = self::addresses(&files, &site, &site.base);
    for url in addresses.locales.values_mut() {
        *url = url.replacen("locales/", "locales/core/", 1);
    }
    if let Some(own) = addresses.surveys.get_mut(&site.survey).filter(|_| build == Build::Full) {
        own.build = Some(build);
    }
    let stamp = |version| Stamp {
        shell,
        site: &site,
        packs: &packs,
        opening: &opening,
        addresses: &addresses,
        build,
        version,
    };
    // The version is a hash of all files, pages too; pages carry it. So they are stamped twice, first without it.
    let mut unnamed = files.clone();
    pages(&stamp(""), &mut unnamed).map_err(|marks| template_problems(marks, &mut problems))?;
    let version = offline::version(&unnamed);
    let stamp = stamp(&version);
    pages(&stamp, &mut files).map_err(|marks| template_problems(marks, &mut problems))?;
    offline::write(&stamp, &mut files);
    let mut notes: Vec<String> = problems.lines().collect();
    let origin = site.url.as_deref().or(options.origin.as_deref());
    match origin {
        Some(origin) => {
            let address = if site.url.is_some() { Address::Public } else { Address::Local };
            let print = Print { site: &site, packs: &packs, origin, address };
            print.write(&mut files);
            if site.url.is_none() {
                notes.push(format!("site.json has no `url`: the codes in print/ lead to {origin}"));
            }
        }
        None => notes.push(
            "site.json has no `url`: no codes to print were made. Add it, or name the address with --origin"
                .to_owned(),
        ),
    }
    let thanks = thanks::page(&stamp);
    files.insert(
        "thanks.html",
        plain("thanks.html", thanks).with_csp(policy::ancestors(site.frames.as_deref())),
    );
    workbench::write(&stamp, &mut files);
    doctor::write(&site.base, site.frames.as_deref(), &mut files);
    let header = policy::header(&stamp.policy(), &print::sheet_hash(), site.frames.as_deref());
    snippets::write(&site, &header, &policy::staff(&print::sheet_hash()), &mut files);
    Ok(Assembled { places: desk::all(&site).len(), procedures: records.len(), files, notes, site })
}

/// Words that must be there: those that the template and the code name.
fn keys(template: &str) -> Vec<String> {
    let named = template::names(template).into_iter();
    let own = KEYS.iter().chain(&print::KEYS).chain(&thanks::KEYS).map(|key| (*key).to_owned());
    named.filter(|name| name.starts_with("static.")).chain(own).collect()
}

/// Reads every definition; gives what the site's own opens with, and the page that it needs.
fn surveys(source: &Source, site: &Site, problems: &mut Problems) -> Option<(Opening, Build)> {
    let own = format!("surveys/{}.json", site.survey);
    for (file, mistake) in source.sheets.mistakes(Judge::default()) {
        problems.add(&file, mistake);
    }
    if source.sheets.failed(&own) {
        return None;
    }
    source.text(&own, problems)?;
    let mut first = None;
    for (_, path) in source.list("surveys/", ".json").filter(|(_, path)| !is_test(path)) {
        let Some(text) = source.text(path, problems) else { continue };
        let mistakes = one(text, Judge::default());
        for (file, mistake) in mistakes.into_iter().map(|mistake| source.sheets.placed(path, mistake)) {
            problems.add(&file, mistake);
        }
        if path == own {
            problems.all(path, unsent(text, site));
            first = Opening::of(text).map_err(|mistake| problems.add(path, mistake)).ok();
        }
    }
    first
}

fn copy_shell(shell: &Shell, files: &mut Files) {
    for (path, bytes) in &shell.files {
        if is_kind(path, "br") || is_kind(path, "gz") {
            continue;
        }
        let mut file = plain(path, bytes.clone());
        if let Some(brotli) = shell.files.get(&format!("{path}.br")) {
            file = file.with_brotli(brotli.clone());
        }
        if let Some(gzip) = shell.files.get(&format!("{path}.gz")) {
            file = file.with_gzip(gzip.clone());
        }
        files.insert(path.clone(), file);
    }
}

fn copy_source(source: &Source, files: &mut Files) {
    for (path, bytes) in source.files.iter().filter(|(path, _)| !is_test(path)) {
        files.insert(path.clone(), plain(path, bytes.clone()));
    }
}

/// `surveys/quick.test.json` is for the designer.
fn is_test(path: &str) -> bool {
    path.starts_with("surveys/") && path.ends_with(".test.json")
}

/// Where everything is, below `base`; with a part of its hash, which static hosts pass over.
fn addresses(files: &Files, site: &Site, base: &str) -> Addresses {
    let of = |path: &str| {
        let hash = hex::encode(Sha256::digest(files.get(path).map_or(&[][..], |file| file.bytes())));
        (format!("{base}{path}?v={}", hash.get(..8).unwrap_or_default()), format!("sha256:{hash}"))
    };
    let survey = |path: &str| {
        let name = path.strip_prefix("surveys/")?.strip_suffix(".json")?.to_owned();
        let (url, version) = of(path);
        Some((name, SurveyFile { url, version, build: None }))
    };
    Addresses {
        surveys: files.iter().filter_map(|(path, _)| survey(path)).collect(),
        locales: site
            .languages
            .iter()
            .map(|lang| (lang.clone(), of(&format!("locales/{lang}.json")).0))
            .collect(),
        catalogue_index: site.catalogue.then(|| of("catalogue/index.json").0),
        clips: clips::listed(files, &site.languages, |path| of(path).0),
    }
}

/// A page for every place and purpose, for links without a place, and for those that have no page of their own.
fn pages(stamp: &Stamp<'_>, files: &mut Files) -> Result<(), Vec<String>> {
    let policy = stamp.policy() + "; " + &policy::ancestors(stamp.site.frames.as_deref());
    let mut put = |path: String, page: Page<'_>| {
        let file = plain("index.html", stamp.page(page)?).with_csp(policy.clone());
        files.insert(path, file);
        Ok(())
    };
    // Posters outlive a merger: theirs too, or they end at a page that knows nothing of the place.
    let before = stamp.site.units_of_before();
    for desk in desk::all(stamp.site).into_iter().chain(desk::of(&before)) {
        let purposes = desk::purposes(stamp.site).iter().copied().map(Some);
        for purpose in std::iter::once(None).chain(purposes) {
            put(desk.folder(purpose) + "index.html", Page::Desk(desk, purpose))?;
        }
    }
    let anywhere = match stamp.site.units.as_slice() {
        [unit] => Page::Desk(desk::Desk { unit, counter: None }, None),
        _ => Page::Choose,
    };
    put("index.html".to_owned(), anywhere)?;
    put("404.html".to_owned(), anywhere)
}

fn template_problems(marks: Vec<String>, problems: &mut Problems) -> Problems {
    for mark in marks {
        problems.add(
            "index.html of the page",
            Mistake::error("unknown-mark", "", mark, "a mark that this version fills"),
        );
    }
    std::mem::take(problems)
}

/// A file that is only sent as it is.
pub(crate) fn plain(path: &str, bytes: impl Into<Vec<u8>>) -> File {
    File::new(content_type(path), bytes.into())
}
