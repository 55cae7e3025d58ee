//! The way to what the ward will say to what was written, and to taking back how one can be reached.

use mot_cua_contract::adapter::Kind;

use crate::app::App;
use crate::html::{El, el};

const ENDPOINT: &str = "api/responses";

/// A page of our own backend. `None`: the site sends elsewhere.
pub(crate) fn reply(app: App, code: &str) -> Option<El> {
    let href = app.config.with_value(|config| {
        let ours = config.submit.kind == Kind::MotCua;
        let folder = config.submit.url.strip_suffix(ENDPOINT).filter(|_| ours)?;
        Some([folder, "receipt?code=", code].concat())
    })?;
    let link = el("a").class("mc-link").attr("href", &href);
    Some(link.attr("rel", "noopener").attr("target", "_blank").live(app.t("full.reply")))
}
