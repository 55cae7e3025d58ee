//! `mot-cua serve`: the site and the collector from one program.

mod alert;
mod files;
mod hello;
mod lan;
mod listen;
mod stop;
mod watch;

use std::io::IsTerminal;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;
use std::time::Duration;

use alert::Whom;
use alert::mail::{self, Mail};
use anyhow::Context;
use mot_cua_collector::store::Absent;
use mot_cua_collector::{Clock, Desk, Limits, Reached, Surveys};
use mot_cua_contract::Site;
use tracing_subscriber::EnvFilter;

use crate::build::{Options, Phones, Shell, Source, assemble};
use crate::check::surveys::{Judge, Lang};
use crate::database;

/// Serve a site and keep the answers
#[derive(Debug, clap::Args)]
#[command(after_help = "\
Examples:
  mot-cua serve                                     the sample site, to try it out
  mot-cua serve --site my-ward --db sqlite:/var/lib/mot-cua/answers.db
  mot-cua serve --site my-city --db postgres://mot_cua@db.example/answers   several of these may share one database
  mot-cua serve --listen 127.0.0.1:8080             only for a web server on this machine
  mot-cua serve --site my-ward --watch              while you write a survey: save a file, and the open pages follow

Stop it with Ctrl-C or SIGTERM: what is under way is finished first. RUST_LOG=debug tells more; no answer is ever logged.")]
pub(crate) struct Args {
    /// Folder with site.json, surveys/, locales/, catalogue/; without it, the sample site
    #[arg(long, value_name = "DIR")]
    site: Option<PathBuf>,
    /// Folder of the page as `cargo xtask build` leaves it; without it, the page inside this program
    #[arg(long, value_name = "DIR")]
    page: Option<PathBuf>,
    #[command(flatten)]
    database: database::Database,
    /// Address and port to listen at; 0.0.0.0 is every network of this machine
    #[arg(long, value_name = "ADDR", default_value = "0.0.0.0:8080")]
    listen: SocketAddr,
    /// Keys of visit tokens, from `mot-cua token keygen`; without it, no token counts
    #[arg(long, value_name = "FILE")]
    keys: Option<PathBuf>,
    /// Answers and changes of answers that one counter may send in ten minutes; more are asked to come later
    #[arg(long, value_name = "N", default_value_t = Limits::default().place)]
    most_per_place: u32,
    /// Megabytes that photos in answers may take in the database; beyond it a photo waits on its phone, answers still come
    #[arg(long, value_name = "MB", default_value_t = 1024)]
    photos: u64,
    /// Visitors come over https alone, through a server that holds the certificate: browsers are told to keep to it for half a year
    #[arg(long)]
    https: bool,
    /// Hours for which an answer is kept from /results, inbox and alerts, so that nobody at the desk sees whose it is
    #[arg(long, value_name = "HOURS", default_value_t = 0)]
    show_after: u16,
    /// For designers: saving a file opens the pages again, and shows on them what is wrong
    #[arg(long, requires = "site")]
    watch: bool,
    /// Webhook that is told "3 new, 1 unhappy", once in two hours at most, never what was written
    #[arg(long, value_name = "URL")]
    alert: Option<String>,
    #[arg(
        long,
        value_name = "ADDRESS",
        help = "Mailbox that is told the same; its server stands in MOT_CUA_SMTP: smtps://user:password@host"
    )]
    alert_mail: Option<String>,
    /// Language of what is said about surveys
    #[arg(long, value_enum, default_value_t = Lang::En, requires = "watch")]
    lang: Lang,
}

pub(crate) fn run(args: Args) -> anyhow::Result<ExitCode> {
    log();
    database::block_on(serve(args))
}

async fn serve(args: Args) -> anyhow::Result<ExitCode> {
    let shell = Shell::open(args.page.as_deref())?;
    let source = Source::open(args.site.as_deref())?;
    let visits = Arc::new(args.keys.as_deref().map(crate::token::ring).transpose()?.unwrap_or_default());
    // The port first: a second server by mistake must not touch the first one's database.
    let listener = listen::at(args.listen)?;
    let address = listener.local_addr().context("the address that is listened at")?;
    let origin = lan::origin(address);
    // Codes to print need some address; where nobody else can reach this machine, at least this machine's own.
    let printed = origin.clone().unwrap_or_else(|| format!("http://{address}"));
    let phones = if args.watch { Phones::KeepNothing } else { Phones::AsTheSiteSays };
    let options = Options { origin: Some(printed), phones };
    let made = match assemble(&shell, &source, &options) {
        Ok(made) => made,
        Err(problems) => {
            eprint!("{problems}");
            eprintln!("mot-cua: the site cannot be served until this is mended; nothing was changed");
            return Ok(ExitCode::FAILURE);
        }
    };
    for note in &made.notes {
        eprintln!("note: {note}");
    }
    // What changes with every key that is saved is not worth compressing.
    let files = if args.watch { made.files.clone() } else { files::ready(&made.files)? };
    let shown_after = Duration::from_hours(args.show_after.into());
    let whom = whom(args.alert, args.alert_mail.as_deref(), &made.site)?;
    let store = args.database.open(Absent::Create).await?;
    if !whom.is_empty() {
        let lang = if made.site.default_language() == "en" { "en" } else { "vi" };
        alert::begin(whom, store.clone(), lang, shown_after);
    }
    let surveys = match Surveys::load(&files, &store).await {
        Ok(surveys) => surveys,
        Err(error) => {
            let name = store.address().to_string();
            store.close().await;
            return Err(error).with_context(|| format!("with {name}"));
        }
    };
    let hello = hello::Hello {
        site: &made.site,
        address,
        origin: origin.as_deref(),
        database: store.address(),
        places: made.places,
        procedures: made.procedures,
    };
    hello.print();
    if let Some(folder) = args.site.filter(|_| args.watch) {
        let judge = Judge { lang: args.lang.into(), ..Judge::default() };
        watch::Workshop { shell, folder, options, judge, visits }
            .serve(listener, (made.site, &made.files), surveys, store)
            .await;
        return Ok(ExitCode::SUCCESS);
    }
    let desk = Desk { site: made.site, files, surveys, clock: Clock::Machine, visits };
    let photo_room = args.photos.saturating_mul(1024 * 1024);
    let reached = if args.https { Reached::HttpsOnly } else { Reached::Anyhow };
    let limits = Limits { reached, place: args.most_per_place, photo_room, shown_after, ..Limits::default() };
    mot_cua_collector::serve(listener, desk, store, limits, stop::asked()).await;
    Ok(ExitCode::SUCCESS)
}

fn log() {
    let filter = EnvFilter::try_from_default_env().unwrap_or_else(|_| EnvFilter::new("info"));
    let ansi = std::io::stderr().is_terminal();
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(ansi).init();
}

/// Who is told of new answers.
fn whom(webhook: Option<String>, mailbox: Option<&str>, site: &Site) -> anyhow::Result<Vec<Whom>> {
    let mut whom: Vec<Whom> = webhook.into_iter().map(Whom::Webhook).collect();
    if let Some(to) = mailbox {
        let server = std::env::var(mail::SERVER).ok();
        let inbox = [site.url.as_deref().unwrap_or_default(), &site.base, "results/inbox"].concat();
        whom.push(Whom::Mailbox(Box::new(Mail::of(to, server.as_deref())?), inbox));
    }
    Ok(whom)
}
