//! What was doubtful: counted for people, in full for a sheet.

use std::fmt::Write;
use std::path::Path;

use mot_cua_catalogue::import::{Change, Import, Replacement};

/// Tab-separated, a line a doubt, the first the names of the columns.
pub(super) fn table(import: &Import) -> String {
    let mut table = "procedure\tpath\tdoubt\tfound\tmeaning\n".to_owned();
    for note in &import.notes {
        // What was found is JSON: tabs and line ends in it are escaped already.
        let _ = writeln!(
            table,
            "{}\t{}\t{}\t{}\t{}",
            note.procedure,
            note.path,
            note.doubt.as_str(),
            note.found,
            note.doubt.meaning()
        );
    }
    table
}

pub(super) fn summary(import: &Import, in_folder: usize, out: &Path) -> String {
    let written = import.procedures.len();
    let mut text = format!("{written} procedures written to {}, {in_folder} in its index.\n", out.display());
    if import.left_out > 0 {
        let _ = writeln!(text, "{} left out: not marked as offered at a ward's counter.", import.left_out);
    }
    if import.notes.is_empty() {
        text.push_str("Nothing doubtful.\n");
    } else {
        let _ =
            writeln!(text, "{} doubts, each in {}:", import.notes.len(), out.join("doubts.tsv").display());
    }
    for (doubt, times, procedures) in import.counts() {
        let _ = writeln!(
            text,
            "  {:<20} {times:>6} in {procedures:>5} procedures: {}",
            doubt.as_str(),
            doubt.meaning()
        );
    }
    if !import.refused.is_empty() {
        let _ = writeln!(text, "{} refused, named below; the rest was taken.", import.refused.len());
    }
    text
}

/// Tab-separated, a line a change.
pub(super) fn changed(changes: &[Change]) -> String {
    let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let mut table = "procedure\tchange\tbefore\tafter\n".to_owned();
    for Change { code, kind, before, after } in changes {
        let _ = writeln!(table, "{code}\t{kind}\t{}\t{}", plain(before), plain(after));
    }
    table
}

pub(super) fn what_changed(changes: &[Change], out: &Path) -> String {
    if changes.is_empty() {
        return "Nothing changed since the last import.\n".to_owned();
    }
    let mut text = format!(
        "{} changes since the last import, each in {}:\n",
        changes.len(),
        out.join("changes.tsv").display()
    );
    for (kind, meaning) in [
        ("new", "were not there before"),
        ("gone", "were there and did not come again; their files were kept"),
        ("superseded", "in force or replaced: not as before"),
        ("title", "another title"),
        ("fee", "another fee"),
        ("time", "another time"),
        ("documents", "other documents"),
        ("other", "something else"),
    ] {
        let count = changes.iter().filter(|change| change.kind == kind).count();
        if count > 0 {
            let _ = writeln!(text, "  {kind:<12} {count:>6}: {meaning}");
        }
    }
    text
}

pub(super) fn replaced(found: &[Replacement]) -> String {
    let line = |replacement: &Replacement| match replacement {
        Replacement::Unknown { code, by } => {
            format!(
                "{code} was replaced by {by}, which is not in the catalogue: add it, or mend replacedBy\n"
            )
        }
        Replacement::Circle { codes } => {
            format!("{} replace each other in a circle: mend replacedBy of one of them\n", codes.join(", "))
        }
    };
    found.iter().map(line).collect()
}
