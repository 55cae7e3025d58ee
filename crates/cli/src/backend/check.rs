//! `mot-cua backend check`: a marked answer in three revisions through the page's own outbox and adapter, each sent twice.

mod browser;
mod delivery;
mod finding;
mod marked;
mod photos;
mod readable;
mod removal;
mod report;
mod site;
mod told;

use std::path::PathBuf;
use std::process::ExitCode;

use crate::format::Format;
use finding::{Finding, Findings, Level};

/// Send a marked answer to a site's backend and say what is wrong
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua backend check my-ward                                 the site in that folder
  mot-cua backend check my-ward/site.json --url https://danhgia.example.vn
  mot-cua backend check my-ward --format json                   for programs

It sends one answer in three revisions, each of them twice, as a phone does on a bad network, and asks what a browser would ask
before (CORS). The answer carries \"app\": \"check\" and is deleted afterwards where the backend can delete; elsewhere its id is
said. Where the site takes photos, one grey point is sent as a photo. It ends with 1 if anything would lose, double or reveal an answer.")]
pub(crate) struct Args {
    /// The folder of a site, or its site.json
    #[arg(value_name = "SITE")]
    site: PathBuf,
    /// Where the page is served, `https://danhgia.example.vn`; without it: `url` of site.json
    #[arg(long, value_name = "URL")]
    url: Option<String>,
    /// text for people, json for programs
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

pub(super) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let mut findings = Findings::default();
    let latency = match site::read(&args.site, args.url.as_deref())? {
        Err(mistakes) => {
            for mistake in mistakes {
                let level = if mistake.is_error() { Level::Failure } else { Level::Warning };
                let found = format!("{}: {}", mistake.path, mistake.found);
                findings.add(Finding::new("adapter", level, found).fix(&mistake.expected));
            }
            None
        }
        Ok(target) => try_all(&target, &mut findings),
    };
    report::print(args.format, &findings, latency);
    Ok(if findings.failed() { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

/// Returns the median of the requests, in milliseconds.
fn try_all(target: &site::Target, findings: &mut Findings) -> Option<u128> {
    for mistake in &target.warnings {
        let found = format!("{}: {}", mistake.path, mistake.found);
        findings.add(Finding::new("adapter", Level::Warning, found).fix(&mistake.expected));
    }
    browser::address(target, findings);
    browser::preflight(target, findings);
    let delivered = delivery::run(target, findings);
    if delivered.arrived {
        readable::run(&delivered, findings);
        photos::run(target, findings);
    }
    removal::run(target, &delivered, findings);
    let mut took = delivered.took;
    took.sort_unstable();
    let median = took.get(took.len() / 2).copied()?;
    let slow = median > 2000;
    let finding = Finding::new(
        "latency",
        if slow { Level::Warning } else { Level::Fine },
        format!("{median} ms, the median of {} requests", took.len()),
    );
    findings.add(if slow {
        finding.fix("a server nearer to the citizens, or a faster one")
    } else {
        finding
    });
    Some(median)
}
