//! Answers of a database.

use mot_cua_collector::results::{Snapshot, snapshot};
use mot_cua_collector::store::Absent;
use mot_cua_contract::Site;
use mot_cua_survey::figures::Month;

use crate::database::{Database, block_on};

pub(super) fn count(
    database: &Database,
    surveys: Vec<(String, String, String)>,
    month: Month,
    site: &Site,
) -> anyhow::Result<Snapshot> {
    block_on(async {
        let store = database.open(Absent::Refuse).await?;
        let counted = snapshot(&store, surveys, month, site, None).await;
        store.close().await;
        Ok(counted?)
    })
}
