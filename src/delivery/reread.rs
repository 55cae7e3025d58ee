//! The backend moved, or the right to use it ended: perhaps `site.json` names another one by now.

use mot_cua_contract::adapter::Submit;
use mot_cua_contract::lean::{self, FromJson};
use mot_cua_outbox::Input;

use super::Inner;
use crate::browser::{clock, files};
use crate::config::Config;

/// Of `site.json`: beside the folder of the surveys, on the origin that this page came from.
pub(super) fn address(config: &Config) -> String {
    let survey = config.survey_file().map(|file| file.url).unwrap_or_default();
    let folder = survey.rsplit_once('/').map_or("", |(folder, _)| folder);
    let base = folder.rsplit_once('/').map_or("", |(base, _)| base);
    [base, "/site.json"].concat()
}

impl Inner {
    /// The frozen bytes are not touched: only where they go, and how. The first reading always counts as news, at the cost
    /// of one request.
    pub(super) async fn reread(&'static self) {
        // No cache has it under this address.
        let url = [&self.site, "?", &clock::random_u32().to_string()].concat();
        let Ok(text) = files::text(&url).await else { return };
        let Some((submit, named)) = submit_in(&text, &self.site) else { return };
        if self.named.replace(named.clone()) != named {
            let (kind, revisions) = (submit.kind, submit.revisions);
            self.submit.set(Box::leak(Box::new(submit)));
            self.feed(Input::Moved { kind, revisions });
        }
    }
}

/// `submit` of a text that is a site, and as JSON. `None`: it is something else, a login page for one.
fn submit_in(text: &str, site: &str) -> Option<(Submit, String)> {
    let read = lean::parse(text)?;
    read.get("units")?;
    let named = read.get("submit")?;
    let mut submit = Submit::from_json(named)?;
    // Inside another portal the paths of the site are made absolute, as `element.js` does at the start.
    if site.starts_with("http") && submit.url.starts_with('/') {
        let (end, _) = site.char_indices().filter(|(_, letter)| *letter == '/').nth(2)?;
        submit.url.insert_str(0, site.get(..end)?);
    }
    Some((submit, lean::write(named)))
}
