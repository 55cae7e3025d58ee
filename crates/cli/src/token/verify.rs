//! `mot-cua token verify`.

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Context;
use mot_cua_contract::Place;
use mot_cua_link::visit::{Reject, When, verify};

use crate::qr::place;

/// Say whether a token is genuine, for which place it must be given (exit 1: it counts for nothing)
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// File of keys
    #[arg(long, value_name = "FILE")]
    keys: PathBuf,
    /// UNIT or UNIT-COUNTER; not needed with a whole link
    #[arg(long)]
    place: Option<String>,
    /// The token, or the whole link from a code
    token: String,
}

pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let ring = super::ring(&args.keys)?;
    let (token, place) = said(args)?;
    Ok(match verify(&ring, &token, &place, super::now()) {
        Ok(visit) if visit.when == When::InTime => {
            println!("genuine, good for {} more hours", visit.expires - super::now());
            ExitCode::SUCCESS
        }
        Ok(_) => {
            println!("genuine, past its end: an answer with it is taken and marked as late");
            ExitCode::SUCCESS
        }
        Err(reject) => {
            println!("{}", words(reject));
            ExitCode::FAILURE
        }
    })
}

fn said(args: &Args) -> anyhow::Result<(String, Place)> {
    let link = mot_cua_link::read(&args.token);
    if let (Some(place), Some(token)) = (link.place, link.token) {
        return Ok((token, place));
    }
    let place = args.place.as_deref().context("say --place 04795-3, or give the whole link from the code")?;
    Ok((args.token.trim().to_ascii_uppercase(), place::parse(place)?))
}

fn words(reject: Reject) -> &'static str {
    match reject {
        Reject::Malformed => "no token: cut short, or not spelled as one",
        Reject::UnknownKey => "not good: its key is not, or no longer, in the file",
        Reject::NotGenuine => "not good: altered, or issued for another place",
        Reject::Expired => "not good: its end was more than 30 days ago",
    }
}
