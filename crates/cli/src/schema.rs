//! `mot-cua schema`: the published shapes.

use std::borrow::Cow;
use std::io::Write;
use std::process::ExitCode;

/// Print the JSON Schema of a file or message, or the OpenAPI document
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua schema site > site.schema.json
  mot-cua schema answer
  mot-cua schema api > openapi.json

An editor that knows the schema completes and checks while you type; `mot-cua check` finds more than a schema can say.")]
pub(crate) struct Args {
    /// Of what
    #[arg(value_enum)]
    of: Name,
}

#[derive(Debug, Clone, Copy, clap::ValueEnum)]
pub(crate) enum Name {
    /// site.json
    Site,
    /// surveys/<name>.json
    Survey,
    /// The body of POST /api/responses
    Answer,
    /// catalogue/p/<code>.json
    Procedure,
    /// catalogue/words.json
    Words,
    /// catalogue/events.json
    Events,
    /// catalogue/wards.json
    Wards,
    /// The requests of `mot-cua serve`, as OpenAPI 3.1
    Api,
}

impl Name {
    pub(crate) fn text(self) -> Cow<'static, str> {
        Cow::Borrowed(match self {
            Self::Api => return Cow::Owned(mot_cua_collector::http::document()),
            Self::Site => include_str!("../schemas/site.json"),
            Self::Survey => include_str!("../schemas/survey.json"),
            Self::Answer => mot_cua_collector::http::ANSWER_SCHEMA,
            Self::Procedure => include_str!("../schemas/procedure.json"),
            Self::Words => include_str!("../schemas/words.json"),
            Self::Events => include_str!("../schemas/events.json"),
            Self::Wards => include_str!("../schemas/wards.json"),
        })
    }
}

#[allow(clippy::unnecessary_wraps, reason = "as every command")]
pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    // A closed pipe (`| head`) is no failure of ours.
    let _ = std::io::stdout().write_all(args.of.text().as_bytes());
    Ok(ExitCode::SUCCESS)
}
