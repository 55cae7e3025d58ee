//! `mot-cua build`.

use std::path::PathBuf;
use std::process::ExitCode;

use super::{Options, Shell, Source, assemble, compress, write};

/// Stamp a site into a folder of static files, ready for any web host
#[derive(Debug, clap::Args)]
pub(crate) struct Args {
    /// Folder with site.json, surveys/, locales/, catalogue/
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// Folder to write; what an earlier build left there is replaced as a whole
    #[arg(long, value_name = "DIST")]
    out: PathBuf,
    /// Folder of the page as `cargo xtask build` leaves it; without it, the page inside this program
    #[arg(long, value_name = "DIR")]
    page: Option<PathBuf>,
    /// Public address for the printed codes, if site.json has no `url`
    #[arg(long, value_name = "https://HOST")]
    origin: Option<String>,
}

pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    let shell = Shell::open(args.page.as_deref())?;
    let source = Source::open(args.site.as_deref())?;
    let made = match assemble(&shell, &source, &Options { origin: args.origin, ..Options::default() }) {
        Ok(made) => made,
        Err(problems) => {
            eprintln!("{problems}");
            return Ok(ExitCode::FAILURE);
        }
    };
    let files = compress::all(&made.files)?;
    write::folder(&files, &args.out)?;
    for note in &made.notes {
        eprintln!("note: {note}");
    }
    println!(
        "{}: {} files, {} places, {} procedures, {} languages",
        args.out.display(),
        files.len(),
        made.places,
        made.procedures,
        made.site.languages.len()
    );
    println!("  to hang up: {}", args.out.join("print/index.html").display());
    println!(
        "  web server settings: .htaccess (Apache), web.config (IIS), nginx.conf.snippet, Caddyfile.snippet"
    );
    Ok(ExitCode::SUCCESS)
}
