//! A real Chromium for tests and benchmarks: the one named by `CHROMIUM`, else Debian's.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Result, bail};

use super::debian;
use crate::home::Home;
use crate::step::{Outcome, step};

const DEBIAN: &str = "/usr/bin/chromium";
/// Without it Vietnamese letters are empty boxes in screenshots.
const FONT: &str = "/usr/share/fonts/truetype/noto/NotoSans-Regular.ttf";

pub(super) fn find(_home: &Home) -> Result<PathBuf> {
    if let Some(path) = env::var_os("CHROMIUM").map(PathBuf::from) {
        if path.is_file() {
            return Ok(path);
        }
        bail!("CHROMIUM={}: no such file", path.display());
    }
    step("chromium, fonts-noto-core", || {
        if Path::new(DEBIAN).is_file() && Path::new(FONT).is_file() {
            return Ok(Outcome::There);
        }
        debian::install(&["chromium", "fonts-noto-core"])?;
        Ok(Outcome::Done)
    })?;
    Ok(PathBuf::from(DEBIAN))
}
