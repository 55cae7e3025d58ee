//! `mot-cua play`: a survey filled in by lines of JSON.

mod step;

use std::io::{BufRead, Write};
use std::path::PathBuf;
use std::process::ExitCode;
use std::rc::Rc;

use anyhow::Context;
use mot_cua_sheets::judge::state;
use mot_cua_survey::expression::Clock;
use mot_cua_survey::model::Model;
use mot_cua_survey::session::Session;

use crate::check::surveys::refusal;
use step::Step;

/// Fill a survey in, a JSON line per step, and print what it shows before and after each
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Steps:
  {\"set\":{\"name\":value,…}}   answer; null takes an answer away
  {\"nextPage\":true}          to the next page; on the last: complete
  {\"prevPage\":true}          back
  {\"validate\":true}          what is wrong on any page
  {\"complete\":true}          complete, if nothing is wrong

Example:
  printf '{\"set\":{\"overall\":5}}\\n{\"complete\":true}\\n' | mot-cua play my-ward/surveys/quick.json")]
pub(crate) struct Args {
    /// A survey (SurveyJS JSON)
    survey: PathBuf,
    /// Language of texts at the end
    #[arg(long, default_value = "vi")]
    lang: String,
    /// Random orders are drawn from this
    #[arg(long, default_value_t = 1)]
    seed: u64,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let name = args.survey.display().to_string();
    let text = std::fs::read_to_string(&args.survey).with_context(|| format!("cannot read {name}"))?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let Some(model) = Model::parse(text) else {
        return Err(refusal(&name, text));
    };
    let mut session = Session::new(Rc::new(model), clock(), args.seed, &args.lang);
    let mut out = std::io::stdout().lock();
    let mut say = |value: serde_json::Value| {
        writeln!(out, "{value}").and_then(|()| out.flush()).context("cannot write the states")
    };
    say(state(&session, &[]))?;
    let mut outcome = ExitCode::SUCCESS;
    for line in std::io::stdin().lock().split(b'\n') {
        let line = line.context("cannot read the steps")?;
        if line.trim_ascii().is_empty() {
            continue;
        }
        match serde_json::from_slice::<Step>(&line) {
            Ok(step) => say(step.run(&mut session))?,
            Err(error) => {
                outcome = ExitCode::FAILURE;
                let expected = "{\"set\":{…}}, {\"nextPage\":true}, {\"prevPage\":true}, {\"validate\":true} or {\"complete\":true}";
                say(serde_json::json!({"error": format!("found {error}, expected {expected}")}))?;
            }
        }
    }
    Ok(outcome)
}

/// Now, in Vietnamese time.
pub(crate) fn clock() -> Clock {
    const OFFSET: i32 = 420;
    let since = std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).unwrap_or_default();
    Clock { now: (since.as_secs_f64() * 1_000.0).floor(), offset: OFFSET }
}
