//! From places to files.

use std::fs;
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use anyhow::Context;
use mot_cua_contract::Mistake;
use mot_cua_print::{Job, Page, by_unit, pdf, png, svg};

use super::entry::Listed;

#[derive(Debug, Clone, Copy)]
pub(super) enum Output {
    /// One a unit.
    Pdf,
    OnePdf,
    Svg,
    /// Dots an inch.
    Png(u16),
}

/// What came of it.
#[derive(Debug, Default)]
pub(super) struct Written {
    pub(super) codes: usize,
    pub(super) files: usize,
    pub(super) mistakes: Vec<Mistake>,
}

/// A file or a folder for each unit, in the order of the list.
pub(super) fn write(job: &Job<'_>, all: Vec<Listed>, out: &Path, output: Output) -> anyhow::Result<Written> {
    fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
    let units = match output {
        Output::OnePdf => vec![("posters".to_owned(), all)],
        _ => by_unit(all, |listed| &listed.entry.place),
    };
    let (next, done) = (AtomicUsize::new(0), Mutex::new(Vec::new()));
    let work = || {
        loop {
            let at = next.fetch_add(1, Ordering::Relaxed);
            let Some((name, listed)) = units.get(at) else { break };
            let made = unit(job, listed, &out.join(name), output);
            done.lock().unwrap_or_else(PoisonError::into_inner).push((at, made));
        }
    };
    thread::scope(|scope| {
        for _ in 1..thread::available_parallelism().map_or(1, usize::from) {
            scope.spawn(work);
        }
        work();
    });
    let mut done = done.into_inner().unwrap_or_else(PoisonError::into_inner);
    done.sort_by_key(|(at, _)| *at);
    let mut all = Written::default();
    for (_, made) in done {
        let made = made?;
        all.codes += made.codes;
        all.files += made.files;
        all.mistakes.extend(made.mistakes);
    }
    Ok(all)
}

/// `path` is the file without its ending, or the folder.
fn unit(job: &Job<'_>, all: &[Listed], path: &Path, output: Output) -> anyhow::Result<Written> {
    let (mut made, mut written) = (Vec::new(), Written::default());
    for listed in all {
        for purpose in job.purposes(&listed.entry) {
            match job.make(&listed.entry, *purpose) {
                Ok(one) => made.push(one),
                Err(refused) => {
                    let mistake = refused.mistake(listed.source(refused.part()));
                    // The same cell is wrong for every purpose.
                    if !written.mistakes.contains(&mistake) {
                        written.mistakes.push(mistake);
                    }
                }
            }
        }
    }
    written.codes = made.len();
    let Some(sample) = made.first() else { return Ok(written) };
    let title = sample.poster.office.first().cloned().unwrap_or_default();
    let sheets = job.sheets(made).context("the words of the first page")?;
    if matches!(output, Output::Pdf | Output::OnePdf) {
        let lang = job.wording.languages().first().map_or("vi", String::as_str);
        let pages: Vec<Page> = sheets.into_iter().map(|(_, page)| page).collect();
        keep(&path.with_extension("pdf"), &pdf(&pages, job.fonts, &title, lang))?;
        written.files = 1;
        return Ok(written);
    }
    fs::create_dir_all(path).with_context(|| format!("cannot make {}", path.display()))?;
    for (name, page) in &sheets {
        let (ending, bytes) = match output {
            Output::Png(dots) => ("png", png(page, job.fonts, dots)),
            _ => ("svg", svg(page, job.fonts).into_bytes()),
        };
        keep(&path.join(name).with_extension(ending), &bytes)?;
        written.files += 1;
    }
    Ok(written)
}

fn keep(path: &Path, bytes: &[u8]) -> anyhow::Result<()> {
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
