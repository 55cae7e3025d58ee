//! `mot-cua remind`: from a clerk's list of expiring papers to a calendar, codes, cards and letters.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::{Context, bail, ensure};
use mot_cua_catalogue::remind::{Entry, calendar};
use mot_cua_catalogue::ward::Date;
use mot_cua_contract::{Mistake, Site};
use mot_cua_sheets::reminders::{self, Made, Reminders, wrong_rows};
use mot_cua_sheets::xlsform::Kind;

use crate::build::{Problems, Source};

/// Remind people of papers that run out, without keeping anything about them
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua remind --template list.xlsx                          a list to fill in
  mot-cua remind list.xlsx --site my-ward --out reminders

The folder then holds
  reminders.ics   for the clerk's own calendar: each paper's last day, with alarms 30, 7 and 1 days before
  cards.html      a card a row to cut out or to send: the paper, its last day, a code to scan
  letters.xlsx    the list with the link and the picture of each row's code, for Word's mail merge
  codes/          the pictures, by the row's number

A code says which procedure renews the paper, and the last day: not whose it is. Who scans it sees both, can add the day to a
calendar, and has it kept on that phone alone. Rows that cannot be used are named, the others go on. The list and letters.xlsx hold
what the clerk wrote: keep them as you keep the list.")]
pub(crate) struct Args {
    /// The list: .xlsx or .csv with the columns `mã thủ tục` and `hết hạn`, perhaps `giấy tờ`, and the clerk's own
    #[arg(value_name = "LIST", required_unless_present = "template")]
    list: Option<PathBuf>,
    /// Write an empty list to fill in, and stop
    #[arg(long, value_name = "FILE.xlsx", conflicts_with_all = ["list", "out"])]
    template: Option<PathBuf>,
    /// Folder of the site: its procedures, and its address; without it, the sample site
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// Address of the page: scheme, host and folder; without it, `url` and `base` of the site
    #[arg(long, value_name = "https://HOST")]
    base: Option<String>,
    /// Id of the unit whose page opens; without it, the site's only one
    #[arg(long, value_name = "ID")]
    unit: Option<String>,
    /// Folder to write into
    #[arg(long, value_name = "DIR", required_unless_present = "template")]
    out: Option<PathBuf>,
}

pub(crate) fn run(args: &Args) -> anyhow::Result<ExitCode> {
    if let Some(file) = &args.template {
        fs::write(file, reminders::template()?)
            .with_context(|| format!("cannot write {}", file.display()))?;
        eprintln!("{}: one row a paper; columns of your own may follow", file.display());
        return Ok(ExitCode::SUCCESS);
    }
    let (Some(list), Some(out)) = (&args.list, &args.out) else { bail!("expected a list and --out") };
    let source = Source::open(args.site.as_deref())?;
    let mut problems = Problems::default();
    let Some(site) = source.site(&mut problems) else { bail!("the site cannot be read:\n{problems}") };
    let base = crate::qr::place::base(args.base.as_deref(), Some(&site))?;
    let unit = unit(&site, args.unit.as_deref())?;
    let place = mot_cua_link::write(&crate::qr::place::parse(&format!("{unit}/DL"))?, None);
    let place = format!("{}/{place}", base.trim_end_matches('/'));

    let name = list.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
    let Some(kind) = Kind::of(&name) else {
        bail!("found {name}, expected a name that ends in .xlsx or .csv")
    };
    let bytes = fs::read(list).with_context(|| format!("cannot read {}", list.display()))?;
    let read = reminders::read(kind, &bytes, &|code| title(&source, code).is_some());
    for mistake in &read.mistakes {
        eprintln!("{name}: {mistake}");
    }
    ensure!(!read.lines.is_empty(), "{name}: no row can be used");
    let today = today()?;
    warn_of_past(&name, &read, today);
    let title = |code: &str| title(&source, code);
    let made: Vec<Made> = read
        .lines
        .iter()
        .map(|line| Made::of(line, &title, &place))
        .collect::<Result<_, _>>()
        .with_context(|| format!("cannot draw {place}"))?;
    write(out, &read, &made, &site, today)?;
    eprintln!(
        "{}: {} of {} rows; open cards.html to print",
        out.display(),
        made.len(),
        made.len() + wrong_rows(&read.mistakes)
    );
    Ok(if read.mistakes.iter().any(Mistake::is_error) { ExitCode::FAILURE } else { ExitCode::SUCCESS })
}

fn unit(site: &Site, said: Option<&str>) -> anyhow::Result<String> {
    let ids = || site.units.iter().map(|unit| unit.id.as_str()).collect::<Vec<_>>().join(", ");
    match (said, site.units.as_slice()) {
        (Some(id), _) if site.unit(id).is_some() => Ok(id.to_owned()),
        (Some(id), _) => bail!("--unit {id}: site.json has no such unit; it has {}", ids()),
        (None, [unit]) => Ok(unit.id.clone()),
        (None, _) => bail!("site.json has several units: say which with --unit; it has {}", ids()),
    }
}

fn title(source: &Source, code: &str) -> Option<String> {
    let bytes = source.files.get(&format!("catalogue/p/{code}.json"))?;
    let record: serde_json::Value = serde_json::from_slice(bytes).ok()?;
    let short = record.get("names").and_then(|names| names.get("vi"));
    Some(short.or_else(|| record.get("title"))?.as_str()?.to_owned())
}

/// Today in Việt Nam, wherever the machine stands.
fn today() -> anyhow::Result<Date> {
    let now = time::OffsetDateTime::now_utc() + time::Duration::hours(7);
    Date::new(now.year(), u8::from(now.month()), now.day()).context("the machine's clock names no day")
}

fn warn_of_past(name: &str, read: &Reminders, today: Date) {
    for line in read.lines.iter().filter(|line| line.reminder.until < today) {
        eprintln!("{name}: row {}: {} has passed already", line.number, line.reminder.until.iso());
    }
}

fn write(out: &Path, read: &Reminders, made: &[Made], site: &Site, today: Date) -> anyhow::Result<()> {
    let file = |name: &str, bytes: &[u8]| {
        let path = out.join(name);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
    };
    fs::create_dir_all(out.join("codes")).with_context(|| format!("cannot make {}", out.display()))?;
    let entries: Vec<Entry> = made.iter().map(|one| one.entry(site)).collect();
    file("reminders.ics", calendar(&entries, today).as_bytes())?;
    file("cards.html", reminders::cards(made, site).as_bytes())?;
    for one in made {
        file(&one.picture, one.svg.as_bytes())?;
    }
    file("letters.xlsx", &reminders::letters(&read.heads, made)?)
}
