//! `mot-cua token issue`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context, ensure};
use mot_cua_contract::Place;
use mot_cua_link::visit::issue;

use crate::qr::place;

/// Print tokens, or whole links for a code, one a line
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// File of keys, from `mot-cua token keygen`
    #[arg(long, value_name = "FILE")]
    keys: PathBuf,
    /// UNIT, or UNIT-COUNTER: with a unit alone, the token is good at each of its counters
    #[arg(long)]
    place: String,
    /// Whole hours until it ends; what a phone kept may come up to 30 days later, and is marked as late
    #[arg(long, default_value_t = 24, value_parser = clap::value_parser!(u32).range(1..=8784))]
    hours: u32,
    /// How many
    #[arg(long, default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    count: u32,
    /// Address of the page: print links instead
    #[arg(long, value_name = "https://HOST")]
    base: Option<String>,
}

pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let place = place::parse(&args.place)?;
    let desk = Place { counter: place.counter.clone(), ..Place::unit(&place.unit) };
    ensure!(
        desk == Place { purpose: None, ..place.clone() },
        "--place {}: a token is for a unit or a counter, like 04795-3",
        args.place
    );
    let base = args.base.as_deref().map(|base| place::base(Some(base), None)).transpose()?;
    let ring = super::ring(&args.keys)?;
    let key = ring.newest().with_context(|| {
        format!("{} has no key; make one with `mot-cua token keygen`", args.keys.display())
    })?;
    // The hour under way is not over: one more, so that it is never less than was asked for.
    let expires = super::now().saturating_add(args.hours).saturating_add(1);
    for _ in 0..args.count {
        let mut nonce = [0; 8];
        nonce.iter_mut().zip(super::random()).for_each(|(to, byte)| *to = byte);
        let token = issue(key, &desk, expires, nonce);
        match &base {
            Some(base) => println!("{}", mot_cua_link::url(base, &place, Some(&token))),
            None => println!("{token}"),
        }
    }
    Ok(ExitCode::SUCCESS)
}
