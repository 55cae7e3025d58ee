//! Photos of the exported answers, as files in a folder beside the table; an answer names them by their hash.

use std::collections::BTreeSet;
use std::path::Path;

use mot_cua_collector::Store;
use mot_cua_collector::store::Media;
use mot_cua_survey::model::photo_hashes;
use serde_json::Value;

use super::filter::Filter;
use super::{Stop, table};

/// How many were written, and how many are named that are not here (not sent yet, or too late).
#[derive(Debug, Default)]
pub(super) struct Photos {
    pub(super) written: usize,
    pub(super) missing: usize,
}

/// The folder is made only where there is something to put into it.
pub(super) async fn write(store: &Store, filter: &Filter, folder: &Path) -> Result<Photos, Stop> {
    let mut hashes = BTreeSet::new();
    let mut latest = store.latest().await?;
    let look = latest.each(|line| {
        let answer = table::answer(line);
        if filter.takes(&answer)
            && let Some(Value::Object(answers)) = answer.body.get("answers")
        {
            hashes.extend(photo_hashes(answers));
        }
        Ok::<_, Stop>(())
    });
    let looked = look.await;
    latest.close().await;
    looked?;
    let mut photos = Photos::default();
    for hash in hashes {
        let Some((_, bytes)) = store.photo(&hash).await? else {
            photos.missing += 1;
            continue;
        };
        std::fs::create_dir_all(folder)?;
        let end = Media::of(&bytes).map_or("bin", Media::end);
        std::fs::write(folder.join([&hash, ".", end].concat()), bytes)?;
        photos.written += 1;
    }
    Ok(photos)
}
