//! A catalogue's folder: `p/<code>.json`, and what is derived from them.

use std::fs;
use std::path::Path;

use anyhow::Context;
use mot_cua_catalogue::Procedure;
use mot_cua_catalogue::import::Refusal;

/// What a folder holds.
#[derive(Debug, Default)]
pub(crate) struct Folder {
    /// In order of file names.
    pub procedures: Vec<Procedure>,
    pub refused: Vec<Refusal>,
}

/// Reads every record of `folder/p`. A broken one is named and left out.
pub(crate) fn read(folder: &Path) -> anyhow::Result<Folder> {
    let records = folder.join("p");
    let mut paths = Vec::new();
    for entry in fs::read_dir(&records).with_context(|| format!("cannot list {}", records.display()))? {
        let path = entry.with_context(|| format!("cannot list {}", records.display()))?.path();
        if path.extension().is_some_and(|end| end == "json") {
            paths.push(path);
        }
    }
    paths.sort();
    let mut found = Folder::default();
    for path in paths {
        let text = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
        let refuse = |said: String, expected| Refusal {
            file: path.display().to_string(),
            path: String::new(),
            found: said,
            expected,
        };
        match serde_json::from_slice::<Procedure>(&text) {
            Ok(procedure) if path.file_stem().is_some_and(|stem| stem == procedure.code.as_str()) => {
                found.procedures.push(procedure);
            }
            Ok(procedure) => {
                let said = format!("the code {:?}", procedure.code);
                found.refused.push(refuse(said, "the code that the file is named after"));
            }
            Err(error) => found.refused.push(refuse(error.to_string(), "a procedure")),
        }
    }
    Ok(found)
}

/// Writes each record. Their codes are fit for file names: the import saw to it.
pub(crate) fn write(folder: &Path, procedures: &[Procedure]) -> anyhow::Result<()> {
    let records = folder.join("p");
    fs::create_dir_all(&records).with_context(|| format!("cannot make the folder {}", records.display()))?;
    for procedure in procedures {
        let text = serde_json::to_string_pretty(procedure)? + "\n";
        replace(&records.join(format!("{}.json", procedure.code)), &text)?;
    }
    Ok(())
}

/// Writes beside the file and renames: whoever reads gets the old text or the new, also when the disk fills up.
pub(crate) fn replace(path: &Path, text: &str) -> anyhow::Result<()> {
    let mut beside = path.as_os_str().to_owned();
    beside.push(".new");
    let written = fs::write(&beside, text).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // The half-written one is nobody's; that it cannot be removed either is not worth a second message.
        let _ = fs::remove_file(&beside);
    }
    written.with_context(|| format!("cannot write {}; what was there is unchanged", path.display()))
}
