//! How somebody can be reached: kept beside what they wrote, and no longer than it is needed.

use mot_cua_contract::contact::erase;
use serde_json::{Map, Value};

use super::note::Note;
use super::{Refused, Store, Trouble};

const ROWS: &str = "SELECT contact, body FROM responses WHERE contact IS NOT NULL";

impl Store {
    /// Whether something is kept of the one with this receipt.
    ///
    /// # Errors
    /// The database said no.
    pub async fn has_contact(&self, receipt: &str) -> Result<bool, Trouble> {
        let rows = self.ask(&format!("{ROWS} AND contact = $1 LIMIT 1"), &[receipt], 2).await?;
        Ok(!rows.is_empty())
    }

    /// Takes it out of every revision; the rest of the answer stays as it is. Gives how many revisions held something.
    ///
    /// # Errors
    /// [`Refused`]; what was taken out before stays so.
    pub async fn forget_contact(&self, receipt: &str) -> Result<u64, Refused> {
        let rows = self.ask(&format!("{ROWS} AND contact = $1"), &[receipt], 2).await;
        self.take_out(rows.map_err(Refused::Trouble)?).await
    }

    /// The same for all whose answer came before `month` (`2026-10`).
    ///
    /// # Errors
    /// [`Refused`]; what was taken out before stays so.
    pub async fn forget_contacts_before(&self, month: &str) -> Result<u64, Refused> {
        let rows = self.ask(&format!("{ROWS} AND month < $1"), &[month], 2).await;
        self.take_out(rows.map_err(Refused::Trouble)?).await
    }

    async fn take_out(&self, rows: Vec<Vec<String>>) -> Result<u64, Refused> {
        let mut count = 0;
        for row in rows {
            let Ok([receipt, body]) = <[String; 2]>::try_from(row) else { continue };
            let Some(without) = without(&body) else { continue };
            // What was kept aside under the same revision may say it too; it counts nowhere.
            let aside = "DELETE FROM conflicts WHERE id IN (SELECT id FROM responses WHERE contact = $1)";
            self.note(Note::new(aside, &[&receipt])).await?;
            // `sha256` stays that of what came: a phone that sends it once more finds it stored.
            let sql = "UPDATE responses SET body = $1, contact = NULL WHERE contact = $2 AND body = $3";
            self.note(Note::new(sql, &[&without, &receipt, &body])).await?;
            count += 1;
        }
        Ok(count)
    }
}

fn without(body: &str) -> Option<String> {
    let mut body: Map<String, Value> = serde_json::from_str(body).ok()?;
    erase(body.get_mut("answers")?.as_object_mut()?);
    serde_json::to_string(&body).ok()
}
