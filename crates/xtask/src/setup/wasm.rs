//! The compiler that makes WebAssembly: the user's own with rustup's parts, or Debian's where rustup's servers
//! are out of reach.

mod debian_rust;
mod rustup;

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, bail};

use crate::command::{command, path_with};
use crate::home::Home;

/// Which standard library goes into the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Std {
    /// As the toolchain ships it: for development builds.
    Stock,
    /// Built with [`SMALL`], 14 KB smaller: for everything that is shipped or measured.
    Rebuilt,
}

/// The named flags of the one measured tool-chain path. A panic becomes a bare trap (the page notices a dead WASM and
/// says so), no source locations, no `Debug` texts.
const SMALL: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";

/// A cargo and rustc with the parts for wasm32.
#[derive(Debug, Clone)]
pub(crate) enum Toolchain {
    /// The one `cargo` that runs us.
    Own,
    /// Debian's `rustc-web` and `cargo-web` under `/usr`; the path is a folder that holds only links to these two.
    Debian(PathBuf),
}

impl Toolchain {
    /// A program (Trunk) that will call `cargo` of this toolchain with this standard library;
    /// `tools` are folders it finds its helpers in.
    pub(crate) fn command(&self, program: &Path, std: Std, tools: &[&Path]) -> Result<Command> {
        let mut command = command(program);
        let mut dirs = tools.to_vec();
        if let Self::Debian(links) = self {
            dirs.insert(0, links);
            command
                .env("CARGO", links.join("cargo"))
                .env("RUSTC", links.join("rustc"))
                .env_remove("RUSTUP_TOOLCHAIN");
        }
        command.env("PATH", path_with(&dirs)?);
        // Debian ships no compiled std for wasm32, so there even a development build makes its own.
        if std == Std::Rebuilt || matches!(self, Self::Debian(_)) {
            command.env("RUSTC_BOOTSTRAP", "1").env("CARGO_UNSTABLE_BUILD_STD", "std,panic_abort");
        }
        if std == Std::Rebuilt {
            command.env("CARGO_UNSTABLE_BUILD_STD_FEATURES", "optimize_for_size");
            command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", SMALL);
        }
        Ok(command)
    }

    /// Says which compiler made the page: part of the key under which a build is remembered.
    pub(crate) fn name(&self) -> &'static str {
        match self {
            Self::Own => "own",
            Self::Debian(_) => "debian",
        }
    }
}

/// `MC_TOOLCHAIN=rustup|debian` insists on one; without it rustup's parts are tried first.
pub(super) fn toolchain(home: &Home) -> Result<Toolchain> {
    match env::var("MC_TOOLCHAIN").as_deref() {
        Ok("debian") => debian_rust::install(home),
        Ok("rustup") => rustup::install(),
        Ok("") | Err(_) => match rustup::install() {
            Ok(toolchain) => Ok(toolchain),
            Err(why) => {
                println!("  rustup has no wasm32 for us:");
                format!("{why:#}").lines().for_each(|line| println!("    {line}"));
                debian_rust::install(home)
            }
        },
        Ok(other) => bail!("MC_TOOLCHAIN={other}: say rustup or debian"),
    }
}
