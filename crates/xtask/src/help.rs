//! What a person reads who types `cargo xtask`.

/// Name, one line, and what it does in full.
pub(crate) const TASKS: [(&str, &str, &str); 8] = [
    (
        "serve",
        "set up, build, and serve the sample site on this machine and the local network",
        "cargo xtask serve [--dev] [-- ARGS…]

Installs what is missing, builds the page and `mot-cua`, then runs `mot-cua serve --site public`.
Only what changed is built again. ARGS go to `mot-cua serve` (`-- --help` lists them).
  --dev   a page that builds in seconds and weighs megabytes",
    ),
    (
        "test",
        "all checks: format, lints, licences, tests, the page in a real Chromium, sizes",
        "cargo xtask test [--long [--one]] [STAGE…]

Runs every stage, or only those named: format lints deny rust unit browser faults backends codes size.
Ends with one line `N passed, N failed`, with `, N skipped` where a test found absent what it needs; a failed stage is named with
the command that repeats it.
  --long   all of it in full, seeded, also simulator kills browser-kills many-codes portals: hours, in pieces of less than ten minutes. What is done
           is remembered in target/long.json until the code changes; it may be stopped at any time and says what is left
  --one    only the next piece
Tests read the share from the environment: MC_LONG=1, MC_SCHEDULES, MC_KILLS, MC_BROWSER_KILLS, MC_CODES, and MC_FROM (the first seed).
`deny` checks licences, bans and sources from what is on disk; advisories need a database from the network:
`cargo deny check advisories`.",
    ),
    (
        "build",
        "the page and the stamped sample site in dist/",
        "cargo xtask build [--release]

Leaves `dist/`: a site for any static host, names hashed from the shipped bytes, `.br` and `.gz` beside each file,
`manifest.json` with the integrity of each. The page without a site is in `target/page`.
  --release   std rebuilt for size, wasm-opt: what is shipped. Without it: seconds to build, megabytes to load",
    ),
    (
        "size",
        "brotli bytes of each artifact against the budgets",
        "cargo xtask size [--json | --types]

Builds the release page if needed and fails over a budget. KB are 1,000 bytes, brotli at quality 11.
The catalogue's budgets are measured on ../shared/data where it is there.
  --types   what each type of question adds to the page of every type: code of its functions, and that share of the brotli bytes",
    ),
    (
        "bench",
        "our page beside a SurveyJS page, on a slow phone with a slow network, in Chromium",
        "cargo xtask bench [RUNS | survey | codes | search [SEED]]

RUNS (5 if not said, at least 5) cold loads of each page, one beside the other, at 360 x 740 under Slow 4G
(1.6 Mbit/s down, 750 kbit/s up, 150 ms) with the processor slowed 4 times. Writes bench/results.json and
bench/results.md.
  survey   500 questions with 300 expressions, natively beside survey-core in node, and as a page in Chromium with the processor
           slowed 4 times beside SurveyJS's. Writes bench/survey/results.md.
  codes    printed codes of several versions, levels and sizes under 73 distortions, read by zbar, zxing-cpp and OpenCV; ten
           minutes. Writes bench/codes.md and bench/codes.json.
  search   quality, latency, bytes, heap and growth of the look-up among 2,642 procedures of ../shared (skipped without it),
           natively and in Chromium with the processor slowed 4 times, beside MiniSearch, FlexSearch, Fuse and lunr.
           Seeded; writes bench/search.md and bench/search/results.json.",
    ),
    (
        "dist",
        "one archive: the binary with the page inside, and a sample site",
        "cargo xtask dist

Writes target/dist/mot-cua-VERSION-PLATFORM.tar.gz and proves that the binary serves from an empty folder with an empty PATH.",
    ),
    (
        "setup",
        "install every tool that the other tasks would install when they need it",
        "cargo xtask setup

Says each step with its duration and skips what is there. Tools go to $XDG_CACHE_HOME/mot-cua/tools (~/.cache without
it); only Debian packages are system-wide, and without the permission the exact command is said: for the page (with MC_TOOLCHAIN=
debian), for Chromium, and for the backends that tests start (postgresql, php-cli, php-sqlite3, python3-venv).
  MC_TOOLCHAIN=rustup|debian   insists on one source of the wasm32 std (rustup's parts are tried first)
  CHROMIUM=/path               takes this browser",
    ),
    (
        "help",
        "this, or `cargo xtask help TASK`",
        "cargo xtask help [TASK]",
    ),
];

pub(crate) fn all() {
    println!("cargo xtask TASK\n");
    for (name, line, _) in TASKS {
        println!("  {name:<8}{line}");
    }
    println!("\n`cargo xtask help TASK` says more.");
}

/// Prints the long text; false where there is no such task.
pub(crate) fn one(task: &str) -> Option<()> {
    let (_, _, text) = TASKS.iter().find(|(name, _, _)| *name == task)?;
    println!("{text}");
    Some(())
}
