//! `mot-cua qr`: the code of one place, as a picture or in the terminal.

mod known;
pub(crate) mod place;
mod png;

use std::fs;
use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail};
use mot_cua_link::draw::{self, Ink, Level, Matrix};

/// Draw the QR code of a place
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// What the code says: UNIT[-COUNTER][/F…][/P…][/D…], for example 04795-3/DR (docs/link.md)
    #[arg(long)]
    place: String,
    /// Address of the page: scheme, host and folder; without it, `url` and `base` of the site
    #[arg(long, value_name = "https://HOST")]
    base: Option<String>,
    /// Site folder: warns if the place is not in it
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// Default: by the ending of --out, else terminal
    #[arg(long, value_enum)]
    format: Option<Format>,
    /// File to write; without it, standard output
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    /// How much may be dirty: q (25 %), or h (30 %) for outdoors or with a logo on it
    #[arg(long, value_enum, default_value = "q")]
    level: LevelName,
    /// Pixels a module, PNG only
    #[arg(long, value_name = "PX", default_value_t = 12, value_parser = clap::value_parser!(u8).range(1..=40))]
    module: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
enum Format {
    Svg,
    Png,
    Terminal,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
enum LevelName {
    Q,
    H,
}

pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let Args { place, base, site: folder, format, out, level, module } = args;
    let place = place::parse(&place)?;
    let site = folder.as_deref().map(known::read).transpose()?;
    let base = place::base(base.as_deref(), site.as_ref())?;
    if let (Some(site), Some(folder)) = (&site, &folder) {
        for warning in known::warnings(site, folder, &place) {
            eprintln!("warning: {warning}");
        }
    }
    let address = mot_cua_link::url(&base, &place, None);
    let level = match level {
        LevelName::Q => Level::Q,
        LevelName::H => Level::H,
    };
    let matrix = draw::matrix(&address, level).with_context(|| format!("cannot draw {address}"))?;
    let format = format.map_or_else(|| by_ending(out.as_deref()), Ok)?;
    let bytes = match format {
        Format::Svg => draw::svg(&matrix).into_bytes(),
        Format::Png => png::encode(&matrix, module)?,
        Format::Terminal => text(&matrix, &address, ink(out.as_deref())),
    };
    match &out {
        Some(file) => {
            fs::write(file, bytes).with_context(|| format!("cannot write {}", file.display()))?;
            eprintln!("{address} → {}", file.display());
        }
        None if format == Format::Png && io::stdout().is_terminal() => {
            bail!("a PNG does not show in a terminal: add --out FILE.png, or use --format terminal")
        }
        None => io::stdout().write_all(&bytes).context("cannot write to standard output")?,
    }
    Ok(ExitCode::SUCCESS)
}

fn by_ending(out: Option<&Path>) -> anyhow::Result<Format> {
    let Some(out) = out else { return Ok(Format::Terminal) };
    match out.extension().and_then(|ending| ending.to_str()).map(str::to_ascii_lowercase).as_deref() {
        Some("svg") => Ok(Format::Svg),
        Some("png") => Ok(Format::Png),
        Some("txt") => Ok(Format::Terminal),
        _ => bail!("{}: the name tells no format; say --format svg, png or terminal", out.display()),
    }
}

/// Colours only for a terminal that wants them (<https://no-color.org>).
fn ink(out: Option<&Path>) -> Ink {
    let colours = std::env::var_os("NO_COLOR").is_none_or(|value| value.is_empty());
    if out.is_none() && io::stdout().is_terminal() && colours { Ink::Ansi } else { Ink::Plain }
}

fn text(matrix: &Matrix, address: &str, ink: Ink) -> Vec<u8> {
    format!("{}{address}\n", draw::terminal(matrix, ink)).into_bytes()
}
