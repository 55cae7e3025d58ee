//! What was doubtful: counted for people, in full for a sheet.

use std::fmt::Write;
use std::path::Path;

use mot_cua_catalogue::import::Import;

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
