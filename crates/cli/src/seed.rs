//! `mot-cua seed`: made-up answers, to see what results and exports look like.

mod answers;
mod dice;

use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::{Context as _, bail};
use mot_cua_collector::Clock;
use mot_cua_collector::store::{Absent, Put, Record, Shape, Store, Tier};
use mot_cua_contract::time::{Rounding, rounded};
use mot_cua_contract::{Answer, Context, Place, Purpose, Site, answer};
use mot_cua_survey::{Definition, Done};
use sha2::{Digest, Sha256};
use tokio::task::JoinSet;

use crate::build::{Problems, Source};
use crate::database;
use dice::Dice;

/// Fill a database with made-up answers, to try out export and results
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua seed --count 500 --db sqlite:try.db
  mot-cua serve --db sqlite:try.db

The answers lie within the last ninety days and are marked with app \"seed\". The same seed makes the same ids and answers. A
database that holds answers of citizens is left alone.")]
pub(crate) struct Args {
    /// How many
    #[arg(long, default_value_t = 100)]
    count: u32,
    #[command(flatten)]
    database: database::Database,
    /// Where the randomness begins
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Folder of the site whose places and survey are used; without it, the sample site
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
}

const HOUR_MS: f64 = 3_600_000.0;
const DAY_MS: f64 = 24.0 * HOUR_MS;
/// Answers on their way to the disk at a time.
const TOGETHER: usize = 64;

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    let source = Source::open(args.site.as_deref())?;
    let mut problems = Problems::default();
    let site = source.site(&mut problems);
    let survey =
        site.as_ref().and_then(|site| source.text(&format!("surveys/{}.json", site.survey), &mut problems));
    let (Some(site), Some(text)) = (&site, survey) else { bail!("the site cannot be read:\n{problems}") };
    let survey =
        Definition::parse(text).with_context(|| format!("surveys/{}.json is no survey", site.survey))?;
    database::block_on(async {
        let store = args.database.open(Absent::Create).await?;
        let filled = fill(&store, site, &survey, text, args).await;
        let name = store.address().to_string();
        store.close().await;
        let (stored, there) = filled?;
        println!("{name}: {stored} made-up answers stored, {there} were there already");
        Ok(ExitCode::SUCCESS)
    })
}

async fn fill(
    store: &Store,
    site: &Site,
    survey: &Definition,
    text: &str,
    args: &Args,
) -> anyhow::Result<(usize, usize)> {
    let real = store.count_real().await?;
    if real > 0 {
        bail!("{} holds {real} answers of citizens; name another file with --db", store.address());
    }
    let version = format!("sha256:{}", hex::encode(Sha256::digest(text.as_bytes())));
    store
        .archive(&version, &site.survey, text)
        .await
        .map_err(|refused| anyhow::anyhow!("the database: {refused:?}"))?;
    let mut dice = Dice::new(args.seed);
    let now = Clock::Machine.unix_ms();
    let (mut stored, mut there) = (0, 0);
    let mut under_way = JoinSet::new();
    for _ in 0..args.count {
        let record = one(site, survey, &version, now, &mut dice)?;
        if under_way.len() >= TOGETHER {
            count(under_way.join_next().await, &mut stored, &mut there)?;
        }
        let store = store.clone();
        under_way.spawn(async move { store.put(record).await });
    }
    while let Some(done) = under_way.join_next().await {
        count(Some(done), &mut stored, &mut there)?;
    }
    Ok((stored, there))
}

type Stored = Result<Result<Put, mot_cua_collector::store::Refused>, tokio::task::JoinError>;

fn count(done: Option<Stored>, stored: &mut usize, there: &mut usize) -> anyhow::Result<()> {
    match done.transpose()? {
        Some(Ok(Put::Stored)) => *stored += 1,
        Some(Ok(_)) => *there += 1,
        Some(Err(refused)) => bail!("the database did not take an answer: {refused:?}"),
        None => {}
    }
    Ok(())
}

fn one(site: &Site, survey: &Definition, version: &str, now: f64, dice: &mut Dice) -> anyhow::Result<Record> {
    let unit = dice.pick(&site.units).context("the site has no unit")?;
    let counter = dice.pick(&unit.counters).map(|counter| counter.id.clone());
    let place = Place { counter, purpose: Some(Purpose::Rate), ..Place::unit(&unit.id) };
    // Within opening hours of one of the last ninety days, in Việt Nam.
    let midnight = (now / DAY_MS).floor() * DAY_MS - 7.0 * HOUR_MS;
    #[allow(clippy::cast_precision_loss, reason = "small numbers")]
    let at = midnight - dice.below(90) as f64 * DAY_MS - (8 + dice.below(9)) as f64 * HOUR_MS;
    let saved_at = rounded(at, 420, Rounding::Hour);
    let answers = answers::to(survey, dice);
    let complete = answers.len() > 1;
    let done = if complete { Done::Complete } else { Done::NotYet };
    let validated = survey.validate(&answers, done).is_empty();
    let tap_ms = u32::try_from(900 + dice.below(6000)).ok();
    let answer = Answer {
        v: answer::VERSION,
        id: dice.id(),
        rev: 1,
        survey: site.survey.clone(),
        survey_version: version.to_owned(),
        place: place.clone(),
        answers,
        complete,
        saved_at: saved_at.clone(),
        seconds: u32::try_from(4 + dice.below(60)).ok(),
        lang: site.default_language().to_owned(),
        app: "seed".to_owned(),
        context: Context { tap_ms, ..Context::default() },
        token: None,
    };
    Ok(Record {
        body: serde_json::to_string(&answer)?,
        shape: Shape::Json,
        validated,
        place,
        place_known: true,
        received_at: saved_at.clone(),
        fetch_site: None,
        tier: Tier::Poster,
        visit: None,
        rate: 0,
        trapped: false,
        id: answer.id,
        rev: answer.rev,
        survey: answer.survey,
        survey_version: answer.survey_version,
        answers: answer.answers,
        complete,
        saved_at,
        lang: answer.lang,
        app: answer.app,
    })
}
