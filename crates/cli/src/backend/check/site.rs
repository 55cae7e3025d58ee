//! The site to try, and the page that would speak to its backend.

use std::path::Path;

use anyhow::{Context, bail};
use mot_cua_contract::adapter::Submit;
use mot_cua_contract::check::first_rating;
use mot_cua_contract::{Mistake, Site};
use sha2::{Digest, Sha256};

/// What is tried.
#[derive(Debug, Clone)]
pub(super) struct Target {
    pub(super) site: Site,
    /// With an absolute address; where photos go too, if anybody said where the page is.
    pub(super) submit: Submit,
    /// `https://host` of the page. `None`: nobody said; taken for another host than the backend's.
    pub(super) origin: Option<String>,
    /// Name of the first rating.
    pub(super) question: String,
    /// Hash of the survey's bytes, or zeros.
    pub(super) survey_version: String,
    pub(super) warnings: Vec<Mistake>,
}

impl Target {
    /// `https://host:port` of the backend.
    pub(super) fn endpoint(&self) -> String {
        origin(&self.submit.url).unwrap_or_default()
    }

    pub(super) fn is_same_origin(&self) -> bool {
        self.origin.as_deref() == Some(&self.endpoint())
    }
}

/// # Errors
/// Files that cannot be read, and a page whose address nobody knows. Mistakes inside site.json are the inner error.
pub(super) fn read(path: &Path, url: Option<&str>) -> anyhow::Result<Result<Target, Vec<Mistake>>> {
    let file = if path.is_dir() { path.join("site.json") } else { path.to_owned() };
    let text = std::fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
    let site = match Site::read(text.trim_start_matches('\u{feff}')) {
        Ok(site) => site,
        Err(mistakes) => return Ok(Err(mistakes)),
    };
    let page =
        match url {
            Some(url) => Some(origin(url).with_context(|| {
                format!("--url {url}: expected an address like https://danhgia.example.vn")
            })?),
            None => site.url.clone(),
        };
    let mut submit = site.submit.clone();
    if submit.url.starts_with('/') {
        let Some(page) = &page else {
            bail!(
                "the backend is on the page's own host ({}), and {} does not say which: give --url https://…",
                submit.url,
                file.display()
            );
        };
        submit.url = format!("{page}{}", submit.url);
    }
    if let (Some(photos), Some(page)) =
        (submit.attachments.as_mut().filter(|url| url.starts_with('/')), &page)
    {
        *photos = format!("{page}{photos}");
    }
    let folder = file.parent().unwrap_or(Path::new("."));
    let survey = std::fs::read(folder.join("surveys").join(format!("{}.json", site.survey))).ok();
    let question = survey
        .as_deref()
        .and_then(|bytes| first_rating(&serde_json::from_slice(bytes).ok()?).map(str::to_owned));
    let hash = survey.map_or_else(|| "0".repeat(64), |bytes| hex::encode(Sha256::digest(bytes)));
    let warnings = site.submit.mistakes();
    Ok(Ok(Target {
        submit,
        origin: page,
        question: question.unwrap_or_else(|| "overall".to_owned()),
        survey_version: format!("sha256:{hash}"),
        warnings,
        site,
    }))
}

/// Scheme, host and port of an absolute address, as a browser writes an origin.
pub(super) fn origin(url: &str) -> Option<String> {
    let uri: ureq::http::Uri = url.parse().ok()?;
    let (scheme, host) = (uri.scheme_str()?, uri.host()?);
    let usual = matches!((scheme, uri.port_u16()), ("http", Some(80)) | ("https", Some(443)));
    let port = uri.port_u16().filter(|_| !usual).map_or_else(String::new, |port| format!(":{port}"));
    Some(format!("{scheme}://{host}{port}"))
}
