//! The option `--db` and what it opens.

use anyhow::Context;
use mot_cua_collector::store::{Absent, Address, Store};

/// Answers that may wait for the disk at a time.
const QUEUE: usize = 1024;

#[derive(Debug, clap::Args)]
pub(crate) struct Database {
    /// Where the answers are: sqlite: and the path of a file, or a database of PostgreSQL; its password may also come from
    /// PGPASSWORD or ~/.pgpass
    #[arg(long, value_name = "sqlite:FILE|postgres://USER@HOST/DB", default_value = "sqlite:mot-cua.db")]
    pub(crate) db: String,
}

impl Database {
    /// Opens the database that must be there already, or may be made.
    pub(crate) async fn open(&self, absent: Absent) -> anyhow::Result<Store> {
        open(&address(&self.db)?, absent).await
    }
}

pub(crate) async fn open(address: &Address, absent: Absent) -> anyhow::Result<Store> {
    Ok(Store::open(address, absent, QUEUE).await?)
}

/// Reads an address; a file's path becomes absolute, so that every message names it in full. Not a parser of clap's: that one
/// repeats what it cannot read, with the password.
pub(crate) fn address(text: &str) -> anyhow::Result<Address> {
    Ok(match text.parse().map_err(anyhow::Error::msg)? {
        Address::Sqlite(path) => Address::Sqlite(
            std::path::absolute(&path).with_context(|| format!("the path {}", path.display()))?,
        ),
        postgres @ Address::Postgres(_) => postgres,
    })
}

/// Runs `work` to its end.
pub(crate) fn block_on<T>(work: impl Future<Output = anyhow::Result<T>>) -> anyhow::Result<T> {
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()
        .context("starting the runtime")?
        .block_on(work)
}
