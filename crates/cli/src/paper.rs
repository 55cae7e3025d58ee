//! `mot-cua paper`: the paper twin of a survey. The same questions on A4, and a code that opens the page on which the sheets are
//! typed in (`?mode=paper`).

mod ask;
mod sheet;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, bail};
use mot_cua_survey::model::Model;

use crate::build::{Packs, Problems, Source};
use crate::qr::place;
use sheet::Sheet;

/// Print a survey on paper: A4, with a code for typing the sheets in
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Example:
  mot-cua paper quick --site my-ward --place 04795-3 --out quick.html
Open the file in a browser and print it. Whoever types the sheets in scans the code on them; such answers are marked as paper.")]
pub(crate) struct Args {
    /// Name of a survey in the site's folder
    survey: String,
    /// The site's folder
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// Where the sheets lie, as on a code: UNIT[-COUNTER] (docs/link.md); without it, the first unit
    #[arg(long)]
    place: Option<String>,
    /// Address of the page: scheme, host and folder; without it, `url` and `base` of the site
    #[arg(long, value_name = "https://HOST")]
    base: Option<String>,
    /// Language of the sheet; without it, the site's first
    #[arg(long)]
    lang: Option<String>,
    /// File to write; without it, standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let source = Source::open(args.site.as_deref())?;
    let mut problems = Problems::default();
    let path = format!("surveys/{}.json", args.survey);
    let site = source.site(&mut problems);
    let text = source.text(&path, &mut problems).map(str::to_owned);
    let (Some(site), Some(text)) = (site, text) else {
        bail!("{}", problems.lines().collect::<Vec<_>>().join("\n"))
    };
    let packs = Packs::read(&source, &site, &mut problems);
    let Some(model) = Model::parse(&text) else {
        bail!("{path}: found no survey that can be run; `mot-cua check` says what is wrong")
    };
    let lang = args.lang.clone().unwrap_or_else(|| site.default_language().to_owned());
    if !site.languages.contains(&lang) {
        bail!("--lang {lang}: found no such language, expected one of {}", site.languages.join(", "));
    }
    let first = site.units.first().map(|unit| unit.id.clone()).unwrap_or_default();
    let place = place::parse(args.place.as_deref().unwrap_or(&first))?;
    let base = place::base(args.base.as_deref(), Some(&site))?;
    if args.survey != site.survey {
        eprintln!(
            "warning: the page asks `{}`, so these sheets cannot be typed in there; the code is left out",
            site.survey
        );
    }
    let entry = (args.survey == site.survey).then(|| mot_cua_link::url(&base, &place, None) + "?mode=paper");
    let sheet = Sheet { site: &site, packs: &packs, model: &model, place: &place, entry, lang: &lang };
    let html = sheet.html();
    match &args.out {
        Some(file) => {
            std::fs::write(file, html).with_context(|| format!("cannot write {}", file.display()))?;
        }
        None => print!("{html}"),
    }
    Ok(ExitCode::SUCCESS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paper_asks_what_the_page_asks() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../public");
        let source = Source::open(Some(folder.as_ref())).unwrap();
        let site = source.site(&mut Problems::default()).unwrap();
        let packs = Packs::read(&source, &site, &mut Problems::default());
        let model =
            Model::parse(source.text("surveys/quick.json", &mut Problems::default()).unwrap()).unwrap();
        let place = place::parse("04795-3").unwrap();
        let entry = Some("https://x.example/Q/04795-3?mode=paper".to_owned());
        let sheet = Sheet { site: &site, packs: &packs, model: &model, place: &place, entry, lang: "vi" };
        let html = sheet.html();
        // Five faces, eight reasons, three about time.
        assert_eq!(html.matches("class=\"box\"").count(), 5 + 8 + 3);
        for words in ["Quầy 3", "Rất không hài lòng", "Thái độ phục vụ", "class=\"line\"", "<figure><svg"]
        {
            assert!(html.contains(words), "{words}");
        }
        assert!(!html.contains("{{") && !html.contains("<!--") && !html.contains("<script"));
    }
}
