//! One page of the citizen's: the template, filled for a place.

mod blocks;
mod values;

use mot_cua_contract::adapter::Kind;
use mot_cua_contract::{Purpose, Site};
use values::Filling;

use super::block::Addresses;
use super::desk::Desk;
use super::html::escape;
use super::manifest::Build;
use super::opening::Opening;
use super::packs::Packs;
use super::policy;
use super::shell::Shell;
use super::template::{fill, show_only, tidy};

/// Keys of words that the code names itself; those of the template are found in it.
pub(crate) const KEYS: [&str; 10] = [
    "static.above",
    "static.reply",
    "static.language",
    "static.languages",
    "static.title.rate",
    "static.title.look",
    "static.description.rate",
    "static.description.look",
    "static.choose",
    "static.scriptNeeded",
];

/// Offered after the two lowest faces, once they are out of sight, in words as quiet as all others: nobody reads them from afar.
const ABOVE: &str = ".mc-above{display:none;margin-block-start:1.5rem;font-size:1rem}\
    .mc-main:has(.mc-rate[hidden] :is([value=\"1\"],[value=\"2\"]):checked):has(.mc-more-screen,.mc-thanks) .mc-above{display:block}\
    .mc-above a{display:inline-flex;align-items:center;min-block-size:3rem}";

/// What all pages of a site have in common.
#[derive(Debug)]
pub(crate) struct Stamp<'a> {
    pub(crate) shell: &'a Shell,
    pub(crate) site: &'a Site,
    pub(crate) packs: &'a Packs,
    pub(crate) opening: &'a Opening,
    pub(crate) addresses: &'a Addresses,
    /// Which page is loaded at once; the other screens load the full one.
    pub(crate) build: Build,
    /// Names this version of the whole site; see `offline`.
    pub(crate) version: &'a str,
}

/// Which page.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Page<'a> {
    /// Of a place; `None`: the link does not say what for.
    Desk(Desk<'a>, Option<Purpose>),
    /// Of a site with several units, for a link that names none of them.
    Choose,
}

impl Stamp<'_> {
    /// The page as HTML.
    ///
    /// # Errors
    /// The marks of the template that nothing stands for.
    pub(crate) fn page(&self, page: Page<'_>) -> Result<String, Vec<String>> {
        let filling = Filling { stamp: self, page };
        fill(&show_only(&tidy(&self.shell.template), filling.shown()), &filling)
    }

    /// Critical sheet, the ward's colour, and which words are shown.
    pub(crate) fn sheet(&self) -> String {
        let accent =
            |accent: &String| format!("@media (prefers-color-scheme:light){{.mc{{--mc-accent:{accent}}}}}");
        let only = |lang: &String| {
            format!("html[lang=\"{lang}\"] span[lang]:not([lang=\"{lang}\"]){{display:none}}")
        };
        let languages = if self.site.languages.len() > 1 { self.site.languages.as_slice() } else { &[] };
        let above = self.site.above.iter().map(|_| ABOVE.to_owned());
        let more = self.site.theme.accent.iter().map(accent).chain(languages.iter().map(only)).chain(above);
        std::iter::once(self.shell.critical.clone()).chain(more).collect()
    }

    /// Without script nothing switches: all languages are shown, one below the other, and what needs script is not there.
    /// The selectors repeat themselves to win over the rules above and the sheet that comes later.
    pub(crate) fn sheet_without_script(&self) -> String {
        let form = if self.posts() { "" } else { ",html .mc-rate" };
        format!(
            "html[lang] span[lang]:not([lang=\"\"]){{display:block}}html .mc-langs,html .mc-bar{form}{{display:none}}"
        )
    }

    pub(crate) fn policy(&self) -> String {
        policy::page(
            &[policy::hash(&self.sheet()), policy::hash(&self.sheet_without_script())],
            &self.site.submit,
        )
    }

    /// Whether there is something to post, and a plain form post reaches the backend.
    fn posts(&self) -> bool {
        self.opening.has_faces() && matches!(self.site.submit.kind, Kind::MotCua | Kind::Form)
    }

    /// The page on which our own collector tells what became of an answer. `None`: the site sends elsewhere.
    fn replies(&self) -> Option<String> {
        let ours = self.site.submit.kind == Kind::MotCua;
        let folder = self.site.submit.url.strip_suffix("api/responses").filter(|_| ours)?;
        Some([folder, "receipt"].concat())
    }

    fn at(&self, path: &str) -> String {
        escape(&format!("{}{path}", self.site.base))
    }
}
