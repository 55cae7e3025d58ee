//! The option `--db` and what it opens.

use anyhow::Context;
use mot_cua_collector::store::{Absent, Store, file_of};

/// Answers that may wait for the disk at a time.
const QUEUE: usize = 512;

#[derive(Debug, clap::Args)]
pub(crate) struct Database {
    /// Where the answers are: sqlite: and the path of a file
    #[arg(long, value_name = "sqlite:FILE", default_value = "sqlite:mot-cua.db")]
    pub(crate) db: String,
}

impl Database {
    /// Opens the database that must be there already, or may be made.
    pub(crate) async fn open(&self, absent: Absent) -> anyhow::Result<Store> {
        let path = file_of(&self.db).map_err(anyhow::Error::msg)?;
        let path = std::path::absolute(&path).with_context(|| format!("the path {}", path.display()))?;
        Ok(Store::open(&path, absent, QUEUE).await?)
    }
}

/// Runs `work` to its end.
pub(crate) fn block_on<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("starting the runtime")?
        .block_on(work)
}
