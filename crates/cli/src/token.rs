//! `mot-cua token`: keys of visit tokens, tokens for queue tickets, and what a token is worth.

mod issue;
mod keygen;
mod verify;

use std::path::Path;
use std::process::ExitCode;

use anyhow::Context;
use mot_cua_collector::Clock;
use mot_cua_link::visit::Ring;
use sha2::{Digest, Sha256};

/// Make and verify visit tokens, for the code on a queue ticket
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua token keygen --keys visits.keys            a new key; make one a year, and take the oldest line out
  mot-cua token issue --keys visits.keys --place 04795-3 --base https://danhgia.example.vn
  mot-cua token verify --keys visits.keys HTTPS://DANHGIA.EXAMPLE.VN/Q/04795-3/T…
  mot-cua serve --site my-ward --keys visits.keys    the collector tells answers with a token from those of a poster

Whoever has the file can make tokens: it belongs to the collector and to the machine that prints tickets, and to no web folder.")]
pub(crate) struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Debug, clap::Subcommand)]
enum What {
    Keygen(keygen::Args),
    Issue(issue::Args),
    Verify(verify::Args),
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    match &args.what {
        What::Keygen(args) => keygen::run(args),
        What::Issue(args) => issue::run(args),
        What::Verify(args) => verify::run(args),
    }
}

/// The keys of a file.
pub(crate) fn ring(path: &Path) -> anyhow::Result<Ring> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ring::read(&text).with_context(|| path.display().to_string())
}

/// 256 bits from the system's generator: three random UUIDs hold 366.
fn random() -> [u8; 32] {
    let three = [uuid::Uuid::new_v4(), uuid::Uuid::new_v4(), uuid::Uuid::new_v4()];
    Sha256::digest(three.map(uuid::Uuid::into_bytes).concat()).into()
}

/// Hours since 1970.
#[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what fits")]
fn now() -> u32 {
    (Clock::Machine.unix_ms() / 3_600_000.0).clamp(0.0, f64::from(u32::MAX)) as u32
}
