//! One archive that runs on a machine with no tool installed.

mod proof;
mod sbom;

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result};

use crate::build::{self, Kind};
use crate::command::{command, output, run};
use crate::home::Home;
use crate::step::{Outcome, step};

const README: &str = "\
Mot Cua

  ./mot-cua serve --site site            opens the sample site; prints the address and a QR code
  ./mot-cua check site                   explains each mistake in it
  ./mot-cua build --site site --out www  plain files for any web server
  ./mot-cua --help

sbom.cdx.json lists all that is inside the program (CycloneDX).
`site` is yours to change: names and counters in site.json, questions in surveys/, words in locales/.
The page is inside the program. Nothing else is needed.
";

pub(crate) fn archive(home: &Home) -> Result<()> {
    let binary = {
        let _lock = home.lock()?;
        build::page(home, Kind::Release)?;
        println!("archive");
        build::embedded(home)?
    };
    let name =
        format!("mot-cua-{}-{}-{}", env!("CARGO_PKG_VERSION"), std::env::consts::ARCH, std::env::consts::OS);
    let out = home.root.join("target/dist");
    let folder = out.join(&name);
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    fs::copy(&binary, folder.join("mot-cua"))?;
    sample(home, &folder.join("site"))?;
    fs::write(folder.join("README.txt"), README)?;
    for licence in ["LICENSE-APACHE", "LICENSE-MIT"] {
        fs::copy(home.root.join(licence), folder.join(licence))?;
    }
    step("bill of materials", || {
        let mut cargo = command("cargo");
        cargo.args(["metadata", "--locked", "--format-version", "1"]).current_dir(&home.root);
        let lock = fs::read_to_string(home.root.join("Cargo.lock"))?;
        let document = sbom::document(&serde_json::from_str(&output(&mut cargo)?)?, &lock)?;
        fs::write(folder.join("sbom.cdx.json"), format!("{document:#}\n"))?;
        Ok(Outcome::Done)
    })?;
    let archive = out.join(format!("{name}.tar.gz"));
    step("tar", || {
        let mut tar = command("tar");
        tar.args(["--sort=name", "--owner=0", "--group=0", "--numeric-owner", "-czf"])
            .arg(&archive)
            .arg("-C")
            .arg(&out)
            .arg(&name);
        run(&mut tar)?;
        Ok(Outcome::Done)
    })?;
    step("runs with an empty PATH", || proof::run_archive(&archive, &name).map(|()| Outcome::Done))?;
    let bytes = fs::metadata(&archive)?.len();
    println!("{} ({}.{} MB)", archive.display(), bytes / 1_000_000, bytes / 100_000 % 10);
    Ok(())
}

/// The sample site without the page's own scripts, which are inside the binary.
fn sample(home: &Home, to: &Path) -> Result<()> {
    let public = home.root.join("public");
    fs::create_dir_all(to)?;
    for name in ["site.json", "surveys", "catalogue", "locales"] {
        run(command("cp").arg("-r").arg(public.join(name)).arg(to))
            .with_context(|| format!("public/{name}"))?;
    }
    Ok(())
}
