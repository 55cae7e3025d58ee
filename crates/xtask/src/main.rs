//! `cargo xtask`: everything that is done to this repository.
#![forbid(unsafe_code)]

mod bench;
mod build;
mod command;
mod digest;
mod dist;
mod help;
mod home;
mod serve;
mod setup;
mod size;
mod step;
mod test;

use std::env;
use std::process::ExitCode;
use std::time::Instant;

use anyhow::{Context as _, Result, bail};

use crate::build::Kind;
use crate::home::Home;
use crate::size::Format;

fn main() -> ExitCode {
    let args: Vec<String> = env::args().skip(1).collect();
    let args: Vec<&str> = args.iter().map(String::as_str).collect();
    match task(&args) {
        Ok(code) => code,
        Err(error) => {
            eprintln!("\nxtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn task(args: &[&str]) -> Result<ExitCode> {
    let start = Instant::now();
    match args {
        [] | ["help" | "--help" | "-h"] => help::all(),
        ["help", task] | [task, "--help" | "-h"] => {
            if help::one(task).is_none() {
                return unknown(args);
            }
        }
        ["setup"] => setup::all(&Home::find()?)?,
        ["build"] => build(Kind::Dev)?,
        ["build", "--release"] => build(Kind::Release)?,
        ["serve", rest @ ..] => return serve::run(rest),
        ["test", stages @ ..] => test::run(&Home::find()?, stages)?,
        ["size"] => size::run(&Home::find()?, Format::Table)?,
        ["size", "--types"] => size::types::run(&Home::find()?)?,
        ["size", "--json"] => size::run(&Home::find()?, Format::Json)?,
        ["dist"] => dist::archive(&Home::find()?)?,
        ["bench"] => bench::measure(&Home::find()?, bench::FEWEST)?,
        ["bench", "search"] => bench::search(&Home::find()?, bench::SEED)?,
        ["bench", "search", seed] => {
            bench::search(&Home::find()?, seed.parse().context("SEED is a number")?)?;
        }
        ["bench", "codes"] => bench::codes(&Home::find()?)?,
        ["bench", "survey"] => bench::survey(&Home::find()?)?,
        ["bench", runs] => bench::measure(&Home::find()?, runs.parse().context("RUNS is a number")?)?,
        _ => return unknown(args),
    }
    if let ["setup" | "build" | "dist" | "bench", ..] = args {
        println!("done in {}", step::seconds(start.elapsed()));
    }
    Ok(ExitCode::SUCCESS)
}

fn build(kind: Kind) -> Result<()> {
    let home = Home::find()?;
    let _lock = home.lock()?;
    build::page(&home, kind)?;
    build::site(&home).map(drop)
}

fn unknown(args: &[&str]) -> Result<ExitCode> {
    bail!("`{}`: no such task or option; `cargo xtask` lists them", args.join(" "))
}
