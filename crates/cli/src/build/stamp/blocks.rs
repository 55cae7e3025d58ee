//! `<!--mc:name-->`: the parts of one page that are more than a text.

use super::super::block::block;
use super::super::desk::Desk;
use super::super::html::{escape, spans};
use super::super::manifest::Build;
use super::super::policy;
use super::values::Filling;
use super::{Page, Stamp};
use mot_cua_contract::adapter::Kind;

impl Filling<'_> {
    /// The sheet, and on a page without faces what it loads.
    pub(super) fn head(&self) -> String {
        let sheet = format!(
            "<script>{}</script>\n<style>{}</style>\n<noscript><style>{}</style></noscript>",
            policy::LOOK,
            self.stamp.sheet(),
            self.stamp.sheet_without_script(),
        );
        if self.faces_come_first() { sheet } else { [sheet, self.requests()].join("\n") }
    }

    /// The rest of the sheet comes last: it styles nothing that a tap needs, and a script waits for a sheet before it.
    pub(super) fn foot(&self) -> String {
        let Stamp { shell, site, addresses, .. } = self.stamp;
        let slice = match self.page {
            Page::Desk(desk, _) => site.slice(&desk.unit.id),
            Page::Choose => site.whole(),
        };
        let (style, integrity) = (
            self.stamp.at(&shell.manifest.entry.style_rest),
            shell.manifest.integrity(&shell.manifest.entry.style_rest),
        );
        let sheet = format!("<link rel=\"stylesheet\" href=\"{style}\" integrity=\"{integrity}\">");
        let requests = self.faces_come_first().then(|| self.requests());
        requests
            .into_iter()
            .chain([block(&slice, &shell.manifest.app, addresses), sheet])
            .collect::<Vec<_>>()
            .join("\n")
    }

    /// To begin a request costs a slow phone about 10 ms: six of them before the faces are a frame without faces.
    fn faces_come_first(&self) -> bool {
        self.shown() == "rate"
    }

    /// What the page loads, in the order in which it is needed.
    fn requests(&self) -> String {
        let Stamp { shell, site, addresses, .. } = self.stamp;
        let entry = &shell.manifest.entry;
        let link = |path: &str| (self.stamp.at(path), shell.manifest.integrity(path));
        let (page, wasm, words) = match (self.stamp.build, self.shown()) {
            (Build::Core, _) => (&entry.glue, &entry.wasm, "locales/core/"),
            (Build::Full, "look") => (&entry.glue_more, &entry.wasm_more, "locales/more/"),
            (Build::Full, _) => (&entry.glue_full, &entry.wasm_full, "locales/full/"),
        };
        let ((boot, boot_is), (loader, loader_is), (glue, glue_is)) =
            (link(&entry.boot), link(&entry.loader), link(page));
        let page = |glue: &str, sheet: &str| [&self.stamp.at(glue), " ", &self.stamp.at(sheet)].concat();
        let more = page(&entry.glue_more, &entry.style_more);
        let full = page(&entry.glue_full, &entry.style_full);
        let beside = page(&entry.beside, &entry.style_beside);
        let mut others =
            format!(" data-more=\"{more}\" data-beside=\"{beside}\" data-build=\"{}\"", self.stamp.version);
        let here = match (self.stamp.build, self.shown()) {
            (Build::Core, _) => &glue,
            (Build::Full, "look") => &more,
            (Build::Full, _) => &full,
        };
        if self.stamp.build == Build::Full {
            others.extend([" data-full=\"", &full, "\""]);
        }
        if site.offline {
            others.extend([" data-offline=\"", &self.stamp.at(&entry.offline), "\""]);
        }
        let scripts = format!(
            "<script defer fetchpriority=\"high\" src=\"{boot}\" integrity=\"{boot_is}\"></script>\n\
             <script type=\"module\" src=\"{loader}\" integrity=\"{loader_is}\" data-glue=\"{here}\"{others}></script>\n\
             <link rel=\"modulepreload\" href=\"{glue}\" integrity=\"{glue_is}\">",
        );
        let survey = addresses.surveys.get(&site.survey).map(|survey| survey.url.clone());
        // Who came to look up types as soon as there is a field: the index must not wait for the WebAssembly.
        let index = addresses.catalogue_index.clone().filter(|_| !self.faces_come_first());
        let pack = addresses.locales.get(site.default_language());
        let words = pack.map(|url| url.replacen("locales/core/", words, 1));
        let reads = [Some(link(wasm).0), survey, words, index];
        let preload = |url: String| {
            format!("\n<link rel=\"preload\" as=\"fetch\" crossorigin href=\"{}\">", escape(&url))
        };
        std::iter::once(scripts).chain(reads.into_iter().flatten().map(preload)).collect()
    }

    pub(super) fn languages(&self) -> String {
        let Stamp { site, packs, .. } = self.stamp;
        if site.languages.len() < 2 {
            return String::new();
        }
        let link = |lang: &String| {
            let current = if lang == site.default_language() { " aria-current=\"true\"" } else { "" };
            let (lang, name) = (escape(lang), escape(&packs.one(lang, "static.language")));
            format!(
                "<a class=\"mc-lang\" href=\"?lang={lang}\" hreflang=\"{lang}\" lang=\"{lang}\"{current}>{name}</a>\n"
            )
        };
        let links: String = site.languages.iter().map(link).collect();
        format!(
            "<nav class=\"mc-langs\" aria-labelledby=\"mc-langs\">\n<span class=\"mc-hide\" id=\"mc-langs\">{}</span>\n{links}</nav>",
            packs.spans("static.languages")
        )
    }

    /// Reserved names of the form-encoded contract. What is empty is disabled, so that a plain post leaves it out.
    pub(super) fn hidden_fields(&self) -> String {
        let site = self.stamp.site;
        let (unit, counter) = match self.page {
            Page::Desk(desk, _) => {
                (desk.unit.id.as_str(), desk.counter.map_or("", |counter| counter.id.as_str()))
            }
            Page::Choose => ("", ""),
        };
        let field = |(name, value): (&str, &str)| {
            let disabled = if value.is_empty() { " disabled" } else { "" };
            format!("<input type=\"hidden\" name=\"{name}\" value=\"{}\"{disabled}>", escape(value))
        };
        [
            ("survey", site.survey.as_str()),
            ("unit", unit),
            ("counter", counter),
            ("field", ""),
            ("procedure", ""),
            ("lang", site.default_language()),
            ("id", ""),
            ("rev", ""),
        ]
        .map(field)
        .concat()
            + self.trap()
    }

    /// What programs fill in and nobody sees; our own collector alone knows what it is for.
    fn trap(&self) -> &'static str {
        match self.stamp.site.submit.kind {
            Kind::MotCua => {
                "<input name=\"mc-website\" tabindex=\"-1\" autocomplete=\"off\" aria-hidden=\"true\" hidden>"
            }
            _ => "",
        }
    }

    /// Looking up needs script, and so does a backend that takes no form.
    pub(super) fn script_needed(&self) -> String {
        if self.shown() == "rate" && self.stamp.posts() {
            return String::new();
        }
        format!(
            "<noscript><p class=\"mc-notice\">{}</p></noscript>",
            self.stamp.packs.spans("static.scriptNeeded")
        )
    }

    /// Who is above the office and listens, as `site.json` says.
    pub(super) fn above(&self) -> String {
        let Stamp { site, packs, .. } = self.stamp;
        let Some(above) = &site.above else { return String::new() };
        let name = spans(&above.name, &site.languages);
        format!(
            "<p class=\"mc-above\">{} <a href=\"{}\">{name}</a></p>",
            packs.spans("static.above"),
            escape(&above.url)
        )
    }

    /// For whoever comes back with a receipt: where the ward's answer stands.
    pub(super) fn reply(&self) -> String {
        let Some(page) = self.stamp.replies() else { return String::new() };
        let words = self.stamp.packs.spans("static.reply");
        format!("<a class=\"mc-link\" href=\"{}\">{words}</a>", escape(&page))
    }

    pub(super) fn units(&self) -> String {
        let Stamp { site, packs, .. } = self.stamp;
        if !matches!(self.page, Page::Choose) {
            return String::new();
        }
        let link = |unit| {
            let folder = self.stamp.at(&Desk { unit, counter: None }.folder(None));
            format!("<li><a href=\"{folder}\">{}</a></li>\n", spans(&unit.name, &site.languages))
        };
        let links: String = site.units.iter().map(link).collect();
        format!(
            "<nav class=\"mc-units\" data-show=\"choose\"><h1>{}</h1>\n<ul>\n{links}</ul></nav>",
            packs.spans("static.choose")
        )
    }
}
