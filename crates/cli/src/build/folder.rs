//! A folder read whole, from disk or out of the program itself.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;

/// Path with `/` between → bytes.
pub(crate) type Folder = BTreeMap<String, Vec<u8>>;

/// Reads the files below `root` whose path passes `wanted`. Names that begin with a dot are left out.
pub(crate) fn read(root: &Path, wanted: fn(&str) -> bool) -> anyhow::Result<Folder> {
    let mut files = Folder::new();
    walk(root, "", wanted, &mut files)?;
    Ok(files)
}

fn walk(folder: &Path, prefix: &str, wanted: fn(&str) -> bool, files: &mut Folder) -> anyhow::Result<()> {
    let entries =
        std::fs::read_dir(folder).with_context(|| format!("cannot read the folder {}", folder.display()))?;
    for entry in entries {
        let entry = entry.with_context(|| format!("cannot read the folder {}", folder.display()))?;
        let name = entry.file_name();
        let Some(name) = name.to_str().filter(|name| !name.starts_with('.')) else { continue };
        let (path, name) = (entry.path(), format!("{prefix}{name}"));
        if path.is_dir() {
            walk(&path, &format!("{name}/"), wanted, files)?;
        } else if wanted(&name) {
            let bytes = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            files.insert(name, bytes);
        }
    }
    Ok(())
}

/// Whether the path ends in `.kind`, in whatever case.
pub(crate) fn is_kind(path: &str, kind: &str) -> bool {
    path.rsplit_once('.').is_some_and(|(_, ending)| ending.eq_ignore_ascii_case(kind))
}

/// The files of a folder that was compiled in.
#[cfg(feature = "embed")]
pub(crate) fn embedded(dir: &include_dir::Dir<'_>, wanted: fn(&str) -> bool) -> Folder {
    let mut files = Folder::new();
    let mut open = vec![dir];
    while let Some(dir) = open.pop() {
        open.extend(dir.dirs());
        for file in dir.files() {
            let path: Vec<_> = file.path().iter().filter_map(|part| part.to_str()).collect();
            let path = path.join("/");
            if wanted(&path) {
                files.insert(path, file.contents().to_vec());
            }
        }
    }
    files
}
